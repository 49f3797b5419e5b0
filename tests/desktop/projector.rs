//! The audience's window reads what was put on it, and can call nothing that writes.

use std::fs;

use acceptance::{Application, Display, Outcome, places, sample_hub_of_today};
use serde_json::json;

/// Commands beside the list: the shell's own about windows and the system, and those of Tauri and its plugins.
const BESIDE_THE_LIST: &[&str] = &[
    "call_off",
    "close_console",
    "close_projector",
    "copy_privately",
    "hold_closing",
    "open_paper",
    "open_projector",
    "screens",
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
    let mut allowed = Vec::new();
    for command in listed.iter().map(String::as_str).chain(BESIDE_THE_LIST.iter().copied()) {
        // Because a request that does not fit would be refused too, only the words of the permission count.
        match application.ask(command, json!({ "id": "x", "meeting": "x", "text": "x" })).await? {
            Err(refused) if refused.contains("not allowed") => {}
            _ => allowed.push(command.to_owned()),
        }
    }
    assert_eq!(allowed, ["get_projector"], "it reads what was put on the screen, and nothing else");
    application.close().await
}
