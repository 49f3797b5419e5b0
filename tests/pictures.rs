//! Makes the two pictures of the README anew, from the sample hub: `make pictures`.

use std::{fs, path::Path, process::Command};

use acceptance::{
    Application, Display, Key, Outcome, hub_tasking, places, sample_hub_of_today, sample_meetings,
};
use serde_json::{Value, json};

const CASE: &str = "DEMO.45";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let folder = places::project().join("tests/pictures");
    fs::create_dir_all(&folder)?;
    let data = sample_hub_of_today()?;
    let planned = sample_meetings(data.path())?.into_iter().find(|meeting| meeting["status"] == "planned");
    let meeting = planned.ok_or("the sample plans no meeting")?["id"].as_str().unwrap_or_default().to_owned();
    paper(data.path(), &meeting, &folder)?;
    room(data.path(), &meeting).await?;
    fs::rename(places::screenshots().join("room.png"), folder.join("room.png"))?;
    Ok(())
}

/// The first page of the agenda pack.
fn paper(data: &Path, meeting: &str, folder: &Path) -> Outcome<()> {
    let file = data.join("agenda.pdf").display().to_string();
    hub_tasking(data, "sample", &["paper", "agenda", "--meeting", meeting, "--out", &file])?.well()?;
    let whole = ["-png", "-r", "96", "-f", "1", "-singlefile", &file];
    let drawn = Command::new("pdftoppm").args(whole).arg(folder.join("paper")).status()?;
    if drawn.success() { Ok(()) } else { Err("pdftoppm could not draw the paper".into()) }
}

/// The console in the middle of a meeting: some items done, people there, something being written down.
async fn room(data: &Path, meeting: &str) -> Outcome<()> {
    let display = Display::start()?;
    let application = Application::open(&display, data).await?;
    application.unlock("sample").await?;
    application.shows("Before the pack goes out").await?;
    let of = json!({ "meeting": meeting });
    begin_as_late_as(&application, meeting, CASE).await?;
    let view = application.ask("read_declaration", of).await??;
    enter_everybody(&application, meeting, &view).await?;
    let items = view["items"].as_array().cloned().unwrap_or_default();
    let until =
        items.iter().position(|item| item["reference"] == CASE).ok_or("the case is not on the agenda")?;
    for item in items.iter().take(until) {
        let (id, about_case) = (&item["id"], item["reference"].is_string());
        application.ask("go_to_item", json!({ "meeting": meeting, "item": id })).await??;
        let decided = if about_case { "continue" } else { "noted" };
        let choice = json!({ "item": id, "choice": { "decided": decided }, "text": "" });
        application.ask("decide", choice).await??;
    }
    let current = json!({ "meeting": meeting, "item": items[until]["id"] });
    application.ask("go_to_item", current.clone()).await??;
    application.ask("show_on_projector", current).await??;
    application.visit(&format!("/room/{meeting}"), "not decided yet").await?;
    application.press(Key::Alt + "k").await?;
    application.press("Attendance better since the taxi was arranged. No new reports this month.").await?;
    application.press(Key::Alt + "a").await?;
    application.press("home visit @Housing J Bell by Fri").await?;
    application.shows("Due Friday").await?;
    // Because the completion that is still offered would hide the ways to decide.
    application.press(Key::Escape).await?;
    application.photograph("room").await?;
    application.close().await
}

/// Begins the meeting, planned so that the turn of the item with this reference comes about now.
async fn begin_as_late_as(application: &Application, meeting: &str, reference: &str) -> Outcome<()> {
    let of = json!({ "meeting": meeting });
    let agenda = application.ask("get_agenda", of.clone()).await??;
    let groups = agenda["groups"].as_array().into_iter().flatten();
    let items = groups.flat_map(|group| group["items"].as_array().into_iter().flatten());
    let before: i64 = items
        .take_while(|item| item["reference"] != reference)
        .filter_map(|item| item["minutes"].as_i64())
        .sum();
    let wanted = "const at = new Date(Date.now() - arguments[0] * 60000);
        return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')";
    let starts = application.page().execute(wanted, vec![json!(before + 3)]).await?.json().clone();
    let mut plan = agenda["meeting"].clone();
    plan["starts"] = starts;
    application.ask("amend_meeting", json!({ "meeting": meeting, "plan": plan })).await??;
    application.ask("begin_meeting", of).await??;
    Ok(())
}

/// Enters everybody who is expected: most in the room, one on the line, one in writing.
async fn enter_everybody(application: &Application, meeting: &str, view: &Value) -> Outcome<()> {
    for (at, line) in view["attendance"]["expected"].as_array().into_iter().flatten().enumerate() {
        let mode = match at {
            3 => "dialled_in",
            5 => "written",
            _ => "in_room",
        };
        let entry = json!({
            "meeting": meeting, "agency": line["agency"], "officer": line["officer"], "name": line["name"],
            "mode": mode, "substitute_for": "", "from_item": null, "to_item": null,
        });
        application.ask("add_attendance", entry).await??;
    }
    Ok(())
}
