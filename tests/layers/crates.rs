//! Which crate of ours knows which, and which alone may name a package from outside.

use std::collections::{BTreeMap, BTreeSet};

use crate::shipped::workspace;

/// Every dependency between crates of the workspace, of whatever kind. What is not here is not allowed,
/// and what is here but gone from a `Cargo.toml` has to be taken out.
const KNOWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("papers", &["domain"]),
    ("exchange", &["domain"]),
    ("desk", &["domain", "exchange", "papers", "store"]),
    ("hub-tasking", &["desk", "domain"]),
    ("acceptance", &[]),
];

/// Packages from outside that one crate alone may name: (package, its crate).
const NAMED_BY_ONE: &[(&str, &str)] = &[
    ("arboard", "hub-tasking"),
    ("argon2", "store"),
    ("calamine", "exchange"),
    ("chacha20poly1305", "store"),
    ("clap", "hub-tasking"),
    ("csv", "exchange"),
    ("lopdf", "papers"),
    ("mail-builder", "exchange"),
    ("mail-parser", "exchange"),
    ("mimalloc", "hub-tasking"),
    ("printpdf", "papers"),
    ("rusqlite", "store"),
    ("rustix", "hub-tasking"),
    ("tauri", "hub-tasking"),
    ("tauri-build", "hub-tasking"),
    ("tauri-plugin-dialog", "hub-tasking"),
    ("tauri-plugin-opener", "hub-tasking"),
    ("webkit2gtk", "hub-tasking"),
    ("zip", "exchange"),
];

#[test]
fn each_crate_knows_exactly_the_crates_of_the_table() {
    let metadata = workspace();
    let ours: BTreeSet<&str> = metadata.workspace_packages().iter().map(|it| it.name.as_str()).collect();
    let found: BTreeMap<&str, BTreeSet<&str>> = metadata
        .workspace_packages()
        .into_iter()
        .map(|package| {
            let known = package.dependencies.iter().map(|it| it.name.as_str());
            (package.name.as_str(), known.filter(|name| ours.contains(name)).collect())
        })
        .collect();
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        KNOWS.iter().map(|(name, known)| (*name, known.iter().copied().collect())).collect();
    assert_eq!(found, allowed, "left: what the Cargo.toml files say; right: the table of this test");
}

#[test]
fn a_package_with_one_home_is_named_nowhere_else() {
    let metadata = workspace();
    for (outside, home) in NAMED_BY_ONE {
        let naming: BTreeSet<&str> = metadata
            .workspace_packages()
            .iter()
            .filter(|package| package.dependencies.iter().any(|it| it.name == *outside))
            .map(|package| package.name.as_str())
            .collect();
        assert_eq!(naming, BTreeSet::from([*home]), "{outside} belongs to {home} alone");
    }
}

#[test]
fn our_crates_are_never_published_and_carry_the_licence() {
    for package in workspace().workspace_packages() {
        assert_eq!(package.publish.as_deref(), Some(&[][..]), "{} is not for a registry", package.name);
        assert_eq!(package.license.as_deref(), Some("MIT"), "{} is MIT as a whole", package.name);
    }
}
