//! Longer steps that many journeys share: unlock, go to a screen, paste, walk by keys, ask the program.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{Application, Outcome, waiting::HANG};

const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
/// More stops than any screen has between two things that a journey uses.
const MOST_STOPS: usize = 120;

impl Application {
    /// Types the passphrase where the unlock screen waits for it, and presses Enter.
    pub async fn unlock(&self, passphrase: &str) -> Outcome<()> {
        let field = self.field("Passphrase").await?;
        field.send_keys(passphrase).await?;
        field.send_keys(Key::Enter).await?;
        self.no_longer_shows("The recovery key works here too.").await
    }

    /// Goes to the screen at this address, such as `/cases`, and waits until it shows `words`.
    pub async fn visit(&self, address: &str, words: &str) -> Outcome<()> {
        self.page().execute("location.hash = arguments[0]", vec![json!(address)]).await?;
        self.shows(words).await
    }

    /// Pastes `text` into the field labelled `label`: a tab in it leads to no other field, as one typed would.
    pub async fn paste_into(&self, label: &str, text: &str) -> Outcome<()> {
        self.field(label).await?.click().await?;
        let paste = "document.execCommand('insertText', false, arguments[0])";
        self.page().execute(paste, vec![json!(text)]).await?;
        Ok(())
    }

    /// Waits until the program answers a question so that `enough` is content, and returns the answer.
    pub async fn until(
        &self,
        command: &str,
        request: Value,
        enough: impl Fn(&Value) -> bool,
    ) -> Outcome<Value> {
        let started = Instant::now();
        while started.elapsed() < HANG {
            let answer = self.ask(command, request.clone()).await??;
            if enough(&answer) {
                return Ok(answer);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Err(self.describe_failure(&format!("{command} never answered what was waited for")).await?)
    }

    /// Waits until the page says `words`, also where only a screen reader hears them.
    pub async fn says(&self, words: &str) -> Outcome<()> {
        let words = serde_json::to_string(words)?;
        let body = "document.body.textContent.replace(/\\s+/g, ' ')";
        self.comes_true(&format!("the words {words}"), &format!("{body}.includes({words})")).await
    }

    /// Clicks the button that says `name` in the dialog that is open.
    pub async fn click_in_dialog(&self, name: &str) -> Outcome<()> {
        let name = serde_json::to_string(name)?;
        let button = format!(
            "[...document.querySelectorAll('dialog[open] button')].find((it) => it.textContent.trim() === {name})"
        );
        self.comes_true(&format!("the button {name} of a dialog"), &button).await?;
        self.page().execute(format!("{button}.click()"), Vec::new()).await?;
        Ok(())
    }

    /// Presses Tab until the focus is on what is called `name`.
    pub async fn tab_to(&self, name: &str) -> Outcome<()> {
        for _ in 0..MOST_STOPS {
            self.press(Key::Tab).await?;
            if self.focus().await? == name {
                return Ok(());
            }
        }
        Err(self.describe_failure(&format!("Tab does not lead to “{name}”")).await?)
    }

    /// Returns what the element with the focus is called.
    pub async fn focus(&self) -> Outcome<String> {
        let name = "const at = document.activeElement;
            return (at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent).replace(/\\s+/g, ' ').trim()";
        Ok(self.page().execute(name, Vec::new()).await?.convert()?)
    }

    /// Waits until the page answers `true` to the question, an expression in its own language.
    pub async fn comes_true(&self, what: &str, question: &str) -> Outcome<()> {
        let asked = format!("return Boolean({question})");
        let started = Instant::now();
        while started.elapsed() < HANG {
            // Because a page that is just being exchanged answers nothing yet.
            let answer = self.page().execute(asked.clone(), Vec::new()).await;
            if answer.is_ok_and(|answer| answer.json() == &Value::Bool(true)) {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Err(self.describe_failure(&format!("waited in vain for {what}")).await?)
    }

    /// Calls a command of the program from the page as its own code would; a refusal comes as the text it was
    /// refused with.
    pub async fn ask(&self, command: &str, request: Value) -> Outcome<Result<Value, String>> {
        let call = "const done = arguments[arguments.length - 1];
            window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(
              (answer) => done({ answer }),
              (refused) => done({ refused: typeof refused === 'string' ? refused : JSON.stringify(refused) }));";
        let answer = self.page().execute_async(call, vec![json!(command), request]).await?;
        match answer.json()["refused"].as_str() {
            Some(refused) => Ok(Err(refused.to_owned())),
            None => Ok(Ok(answer.json()["answer"].clone())),
        }
    }
}
