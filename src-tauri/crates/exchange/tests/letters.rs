//! Letters of every kind are read as text, and junk is refused in a sentence.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::{Cursor, Write};

use exchange::{LetterError, LetterKind, read_letter};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(name: &str, content: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(name, SimpleFileOptions::default()).unwrap();
    archive.write_all(content.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    packed(
        "word/document.xml",
        &format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>"),
    )
}

fn run(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn a_word_document_is_its_paragraphs_and_cells() {
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        run("Agency"),
        run("Fire &amp; Rescue"),
        run("second line")
    );
    let split =
        "<w:p><w:r><w:t>Na</w:t></w:r><w:r><w:t>me</w:t></w:r><w:r><w:tab/><w:t>A Field</w:t></w:r></w:p>";
    let gone = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>";
    let letter = read_letter(&word(&format!("{split}{table}{gone}{}", run("Łucja d&#8217;Arcy")))).unwrap();
    assert_eq!(letter.kind, LetterKind::Word);
    assert_eq!(letter.text, "Name\tA Field\nAgency\tFire & Rescue\nsecond line\n\nŁucja d’Arcy\n");
}

#[test]
fn an_empty_cell_does_not_join_its_row_to_the_line_before() {
    let row =
        format!("<w:tbl><w:tr><w:tc><w:p/><w:p></w:p></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", run("said"));
    let letter = read_letter(&word(&format!("{}{row}", run("before")))).unwrap();
    assert_eq!(letter.text, "before\n\tsaid\n");
}

const EMAIL: &str = "From: =?utf-8?Q?=C5=81ucja_Field?= <l.field@homes.example>\r\n\
To: hub@northbridge.example\r\n\
Subject: Referral\r\n\
Date: Thu, 12 Nov 2026 09:30:00 +0000\r\n\
Message-ID: <1@homes.example>\r\n\
MIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n\
--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
The problem: d=E2=80=99Arcy plays mu=\r\nsic\r\n\
--b\r\nContent-Type: text/plain; charset=utf-8; name=\"form.txt\"\r\nContent-Disposition: attachment; filename=\"form.txt\"\r\n\
Content-Transfer-Encoding: base64\r\n\r\nUGxhY2U6IE1pbGwgTGFuZQ==\r\n\
--b\r\nContent-Type: image/png; name=\"map.png\"\r\nContent-Disposition: attachment; filename=\"map.png\"\r\n\
Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n";

#[test]
fn an_e_mail_is_its_text_its_sender_and_the_form_attached() {
    let letter = read_letter(EMAIL.as_bytes()).unwrap();
    assert_eq!(letter.kind, LetterKind::Email);
    assert_eq!(
        (letter.from_name.as_str(), letter.from_address.as_str()),
        ("Łucja Field", "l.field@homes.example")
    );
    assert_eq!(letter.sent_on, "2026-11-12");
    assert!(letter.text.contains("The problem: d’Arcy plays music"), "{}", letter.text);
    assert!(letter.text.contains("Place: Mill Lane"), "the attached form is read: {}", letter.text);
    assert_eq!(letter.unread, ["map.png"], "what was not read is named");
}

#[test]
fn an_e_mail_in_html_alone_is_read_as_text() {
    let html = "From: a@homes.example\r\nSubject: Referral\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
<html><body><p>The problem: noise</p><p>Place: Mill Lane</p></body></html>";
    let letter = read_letter(html.as_bytes()).unwrap();
    let lines: Vec<&str> = letter.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["The problem: noise", "Place: Mill Lane"]);
}

#[test]
fn a_typed_letter_that_begins_with_date_and_name_is_no_e_mail() {
    let letter = read_letter("Date: 12 November 2026\nFrom: A Field\nThe problem: noise".as_bytes()).unwrap();
    assert_eq!(letter.kind, LetterKind::Text);
    assert!(letter.text.starts_with("Date: 12 November 2026"));
}

#[test]
fn what_is_no_letter_is_refused_in_a_sentence() {
    let refused = |bytes: &[u8]| read_letter(bytes).unwrap_err();
    assert!(matches!(refused(b""), LetterError::Empty));
    assert!(matches!(refused(b" \n\t"), LetterError::Empty));
    assert!(refused(b"%PDF-1.7").to_string().starts_with("This is a PDF. Save the form as"));
    assert!(matches!(refused(&packed("xl/workbook.xml", "<a/>")), LetterError::NotALetter(_)));
    assert!(matches!(refused(b"PK\x03\x04 and nothing more"), LetterError::Damaged));
    assert!(matches!(refused(&[0, 1, 2, 3, 255, 0]), LetterError::NotALetter(_)));
    assert!(matches!(refused(&vec![b'a'; 16 * 1024 * 1024]), LetterError::TooLarge));
    let bomb = word(&" ".repeat(20 * 1024 * 1024));
    assert!(bomb.len() < 100_000, "it is small packed");
    assert!(matches!(refused(&bomb), LetterError::TooLarge));
}

proptest! {
    #[test]
    fn junk_is_read_or_refused_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_letter(&bytes);
    }

    #[test]
    fn broken_mail_and_broken_markup_do_no_harm(cut in 0..EMAIL.len(), text in "(<w:t>|</w:t>|<w:tc>|&|&#x;|&#99999999;|\\PC){0,60}") {
        let _ = read_letter(EMAIL.as_bytes().get(..cut).unwrap_or_default());
        let _ = read_letter(&word(&text));
    }
}
