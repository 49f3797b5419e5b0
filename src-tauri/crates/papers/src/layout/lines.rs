//! Lines: atoms filled into a column, put into the order they are seen.

use std::sync::Arc;

use super::atoms::{Atom, Break, atoms, width_of};
use super::known::Setting;
use super::shape::{Fragment, Glyph, Shaper};
use super::text::{Align, Paragraph, Span, TextStyle};

/// A fragment at its place in a line.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its glyphs.
    pub fragment: Arc<Fragment>,
    /// How it is set.
    pub style: TextStyle,
    /// Its distance from the left edge of the column, in points.
    pub x: f32,
    /// Its width in points.
    pub width: f32,
}

/// One line of text.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its words, from left to right.
    pub words: Vec<Word>,
    /// Its height in points.
    pub height: f32,
    /// The distance from its top to the baseline, in points.
    pub baseline: f32,
}

/// How far a text stands to the right of its light, in points.
pub const LIGHT_INDENT: f32 = 12.5;

/// How far a text stands from the edges of its ground, in points.
pub const GROUND_INDENT: f32 = 10.0;

/// Breaks a paragraph into lines for a column, or takes them as they were broken before.
pub fn lines(shaper: &mut Shaper, paragraph: &Paragraph, column: f32) -> Arc<[Line]> {
    let indent = match paragraph {
        Paragraph { light: Some(_), .. } => LIGHT_INDENT,
        Paragraph { ground: true, .. } => GROUND_INDENT,
        Paragraph { label: Some(label), .. } => label.width,
        _ => 0.0,
    };
    let far = if paragraph.ground { GROUND_INDENT } else { 0.0 };
    let room = (column - indent - far).max(12.0);
    let setting = Setting { indent, room, leading: paragraph.leading, align: paragraph.align };
    shaper.known.lines(&paragraph.spans, setting).unwrap_or_else(|| {
        let lines = broken(shaper, &paragraph.spans, setting).into();
        shaper.known.keep_lines(&paragraph.spans, setting, &lines);
        lines
    })
}

/// Returns how wide a text is on one line, in points; what is only tried is not remembered for the next layout.
pub fn width_on_one_line(shaper: &mut Shaper, text: &str, style: TextStyle) -> f32 {
    let paragraph = Paragraph::new(text, style, style.size);
    let setting = Setting { indent: 0.0, room: f32::MAX / 4.0, leading: style.size, align: Align::Left };
    broken(shaper, &paragraph.spans, setting).first().map_or(0.0, seen_width)
}

fn broken(shaper: &mut Shaper, spans: &[Span], setting: Setting) -> Vec<Line> {
    let Setting { indent, room, leading, align } = setting;
    let (made, backwards) = atoms(shaper, spans);
    let size = spans.iter().map(|span| span.style.size).fold(0.0, f32::max);
    let baseline = (leading / 2.0 + size * 0.33).max(size * 0.7);
    let filled = fill(shaper, made, room);
    let last = filled.len().saturating_sub(1);
    let lines = filled.into_iter().enumerate().map(|(at, atoms)| {
        let mut line = arrange(shaper, &atoms, backwards, at < last);
        let shift = indent
            + match align {
                Align::Left => 0.0,
                Align::Right => room - seen_width(&line),
                Align::Centre => (room - seen_width(&line)) / 2.0,
            };
        line.words.iter_mut().for_each(|word| word.x += shift);
        Line { height: leading, baseline, ..line }
    });
    lines.collect()
}

/// Returns the width of a line without the space at its end, in points.
pub fn seen_width(line: &Line) -> f32 {
    let inked = line.words.iter().rev().find(|word| !word.fragment.text.trim_matches(' ').is_empty());
    inked.map_or(0.0, |word| word.x + word.width)
}

/// Fills lines one after the other; a word wider than the column is broken where it must be.
fn fill(shaper: &mut Shaper, atoms: Vec<Atom>, room: f32) -> Vec<Vec<Atom>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0.0_f32;
    let mut unit: Vec<Atom> = Vec::new();
    for atom in atoms {
        let after = atom.after;
        unit.push(atom);
        if after == Break::Never {
            continue;
        }
        let mut ready = std::mem::take(&mut unit);
        let core: f32 = ready.iter().filter(|atom| !atom.space).map(|atom| atom.width).sum();
        let full: f32 = ready.iter().map(|atom| atom.width).sum();
        if used > 0.0 && used + core > room {
            lines.push(Vec::new());
            used = 0.0;
        }
        if core > room {
            ready = break_long(shaper, ready, room, &mut lines);
            used = ready.iter().map(|atom| atom.width).sum();
        } else {
            used += full;
        }
        if let Some(line) = lines.last_mut() {
            line.append(&mut ready);
        }
        if after == Break::Must {
            lines.push(Vec::new());
            used = 0.0;
        }
    }
    if let Some(line) = lines.last_mut() {
        line.append(&mut unit);
    }
    lines
}

/// Breaks atoms that are wider than a line, pushes the full lines, and returns the rest.
fn break_long(shaper: &mut Shaper, atoms: Vec<Atom>, room: f32, lines: &mut Vec<Vec<Atom>>) -> Vec<Atom> {
    let mut current: Vec<Atom> = Vec::new();
    let mut used = 0.0;
    for atom in atoms {
        if atom.space || used + atom.width <= room {
            used += atom.width;
            current.push(atom);
            continue;
        }
        let text: String = atom.fragments.iter().map(|fragment| fragment.text.as_str()).collect();
        let level = atom.fragments.first().map_or(0, |fragment| fragment.level);
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (head, tail) = split_to_fit(shaper, rest, atom.style, level, room - used);
            let (head, tail) = match (head.is_empty(), current.is_empty()) {
                // Nothing fits beside what stands there: the next line has more room.
                (true, false) => ("", rest),
                // Not even one letter fits into an empty line: it stands out rather than vanish.
                (true, true) => rest.split_at(rest.chars().next().map_or(0, char::len_utf8)),
                _ => (head, tail),
            };
            if !head.is_empty() {
                let piece = Atom::shape(shaper, head, atom.style, level);
                used += piece.width;
                current.push(piece);
            }
            rest = tail;
            if !rest.is_empty() {
                if let Some(line) = lines.last_mut() {
                    line.append(&mut current);
                }
                lines.push(Vec::new());
                used = 0.0;
            }
        }
        if let Some(last) = current.last_mut() {
            last.after = atom.after;
        }
    }
    current
}

/// Returns the longest start of a text that fits, and the rest; never splits a letter from its marks.
fn split_to_fit<'text>(
    shaper: &mut Shaper,
    text: &'text str,
    style: TextStyle,
    level: u8,
    room: f32,
) -> (&'text str, &'text str) {
    let shaped = shaper.shape(text, style.weight, style.tabular, level);
    let mut stops: Vec<(usize, f32)> = Vec::new();
    let mut before = 0;
    let mut used = 0.0;
    for fragment in shaped.iter() {
        let units = fragment.glyphs.iter().map(|glyph| glyph.advance).sum::<i32>().max(1) as f32;
        let scale = fragment.width * style.size / units;
        let mut glyphs = fragment.glyphs.clone();
        glyphs.sort_by_key(|glyph| glyph.start);
        for glyph in &glyphs {
            // A mark has no advance: a line cannot end before it.
            if glyph.advance > 0 && glyph.start < glyph.end {
                stops.push((before + glyph.start as usize, used));
            }
            used += glyph.advance as f32 * scale + style.tracking;
        }
        before += fragment.text.len();
    }
    stops.push((text.len(), used));
    let stop = stops.iter().rev().find(|(_, width)| *width <= room).map_or(0, |stop| stop.0);
    text.split_at(stop)
}

/// Puts a line's atoms into the order they are seen, with their places.
fn arrange(shaper: &mut Shaper, atoms: &[Atom], backwards: bool, goes_on: bool) -> Line {
    let mut words: Vec<Word> = Vec::new();
    let base = u8::from(backwards);
    let last = atoms.len();
    let hanging = atoms.iter().rev().take_while(|atom| atom.space).count();
    for (at, atom) in atoms.iter().enumerate() {
        for fragment in atom.fragments.iter() {
            let width = width_of(fragment, atom.style);
            // Space at the end of a line takes the paragraph's direction (UAX 9, L1).
            let fragment = if at + hanging >= last && fragment.level != base {
                let flat = shaper.shape(&fragment.text, atom.style.weight, atom.style.tabular, base);
                flat.first().cloned().unwrap_or_else(|| Arc::clone(fragment))
            } else {
                Arc::clone(fragment)
            };
            words.push(Word { fragment, style: atom.style, x: 0.0, width });
        }
    }
    if let Some(atom) = atoms.last().filter(|atom| goes_on && atom.soft_hyphen && atom.after == Break::May) {
        let hyphen = shaper.shape("-", atom.style.weight, atom.style.tabular, base);
        for fragment in hyphen.iter() {
            let width = width_of(fragment, atom.style);
            words.push(Word {
                fragment: Arc::new(as_soft_hyphen(fragment)),
                style: atom.style,
                x: 0.0,
                width,
            });
        }
    }
    reorder(&mut words, base);
    let mut x = 0.0;
    for word in &mut words {
        word.x = x;
        x += word.width;
    }
    Line { words, height: 0.0, baseline: 0.0 }
}

/// Returns a drawn hyphen that is copied as the soft hyphen it stands for.
fn as_soft_hyphen(hyphen: &Fragment) -> Fragment {
    let text = "\u{AD}".to_owned();
    let end = text.len() as u32;
    let glyphs = hyphen.glyphs.iter().map(|glyph| Glyph { start: 0, end, ..*glyph }).collect();
    Fragment { text, glyphs, missing: Vec::new(), ..*hyphen }
}

/// Reverses runs from the highest level down to the lowest odd one (UAX 9, L2).
fn reorder(words: &mut [Word], base: u8) {
    let highest = words.iter().map(|word| word.fragment.level).max().unwrap_or(base);
    let lowest = words.iter().map(|word| word.fragment.level).filter(|level| level % 2 == 1).min();
    let Some(lowest) = lowest else { return };
    for level in (lowest..=highest).rev() {
        let mut start = 0;
        while start < words.len() {
            let run = words[start..].iter().take_while(|word| word.fragment.level >= level).count();
            words[start..start + run].reverse();
            start += run.max(1);
        }
    }
}
