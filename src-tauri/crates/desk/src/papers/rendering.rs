//! A paper drawn from a file of plain data: no hub is opened, nothing is recorded.

use std::ops::ControlFlow;
use std::path::Path;

use ::papers::style::Style;
use ::papers::{MadePaper, PaperFile, make_to_print};

use super::printing::printing;
use super::{missing_words, refused, saving};
use crate::failure::Failure;
use crate::wire::everything::*;

/// A paper that was drawn from a file and is not written anywhere yet.
#[derive(Debug)]
pub struct DrawnFile {
    made: MadePaper,
}

/// Draws the paper that the file `model` describes.
pub fn draw_file(model: &Path, choices: &PrintChoices) -> Result<DrawnFile, Failure> {
    let unread = |error| Failure::refused(format!("{} cannot be read: {error}", model.display()));
    let text = std::fs::read_to_string(model).map_err(unread)?;
    let file = PaperFile::read(&text).map_err(|error| Failure::refused(error.to_string()))?;
    let go_on = &mut |_| ControlFlow::Continue(());
    let made = make_to_print(&file.paper, &Style::default(), printing(choices), go_on).map_err(refused)?;
    Ok(DrawnFile { made })
}

impl DrawnFile {
    /// Returns how many pages it has.
    pub fn pages(&self) -> usize {
        self.made.pages
    }

    /// Returns the characters that print as boxes, each with its word, page and place.
    pub fn missing_characters(&self) -> Vec<String> {
        self.made.missing.iter().map(missing_words).collect()
    }

    /// Saves it.
    pub fn save(&self, out: &Path) -> Result<(), Failure> {
        saving::save(out, &self.made.bytes)
    }
}
