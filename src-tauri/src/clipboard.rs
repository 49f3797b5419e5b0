//! Text that goes to another program and must not stay behind: kept out of the system's history where it can be, and
//! taken off the clipboard after a while if it is still there.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arboard::{Clipboard, Set};
use desk::failure::Failure;

/// How long a copied text stays: long enough to paste it, too short to be forgotten there.
const STAYS: Duration = Duration::from_secs(30);

/// The clipboard, and which text of ours lies on it.
#[derive(Clone, Default)]
pub struct PrivateClipboard(Arc<Mutex<Copied>>);

#[derive(Default)]
struct Copied {
    /// Because some systems ask the program that copied for the text, the clipboard is held while the program runs.
    board: Option<Clipboard>,
    /// Counts the copies, so that the end of an earlier one leaves a later one alone.
    serial: u64,
}

impl PrivateClipboard {
    /// Puts `text` on the clipboard and returns the number of this copy.
    ///
    /// Fails with a sentence where the system offers no clipboard.
    pub fn put(&self, text: &str) -> Result<u64, Failure> {
        let mut copied = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let board = match &mut copied.board {
            Some(board) => board,
            none => none.insert(Clipboard::new().map_err(refused)?),
        };
        private(board.set()).text(text.to_owned()).map_err(refused)?;
        copied.serial += 1;
        Ok(copied.serial)
    }

    /// Waits until the text of copy `serial` has stayed long enough, and takes it away if it is still there.
    pub async fn forget(self, serial: u64, text: String) {
        tokio::time::sleep(STAYS).await;
        let mut copied = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let later = copied.serial != serial;
        let Some(board) = &mut copied.board else { return };
        let lies_there = board.get_text().ok();
        if is_ours(later, lies_there.as_deref(), &text) {
            // Because a clipboard that cannot be cleared was taken by another program meanwhile.
            let _ = board.clear();
        }
    }
}

/// Tells whether what lies on the clipboard is still the text of this copy.
fn is_ours(later: bool, lies_there: Option<&str>, text: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n");
    !later && lies_there.is_some_and(|there| plain(there) == plain(text))
}

#[cfg(windows)]
fn private(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
}

#[cfg(target_os = "macos")]
fn private(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtApple;
    set.exclude_from_history()
}

#[cfg(all(unix, not(target_os = "macos")))]
fn private(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtLinux;
    set.exclude_from_history()
}

fn refused(error: arboard::Error) -> Failure {
    Failure::refused(format!("The system does not let the text onto its clipboard ({error})"))
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_a_text_that_is_still_ours_is_taken_away() {
        assert!(
            is_ours(false, Some("DEMO.45\r\nDecision"), "DEMO.45\nDecision"),
            "Windows ends lines in its own way"
        );
        assert!(!is_ours(false, Some("a shopping list"), "DEMO.45"), "somebody copied something else");
        assert!(!is_ours(false, None, "DEMO.45"));
        assert!(!is_ours(true, Some("DEMO.45"), "DEMO.45"), "copied again: the later copy’s time counts");
    }
}
