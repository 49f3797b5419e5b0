//! One referral from its form to the closure, the return and the end of its case, through the screens that do it.

use acceptance::{Application, Display, Key, Outcome, sample_hub_of_today, sample_meetings};
use serde_json::{Value, json};

const PROBLEM: &str = "Music until four in the morning; three households cannot sleep";
const TRIED: &str = "Two letters and a visit; quiet for a week each time";
const ACTION: &str = "warning letter to both flats";
const BACK: &str = "the music is back";

#[tokio::test]
async fn a_referral_becomes_a_case_that_is_closed_comes_back_and_goes_on_in_another() -> Outcome<()> {
    let display = Display::start()?;
    let data = sample_hub_of_today()?;
    let planned = sample_meetings(data.path())?.into_iter().find(|meeting| meeting["status"] == "planned");
    let meeting =
        planned.and_then(|it| it["id"].as_str().map(str::to_owned)).ok_or("no meeting is planned")?;
    let application = Application::open(&display, data.path()).await?;
    application.unlock("sample").await?;

    let referral = referred(&application).await?;
    let case = adopted(&application, &meeting, &referral).await?;
    closed(&application, &case).await?;
    reopened(&application, &case).await?;
    combined(&application, &case).await?;
    application.close().await
}

/// Fills the form in, first without what was tried, and tables it once the gate is content; returns its number.
async fn referred(application: &Application) -> Outcome<String> {
    application.visit("/referrals/new", "The problem in short").await?;
    application.type_into("The problem and its effect", PROBLEM).await?;
    application.click("Record referral").await?;
    application.shows("It cannot be tabled yet.").await?;
    application.click("Fill it in").await?;
    application.type_into("What has been tried, did it work, and why", TRIED).await?;
    application.click("Save").await?;
    application.no_longer_shows("It cannot be tabled yet.").await?;
    application.click("Table for the next meeting").await?;
    application.button("Back to triage").await?;
    let address = application.page().current_url().await?;
    let id = address.fragment().and_then(|it| it.rsplit('/').next()).unwrap_or_default();
    let view = application.ask("get_referral", json!({ "id": id })).await??;
    assert_eq!(view["referral"]["problem"], PROBLEM);
    assert_eq!(view["referral"]["status"], "tabled");
    Ok(format!("R.{}", view["referral"]["number"]))
}

/// Puts the referral on the agenda, adopts it in the room and gives somebody an action; returns the case's reference.
async fn adopted(application: &Application, meeting: &str, referral: &str) -> Outcome<String> {
    application.visit(&format!("/meetings/{meeting}/agenda"), "Not on the agenda").await?;
    application.click("Add an item…").await?;
    application.type_into("Find", referral).await?;
    application.click(&format!("Add {referral}")).await?;
    application.click_in_dialog("Done").await?;
    application.visit(&format!("/room/{meeting}"), "The meeting has not begun.").await?;
    application.click("Begin the meeting").await?;
    application.shows("no decision needed").await?;

    let room =
        |wanted: fn(&Value) -> bool| application.until("get_room", json!({ "meeting": meeting }), wanted);
    let view = room(|_| true).await?;
    let mut items = view["items"].as_array().into_iter().flatten();
    let place = items.find(|item| item["reference"] == referral).map(|item| item["position"].to_string());
    application.press(place.ok_or("the referral is not on the agenda")? + Key::Enter).await?;
    room(|room| room["current"]["about"]["about"] == "referral").await?;
    application.press(Key::Alt + "d").await?;
    let first = "document.activeElement.textContent.trim().startsWith('Adopt')";
    application.comes_true("the focus on the first way to decide", first).await?;
    application.press(Key::Enter).await?;
    application.choose("A topic or location").await?;
    application.click("Record: adopt").await?;
    let view = room(|room| room["current"]["decision"]["decision"]["outcome"]["decided"] == "adopt").await?;
    let case = view["current"]["case"]["reference"].as_str().ok_or("no case came of it")?.to_owned();

    application.no_longer_shows("The referral becomes a case").await?;
    application.press(Key::Alt + "a").await?;
    let line = "document.activeElement.matches('textarea, input')";
    application.comes_true("the focus on the action line", line).await?;
    application.press(format!("{ACTION} @Housing by Fri")).await?;
    application.shows("Due Friday").await?;
    application.press(Key::Enter).await?;
    room(|room| room["current"]["new_actions"][0]["what"] == ACTION).await?;
    application.press(Key::Escape).await?;
    application.click("Meeting").await?;
    application.click("Conclude the meeting…").await?;
    application.click("Conclude all the same").await?;
    application.turn_to("Minutes").await?;
    application.shows(&case).await?;
    Ok(case)
}

/// Closes the case: it is refused until its open action is settled.
async fn closed(application: &Application, case: &str) -> Outcome<()> {
    application.visit(&format!("/cases/{case}"), ACTION).await?;
    application.click("Close case").await?;
    application.choose("It is not, because …").await?;
    application.type_into("Reason for no closing score", "quiet before it could be scored").await?;
    application.click_in_dialog("Close case").await?;
    application.shows("Say what becomes of").await?;
    application.choose("Done").await?;
    application.click_in_dialog("Close case").await?;
    application.button("Re-open").await?;
    let view = application.ask("get_case", json!({ "reference": case })).await??;
    assert_eq!(view["open"], false);
    assert_eq!(view["actions"][0]["status"], "done");
    Ok(())
}

async fn reopened(application: &Application, case: &str) -> Outcome<()> {
    application.click("Re-open").await?;
    application.type_into("Why it comes back", BACK).await?;
    application.click_in_dialog("Re-open").await?;
    application.button("Close case").await?;
    application.shows(BACK).await?;
    application.photograph("case-re-opened").await?;
    let view = application.ask("get_case", json!({ "reference": case })).await??;
    assert_eq!(
        view["episodes"].as_array().map(Vec::len),
        Some(2),
        "it keeps its reference and gets an episode"
    );
    Ok(())
}

/// Combines the case with an open one; it stays as a signpost.
async fn combined(application: &Application, case: &str) -> Outcome<()> {
    let register = application.ask("list_cases", json!({})).await??;
    let mut open = register["rows"].as_array().into_iter().flatten().filter(|row| row["closed"].is_null());
    let other = open.find(|row| row["reference"] != case).and_then(|row| row["reference"].as_str());
    let other = other.ok_or("no other case is open")?;
    application.click("More").await?;
    application.click("Combine with another case…").await?;
    application.field("Goes on in").await?.send_keys(other + Key::Enter).await?;
    application.click_in_dialog(&format!("Combine with {other}")).await?;
    application.until("get_case", json!({ "reference": case }), |view| view["signpost_to"] == other).await?;
    application
        .visit(&format!("/cases/{case}"), "Work goes on there; what is below stays as it was.")
        .await?;
    application.photograph("case-combined").await?;
    let refused = application.ask("close_case", json!({ "case": case })).await?;
    assert!(refused.is_err(), "a signpost cannot be edited");
    Ok(())
}
