//! Looking at a paper before anything of it is saved, opened or printed: pictures of its pages, and what no typeface has.

use ::papers::style::Style;
use ::papers::{MissingCharacter, Paper, Pictures, sheets};
use serde::Serialize;
use uuid::Uuid;

use super::gathering::{Gathered, gathered};
use super::printing::printing;
use super::{refused, told};
use crate::access::VIEW;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// How many pages are drawn for one request at the most: a window shows a few, and the desk has others to serve.
const MOST_AT_ONCE: usize = 24;

/// The paper that is being looked at. It is kept laid out while what it says stays the same, because every page that comes
/// into sight is asked for.
pub(crate) struct KeptPreview {
    wanted: WantedPaper,
    paper: Paper,
    pictures: Pictures,
}

/// What the audit holds of a paper that was looked at: seeing is disclosing too.
#[derive(Serialize)]
struct Viewed<'a> {
    #[serde(flatten)]
    wanted: &'a WantedPaper,
    title: &'a str,
    pages: u32,
}

pub fn preview_paper(desk: &mut Desk, request: PreviewPaper) -> Result<PaperPreview, Failure> {
    let today = desk.today();
    let Gathered { paper, file_name, about } =
        desk.read(|reader| gathered(reader, &request.wanted, today))?;
    let kept = desk.hub_mut()?.preview.take().filter(|kept| kept.wanted == request.wanted);
    // Whoever goes on looking was noted when they began; nobody sees a page without a note.
    let note = request.opening || kept.is_none();
    let kept = match kept {
        Some(kept) if kept.paper == paper => kept,
        _ => laid_out(desk, request.wanted.clone(), paper)?,
    };
    let answer = seen(&kept, &request, file_name);
    if let (true, Ok(answer)) = (note, &answer) {
        noted(desk, &request.wanted, about, answer)?;
    }
    if answer.is_ok() || !note {
        desk.hub_mut()?.preview = Some(kept);
    }
    answer
}

fn laid_out(desk: &Desk, wanted: WantedPaper, paper: Paper) -> Result<KeptPreview, Failure> {
    let listener = desk.listener();
    let watch = &mut |step| told(listener.as_ref(), step);
    let pictures = Pictures::lay_out(&paper, &Style::default(), watch).map_err(refused)?;
    Ok(KeptPreview { wanted, paper, pictures })
}

fn noted(
    desk: &mut Desk,
    wanted: &WantedPaper,
    about: Option<Uuid>,
    answer: &PaperPreview,
) -> Result<(), Failure> {
    let viewed = Viewed { wanted, title: &answer.title, pages: answer.pages };
    desk.write(&["history"], |writer, _| Ok(writer.note(VIEW, about, &viewed)?))
}

fn seen(kept: &KeptPreview, request: &PreviewPaper, file_name: String) -> Result<PaperPreview, Failure> {
    let pictures = &kept.pictures;
    let taken = sheets(pictures.pages(), pictures.parts(), printing(&request.choices));
    let taken = taken.map_err(|error| refused(error).at("pages"))?;
    let mut drawn = Vec::new();
    for &page in request.pages.iter().filter(|page| **page > 0).take(MOST_AT_ONCE) {
        let at = page as usize - 1;
        if let (Some(svg), Some(number)) = (pictures.svg(at).map_err(refused)?, pictures.number(at)) {
            drawn.push(PagePicture { page, number: number.to_owned(), svg });
        }
    }
    let part = |&at: &usize| PaperPart {
        name: pictures.place(at).unwrap_or_default().to_owned(),
        page: counted(at + 1),
    };
    Ok(PaperPreview {
        title: pictures.title().to_owned(),
        file_name,
        pages: counted(pictures.pages()),
        parts: pictures.parts().iter().map(part).collect(),
        pictures: drawn,
        missing: pictures.missing().iter().map(missing).collect(),
        sides: counted(taken.sides),
        sheets: counted(taken.sheets),
    })
}

fn missing(each: &MissingCharacter) -> MissingInPaper {
    MissingInPaper {
        page: counted(each.page),
        place: each.place.clone(),
        character: each.character.to_string(),
        word: each.word.clone(),
    }
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
