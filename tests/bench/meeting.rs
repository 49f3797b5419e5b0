//! Long meetings in a large hub.

use acceptance::{Application, Outcome};
use serde_json::{Value, json};

/// The most open cases that is known of any hub, each an item of its meeting.
pub const ITEMS: usize = 85;

/// Fills the agenda of the sample's next meeting with [`ITEMS`] and begins it; returns its key.
pub async fn begin(application: &Application) -> Outcome<String> {
    let (meeting, _) = fill(application, ITEMS).await?;
    application.ask("begin_meeting", json!({ "meeting": meeting })).await??;
    Ok(meeting)
}

/// Fills the agenda of the sample's next meeting with so many items and has no copy of the hub on its way; returns the
/// meeting's key and the agenda.
pub async fn fill(application: &Application, wanted: usize) -> Outcome<(String, Value)> {
    let meetings = application.ask("list_meetings", json!({})).await??;
    let rows = meetings["rows"].as_array().into_iter().flatten();
    let ahead = rows.filter(|row| row["status"] == "planned" || row["status"] == "issued");
    let next = ahead.min_by_key(|row| row["date"].as_str().unwrap_or_default().to_owned());
    let meeting = next.and_then(|row| row["id"].as_str()).ok_or("the sample plans no meeting")?.to_owned();
    let of = json!({ "meeting": meeting });
    let mut agenda = application.ask("get_agenda", of.clone()).await??;
    if agenda["meeting"]["status"] == "issued" {
        agenda = application.ask("reopen_agenda", of.clone()).await??;
    }
    for about in candidates(&agenda) {
        if items(&agenda) >= wanted {
            break;
        }
        let item = json!({
            "meeting": meeting, "about": about, "title": "", "depth": null, "minutes": null, "group": null, "fixed_at": null,
        });
        agenda = application.ask("add_item", item).await??;
    }
    if items(&agenda) < wanted {
        return Err(format!("there are only {} items", items(&agenda)).into());
    }
    // Because the copy that is made after opening takes one of two cores; one more ends after it.
    application.ask("back_up_now", json!({})).await??;
    Ok((meeting, agenda))
}

fn items(agenda: &Value) -> usize {
    let groups = agenda["groups"].as_array().into_iter().flatten();
    groups.filter_map(|group| group["items"].as_array()).map(Vec::len).sum()
}

/// Returns what could be spoken of and is not on the agenda, cases first.
fn candidates(agenda: &Value) -> Vec<Value> {
    let each = agenda["not_on_it"].as_array().into_iter().flatten();
    let mut about: Vec<Value> = each.map(|candidate| candidate["about"].clone()).collect();
    about.sort_by_key(|about| about["about"] != "case");
    about
}
