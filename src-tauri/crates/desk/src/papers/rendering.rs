//! A paper drawn from a file of plain data: no hub is opened, nothing is recorded.

use std::ops::ControlFlow;
use std::path::Path;

use ::papers::PaperFile;
use ::papers::style::Style;

use super::{missing_words, refused, saving};
use crate::failure::Failure;

/// A paper that was drawn from a file.
#[derive(Debug)]
pub struct RenderedPaper {
    /// How many pages it has.
    pub pages: usize,
    /// The characters that print as boxes, each with its word, page and place.
    pub missing_characters: Vec<String>,
}

/// Draws the paper that the file `model` describes, and saves it as `out`.
pub fn render_paper(model: &Path, out: &Path) -> Result<RenderedPaper, Failure> {
    let unread = |error| Failure::refused(format!("{} cannot be read: {error}", model.display()));
    let text = std::fs::read_to_string(model).map_err(unread)?;
    let file = PaperFile::read(&text).map_err(|error| Failure::refused(error.to_string()))?;
    let made = ::papers::make(&file.paper, &Style::default(), &mut |_| ControlFlow::Continue(()))
        .map_err(refused)?;
    saving::save(out, &made.bytes)?;
    let missing_characters = made.missing.iter().map(missing_words).collect();
    Ok(RenderedPaper { pages: made.pages, missing_characters })
}
