//! XLSX workbooks, made for each test: dates, merged cells, several sheets, and archives that lie.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::io::{Cursor, Write};

use domain::import::{Cell, Hub, Mapping, Origin, RegisterImport, Sheet, SheetKind, read_register};
use exchange::{ReadError, read_bytes};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const HEADINGS: [&str; 5] = ["Case No", "Date Opened", "Kind", "Key Issues", "Age"];

fn read(bytes: &[u8]) -> Result<Sheet, ReadError> {
    read_bytes(bytes, SheetKind::Register, &Mapping::default())
}

fn understand(sheet: &Sheet) -> RegisterImport {
    read_register(sheet, &Mapping::default(), &Hub::default()).unwrap()
}

fn headings(sheet: &mut Worksheet, row: u32) {
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(row, column, heading).unwrap();
    }
}

fn dated(sheet: &mut Worksheet, row: u32, column: u16, day: &str) {
    let format = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_with_format(row, column, ExcelDateTime::parse_from_str(day).unwrap(), &format).unwrap();
}

/// Returns a workbook with titles, an empty row, merged cells and one case that was re-opened.
fn register() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Notes").unwrap().write(0, 0, "How this is kept").unwrap();
    let sheet = workbook.add_worksheet().set_name("Register").unwrap();
    sheet.merge_range(0, 0, 0, 4, "Riverbridge hub", &Format::new()).unwrap();
    headings(sheet, 2);
    sheet.merge_range(4, 0, 5, 0, "DEMO.1", &Format::new()).unwrap();
    dated(sheet, 4, 1, "2025-01-07");
    dated(sheet, 5, 1, "2025-03-04");
    sheet.write(4, 2, "Person").unwrap().write(4, 3, "ASB, noise").unwrap().write(4, 4, 40).unwrap();
    sheet.write(5, 4, 41).unwrap();
    sheet.write(2, 5, "Date Closed").unwrap();
    dated(sheet, 4, 5, "2025-02-04");
    workbook.save_to_buffer().unwrap()
}

/// Returns the workbook `bytes` with `change` made to the part `name`, or with it added.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    if !names.iter().any(|other| other == name) {
        names.push(name.to_owned());
    }
    for part in names {
        let mut content = Vec::new();
        if let Ok(mut old) = archive.by_name(&part) {
            std::io::copy(&mut old, &mut content).unwrap();
        }
        writer.start_file(part.clone(), SimpleFileOptions::default()).unwrap();
        writer.write_all(&if part == name { change(content) } else { content }).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn replaced(bytes: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    with_part(bytes, name, |content| {
        let text = String::from_utf8(content).unwrap();
        assert!(text.contains(from), "{from} is not in {text}");
        text.replacen(from, to, 1).into_bytes()
    })
}

#[test]
fn the_sheet_whose_headings_are_known_is_read_and_named() {
    let sheet = read(&register()).unwrap();
    assert_eq!(sheet.origin, Origin::Workbook { sheet: "Register".into() });
    let import = understand(&sheet);
    assert_eq!((import.headings.row, import.figures.cases, import.figures.episodes), (3, 1, 2));
}

#[test]
fn dates_and_numbers_of_a_workbook_are_read_as_such() {
    let import = understand(&read(&register()).unwrap());
    let episodes = &import.cases[0].episodes;
    let opened: Vec<String> = episodes.iter().map(|episode| episode.opened.to_string()).collect();
    assert_eq!(opened, ["2025-01-07", "2025-03-04"]);
    assert_eq!(episodes[0].closed.map(|day| day.to_string()).as_deref(), Some("2025-02-04"));
    assert_eq!(episodes[1].age, Some(41));
}

#[test]
fn cells_merged_downwards_count_for_every_row_and_are_named() {
    let sheet = read(&register()).unwrap();
    assert_eq!(sheet.rows.last().unwrap().merged, [0]);
    let import = understand(&sheet);
    let merged = import.anomalies.iter().find(|it| it.message.contains("merged")).unwrap();
    assert_eq!((merged.row, merged.column.as_deref()), (6, Some("Case No")), "rows are those of the sheet");
}

#[test]
fn a_hidden_sheet_is_read_only_when_no_other_will_do() {
    let mut workbook = Workbook::new();
    let add = |workbook: &mut Workbook, name: &str, reference: &str| {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        headings(sheet, 0);
        sheet
            .write(1, 0, reference)
            .unwrap()
            .write(1, 1, "07/01/2025")
            .unwrap()
            .write(1, 2, "Topic")
            .unwrap();
    };
    add(&mut workbook, "Old", "DEMO.1");
    add(&mut workbook, "Current", "DEMO.2");
    workbook.worksheet_from_name("Old").unwrap().set_hidden(true);
    workbook.worksheet_from_name("Current").unwrap().set_active(true);
    let sheet = read(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheet.origin, Origin::Workbook { sheet: "Current".into() });
}

#[test]
fn a_nought_formatted_as_a_date_is_no_date() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    headings(sheet, 0);
    sheet.write(1, 0, "DEMO.1").unwrap().write(1, 2, "Topic").unwrap();
    sheet.write_with_format(1, 1, 0, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    let sheet = read(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheet.rows[1].cell(1), &Cell::Number(0.0));
    let refused = read_register(&sheet, &Mapping::default(), &Hub::default()).unwrap_err();
    assert_eq!(
        refused.refusals[0].to_string(),
        "Row 2, Date Opened: “0” is not a date that the calendar has."
    );
}

#[test]
fn an_archive_is_counted_as_it_unpacks_whatever_it_claims() {
    let bomb = with_part(&register(), "xl/media/image1.png", |_| vec![0; 51 * 1024 * 1024]);
    assert!(bomb.len() < 200 * 1024, "small as packed: {}", bomb.len());
    assert!(matches!(read(&bomb), Err(ReadError::TooLarge)));
    // The directory at the end claims 100 bytes for the part that unpacks to 51 MB.
    let claimed = 51_u32 * 1024 * 1024;
    let at = bomb.windows(4).rposition(|bytes| bytes == claimed.to_le_bytes()).unwrap();
    let mut lying = bomb.clone();
    lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    assert!(read(&lying).is_err());
}

#[test]
fn many_small_parts_are_counted_together() {
    let mut bomb = register();
    for part in 0..3 {
        bomb = with_part(&bomb, &format!("xl/media/{part}.png"), |_| vec![0; 20 * 1024 * 1024]);
    }
    assert!(matches!(read(&bomb), Err(ReadError::TooLarge)));
}

#[test]
fn a_list_of_strings_cannot_claim_memory_that_it_does_not_fill() {
    let strings = "xl/sharedStrings.xml";
    for claim in ["uniqueCount=\"999999999999\"", "uniqueCount = '99999999999999999999999'"] {
        let bytes = with_part(&register(), strings, |content| {
            let text = String::from_utf8(content).unwrap();
            let start = text.find("uniqueCount").unwrap();
            let end = start + text[start..].find('>').unwrap();
            format!("{}{claim}{}", &text[..start], &text[end..]).into_bytes()
        });
        assert!(matches!(read(&bytes), Err(ReadError::Damaged)), "{claim}");
    }
}

#[test]
fn a_cell_at_the_far_corner_costs_nothing() {
    let far_row = replaced(&register(), "xl/worksheets/sheet2.xml", "r=\"A1\"", "r=\"A1048576\"");
    assert!(matches!(read(&far_row), Err(ReadError::Damaged)), "rows out of their order");
    let far_column = replaced(&register(), "xl/worksheets/sheet2.xml", "r=\"E5\"", "r=\"XFD5\"");
    assert!(matches!(read(&far_column), Err(ReadError::TooManyColumns { row: 5 })));
}

#[test]
fn merged_regions_that_overlap_without_end_are_refused() {
    let region = "<mergeCell ref=\"A1:A1048576\"/>".repeat(2_000);
    let bytes =
        replaced(&register(), "xl/worksheets/sheet2.xml", "<mergeCell ", &format!("{region}<mergeCell "));
    assert!(matches!(read(&bytes), Err(ReadError::Damaged)));
}

#[test]
fn one_long_text_repeated_in_every_cell_is_counted_every_time() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    headings(sheet, 0);
    let long = "x".repeat(32_767);
    for row in 1..=1_700 {
        sheet.write(row, 3, &long).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    assert!(bytes.len() < 500_000, "one string: {}", bytes.len());
    assert!(matches!(read(&bytes), Err(ReadError::TooLarge)));
}

#[test]
fn a_region_written_backwards_does_not_end_the_program() {
    let bytes = replaced(&register(), "xl/worksheets/sheet2.xml", "ref=\"A5:A6\"", "ref=\"A6:A5\"");
    // Whether it is taken depends on how the reader of workbooks was compiled; that the next one is read does not.
    let _ = read(&bytes);
    assert!(read(&register()).is_ok());
}

#[test]
fn archives_of_other_programs_are_named_and_refused() {
    let archive = |name: &str, content: &str| {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    };
    let cases = [
        (archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (archive("mimetype", "application/vnd.oasis.opendocument.text"), "a text document"),
        (archive("word/document.xml", "<w/>"), "a text document"),
        (archive("xl/workbook.bin", ""), "binary Excel workbook"),
        (archive("photo.jpg", ""), "an archive"),
    ];
    for (bytes, what) in cases {
        let message = read(&bytes).unwrap_err().to_string();
        assert!(message.contains(what) && message.contains("CSV"), "{message}");
    }
    let broken = archive("xl/workbook.xml", "<workbook");
    assert!(matches!(read(&broken), Err(ReadError::Damaged)));
}

#[test]
fn a_workbook_with_nothing_in_it_is_empty() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    assert!(matches!(read(&workbook.save_to_buffer().unwrap()), Err(ReadError::Empty)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_damage_to_the_archive_makes_it_stumble(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = register();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        let _ = read(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = read(&bytes);
    }

    #[test]
    fn no_damage_to_a_part_makes_it_stumble(
        name in prop::sample::select(vec!["xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"]),
        at in any::<prop::sample::Index>(),
        patch in "[0-9<>/\"=a-zA-Z ]{0,6}",
        length in 0_usize..8,
    ) {
        let bytes = with_part(&register(), name, |mut content| {
            let start = at.index(content.len());
            let end = (start + length).min(content.len());
            content.splice(start..end, patch.bytes());
            content
        });
        let _ = read(&bytes);
    }
}
