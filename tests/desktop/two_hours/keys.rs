//! What the chair's and the coordinator's hands do, by keyboard alone.

use acceptance::{Key, Outcome};
use serde_json::Value;

use crate::room::Room;

/// Somebody who is entered by hand.
#[derive(Clone, Copy, Default)]
pub struct Entered<'a> {
    pub name: &'a str,
    pub agency: &'a str,
    /// How they take part, in the words of the list; in the room where it is empty.
    pub takes_part: &'a str,
    pub from: &'a str,
    pub to: &'a str,
}

impl Room {
    /// Enters somebody in the attendance, and closes it again.
    pub async fn enter(&self, who: Entered<'_>) -> Outcome<()> {
        let application = &self.application;
        application.press("p").await?;
        application.shows("Somebody else").await?;
        application.tab_to("Name").await?;
        application.press(who.name).await?;
        for (label, choice) in
            [("Agency", who.agency), ("Takes part", who.takes_part), ("From", who.from), ("To", who.to)]
        {
            if !choice.is_empty() {
                application.tab_to(label).await?;
                self.walk_to(choice).await?;
            }
        }
        application.tab_to("Enter").await?;
        application.press(Key::Enter).await?;
        let name = who.name.to_owned();
        self.until(|view| {
            let mut entries = view["attendance"]["entries"].as_array().into_iter().flatten();
            entries.any(|line| line["entry"]["name"] == name.as_str())
        })
        .await?;
        let empty =
            "[...document.querySelectorAll('dialog [role=combobox]')].every(({ value }) => value === '')";
        application.comes_true("the form to be empty again", empty).await?;
        application.press(Key::Escape).await?;
        self.no_dialog().await
    }

    /// Goes down the list with the focus until it says `choice`.
    pub async fn walk_to(&self, choice: &str) -> Outcome<()> {
        let chosen =
            "const list = document.activeElement; return [list.selectedOptions[0].text, list.options.length]";
        let mut left = usize::MAX;
        loop {
            let (says, all): (String, usize) =
                self.application.page().execute(chosen, Vec::new()).await?.convert()?;
            if says == choice {
                return Ok(());
            }
            left = left.min(all).checked_sub(1).ok_or_else(|| format!("no list offers “{choice}”"))?;
            self.application.press(Key::Down).await?;
        }
    }

    /// Notes a key point and waits until the screen shows it.
    pub async fn note(&self, text: &str) -> Outcome<()> {
        self.to_key_points().await?;
        self.application.press(text.to_owned() + Key::Enter).await?;
        self.until(|view| last(&view["current"]["key_points"])["text"] == text).await?;
        self.application.shows(text).await
    }

    /// Gives somebody an action and waits until it is among the new ones.
    pub async fn act(&self, what: &str, whom: &str) -> Outcome<()> {
        let application = &self.application;
        application.press(Key::Alt + "a").await?;
        application
            .comes_true("the focus on the action line", "document.activeElement.matches('[role=combobox]')")
            .await?;
        application.press(format!("{what} {whom}")).await?;
        application.shows("Due").await?;
        application.press(Key::Enter).await?;
        self.until(|view| last(&view["current"]["new_actions"])["what"] == what).await?;
        application.press(Key::Escape).await
    }

    /// Goes to a way to decide and presses it.
    pub async fn way(&self, words: &str) -> Outcome<()> {
        let application = &self.application;
        application.press(Key::Alt + "d").await?;
        let ways = "document.activeElement.closest('[role=toolbar]')";
        application.comes_true("the focus on the ways to decide", ways).await?;
        while application.focus().await?.trim_end_matches('…') != words {
            application.press(Key::Right).await?;
        }
        application.press(Key::Enter).await
    }

    /// Waits until the current item is decided so.
    pub async fn decided(&self, outcome: &str) -> Outcome<()> {
        self.until(|view| view["current"]["decision"]["decision"]["outcome"]["decided"] == outcome)
            .await
            .map(drop)
    }

    /// Presses the button of the dialog that records a decision, and waits until it stands.
    pub async fn record(&self, button: &str, outcome: &str) -> Outcome<()> {
        self.application.tab_to(button).await?;
        self.application.press(Key::Enter).await?;
        self.decided(outcome).await?;
        self.no_dialog().await
    }

    /// Waits until no dialog is open.
    pub async fn no_dialog(&self) -> Outcome<()> {
        self.application.comes_true("the dialog to close", "!document.querySelector('dialog[open]')").await
    }

    /// Puts the current item on the projector.
    pub async fn show(&self) -> Outcome<()> {
        self.application.press(Key::Alt + "p").await?;
        self.until(|view| view["projector"]["item"] == view["current"]["id"]).await.map(drop)
    }
}

/// Returns the last of a list; null when it is empty.
pub fn last(list: &Value) -> Value {
    list.as_array().and_then(|list| list.last()).cloned().unwrap_or_default()
}
