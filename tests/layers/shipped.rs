//! What `cargo metadata` says of the workspace, and of the packages that ship to each system.

use std::collections::{BTreeSet, HashMap, VecDeque};

use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId};

/// The systems that the program is built for.
pub const SYSTEMS: &[&str] =
    &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin"];

/// Returns the workspace with its whole resolved graph.
pub fn workspace() -> Metadata {
    metadata(&[])
}

/// Returns the packages that the shipped program is made of on `system`: what `hub-tasking` reaches by normal
/// dependencies, and the C sources that their build scripts compile into it (packages named `*-src`).
/// Proc-macros and other build dependencies run only while building, and are left out.
pub fn shipped_to(system: &str) -> Vec<Package> {
    let metadata = metadata(&["--filter-platform".into(), system.into()]);
    let resolve = metadata.resolve.as_ref().expect("cargo resolves the graph");
    let nodes: HashMap<&PackageId, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let packages: HashMap<&PackageId, &Package> = metadata.packages.iter().map(|it| (&it.id, it)).collect();
    let root = metadata
        .packages
        .iter()
        .find(|package| package.name.as_str() == "hub-tasking")
        .expect("the shell is a member of the workspace");

    let mut reached = BTreeSet::from([root.id.clone()]);
    let mut waiting = VecDeque::from([&root.id]);
    while let Some(id) = waiting.pop_front() {
        for dependency in &nodes[id].deps {
            let package = packages[&dependency.pkg];
            let linked = dependency.dep_kinds.iter().any(|kind| match kind.kind {
                DependencyKind::Normal => true,
                DependencyKind::Build => package.name.ends_with("-src"),
                _ => false,
            });
            let runs_in_the_compiler = package.targets.iter().any(|target| target.is_proc_macro());
            if linked && !runs_in_the_compiler && reached.insert(dependency.pkg.clone()) {
                waiting.push_back(&dependency.pkg);
            }
        }
    }
    metadata.packages.iter().filter(|package| reached.contains(&package.id)).cloned().collect()
}

fn metadata(options: &[String]) -> Metadata {
    MetadataCommand::new()
        .manifest_path(acceptance::places::project().join("Cargo.toml"))
        .features(CargoOpt::SomeFeatures(Vec::new()))
        .other_options(options)
        .exec()
        .expect("cargo metadata describes the workspace")
}
