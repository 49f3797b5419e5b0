//! Everything that ships is under a licence that lets anybody pass the program on.

use crate::shipped::{SYSTEMS, shipped_to};

/// Licences that ask for no more than their own text to travel along.
const PERMISSIVE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages under another licence, each with the reason why it may ship: (package, licence, reason).
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("cssparser", "MPL-2.0", "copyleft per file, used unchanged; Tauri reads pages with it"),
    ("dtoa-short", "MPL-2.0", "copyleft per file, used unchanged; part of cssparser"),
    ("option-ext", "MPL-2.0", "copyleft per file, used unchanged; Tauri finds folders with it"),
    ("selectors", "MPL-2.0", "copyleft per file, used unchanged; Tauri reads pages with it"),
    ("sqlcipher-src", "blessing", "SQLite's dedication to the public domain"),
    ("sqlcipher-src", "WTFPL", "no conditions at all; a part of SQLCipher's sources"),
];

#[test]
fn every_shipped_package_is_under_a_permissive_licence() {
    for system in SYSTEMS {
        for package in shipped_to(system) {
            let name = package.name.as_str();
            let expression = package.license.as_deref().unwrap_or("none stated");
            assert!(
                allows(expression, &|licence| is_allowed(name, licence)),
                "{name} {} ships on {system} under “{expression}”",
                package.version
            );
        }
    }
}

#[test]
fn every_exception_is_still_needed() {
    let shipped: Vec<_> = SYSTEMS.iter().flat_map(|system| shipped_to(system)).collect();
    for (name, licence, _) in EXCEPTIONS {
        let needed = shipped.iter().any(|package| {
            package.name.as_str() == *name
                && package.license.as_deref().is_some_and(|it| it.contains(licence))
        });
        assert!(needed, "{name} no longer ships under {licence}: take the exception out");
    }
}

#[test]
fn a_licence_expression_is_read_as_it_is_written() {
    let only_mit = |licence: &str| licence == "MIT";
    assert!(allows("MIT OR GPL-3.0", &only_mit), "one of two may be chosen");
    assert!(allows("GPL-3.0/MIT", &only_mit), "the old slash means OR");
    assert!(!allows("MIT AND GPL-3.0", &only_mit), "both are asked for");
    assert!(!allows("(MIT OR Zlib) AND GPL-3.0", &only_mit), "brackets bind before AND");
    assert!(allows("Zlib AND GPL-3.0 OR MIT", &only_mit), "AND binds before OR");
    assert!(!allows("none stated", &only_mit), "no licence is no permission");
}

fn is_allowed(package: &str, licence: &str) -> bool {
    PERMISSIVE.contains(&licence)
        || EXCEPTIONS.iter().any(|(name, other, _)| *name == package && *other == licence)
}

/// Tells whether the SPDX expression can be met with allowed licences alone.
fn allows(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let text = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut rest = words.as_slice();
    any_of(&mut rest, allowed) && rest.is_empty()
}

fn any_of(words: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = all_of(words, allowed);
    while let Some((&"OR", rest)) = words.split_first() {
        *words = rest;
        met |= all_of(words, allowed);
    }
    met
}

fn all_of(words: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = one(words, allowed);
    while let Some((&"AND", rest)) = words.split_first() {
        *words = rest;
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> bool {
    match **words {
        ["(", ..] => {
            *words = &words[1..];
            let met = any_of(words, allowed);
            *words = words.strip_prefix(&[")"]).unwrap_or(&[]);
            met
        }
        [licence, "WITH", exception, ..] => {
            *words = &words[3..];
            allowed(&format!("{licence} WITH {exception}"))
        }
        [licence, ..] => {
            *words = &words[1..];
            allowed(licence)
        }
        [] => false,
    }
}
