//! The eleven items of the scripted meeting, and the twelfth that comes on the day.

use acceptance::{Key, Outcome};

use super::Meeting;
use super::keys::Entered;

pub const LONG_NAME: &str = "Bartholomew Featherstonehaugh-Llewellyn";
pub const OBSERVER: &str = "Cllr Honoria Bracegirdle-Pemberton of Upper Wexdale";
pub const DIALS_IN: &str = "Dr Oluwaseun Adebayo-Fitzgerald";

/// Come for their own items, which are late in the meeting.
const LATER: [&str; 3] = ["Adult Social Care", "Fire", "Homelessness"];

/// Whoever is there is entered by one key each; one does not come, three come later, and one will be on the line for two
/// items.
pub async fn welcome(meeting: &mut Meeting) -> Outcome<()> {
    let room = &meeting.room;
    let application = &room.application;
    application.press("p").await?;
    application.shows("Somebody else").await?;
    let expected = room.until(|_| true).await?["attendance"]["expected"].as_array().map_or(0, Vec::len);
    let mut left = expected;
    while left > LATER.len() {
        application.comes_true("the focus on a row", "document.activeElement.matches('[data-row]')").await?;
        let row = application.focus().await?;
        if LATER.iter().any(|agency| row.starts_with(agency)) {
            application.press(Key::Down).await?;
            continue;
        }
        application.press(if row.starts_with("Prevention") { "a" } else { "r" }).await?;
        left -= 1;
        room.until(|view| view["attendance"]["expected"].as_array().map_or(0, Vec::len) == left).await?;
        let drawn = format!("document.querySelectorAll('dialog [data-row]').length === {left}");
        application.comes_true("the row among those entered", &drawn).await?;
    }
    meeting.look("attendance").await?;
    application.tab_to("The declaration was read").await?;
    application.press(Key::Enter).await?;
    room.until(|view| !view["declaration_read_at"].is_null()).await?;
    application.press(Key::Escape).await?;
    room.no_dialog().await?;
    room.enter(Entered {
        name: DIALS_IN,
        agency: "Mental Health",
        takes_part: "Dialled in",
        from: "Item 5",
        to: "Item 6",
    })
    .await
}

pub async fn matters_arising(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("14:04", "Matters arising").await?;
    meeting.room.show().await?;
    meeting.look("matters-arising").await?;
    meeting.room.way("Noted").await?;
    meeting.room.decided("noted").await
}

/// The first case takes fifteen minutes more than it was given, and whoever waits is told.
pub async fn overrun(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("14:09", "DEMO.31").await?;
    let room = &meeting.room;
    room.show().await?;
    room.note("Both tenants were seen; one of them will speak to the housing officer again").await?;
    room.act("warning letter to both flats", "@Housing J Bell by Fri").await?;
    let application = &room.application;
    application.press("l").await?;
    application.press(Key::Enter).await?;
    application.shows("Where it stands").await?;
    application.press(Key::Down).await?;
    application.tab_to("Reason").await?;
    application.press("the owner has not answered" + Key::Enter).await?;
    room.no_dialog().await?;
    room.until(|view| {
        view["current"]["case"]["actions"][0]["light"]["reason"] == "the owner has not answered"
    })
    .await?;
    meeting.clock.set("14:36")?;
    room.way("Continue").await?;
    room.decided("continue").await?;
    application.shows("15 min behind").await?;
    application.shows("Copy to send").await?;
    room.audience(true, "set Amber, facts say Red: the owner has not answered").await?;
    meeting.look("overrun").await?;
    application.press(Key::Escape).await?;
    application.press("w").await?;
    application.shows("Copied. Paste it into your message.").await?;
    meeting.decided("DEMO.31", "Continue");
    meeting.raised("DEMO.31", "warning letter to both flats", "J Bell");
    Ok(())
}

/// A child's case: at reference until the chair raises it, and again when an observer comes in; scored on the way.
pub async fn observed(meeting: &mut Meeting) -> Outcome<()> {
    meeting.go_on("14:36", "DEMO.45").await?;
    let room = &meeting.room;
    room.show().await?;
    meeting.look("child").await?;
    room.enter(Entered { name: LONG_NAME, agency: "Youth Justice", from: "Item 4", ..Entered::default() })
        .await?;
    room.enter(Entered { name: OBSERVER, takes_part: "Observer", ..Entered::default() }).await?;
    room.until(|view| view["projector"]["limit"] == "observer").await?;
    room.audience(true, "reference only, observer present").await?;
    score(meeting).await?;
    let room = &meeting.room;
    room.act(
        "speak to the school about the taxi, the breakfast club and who fetches him on the days when his mother works",
        "@Children’s M Dunn by 4 Dec",
    )
    .await?;
    room.way("Continue").await?;
    room.decided("continue").await?;
    meeting.look("observed").await?;
    meeting.decided("DEMO.45", "Continue");
    meeting.raised("DEMO.45", "speak to the school about the taxi", "M Dunn");
    Ok(())
}

/// Answers every factor of the matrix with its second answer, and saves the score.
async fn score(meeting: &Meeting) -> Outcome<()> {
    let application = &meeting.room.application;
    application.press("s").await?;
    application.shows("Factor 1 of").await?;
    meeting.look("scoring").await?;
    let all = "Number(document.querySelector('dialog progress').max)";
    let factors: usize = application.page().execute(format!("return {all}"), Vec::new()).await?.convert()?;
    for factor in 1..=factors {
        application.shows(&format!("Factor {factor} of")).await?;
        application
            .comes_true("the focus on an answer", "document.activeElement.matches('fieldset input')")
            .await?;
        application.press("2").await?;
        let answered = format!("document.querySelector('dialog progress').value === {factor}");
        application.comes_true("the answer", &answered).await?;
        application.press(Key::Enter).await?;
    }
    application.shows("Stage").await?;
    application.tab_to("Save the score").await?;
    application.press(Key::Enter).await?;
    meeting.room.no_dialog().await
}
