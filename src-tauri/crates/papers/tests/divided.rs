//! A paper taken apart and put together again, and the texts in it that a partner's redaction has to see.

use std::collections::BTreeSet;

use papers::model::{AgendaPack, Divided, Written};
use serde::Serialize;
use serde_json::Value;

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

const SEEN: &str = "seen";

/// What every paper has and no person wrote about another.
const FRAME: [&str; 10] = [
    "/hub",
    "/marking",
    "/title",
    "/date",
    "/starts",
    "/ends",
    "/place",
    "/status",
    "/copy",
    "/abbreviations",
];

/// Collects the path of every text that is not seen, without the places in lists.
fn unseen(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text != SEEN => {
            found.insert(path.to_owned());
        }
        Value::Array(values) => values.iter().for_each(|each| unseen(each, path, found)),
        Value::Object(fields) => {
            fields.iter().for_each(|(name, each)| unseen(each, &format!("{path}/{name}"), found));
        }
        _ => {}
    }
}

/// Asserts that the only texts that no redaction sees are words of the program, days, references and names of partners: a
/// field that is added later has to be told apart here.
fn assert_only_these_escape<P: Written + Serialize>(mut paper: P, may_escape: &[&str]) {
    paper.change_texts(&mut |text| *text = SEEN.to_owned());
    let mut found = BTreeSet::new();
    unseen(&serde_json::to_value(&paper).unwrap(), "", &mut found);
    let may = |path: &String| {
        FRAME.iter().any(|begins| path.starts_with(begins)) || may_escape.iter().any(|whole| path == whole)
    };
    let escaped: Vec<_> = found.iter().filter(|path| !may(path)).collect();
    assert!(escaped.is_empty(), "no redaction sees {escaped:?}");
}

#[test]
fn every_text_of_a_pack_that_somebody_wrote_passes_the_redaction() {
    assert_only_these_escape(
        samples::pack(),
        &[
            "/foot_note",
            "/before_you_come",
            "/visitors/agency",
            "/visitors/attending",
            "/visitors/attending/between/arrive",
            "/visitors/attending/between/leave",
            "/running_order/label",
            "/running_order/items/starts",
            "/running_order/items/reference",
            "/running_order/items/section",
            "/running_order/items/section/case",
            "/running_order/items/section/referral",
            "/previous_minutes/date",
            "/previous_minutes/status",
            "/previous_minutes/decisions",
            "/matters_arising/reference",
            "/cases/reference",
            "/cases/cross_references",
            "/cases/scores/points/date",
            "/cases/scores/state",
            "/cases/actions/number",
            "/cases/actions/light/light",
            "/cases/actions/light/suggested",
            "/cases/actions/agency",
            "/cases/actions/person",
            "/cases/actions/due",
            "/cases/actions/late",
            "/cases/orders/stage",
            "/cases/orders/from",
            "/cases/orders/to",
            "/cases/written_updates/agency",
            "/cases/written_updates/date",
            "/referrals/reference",
            "/referrals/checks",
            "/referrals/checks_missing",
            "/reviews_due/reference",
            "/reviews_due/date",
            "/reviews_due/lead",
        ],
    );
}

#[test]
fn every_text_of_minutes_that_somebody_wrote_passes_the_redaction() {
    assert_only_these_escape(
        samples::record(),
        &[
            "/commenced",
            "/concluded",
            "/chair",
            "/declaration",
            "/style",
            "/extract_of",
            "/notice",
            "/attendance/name",
            "/attendance/agency",
            "/attendance/presence",
            "/attendance/presence/substitute/instead_of",
            "/attendance/note",
            "/matters_arising/reference",
            "/items/reference",
            "/items/taken",
            "/items/new_actions/number",
            "/items/new_actions/agency",
            "/items/new_actions/person",
            "/items/new_actions/due",
            "/items/reviewed_actions/number",
            "/items/reviewed_actions/light/light",
            "/items/reviewed_actions/light/suggested",
            "/items/reviewed_actions/agency",
            "/items/reviewed_actions/person",
            "/items/reviewed_actions/due",
            "/items/reviewed_actions/late",
            "/next_meeting/date",
            "/next_meeting/starts",
            "/next_meeting/place",
            "/corrections/date",
            "/corrections/by",
            "/corrections/place",
        ],
    );
}

#[test]
fn every_text_of_a_sheet_and_of_a_late_sheet_that_somebody_wrote_passes_the_redaction() {
    assert_only_these_escape(
        samples::agency_sheet(),
        &[
            "/agency",
            "/attending/between/arrive",
            "/attending/between/leave",
            "/items/starts",
            "/items/reference",
            "/items/role",
            "/actions/number",
            "/actions/light/light",
            "/actions/light/suggested",
            "/actions/agency",
            "/actions/person",
            "/actions/due",
            "/actions/late",
            "/checks/reference",
            "/checks/asked",
            "/slip/to",
            "/slip/until",
        ],
    );
    let mut late = samples::late_sheet();
    (late.cases, late.referrals) = (Vec::new(), Vec::new());
    assert_only_these_escape(
        late,
        &[
            "/after",
            "/changed/reference",
            "/changed/what",
            "/added/starts",
            "/added/reference",
            "/added/section/case",
            "/added/section/referral",
            "/dropped/reference",
            "/dropped/starts",
        ],
    );
}
