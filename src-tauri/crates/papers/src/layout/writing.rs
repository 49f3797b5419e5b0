//! Writing: lines, grounds, bars and rules drawn at the present height of the flow.

use super::flow::Flow;
use super::lines::{LIGHT_INDENT, Line, Word, lines, seen_width};
use super::page::{Drawing, Link, PageNumber, Target};
use super::tags::{NodeId, Tag};
use super::text::{Align, Paragraph, Span, TextStyle};
use crate::style::Colour;

/// The height of a bar beside words, in points.
const BAR_HEIGHT: f32 = 6.6;

impl Flow<'_> {
    /// Draws a horizontal rule at a height; rules belong to no part of the structure.
    pub(super) fn rule(&mut self, y: f32, thickness: f32, colour: Colour) {
        let (x, width) = (self.left, self.width);
        self.draw(Drawing::Fill { x, y: y - thickness / 2.0, width, height: thickness, colour }, None);
    }

    /// Draws one line with its top at the present height.
    pub(super) fn put_line(
        &mut self,
        line: &Line,
        paragraph: &Paragraph,
        first: bool,
        left: f32,
        width: f32,
        owner: NodeId,
    ) {
        let baseline = self.y + line.baseline;
        if let (true, Some(light)) = (first, paragraph.light) {
            let side = 8.0;
            self.draw(Drawing::Light { light, x: left, y: baseline - side + 0.6, side }, None);
        }
        if let (true, Some(label)) = (first, &paragraph.label) {
            self.put_label(&label.words, paragraph, baseline, left, owner);
        }
        if let (true, Some(bar)) = (first, paragraph.bar) {
            let length = (width - bar.from).max(0.0) * bar.share.clamp(0.0, 1.0);
            let (x, y, height) = (left + bar.from, baseline - BAR_HEIGHT + 0.4, BAR_HEIGHT);
            self.draw(Drawing::Fill { x, y, width: length.max(0.8), height, colour: bar.colour }, None);
        }
        let inner = match &paragraph.link {
            Some(to) if !line.words.is_empty() => {
                // The lines of a paragraph are one link, however many places of the page it takes.
                let open = self.tree.node(owner).children.last().copied();
                let open = open.filter(|&last| !first && self.tree.node(last).tag == Tag::Link);
                let node = open.unwrap_or_else(|| self.tree.add(owner, Tag::Link));
                let indent = if paragraph.light.is_some() { LIGHT_INDENT } else { 0.0 };
                let area = (left + indent, self.y, seen_width(line) - indent, line.height);
                let words = line.words.iter().map(|word| word.fragment.text.as_str()).collect();
                let page = self.page;
                self.pages[page].links.push(Link { area, to: to.clone(), owner: node, words });
                node
            }
            _ => owner,
        };
        for words in line.words.chunk_by(|one, next| one.style.link == next.style.link) {
            let to = words.first().and_then(|word| word.style.link);
            let owner = match to.and_then(|at| paragraph.links.get(usize::from(at))) {
                Some(to) => self.link_words(words, line, to, left, inner),
                None => inner,
            };
            self.put_words(words, baseline, left, Some(owner));
        }
        if let (Some(of), Some(span)) = (&paragraph.page_of, paragraph.spans.first()) {
            let page = self.page;
            let before = self.pages[page].placed.len();
            let number = PageNumber {
                of: of.clone(),
                style: span.style,
                right: left + width,
                y: baseline,
                owner,
                before,
            };
            self.pages[page].numbers.push(number);
        }
    }

    /// Makes words of a line a link of their own, and returns its node.
    fn link_words(&mut self, words: &[Word], line: &Line, to: &Target, left: f32, owner: NodeId) -> NodeId {
        let node = self.tree.add(owner, Tag::Link);
        let starts = words.first().map_or(0.0, |word| word.x);
        let ends = words.last().map_or(starts, |word| word.x + word.width);
        let area = (left + starts, self.y, ends - starts, line.height);
        let words = words.iter().map(|word| word.fragment.text.as_str()).collect();
        let page = self.page;
        self.pages[page].links.push(Link { area, to: to.clone(), owner: node, words });
        node
    }

    /// Draws the number in front of a first line.
    fn put_label(&mut self, label: &str, paragraph: &Paragraph, baseline: f32, left: f32, body: NodeId) {
        let Some(style) = paragraph.spans.first().map(|span| span.style.tabular()) else { return };
        let label = Paragraph::new(label, style, paragraph.leading);
        let owner = if paragraph.is_item() { self.tree.add_label(body) } else { body };
        for line in lines(self.shaper, &label, f32::MAX / 4.0).iter() {
            self.put_words(&line.words, baseline, left, Some(owner));
        }
    }

    /// Draws the ground of lines, a little higher and lower than they are: before all of them, because the ground of a
    /// second line would cover the feet of the first one's letters.
    pub(super) fn put_ground(&mut self, height: f32) {
        let (x, y, width) = (self.left, self.y - 3.5, self.width);
        let height = height + 7.0;
        let (wash, accent) = (self.style.wash, self.style.accent);
        self.draw(Drawing::Fill { x, y, width, height, colour: wash }, None);
        self.draw(Drawing::Fill { x, y, width: 2.2, height, colour: accent }, None);
    }

    /// Draws words on a baseline.
    pub(super) fn put_words(&mut self, words: &[Word], baseline: f32, left: f32, owner: Option<NodeId>) {
        for word in words {
            let drawing = Drawing::Text {
                fragment: word.fragment.clone(),
                style: word.style,
                x: left + word.x,
                y: baseline,
                width: word.width,
            };
            self.draw(drawing, owner);
        }
    }

    /// Returns the text of a table head as the style of this paper sets it.
    pub(super) fn head_paragraph(&self, text: &str, align: Align) -> Paragraph {
        let style = TextStyle::new(super::faces::Weight::Semibold, self.style.table_head, self.style.soft);
        let spans = vec![Span { text: text.to_owned(), style }];
        Paragraph::of(spans, self.style.table_head * 1.3).aligned(align)
    }
}

impl Drawing {
    /// Returns the drawing moved to the right and down.
    pub fn moved(self, right: f32, down: f32) -> Self {
        match self {
            Self::Text { fragment, style, x, y, width } => {
                Self::Text { fragment, style, x: x + right, y: y + down, width }
            }
            Self::Fill { x, y, width, height, colour } => {
                Self::Fill { x: x + right, y: y + down, width, height, colour }
            }
            Self::Light { light, x, y, side } => Self::Light { light, x: x + right, y: y + down, side },
            Self::Polyline { points, thickness, colour } => {
                let points = points.into_iter().map(|(x, y)| (x + right, y + down)).collect();
                Self::Polyline { points, thickness, colour }
            }
            Self::Dot { centre, radius, colour } => {
                Self::Dot { centre: (centre.0 + right, centre.1 + down), radius, colour }
            }
        }
    }
}
