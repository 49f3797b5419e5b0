//! Copies for the printer, and what no typeface has in them.

use ::papers::style::Style;
use ::papers::{Printing, Sides, make_to_print, missing_characters};
use serde::Serialize;

use super::{Printed, gathered, missing_words, refused, saved_and_noted, told};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// What the audit holds of a copy for the printer.
#[derive(Serialize)]
struct PrintedCopy<'a> {
    #[serde(flatten)]
    printed: Printed<'a>,
    choices: &'a PrintChoices,
}

pub fn print_paper(desk: &mut Desk, request: PrintPaper) -> Result<PaperMade, Failure> {
    let PrintPaper { wanted, choices, save_as } = request;
    let today = desk.today();
    let gathered = desk.read(|reader| gathered(reader, &wanted, today))?;
    let listener = desk.listener();
    let watch = &mut |step| told(listener.as_ref(), step);
    let made =
        make_to_print(&gathered.paper, &Style::default(), printing(&choices), watch).map_err(refused)?;
    let name = name_of_copy(&gathered.file_name, &choices);
    saved_and_noted(desk, &made, save_as.as_deref(), &name, |desk, made| {
        let printed = Printed { wanted: &wanted, file_name: &made.file_name, pages: made.pages };
        let copy = PrintedCopy { printed, choices: &choices };
        desk.write(&["history"], |writer, _| Ok(writer.note("paper", gathered.about, &copy)?))
    })
}

/// Returns what no bundled face has in a paper, each with its word, page and place, before anything of it is let out.
pub fn missing_in(desk: &Desk, wanted: &WantedPaper, choices: &PrintChoices) -> Result<Vec<String>, Failure> {
    let gathered = desk.read(|reader| gathered(reader, wanted, desk.today()))?;
    let missing = missing_characters(&gathered.paper, &Style::default()).map_err(refused)?;
    Ok(missing.iter().filter(|each| holds(choices, each.page)).map(missing_words).collect())
}

/// Tells whether a page, counted from 1, is one of those chosen.
pub(super) fn holds(choices: &PrintChoices, page: usize) -> bool {
    choices.pages.as_ref().is_none_or(|range| {
        let page = u32::try_from(page).unwrap_or(u32::MAX);
        (range.first..=range.last).contains(&page)
    })
}

/// Returns the choices as the papers take them.
pub(super) fn printing(choices: &PrintChoices) -> Printing {
    Printing {
        pages: choices.pages.as_ref().map(|range| (range.first as usize, range.last as usize)),
        sides: match choices.sides {
            PrintSides::Single => Sides::Single,
            PrintSides::Double => Sides::Double,
            PrintSides::DoublePartsInFront => Sides::DoublePartsInFront,
        },
        two_up: choices.two_up,
    }
}

/// Returns a name that tells the copy from the ordinary file, so that neither takes the other's place.
fn name_of_copy(usual: &str, choices: &PrintChoices) -> String {
    let mut name = usual.strip_suffix(".pdf").unwrap_or(usual).to_owned();
    match &choices.pages {
        Some(range) if range.first == range.last => name.push_str(&format!(" page {}", range.first)),
        Some(range) => name.push_str(&format!(" pages {}-{}", range.first, range.last)),
        None => {}
    }
    if *choices == PrintChoices::default() {
        return format!("{name}.pdf");
    }
    format!("{name} to print.pdf")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_told_from_the_ordinary_file_by_its_name() {
        let name = |choices| name_of_copy("Minutes 7.pdf", &choices);
        assert_eq!(name(PrintChoices::default()), "Minutes 7.pdf");
        let pages = |first, last| Some(PageRange { first, last });
        let some = |pages| PrintChoices { pages, ..PrintChoices::default() };
        assert_eq!(name(some(pages(3, 6))), "Minutes 7 pages 3-6 to print.pdf");
        assert_eq!(name(some(pages(3, 3))), "Minutes 7 page 3 to print.pdf");
        assert_eq!(name(PrintChoices { two_up: true, ..some(None) }), "Minutes 7 to print.pdf");
    }
}
