//! Copies for the printer: page ranges, fronts, two pages on a side, read with other people's tools.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use std::ops::ControlFlow;

use papers::style::Style;
use papers::{Paper, PaperError, Printing, Sides, make_to_print};
use samples::{hard_names, pack};
use tools::{Paper as File, drawn};

fn printed(paper: &Paper, printing: Printing) -> (File, usize) {
    let made = make_to_print(paper, &Style::default(), printing, &mut |_| ControlFlow::Continue(())).unwrap();
    let file = File::of(made.bytes);
    let said = file.told("qpdf", &["--check"], &[]);
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    (file, made.pages)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn without_a_wish_it_is_the_ordinary_file() {
    let paper = Paper::Agenda(pack());
    assert!(printed(&paper, Printing::default()).0.bytes == drawn(&paper).bytes);
}

#[test]
fn a_range_holds_its_pages_with_their_numbers_and_is_still_tagged() {
    let paper = Paper::Agenda(pack());
    let whole = drawn(&paper).pages();
    let (file, sides) = printed(&paper, Printing { pages: Some((2, 4)), ..Printing::default() });
    assert_eq!(sides, 3);
    assert_eq!(file.pages(), whole[1..4], "the pages say what they said in the whole paper");
    let structure = file.structure();
    assert!(structure.contains("Table") && structure.contains("H2"), "{structure}");
    assert!(!structure.contains("Link"), "paper has no links");
    let unpacked = file.unpacked();
    assert!(!unpacked.contains("/Duplex"), "nobody asked for both sides");
}

#[test]
fn every_part_begins_on_a_front_and_what_stands_before_it_is_blank() {
    let paper = Paper::Agenda(pack());
    let whole = drawn(&paper).pages();
    let (file, sides) = printed(&paper, Printing { sides: Sides::DoublePartsInFront, ..Printing::default() });
    let pages = file.pages();
    assert_eq!(pages.len(), sides);
    let said: Vec<&String> = pages.iter().filter(|page| !page.trim().is_empty()).collect();
    assert_eq!(said, whole.iter().collect::<Vec<_>>(), "no page is lost, none comes twice");
    assert!(said.len() < sides, "the sample has a part that would begin on a back");
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.trim().is_empty()) {
        assert_eq!(at % 2, 1, "only a back is blank: {page}");
    }
    assert!(
        file.unpacked().contains("/Duplex /DuplexFlipLongEdge"),
        "the print dialogue begins with both sides"
    );
}

#[test]
fn two_pages_on_a_side_hold_every_word_of_both_and_lie_on_their_side() {
    let paper = Paper::Agenda(pack());
    let whole = drawn(&paper).pages();
    let wish = Printing { two_up: true, sides: Sides::Double, ..Printing::default() };
    let (file, sides) = printed(&paper, wish);
    assert_eq!(sides, whole.len().div_ceil(2));
    let pages = file.pages();
    for (side, pair) in whole.chunks(2).enumerate() {
        let both = pair.iter().map(|page| squeezed(page)).collect::<Vec<_>>().join(" ");
        assert_eq!(squeezed(&pages[side]), both, "side {side}");
    }
    let told = file.told("pdfinfo", &[], &[]);
    assert!(told.contains("841.89 x 595.276 pts (A4)") && told.contains("Tagged:          no"), "{told}");
    assert!(file.unpacked().contains("/Duplex /DuplexFlipShortEdge"));
    let again = printed(&paper, wish).0;
    assert!(file.bytes == again.bytes, "the same copy is the same file");
    assert!(file.bytes.len() < drawn(&paper).bytes.len(), "nothing is left in it that nobody sees");
}

#[test]
fn characters_are_missing_only_from_the_pages_that_are_printed() {
    let paper = Paper::Agenda(hard_names());
    let go_on = &mut |_| ControlFlow::Continue(());
    let all = papers::missing_characters(&paper, &Style::default()).unwrap();
    let page = all.last().unwrap().page;
    let printing = Printing { pages: Some((page, page)), ..Printing::default() };
    let made = make_to_print(&paper, &Style::default(), printing, go_on).unwrap();
    assert!(!made.missing.is_empty() && made.missing.len() < all.len());
    assert!(made.missing.iter().all(|each| each.page == page), "{:?}", made.missing);
    let printing = Printing { pages: Some((1, 999)), ..Printing::default() };
    let refused = make_to_print(&paper, &Style::default(), printing, go_on).unwrap_err();
    assert!(matches!(refused, PaperError::NoSuchPages { .. }), "{refused}");
}
