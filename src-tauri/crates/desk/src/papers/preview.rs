//! Looking at a paper before anything of it is saved, opened or printed: pictures of its pages, and what no typeface has.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use ::papers::style::{Colour, Style};
use ::papers::{Drawn, GlyphKey, MissingCharacter, Paper, Pictures, glyph_outline, sheets};
use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::gathering::{Gathered, gathered_keeping};
use super::kept_pages::KeptPages;
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
    gathered: Gathered,
    pictures: Pictures,
    /// The pages of its cases; none for other papers than a pack.
    pages: KeptPages,
    /// What the record was when the paper was gathered: the changes until then, and the day.
    as_of: (u32, NaiveDate),
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
    let mut kept = desk.hub_mut()?.preview.take().filter(|kept| kept.wanted == request.wanted);
    if let Some(kept) = kept.as_mut().filter(|_| request.opening) {
        // Because a look at a record is no change, and stands in the list of who saw what all the same.
        kept.as_of.0 = u32::MAX;
    }
    // Whoever goes on looking was noted when they began; nobody sees a page without a note.
    let note = request.opening || kept.is_none();
    let mut kept = current(desk, &request.wanted, kept)?;
    let answer = seen(&kept, &request);
    if let (true, Ok(answer)) = (note, &answer) {
        noted(desk, &request.wanted, kept.gathered.about, answer)?;
        // The note itself says nothing new of the paper.
        kept.as_of.0 = desk.changes();
    }
    if answer.is_ok() || !note {
        desk.hub_mut()?.preview = Some(kept);
    }
    answer
}

/// Returns the paper as it is now: what was kept while nothing was written since, laid out anew where it says something else.
fn current(desk: &Desk, wanted: &WantedPaper, kept: Option<KeptPreview>) -> Result<KeptPreview, Failure> {
    let as_of = (desk.changes(), desk.today());
    let mut kept = match kept {
        Some(kept) if kept.as_of == as_of => return Ok(kept),
        kept => kept,
    };
    let mut pages = kept.as_mut().map(|kept| std::mem::take(&mut kept.pages)).unwrap_or_default();
    let gathered = desk.read(|reader| gathered_keeping(reader, wanted, as_of.1, &mut pages))?;
    let pictures = match kept {
        Some(kept) if kept.gathered.paper == gathered.paper => kept.pictures,
        kept => laid_out(desk, &gathered.paper, kept.map(|kept| kept.pictures))?,
    };
    Ok(KeptPreview { wanted: wanted.clone(), gathered, pictures, pages, as_of })
}

fn laid_out(desk: &Desk, paper: &Paper, before: Option<Pictures>) -> Result<Pictures, Failure> {
    let listener = desk.listener();
    let (style, watch) = (Style::default(), &mut |step| told(listener.as_ref(), step));
    let pictures = match before {
        Some(before) => before.lay_out_again(paper, &style, watch),
        None => Pictures::lay_out(paper, &style, watch),
    };
    pictures.map_err(refused)
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

fn seen(kept: &KeptPreview, request: &PreviewPaper) -> Result<PaperPreview, Failure> {
    let pictures = &kept.pictures;
    let taken = sheets(pictures.pages(), pictures.parts(), printing(&request.choices));
    let taken = taken.map_err(|error| refused(error).at("pages"))?;
    let mut drawn = Vec::new();
    let mut outlined = request.outlined.iter().copied().map(GlyphKey).collect();
    let mut outlines = Vec::new();
    for &page in request.pages.iter().filter(|page| **page > 0).take(MOST_AT_ONCE) {
        let at = page as usize - 1;
        if let (Some(marks), Some(number)) = (pictures.drawn(at).map_err(refused)?, pictures.number(at)) {
            outlines.append(&mut lacking(&marks, &mut outlined)?);
            let marks: Vec<PageMark> = marks.into_iter().map(mark).collect();
            let key = key_of(&marks);
            let marks = Some(marks).filter(|_| !request.known.contains(&key));
            drawn.push(PagePicture { page, number: number.to_owned(), key, marks });
        }
    }
    let part = |&at: &usize| PaperPart {
        name: pictures.place(at).unwrap_or_default().to_owned(),
        page: counted(at + 1),
    };
    Ok(PaperPreview {
        title: pictures.title().to_owned(),
        file_name: kept.gathered.file_name.clone(),
        pages: counted(pictures.pages()),
        parts: pictures.parts().iter().map(part).collect(),
        pictures: drawn,
        outlines,
        missing: pictures.missing().iter().map(missing).collect(),
        sides: counted(taken.sides),
        sheets: counted(taken.sheets),
    })
}

/// Returns the outlines of glyphs in a picture that are not in `outlined`, and takes them in there.
fn lacking(marks: &[Drawn], outlined: &mut HashSet<GlyphKey>) -> Result<Vec<GlyphOutline>, Failure> {
    let glyphs = marks.iter().flat_map(|mark| match mark {
        Drawn::Line { glyphs, .. } => glyphs.as_slice(),
        Drawn::Filled { .. } | Drawn::Stroked { .. } => &[],
    });
    let mut lacking = Vec::new();
    for &(glyph, _) in glyphs {
        if outlined.insert(glyph)
            && let Some(steps) = glyph_outline(glyph).map_err(refused)?
        {
            lacking.push(GlyphOutline { glyph: glyph.0, steps });
        }
    }
    Ok(lacking)
}

fn mark(drawn: Drawn) -> PageMark {
    match drawn {
        Drawn::Line { colour, scale, left, baseline, glyphs } => {
            let told = |(glyph, place): (GlyphKey, i32)| [glyph.0.cast_signed(), place];
            let glyphs = glyphs.into_iter().flat_map(told).collect();
            PageMark::Line { ink: ink(colour), scale, left, baseline, glyphs }
        }
        Drawn::Filled { colour, path } => PageMark::Filled { ink: ink(colour), path },
        Drawn::Stroked { colour, thickness, path } => PageMark::Stroked { ink: ink(colour), thickness, path },
    }
}

fn ink(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Returns what a picture is known by while the program runs.
fn key_of(marks: &[PageMark]) -> String {
    let mut hasher = DefaultHasher::new();
    // Telling it as text does not fail.
    serde_json::to_string(marks).unwrap_or_default().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
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
