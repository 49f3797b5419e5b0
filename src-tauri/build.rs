//! Tells Tauri which commands each window may call, from the one list of commands.

// Because cargo reads a build script's instructions from its standard output.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, fs, path::PathBuf};

#[macro_use]
#[path = "crates/desk/src/command_list.rs"]
mod command_list;

macro_rules! names {
    ($($module:ident { $($name:ident: $right:ident, $request:ty => $response:ty;)* })*) => {
        /// Every command, as Tauri wants it.
        const COMMANDS: &[&str] = &[$($(stringify!($name),)*)*];
        /// Every command with the module that it lies in.
        const WITH_MODULES: &[(&str, &str)] = &[$($((stringify!($module), stringify!($name)),)*)*];
    };
}

with_commands!(names);

/// The commands that the shell answers by itself, about windows and the system; the chair's window alone has them.
const WINDOW_COMMANDS: &[&str] = &[
    "call_off",
    "close_console",
    "close_projector",
    "copy_privately",
    "hold_closing",
    "open_paper",
    "open_projector",
    "screens",
];

/// The one module whose commands the audience's window may call: it reads what was put on the screen.
const PROJECTOR_MODULE: &str = "projector";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../ui/dist");
    let folder = PathBuf::from(env::var("OUT_DIR")?).join("window-permissions");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("windows.toml"), permission_sets())?;
    // Because Tauri wants these for the life of the program, and a build script lives a second.
    let pattern: &'static str = Box::leak(folder.join("*.toml").display().to_string().into_boxed_str());
    let commands: &'static [&'static str] =
        Box::leak([COMMANDS, WINDOW_COMMANDS].concat().into_boxed_slice());
    let manifest = tauri_build::AppManifest::new().commands(commands).permissions_path_pattern(pattern);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

fn permission_sets() -> String {
    let projector =
        WITH_MODULES.iter().filter(|(module, _)| *module == PROJECTOR_MODULE).map(|(_, name)| *name);
    permission_set(
        "console-commands",
        "Every command of the application.",
        COMMANDS.iter().chain(WINDOW_COMMANDS).copied(),
    ) + &permission_set("projector-commands", "What the audience's window reads.", projector)
}

fn permission_set<'a>(
    identifier: &str,
    description: &str,
    commands: impl Iterator<Item = &'a str>,
) -> String {
    let permissions: Vec<String> =
        commands.map(|command| format!("\"allow-{}\"", command.replace('_', "-"))).collect();
    format!(
        "[[set]]\nidentifier = \"{identifier}\"\ndescription = \"{description}\"\npermissions = [{}]\n\n",
        permissions.join(", ")
    )
}
