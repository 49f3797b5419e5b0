//! What a person does on a page: finds things by the words on them, clicks, types and presses keys.

use std::time::{Duration, Instant};

use thirtyfour::{By, WebElement, prelude::*};

use crate::{Application, Outcome, waiting::HANG};

const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
/// The keys that are held while the others of a chord are pressed.
const MODIFIERS: [Key; 4] = [Key::Shift, Key::Control, Key::Alt, Key::Meta];

impl Application {
    /// Waits for the first element that the CSS selector matches, and returns it.
    pub async fn find(&self, selector: &str) -> Outcome<WebElement> {
        self.wait_for(By::Css(selector), selector).await
    }

    /// Waits for the button, link, tab or menu item that says `name`, and returns it.
    pub async fn button(&self, name: &str) -> Outcome<WebElement> {
        let name_is = format!("normalize-space(.)={0} or @aria-label={0}", quoted(name));
        let roles =
            "self::button or self::a or self::summary or @role='tab' or @role='menuitem' or @role='option'";
        self.wait_for(By::XPath(format!("//*[({roles}) and ({name_is})]")), name).await
    }

    /// Waits for the field whose label says `label`, and returns it.
    pub async fn field(&self, label: &str) -> Outcome<WebElement> {
        let name = quoted(label);
        // Because the label of an optional field says so after a space that does not break.
        let optional = quoted(&format!("{label}\u{a0}(optional)"));
        let fields = "self::input or self::select or self::textarea or @role='combobox' or @contenteditable";
        let path = format!(
            "//*[({fields}) and (@aria-label={name} or @id=//label[normalize-space(.)={name} or normalize-space(.)={optional}]/@for \
             or ancestor::label[starts-with(normalize-space(.), {name})])]"
        );
        self.wait_for(By::XPath(path), label).await
    }

    /// Clicks the button that says `name`.
    pub async fn click(&self, name: &str) -> Outcome<()> {
        let button = self.button(name).await?;
        button.scroll_into_view().await?;
        match button.click().await {
            Ok(()) => Ok(()),
            Err(fault) => Err(self.describe_failure(&format!("“{name}” cannot be clicked: {fault}")).await?),
        }
    }

    /// Clicks the label that says `name`: ticks a box, or chooses one of a few.
    pub async fn choose(&self, name: &str) -> Outcome<()> {
        let path = format!("//label[normalize-space(.)={}]", quoted(name));
        Ok(self.wait_for(By::XPath(path), name).await?.click().await?)
    }

    /// Types `text` into the field labelled `label`, after what it holds.
    pub async fn type_into(&self, label: &str, text: &str) -> Outcome<()> {
        Ok(self.field(label).await?.send_keys(text).await?)
    }

    /// Presses keys where the focus is: a text, a [`Key`], or a chord such as `Key::Control + "b"`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome<()> {
        // The keys go to the window, as those of a keyboard do: an element that is asked for first may be drawn anew, or
        // be gone with its screen, before it hears them.
        let mut held = Vec::new();
        let mut keyboard = self.page().action_chain();
        for key in keys.into().as_vec() {
            keyboard = keyboard.key_down(key);
            if MODIFIERS.iter().any(|modifier| modifier.value() == key) {
                held.push(key);
            } else {
                keyboard = keyboard.key_up(key);
            }
        }
        for key in held.into_iter().rev() {
            keyboard = keyboard.key_up(key);
        }
        Ok(keyboard.perform().await?)
    }

    /// Waits until the page shows `text` somewhere.
    pub async fn shows(&self, text: &str) -> Outcome<()> {
        let path = format!("//body//*[contains(normalize-space(.), {})]", quoted(text));
        self.wait_for(By::XPath(path), text).await.map(drop)
    }

    /// Waits until the page no longer shows `text` anywhere.
    pub async fn no_longer_shows(&self, text: &str) -> Outcome<()> {
        let path = format!("//body//*[contains(normalize-space(.), {})]", quoted(text));
        let started = Instant::now();
        while self.displayed(By::XPath(path.clone())).await.is_some() {
            if started.elapsed() > HANG {
                return Err(self.describe_failure(&format!("“{text}” is still shown")).await?);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Ok(())
    }

    async fn wait_for(&self, by: By, wanted: &str) -> Outcome<WebElement> {
        let started = Instant::now();
        while started.elapsed() < HANG {
            if let Some(element) = self.displayed(by.clone()).await {
                return Ok(element);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Err(self.describe_failure(&format!("nothing matches “{wanted}”")).await?)
    }

    /// Returns the first such element that can be seen; one that the page has just redrawn counts as absent.
    async fn displayed(&self, by: By) -> Option<WebElement> {
        for element in self.page().find_all(by).await.ok()? {
            if element.is_displayed().await.unwrap_or(false) {
                return Some(element);
            }
        }
        None
    }
}

/// Returns the text as XPath writes it; XPath cannot escape, so a text with both kinds of quotes is put together.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}
