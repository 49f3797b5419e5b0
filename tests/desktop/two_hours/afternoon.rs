//! The second half of the scripted meeting: a power cut, referrals, and cases that leave the table.

use acceptance::{Key, Outcome};
use serde_json::{Value, json};

use super::Meeting;

const UPDATE: &str = "Seen twice at the youth club, calm both times; Prevention will not come today and asks to be told \
                      what becomes of the school visit";
const HALF_TYPED: &str = "Police ask whether the shop on the corner";
pub const URGENT: &str = "Fire at the arcade this morning";

/// A written update is taken down and shown, and the case is put off with a reason.
pub async fn deferred(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("14:50", "DEMO.51").await?;
    let room = &meeting.room;
    let application = &room.application;
    room.show().await?;
    application.tab_to("Add a written update…").await?;
    application.press(Key::Enter).await?;
    application.shows("Written update on DEMO.51").await?;
    room.walk_to("Prevention").await?;
    application.tab_to("It says").await?;
    application.press(UPDATE).await?;
    application.tab_to("Keep the update").await?;
    application.press(Key::Enter).await?;
    room.until(|view| !view["current"]["case"]["updates"].as_array().is_none_or(Vec::is_empty)).await?;
    room.no_dialog().await?;
    application.tab_to("Show").await?;
    application.press(Key::Enter).await?;
    room.until(|view| view["current"]["case"]["updates"][0]["shown"] == true).await?;
    room.audience(true, "written update received").await?;
    room.audience(false, UPDATE).await?;
    meeting.look("update").await?;
    room.way("Defer").await?;
    application.shows("Why it is deferred").await?;
    application.press("the youth worker is ill; nobody else has seen him").await?;
    room.record("Record: defer", "defer").await?;
    meeting.decided("DEMO.51", "Deferred to the next meeting. the youth worker is ill");
    Ok(())
}

/// The plug is pulled in the middle of the sixth item, and the meeting goes on where it was.
pub async fn power_cut(meeting: Meeting) -> Outcome<Meeting> {
    meeting.go_on("14:58", "DEMO.46").await?;
    let room = &meeting.room;
    room.show().await?;
    room.note("Two of the three were seen with the older man again").await?;
    room.to_key_points().await?;
    room.application.press(HALF_TYPED).await?;
    let kept =
        |drafts: &Value| drafts["drafts"].as_array().into_iter().flatten().any(|it| it["text"] == HALF_TYPED);
    room.application.until("list_drafts", json!({ "prefix": "room/" }), kept).await?;
    meeting.look("before-the-power-cut").await?;

    let meeting = meeting.cut_the_power("15:03").await?;
    let room = &meeting.room;
    let view = room.until(|view| !view["current"].is_null()).await?;
    assert_eq!(view["current"]["heading"], "DEMO.46", "the room is where it was");
    assert_eq!(view["attendance"]["dialled_in"], 1, "who was there is there");
    room.application.shows("Two of the three were seen with the older man again").await?;
    let typed =
        format!("[...document.querySelectorAll('textarea')].some(({{ value }}) => value === {HALF_TYPED:?})");
    room.application.comes_true("the half-typed sentence", &typed).await?;
    meeting.look("after-the-power-cut").await?;
    room.to_key_points().await?;
    room.application.press(" has a camera" + Key::Enter).await?;
    let whole = format!("{HALF_TYPED} has a camera");
    room.until(|view| view["current"]["key_points"][1]["text"] == whole.as_str()).await?;
    room.act("look at the pictures of the shop’s camera", "@Police PC 1204 by 1 Dec").await?;
    room.way("Continue").await?;
    room.decided("continue").await?;
    let mut meeting = meeting;
    meeting.decided("DEMO.46", "Continue");
    meeting.raised("DEMO.46", "look at the pictures of the shop’s camera", "PC 1204");
    Ok(meeting)
}

/// The referral becomes a case, and somebody owes the first action.
pub async fn adopted(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("15:24", "R.61").await?;
    let room = &meeting.room;
    let application = &room.application;
    room.show().await?;
    meeting.look("referral").await?;
    room.way("Adopt").await?;
    application.shows("The referral becomes a case").await?;
    application.press(Key::Down).await?;
    application.press(Key::Down).await?;
    application
        .comes_true("a topic", "document.querySelector('dialog input:checked')?.value === 'topic'")
        .await?;
    room.record("Record: adopt", "adopt").await?;
    let view = room.until(|view| !view["current"]["case"].is_null()).await?;
    let case = view["current"]["case"]["reference"].as_str().unwrap_or_default().to_owned();
    room.act("ask the hire firm for the driver’s name", "@Environmental G Pritchard by 1 Dec").await?;
    meeting.look("adopted").await?;
    meeting.decided("R.61", &format!("Adopted as {case}"));
    meeting.raised("R.61", "ask the hire firm for the driver’s name", "G Pritchard");
    Ok(())
}

pub async fn not_adopted(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("15:33", "R.62").await?;
    let room = &meeting.room;
    let application = &room.application;
    room.way("Not adopted").await?;
    application.shows("Main outcome").await?;
    application.press(Key::Down + Key::Down).await?;
    let chosen =
        "document.querySelector('dialog input[type=radio]:checked')?.value === 'more_work_by_referrer'";
    application.comes_true("more work by the referrer", chosen).await?;
    meeting.look("not-adopted").await?;
    room.record("Record: not adopted", "not_adopt").await?;
    meeting.decided("R.62", "Not adopted");
    Ok(())
}

/// What happened this morning joins the end of the running order.
pub async fn urgent(meeting: &mut Meeting) -> Outcome<()> {
    let room = &meeting.room;
    let application = &room.application;
    application.press("u").await?;
    application.shows("What came up").await?;
    application.press(URGENT.to_owned() + Key::Enter).await?;
    room.until(|view| view["items"].as_array().is_some_and(|items| items.len() == 12)).await?;
    meeting.look("urgent").await?;
    application.press(Key::Escape).await?;
    room.no_dialog().await
}

/// Who was on the line is to be taken off it; the case is too long for its slot.
pub async fn separate_meeting(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("15:12", "DEMO.21").await?;
    let room = &meeting.room;
    room.application.shows("Take off the line").await?;
    room.show().await?;
    room.way("Separate meeting").await?;
    room.application.tab_to("In the meeting’s words (optional)").await?;
    room.application.press("Probation calls it, Police and Housing come").await?;
    room.record("Record: separate meeting", "separate_meeting").await?;
    meeting.decided("DEMO.21", "Separate meeting");
    Ok(())
}

pub async fn handed_over(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("15:40", "DEMO.49").await?;
    let room = &meeting.room;
    room.way("Hand over").await?;
    room.application.shows("Open actions").await?;
    room.application.press("ANCHOR").await?;
    settle_actions(meeting).await?;
    meeting.look("hand-over").await?;
    meeting.room.record("Record: hand over", "hand_over").await?;
    meeting.decided("DEMO.49", "Hand over to ANCHOR");
    Ok(())
}

pub async fn closed(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("15:48", "DEMO.47").await?;
    let room = &meeting.room;
    room.show().await?;
    room.way("Close").await?;
    room.application.shows("Open actions").await?;
    room.application.press("14").await?;
    settle_actions(meeting).await?;
    meeting.room.record("Record: close", "close").await?;
    meeting.look("closed").await?;
    meeting.decided("DEMO.47", "Close");
    Ok(())
}

/// Says of each open action of the case in the dialog that it is done.
async fn settle_actions(meeting: &Meeting) -> Outcome<()> {
    let application = &meeting.room.application;
    let count = "return document.querySelectorAll('dialog input[type=radio][value=done]').length";
    let open: usize = application.page().execute(count, Vec::new()).await?.convert()?;
    for settled in 1..=open {
        application.tab_to("Done").await?;
        application.press(" ").await?;
        let checked =
            format!("document.querySelectorAll('dialog input[value=done]:checked').length === {settled}");
        application.comes_true("the action to be done", &checked).await?;
    }
    Ok(())
}

pub async fn last_item(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("15:53", URGENT).await?;
    let room = &meeting.room;
    room.note("The fire service was there within six minutes; nobody was hurt").await?;
    room.way("Noted").await?;
    room.decided("noted").await
}

/// Ends the meeting; nothing is left unsettled.
pub async fn concluded(meeting: &mut Meeting) -> Outcome<()> {
    meeting.clock.set("15:57")?;
    let application = &meeting.room.application;
    application.press(Key::PageDown).await?;
    application.shows("The agenda is through.").await?;
    meeting.look("through").await?;
    application.tab_to("Conclude the meeting…").await?;
    application.press(Key::Enter).await?;
    application.shows("Every item has an outcome").await?;
    application.tab_to("Conclude").await?;
    application.press(Key::Enter).await?;
    application.turn_to("Minutes").await
}
