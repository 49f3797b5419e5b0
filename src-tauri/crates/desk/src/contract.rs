//! The TypeScript contract of the window, generated from the one list of commands and the wire types.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::failure::Failure;
use crate::wire::everything::*;

struct Collector<'a> {
    config: &'a Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Collector<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // A type without a place to be exported to is a built-in one and needs no declaration.
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(self.config), T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! expand {
    ($($noun:ident { $($name:ident: $right:ident, $request:ident => $response:ident;)* })*) => {
        /// Returns the text of `contract.ts`.
        pub fn contract() -> String {
            let config = Config::new().with_large_int("number");
            let mut collector =
                Collector { config: &config, seen: HashSet::new(), declarations: BTreeMap::new() };
            collector.visit::<Failure>();
            $($(collector.visit::<$request>(); collector.visit::<$response>();)*)*
            let mut text = String::from(
                "// Generated from the list of commands and the wire types; `make fix` writes it anew.\n\n",
            );
            for declaration in collector.declarations.values() {
                text.push_str("export ");
                text.push_str(declaration);
                text.push('\n');
            }
            text.push_str("\nexport interface Commands {\n");
            $($(text.push_str(&format!(
                "  {}: {{ request: {}; response: {} }};\n",
                stringify!($name),
                <$request>::name(&config),
                <$response>::name(&config),
            ));)*)*
            text.push_str("}\n\nexport type CommandName = keyof Commands;\n");
            text.push_str(&format!(
                "\n/** Characters that a passphrase has at least. */\nexport const fewestCharacters = {};\n",
                domain::users::FEWEST_CHARACTERS,
            ));
            text
        }
    };
}

with_commands!(expand);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_contract_is_the_generated_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/backend/contract.ts");
        let generated = contract();
        if std::env::var_os("WRITE_CONTRACT").is_some() {
            std::fs::write(path, &generated).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == generated, "contract.ts is not current: run `make fix`");
    }
}
