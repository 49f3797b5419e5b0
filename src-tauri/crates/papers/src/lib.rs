//! Papers as PDF: a model is laid out, drawn and finished into bytes, with no file, no clock and no network.

mod compose;
mod draw;
mod error;
mod finish;
mod layout;
mod missing;
pub mod model;
pub mod style;

use std::ops::ControlFlow;

pub use error::PaperError;
use layout::{Frame, block::Block};
pub use missing::MissingCharacter;
use model::{AgendaPack, MinutesPaper};
use style::Style;

/// How far a paper has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Parts are being put on pages.
    LayingOut {
        /// Parts done.
        done: usize,
        /// Parts in all.
        of: usize,
    },
    /// Pages are being drawn.
    Drawing {
        /// Pages done.
        done: usize,
        /// Pages in all.
        of: usize,
    },
    /// The file is being put together.
    Finishing,
}

/// Hears how far a paper has come, and stops it by answering [`ControlFlow::Break`].
pub type Watch<'caller> = dyn FnMut(Step) -> ControlFlow<()> + 'caller;

/// Returns the agenda pack as the bytes of a PDF file; the same pack and style give the same bytes.
///
/// # Errors
/// When a bundled face is damaged or the writer complains.
pub fn agenda(pack: &AgendaPack, style: &Style) -> Result<Vec<u8>, PaperError> {
    agenda_with_progress(pack, style, &mut |_| ControlFlow::Continue(()))
}

/// Does the same as [`agenda`], tells how far it has come, and stops when asked to.
///
/// # Errors
/// [`PaperError::Stopped`] when `watch` asked for it; otherwise as [`agenda`].
pub fn agenda_with_progress(
    pack: &AgendaPack,
    style: &Style,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, PaperError> {
    make(&compose::agenda(pack, style), style, watch)
}

/// Returns the minutes as the bytes of a PDF file; the same minutes and style give the same bytes.
///
/// # Errors
/// When a bundled face is damaged or the writer complains.
pub fn minutes(paper: &MinutesPaper, style: &Style) -> Result<Vec<u8>, PaperError> {
    minutes_with_progress(paper, style, &mut |_| ControlFlow::Continue(()))
}

/// Does the same as [`minutes`], tells how far it has come, and stops when asked to.
///
/// # Errors
/// [`PaperError::Stopped`] when `watch` asked for it; otherwise as [`minutes`].
pub fn minutes_with_progress(
    paper: &MinutesPaper,
    style: &Style,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, PaperError> {
    make(&compose::minutes(paper, style), style, watch)
}

/// Names the characters of an agenda pack that no bundled face has; each prints as a box.
///
/// # Errors
/// When a bundled face is damaged.
pub fn missing_in_agenda(pack: &AgendaPack, style: &Style) -> Result<Vec<MissingCharacter>, PaperError> {
    missing_in(&compose::agenda(pack, style), style)
}

/// Names the characters of minutes that no bundled face has; each prints as a box.
///
/// # Errors
/// When a bundled face is damaged.
pub fn missing_in_minutes(paper: &MinutesPaper, style: &Style) -> Result<Vec<MissingCharacter>, PaperError> {
    missing_in(&compose::minutes(paper, style), style)
}

/// A paper in blocks, with what stands on every page.
struct Composed<'paper> {
    title: String,
    blocks: Vec<Block>,
    frame: Frame<'paper>,
}

fn make(composed: &Composed<'_>, style: &Style, watch: &mut Watch<'_>) -> Result<Vec<u8>, PaperError> {
    let laid = layout::lay_out(&composed.blocks, &composed.frame, style, watch)?;
    let drawn = draw::draw(&laid, watch)?;
    layout::go_on(watch(Step::Finishing))?;
    finish::finish(drawn, &laid, &composed.title)
}

fn missing_in(composed: &Composed<'_>, style: &Style) -> Result<Vec<MissingCharacter>, PaperError> {
    let mut watch = |_| ControlFlow::Continue(());
    let laid = layout::lay_out(&composed.blocks, &composed.frame, style, &mut watch)?;
    Ok(missing::find(&laid))
}
