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

/// Points in units of a face, from the glyph's origin.
type Points = Vec<(i32, i32)>;

/// The outline of a glyph: where its steps end, and the bends on their way.
#[derive(Default)]
struct Outline {
    ends: Points,
    bends: Points,
}

impl Outline {
    fn put<const N: usize>(&mut self, bends: [(f32, f32); N], end: (f32, f32)) {
        let whole = |(x, y): (f32, f32)| (x.round() as i32, y.round() as i32);
        self.bends.extend(bends.map(whole));
        self.ends.push(whole(end));
    }
}

/// Takes an outline down as the bundled files tell it.
impl ttf_parser::OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put([], (x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put([], (x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put([(x1, y1)], (x, y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put([(x1, y1), (x2, y2)], (x, y));
    }

    fn close(&mut self) {}
}

/// The letters by the ends of their steps, each with its bends.
type Letters = BTreeMap<Points, (char, Points)>;

/// Returns which letter an outline stands for, read from the bundled files themselves.
fn letters() -> Letters {
    let mut letters = BTreeMap::new();
    for face in FACES {
        let file = format!("{}/fonts/{face}.ttf", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(file).unwrap();
        let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
        for letter in ('!'..='\u{24F}').filter(|letter| letter.is_alphabetic()) {
            let mut outline = Outline::default();
            if let Some(glyph) = face.glyph_index(letter)
                && face.outline_glyph(glyph, &mut outline).is_some()
            {
                letters.entry(outline.ends).or_insert((letter, outline.bends));
            }
        }
    }
    letters
}

/// Reads the numbers of a piece of a path.
fn numbers(piece: &str) -> Vec<i32> {
    piece.replace('-', " -").split_whitespace().map(|number| number.parse().unwrap()).collect()
}

/// Reads the outline that the steps of a path lead through, each step relative to the one before.
fn outline(steps: &str) -> Outline {
    let (mut at, mut began, mut bend): (_, _, Option<(i32, i32)>) = ((0, 0), (0, 0), None);
    let mut outline = Outline::default();
    let pieces = steps.split_inclusive(char::is_alphabetic).scan('m', |before, piece| {
        let letter = std::mem::replace(before, piece.chars().last().unwrap());
        Some((letter, piece.trim_end_matches(char::is_alphabetic)))
    });
    for (letter, piece) in pieces {
        if letter == 'z' {
            (at, bend) = (began, None);
            continue;
        }
        let each = match letter {
            'h' | 'v' => 1,
            'q' => 4,
            'm' | 'l' | 't' => 2,
            _ => panic!("the bundled faces have no step {letter}"),
        };
        for to in numbers(piece).chunks(each) {
            let from = at;
            (bend, at) = match (letter, to) {
                ('h', &[x]) => (None, (from.0 + x, from.1)),
                ('v', &[y]) => (None, (from.0, from.1 + y)),
                ('q', &[x1, y1, x, y]) => (Some((from.0 + x1, from.1 + y1)), (from.0 + x, from.1 + y)),
                ('t', &[x, y]) => {
                    let before = bend.unwrap();
                    (Some((2 * from.0 - before.0, 2 * from.1 - before.1)), (from.0 + x, from.1 + y))
                }
                (_, &[x, y]) => (None, (from.0 + x, from.1 + y)),
                _ => panic!("{letter}{piece} is no step"),
            };
            if letter == 'm' {
                began = at;
            }
            outline.bends.extend(bend);
            outline.ends.push(at);
        }
    }
    outline
}

/// Returns the letter that an outline shows; its bends may stand one unit beside those of the face.
fn shown_by(outline: &Outline, letters: &Letters) -> Option<char> {
    let (letter, bends) = letters.get(&outline.ends)?;
    let is_near = |(one, other): (&(i32, i32), &(i32, i32))| {
        one.0.abs_diff(other.0) <= 1 && one.1.abs_diff(other.1) <= 1
    };
    assert_eq!(bends.len(), outline.bends.len(), "the curves of {letter}");
    assert!(bends.iter().zip(&outline.bends).all(is_near), "{letter} is bent otherwise");
    Some(*letter)
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
fn read(svg: &str, letters: &Letters) -> Vec<Letter> {
    let mut found = Vec::new();
    for tag in svg.split('<').filter(|tag| tag.starts_with("path ")) {
        let Some(matrix) = value(tag, "transform") else { continue };
        let matrix = matrix.trim_start_matches("matrix(").trim_end_matches(')');
        let matrix: Vec<f32> = matrix.split(' ').map(|number| number.parse().unwrap()).collect();
        let (scale, left, baseline) = (matrix[0], matrix[4], matrix[5]);
        for glyph in value(tag, "d").unwrap().split('M').skip(1) {
            let (origin, steps) = glyph.split_at(glyph.find('m').unwrap());
            let origin = numbers(origin);
            let known = shown_by(&outline(&steps[1..]), letters).filter(|_| origin[1] == 0);
            found.extend(known.map(|letter| Letter {
                x: left + origin[0] as f32 * scale,
                y: baseline,
                letter,
            }));
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
fn a_paper_laid_out_again_is_the_one_that_was_never_another() {
    let all = |pictures: &Pictures| -> Vec<String> {
        (0..pictures.pages()).map(|at| pictures.svg(at).unwrap().unwrap()).collect()
    };
    let mut changed = pack();
    changed.cases[0].outline = "The door was forced three times; Łukasz and Zoë saw it.".into();
    let (before, wanted) =
        (pictures(&Paper::Agenda(pack())), all(&pictures(&Paper::Agenda(changed.clone()))));
    assert_ne!(all(&before), wanted);
    let again =
        before.lay_out_again(&Paper::Agenda(changed), &Style::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(all(&again.unwrap()), wanted);
}

#[test]
fn a_picture_names_nothing_outside_itself_and_stays_small() {
    let pictures = pictures(&Paper::Agenda(hard_names()));
    for page in 0..pictures.pages() {
        let svg = pictures.svg(page).unwrap().unwrap();
        let outside = svg.replace("http://www.w3.org/2000/svg", "");
        for word in ["http", "script", "style", "url(", "@", "href", "<text", "<image"] {
            assert!(!outside.contains(word), "page {page} says {word}");
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
