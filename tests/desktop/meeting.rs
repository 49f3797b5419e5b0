//! A meeting on two monitors, run by keys alone, and a pulled plug in the middle.

use acceptance::{Application, Key, Outcome, TwoMonitors, sample_hub_of_today};
use serde_json::{Value, json};

use crate::room::Room;

const CASE: &str = "DEMO.45";
const KEY_POINT: &str = "Attendance better since the taxi was arranged";
const ACTION: &str = "home visit with the school";
const REASON: &str = "the school has not answered";
const HALF_TYPED: &str = "Grandmother asks whether the";

#[tokio::test]
async fn a_meeting_is_run_by_keys_and_outlives_a_pulled_plug() -> Outcome<()> {
    let monitors = TwoMonitors::start()?;
    let data = sample_hub_of_today()?;
    let application = Application::open(&monitors, data.path()).await?;
    application.unlock("sample").await?;
    let room = Room::begin(application).await?;
    room.projector_fills_the_second_screen().await?;
    enter_attendance(&room).await?;
    show_and_blank(&room).await?;
    capture(&room).await?;
    let meeting = room.meeting.clone();
    room.application.pull_the_plug()?;

    let room = Room::reopen(Application::open(&monitors, data.path()).await?, &meeting).await?;
    find_everything_again(&room).await?;
    room.projector_fills_the_second_screen().await?;
    pull_the_projector_out(&room, &monitors).await?;
    conclude(&room).await?;
    room.application.close().await
}

async fn enter_attendance(room: &Room) -> Outcome<()> {
    let application = &room.application;
    application.press("p").await?;
    application.shows("Somebody else").await?;
    for (entered, (key, counted)) in [("r", "in_room"), ("d", "dialled_in")].into_iter().enumerate() {
        application.press(key).await?;
        room.until(|view| view["attendance"][counted] == 1).await?;
        let marked = format!("document.querySelectorAll('dialog .entry').length === {}", entered + 1);
        application.comes_true("the entry among those entered", &marked).await?;
        let next = "document.activeElement.matches('[data-row]')";
        application.comes_true("the focus on the next row", next).await?;
    }
    application.tab_to("The declaration was read").await?;
    application.press(Key::Enter).await?;
    room.until(|view| !view["declaration_read_at"].is_null()).await?;
    application.press(Key::Escape).await?;
    application.no_longer_shows("Somebody else").await
}

async fn show_and_blank(room: &Room) -> Outcome<()> {
    room.go_to(CASE).await?;
    room.audience(false, CASE).await?;
    room.application.press(Key::Alt + "p").await?;
    room.audience(true, CASE).await?;
    room.application.turn_to("projector").await?;
    room.application.photograph("projector").await?;
    room.to_console().await?;
    room.application.press(Key::Control + "b").await?;
    room.audience(false, CASE).await?;
    room.application.press(Key::Alt + "p").await?;
    room.audience(true, CASE).await
}

/// Key point, decision, action, light, and a sentence that is only half typed when the plug is pulled.
async fn capture(room: &Room) -> Outcome<()> {
    let application = &room.application;
    application.press(Key::Alt + "k").await?;
    application.press(KEY_POINT.to_owned() + Key::Enter).await?;
    room.until(|view| view["current"]["key_points"][0]["text"] == KEY_POINT).await?;
    application.press(Key::Alt + "d").await?;
    assert_eq!(application.focus().await?, "Continue", "the first way to decide has the focus");
    application.press(Key::Enter).await?;
    room.until(|view| view["current"]["decision"]["decision"]["outcome"]["decided"] == "continue").await?;
    application.press(Key::Alt + "a").await?;
    application.press(format!("{ACTION} @Housing J Bell by Fri")).await?;
    application.shows("Due Friday").await?;
    application.press(Key::Enter).await?;
    room.until(|view| view["current"]["new_actions"][0]["what"] == ACTION).await?;
    application.press(Key::Escape).await?;

    application.press("l").await?;
    application.press(Key::Enter).await?;
    application.shows("Where it stands").await?;
    application.press(Key::Down).await?;
    application.field("Reason").await?;
    application.tab_to("Reason").await?;
    application.press(REASON.to_owned() + Key::Enter).await?;
    room.until(|view| view["current"]["case"]["actions"][0]["light"]["reason"] == REASON).await?;
    application.no_longer_shows("Where it stands").await?;

    application.press(Key::Alt + "k").await?;
    application.press(HALF_TYPED).await?;
    let kept = |drafts: &Value| drafts["drafts"][0]["text"] == HALF_TYPED;
    application.until("list_drafts", json!({ "prefix": "room/" }), kept).await?;
    application.photograph("room-before-the-plug-was-pulled").await
}

async fn find_everything_again(room: &Room) -> Outcome<()> {
    let application = &room.application;
    application.shows(KEY_POINT).await?;
    let view = room.until(|_| true).await?;
    let current = &view["current"];
    assert_eq!(current["heading"], CASE, "the room is where it was");
    assert_eq!(current["key_points"][0]["text"], KEY_POINT);
    assert_eq!(current["decision"]["decision"]["outcome"]["decided"], "continue");
    assert_eq!(current["new_actions"][0]["what"], ACTION);
    assert_eq!(current["case"]["actions"][0]["light"]["reason"], REASON);
    assert_eq!(view["attendance"]["in_room"], 1);
    assert!(!view["declaration_read_at"].is_null(), "the declaration was read");
    application.shows(ACTION).await?;
    let typed = format!(
        "[...document.querySelectorAll('textarea')].some((it) => it.value === {})",
        serde_json::to_string(HALF_TYPED)?
    );
    application.comes_true("the half-typed sentence", &typed).await?;
    application.photograph("room-after-the-plug-was-pulled").await
}

async fn pull_the_projector_out(room: &Room, monitors: &TwoMonitors) -> Outcome<()> {
    room.application.press(Key::Alt + "p").await?;
    room.audience(true, CASE).await?;
    monitors.pull_projector_out()?;
    room.windows(1).await?;
    room.application.shows("The projector’s screen is gone.").await?;
    room.until(|view| view["projector"]["blank"] == true).await?;
    monitors.plug_projector_in()?;
    room.windows(2).await?;
    room.application.shows("A second screen was plugged in").await?;
    room.projector_fills_the_second_screen().await?;
    room.audience(false, CASE).await
}

async fn conclude(room: &Room) -> Outcome<()> {
    let application = &room.application;
    application.press(Key::PageDown).await?;
    application.shows(&format!("Read back, {CASE}")).await?;
    application.shows(&format!("Something typed under {CASE} was not added.")).await?;
    application.tab_to("Meeting").await?;
    application.press(Key::Enter).await?;
    application.tab_to("Conclude the meeting…").await?;
    application.press(Key::Enter).await?;
    application.shows("Typed and not stored:").await?;
    application.tab_to("Conclude all the same").await?;
    application.press(Key::Enter).await?;
    application.turn_to("Minutes").await?;
    application.shows(KEY_POINT).await?;
    application.shows(ACTION).await?;
    application.no_longer_shows(HALF_TYPED).await?;
    let minutes = application.ask("get_minutes", json!({ "meeting": room.meeting })).await??;
    let items = minutes["items"].as_array().into_iter().flatten();
    let item = items.into_iter().find(|item| item["reference"] == CASE).cloned().unwrap_or_default();
    assert!(item["text"].as_str().is_some_and(|text| text.contains(KEY_POINT)), "the key point: {item}");
    assert!(
        item["decision"].as_str().is_some_and(|words| words.starts_with("Continue")),
        "the decision: {item}"
    );
    assert_eq!(item["new_actions"][0]["what"], ACTION, "the action");
    application.photograph("minutes-of-the-meeting").await
}
