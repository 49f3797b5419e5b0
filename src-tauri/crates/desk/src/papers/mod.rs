//! Papers: gathered from the record, made, saved, and noted in the audit.

mod abbreviations;
mod agenda_pack;
mod minutes_paper;
mod parts;
mod saving;

use std::ops::ControlFlow;
use std::path::PathBuf;

use ::papers::style::Style;
use ::papers::{MissingCharacter, PaperError, Step};
use domain::ids::MeetingId;
use domain::meeting::Meeting;
use serde::Serialize;

use crate::desk::{Desk, Listener, Progress};
use crate::failure::{Code, Failure};
use crate::meetings::kept;
use crate::wire::everything::*;

/// What the audit holds of a paper: printing is disclosing.
#[derive(Serialize)]
struct Printed<'a> {
    paper: PaperKind,
    file_name: &'a str,
    pages: u32,
}

/// A paper that is made and not saved yet.
struct Made {
    bytes: Vec<u8>,
    pages: u32,
    missing: Vec<MissingCharacter>,
}

pub fn make_paper(desk: &mut Desk, request: MakePaper) -> Result<PaperMade, Failure> {
    let meeting = desk.read(|reader| kept(reader, request.meeting))?;
    let path = match request.save_as.as_deref().map(str::trim).filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => saving::private_folder(desk.folder())?.join(usual_name(request.paper, &meeting)),
    };
    let made = made(desk, request.paper, request.meeting)?;
    saving::save(&path, &made.bytes)?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let printed = Printed { paper: request.paper, file_name: &file_name, pages: made.pages };
    desk.write(&["history"], |writer, _| Ok(writer.note("paper", Some(request.meeting.0), &printed)?))?;
    Ok(PaperMade {
        path: path.display().to_string(),
        pages: made.pages,
        kib: (made.bytes.len() as u64).div_ceil(1024),
        missing_characters: made.missing.iter().map(missing_words).collect(),
        file_name,
    })
}

fn usual_name(paper: PaperKind, meeting: &Meeting) -> String {
    let paper = match paper {
        PaperKind::Agenda => "agenda",
        PaperKind::Minutes => "minutes",
    };
    format!("Hub Tasking {} {paper} {}.pdf", meeting.number, meeting.date)
}

fn missing_words(missing: &MissingCharacter) -> String {
    format!("“{}” in “{}”, page {}, {}", missing.character, missing.word, missing.page, missing.place)
}

fn made(desk: &Desk, paper: PaperKind, meeting: MeetingId) -> Result<Made, Failure> {
    let listener = desk.listener();
    let style = Style::default();
    let mut pages = 0;
    let mut watch = |step: Step| {
        if let Step::Drawing { of, .. } = step {
            pages = u32::try_from(of).unwrap_or(u32::MAX);
        }
        told(listener.as_ref(), step)
    };
    let (bytes, missing) = match paper {
        PaperKind::Agenda => {
            let pack = desk.read(|reader| agenda_pack::gathered(reader, kept(reader, meeting)?))?;
            let bytes = ::papers::agenda_with_progress(&pack, &style, &mut watch).map_err(refused)?;
            (bytes, ::papers::missing_in_agenda(&pack, &style).map_err(refused)?)
        }
        PaperKind::Minutes => {
            let minutes = desk.read(|reader| minutes_paper::gathered(reader, kept(reader, meeting)?))?;
            let bytes = ::papers::minutes_with_progress(&minutes, &style, &mut watch).map_err(refused)?;
            (bytes, ::papers::missing_in_minutes(&minutes, &style).map_err(refused)?)
        }
    };
    Ok(Made { bytes, pages, missing })
}

fn told(listener: &dyn Listener, step: Step) -> ControlFlow<()> {
    let (done, total, words) = match step {
        Step::LayingOut { done, of } => (done, of, "Laying out the pages"),
        Step::Drawing { done, of } => (done, of, "Drawing the pages"),
        Step::Finishing => (1, 1, "Finishing the file"),
    };
    listener.progress(Progress { task: "paper", done, total, words })
}

fn refused(error: PaperError) -> Failure {
    let code = if matches!(error, PaperError::Stopped) { Code::Cancelled } else { Code::Refused };
    Failure::of(code, error.to_string())
}
