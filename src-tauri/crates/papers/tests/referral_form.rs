//! The referral form: lines to write on when it is blank, answers when it is filled, marked and counted on every page.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use papers::model::ReferralForm;
use samples::{blank_form, filled_form};
use tools::{made, referral_form};

#[test]
fn every_page_is_marked_counted_and_says_whose_form_it_is() {
    for (form, named) in [(blank_form(), "blank form"), (filled_form(), "R.61")] {
        let pages = referral_form(&form).pages();
        assert!(pages.len() >= 2, "{} pages", pages.len());
        for (at, page) in pages.iter().enumerate() {
            assert_eq!(page.matches("OFFICIAL-SENSITIVE · SAMPLE").count(), 2, "page {}: {page}", at + 1);
            assert!(page.contains(&format!("Page {} of {}", at + 1, pages.len())), "page {}: {page}", at + 1);
            assert!(page.contains(named), "page {}: {page}", at + 1);
        }
    }
}

#[test]
fn the_guides_begin_a_page_on_a_blank_form_so_that_they_can_be_left_out() {
    let pages = referral_form(&blank_form()).pages();
    assert_eq!(pages.len(), 2);
    assert!(!pages[0].contains("Repeat location?") && pages[1].contains("Repeat location?"));
    assert!(pages[1].contains("Otherwise leave the page out."));
    assert!(
        pages[1].contains("CCTV") && pages[1].contains("closed-circuit television"),
        "spelled out where it is used"
    );
}

#[test]
fn an_answer_is_printed_whole_over_as_many_pages_as_it_takes() {
    let text = referral_form(&filled_form()).text();
    assert_eq!(text.matches("Mattresses").count(), 120);
    assert!(text.contains("Łucja d’Arcy O’Neill") && text.contains("a child is at risk"));
    let open = text.replace('\u{a0}', " ");
    for left in ["Not answered: Date of the referral · Agency", "Not answered: CCTV?"] {
        assert!(open.contains(left), "what was left open is said to be: {open}");
    }
}

#[test]
fn the_same_form_gives_the_same_bytes_and_a_form_without_parts_is_a_page() {
    assert!(referral_form(&blank_form()).bytes == referral_form(&blank_form()).bytes);
    let bare = ReferralForm { parts: Vec::new(), ..blank_form() };
    assert_eq!(referral_form(&bare).pages().len(), 1);
    let hostile = ReferralForm { under: "\u{202e}\u{0}🏚️ עברית".into(), ..blank_form() };
    assert!(!made(&papers::Paper::ReferralForm(hostile)).missing.is_empty());
}
