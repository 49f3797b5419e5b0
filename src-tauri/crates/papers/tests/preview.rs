//! Pictures of pages: what a preview shows stands where the layout says, glyph by glyph.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod samples;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use papers::style::Style;
use papers::{Paper, Pictures, layout_text};
use rustybuzz::ttf_parser;
use samples::{hard_names, pack};

const FACES: [&str; 6] = [
    "SourceSans3-Regular",
    "SourceSans3-Semibold",
    "SourceSans3-Bold",
    "SourceSans3-Italic",
    "Vazirmatn-Regular",
    "Vazirmatn-Semibold",
];

fn pictures(paper: &Paper) -> Pictures {
    Pictures::lay_out(paper, &Style::default(), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// Returns which letter a name of a glyph stands for, read from the bundled files themselves.
fn letters() -> BTreeMap<String, char> {
    let mut letters = BTreeMap::new();
    for (at, face) in (b'a'..).zip(FACES) {
        let file = format!("{}/fonts/{face}.ttf", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(file).unwrap();
        let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
        for letter in ('!'..='\u{24F}').filter(|letter| letter.is_alphabetic()) {
            if let Some(glyph) = face.glyph_index(letter) {
                letters.entry(format!("{}{}", char::from(at), glyph.0)).or_insert(letter);
            }
        }
    }
    letters
}

fn value<'text>(tag: &'text str, name: &str) -> Option<&'text str> {
    tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next())
}

/// A letter of a picture, with its place in points from the top left corner.
#[derive(Clone, Copy, Debug)]
struct Letter {
    x: f32,
    y: f32,
    letter: char,
}

/// Reads the letters of a picture back from its outlines and where they stand.
fn read(svg: &str, letters: &BTreeMap<String, char>) -> Vec<Letter> {
    let mut found = Vec::new();
    let (mut scale, mut left, mut baseline) = (0.0, 0.0, 0.0);
    for tag in svg.split('<') {
        if tag.starts_with("g ") {
            let matrix = value(tag, "transform").unwrap().trim_start_matches("matrix(").trim_end_matches(')');
            let numbers: Vec<f32> = matrix.split(' ').map(|number| number.parse().unwrap()).collect();
            (scale, left, baseline) = (numbers[0], numbers[4], numbers[5]);
        }
        if tag.starts_with("use ") {
            let name = value(tag, "href").unwrap().trim_start_matches('#');
            let x: f32 = value(tag, "x").unwrap().parse().unwrap();
            let known = letters.get(name).filter(|_| value(tag, "y").is_none());
            found.extend(known.map(|&letter| Letter { x: left + x * scale, y: baseline, letter }));
        }
    }
    found
}

#[test]
fn every_line_of_the_layout_stands_in_the_picture_where_the_layout_says() {
    let (paper, letters) = (Paper::Agenda(pack()), letters());
    let layout = layout_text(&paper, &Style::default()).unwrap();
    let pictures = pictures(&paper);
    let pages: Vec<&str> = layout.strip_prefix("page ").unwrap().split("\npage ").collect();
    assert_eq!(pictures.pages(), pages.len());
    let mut compared = 0;
    for (at, page) in pages.iter().enumerate() {
        let svg = pictures.svg(at).unwrap().unwrap();
        let shown = read(&svg, &letters);
        for line in page.lines().skip(1).filter(|line| line.is_char_boundary(22) && line.len() > 22) {
            let (place, words) = line.split_at(22);
            let mut place = place.split_whitespace();
            let numbers = (place.next().map(str::parse::<f32>), place.next().map(str::parse::<f32>));
            let (Some(Ok(x)), Some(Ok(y))) = numbers else { continue };
            let shape = ["rule", "fill", "light", "dot", "link"].contains(&place.next().unwrap_or_default());
            let wanted: Vec<char> = words.chars().filter(|letter| letter.is_ascii_alphabetic()).collect();
            if shape || wanted.len() < 3 || !words.starts_with(|first: char| first.is_ascii_alphabetic()) {
                continue;
            }
            // From the beginning of the line on, in the order they are drawn; some letters grow together into one glyph.
            let begins = shown
                .iter()
                .position(|it| (it.x - x).abs() < 0.6 && (it.y - y).abs() < 0.06 && it.letter == wanted[0]);
            let begins = begins.unwrap_or_else(|| panic!("“{words}” does not begin at {x} {y} of page {at}"));
            let on_line = shown[begins..].iter().take_while(|it| (it.y - y).abs() < 0.06);
            let told: Vec<char> = on_line.map(|it| it.letter).collect();
            let mut rest = told.iter();
            let found =
                wanted.iter().filter(|letter| rest.clone().next() == Some(letter) && rest.next().is_some());
            assert!(found.count() * 10 >= wanted.len() * 8, "“{words}” reads {told:?} on page {at}");
            compared += 1;
        }
        let lights = page.lines().filter(|line| line.split_whitespace().nth(2) == Some("light")).count();
        assert!(svg.matches("<polygon").count() + svg.matches("<circle").count() >= lights, "lights of {at}");
        let fills =
            page.lines().filter(|it| ["rule", "fill"].contains(&it.split_whitespace().nth(2).unwrap_or("")));
        assert_eq!(svg.matches("<rect").count(), fills.count(), "grounds and rules of page {at}");
    }
    assert!(compared > 100, "only {compared} lines were compared");
}

#[test]
fn a_picture_names_nothing_outside_itself_and_stays_small() {
    let pictures = pictures(&Paper::Agenda(hard_names()));
    for page in 0..pictures.pages() {
        let svg = pictures.svg(page).unwrap().unwrap();
        let outside = svg.replace("http://www.w3.org/2000/svg", "");
        for word in ["http", "script", "style", "url(", "@", "<text", "<image"] {
            assert!(!outside.contains(word), "page {page} says {word}");
        }
        for name in svg.split(" href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(name.len() > 1 && name.chars().all(|it| it.is_ascii_alphanumeric()), "{name}");
        }
        assert!(svg.len() < 400_000, "page {page} takes {} bytes", svg.len());
    }
    assert_eq!(pictures.svg(pictures.pages()).unwrap(), None, "there is no page after the last");
}

#[test]
fn a_picture_knows_its_part_and_what_no_face_has() {
    let pictures = pictures(&Paper::Agenda(hard_names()));
    assert_eq!(pictures.parts().first(), Some(&0));
    assert!(pictures.parts().len() > 3, "each case begins a part");
    assert_eq!((pictures.place(0), pictures.number(0)), (Some("front sheet"), Some("1")));
    assert!(pictures.missing().iter().any(|each| each.character == '李'), "{:?}", pictures.missing());
}
