//! The program, and the process behind its pages, are killed in a running meeting: what the screen showed as recorded is
//! there, what was typed is there, and the room opens where it was.

use std::path::Path;

use acceptance::{Application, Key, Outcome, TwoMonitors, hub_tasking, sample_hub_of_today};
use serde_json::{Value, json};

use crate::room::Room;

const CASE: &str = "DEMO.45";
/// What the journal held when the kill came, and what was typed since.
const TYPED: &str = "Grandmother asks whether the taxi";
const AND_THEN: &str = " can come at";
const BECAUSE: &str = "the family has moved";
const NOT_SCORED: &str = "Not scored, because";

/// What the chair is doing when the kill comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Amid {
    /// Half a key point is typed.
    Typing,
    /// The screen has just shown what Enter recorded.
    Enter,
    /// A decision's dialog is open with words in it.
    Dialog,
    /// The audience sees the item.
    Projection,
    /// The next item was asked for, and nobody knows whether the room is there.
    Items,
}

const ALL: [Amid; 5] = [Amid::Typing, Amid::Enter, Amid::Dialog, Amid::Projection, Amid::Items];

/// What the screen showed as recorded under the case.
#[derive(Default)]
struct Seen {
    points: Vec<String>,
}

#[tokio::test]
async fn a_meeting_outlives_five_kills_of_the_program() -> Outcome<()> {
    let (monitors, data) = (TwoMonitors::start()?, sample_hub_of_today()?);
    let mut room = begin(Application::open(&monitors, data.path()).await?).await?;
    let mut seen = Seen::default();
    for amid in ALL {
        seen.come_to(amid, &room).await?;
        let meeting = room.meeting.clone();
        room.application.pull_the_plug()?;
        room = Room::reopen(Application::open(&monitors, data.path()).await?, &meeting).await?;
        seen.find_again(amid, &room).await?;
        if amid == Amid::Projection {
            room.audience(true, CASE).await?;
        }
    }
    room.application.close().await?;
    whole(data.path())
}

#[tokio::test]
async fn a_meeting_outlives_five_kills_of_the_process_behind_its_page() -> Outcome<()> {
    let (monitors, data) = (TwoMonitors::start()?, sample_hub_of_today()?);
    let mut room = begin(Application::open_apart(&monitors, data.path()).await?).await?;
    let mut seen = Seen::default();
    let projector = room.application.page_processes().pop();
    for amid in ALL {
        seen.come_to(amid, &room).await?;
        let pages = room.application.page_processes();
        let console = pages.into_iter().find(|process| Some(*process) != projector);
        room.application.kill_page(console.ok_or("the console has a page")?).await?;
        room.to_console().await?;
        room.application.shows("This window failed and was opened again.").await?;
        seen.find_again(amid, &room).await?;
        room.audience(false, CASE).await?;
    }
    drop(room);
    whole(data.path())
}

#[tokio::test]
async fn a_projector_whose_page_died_is_blank_until_something_is_shown() -> Outcome<()> {
    let (monitors, data) = (TwoMonitors::start()?, sample_hub_of_today()?);
    let mut room = begin(Application::open_apart(&monitors, data.path()).await?).await?;
    room.application.press(Key::Alt + "p").await?;
    room.audience(true, CASE).await?;
    let projector = room.application.page_processes().pop();
    room.application.kill_page(projector.ok_or("the projector has a page")?).await?;
    room.audience(false, CASE).await?;
    room.application.shows("The projector’s window failed and was opened again.").await?;
    room.until(|view| view["projector"]["blank"] == true).await?;
    room.projector_fills_the_second_screen().await?;
    room.application.press(Key::Alt + "p").await?;
    room.audience(true, CASE).await
}

/// Begins the meeting and comes to the case, the projector on the second screen.
async fn begin(application: Application) -> Outcome<Room> {
    application.unlock("sample").await?;
    let room = Room::begin(application).await?;
    room.projector_fills_the_second_screen().await?;
    room.go_to(CASE).await?;
    Ok(room)
}

/// The program's own check finds nothing wrong with the record.
fn whole(data: &Path) -> Outcome<()> {
    hub_tasking(data, "sample", &["hub", "check"])?.well().map(drop)
}

impl Seen {
    /// Does what the kill will interrupt, as far as the screen or the journal says that it was taken.
    async fn come_to(&mut self, amid: Amid, room: &Room) -> Outcome<()> {
        let application = &room.application;
        match amid {
            Amid::Typing => {
                room.to_key_points().await?;
                application.press(TYPED).await?;
                journalled(room, TYPED).await?;
                application.press(AND_THEN).await
            }
            Amid::Enter => {
                room.to_key_points().await?;
                application.press(Key::Control + "a").await?;
                self.note("the taxi comes at eight", room).await
            }
            Amid::Dialog => {
                open_closure(room).await?;
                application.tab_to(NOT_SCORED).await?;
                application.press(BECAUSE).await?;
                journalled(room, BECAUSE).await
            }
            Amid::Projection => {
                room.to_key_points().await?;
                self.note("the school was told", room).await?;
                application.press(Key::Alt + "p").await?;
                room.audience(true, CASE).await
            }
            Amid::Items => application.press(Key::PageDown).await,
        }
    }

    /// Types a key point where the focus is, and waits until the screen shows it among what was noted.
    async fn note(&mut self, text: &str, room: &Room) -> Outcome<()> {
        room.application.press(text.to_owned() + Key::Enter).await?;
        room.application.shows(text).await?;
        self.points.push(text.to_owned());
        Ok(())
    }

    async fn find_again(&self, amid: Amid, room: &Room) -> Outcome<()> {
        let application = &room.application;
        let view = room.until(|view| !view["current"].is_null()).await?;
        let heading = view["current"]["heading"].as_str().unwrap_or_default().to_owned();
        if amid == Amid::Items && heading != CASE {
            room.go_to(CASE).await?;
        } else {
            assert_eq!(heading, CASE, "the room is where it was");
        }
        let view = room.until(|view| view["current"]["heading"] == CASE).await?;
        let points: Vec<&Value> =
            view["current"]["key_points"].as_array().into_iter().flatten().map(|it| &it["text"]).collect();
        assert_eq!(
            points,
            self.points.iter().collect::<Vec<_>>(),
            "what was noted, once each, after {amid:?}"
        );
        for point in &self.points {
            application.shows(point).await?;
        }
        match amid {
            Amid::Typing => {
                let whole = serde_json::to_string(&format!("{TYPED}{AND_THEN}"))?;
                let typed = serde_json::to_string(TYPED)?;
                let found = format!(
                    "[...document.querySelectorAll('textarea')].some(({{ value }}) => value.startsWith({typed}) && {whole}.startsWith(value))"
                );
                application.comes_true("the half-typed sentence", &found).await
            }
            Amid::Dialog => {
                application.shows("something is typed").await?;
                open_closure(room).await?;
                application.tab_to(NOT_SCORED).await?;
                let because = serde_json::to_string(BECAUSE)?;
                let kept = format!("document.activeElement.value === {because}");
                application.comes_true("the reason in the dialog", &kept).await?;
                application.press(Key::Escape).await?;
                application.no_longer_shows(NOT_SCORED).await
            }
            Amid::Enter | Amid::Projection | Amid::Items => Ok(()),
        }
    }
}

/// Waits until the journal of the room holds a text.
async fn journalled(room: &Room, text: &str) -> Outcome<()> {
    let holds = |journal: &Value| {
        journal["drafts"].as_array().into_iter().flatten().any(|draft| draft["text"] == text)
    };
    room.application.until("list_drafts", json!({ "prefix": "room/" }), holds).await.map(drop)
}

/// Opens the dialog that closes the case, by keys.
async fn open_closure(room: &Room) -> Outcome<()> {
    let application = &room.application;
    application.press(Key::Alt + "d").await?;
    application
        .comes_true(
            "the focus on the first way to decide",
            "document.activeElement.textContent.trim() === 'Continue'",
        )
        .await?;
    application.press(Key::Right + Key::Enter).await?;
    application.field(NOT_SCORED).await.map(drop)
}
