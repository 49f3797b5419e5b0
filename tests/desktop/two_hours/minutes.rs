//! The minutes hold every decision and every action: on the screen, and in the text of the paper.

use std::process::Command;

use acceptance::{Outcome, hub_tasking};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Meeting;

/// Returns the text without the ends of its lines.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub async fn on_the_screen(meeting: &Meeting) -> Outcome<()> {
    let application = &meeting.room.application;
    let minutes = application.ask("get_minutes", json!({ "meeting": meeting.room.meeting })).await??;
    let item = |heading: &str| -> Value {
        let found = minutes["items"].as_array().into_iter().flatten().find(|item| item["heading"] == heading);
        found.cloned().unwrap_or_default()
    };
    for (heading, words) in &meeting.decisions {
        let decision = item(heading)["decision"].as_str().unwrap_or_default().to_owned();
        assert!(decision.starts_with(words.as_str()), "{heading}: “{decision}” should begin with “{words}”");
        application.shows(&decision).await?;
    }
    for (heading, what, owner) in &meeting.actions {
        let item = item(heading);
        let actions = item["new_actions"].as_array().into_iter().flatten();
        let action =
            actions.into_iter().find(|action| action["what"].as_str().is_some_and(|it| it.starts_with(what)));
        let action = action.ok_or_else(|| format!("{heading} lacks “{what}”: {item}"))?;
        assert_eq!(action["officer"]["name"], owner.as_str(), "who owes it");
        assert!(!action["due"].is_null(), "by when");
        application.shows(what).await?;
    }
    application.photograph("two-hours-minutes").await
}

/// Closes the application, makes the paper by the command line and reads it as a person would; returns what the program spoke
/// to until it ended.
pub async fn on_paper(meeting: Meeting) -> Outcome<TempDir> {
    let Meeting { room, data, decisions, actions, traces, .. } = meeting;
    room.application.close().await?;
    let file = data.path().join("minutes.pdf").display().to_string();
    hub_tasking(data.path(), "sample", &["paper", "minutes", "--meeting", &room.meeting, "--out", &file])?
        .well()?;
    let output = Command::new("pdftotext").args(["-layout", &file, "-"]).output()?;
    let text = flowing(&String::from_utf8(output.stdout)?);
    for (heading, words) in &decisions {
        assert!(text.contains(words), "the decision on {heading}, “{words}”, is on paper: {text}");
    }
    for (heading, what, owner) in &actions {
        assert!(text.contains(what) && text.contains(owner), "“{what}” under {heading} is on paper: {text}");
    }
    Ok(traces)
}
