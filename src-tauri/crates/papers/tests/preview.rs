//! Pictures of pages: what a preview shows stands where the layout says, glyph by glyph.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod samples;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use papers::style::Style;
use papers::{Drawn, GlyphKey, Paper, Pictures, glyph_outline, layout_text};
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
#[derive(Debug, Default, PartialEq)]
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

/// Returns the faces, read from the bundled files themselves.
fn faces() -> Vec<Vec<u8>> {
    let path = |face: &&str| format!("{}/fonts/{face}.ttf", env!("CARGO_MANIFEST_DIR"));
    FACES.iter().map(|face| std::fs::read(path(face)).unwrap()).collect()
}

/// Returns which letter a glyph stands for.
fn letters() -> BTreeMap<GlyphKey, char> {
    let mut letters = BTreeMap::new();
    for (number, bytes) in (0..).zip(faces()) {
        let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
        for letter in ('!'..='\u{24F}').filter(|letter| letter.is_alphabetic()) {
            if let Some(glyph) = face.glyph_index(letter) {
                letters.entry(GlyphKey(number << 16 | u32::from(glyph.0))).or_insert(letter);
            }
        }
    }
    letters
}

/// Reads the outline that the steps of a path lead through.
fn outline(steps: &str) -> Outline {
    let mut outline = Outline::default();
    for step in steps.split(['M', 'L', 'Q', 'C', 'z']).filter(|step| !step.is_empty()) {
        let numbers: Vec<i32> = step.split(' ').map(|number| number.parse().unwrap()).collect();
        let mut points: Vec<(i32, i32)> = numbers.chunks(2).map(|point| (point[0], point[1])).collect();
        outline.ends.extend(points.pop());
        outline.bends.append(&mut points);
    }
    outline
}

/// A letter of a picture, with its place in points from the top left corner.
#[derive(Clone, Copy, Debug)]
struct Letter {
    x: f32,
    y: f32,
    letter: char,
}

/// Returns the letters of a picture and where they stand.
fn read(page: &[Drawn], letters: &BTreeMap<GlyphKey, char>) -> Vec<Letter> {
    let mut found = Vec::new();
    for mark in page {
        let Drawn::Line { scale, left, baseline, glyphs, .. } = mark else { continue };
        found.extend(glyphs.iter().filter_map(|(glyph, place)| {
            let letter = *letters.get(glyph)?;
            Some(Letter { x: left + *place as f32 * scale, y: *baseline, letter })
        }));
    }
    found
}

/// Returns what is drawn on every page.
fn pages(pictures: &Pictures) -> Vec<Vec<Drawn>> {
    (0..pictures.pages()).map(|at| pictures.drawn(at).unwrap().unwrap()).collect()
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
        let drawn = pictures.drawn(at).unwrap().unwrap();
        let shown = read(&drawn, &letters);
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
        let shapes = |kinds: &[&str]| {
            page.lines().filter(|it| kinds.contains(&it.split_whitespace().nth(2).unwrap_or(""))).count()
        };
        let filled = drawn.iter().filter(|mark| matches!(mark, Drawn::Filled { .. })).count();
        assert_eq!(filled, shapes(&["rule", "fill", "light", "dot"]), "shapes of page {at}");
        let stroked = drawn.iter().filter(|mark| matches!(mark, Drawn::Stroked { .. })).count();
        let lines = page.lines().filter(|line| line.starts_with("  line ")).count();
        assert_eq!(stroked, lines, "lines of page {at}");
    }
    assert!(compared > 100, "only {compared} lines were compared");
}

#[test]
fn a_paper_laid_out_again_is_the_one_that_was_never_another() {
    let mut changed = pack();
    changed.cases[0].outline = "The door was forced three times; Łukasz and Zoë saw it.".into();
    let (before, wanted) =
        (pictures(&Paper::Agenda(pack())), pages(&pictures(&Paper::Agenda(changed.clone()))));
    assert_ne!(pages(&before), wanted);
    let again =
        before.lay_out_again(&Paper::Agenda(changed), &Style::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(pages(&again.unwrap()), wanted);
}

#[test]
fn every_glyph_of_a_picture_is_outlined_as_its_face_tells_it() {
    let pictures = pictures(&Paper::Agenda(hard_names()));
    assert_eq!(pictures.drawn(pictures.pages()).unwrap(), None, "there is no page after the last");
    let drawn = pages(&pictures);
    let lines = drawn.iter().flatten().filter_map(|mark| match mark {
        Drawn::Line { glyphs, .. } => Some(glyphs),
        _ => None,
    });
    let glyphs: BTreeSet<GlyphKey> = lines.flatten().map(|(glyph, _)| *glyph).collect();
    let faces = faces();
    for glyph in &glyphs {
        let face = ttf_parser::Face::parse(&faces[(glyph.0 >> 16) as usize], 0).unwrap();
        let mut wanted = Outline::default();
        face.outline_glyph(ttf_parser::GlyphId(glyph.0 as u16), &mut wanted);
        assert_eq!(outline(&glyph_outline(*glyph).unwrap().unwrap()), wanted, "{glyph:?}");
    }
    assert!(glyphs.len() > 200, "only {} glyphs were compared", glyphs.len());
    for nobody in [GlyphKey(6 << 16), GlyphKey(u32::MAX), GlyphKey(0xFFFF)] {
        assert_eq!(glyph_outline(nobody).unwrap(), None, "{nobody:?}");
    }
}

#[test]
fn a_picture_knows_its_part_and_what_no_face_has() {
    let pictures = pictures(&Paper::Agenda(hard_names()));
    assert_eq!(pictures.parts().first(), Some(&0));
    assert!(pictures.parts().len() > 3, "each case begins a part");
    assert_eq!((pictures.place(0), pictures.number(0)), (Some("front sheet"), Some("1")));
    assert!(pictures.missing().iter().any(|each| each.character == '李'), "{:?}", pictures.missing());
}
