//! A mark that a page could take for its own language, typed into every kind of field, is text: on the screens, for the
//! audience, and on paper.

use std::process::Command;

use acceptance::{Application, Outcome, TwoMonitors, hub_tasking, sample_hub_of_today};
use serde_json::{Value, json};

use crate::room::Room;

const MARK: &str = "<img src=x onerror=window.planted=1>";

/// Where the mark was typed in.
struct Planted {
    case: String,
    reference: String,
    agency: String,
    referral: String,
    person: String,
}

#[tokio::test]
async fn markup_in_a_field_is_text_on_every_screen_on_the_projector_and_on_paper() -> Outcome<()> {
    let (monitors, data) = (TwoMonitors::start()?, sample_hub_of_today()?);
    let application = Application::open(&monitors, data.path()).await?;
    application.unlock("sample").await?;
    application.shows("Before the pack goes out").await?;
    let planted = plant(&application).await?;
    for (address, words) in [
        ("/today".to_owned(), "Before the pack goes out"),
        ("/cases".to_owned(), "median open"),
        (format!("/cases/{}", planted.reference), "Scores"),
        (format!("/people/{}", planted.person), MARK),
        ("/referrals".to_owned(), MARK),
        (format!("/referrals/{}", planted.referral), MARK),
        ("/actions".to_owned(), MARK),
        ("/agencies".to_owned(), MARK),
        (format!("/agencies/{}", planted.agency), MARK),
        ("/disclosures".to_owned(), MARK),
        ("/settings/hub".to_owned(), "Marking"),
        ("/settings/areas".to_owned(), MARK),
        ("/settings/meetings".to_owned(), "Rooms"),
    ] {
        application.visit(&address, words).await?;
        is_text(&application, &address).await?;
    }
    application.visit("/today", "Before the pack goes out").await?;
    let room = Room::begin(application).await?;
    in_the_room(&room, &planted).await?;
    let Room { application, meeting } = room;
    for (address, words) in
        [(format!("/meetings/{meeting}"), MARK), (format!("/meetings/{meeting}/minutes"), MARK)]
    {
        application.visit(&address, words).await?;
        is_text(&application, &address).await?;
    }
    application.close().await?;
    let file = data.path().join("minutes.pdf").display().to_string();
    hub_tasking(data.path(), "sample", &["paper", "minutes", "--meeting", &meeting, "--out", &file])?
        .well()?;
    let output = Command::new("pdftotext").args(["-raw", &file, "-"]).output()?;
    let text = String::from_utf8(output.stdout)?.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(MARK), "the mark is printed as it was typed: {text}");
    Ok(())
}

/// Types the mark into the fields of most kinds of record.
async fn plant(application: &Application) -> Outcome<Planted> {
    let ask = async |command: &str, request: Value| -> Outcome<Value> {
        Ok(application.ask(command, request).await??)
    };
    let id = |answer: &Value| answer["id"].as_str().unwrap_or_default().to_owned();
    let mut settings = ask("get_settings", json!({})).await?["settings"].clone();
    settings["hub"] = json!(MARK);
    settings["declaration"] = json!(MARK);
    settings["rooms"] = json!([MARK]);
    ask("amend_settings", json!({ "settings": settings })).await?;
    ask("add_area", json!({ "name": MARK })).await?;
    let agency = json!({
        "name": MARK, "short_name": "Mark", "field": "housing", "presence": "own_items", "pack_rule": "all",
    });
    let agency = id(&ask("add_agency", agency).await?["agency"]);
    let officer = json!({
        "agency": agency, "name": MARK, "post": MARK, "email": "", "telephone": MARK, "attends": true,
    });
    ask("add_officer", officer).await?;
    let subject = json!({ "fields": {
        "name": MARK, "aliases": [MARK], "date_of_birth": "1980-01-02", "age": null, "addresses": [MARK],
        "telephones": [MARK], "agency_references": [],
    }, "role": "at_risk" });
    let case = json!({ "fields": {
        "kind": "person", "title": MARK, "outline": MARK, "key_issues": [MARK], "factors": null, "place": MARK,
        "area": null, "source": null, "lead_agency": agency, "lead_officer": null, "legal_lead": MARK, "involved": [],
        "review_rule": "every_meeting", "outside_facts": [],
    }, "opened": "2026-01-05", "subjects": [subject], "initial_score": null });
    let view = ask("add_case", case).await?;
    let (case, person) = (id(&view["case"]), id(&view["subjects"][0]["subject"]));
    let reference = view["case"]["reference"].as_str().unwrap_or_default().to_owned();
    let action = json!({
        "case": case, "meeting": null, "what": MARK, "kind": null, "agency": agency, "officer": null,
        "new_officer": null, "due": null,
    });
    let action = ask("add_action", action).await?;
    let action = id(&action["row"]);
    ask("add_action_update", json!({ "id": action, "text": MARK, "on": null })).await?;
    ask("set_light", json!({ "id": action, "light": "red", "reason": MARK })).await?;
    ask("add_forum_link", json!({ "case": case, "fields": { "forum": MARK, "since": null, "until": null } }))
        .await?;
    let referral = json!({
        "source": "partner", "received_on": "2026-01-05", "referrer_name": MARK, "referrer_agency": agency,
        "referrer_address": MARK, "referrer_telephone": MARK, "referrer_email": "", "referrer_contact": MARK,
        "title": MARK, "problem": MARK, "victims": MARK, "offenders": MARK, "safeguarding": MARK, "tried": MARK,
        "place": MARK, "area": null, "guides": [], "answers": {},
        "kept_subjects": [], "new_subjects": [],
    });
    let referral = id(&ask("add_referral", referral).await?["referral"]);
    ask(
        "add_disclosure",
        json!({ "agency": null, "to": MARK, "what": MARK, "why": MARK, "references": [reference] }),
    )
    .await?;
    Ok(Planted { case, reference, agency, referral, person })
}

/// Types the mark into the fields of the room, and shows them to the audience.
async fn in_the_room(room: &Room, planted: &Planted) -> Outcome<()> {
    let application = &room.application;
    let ask = async |command: &str, request: Value| -> Outcome<Value> {
        Ok(application.ask(command, request).await??)
    };
    let meeting = &room.meeting;
    let about = json!({ "about": "case", "case": planted.case });
    let item = json!({
        "meeting": meeting, "about": about, "group": null, "title": "", "depth": "full", "minutes": 5, "fixed_at": null,
    });
    let known = room.until(|_| true).await?;
    let listed = |room: &Value| {
        let items = room["items"].as_array().into_iter().flatten();
        items.clone().find(|item| item["reference"] == planted.reference.as_str()).cloned()
    };
    let item = match listed(&known) {
        Some(item) => item,
        None => {
            ask("add_item", item).await?;
            listed(&room.until(|view| listed(view).is_some()).await?).ok_or("the item is on the agenda")?
        }
    };
    let item = item["id"].clone();
    ask("go_to_item", json!({ "meeting": meeting, "item": item })).await?;
    let view = ask("add_key_point", json!({ "item": item, "text": MARK })).await?;
    let point = view["current"]["key_points"][0]["id"].clone();
    ask("show_key_point", json!({ "id": point, "shown": true })).await?;
    let update = json!({ "meeting": meeting, "case": planted.case, "agency": planted.agency, "text": MARK });
    let view = ask("add_written_update", update).await?;
    let update = view["current"]["case"]["updates"][0]["id"].clone();
    ask("show_written_update", json!({ "id": update, "shown": true })).await?;
    let observer = json!({
        "meeting": meeting, "agency": planted.agency, "officer": null, "name": MARK, "mode": "in_room",
        "substitute_for": MARK, "from_item": null, "to_item": null,
    });
    ask("add_attendance", observer).await?;
    ask("set_projector_level", json!({ "meeting": meeting, "level": "full", "item": item })).await?;
    ask("show_on_projector", json!({ "meeting": meeting, "item": item })).await?;
    ask("decide", json!({ "item": item, "choice": { "decided": "continue" }, "text": MARK })).await?;
    room.audience(true, MARK).await?;
    is_text(application, "the room").await?;
    application.turn_to("projector").await?;
    is_text(application, "the projector").await?;
    room.to_console().await?;
    let end = json!({ "meeting": meeting, "with_open_ends": true });
    ask("conclude_meeting", end).await.map(drop)
}

/// Fails when the page took the mark for more than text.
async fn is_text(application: &Application, place: &str) -> Outcome<()> {
    let taken = "return window.planted === 1 || document.querySelector('img[src=\"x\"]') !== null";
    let taken = application.page().execute(taken, Vec::new()).await?;
    assert_eq!(taken.json(), &Value::Bool(false), "{place} took what was typed for its own language");
    Ok(())
}
