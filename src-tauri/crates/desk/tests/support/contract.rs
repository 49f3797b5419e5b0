//! The contract read as data, so that requests can be invented for commands that nobody has thought of yet.

#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a contract that cannot be read ends the test")]

use std::collections::HashMap;

/// The shape of a value on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Text,
    Number,
    Flag,
    Null,
    Anything,
    /// Exactly this text.
    Literal(String),
    /// A type of the contract, with what its parameters stand for.
    Named(String, Vec<Shape>),
    List(Box<Shape>),
    OneOf(Vec<Shape>),
    /// Fields in their order, and whether each may be left out.
    Record(Vec<(String, Shape, bool)>),
}

/// The types and commands of the contract.
pub struct Contract {
    types: HashMap<String, (Vec<String>, Shape)>,
    commands: HashMap<String, (Shape, Shape)>,
}

impl Contract {
    /// Reads the contract that the program generates.
    pub fn read() -> Self {
        let text = desk::contract::contract();
        let mut reader = Reader { tokens: tokens(&text), at: 0 };
        let mut contract = Self { types: HashMap::new(), commands: HashMap::new() };
        while reader.at < reader.tokens.len() {
            reader.expect("export");
            match reader.next().as_str() {
                "interface" => {
                    reader.expect("Commands");
                    contract.commands = reader.commands();
                }
                _ => {
                    let name = reader.next();
                    let parameters = reader.parameters();
                    reader.expect("=");
                    if name == "CommandName" {
                        break;
                    }
                    let shape = reader.shape();
                    reader.expect(";");
                    contract.types.insert(name, (parameters, shape));
                }
            }
        }
        contract
    }

    pub fn request(&self, command: &str) -> &Shape {
        &self.command(command).0
    }

    pub fn response(&self, command: &str) -> &Shape {
        &self.command(command).1
    }

    fn command(&self, command: &str) -> &(Shape, Shape) {
        self.commands.get(command).unwrap_or_else(|| panic!("the contract does not know {command}"))
    }

    /// Returns what a named type is, with its parameters filled in; anything else is itself.
    pub fn meant(&self, shape: &Shape) -> Shape {
        let Shape::Named(name, given) = shape else { return shape.clone() };
        let (parameters, meant) =
            self.types.get(name).unwrap_or_else(|| panic!("the contract does not know the type {name}"));
        let filled: HashMap<&str, &Shape> = parameters.iter().map(String::as_str).zip(given).collect();
        fill(meant, &filled)
    }
}

fn fill(shape: &Shape, filled: &HashMap<&str, &Shape>) -> Shape {
    match shape {
        Shape::Named(name, given) => match filled.get(name.as_str()) {
            Some(shape) => (*shape).clone(),
            None => Shape::Named(name.clone(), given.iter().map(|each| fill(each, filled)).collect()),
        },
        Shape::List(of) => Shape::List(Box::new(fill(of, filled))),
        Shape::OneOf(all) => Shape::OneOf(all.iter().map(|each| fill(each, filled)).collect()),
        Shape::Record(fields) => Shape::Record(
            fields
                .iter()
                .map(|(name, shape, optional)| (name.clone(), fill(shape, filled), *optional))
                .collect(),
        ),
        other => other.clone(),
    }
}

/// Parts the text into names, texts with their quotation mark, and signs; comments fall.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first.is_whitespace() {
            first.len_utf8()
        } else if first == '"' {
            let end = rest[1..].find('"').map_or(rest.len(), |end| end + 1);
            tokens.push(rest[..end].to_owned());
            end + 1
        } else {
            let is_name = |each: char| each.is_alphanumeric() || each == '_';
            let end = if is_name(first) {
                rest.find(|each: char| !is_name(each)).unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            tokens.push(rest[..end].to_owned());
            end
        };
        rest = &rest[taken..];
    }
    tokens
}

struct Reader {
    tokens: Vec<String>,
    at: usize,
}

impl Reader {
    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", String::as_str)
    }

    fn next(&mut self) -> String {
        self.at += 1;
        self.tokens.get(self.at - 1).cloned().unwrap_or_default()
    }

    fn take(&mut self, token: &str) -> bool {
        let here = self.peek() == token;
        self.at += usize::from(here);
        here
    }

    fn expect(&mut self, token: &str) {
        let found = self.next();
        assert_eq!(
            found,
            token,
            "in the contract, at {:?}",
            &self.tokens[self.at.saturating_sub(8)..self.at]
        );
    }

    fn parameters(&mut self) -> Vec<String> {
        let mut parameters = Vec::new();
        if self.take("<") {
            while !self.take(">") {
                parameters.push(self.next());
                self.take(",");
            }
        }
        parameters
    }

    fn commands(&mut self) -> HashMap<String, (Shape, Shape)> {
        let mut commands = HashMap::new();
        self.expect("{");
        while !self.take("}") {
            let name = self.next();
            for token in [":", "{", "request", ":"] {
                self.expect(token);
            }
            let request = self.shape();
            for token in [";", "response", ":"] {
                self.expect(token);
            }
            let response = self.shape();
            for token in ["}", ";"] {
                self.expect(token);
            }
            commands.insert(name, (request, response));
        }
        commands
    }

    fn shape(&mut self) -> Shape {
        self.take("|");
        let mut all = vec![self.joined()];
        while self.take("|") {
            all.push(self.joined());
        }
        if all.len() == 1 { all.remove(0) } else { Shape::OneOf(all) }
    }

    /// A record and what is joined to it by `&`.
    fn joined(&mut self) -> Shape {
        let mut shape = self.single();
        while self.take("&") {
            shape = match (shape, self.single()) {
                (Shape::Record(mut fields), Shape::Record(more)) => {
                    fields.extend(more);
                    Shape::Record(fields)
                }
                // Joined unions are rare, and nothing is invented for them.
                _ => Shape::Anything,
            };
        }
        shape
    }

    fn single(&mut self) -> Shape {
        let token = self.next();
        let shape = match token.as_str() {
            "string" => Shape::Text,
            "number" | "bigint" => Shape::Number,
            "boolean" => Shape::Flag,
            "null" => Shape::Null,
            "Array" => {
                self.expect("<");
                let of = self.shape();
                self.expect(">");
                Shape::List(Box::new(of))
            }
            "Record" => {
                // A record of any names is invented without any.
                self.arguments();
                Shape::Record(Vec::new())
            }
            "(" => {
                let shape = self.shape();
                self.expect(")");
                shape
            }
            "{" => self.record(),
            "[" => {
                while !self.take("]") {
                    self.shape();
                    self.take(",");
                }
                Shape::Anything
            }
            literal if literal.starts_with('"') => Shape::Literal(literal.trim_matches('"').to_owned()),
            _ => Shape::Named(token, self.arguments()),
        };
        if self.take("[") {
            self.expect("]");
            return Shape::List(Box::new(shape));
        }
        shape
    }

    fn arguments(&mut self) -> Vec<Shape> {
        let mut arguments = Vec::new();
        if self.take("<") {
            while !self.take(">") {
                arguments.push(self.shape());
                self.take(",");
            }
        }
        arguments
    }

    fn record(&mut self) -> Shape {
        let mut fields = Vec::new();
        while !self.take("}") {
            if self.take("[") {
                // A record of any names is invented without any.
                while !self.take("}") {
                    self.next();
                }
                return Shape::Record(Vec::new());
            }
            let name = self.next().trim_matches('"').to_owned();
            let optional = self.take("?");
            self.expect(":");
            fields.push((name, self.shape(), optional));
            let _ = self.take(",") || self.take(";");
        }
        Shape::Record(fields)
    }
}
