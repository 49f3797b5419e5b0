//! Journeys: bringing sheets in.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use desk::commands;
use desk::failure::Code;
use desk::wire::everything::*;
use domain::score::{Points, ScoreState};
use support::Place;

const REGISTER: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/harrogate-case-register.tsv");

fn of_register() -> PreviewImport {
    let source = SheetSource::File { path: REGISTER.into() };
    PreviewImport { kind: SheetKind::Register, source, mapping: Vec::new() }
}

fn pasted(kind: SheetKind, text: &str) -> PreviewImport {
    PreviewImport { kind, source: SheetSource::Pasted { text: text.into() }, mapping: Vec::new() }
}

fn bring_in(place: &mut Place, preview: PreviewImport, update_rows: Vec<u32>) -> ImportDone {
    commands::confirm_import(&mut place.desk, ConfirmImport { preview, update_rows }).unwrap()
}

fn entry(place: &Place, reference: &str) -> RegisterEntry {
    let entries = desk::register_entries(&place.desk).unwrap();
    entries.into_iter().find(|entry| entry.reference.to_string() == reference).unwrap()
}

#[test]
fn a_published_register_comes_in_whole() {
    let mut place = Place::with_hub();
    let preview = commands::preview_import(&mut place.desk, of_register()).unwrap();
    assert_eq!((preview.rows, preview.records, preview.parts), (56, 52, 56));
    assert!(desk::register_entries(&place.desk).unwrap().is_empty(), "a preview writes nothing");

    let done = bring_in(&mut place, of_register(), Vec::new());
    assert_eq!((done.added, done.updated, done.skipped), (56, 0, 0));
    let entries = desk::register_entries(&place.desk).unwrap();
    assert_eq!(entries.len(), 52);
    let episodes: Vec<&RegisterEpisode> = entries.iter().flat_map(|entry| &entry.episodes).collect();
    assert_eq!(episodes.len(), 56);

    let closed = episodes.iter().filter(|episode| episode.closed.is_some());
    let scored: Vec<(Points, Points)> =
        closed.filter_map(|episode| Some((episode.initial_score?, episode.current_score?))).collect();
    assert_eq!(scored.len(), 41);
    assert_eq!(scored.iter().filter(|(initial, current)| initial == current).count(), 16);
    assert_eq!(scored.iter().filter(|(initial, current)| current > initial).count(), 2);
}

#[test]
fn links_hand_overs_and_odd_scores_of_the_register_go_where_they_belong() {
    let mut place = Place::with_hub();
    bring_in(&mut place, of_register(), Vec::new());
    let references = |entry: &RegisterEntry| -> Vec<String> {
        entry.cross_references.iter().map(ToString::to_string).collect()
    };

    let town = entry(&place, "CSH.21");
    assert_eq!(references(&town), ["CSH.29", "CSH.30", "CSH.31", "CSH.38", "CSH.42"]);
    assert_eq!(references(&entry(&place, "CSH.1")), ["CSH.13", "CSH.14"]);

    let split = entry(&place, "CSH.38");
    assert_eq!(split.split_from.map(|other| other.to_string()).as_deref(), Some("CSH.21"));
    let combined = entry(&place, "CSH.42");
    assert_eq!(combined.combined_into.map(|other| other.to_string()).as_deref(), Some("CSH.21"));

    let handed = entry(&place, "CSH.12");
    assert_eq!(handed.handed_to.as_deref(), Some("SAFE"));
    let last = handed.episodes.last().unwrap();
    assert_eq!((last.initial_score, last.current_score), (Some(Points::whole(47)), None));
    assert_eq!(entry(&place, "CSH.18").handed_to.as_deref(), Some("SAFE"));

    let unscored = &entry(&place, "CSH.14").episodes[0];
    assert_eq!((unscored.initial_score, unscored.score_state), (None, ScoreState::Unscored));
    assert_eq!(entry(&place, "CSH.9").episodes[0].score_state, ScoreState::Unknown);
    assert_eq!(entry(&place, "CSH.20").episodes.len(), 1, "no episode is invented");
    assert_eq!(entry(&place, "CSH.13").episodes[0].orders_in_place, ["CBO"]);
}

#[test]
fn the_same_register_twice_changes_nothing() {
    let mut place = Place::with_hub();
    bring_in(&mut place, of_register(), Vec::new());
    let before = desk::register_entries(&place.desk).unwrap();
    let preview = commands::preview_import(&mut place.desk, of_register()).unwrap();
    assert_eq!((preview.new_rows, preview.same_rows, preview.changed_rows), (0, 56, 0));
    let again = bring_in(&mut place, of_register(), Vec::new());
    assert_eq!((again.added, again.updated, again.skipped), (0, 0, 56));
    assert_eq!(desk::register_entries(&place.desk).unwrap(), before);
}

const HEADINGS: &str = "Case No\tInitial Matrix Score\tCurrent Matrix Score\tDate Opened\tKey Issues\tDate Closed\tPerson / Property / Topic";

fn sheet(rows: &[&str]) -> String {
    std::iter::once(HEADINGS).chain(rows.iter().copied()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_changed_row_is_written_only_when_it_is_ticked() {
    let mut place = Place::with_hub();
    let first =
        sheet(&["CSH.1\t50\t50\t01/09/2026\tASB\t\tTopic", "CSH.2\t40\t40\t02/09/2026\tTheft\t\tTopic"]);
    bring_in(&mut place, pasted(SheetKind::Register, &first), Vec::new());

    let later = sheet(&["CSH.1\t50\t20\t01/09/2026\tASB, Noise\t20/10/2026\tTopic"]);
    let asked = pasted(SheetKind::Register, &later);
    let preview = commands::preview_import(&mut place.desk, asked.clone()).unwrap();
    assert_eq!((preview.changed_rows, preview.gone.len()), (1, 1), "a row that left the file is reported");

    bring_in(&mut place, asked.clone(), Vec::new());
    assert_eq!(entry(&place, "CSH.1").episodes[0].closed, None, "not ticked, not written");

    let done = bring_in(&mut place, asked, vec![2]);
    assert_eq!(done.updated, 1);
    let changed = entry(&place, "CSH.1");
    assert_eq!(changed.key_issues, ["ASB", "Noise"]);
    let episode = &changed.episodes[0];
    assert_eq!(episode.closed, "2026-10-20".parse().ok());
    assert_eq!((episode.current_score, episode.score_state), (Some(Points::whole(20)), ScoreState::Scored));
    assert_eq!(entry(&place, "CSH.2").episodes.len(), 1, "a row that left the file is never deleted");
}

#[test]
fn what_was_edited_here_is_named_before_it_is_overwritten() {
    let mut place = Place::with_hub();
    let asked = pasted(SheetKind::Register, &sheet(&["CSH.1\t50\t50\t01/09/2026\tASB\t\tTopic"]));
    bring_in(&mut place, asked.clone(), Vec::new());
    let case =
        commands::get_case(&mut place.desk, GetCase { reference: "CSH.1".parse().unwrap() }).unwrap().case;
    let fields = CaseFields {
        kind: case.kind,
        title: case.title,
        outline: case.outline,
        key_issues: vec!["ASB".into(), "Hoarding".into()],
        factors: None,
        place: case.place,
        area: None,
        source: None,
        lead_agency: None,
        lead_officer: None,
        legal_lead: String::new(),
        involved: Vec::new(),
        review_rule: case.review_rule,
        outside_facts: Vec::new(),
    };
    commands::amend_case(&mut place.desk, AmendCase { id: case.id, fields }).unwrap();

    let preview = commands::preview_import(&mut place.desk, asked).unwrap();
    let change = &preview.lines[0].changes[0];
    assert_eq!(
        (change.old.as_str(), change.new.as_str(), change.edited_here),
        ("ASB, Hoarding", "ASB", true)
    );
}

#[test]
fn contacts_and_actions_come_in_with_their_agencies() {
    let mut place = Place::with_hub();
    let cases = sheet(&["CSH.1\t50\t50\t01/09/2026\tASB\t\tTopic"]);
    bring_in(&mut place, pasted(SheetKind::Register, &cases), Vec::new());
    let contacts = "Agency\tContact name\tE-mail\nNorthbridge Police\tPC 1204\tpc1204@example.org";
    bring_in(&mut place, pasted(SheetKind::Agencies, contacts), Vec::new());

    let actions = "Reference\tAction\tAgency\tPerson\tDue\tStatus\tLast update\n\
        CSH.1\tHome visit\tNorthbridge Police\tPC 1204\t17/11/2026\tunder way\t10/11/2026 letter sent\n\
        CSH.1\tRepair the door\tHousing\tJ Bell\t01/12/2026\tdone\t20/11/2026 mended";
    let done = bring_in(&mut place, pasted(SheetKind::Actions, actions), Vec::new());
    assert_eq!(done.added, 2);
    let view = commands::list_actions(&mut place.desk, Nothing {}).unwrap();
    let late = &view.rows[0];
    assert_eq!((late.what.as_str(), late.due_words.as_str()), ("Home visit", "7 days late"));
    assert_eq!(late.last_update.as_ref().map(|update| update.text.as_str()), Some("letter sent"));
    let agencies = commands::list_agencies(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(agencies.rows.len(), 2, "Northbridge Police is known, Housing is added");

    let again = bring_in(&mut place, pasted(SheetKind::Actions, actions), Vec::new());
    assert_eq!((again.added, again.skipped), (0, 2));
}

#[test]
fn a_sheet_with_a_fault_is_refused_whole() {
    let mut place = Place::with_hub();
    let faulty =
        sheet(&["CSH.1\t50\t50\t01/09/2026\tASB\t\tTopic", "CSH.2\t40\t40\t31/02/2026\tTheft\t\tTopic"]);
    let asked = pasted(SheetKind::Register, &faulty);
    let preview = commands::preview_import(&mut place.desk, asked.clone()).unwrap();
    assert_eq!(preview.refusals[0].row, Some(3));
    let refused =
        commands::confirm_import(&mut place.desk, ConfirmImport { preview: asked, update_rows: vec![] });
    assert!(refused.unwrap_err().message.starts_with("Row 3, Date Opened"));
    assert!(desk::register_entries(&place.desk).unwrap().is_empty(), "all or nothing");
}

#[test]
fn an_action_on_an_unknown_case_is_refused_with_its_row() {
    let mut place = Place::with_hub();
    let actions = "Reference\tAction\tAgency\nCSH.9\tHome visit\tHousing";
    let preview = commands::preview_import(&mut place.desk, pasted(SheetKind::Actions, actions)).unwrap();
    assert_eq!(preview.refusals[0].row, Some(2));
    assert!(preview.refusals[0].message.contains("no case CSH.9"));
}

#[test]
fn an_import_that_is_called_off_at_any_step_writes_nothing() {
    let mut place = Place::with_hub();
    let confirm = |place: &mut Place| {
        commands::confirm_import(
            &mut place.desk,
            ConfirmImport { preview: of_register(), update_rows: Vec::new() },
        )
    };
    let audit = |place: &Place| place.desk.hub().unwrap().store.read(|reader| reader.audit_head()).unwrap();
    let before = audit(&place);
    let mut steps = 0;
    let done = loop {
        place.call_off_after(Some(steps));
        match confirm(&mut place) {
            Ok(done) => break done,
            Err(refused) => {
                assert_eq!(
                    (refused.code, refused.message.as_str()),
                    (Code::Cancelled, "The import was called off; nothing was written")
                );
                assert!(desk::register_entries(&place.desk).unwrap().is_empty(), "after {steps} steps");
                assert_eq!(audit(&place), before, "and nothing in the audit after {steps} steps");
            }
        }
        steps += 1;
    };
    assert_eq!(steps, 5, "reading, the backup, two batches of rows, and the last moment before it stands");
    assert_eq!(done.added, 56, "what was called off is no hindrance to the next try");
    let check = commands::check_hub(&mut place.desk, Nothing {}).unwrap();
    assert!(check.sound, "{:?}", check.problems);
}
