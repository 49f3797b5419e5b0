//! The agenda of the scripted meeting: eleven items in two hours, as the coordinator would have built it.

use acceptance::{Application, Outcome};
use serde_json::{Value, json};

/// What stands on the agenda, in its order, each with its minutes.
const WANTED: [(&str, u32); 11] = [
    ("welcome", 4),
    ("matters_arising", 5),
    ("DEMO.31", 12),
    ("DEMO.45", 15),
    ("DEMO.51", 12),
    ("DEMO.46", 15),
    ("DEMO.21", 15),
    ("R.61", 12),
    ("R.62", 10),
    ("DEMO.49", 12),
    ("DEMO.47", 8),
];

fn items(agenda: &Value) -> Vec<Value> {
    let groups = agenda["groups"].as_array().into_iter().flatten();
    groups.flat_map(|group| group["items"].as_array().cloned().unwrap_or_default()).collect()
}

/// Returns what the script calls the item: its reference, or what it is about.
fn name(item: &Value) -> &str {
    item["reference"].as_str().or(item["about"]["about"].as_str()).unwrap_or_default()
}

/// Makes the agenda of the planned meeting into the scripted one.
pub async fn agenda(application: &Application, meeting: &str) -> Outcome<()> {
    table(application, "R.62").await?;
    let of = json!({ "meeting": meeting });
    let mut agenda = application.ask("get_agenda", of).await??;
    for item in items(&agenda) {
        if WANTED.iter().all(|(wanted, _)| *wanted != name(&item)) {
            agenda = application.ask("remove_item", json!({ "item": item["id"] })).await??;
        }
    }
    for (place, (wanted, minutes)) in (1..).zip(WANTED) {
        let found = |agenda: &Value| items(agenda).into_iter().find(|item| name(item) == wanted);
        if found(&agenda).is_none() {
            let candidates = agenda["not_on_it"].as_array().into_iter().flatten();
            let about =
                candidates.into_iter().find(|it| it["reference"] == wanted).map(|it| it["about"].clone());
            let about = about.ok_or_else(|| format!("{wanted} cannot be put on the agenda"))?;
            let add = json!({
                "meeting": meeting, "about": about, "group": null, "title": "", "depth": "full", "minutes": minutes,
                "fixed_at": null,
            });
            agenda = application.ask("add_item", add).await??;
        }
        let item = found(&agenda).ok_or_else(|| format!("{wanted} was not put on the agenda"))?;
        let amended = json!({
            "item": item["id"], "title": null, "depth": "full", "minutes": minutes, "group": group_of(&agenda, &item),
            "fixed_at": null, "pinned": true, "needs": [],
        });
        application.ask("amend_item", amended).await??;
        agenda = application.ask("move_item", json!({ "item": item["id"], "to": place })).await??;
    }
    let order: Vec<String> = items(&agenda).iter().map(|item| name(item).to_owned()).collect();
    assert_eq!(order, WANTED.map(|(wanted, _)| wanted), "the agenda of the script");
    assert_eq!(agenda["planned_minutes"], 120, "it takes two hours");
    Ok(())
}

fn group_of(agenda: &Value, item: &Value) -> Value {
    let mut groups = agenda["groups"].as_array().into_iter().flatten();
    let holds =
        |group: &&Value| group["items"].as_array().into_iter().flatten().any(|it| it["id"] == item["id"]);
    groups.find(holds).map(|group| group["group"].clone()).unwrap_or_default()
}

/// Tables a referral that passes the gate.
async fn table(application: &Application, number: &str) -> Outcome<()> {
    let all = application.ask("list_referrals", json!({})).await??;
    let wanted = number.trim_start_matches("R.").parse::<u32>()?;
    let row = all["rows"].as_array().into_iter().flatten().find(|row| find(row, "number") == json!(wanted));
    let id = find(row.ok_or("the sample has the referral")?, "id");
    application.ask("table_referral", json!({ "id": id, "override_reason": null })).await??;
    Ok(())
}

/// Returns a field of a row, or of the record that it holds.
fn find(row: &Value, field: &str) -> Value {
    let own = row.get(field).filter(|value| !value.is_null());
    let inner = || row.as_object()?.values().find_map(|part| part.get(field));
    own.or_else(inner).cloned().unwrap_or_default()
}
