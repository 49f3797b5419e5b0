//! Reading a filled form: what stands under which label is proposed for a field, with the line it comes from.
//!
//! Nothing is decided here: a person looks at each proposal beside its source and takes it or not. Our own printed form is
//! known by its labels; other forms by the same words in another order.

mod labels;
mod marks;
mod matching;
mod printed;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use labels::Section;
pub use labels::{Asked, ORDINARY, Target, label};
pub use marks::ROLES;
use matching::{Found, find};
use printed::Pages;
pub use printed::{NOT_ANSWERED, PERSON_LEAD, TRIED_LEAD, lead};

use crate::guide::{self, AnswerKind};
use crate::import::{Cell, date_of};
use crate::subject::SubjectRole;

/// The most characters that are read; a filled form has some thousands.
pub const MOST_CHARACTERS: usize = 400_000;
/// The most people that a form names.
const MOST_PEOPLE: u32 = 20;
/// The longest piece of the source that is shown beside a proposal, in characters.
const LONGEST_SOURCE: usize = 240;

/// A field of the form that is no question of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OwnField {
    /// The day of the referral, as `YYYY-MM-DD`.
    ReceivedOn,
    /// The referrer's name.
    ReferrerName,
    /// The referrer's agency, as written.
    ReferrerAgency,
    /// The referrer's address.
    ReferrerAddress,
    /// The referrer's telephone number.
    ReferrerTelephone,
    /// The referrer's e-mail address.
    ReferrerEmail,
    /// The short title.
    Title,
    /// The problem and its effect.
    Problem,
    /// The place.
    Place,
    /// The ward or locality, as written.
    Area,
    /// Who the victims are.
    Victims,
    /// What is known of the offenders.
    Offenders,
    /// Safeguarding issues.
    Safeguarding,
    /// What has been tried, whether it worked, and why.
    Tried,
}

/// What a form says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonField {
    /// The name.
    Name,
    /// Other names.
    Aliases,
    /// The date of birth, as `YYYY-MM-DD`.
    DateOfBirth,
    /// The age in years.
    Age,
    /// The address.
    Address,
    /// The telephone number.
    Telephone,
    /// What the person is, as the word of a [`SubjectRole`].
    Role,
}

/// Where a proposal belongs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum FormField {
    /// A field of the form.
    Own {
        /// Which.
        field: OwnField,
    },
    /// A question.
    Answer {
        /// Its key.
        key: String,
    },
    /// A person.
    Person {
        /// Which of the people the form names, from 0.
        person: u32,
        /// What of the person.
        field: PersonField,
    },
}

/// What a form says for one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Proposal {
    /// The field.
    pub field: FormField,
    /// The field's label.
    pub label: String,
    /// What would be written there; empty where something is only chosen.
    pub text: String,
    /// What would be chosen.
    pub chosen: Vec<String>,
    /// The line where it stands, from 1.
    pub line: u32,
    /// How the source says it.
    pub source: String,
}

/// A form as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormRead {
    /// What is proposed, in the order of the source.
    pub proposals: Vec<Proposal>,
    /// Lines that belong under no label.
    pub left_over: Vec<String>,
}

/// A label with the lines under it.
struct Part<'text> {
    target: Target,
    person: u32,
    line: u32,
    heading: &'text str,
    lines: Vec<&'text str>,
}

impl Part<'_> {
    /// Tells whether a line under a label without an answer yet is one of the options to choose from, such as `Victim`,
    /// although it would be a label elsewhere.
    fn takes_option(&self, line: &str) -> bool {
        let options = match self.target {
            Target::Person(PersonField::Role) => &ROLES[..],
            Target::Answer(key) => guide::question(key).map_or(&[][..], |question| question.options),
            _ => &[],
        };
        let first = line.split(':').next().unwrap_or_default().trim();
        let bare = self.lines.iter().all(|line| line.trim().is_empty());
        bare && options.iter().any(|option| option.eq_ignore_ascii_case(first))
    }
}

/// Reads a filled form. A text without a single label is proposed as the problem.
pub fn read(text: &str) -> FormRead {
    let end = text.char_indices().nth(MOST_CHARACTERS).map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut left_over = Vec::new();
    let mut section = Section::Referrer;
    let mut people = People::default();
    let mut pages = Pages::of(text);
    // Whether the last lines only named what was not answered.
    let mut open = false;
    for (at, line) in text.lines().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        if pages.skips(line) || labels::is_furniture(line) {
            continue;
        }
        let whole = line.trim_start_matches('\u{c}');
        let line = printed::without_lead(whole);
        if line.is_empty() && !whole.trim().is_empty() {
            continue;
        }
        let begins = line.replace('\u{a0}', " ").starts_with(NOT_ANSWERED);
        if begins || (open && line.contains(['·', '\u{a0}'])) {
            open = true;
            continue;
        }
        if let Some(targets) = printed::labels_alone(line) {
            for target in targets {
                section = target.section(section);
                let person = people.of(target);
                parts.push(Part { target, person, line: number, heading: line, lines: vec![""] });
            }
            open = false;
            continue;
        }
        if let Some(part) = parts.last_mut().filter(|part| part.takes_option(line)) {
            part.lines.push(line);
            continue;
        }
        match find(line, section) {
            Found::Section(next) => {
                open = false;
                section = next;
                people.begin(next);
            }
            Found::Label { target, rest } => {
                open = false;
                section = target.section(section);
                let person = people.of(target);
                parts.push(Part { target, person, line: number, heading: line, lines: vec![rest] });
            }
            Found::Nothing => match parts.last_mut() {
                Some(part) if !open => part.lines.push(line),
                _ if !line.trim().is_empty() => left_over.push(line.trim().to_owned()),
                _ => {}
            },
        }
    }
    if parts.is_empty() {
        return FormRead { proposals: whole(text), left_over: Vec::new() };
    }
    let mut proposals: Vec<Proposal> = people.roles();
    for part in parts {
        match proposed(&part) {
            Ok(Some(proposal)) => add(&mut proposals, proposal),
            Ok(None) => {}
            Err(unread) => left_over.push(unread),
        }
    }
    FormRead { proposals, left_over }
}

/// Returns the label of a field of the form.
pub fn label_of(field: OwnField) -> &'static str {
    label(Target::Own(field))
}

/// Counts the people a form names, by the headings and names that begin them.
#[derive(Default)]
struct People {
    begun: u32,
    named: bool,
    roles: Vec<(u32, SubjectRole, u32)>,
}

impl People {
    fn begin(&mut self, section: Section) {
        if let Section::People(role) = section {
            if self.named {
                self.next();
            }
            if let Some(role) = role {
                self.roles.retain(|(person, ..)| *person != self.begun);
                self.roles.push((self.begun, role, 0));
            }
        }
    }

    fn next(&mut self) {
        self.begun = (self.begun + 1).min(MOST_PEOPLE - 1);
        self.named = false;
    }

    fn of(&mut self, target: Target) -> u32 {
        if target == Target::Person(PersonField::Name) {
            if self.named {
                self.next();
            }
            self.named = true;
        }
        self.begun
    }

    /// Returns what headings such as `Victim details` say of the people under them.
    fn roles(&self) -> Vec<Proposal> {
        let named = |person: &u32| *person < self.begun || self.named;
        let role = |(person, role, line): &(u32, SubjectRole, u32)| Proposal {
            field: FormField::Person { person: *person, field: PersonField::Role },
            label: label(Target::Person(PersonField::Role)).to_owned(),
            text: word_of(*role).to_owned(),
            chosen: Vec::new(),
            line: *line,
            source: format!("Heading: {} details", role.words()),
        };
        self.roles.iter().filter(|(person, ..)| named(person)).map(role).collect()
    }
}

/// Adds a proposal; what a form says twice for one field is put together, because both were written there.
fn add(proposals: &mut Vec<Proposal>, proposal: Proposal) {
    match proposals.iter_mut().find(|earlier| earlier.field == proposal.field) {
        Some(earlier) => {
            if !proposal.text.is_empty() && earlier.text != proposal.text {
                let joint = if earlier.text.is_empty() { "" } else { "\n" };
                earlier.text = format!("{}{joint}{}", earlier.text, proposal.text);
            }
            let more = proposal.chosen.into_iter().filter(|each| !earlier.chosen.contains(each));
            let more: Vec<String> = more.collect();
            earlier.chosen.extend(more);
        }
        None => proposals.push(proposal),
    }
}

fn whole(text: &str) -> Vec<Proposal> {
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    let target = Target::Own(OwnField::Problem);
    vec![Proposal {
        field: FormField::Own { field: OwnField::Problem },
        label: label(target).to_owned(),
        text: text.to_owned(),
        chosen: Vec::new(),
        line: 1,
        source: shortened(text),
    }]
}

/// Returns the proposal of a part; nothing when nothing was filled in. What cannot be read as its field asks comes back.
fn proposed(part: &Part<'_>) -> Result<Option<Proposal>, String> {
    let text = marks::written(&part.lines);
    if text.is_empty() {
        return Ok(None);
    }
    let unread = || shortened(&format!("{} {text}", label(part.target)));
    let (field, text, chosen) = match part.target {
        Target::Own(field) => {
            let text = match field {
                OwnField::ReceivedOn => day(&text).ok_or_else(unread)?,
                OwnField::ReferrerEmail => text.trim_start_matches("mailto:").to_owned(),
                _ => text,
            };
            (FormField::Own { field }, text, Vec::new())
        }
        Target::Answer(key) => {
            let Some(question) = guide::question(key) else { return Ok(None) };
            let (chosen, text) = marks::chosen(question, &text);
            let text = match question.kind {
                AnswerKind::Date if !text.is_empty() => day(&text).ok_or_else(unread)?,
                _ => text,
            };
            if chosen.is_empty() && text.is_empty() {
                return Ok(None);
            }
            (FormField::Answer { key: key.to_owned() }, text, chosen)
        }
        Target::Person(field) => {
            let text = match field {
                PersonField::DateOfBirth => day(&text).ok_or_else(unread)?,
                PersonField::Age => age(&text).ok_or_else(unread)?,
                PersonField::Role => match marks::role(&text) {
                    Some(role) => word_of(role).to_owned(),
                    None if marks::lists_roles(&text) => return Ok(None),
                    None => return Err(unread()),
                },
                _ => text,
            };
            (FormField::Person { person: part.person, field }, text, Vec::new())
        }
    };
    let source = std::iter::once(part.heading).chain(part.lines.iter().skip(1).copied());
    let source: Vec<&str> = source.map(str::trim).filter(|line| !line.is_empty()).collect();
    let source = shortened(&source.join("\n"));
    Ok(Some(Proposal { field, label: label(part.target).to_owned(), text, chosen, line: part.line, source }))
}

fn day(text: &str) -> Option<String> {
    date_of(&Cell::of(text.trim())).map(|day| day.to_string())
}

fn age(text: &str) -> Option<String> {
    let digits: String = text.chars().skip_while(|letter| !letter.is_ascii_digit()).collect();
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    digits.parse::<u8>().ok().filter(|years| *years <= 120).map(|years| years.to_string())
}

fn word_of(role: SubjectRole) -> &'static str {
    match role {
        SubjectRole::Victim => "victim",
        SubjectRole::Perpetrator => "perpetrator",
        SubjectRole::Both => "both",
        SubjectRole::AtRisk => "at_risk",
        SubjectRole::NotTold => "not_told",
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SOURCE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
