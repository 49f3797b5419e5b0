//! Every text of every paper is read back as it was written: a hard name stands in each field, and is found again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod planted;
mod tools;

use std::collections::{BTreeMap, BTreeSet};

use papers::Paper;
use papers::model::ReferralForm;
use planted::{Planted, field, plant};
use serde::de::DeserializeOwned;

/// Names as short as a narrow column and as hard as their writing: each is followed by a number of its own.
const NAMES: [&str; 8] = ["Ŵyn", "Łżó", "Ánh", "Şğı", "Ольга", "Ελέ", "Sia\u{302}n", "O’Ñé"];

/// How many ways there are to choose among the variants of a field: the most that one has.
const CHOICES: usize = 8;

/// Returns the fields whose texts the paper does not print in any of its ways, each as a text of the PDF was sought.
fn silent<Model: DeserializeOwned>(paper: impl Fn(Model) -> Paper) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    for choice in 0..CHOICES {
        let named = |_: &str, number: usize| format!("{}{number}.", NAMES[number % NAMES.len()]);
        let Planted { model, words } = plant::<Model>(choice, named);
        let text = tools::drawn(&paper(model)).pages().join("");
        // A narrow column breaks a word over lines, and a label is set in capitals.
        let text: String =
            text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
        for (path, word) in words {
            *seen.entry(field(&path)).or_default() |= text.contains(&word.to_lowercase());
        }
    }
    seen.into_iter().filter(|(_, seen)| !seen).map(|(path, _)| path).collect()
}

/// Asserts that a paper prints every text of its model but those named.
fn assert_prints_all_but<Model: DeserializeOwned>(paper: impl Fn(Model) -> Paper, but: &[&str]) {
    let but: BTreeSet<String> = but.iter().map(|path| (*path).to_owned()).collect();
    let mut silent = silent(paper);
    // A page spells out the abbreviations that it uses, which `layout.rs` puts to the test.
    silent.retain(|path| !path.starts_with("/abbreviations/"));
    assert_eq!(silent, but);
}

#[test]
fn an_agenda_pack_prints_every_text() {
    // A title stands where there is no reference, and a section is where a link leads.
    assert_prints_all_but(
        Paper::Agenda,
        &[
            "/running_order/items/section/case",
            "/running_order/items/section/referral",
            "/running_order/items/title",
        ],
    );
}

#[test]
fn minutes_print_every_text() {
    assert_prints_all_but(Paper::Minutes, &[]);
}

#[test]
fn a_referral_form_prints_every_text() {
    // What helps to answer stands where there is no answer.
    assert_prints_all_but(
        Paper::ReferralForm,
        &["/parts/lead", "/parts/questions/hint", "/parts/questions/options"],
    );
}

#[test]
fn a_blank_referral_form_prints_what_helps_to_answer() {
    let blank = |mut form: ReferralForm| {
        form.reference = None;
        let questions = form.parts.iter_mut().flat_map(|part| &mut part.questions);
        // A field beside others has room for its words alone.
        questions.for_each(|question| (question.answer, question.sixths) = (String::new(), 0));
        Paper::ReferralForm(form)
    };
    let silent = silent(blank);
    for path in ["/parts/lead", "/parts/questions/hint", "/parts/questions/options"] {
        assert!(!silent.contains(path), "a blank form does not print {path}");
    }
}

#[test]
fn a_sheet_prints_every_text() {
    assert_prints_all_but(Paper::Sheet, &[]);
}

#[test]
fn the_summary_of_a_case_prints_every_text() {
    assert_prints_all_but(Paper::CaseSummary, &[]);
}

#[test]
fn an_agency_sheet_prints_every_text() {
    // The title names the agency of every row.
    assert_prints_all_but(Paper::AgencySheet, &["/actions/agency"]);
}

#[test]
fn a_late_sheet_prints_every_text() {
    // A title stands where there is no reference, and a section is where a link leads.
    assert_prints_all_but(
        Paper::LateSheet,
        &["/added/section/case", "/added/section/referral", "/added/title"],
    );
}

#[test]
fn an_action_list_prints_every_text() {
    // The heading names the agency of every row.
    assert_prints_all_but(Paper::ActionList, &["/agencies/actions/agency"]);
}

#[test]
fn the_register_prints_every_text() {
    assert_prints_all_but(Paper::Register, &[]);
}

#[test]
fn the_year_report_prints_every_text() {
    // A section is where a link leads.
    assert_prints_all_but(Paper::YearReport, &["/headlines/section"]);
}

#[test]
fn a_case_study_prints_every_text() {
    assert_prints_all_but(Paper::CaseStudy, &[]);
}

#[test]
fn a_key_to_names_prints_every_text() {
    assert_prints_all_but(Paper::NameKey, &[]);
}
