//! The meeting room as the journeys use it: the console's window, the audience's, and what the program knows.

use acceptance::{Application, Key, Outcome};
use serde_json::{Value, json};

/// The room of one test: the console's window, and what the program knows of the meeting.
pub struct Room {
    pub application: Application,
    pub meeting: String,
}

impl Room {
    /// Begins the next meeting of the sample, which is unlocked, by keys alone.
    pub async fn begin(application: Application) -> Outcome<Self> {
        application.shows("Before the pack goes out").await?;
        application.press(Key::Control + "k").await?;
        application.field("Case, person, action, meeting or command").await?;
        application.press("Meetings" + Key::Enter).await?;
        application.shows("Plan a meeting").await?;
        application.tab_to("Open the room").await?;
        application.press(Key::Enter).await?;
        application.shows("The meeting has not begun.").await?;
        application.tab_to("Begin the meeting").await?;
        application.press(Key::Enter).await?;
        application.shows("no decision needed").await?;
        let address = application.page().current_url().await?;
        let meeting = address.fragment().and_then(|it| it.rsplit('/').next()).unwrap_or_default().to_owned();
        Ok(Self { application, meeting })
    }

    /// Unlocks the application, which was opened again, and waits until it has come to the running meeting by itself.
    pub async fn reopen(application: Application, meeting: &str) -> Outcome<Self> {
        application.unlock("sample").await?;
        let room = Self { application, meeting: meeting.to_owned() };
        room.to_console().await?;
        Ok(room)
    }

    /// Waits until the program's view of the room is as wanted.
    pub async fn until(&self, wanted: impl Fn(&Value) -> bool) -> Outcome<Value> {
        self.application.until("get_room", json!({ "meeting": self.meeting }), wanted).await
    }

    /// Goes to an item by its number and Enter.
    pub async fn go_to(&self, reference: &str) -> Outcome<()> {
        let room = self.until(|_| true).await?;
        let items = room["items"].as_array().into_iter().flatten();
        let position =
            items.filter(|item| item["reference"] == reference).find_map(|it| it["position"].as_u64());
        let position = position.ok_or_else(|| format!("{reference} is not on the agenda"))?;
        self.application.press(position.to_string() + Key::Enter).await?;
        self.until(|room| room["current"]["heading"] == reference).await.map(drop)
    }

    /// Goes to the line for key points, and waits until it has the focus.
    pub async fn to_key_points(&self) -> Outcome<()> {
        self.application.press(Key::Alt + "k").await?;
        let there = "document.activeElement.matches('.capture textarea')";
        self.application.comes_true("the focus on the key points", there).await
    }

    /// Waits until the audience's window holds `words`, or no longer does, and turns back to the console.
    pub async fn audience(&self, sees: bool, words: &str) -> Outcome<()> {
        self.application.turn_to("projector").await?;
        let words = format!("document.body.textContent.includes({})", serde_json::to_string(words)?);
        let question = if sees { words } else { format!("!{words}") };
        self.application.comes_true("what the audience should see", &question).await?;
        self.to_console().await
    }

    /// Gives the attention to the console, once it shows the room.
    pub async fn to_console(&self) -> Outcome<()> {
        self.application.turn_to("Meeting room").await
    }

    /// Waits until so many windows are open.
    pub async fn windows(&self, count: usize) -> Outcome<()> {
        let started = std::time::Instant::now();
        while self.application.page().windows().await?.len() != count {
            if started.elapsed() > acceptance::HANG {
                return Err(format!("there are never {count} windows").into());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        self.to_console().await
    }

    /// Waits until the audience's window fills the second screen.
    pub async fn projector_fills_the_second_screen(&self) -> Outcome<()> {
        self.application.turn_to("projector").await?;
        let fills = "innerWidth === 1920 && innerHeight === 1080 && screenX === 1366";
        self.application.comes_true("the projector’s window to fill the second screen", fills).await?;
        self.to_console().await
    }
}
