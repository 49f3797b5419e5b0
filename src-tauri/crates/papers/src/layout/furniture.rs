//! Head and foot of every page, and the page numbers that only the finished layout knows.

use std::collections::HashMap;
use std::sync::Arc;

use super::faces::Weight;
use super::lines::{Line, lines, seen_width, width_on_one_line};
use super::page::{self, Drawing, Page, Placed};
use super::shape::Shaper;
use super::tags::{NodeId, Tag};
use super::text::{Align, Paragraph, TextStyle};
use super::{Frame, LaidOut};
use crate::model::{Abbreviation, Marking, Stamp};
use crate::style::{Colour, Style};

/// The baseline of the marking on top.
const MARK_TOP: f32 = 44.0;
/// The baseline of the head.
const HEAD: f32 = 61.0;
/// The height of the rule under the head.
const HEAD_RULE: f32 = 70.5;
/// The height of the rule above the foot.
const FOOT_RULE: f32 = 789.5;
/// The baseline of the foot.
const FOOT: f32 = 803.0;
/// The distance of lines in the foot.
pub const FOOT_LEADING: f32 = 10.6;
/// The size of the stamp under the number of the page: for whoever looks for it.
const STAMP: f32 = 7.0;
/// How wide the left half of the foot may be beside the marking.
const FOOT_LEFT: f32 = 166.0;
/// How much of the lines under the marking a stamp needs for itself.
const STAMP_ROOM: f32 = 140.0;
/// The most lines that a foot takes above the usual ones: most of the page stays for what the paper says.
const MOST_RAISED: usize = 24;
/// How often pages may ask for a higher foot before all get the highest one.
const PASSES: usize = 5;

/// Fills in the numbers of pages that the layout had to leave open.
pub fn fill_page_numbers(shaper: &mut Shaper, laid: &mut LaidOut) {
    for page in &mut laid.pages {
        // From the last one back, so that the places of the others stay true.
        for number in std::mem::take(&mut page.numbers).into_iter().rev() {
            let Some((target, _)) = laid.anchors.get(&number.of) else { continue };
            let text = format!("{}{}", laid.numbers, target + 1);
            let paragraph = Paragraph::new(text, number.style, number.style.size);
            let made = lines(shaper, &paragraph, page::MEASURE);
            let Some(line) = made.first() else { continue };
            let left = number.right - seen_width(line);
            let drawn = words_of(line, left, number.y, Some(number.owner));
            page.placed.splice(number.before..number.before, drawn);
        }
    }
}

/// Returns what the feet of all pages say, in the order of the pages.
pub fn feet(shaper: &mut Shaper, laid: &LaidOut, frame: &Frame<'_>, style: &Style) -> Vec<Foot> {
    laid.pages.iter().map(|page| foot_of(shaper, page, style, frame)).collect()
}

/// Notes which pages need a higher foot than they have, and tells whether any does.
pub fn raise(
    shaper: &mut Shaper,
    feet: &[Foot],
    frame: &Frame<'_>,
    style: &Style,
    raised: &mut Vec<usize>,
    pass: usize,
) -> bool {
    let mut any = false;
    raised.resize(feet.len().max(raised.len()), 0);
    for (foot, had) in feet.iter().zip(raised.iter_mut()) {
        if let Foot::Above(lines) = foot {
            any |= lines.len() > *had;
            *had = lines.len().max(*had);
        }
    }
    if any && pass >= PASSES {
        let all = foot_lines(shaper, parts_of("", frame.abbreviations.iter()), style, &frame.marking.stamp);
        let highest = if let Foot::Above(lines) = all { lines.len() } else { 0 };
        raised.resize(feet.len() * 2, 0);
        raised.iter_mut().for_each(|had| *had = highest.max(*had));
    }
    any
}

/// Adds its head and its foot to every page.
pub fn add(shaper: &mut Shaper, laid: &mut LaidOut, feet: &[Foot], frame: &Frame<'_>, style: &Style) {
    let count = laid.number(laid.pages.len().saturating_sub(1));
    let mut before = None;
    for (at, (page, foot)) in laid.pages.iter_mut().zip(feet).enumerate() {
        let mut drawn = Vec::new();
        // What head and foot say of a part is read out once, on its first page; on the others it only repeats.
        let opens = page.section.filter(|_| page.section != before);
        before = page.section;
        let plain = plain(style);
        let marking = TextStyle::new(Weight::Bold, style.furniture, style.ink).tracked(0.6);
        let mut set = |text: &str, style: TextStyle, align: Align, y: f32| {
            drawn.extend(set_line(shaper, text, style, align, y, None));
        };
        let words = marking_words(frame.marking);
        set(&words, marking, Align::Centre, MARK_TOP);
        set(&words, marking, Align::Centre, FOOT);
        let numbers = format!("Page {}{} of {count}", laid.numbers, at + 1);
        set(&numbers, plain.tabular(), Align::Right, FOOT);
        if let Some(stamp) = &frame.marking.stamp {
            let quiet = TextStyle { size: STAMP, ..plain.tabular() };
            set(&stamp.words(), quiet, Align::Right, FOOT + FOOT_LEADING);
        }
        let heads = opens.map(|section| laid.tree.add_first(section, Tag::Paragraph));
        head(shaper, &mut drawn, page, plain, heads);
        let owner = page.section.map(|section| laid.tree.add(section, Tag::Paragraph));
        let (lines, top) = match foot {
            Foot::Beside(lines) => (lines, FOOT),
            Foot::Below(lines) => (lines, FOOT + FOOT_LEADING + 1.5),
            Foot::Above(lines) => (lines, FOOT - 3.0 - page.raised as f32 * FOOT_LEADING),
        };
        for (at, line) in lines.iter().enumerate() {
            drawn.extend(words_of(line, page::LEFT, top + at as f32 * FOOT_LEADING, owner));
        }
        drawn.push(rule(HEAD_RULE, style.line));
        drawn.push(rule(FOOT_RULE - page.raised as f32 * FOOT_LEADING, style.line));
        page.placed.extend(drawn);
    }
}

fn plain(style: &Style) -> TextStyle {
    TextStyle::new(Weight::Regular, style.furniture, style.soft)
}

/// Returns the marking, with SAMPLE after it when the paper comes from the sample hub.
fn marking_words(marking: &Marking) -> String {
    let sample = marking.sample.then_some("SAMPLE");
    let parts = [Some(marking.text.as_str()).filter(|text| !text.is_empty()), sample];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Sets the two halves of the head; a half that is too long for its line is cut with an ellipsis.
fn head(shaper: &mut Shaper, drawn: &mut Vec<Placed>, page: &Page, style: TextStyle, owner: Option<NodeId>) {
    let gap = 14.0;
    let right_width = width_on_one_line(shaper, &page.furniture.head_right, style).min(page::MEASURE * 0.72);
    let left_room = page::MEASURE - right_width - gap;
    let left = shortened(shaper, &page.furniture.head_left, style, left_room);
    let right_room = page::MEASURE - width_on_one_line(shaper, &left, style) - gap;
    let right = shortened(shaper, &page.furniture.head_right, style, right_room);
    drawn.extend(set_line(shaper, &left, style, Align::Left, HEAD, None));
    drawn.extend(set_line(shaper, &right, style, Align::Right, HEAD, owner));
}

/// Cuts a text at a word so that it fits, marked by an ellipsis.
fn shortened(shaper: &mut Shaper, text: &str, style: TextStyle, room: f32) -> String {
    let mut fits = |text: &str| width_on_one_line(shaper, text, style) <= room;
    if fits(text) {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let cut: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if fits(&cut) {
            return cut;
        }
    }
    String::new()
}

/// Where the left half of a foot goes: what it says decides how much room it needs.
pub enum Foot {
    /// Beside the marking.
    Beside(Arc<[Line]>),
    /// Under the marking.
    Below(Arc<[Line]>),
    /// Above the marking, over the whole width: the text of the page ends higher.
    Above(Arc<[Line]>),
}

fn foot_of(shaper: &mut Shaper, page: &Page, style: &Style, frame: &Frame<'_>) -> Foot {
    let used = used(page, frame.abbreviations);
    foot_lines(shaper, parts_of(&page.furniture.foot, used.into_iter()), style, &frame.marking.stamp)
}

/// Returns what the left half of a foot says: what the page wants to say, and its abbreviations with their words.
fn parts_of<'known>(foot: &str, used: impl Iterator<Item = &'known Abbreviation>) -> Vec<String> {
    let foot = Some(foot.to_owned()).filter(|foot| !foot.is_empty());
    foot.into_iter().chain(used.map(|one| format!("{} {}", one.short, one.long))).collect()
}

/// Breaks the parts into lines where they find room; none is left out without a word.
fn foot_lines(shaper: &mut Shaper, mut parts: Vec<String>, style: &Style, stamp: &Option<Stamp>) -> Foot {
    let mut set = |parts: &[String], width: f32| {
        lines(shaper, &Paragraph::new(parts.join(" · "), plain(style), FOOT_LEADING), width)
    };
    let beside = set(&parts, FOOT_LEFT);
    if beside.len() <= 3 {
        return Foot::Beside(beside);
    }
    let below = set(&parts, page::MEASURE - if stamp.is_some() { STAMP_ROOM } else { 0.0 });
    if below.len() <= 2 {
        return Foot::Below(below);
    }
    let mut above = set(&parts, page::MEASURE);
    let mut left_out = 0;
    while above.len() > MOST_RAISED && parts.len() > 1 {
        left_out += 1;
        parts.pop();
        let mut told = parts.clone();
        told.push(format!("and {left_out} more, which this page has no room to spell out"));
        above = set(&told, page::MEASURE);
    }
    match above.len() {
        0..=MOST_RAISED => Foot::Above(above),
        _ => Foot::Above(above.iter().take(MOST_RAISED).cloned().collect()),
    }
}

/// Returns the abbreviations that a page uses as whole words, in the order given.
fn used<'known>(page: &Page, known: &'known [Abbreviation]) -> Vec<&'known Abbreviation> {
    if known.is_empty() {
        return Vec::new();
    }
    let mut used: HashMap<&str, bool> = known.iter().map(|one| (one.short.as_str(), false)).collect();
    // Most words of a page are longer than any abbreviation, and need not be looked for; the longest may be several.
    let longest = known.iter().map(|one| one.short.len() + 1).max().unwrap_or(0);
    for placed in &page.placed {
        if let Drawing::Text { fragment, .. } = &placed.drawing {
            let words = fragment.text.split(|character: char| !character.is_alphanumeric());
            for word in words.filter(|word| word.len() <= longest) {
                for short in [Some(word), word.strip_suffix('s')].into_iter().flatten() {
                    if let Some(found) = used.get_mut(short) {
                        *found = true;
                    }
                }
            }
        }
    }
    known.iter().filter(|one| used.get(one.short.as_str()) == Some(&true)).collect()
}

fn rule(y: f32, colour: Colour) -> Placed {
    let drawing = Drawing::Fill { x: page::LEFT, y: y - 0.3, width: page::MEASURE, height: 0.6, colour };
    Placed { drawing, owner: None }
}

/// Sets one line at a height.
fn set_line(
    shaper: &mut Shaper,
    text: &str,
    style: TextStyle,
    align: Align,
    y: f32,
    owner: Option<NodeId>,
) -> Vec<Placed> {
    let paragraph = Paragraph::new(text, style, style.size).aligned(align);
    let made = lines(shaper, &paragraph, page::MEASURE);
    made.first().map_or_else(Vec::new, |line| words_of(line, page::LEFT, y, owner))
}

fn words_of(line: &Line, left: f32, y: f32, owner: Option<NodeId>) -> Vec<Placed> {
    let placed = line.words.iter().map(|word| Placed {
        drawing: Drawing::Text {
            fragment: word.fragment.clone(),
            style: word.style,
            x: left + word.x,
            y,
            width: word.width,
        },
        owner,
    });
    placed.collect()
}
