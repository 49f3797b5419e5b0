//! Text files and pastes in every encoding and with every separator that hubs send.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use domain::import::{
    Encoding, Hub, MOST_ROWS, Mapping, Origin, Recognition, Separator, Sheet, SheetKind, read_register,
    recognise,
};
use exchange::{ReadError, read_bytes, read_pasted};
use proptest::prelude::*;

const ROWS: [&str; 3] = [
    "Case No;Date Opened;Person / Property / Topic;Key Issues",
    "DEMO.1;07/01/2025;Topic;Café, noise",
    "DEMO.2;14-Jan-25;Person;ASB – repeat",
];

fn read(bytes: &[u8]) -> Result<Sheet, ReadError> {
    read_bytes(bytes, SheetKind::Register, &Mapping::default())
}

fn text(separator: &str, line_end: &str) -> String {
    let cell = |cell: &str| {
        let must_be_quoted = cell.contains(separator) && separator != "\t";
        if must_be_quoted { format!("\"{cell}\"") } else { cell.to_owned() }
    };
    let line = |row: &&str| row.split(';').map(cell).collect::<Vec<_>>().join(separator) + line_end;
    ROWS.iter().map(line).collect()
}

fn key_issues(sheet: &Sheet) -> Vec<String> {
    let import = read_register(sheet, &Mapping::default(), &Hub::default()).unwrap();
    import.cases.into_iter().flat_map(|case| case.key_issues).collect()
}

const UNDERSTOOD: [&str; 3] = ["Café", "noise", "ASB – repeat"];

#[test]
fn every_separator_and_line_end_gives_the_same_rows() {
    for (separator, expected) in
        [("\t", Separator::Tab), (";", Separator::Semicolon), (",", Separator::Comma)]
    {
        for line_end in ["\n", "\r\n", "\r"] {
            let sheet = read(text(separator, line_end).as_bytes()).unwrap();
            assert_eq!(sheet.origin, Origin::Text { encoding: Encoding::Utf8, separator: expected });
            assert_eq!(key_issues(&sheet), UNDERSTOOD);
            assert_eq!(sheet.rows[2].number, 3);
        }
    }
}

#[test]
fn every_encoding_gives_the_same_words() {
    let plain = text("\t", "\r\n");
    let with_mark = [b"\xef\xbb\xbf", plain.as_bytes()].concat();
    let windows = encoding_rs::WINDOWS_1252.encode(&plain).0.into_owned();
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(plain.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let cases = [
        (plain.as_bytes(), Encoding::Utf8),
        (&with_mark, Encoding::Utf8WithMark),
        (&windows, Encoding::Windows1252),
        (&utf16, Encoding::Utf16),
    ];
    for (bytes, encoding) in cases {
        let sheet = read(bytes).unwrap();
        assert_eq!(sheet.origin, Origin::Text { encoding, separator: Separator::Tab });
        assert_eq!(key_issues(&sheet), UNDERSTOOD, "{encoding:?}");
    }
}

#[test]
fn a_separator_is_known_by_the_headings_and_not_by_counting() {
    let commas = "Case No\tDate Opened\tKind\tIssues\nDEMO.1\t07/01/2025\tTopic\ta, b, c, d, e, f, g, h\n";
    let sheet = read(commas.as_bytes()).unwrap();
    assert_eq!(key_issues(&sheet).len(), 8);
}

#[test]
fn a_paste_may_hold_a_stray_quotation_mark_and_cells_over_two_lines() {
    let pasted = "Case No\tDate Opened\tKind\tIssues\nDEMO.1\t07/01/2025\tTopic\t\"noise\nat night\"\nDEMO.2\t07/01/2025\tTopic\t\"loud\n";
    let sheet = read_pasted(pasted, SheetKind::Register, &Mapping::default()).unwrap();
    assert!(matches!(sheet.origin, Origin::Text { separator: Separator::Tab, .. }));
    assert!(sheet.rows.iter().any(|row| row.cell(3).text() == "\"loud"));
    let closed = pasted.replace("\"loud", "loud");
    let sheet = read_pasted(&closed, SheetKind::Register, &Mapping::default()).unwrap();
    assert_eq!(key_issues(&sheet), ["noise at night", "loud"]);
    assert_eq!(sheet.rows[2].number, 4);
}

#[test]
fn what_is_no_spreadsheet_is_named_and_refused() {
    let cases: [(&[u8], &str); 9] = [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "a picture"),
        (b"\xff\xd8\xff\xe0..JFIF", "a picture"),
        (b"{\\rtf1 ...", "a text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Excel workbook"),
        (b"<html><table><tr><td>Case No", "a web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "an XML file"),
        (b"Case No\tOpened\0\x01\x02", "a file of another kind"),
        (b"Case No\tOpened\n\x81\x8d", "a file of another kind"),
    ];
    for (bytes, what) in cases {
        let message = read(bytes).unwrap_err().to_string();
        assert!(message.contains(what), "{message}");
        assert!(message.contains("XLSX") && message.contains("CSV"), "it says what to do: {message}");
    }
    for empty in [&b""[..], b" \n\t\n", b"\xef\xbb\xbf", b"\t\t\n\n"] {
        assert!(matches!(read(empty), Err(ReadError::Empty)), "{empty:?}");
    }
}

#[test]
fn a_text_that_is_no_table_is_left_to_the_headings() {
    let sheet = read(b"Dear all,\n\nplease find the register attached.\n").unwrap();
    assert_eq!(recognise(&sheet, SheetKind::Register, &Mapping::default()), Recognition::None);
}

#[test]
fn a_flood_of_rows_is_refused_before_it_is_kept() {
    let row = "DEMO.1\t07/01/2025\tTopic\n";
    assert!(matches!(read(row.repeat(MOST_ROWS * 2).as_bytes()), Err(ReadError::TooManyRows)));
    assert!(read(row.repeat(MOST_ROWS).as_bytes()).is_ok());
    let empty = "\t\t\n".repeat(MOST_ROWS * 3) + row;
    assert_eq!(read(empty.as_bytes()).unwrap().rows.len(), 1, "empty rows do not count");
}

#[test]
fn a_cell_that_swallows_the_file_is_refused_with_its_row() {
    let open = format!("Case No,Kind\nDEMO.1,\"Topic\n{}\",x\n", "DEMO.2,Topic\n".repeat(4_000));
    let error = read(open.as_bytes()).unwrap_err();
    assert_eq!(error.row(), Some(2), "{error}");
}

#[test]
fn a_file_over_fifty_megabytes_is_refused() {
    let bytes = vec![b'x'; 50 * 1024 * 1024 + 1];
    assert!(matches!(read(&bytes), Err(ReadError::TooLarge)));
}

proptest! {
    #[test]
    fn no_bytes_make_it_stumble(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for kind in [SheetKind::Register, SheetKind::Agencies, SheetKind::Actions] {
            let _ = read_bytes(&bytes, kind, &Mapping::default());
        }
    }

    #[test]
    fn no_signature_before_any_bytes_makes_it_stumble(
        start in prop::sample::select(vec!["PK\u{3}\u{4}", "PK\u{5}\u{6}", "<?xml", "%PDF", "\u{feff}", "Case No,Kind\n"]),
        bytes in prop::collection::vec(any::<u8>(), 0..100),
    ) {
        let bytes = [start.as_bytes(), &bytes].concat();
        let _ = read_bytes(&bytes, SheetKind::Register, &Mapping::default());
    }
}
