//! Papers: gathered from the record, made, saved, and noted in the audit.

mod abbreviations;
mod action_list;
mod agenda_pack;
mod case_study;
mod case_summary;
mod gathering;
mod kept_pages;
mod minutes_paper;
mod name_key;
mod parts;
mod preview;
mod printing;
mod public_agenda;
mod referral_form;
mod register;
mod rendering;
mod saving;
mod year_report;

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;

use ::papers::style::Style;
use ::papers::{MadePaper, MissingCharacter, Paper, PaperError, Step};
use serde::Serialize;

use crate::desk::{Desk, Listener, Progress};
use crate::failure::{Code, Failure};
use crate::wire::everything::*;

pub(crate) use agenda_pack::gathered as agenda;
use gathering::gathered;
pub(crate) use gathering::issued_minutes;
pub(crate) use minutes_paper::{gathered as minutes, status as minutes_status};
pub(crate) use parts::{action as action_row, marking};
pub(crate) use preview::KeptPreview;
pub use preview::preview_paper;
pub use printing::{missing_in, print_paper};
pub use rendering::{DrawnFile, draw_file};
pub(crate) use saving::{clear_private_folder, save};

/// How many characters that no face has are named in a refusal.
const NAMED_CHARACTERS: usize = 5;

/// What the audit holds of a paper: printing is disclosing.
#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    wanted: &'a WantedPaper,
    file_name: &'a str,
    pages: u32,
}

pub fn make_paper(desk: &mut Desk, request: MakePaper) -> Result<PaperMade, Failure> {
    let today = desk.today();
    let gathered = desk.read(|reader| gathered(reader, &request.wanted, today))?;
    let made = drawn(desk.listener().as_ref(), &gathered.paper)?;
    saved_and_noted(desk, &made, request.save_as.as_deref(), &gathered.file_name, |desk, made| {
        let printed = Printed { wanted: &request.wanted, file_name: &made.file_name, pages: made.pages };
        desk.write(&["history"], |writer, _| Ok(writer.note("paper", gathered.about, &printed)?))
    })
}

/// Draws a paper, and tells how far it has come.
pub(crate) fn drawn(listener: &dyn Listener, paper: &Paper) -> Result<MadePaper, Failure> {
    ::papers::make(paper, &Style::default(), &mut |step| told(listener, step)).map_err(refused)
}

/// Notes a paper and saves it where it was asked, or in the private folder under its usual name.
pub(crate) fn saved_and_noted(
    desk: &mut Desk,
    made: &MadePaper,
    save_as: Option<&str>,
    usual_name: &str,
    note: impl FnOnce(&mut Desk, &PaperMade) -> Result<(), Failure>,
) -> Result<PaperMade, Failure> {
    noted_file(desk, &made.bytes, save_as, usual_name, |desk, file| {
        file.pages = u32::try_from(made.pages).unwrap_or(u32::MAX);
        file.missing_characters = made.missing.iter().map(missing_words).collect();
        note(desk, file)
    })
}

/// Notes a file and saves it where it was asked, or in the private folder under its usual name.
///
/// The note comes first, so that no file lies anywhere without one: a note of a file that a full disk then kept from being
/// written says too much, which harms nobody.
pub(crate) fn noted_file(
    desk: &mut Desk,
    bytes: &[u8],
    save_as: Option<&str>,
    usual_name: &str,
    note: impl FnOnce(&mut Desk, &mut PaperMade) -> Result<(), Failure>,
) -> Result<PaperMade, Failure> {
    let path = match save_as.map(str::trim).filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => saving::private_folder(desk.folder())?.join(usual_name),
    };
    let begun = saving::begin(&path)?;
    let mut file = PaperMade {
        path: path.display().to_string(),
        file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        pages: 0,
        kib: (bytes.len() as u64).div_ceil(1024),
        missing_characters: Vec::new(),
    };
    note(desk, &mut file)?;
    begun.finish(bytes)?;
    Ok(file)
}

/// Returns the characters that no bundled face has, each once.
pub(crate) fn in_words<'a>(missing: impl Iterator<Item = &'a MissingCharacter>) -> Vec<String> {
    let words: BTreeSet<String> = missing.map(missing_words).collect();
    words.into_iter().collect()
}

/// Lets a paper out whose characters all print, or whose boxes somebody agreed to; otherwise says which they are.
pub(crate) fn agreed<'a>(
    missing: impl Iterator<Item = &'a MissingCharacter>,
    agreed: bool,
) -> Result<(), Failure> {
    let words = if agreed { Vec::new() } else { in_words(missing) };
    match words.len() {
        0 => Ok(()),
        number => {
            let more = number.saturating_sub(NAMED_CHARACTERS);
            let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
            let named = words.iter().take(NAMED_CHARACTERS).cloned().collect::<Vec<_>>().join("; ");
            let count = domain::words::count(number, "character is", "characters are");
            Err(Failure::of(Code::OpenEnds, format!("{count} in none of the typefaces: {named}{rest}"))
                .with_hint("Print boxes in their place, or correct the text first"))
        }
    }
}

/// Returns a character that no bundled face has, with where it stands.
pub(crate) fn missing_words(missing: &MissingCharacter) -> String {
    format!("“{}” in “{}”, page {}, {}", missing.character, missing.word, missing.page, missing.place)
}

fn told(listener: &dyn Listener, step: Step) -> ControlFlow<()> {
    let (done, total, words) = match step {
        Step::LayingOut { done, of } => (done, of, "Laying out the pages"),
        Step::Drawing { done, of } => (done, of, "Drawing the pages"),
        Step::Finishing => (1, 1, "Finishing the file"),
    };
    listener.progress(Progress { task: "paper", done, total, words })
}

pub(crate) fn refused(error: PaperError) -> Failure {
    match error {
        PaperError::Stopped => Failure::of(Code::Cancelled, "The paper was called off; nothing was saved"),
        other => Failure::refused(other.to_string()),
    }
}
