//! Papers: gathered from the record, made, saved, and noted in the audit.

mod abbreviations;
mod agenda_pack;
mod case_summary;
mod minutes_paper;
mod parts;
mod saving;

use std::ops::ControlFlow;
use std::path::PathBuf;

use ::papers::style::Style;
use ::papers::{MissingCharacter, Paper, PaperError, Step};
use domain::meeting::Meeting;
use serde::Serialize;
use store::Reader;
use uuid::Uuid;

use crate::desk::{Desk, Listener, Progress};
use crate::failure::{Code, Failure};
use crate::meetings::kept;
use crate::wire::everything::*;

/// What the audit holds of a paper: printing is disclosing.
#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    wanted: &'a WantedPaper,
    file_name: &'a str,
    pages: usize,
}

/// What a paper says, gathered from the record.
struct Gathered {
    paper: Paper,
    /// The file name that it usually gets.
    file_name: String,
    /// The record it is about, for the audit; absent when it is about none.
    about: Option<Uuid>,
}

pub fn make_paper(desk: &mut Desk, request: MakePaper) -> Result<PaperMade, Failure> {
    let today = desk.today();
    let gathered = desk.read(|reader| gathered(reader, &request.wanted, today))?;
    let path = match request.save_as.as_deref().map(str::trim).filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => saving::private_folder(desk.folder())?.join(&gathered.file_name),
    };
    let listener = desk.listener();
    let made = ::papers::make(&gathered.paper, &Style::default(), &mut |step| told(listener.as_ref(), step))
        .map_err(refused)?;
    saving::save(&path, &made.bytes)?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let printed = Printed { wanted: &request.wanted, file_name: &file_name, pages: made.pages };
    desk.write(&["history"], |writer, _| Ok(writer.note("paper", gathered.about, &printed)?))?;
    Ok(PaperMade {
        path: path.display().to_string(),
        pages: u32::try_from(made.pages).unwrap_or(u32::MAX),
        kib: (made.bytes.len() as u64).div_ceil(1024),
        missing_characters: made.missing.iter().map(missing_words).collect(),
        file_name,
    })
}

fn gathered(
    reader: &Reader<'_>,
    wanted: &WantedPaper,
    today: chrono::NaiveDate,
) -> Result<Gathered, Failure> {
    match wanted {
        WantedPaper::Agenda { meeting } => {
            let meeting = kept(reader, *meeting)?;
            Ok(of_meeting("agenda", &meeting, Paper::Agenda(agenda_pack::gathered(reader, meeting.clone())?)))
        }
        WantedPaper::Minutes { meeting } => {
            let meeting = kept(reader, *meeting)?;
            Ok(of_meeting(
                "minutes",
                &meeting,
                Paper::Minutes(minutes_paper::gathered(reader, meeting.clone())?),
            ))
        }
        WantedPaper::CaseSummary { reference } => {
            let (case, summary) = case_summary::gathered(reader, reference, today)?;
            let file_name = format!("Hub Tasking {reference} {today}.pdf");
            Ok(Gathered { paper: Paper::CaseSummary(summary), file_name, about: Some(case.0) })
        }
    }
}

fn of_meeting(name: &str, meeting: &Meeting, paper: Paper) -> Gathered {
    let file_name = format!("Hub Tasking {} {name} {}.pdf", meeting.number, meeting.date);
    Gathered { paper, file_name, about: Some(meeting.id.0) }
}

fn missing_words(missing: &MissingCharacter) -> String {
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

fn refused(error: PaperError) -> Failure {
    match error {
        PaperError::Stopped => Failure::of(Code::Cancelled, "The paper was called off; nothing was saved"),
        other => Failure::refused(other.to_string()),
    }
}
