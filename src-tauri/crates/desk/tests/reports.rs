//! Journeys: the report of a period, from the record to its figures and back to their rows.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use std::collections::HashSet;

use desk::commands;
use desk::wire::everything::*;
use domain::case::{CaseKind, ReviewRule};
use domain::closing::ClosingAnswers;
use domain::rights::Role;
use domain::score::Points;
use support::Place;

fn open_case(place: &mut Place, opened: &str, title: &str) -> CaseView {
    let fields = CaseFields {
        kind: CaseKind::Topic,
        title: title.into(),
        outline: String::new(),
        key_issues: vec!["ASB".into()],
        factors: None,
        place: String::new(),
        area: None,
        source: None,
        lead_agency: None,
        lead_officer: None,
        legal_lead: String::new(),
        involved: Vec::new(),
        review_rule: ReviewRule::EveryMeeting,
        outside_facts: Vec::new(),
    };
    let request = AddCase {
        fields,
        opened: opened.parse().unwrap(),
        subjects: Vec::new(),
        initial_score: Some(Points::whole(52)),
    };
    commands::add_case(&mut place.desk, request).unwrap()
}

fn year(place: &mut Place) -> ReportView {
    let request = GetReport { from: "2026-04-01".parse().unwrap(), to: "2027-03-31".parse().unwrap() };
    commands::get_report(&mut place.desk, request).unwrap()
}

fn figure<'a>(view: &'a ReportView, path: [&str; 4]) -> &'a ReportFigure {
    let [section, table, line, column] = path;
    let section = view.sections.iter().find(|each| each.key == section).unwrap();
    let table = section.tables.iter().find(|each| each.key == table).unwrap();
    let column = table.columns.iter().position(|each| each.key == column).unwrap();
    &table.lines.iter().chain(&table.whole).find(|each| each.key == line).unwrap().figures[column]
}

#[test]
fn a_closed_case_is_counted_and_its_figure_opens_to_it() {
    let mut place = Place::with_hub();
    let case = open_case(&mut place, "2026-09-01", "Bus station").case;
    open_case(&mut place, "2026-10-01", "");
    let close = CloseCase {
        case: case.id,
        on: "2026-10-01".parse().unwrap(),
        score: Some(Points::whole(40)),
        no_score_because: None,
        answers: ClosingAnswers::default(),
        hand_over_to: None,
    };
    commands::close_case(&mut place.desk, close).unwrap();
    let view = year(&mut place);
    let closed = figure(&view, ["cases", "by_kind", "topic", "closed"]);
    assert_eq!((closed.words.as_str(), closed.rows.as_slice()), ("1", ["CSH.1".to_owned()].as_slice()));
    let row = view.rows.iter().find(|row| row.id == "CSH.1").unwrap();
    assert_eq!((row.words.as_str(), row.address.as_str()), ("Topic · Bus station", "/cases/CSH.1"));
    assert_eq!(
        row.detail,
        "opened 1 Sept 2026; closed 1 Oct 2026 after 30 days; score 52 → 40".replace("Sept", "Sep")
    );
    assert_eq!(figure(&view, ["scores", "points", "closed", "mean"]).value, Some(-12.0));
    assert_eq!(figure(&view, ["scores", "change", "not_rescored", "open_at_end"]).rows, ["CSH.2"]);
    assert_eq!(figure(&view, ["time_to_close", "days", "all", "median"]).words, "30");
}

#[test]
fn every_row_that_a_figure_names_is_there_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut place = Place::empty();
    place.desk.move_to(folder.path().join("sample"));
    desk::sample::create(&mut place.desk, desk::sample::Shape { cases: 52, seed: 1 }).unwrap();
    let view = year(&mut place);
    let names: HashSet<&str> = view.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(names.len(), view.rows.len(), "each row has a name of its own");
    let figures = view.sections.iter().flat_map(|section| &section.tables);
    let figures =
        figures.flat_map(|table| table.lines.iter().chain(&table.whole)).flat_map(|line| &line.figures);
    let named: HashSet<&str> = figures.flat_map(|figure| &figure.rows).map(String::as_str).collect();
    assert_eq!(named, names, "no row without a figure, no figure without its rows");
    for headline in &view.headlines {
        let path = [&*headline.section, &*headline.table, &*headline.line, &*headline.column];
        assert_eq!(figure(&view, path), &headline.figure, "{} stands in the report too", headline.words);
    }
    assert!(
        figure(&view, ["cases", "by_kind", "all", "open_at_end"]).rows.len() > 10,
        "the sample has cases"
    );
}

#[test]
fn a_reader_may_look_at_the_report_and_nobody_at_a_period_that_ends_before_it_begins() {
    let mut place = Place::with_hub_of(Role::Reader);
    let backwards = GetReport { from: "2026-04-01".parse().unwrap(), to: "2026-03-31".parse().unwrap() };
    let refused = commands::get_report(&mut place.desk, backwards).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("to"));
    assert_eq!(year(&mut place).rows, []);
}

#[test]
fn the_published_register_reports_what_can_be_said_of_its_scores_and_no_more() {
    let mut place = Place::with_hub();
    let register =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/harrogate-case-register.tsv");
    let source = SheetSource::File { path: register.into() };
    let preview = PreviewImport { kind: SheetKind::Register, source, mapping: Vec::new() };
    commands::confirm_import(&mut place.desk, ConfirmImport { preview, update_rows: Vec::new() }).unwrap();
    let request = GetReport { from: "2015-01-01".parse().unwrap(), to: "2018-12-31".parse().unwrap() };
    let view = commands::get_report(&mut place.desk, request).unwrap();
    let closed = |line| figure(&view, ["scores", "change", line, "closed"]).rows.len();
    // 41 episodes are scored and closed: 16 show the same number twice, and two went up.
    assert_eq!((closed("unknown"), closed("went_up"), closed("went_down")), (16, 2, 23));
    assert_eq!(closed("unchanged"), 0, "a register cannot tell this");
    assert_eq!(closed("not_rescored"), 1, "CSH.12 came back and has the word SAFE instead of a second score");
    let cases = |column| figure(&view, ["cases", "by_kind", "all", column]).rows.len();
    assert_eq!((cases("new"), cases("reopened")), (52, 4), "56 episodes of 52 cases");
    assert_eq!(cases("new") + cases("reopened") - cases("closed"), cases("open_at_end"));
    let came_back = &figure(&view, ["cases", "by_kind", "all", "reopened"]).rows;
    assert!(came_back.contains(&"CSH.12 (2)".to_owned()), "{came_back:?}");
}
