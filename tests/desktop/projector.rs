//! The audience's window reads what was put on it, and can call nothing that writes.

use std::fs;

use acceptance::{Application, Display, Outcome, places, sample_hub_of_today};
use serde_json::json;

/// Commands of Tauri and its plugins.
const OF_TAURI: &[&str] = &[
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:event|emit",
    "plugin:opener|open_path",
    "plugin:opener|open_url",
    "plugin:webview|create_webview_window",
    "plugin:window|close",
    "plugin:window|create",
];

/// Returns the names in the one list of commands.
fn commands() -> Outcome<Vec<String>> {
    let list = fs::read_to_string(places::project().join("src-tauri/crates/desk/src/command_list.rs"))?;
    let names = list.lines().filter(|line| line.contains(" => ") && line.trim_end().ends_with(';'));
    Ok(names.filter_map(|line| line.trim().split_once(':')).map(|(name, _)| name.to_owned()).collect())
}

/// Returns the names of the commands that the shell answers by itself, about windows and the system.
fn commands_of_the_shell() -> Outcome<Vec<String>> {
    let script = fs::read_to_string(places::project().join("src-tauri/build.rs"))?;
    let (_, list) = script.split_once("WINDOW_COMMANDS: &[&str] =").ok_or("the list has another name")?;
    let (list, _) = list.split_once(';').ok_or("the list does not end")?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

#[tokio::test]
async fn the_audiences_window_can_call_nothing_that_writes() -> Outcome<()> {
    let display = Display::start()?;
    let data = sample_hub_of_today()?;
    let application = Application::open(&display, data.path()).await?;
    application.unlock("sample").await?;
    application.shows("Before the pack goes out").await?;
    application.ask("open_projector", json!({})).await??;
    application.turn_to("projector").await?;
    let listed = commands()?;
    assert!(listed.len() > 60 && listed.contains(&"set_light".to_owned()), "the list is read: {listed:?}");
    let of_shell = commands_of_the_shell()?;
    assert!(of_shell.contains(&"hold_closing".to_owned()), "the shell’s are read: {of_shell:?}");
    let mut allowed = Vec::new();
    for command in listed.iter().chain(&of_shell).map(String::as_str).chain(OF_TAURI.iter().copied()) {
        // Because a request that does not fit would be refused too, only the words of the permission count.
        match application.ask(command, json!({ "id": "x", "meeting": "x", "text": "x" })).await? {
            Err(refused) if refused.contains("not allowed") => {}
            _ => allowed.push(command.to_owned()),
        }
    }
    assert_eq!(allowed, ["get_projector"], "it reads what was put on the screen, and nothing else");
    application.close().await
}
