//! Every screen of the sample hub is photographed, and axe-core finds nothing serious or critical on it.

use acceptance::{Application, Display, Key, Outcome, sample_hub_of_today, sample_meetings};
use serde_json::{Value, json};

/// Looks at the screen that is shown; what axe-core finds there is told under its name.
async fn look(application: &Application, name: &str, faults: &mut Vec<String>) -> Outcome<()> {
    application.photograph(&format!("screen-{name}")).await?;
    faults.extend(
        application.accessibility_faults().await?.into_iter().map(|fault| format!("{name}: {fault}")),
    );
    Ok(())
}

async fn first_id(application: &Application, command: &str, rows: &str) -> Outcome<String> {
    let answer = application.ask(command, json!({})).await??;
    Ok(find_id(&answer[rows][0]).ok_or_else(|| format!("{command} has nothing: {answer}"))?)
}

/// Returns the key of a row, which stands in it or in the record that it holds.
fn find_id(row: &Value) -> Option<String> {
    let own = row["id"].as_str().map(str::to_owned);
    own.or_else(|| row.as_object()?.values().find_map(|part| part["id"].as_str().map(str::to_owned)))
}

#[tokio::test]
async fn everybody_can_use_the_first_screens() -> Outcome<()> {
    let (display, data, mut faults) = (Display::start()?, tempfile::tempdir()?, Vec::new());
    let application = Application::open(&display, data.path()).await?;
    application.shows("Create the hub").await?;
    look(&application, "first-run", &mut faults).await?;
    application.close().await?;
    let sample = sample_hub_of_today()?;
    let application = Application::open(&display, sample.path()).await?;
    application.shows("Unlock the sample hub").await?;
    look(&application, "unlock", &mut faults).await?;
    assert_eq!(faults, Vec::<String>::new());
    application.close().await
}

#[tokio::test]
async fn everybody_can_use_every_screen() -> Outcome<()> {
    let (display, data, mut faults) = (Display::start()?, sample_hub_of_today()?, Vec::new());
    let meetings = sample_meetings(data.path())?;
    let with = |wanted: &[&str]| -> String {
        let found = meetings.iter().find(|it| wanted.iter().any(|status| it["status"] == *status));
        found.and_then(|it| it["id"].as_str()).unwrap_or_default().to_owned()
    };
    let (ahead, past) = (with(&["planned", "issued"]), with(&["approved", "confirmed"]));
    let application = Application::open(&display, data.path()).await?;
    application.unlock("sample").await?;
    application.shows("Before the pack goes out").await?;
    let agency = first_id(&application, "list_agencies", "rows").await?;
    let referral = first_id(&application, "list_referrals", "rows").await?;
    let case = application.ask("get_case", json!({ "reference": "DEMO.45" })).await??;
    let person = find_id(&case["subjects"][0]).ok_or("DEMO.45 is about nobody")?;
    let folder = tempfile::tempdir()?;
    let run = json!({ "meeting": past, "paper": "minutes", "folder": folder.path(), "only": [], "passphrase": "", "boxes_agreed": false });
    let made = application.ask("run_issue", run).await??;
    let copies = made["view"]["recipients"].as_array().into_iter().flatten();
    let copy = copies.filter_map(|each| each["copy"]["id"].as_str()).next().unwrap_or_default();
    let tick = json!({ "copy": copy, "sent": true, "how": "by hand" });
    application.ask("set_copy_sent", tick).await??;
    let screens = [
        ("today", "/today".to_owned(), "Before the pack goes out"),
        ("meetings", "/meetings".to_owned(), "Plan a meeting"),
        ("meeting", format!("/meetings/{ahead}"), "Agenda"),
        ("agenda", format!("/meetings/{ahead}/agenda"), "Not on the agenda"),
        ("minutes", format!("/meetings/{past}/minutes"), "The meeting commenced at"),
        ("sending", format!("/meetings/{past}/send/minutes"), "Make the copies again…"),
        ("sending-before", format!("/meetings/{ahead}/send/agenda"), "Disclosure log"),
        ("disclosures", "/disclosures".to_owned(), "Section 115"),
        ("preview", format!("/preview/{{\"paper\":\"agenda\",\"meeting\":\"{ahead}\"}}"), "For printing"),
        ("room-before", format!("/room/{ahead}"), "The meeting has not begun."),
        ("cases", "/cases".to_owned(), "median open"),
        ("case", "/cases/DEMO.45".to_owned(), "Scores"),
        ("person", format!("/people/{person}"), "On these records"),
        ("access", format!("/people/{person}/access"), "From the audit"),
        ("case-new", "/cases/new".to_owned(), "New case"),
        ("referrals", "/referrals".to_owned(), "New referral"),
        ("referral-new", "/referrals/new".to_owned(), "What has been tried"),
        ("referral", format!("/referrals/{referral}"), "Agency checks"),
        ("actions", "/actions".to_owned(), "Housing"),
        ("orders", "/orders".to_owned(), "in place"),
        ("agencies", "/agencies".to_owned(), "New agency"),
        ("agency", format!("/agencies/{agency}"), "People"),
        ("reports", "/reports".to_owned(), "Time to close"),
        ("settings-hub", "/settings/hub".to_owned(), "Marking"),
        ("settings-meetings", "/settings/meetings".to_owned(), "Rooms"),
        ("settings-slots", "/settings/slots".to_owned(), "Quick update"),
        ("settings-lights", "/settings/lights".to_owned(), "Red"),
        ("settings-bands", "/settings/bands".to_owned(), "High"),
        ("settings-areas", "/settings/areas".to_owned(), "Areas"),
        ("settings-holidays", "/settings/holidays".to_owned(), "Known up to the end of"),
        ("settings-keys", "/settings/keys".to_owned(), "letters"),
        ("settings-people", "/settings/people".to_owned(), "Another key for the record"),
        ("settings-lock", "/settings/lock".to_owned(), "Also while a meeting is running"),
        ("settings-data", "/settings/data".to_owned(), "Back up"),
        ("import", "/import".to_owned(), "Agencies first, then the register"),
        ("import-register", "/import/register".to_owned(), "Read what is pasted"),
        ("import-agencies", "/import/agencies".to_owned(), "Read what is pasted"),
        ("import-actions", "/import/actions".to_owned(), "Read what is pasted"),
    ];
    for (name, address, words) in &screens {
        application.visit(address, words).await?;
        look(&application, name, &mut faults).await?;
    }
    application.press(Key::Control + "k").await?;
    application.field("Case, person, action, meeting or command").await?;
    look(&application, "search", &mut faults).await?;
    application.press(Key::Escape).await?;
    application.press(Key::F1).await?;
    application.shows("Everywhere").await?;
    look(&application, "keys", &mut faults).await?;
    application.press(Key::Escape).await?;
    look_into_the_room(&application, &ahead, &mut faults).await?;
    assert!(faults.is_empty(), "{faults:#?}");
    application.close().await
}

/// The room with its dialogs, and what the audience sees.
async fn look_into_the_room(
    application: &Application,
    meeting: &str,
    faults: &mut Vec<String>,
) -> Outcome<()> {
    application.ask("begin_meeting", json!({ "meeting": meeting })).await??;
    let room = application.ask("get_room", json!({ "meeting": meeting })).await??;
    application.visit(&format!("/room/{meeting}"), "no decision needed").await?;
    look(application, "room-opening", faults).await?;
    let items = room["items"].as_array().into_iter().flatten();
    let kinds = ["DEMO.45", "R."].iter().filter_map(|kind| {
        items.clone().find(|item| item["reference"].as_str().is_some_and(|it| it.starts_with(kind)))
    });
    for item in kinds {
        let (request, reference) =
            (json!({ "meeting": meeting, "item": item["id"] }), item["reference"].as_str());
        application.ask("go_to_item", request.clone()).await??;
        application.ask("show_on_projector", request).await??;
        let reference = reference.unwrap_or_default();
        application.shows(&format!("Projector shows {reference}")).await?;
        look(application, &format!("room-{reference}"), faults).await?;
    }
    application.press("p").await?;
    application.shows("Somebody else").await?;
    look(application, "room-attendance", faults).await?;
    application.press(Key::Escape).await?;
    application.no_longer_shows("Somebody else").await?;
    application.click("Meeting").await?;
    application.click("Conclude the meeting…").await?;
    application.shows("Go on with the meeting").await?;
    look(application, "room-conclude", faults).await?;
    application.click("Go on with the meeting").await?;
    application.ask("open_projector", json!({})).await??;
    application.turn_to("projector").await?;
    application.comes_true("something on the projector", "document.querySelector('header')").await?;
    look(application, "projector", faults).await
}
