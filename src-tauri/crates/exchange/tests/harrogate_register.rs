//! The register that the Harrogate hub published, exactly as it is: what is read out of it, row by row where it is odd.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use std::path::PathBuf;

use domain::case::CaseKind;
use domain::episode::ClosureReason;
use domain::import::{
    Anomaly, Encoding, Hub, Mapping, Origin, RegisterCase, RegisterImport, Separator, SheetKind,
    read_register,
};
use domain::score::{Points, ScoreState};

fn fixture() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/harrogate-case-register.tsv")
}

fn register() -> RegisterImport {
    let sheet = exchange::read_file(&fixture(), SheetKind::Register, &Mapping::default()).unwrap();
    assert_eq!(sheet.origin, Origin::Text { encoding: Encoding::Utf8, separator: Separator::Tab });
    read_register(&sheet, &Mapping::default(), &Hub::default()).unwrap()
}

fn case<'a>(register: &'a RegisterImport, reference: &str) -> &'a RegisterCase {
    register.cases.iter().find(|case| case.reference.to_string() == reference).unwrap()
}

fn cross_references(register: &RegisterImport, reference: &str) -> Vec<String> {
    case(register, reference).cross_references.iter().map(ToString::to_string).collect()
}

fn oddity<'a>(register: &'a RegisterImport, reference: &str, column: &str) -> &'a Anomaly {
    let is_meant =
        |it: &&Anomaly| it.reference.as_deref() == Some(reference) && it.column.as_deref() == Some(column);
    let found = register.anomalies.iter().find(is_meant);
    found.unwrap_or_else(|| panic!("nothing is said about {reference}, {column}: {:#?}", register.anomalies))
}

#[test]
fn its_figures_are_those_of_the_evaluation() {
    let figures = register().figures;
    assert_eq!((figures.rows, figures.cases, figures.episodes), (56, 52, 56));
    let scored = (figures.without_change, figures.closed_with_scores);
    assert_eq!(scored, (16, 41), "16 of 41 closed episodes that have two scores show no change");
    assert_eq!(figures.rose, 2);
}

#[test]
fn equal_scores_are_unknown_and_noughts_and_words_are_no_scores() {
    let register = register();
    let states = |reference: &str| -> Vec<_> {
        let episodes = case(&register, reference).episodes.iter();
        episodes.map(|it| (it.initial_score, it.current_score, it.score_state)).collect()
    };
    let points = |points| Some(Points::whole(points));
    assert_eq!(states("CSH.1"), [(points(40), points(40), ScoreState::Unknown)]);
    assert_eq!(states("CSH.15"), [(points(32), points(77), ScoreState::Scored)], "it rose");
    assert_eq!(states("CSH.14"), [(None, None, ScoreState::Unscored)]);
    assert_eq!(states("CSH.30"), [(None, None, ScoreState::Unscored)]);
    assert_eq!(
        states("CSH.12"),
        [(points(47), points(60), ScoreState::Scored), (points(47), None, ScoreState::Unscored)]
    );
}

#[test]
fn reopened_rows_are_episodes_that_take_kind_and_key_issues_from_their_case() {
    let register = register();
    let reopened: Vec<String> = register
        .cases
        .iter()
        .filter(|case| case.episodes.len() > 1)
        .map(|case| case.reference.to_string())
        .collect();
    assert_eq!(reopened, ["CSH.5", "CSH.12", "CSH.19", "CSH.23"]);
    let five = case(&register, "CSH.5");
    assert_eq!(five.kind, CaseKind::Person);
    assert_eq!(five.key_issues, ["Alcohol", "Mental Health", "Repeat Caller"]);
    let dates: Vec<_> = five.episodes.iter().map(|it| (it.opened.to_string(), it.age)).collect();
    assert_eq!(dates, [("2016-09-20".to_owned(), Some(44)), ("2017-03-14".to_owned(), Some(45))]);
    assert_eq!(oddity(&register, "CSH.5", "Person / Property / Topic").row, 7);
    assert!(five.episodes.iter().all(|it| it.notes.is_empty()), "the remark became an episode");
}

#[test]
fn a_remark_of_reopening_without_a_row_makes_no_episode() {
    let register = register();
    let twenty = case(&register, "CSH.20");
    assert_eq!(twenty.episodes.len(), 1);
    assert_eq!(twenty.episodes[0].notes, ["Re-opened 24 Jan 2017"]);
    assert!(oddity(&register, "CSH.20", "remarks").message.contains("24 Jan 2017"));
}

#[test]
fn a_hand_over_belongs_to_the_episode_it_ends() {
    let register = register();
    let twelve = case(&register, "CSH.12");
    assert_eq!(twelve.handed_to.as_deref(), Some("SAFE"));
    let reasons: Vec<_> = twelve.episodes.iter().map(|it| it.closed_by).collect();
    assert_eq!(reasons, [Some(ClosureReason::Closed), Some(ClosureReason::HandedOver)]);
    assert!(oddity(&register, "CSH.12", "remarks").message.contains("24 Jan 2017"));
    assert!(oddity(&register, "CSH.12", "Current Matrix Score").message.contains("SAFE"));
    let eighteen = case(&register, "CSH.18");
    assert_eq!(eighteen.handed_to.as_deref(), Some("SAFE"));
    assert_eq!(eighteen.episodes[0].closed_by, Some(ClosureReason::HandedOver));
    let handed = register.cases.iter().filter(|case| case.handed_to.is_some()).count();
    assert_eq!(handed, 2);
}

#[test]
fn splits_and_combinations_become_links() {
    let register = register();
    let split = case(&register, "CSH.38").split_from.as_ref().map(ToString::to_string);
    assert_eq!(split.as_deref(), Some("CSH.21"));
    let combined = case(&register, "CSH.42");
    assert_eq!(combined.combined_into.as_ref().map(ToString::to_string).as_deref(), Some("CSH.21"));
    assert_eq!(combined.episodes[0].closed_by, Some(ClosureReason::Combined));
    assert!(combined.episodes[0].notes.is_empty(), "the remark became a link");
    assert!(
        oddity(&register, "CSH.42", "remarks").message.contains("CSH.21"),
        "only the remark names CSH.21"
    );
    let linked = |of: fn(&RegisterCase) -> bool| register.cases.iter().filter(|case| of(case)).count();
    assert_eq!((linked(|it| it.split_from.is_some()), linked(|it| it.combined_into.is_some())), (1, 1));
}

#[test]
fn cross_references_go_both_ways_and_one_way_ones_are_named() {
    let register = register();
    assert_eq!(cross_references(&register, "CSH.1"), ["CSH.13", "CSH.14"]);
    assert_eq!(cross_references(&register, "CSH.14"), ["CSH.1"]);
    assert_eq!(cross_references(&register, "CSH.21"), ["CSH.29", "CSH.30", "CSH.31", "CSH.38", "CSH.42"]);
    assert_eq!(cross_references(&register, "CSH.42"), ["CSH.21"]);
    assert!(cross_references(&register, "CSH.21a").is_empty());
    let one_way: Vec<&str> = register
        .anomalies
        .iter()
        .filter(|it| it.column.as_deref() == Some("X-Ref CSH"))
        .filter_map(|it| it.reference.as_deref())
        .collect();
    assert_eq!(one_way, ["CSH.13", "CSH.29", "CSH.30", "CSH.31", "CSH.38"]);
}

#[test]
fn key_issues_part_at_commas_and_at_slashes_without_spaces() {
    let register = register();
    assert_eq!(case(&register, "CSH.2").key_issues, ["ASB", "Alcohol", "Drug use / dealing"]);
    assert_eq!(case(&register, "CSH.22").key_issues, ["ASB", "Alcohol", "Drugs", "Criminal Damage"]);
}

#[test]
fn other_remarks_stay_as_notes_and_orders_keep_their_columns() {
    let register = register();
    let notes = |reference: &str| case(&register, reference).episodes[0].notes.clone();
    assert_eq!(notes("CSH.13"), ["CBO expired"]);
    assert_eq!(notes("CSH.25"), ["Committed - secure unit"]);
    assert_eq!(notes("CSH.26"), ["In prison until 2022"]);
    assert_eq!(notes("CSH.32"), ["EP prosecution pending"]);
    assert_eq!(notes("CSH.34"), ["Full Order granted"]);
    assert_eq!(notes("CSH.36"), ["ABC failed"]);
    let with_notes =
        register.cases.iter().flat_map(|it| &it.episodes).filter(|it| !it.notes.is_empty()).count();
    assert_eq!(with_notes, 7, "those six and the missing episode of CSH.20");
    let ten = &case(&register, "CSH.10").episodes[0];
    assert_eq!((ten.orders_in_place.len(), ten.orders_considered.clone()), (0, vec!["CBO".to_owned()]));
}

#[test]
fn what_is_odd_is_named_with_row_and_column() {
    let register = register();
    assert!(oddity(&register, "CSH.13", "Date Opened").message.contains("15 Jan 2015"));
    assert_eq!(oddity(&register, "CSH.4", "Age").row, 5);
    assert!(oddity(&register, "CSH.34", "Age").message.contains("property"));
    for column in ["Initial Matrix Score", "Current Matrix Score"] {
        for reference in ["CSH.14", "CSH.30"] {
            assert!(oddity(&register, reference, column).message.contains("not scored"), "{reference}");
        }
    }
    let repeated: Vec<u32> =
        register.anomalies.iter().filter(|it| it.reference.is_none()).map(|it| it.row).collect();
    assert_eq!(repeated, [35], "the heading that comes again is the only thing said about no case");
    assert_eq!(register.anomalies.len(), 21, "{:#?}", register.anomalies);
}

#[test]
fn cases_stand_in_the_order_of_number_and_letter_with_their_kinds() {
    let register = register();
    let references: Vec<String> = register.cases.iter().map(|case| case.reference.to_string()).collect();
    assert_eq!((references[20].as_str(), references[21].as_str()), ("CSH.21", "CSH.21a"));
    let count = |kind| register.cases.iter().filter(|case| case.kind == kind).count();
    assert_eq!((count(CaseKind::Person), count(CaseKind::Property), count(CaseKind::Topic)), (34, 3, 15));
    let open = register.cases.iter().filter(|it| it.episodes.iter().any(|it| it.closed.is_none())).count();
    assert_eq!(open, 12);
}

#[test]
fn openings_before_the_hub_began_are_named_when_its_beginning_is_known() {
    let sheet = exchange::read_file(&fixture(), SheetKind::Register, &Mapping::default()).unwrap();
    let hub = Hub { began: "2016-09-19".parse().ok(), ..Hub::default() };
    let register = read_register(&sheet, &Mapping::default(), &hub).unwrap();
    let said = register.anomalies.iter().filter(|it| it.message.contains("before the hub began"));
    let early: Vec<&str> = said.filter_map(|it| it.reference.as_deref()).collect();
    assert_eq!(early, ["CSH.1", "CSH.2", "CSH.13"]);
}
