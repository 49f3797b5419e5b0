//! Tells Tauri which commands each window may call, from the one list of commands.

// Because cargo reads a build script's instructions from its standard output.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, fs, path::PathBuf};

const COMMANDS: &[&str] = &[];
const PROJECTOR_COMMANDS: &[&str] = &[];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../ui/dist");
    let folder = PathBuf::from(env::var("OUT_DIR")?).join("window-permissions");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("windows.toml"), permission_sets())?;
    // Because Tauri wants the pattern for the life of the program, and a build script lives a second.
    let pattern: &'static str = Box::leak(folder.join("*.toml").display().to_string().into_boxed_str());
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS).permissions_path_pattern(pattern);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

fn permission_sets() -> String {
    permission_set("console-commands", "Every command of the application.", COMMANDS)
        + &permission_set("projector-commands", "What the audience's window reads.", PROJECTOR_COMMANDS)
}

fn permission_set(identifier: &str, description: &str, commands: &[&str]) -> String {
    let permissions: Vec<String> =
        commands.iter().map(|command| format!("\"allow-{}\"", command.replace('_', "-"))).collect();
    format!(
        "[[set]]\nidentifier = \"{identifier}\"\ndescription = \"{description}\"\npermissions = [{}]\n\n",
        permissions.join(", ")
    )
}
