//! What a register may look like, and for what it is refused; all rows are invented.

use proptest::prelude::*;

use super::super::fields::SheetField;
use super::super::sheet::{Cell, MOST_ROWS, Sheet, SheetRow};
use super::super::testing::sheet_of;
use super::*;
use crate::case::CaseKind;
use crate::episode::ClosureReason;
use crate::score::ScoreState;

const HEADING: &str = "Case No|Initial Matrix Score|Current Matrix Score|Date Opened|Key Issues|Age|Orders in place|\
                       Orders being considered|Date Closed|Person / Property / Topic|X-Ref|";

fn hub() -> Hub {
    Hub { prefix: "DEMO".into(), ..Hub::default() }
}

fn read(text: &str) -> Result<RegisterImport, Refused> {
    read_register(&sheet_of(text), &Mapping::default(), &hub())
}

fn rows(rows: &str) -> RegisterImport {
    read(&format!("{HEADING}\n{rows}")).unwrap_or_else(|refused| panic!("{refused:#?}"))
}

/// Returns the refusals of a register with these rows, as a person reads them.
fn refusals(rows: &str) -> Vec<String> {
    let refused = read(&format!("{HEADING}\n{rows}")).expect_err("refused");
    refused.refusals.iter().map(ToString::to_string).collect()
}

fn said(import: &RegisterImport) -> Vec<(u32, Option<&str>, &str)> {
    import.anomalies.iter().map(|it| (it.row, it.column.as_deref(), it.message.as_str())).collect()
}

#[test]
fn the_heading_is_found_below_titles_and_by_other_names_in_any_order() {
    let import = read(
        "Riverbridge hub|\n\nprinted|on Monday\nstart date|TYPE|case number|Issues\n07/01/2025|person|demo 4|ASB\n",
    )
    .unwrap();
    assert_eq!(import.headings.row, 4);
    assert_eq!((import.cases[0].reference.to_string().as_str(), import.rows[0].row), ("DEMO.4", 5));
}

#[test]
fn a_missing_column_is_refused_with_the_heading_row() {
    let refused = read("Title\nCase No|Age|Kind\nDEMO.1|40|Person\n").unwrap_err();
    assert_eq!(refused.refusals.len(), 1);
    assert_eq!(refused.refusals[0].to_string(), "Row 2, Date Opened: The column “Date Opened” is missing.");
    let columns = refused.headings.unwrap().columns;
    assert_eq!(columns[1].field, Some(SheetField::Age), "what was understood is there to be mapped by hand");
}

#[test]
fn a_sheet_without_headings_or_rows_is_refused() {
    let no_heading = read("one|two\nthree|four\n").unwrap_err();
    assert!(no_heading.headings.is_none());
    assert!(no_heading.refusals[0].message.contains("Case No"), "it says which headings are sought");
    assert_eq!(read(HEADING).unwrap_err().refusals[0].message, "There are no rows below the headings.");
}

#[test]
fn headings_mapped_by_hand_hold_for_this_file_and_are_remembered_by_name() {
    let text = "Nummer|Begonnen|Art|Case No\nDEMO.1|07/01/2025|Topic|left\nDEMO.2|07/01/2025|Topic|right\n";
    let columns =
        [(0, Some(SheetField::Reference)), (1, Some(SheetField::Opened)), (2, Some(SheetField::Kind))];
    let by_hand = Mapping { heading_row: Some(1), columns: columns.into(), ..Mapping::default() };
    let import = read_register(&sheet_of(text), &by_hand, &hub()).unwrap();
    assert_eq!(import.cases.len(), 2);
    assert!(
        said(&import)[0].2.contains("“Case No”"),
        "a column that is displaced by hand is named as not read"
    );
    let remembered = [
        ("NUMMER".to_owned(), SheetField::Reference),
        ("begonnen".to_owned(), SheetField::Opened),
        ("Art".to_owned(), SheetField::Kind),
    ];
    let by_name = Mapping { remembered: remembered.into(), ..Mapping::default() };
    let moved = "Art|Begonnen|Nummer\nTopic|07/01/2025|DEMO.1\n";
    assert_eq!(read_register(&sheet_of(moved), &by_name, &hub()).unwrap().cases.len(), 1);
}

#[test]
fn titles_and_repeated_headings_between_rows_are_skipped_and_named() {
    let import = rows(&format!(
        "DEMO.1|40|30|07-Jan-25|ASB|30||||Person||\nCases of spring\n{HEADING}\nDEMO.2|40|30|04-Mar-25|ASB||||| topic ||\n||||||||||\n"
    ));
    assert_eq!(import.figures.rows, 2);
    let said = said(&import);
    assert_eq!(said[0], (3, None, "Only “Cases of spring” stands here; the row is skipped as a title."));
    assert_eq!(said[1], (4, None, "The headings come again here; the row is skipped."));
    assert_eq!(said.len(), 2);
}

#[test]
fn the_column_after_the_last_heading_holds_the_remarks_and_those_after_it_are_named() {
    let import = rows("DEMO.1|40|30|07-Jan-25|ASB|30||||Person||garden cleared|more|");
    assert_eq!(import.cases[0].episodes[0].notes, ["garden cleared"]);
    assert_eq!(said(&import), [(1, None, "Column 13 has no heading and is not read.")]);
}

#[test]
fn impossible_dates_are_all_refused_with_row_and_heading() {
    let refused = refusals(
        "DEMO.1|40|30|31-Feb-25|ASB|30||||Person||\nDEMO.2|40|30|07/01/2025|ASB||||2025-13-01|Topic||\nDEMO.3|1|1||ASB||||| Topic||",
    );
    assert_eq!(
        refused,
        [
            "Row 2, Date Opened: “31-Feb-25” is not a date that the calendar has.",
            "Row 3, Date Closed: “2025-13-01” is not a date that the calendar has.",
            "Row 4, Date Opened: The opening date is missing.",
        ]
    );
}

#[test]
fn an_order_named_at_the_length_of_a_remark_is_refused() {
    let long = "told the tenant ".repeat(20);
    let refused = refusals(&format!("DEMO.1|40|30|07-Jan-25|ASB|30|CBO, {long}|||Person||"));
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(refused[0].ends_with("This is longer than 200 letters. Is it the right column?"), "{refused:?}");
}

#[test]
fn an_episode_closed_before_it_opened_is_refused() {
    assert_eq!(
        refusals("DEMO.1|40|30|07-Jan-25|ASB|30|||06-Jan-25|Person||"),
        ["Row 2, Date Closed: DEMO.1 is closed on 6 Jan 2025, before it was opened on 7 Jan 2025."]
    );
    let same_day = rows("DEMO.1|40|30|07-Jan-25|ASB|30|||07-Jan-25|Person||");
    assert!(said(&same_day).is_empty());
}

#[test]
fn rows_without_a_number_or_with_an_unknown_kind_are_refused() {
    assert_eq!(
        refusals("|40|30|07-Jan-25|ASB|30||||Person||"),
        ["Row 2, Case No: The row has no case number."]
    );
    assert_eq!(
        refusals("one|40|30|07-Jan-25|ASB|30||||Person||"),
        ["Row 2, Case No: “one” is not a case number; write it like CSH.12."]
    );
    assert_eq!(
        refusals("DEMO.1|40|30|07-Jan-25|ASB|30||||Persom||"),
        ["Row 2, Person / Property / Topic: “Persom” is none of Person, Property and Topic."]
    );
    assert_eq!(
        refusals("DEMO.1|40|30|07-Jan-25|ASB|30||||||"),
        ["Row 2, Person / Property / Topic: DEMO.1 is given no kind: Person, Property or Topic."]
    );
}

#[test]
fn two_episodes_at_one_time_are_refused() {
    let first_open = "DEMO.1|40|30|07-Jan-25|ASB|30||||Person||\nDEMO.1|40|30|04-Mar-25||30||||||";
    assert_eq!(
        refusals(first_open),
        [
            "Row 2, Date Closed: DEMO.1 is opened again on 4 Mar 2025 in row 3, but this row has no closing date."
        ]
    );
    let overlapping = "DEMO.1|40|30|04-Mar-25||30||||||\nDEMO.1|40|30|07-Jan-25|ASB|30|||11-Mar-25|Person||";
    assert_eq!(
        refusals(overlapping),
        [
            "Row 2, Date Opened: DEMO.1 is opened again on 4 Mar 2025, before its episode in row 3 was closed on 11 Mar 2025."
        ]
    );
}

#[test]
fn a_row_twice_is_skipped_when_equal_and_refused_when_not() {
    let row = "DEMO.1|40|30|07-Jan-25|ASB|30||||Person||";
    let import = rows(&format!("{row}\n{row}"));
    assert_eq!((import.figures.rows, import.figures.episodes), (2, 1));
    assert_eq!(said(&import)[0].0, 3);
    assert_eq!(import.file_rows().len(), 1, "what is skipped is not compared with the hub either");
    let other = refusals(&format!("{row}\nDEMO.1|40|20|07-Jan-25|ASB|30||||Person||"));
    assert_eq!(
        other,
        ["Row 3, Date Opened: DEMO.1 opened on 7 Jan 2025 stands in row 2 already, with other values."]
    );
}

#[test]
fn a_reopened_row_without_its_number_belongs_to_the_case_above() {
    let import = rows("DEMO.1|40|30|07-Jan-25|ASB|30|||14-Jan-25|Person||\n|40|30|04-Mar-25||31||||||");
    assert_eq!((import.cases.len(), import.cases[0].episodes.len()), (1, 2));
    assert!(said(&import).iter().any(|(row, column, _)| (*row, *column) == (3, Some("Case No"))));
}

#[test]
fn bare_numbers_get_the_prefix_of_the_hub() {
    let import =
        rows("1|40|30|07-Jan-25|ASB|30||||Person|2, 3 and 4|\n2a|40|30|07-Jan-25|ASB|30||||Person||");
    let references: Vec<String> = import.cases.iter().map(|case| case.reference.to_string()).collect();
    assert_eq!(references, ["DEMO.1", "DEMO.2a"]);
    assert_eq!(import.rows[0].cross_references.len(), 3);
    assert_eq!(said(&import).iter().filter(|it| it.2.contains("is not in this sheet")).count(), 3);
}

#[test]
fn unreadable_scores_and_ages_are_left_empty_and_kept_as_notes() {
    let import =
        rows("DEMO.1|4O|-3|07-Jan-25|ASB|c. 30||||Person||\nDEMO.2|52.5||07-Jan-25|ASB|n/a||||Topic||");
    let first = &import.cases[0].episodes[0];
    assert_eq!((first.initial_score, first.current_score, first.age), (None, None, None));
    assert_eq!(first.notes, ["Age: c. 30", "Initial Matrix Score: 4O", "Current Matrix Score: -3"]);
    let second = &import.cases[1].episodes[0];
    assert_eq!(second.initial_score.map(|points| points.to_string()).as_deref(), Some("52.5"));
    assert_eq!((second.score_state, second.notes.len()), (ScoreState::NotRescored, 0));
}

#[test]
fn a_case_combined_while_open_is_linked_and_stays_open() {
    let import = rows(
        "DEMO.1|40|30|07-Jan-25|ASB|||||Topic||Combined with DEMO.2\nDEMO.2|40|30|07-Jan-25|ASB|||||Topic||",
    );
    assert_eq!(import.cases[0].combined_into, None);
    assert_eq!(import.cases[1].cross_references, [import.cases[0].reference.clone()]);
    assert!(said(&import)[0].2.contains("without a closing date"));
}

#[test]
fn combinations_never_go_in_a_circle() {
    let row = |own: u32, other: u32| {
        format!("DEMO.{own}|40|30|07-Jan-25|ASB||||14-Jan-25|Topic||Combined with DEMO {other}")
    };
    let import = rows(&[row(1, 2), row(2, 3), row(3, 2), row(4, 4)].join("\n"));
    let into: Vec<_> =
        import.cases.iter().map(|case| case.combined_into.as_ref().map(ToString::to_string)).collect();
    assert_eq!(into, [Some("DEMO.2".to_owned()), Some("DEMO.3".to_owned()), None, None]);
    assert_eq!(import.cases[2].episodes[0].closed_by, Some(ClosureReason::Closed));
    assert!(said(&import).iter().any(|it| it.0 == 4 && it.2.contains("leads back here")));
    assert!(said(&import).iter().any(|it| it.0 == 5 && it.2.contains("with itself")));
}

#[test]
fn a_hand_over_of_an_open_case_stays_a_note() {
    let import = rows("DEMO.1|40|30|07-Jan-25|ASB|30||||Person||Case under HAVEN");
    assert_eq!((import.cases[0].handed_to.as_deref(), import.cases[0].episodes[0].closed_by), (None, None));
    assert_eq!(import.cases[0].episodes[0].notes, ["Case under HAVEN"]);
}

#[test]
fn an_opening_long_before_its_neighbours_or_after_today_is_named() {
    let text = "DEMO.1|40|30|07-Jan-25|ASB|30||||Person||\nDEMO.2|40|30|06-Jan-23|ASB|30||||Person||\nDEMO.3|40|30|08-Jan-26|ASB|30||||Person||";
    let at = Hub { today: "2025-06-01".parse().ok(), ..hub() };
    let import = read_register(&sheet_of(&format!("{HEADING}\n{text}")), &Mapping::default(), &at).unwrap();
    assert_eq!(said(&import).iter().map(|it| it.0).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn cells_of_a_workbook_read_like_their_text() {
    let heading = ["Case No", "Date Opened", "Kind", "Initial Score", "Age"].map(Cell::of).to_vec();
    let cells = vec![
        Cell::of("DEMO.1"),
        Cell::Date("2025-01-07".parse().unwrap()),
        Cell::of("Person"),
        Cell::Number(40.0),
        Cell::Number(30.0),
    ];
    let merged = vec![Cell::of("DEMO.2"), Cell::Number(45664.0), Cell::of("Topic")];
    let sheet = Sheet {
        rows: vec![
            SheetRow { number: 1, cells: heading, merged: Vec::new() },
            SheetRow { number: 2, cells, merged: Vec::new() },
            SheetRow { number: 3, cells: merged, merged: vec![2] },
        ],
        ..sheet_of("")
    };
    let import = read_register(&sheet, &Mapping::default(), &hub()).unwrap();
    assert_eq!(import.rows[0].opened.to_string(), "2025-01-07");
    assert_eq!(import.rows[1].opened.to_string(), "2025-01-07", "a number of days without a date's format");
    assert_eq!((import.rows[0].age, import.cases[0].kind), (Some(30), CaseKind::Person));
    assert_eq!(
        said(&import)[0],
        (3, Some("Kind"), "Kind is merged with the row above; the value above is taken.")
    );
}

#[test]
fn twenty_thousand_rows_are_taken_and_one_more_is_refused() {
    let row = |number: usize| format!("DEMO.{number}|40|30|07-Jan-25|ASB|30||||Person||\n");
    let text: String = (1..=MOST_ROWS).map(row).collect();
    assert_eq!(rows(&text).figures.cases, 20_000);
    let refused = read(&format!("{HEADING}\n{text}{}", row(MOST_ROWS + 1))).unwrap_err();
    assert!(refused.refusals[0].message.contains("20001 rows"), "{}", refused.refusals[0]);
}

proptest! {
    #[test]
    fn no_sheet_makes_it_stumble(
        cells in prop::collection::vec(
            prop::collection::vec("(DEMO\\.[1-3]a?|[0-9]{1,2}-(Jan|Feb)-2[0-9]|Person|Topic|SAFE|0|CBO|(Combined with|Split from|Case under|Re-opened) (DEMO )?[1-3]|.{0,5})", 0..13),
            0..12,
        ),
        heading in 0_usize..3,
    ) {
        let mut lines: Vec<String> = cells.iter().map(|row| row.join("|")).collect();
        lines.insert(heading.min(lines.len()), HEADING.to_owned());
        let text = lines.join("\n");
        if let Ok(import) = read(&text) {
            prop_assert_eq!(import.figures.cases as usize, import.cases.len());
            for case in &import.cases {
                prop_assert!(!case.episodes.is_empty());
                let open = case.episodes.iter().filter(|episode| episode.closed.is_none()).count();
                prop_assert!(open <= 1, "at most one episode is open");
                prop_assert!(open == 0 || case.combined_into.is_none(), "a signpost is closed");
            }
        }
    }
}
