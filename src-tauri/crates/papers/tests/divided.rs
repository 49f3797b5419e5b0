//! A paper taken apart and put together again, and the texts in it that a partner's redaction has to see.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use papers::model::{AgencySheet, AgendaPack, Divided, LateSheet, MinutesPaper, Section, Written};
use planted::{Planted, field, plant};
use serde::Serialize;
use serde::de::DeserializeOwned;

mod planted;
mod samples;

#[test]
fn a_pack_put_together_from_all_its_parts_is_the_pack() {
    let whole = samples::pack();
    let (frame, general, parts) = whole.clone().divided();
    let parts = std::iter::once(general).chain(parts.into_iter().map(|(_, part)| part)).collect();
    let again = frame.joined(parts);
    assert_eq!(again.figures.new_referrals as usize, whole.referrals.len());
    assert_eq!(AgendaPack { figures: whole.figures, ..again }, whole);
}

#[test]
fn minutes_put_together_from_all_their_parts_are_the_minutes() {
    let whole = samples::record();
    let (frame, general, parts) = whole.clone().divided();
    let parts = std::iter::once(general).chain(parts.into_iter().map(|(_, part)| part)).collect();
    assert_eq!(frame.joined(parts), whole);
}

#[test]
fn a_pack_of_one_part_holds_that_part_alone_and_counts_it() {
    let (frame, _, parts) = samples::pack().divided();
    let (reference, part) = parts.into_iter().find(|(_, part)| !part.cases.is_empty()).unwrap();
    let copy = frame.joined(vec![part]);
    assert_eq!((copy.cases.len(), copy.cases[0].reference.as_str()), (1, reference.as_str()));
    assert!(copy.referrals.is_empty() && copy.figures.items == 1);
    let mut lines = copy.running_order.iter().flat_map(|group| &group.items);
    assert!(lines.all(|item| item.reference.as_deref() == Some(reference.as_str())));
}

/// Returns a model with a word in each of its texts that is found in no other.
fn with_words<Model: DeserializeOwned>(choice: usize) -> Planted<Model> {
    plant(choice, |_, number| format!("planted{number}."))
}

/// Makes a paper about two things: what stands first in a list is about the first one, what stands second about the other.
fn about_two<Model: DeserializeOwned>() -> Planted<Model> {
    plant(0, |path, number| match path.rsplit('/').next() {
        Some("reference" | "place") if path.matches('/').count() > 2 => {
            let second = path.split('/').find_map(|part| part.parse::<usize>().ok()) == Some(1);
            if second { "CSH.2".into() } else { "CSH.1".into() }
        }
        _ => format!("planted{number}."),
    })
}

/// Asserts that nothing of a copy was planted in a row of the other one.
fn assert_holds_nothing_of_the_other(copy: &impl Serialize, planted: &[(String, String)]) {
    let told = serde_json::to_string(copy).unwrap();
    for (path, word) in planted.iter().filter(|(_, word)| word.starts_with("planted")) {
        assert!(!told.contains(word), "the copy of the first holds {path} of the second");
    }
}

/// Returns what was planted in the second row of a list of the paper.
fn of_the_second(
    words: &std::collections::BTreeMap<String, String>,
    lists: &[&str],
) -> Vec<(String, String)> {
    let second = |path: &str| lists.iter().any(|list| path.starts_with(&format!("{list}/1/")));
    words.iter().filter(|(path, _)| second(path)).map(|(path, word)| (path.clone(), word.clone())).collect()
}

#[test]
fn a_pack_of_one_part_holds_no_text_of_another_in_any_field() {
    let Planted { mut model, words } = about_two::<AgendaPack>();
    for (at, item) in model.running_order.iter_mut().flat_map(|group| group.items.iter_mut().enumerate()) {
        let reference = format!("CSH.{}", at + 1);
        item.section = Some(Section::Case(reference.clone()));
        item.reference = Some(reference);
    }
    for (at, (reference, _)) in
        model.previous_minutes.iter_mut().flat_map(|minutes| &mut minutes.decisions).enumerate()
    {
        *reference = format!("CSH.{}", at + 1);
    }
    let (frame, _, parts) = model.divided();
    let (reference, part) = parts.into_iter().next().unwrap();
    assert_eq!(reference, "CSH.1");
    let copy = frame.joined(vec![part]);
    assert_eq!((copy.cases.len(), copy.referrals.len(), copy.reviews_due.len()), (1, 1, 1));
    let lists = [
        "/cases",
        "/referrals",
        "/matters_arising",
        "/reviews_due",
        "/running_order/0/items",
        "/running_order/1/items",
    ];
    let mut others = of_the_second(&words, &lists);
    others.extend(
        words
            .get_key_value("/previous_minutes/decisions/1/1")
            .map(|(path, word)| (path.clone(), word.clone())),
    );
    assert!(others.len() > 60, "only {} texts were planted", others.len());
    assert_holds_nothing_of_the_other(&copy, &others);
}

#[test]
fn minutes_of_one_part_hold_no_text_of_another_in_any_field() {
    let Planted { model, words } = about_two::<MinutesPaper>();
    let (frame, _, parts) = model.divided();
    let (reference, part) = parts.into_iter().next().unwrap();
    assert_eq!(reference, "CSH.1");
    let copy = frame.joined(vec![part]);
    assert_eq!((copy.items.len(), copy.matters_arising.len(), copy.corrections.len()), (1, 1, 1));
    let others = of_the_second(&words, &["/items", "/matters_arising", "/corrections"]);
    assert!(others.len() > 30, "only {} texts were planted", others.len());
    assert_holds_nothing_of_the_other(&copy, &others);
}

/// Texts of every paper that no person wrote about another.
const FRAME: [&str; 10] = [
    "/hub",
    "/marking/text",
    "/marking/stamp/digest",
    "/marking/stamp/audit",
    "/title",
    "/place",
    "/status",
    "/copy/recipient",
    "/abbreviations/short",
    "/abbreviations/long",
];

/// Asserts that the only texts that no redaction sees are words of the program, references and names of partners: a field
/// that is added later has to be told apart here, and one that is gone is taken out.
fn assert_only_these_escape<P: Written + Serialize + DeserializeOwned>(may_escape: &[&str]) {
    let mut escaped = BTreeSet::new();
    let mut all = BTreeSet::new();
    for choice in 0..4 {
        let Planted { mut model, words } = with_words::<P>(choice);
        model.change_texts(&mut |text| *text = "seen".to_owned());
        let told = serde_json::to_string(&model).unwrap();
        all.extend(words.keys().map(|path| field(path)));
        escaped.extend(words.iter().filter(|(_, word)| told.contains(*word)).map(|(path, _)| field(path)));
    }
    let known: BTreeSet<String> = FRAME
        .iter()
        .filter(|path| all.contains(**path))
        .chain(may_escape)
        .map(|path| (*path).to_owned())
        .collect();
    let unseen: Vec<_> = escaped.difference(&known).collect();
    assert!(unseen.is_empty(), "no redaction sees {unseen:?}");
    let gone: Vec<_> = known.difference(&escaped).collect();
    assert!(gone.is_empty(), "these do not escape: {gone:?}");
}

#[test]
fn every_text_of_a_pack_that_somebody_wrote_passes_the_redaction() {
    assert_only_these_escape::<AgendaPack>(&[
        "/foot_note",
        "/notice",
        "/before_you_come",
        "/visitors/agency",
        "/running_order/label",
        "/running_order/items/reference",
        "/running_order/items/section/case",
        "/running_order/items/section/referral",
        "/previous_minutes/status",
        "/previous_minutes/decisions",
        "/matters_arising/reference",
        "/cases/reference",
        "/cases/cross_references",
        "/cases/scores/state",
        "/cases/actions/number",
        "/cases/actions/agency",
        "/cases/actions/person",
        "/cases/actions/due",
        "/cases/actions/late",
        "/cases/orders/stage",
        "/cases/written_updates/agency",
        "/referrals/reference",
        "/referrals/checks",
        "/referrals/checks_missing",
        "/reviews_due/reference",
        "/reviews_due/lead",
    ]);
}

#[test]
fn every_text_of_minutes_that_somebody_wrote_passes_the_redaction() {
    assert_only_these_escape::<MinutesPaper>(&[
        "/status/approved/by",
        "/status/confirmed/by",
        "/status/confirmed/confirmed_by",
        "/chair",
        "/declaration",
        "/extract_of",
        "/notice",
        "/attendance/name",
        "/attendance/agency",
        "/attendance/presence/substitute/instead_of",
        "/attendance/note",
        "/matters_arising/reference",
        "/items/reference",
        "/items/new_actions/number",
        "/items/new_actions/agency",
        "/items/new_actions/person",
        "/items/new_actions/due",
        "/items/new_actions/late",
        "/items/reviewed_actions/number",
        "/items/reviewed_actions/agency",
        "/items/reviewed_actions/person",
        "/items/reviewed_actions/due",
        "/items/reviewed_actions/late",
        "/next_meeting/place",
        "/corrections/by",
        "/corrections/place",
    ]);
}

#[test]
fn every_text_of_a_sheet_and_of_a_late_sheet_that_somebody_wrote_passes_the_redaction() {
    assert_only_these_escape::<AgencySheet>(&[
        "/agency",
        "/items/reference",
        "/items/role",
        "/actions/number",
        "/actions/agency",
        "/actions/person",
        "/actions/due",
        "/actions/late",
        "/checks/reference",
        "/slip/to",
        "/slip/until",
    ]);
    assert_only_these_escape::<LateSheet>(&[
        "/after",
        "/changed/reference",
        "/changed/what",
        "/added/reference",
        "/added/section/case",
        "/added/section/referral",
        "/dropped/reference",
        "/cases/reference",
        "/cases/cross_references",
        "/cases/scores/state",
        "/cases/actions/number",
        "/cases/actions/agency",
        "/cases/actions/person",
        "/cases/actions/due",
        "/cases/actions/late",
        "/cases/orders/stage",
        "/cases/written_updates/agency",
        "/referrals/reference",
        "/referrals/checks",
        "/referrals/checks_missing",
    ]);
}
