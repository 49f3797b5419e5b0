//! Head and foot of every page, and the page numbers that only the finished layout knows.

use super::faces::Weight;
use super::lines::{Line, lines, seen_width};
use super::page::{self, Drawing, Page, Placed};
use super::shape::Shaper;
use super::tags::{NodeId, Tag};
use super::text::{Align, Paragraph, TextStyle};
use super::{Frame, LaidOut};
use crate::model::{Abbreviation, Marking};
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
const FOOT_LEADING: f32 = 10.6;
/// How wide the left half of the foot may be beside the marking.
const FOOT_LEFT: f32 = 166.0;

/// Fills in the numbers of pages that the layout had to leave open.
pub fn fill_page_numbers(shaper: &mut Shaper, laid: &mut LaidOut) {
    for page in &mut laid.pages {
        // From the last one back, so that the places of the others stay true.
        for number in std::mem::take(&mut page.numbers).into_iter().rev() {
            let Some((target, _)) = laid.anchors.get(&number.of) else { continue };
            let text = (target + 1).to_string();
            let paragraph = Paragraph::new(text, number.style, number.style.size);
            let made = lines(shaper, &paragraph, page::MEASURE);
            let Some(line) = made.first() else { continue };
            let left = number.right - seen_width(line);
            let drawn = words(line, left, number.y, Some(number.owner));
            page.placed.splice(number.before..number.before, drawn);
        }
    }
}

/// Adds head and foot to every page.
pub fn add(shaper: &mut Shaper, laid: &mut LaidOut, frame: &Frame<'_>, style: &Style) {
    let count = laid.pages.len();
    let mut before = None;
    for (at, page) in laid.pages.iter_mut().enumerate() {
        let mut drawn = Vec::new();
        // What head and foot say of a part is read out once, on its first page; on the others it only repeats.
        let opens = page.section.filter(|_| page.section != before);
        before = page.section;
        let plain = TextStyle::new(Weight::Regular, style.furniture, style.soft);
        let marking = TextStyle::new(Weight::Bold, style.furniture, style.ink).tracked(0.6);
        let mut set = |text: &str, style: TextStyle, align: Align, y: f32| {
            drawn.extend(set_line(shaper, text, style, align, y, None));
        };
        let words = marking_words(frame.marking);
        set(&words, marking, Align::Centre, MARK_TOP);
        set(&words, marking, Align::Centre, FOOT);
        let numbers = format!("Page {} of {count}", at + 1);
        set(&numbers, plain.tabular(), Align::Right, FOOT);
        let heads = opens.map(|section| laid.tree.add_first(section, Tag::Paragraph));
        head(shaper, &mut drawn, page, plain, heads);
        let feet = page.section.map(|section| laid.tree.add(section, Tag::Paragraph));
        foot(shaper, &mut drawn, page, plain, frame.abbreviations, feet);
        drawn.push(rule(HEAD_RULE, style.line));
        drawn.push(rule(FOOT_RULE, style.line));
        page.placed.extend(drawn);
    }
}

/// Returns the marking, with SAMPLE after it when the paper comes from the sample hub.
fn marking_words(marking: &Marking) -> String {
    let sample = marking.sample.then_some("SAMPLE");
    let parts = [Some(marking.text.as_str()).filter(|text| !text.is_empty()), sample];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Sets the two halves of the head; a half that is too long for its line is cut with an ellipsis.
fn head(shaper: &mut Shaper, drawn: &mut Vec<Placed>, page: &Page, style: TextStyle, owner: Option<NodeId>) {
    let measure = |shaper: &mut Shaper, text: &str| {
        let paragraph = Paragraph::new(text, style, style.size);
        lines(shaper, &paragraph, f32::MAX / 4.0).first().map_or(0.0, seen_width)
    };
    let gap = 14.0;
    let right_width = measure(shaper, &page.furniture.head_right).min(page::MEASURE * 0.72);
    let left_room = page::MEASURE - right_width - gap;
    let left = shortened(shaper, &page.furniture.head_left, style, left_room);
    let right_room = page::MEASURE - measure(shaper, &left) - gap;
    let right = shortened(shaper, &page.furniture.head_right, style, right_room);
    drawn.extend(set_line(shaper, &left, style, Align::Left, HEAD, None));
    drawn.extend(set_line(shaper, &right, style, Align::Right, HEAD, owner));
}

/// Cuts a text at a word so that it fits, marked by an ellipsis.
fn shortened(shaper: &mut Shaper, text: &str, style: TextStyle, room: f32) -> String {
    let fits = |shaper: &mut Shaper, text: &str| {
        let paragraph = Paragraph::new(text, style, style.size);
        lines(shaper, &paragraph, f32::MAX / 4.0).first().map_or(0.0, seen_width) <= room
    };
    if fits(shaper, text) {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let cut: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if fits(shaper, &cut) {
            return cut;
        }
    }
    String::new()
}

/// Sets the left half of the foot, with the abbreviations of the page where they find room.
fn foot(
    shaper: &mut Shaper,
    drawn: &mut Vec<Placed>,
    page: &Page,
    style: TextStyle,
    known: &[Abbreviation],
    owner: Option<NodeId>,
) {
    let mut parts: Vec<String> = Vec::new();
    if !page.furniture.foot.is_empty() {
        parts.push(page.furniture.foot.clone());
    }
    parts.extend(used(page, known).into_iter().map(|one| format!("{} {}", one.short, one.long)));
    let beside = Paragraph::new(parts.join(" · "), style, FOOT_LEADING);
    let narrow = lines(shaper, &beside, FOOT_LEFT);
    if narrow.len() <= 3 {
        for (at, line) in narrow.iter().enumerate() {
            drawn.extend(words(line, page::LEFT, FOOT + at as f32 * FOOT_LEADING, owner));
        }
        return;
    }
    // Too long to stand beside the marking: two lines under it, and what does not fit there is left out.
    loop {
        let below = Paragraph::new(parts.join(" · "), style, FOOT_LEADING);
        let wide = lines(shaper, &below, page::MEASURE);
        if wide.len() <= 2 || parts.len() <= 1 {
            for (at, line) in wide.iter().take(2).enumerate() {
                let y = FOOT + (at + 1) as f32 * FOOT_LEADING + 1.5;
                drawn.extend(words(line, page::LEFT, y, owner));
            }
            return;
        }
        parts.pop();
    }
}

/// Returns the abbreviations that a page uses as whole words, in the order given.
fn used<'known>(page: &Page, known: &'known [Abbreviation]) -> Vec<&'known Abbreviation> {
    let mut text = String::new();
    for placed in &page.placed {
        if let Drawing::Text { fragment, .. } = &placed.drawing {
            text.push_str(&fragment.text);
            text.push(' ');
        }
    }
    let words: std::collections::BTreeSet<&str> =
        text.split(|character: char| !character.is_alphanumeric()).collect();
    let plural = |short: &str| words.contains(format!("{short}s").as_str());
    known.iter().filter(|one| words.contains(one.short.as_str()) || plural(&one.short)).collect()
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
    made.first().map_or_else(Vec::new, |line| words(line, page::LEFT, y, owner))
}

fn words(line: &Line, left: f32, y: f32, owner: Option<NodeId>) -> Vec<Placed> {
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
