//! What is written and how: spans of text in a style, put together to paragraphs.

use domain::light::Light;

use super::faces::Weight;
use super::page::Target;
use super::tags::Tag;
use crate::style::Colour;

/// How a span is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// How heavy.
    pub weight: Weight,
    /// The size in points.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// Extra space after each glyph, in points.
    pub tracking: f32,
    /// Whether all figures are equally wide.
    pub tabular: bool,
    /// Which of the links of its paragraph it belongs to, by its place there; absent for none.
    pub link: Option<u8>,
}

impl TextStyle {
    /// Returns a style without tracking, with proportional figures.
    pub fn new(weight: Weight, size: f32, colour: Colour) -> Self {
        Self { weight, size, colour, tracking: 0.0, tabular: false, link: None }
    }

    /// Returns the style with figures of equal width.
    pub fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }

    /// Returns the style with extra space after each glyph.
    pub fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }
}

/// Text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The text as written.
    pub text: String,
    /// How it is set.
    pub style: TextStyle,
}

/// Where lines stand in their column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// At the right edge.
    Right,
    /// In the middle.
    Centre,
}

/// A number in front of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The number.
    pub words: String,
    /// How far the paragraph stands to its right, in points.
    pub width: f32,
}

/// A bar beside words that say what it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// How far its beginning stands to the right of the words' left edge, in points.
    pub from: f32,
    /// How much of the rest of the column it fills, from 0 to 1.
    pub share: f32,
    /// Its colour.
    pub colour: Colour,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its text.
    pub spans: Vec<Span>,
    /// The distance of its lines, in points.
    pub leading: f32,
    /// Where its lines stand.
    pub align: Align,
    /// Space above, dropped at the top of a page.
    pub above: f32,
    /// Space below.
    pub below: f32,
    /// What it is to a screen reader.
    pub tag: Tag,
    /// Whether it stays with what follows it.
    pub keep_with_next: bool,
    /// The light drawn before the first word.
    pub light: Option<Light>,
    /// The part of the paper that it leads to.
    pub link: Option<Target>,
    /// The parts of the paper that some of its words lead to; their styles name them by their place here.
    pub links: Vec<Target>,
    /// The part of the paper of which it shows the page; its own text is then empty.
    pub page_of: Option<Target>,
    /// The number in front of it. It makes an item of a list, and items that follow each other are one list; the number
    /// of a heading is part of the heading.
    pub label: Option<Label>,
    /// A bar drawn beside its words, which say what it shows.
    pub bar: Option<Bar>,
    /// Whether it stands on a ground of its own, with a bar at its left: what must not be overlooked.
    pub ground: bool,
}

impl Paragraph {
    /// Returns a paragraph of one span.
    pub fn new(text: impl Into<String>, style: TextStyle, leading: f32) -> Self {
        Self::of(vec![Span { text: text.into(), style }], leading)
    }

    /// Returns a paragraph of several spans.
    pub fn of(spans: Vec<Span>, leading: f32) -> Self {
        Self {
            spans,
            leading,
            align: Align::Left,
            above: 0.0,
            below: 0.0,
            tag: Tag::Paragraph,
            keep_with_next: false,
            light: None,
            link: None,
            links: Vec::new(),
            page_of: None,
            label: None,
            bar: None,
            ground: false,
        }
    }

    /// Returns the paragraph with space above and below.
    pub fn spaced(self, above: f32, below: f32) -> Self {
        Self { above, below, ..self }
    }

    /// Returns the paragraph with its place in the column.
    pub fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// Returns the paragraph as something else than running text; headings stay with what follows.
    pub fn tagged(self, tag: Tag) -> Self {
        Self { tag, keep_with_next: self.keep_with_next || tag.is_heading(), ..self }
    }

    /// Returns the paragraph behind its number, as an item of a list; `width` is kept free for the number, in points.
    pub fn labelled(self, words: impl Into<String>, width: f32) -> Self {
        Self { label: Some(Label { words: words.into(), width }), ..self }
    }

    /// Tells whether it is an item of a list.
    pub fn is_item(&self) -> bool {
        self.label.is_some() && !self.tag.is_heading()
    }

    /// Returns the paragraph as a link to a part of the paper.
    pub fn leading_to(self, link: Option<Target>) -> Self {
        Self { link, ..self }
    }

    /// Returns the paragraph with further words, which lead to a part of the paper where there is one.
    pub fn then_leading(mut self, words: impl Into<String>, style: TextStyle, to: Option<Target>) -> Self {
        let link = to.and_then(|to| {
            self.links.push(to);
            u8::try_from(self.links.len() - 1).ok()
        });
        self.spans.push(Span { text: words.into(), style: TextStyle { link, ..style } });
        self
    }

    /// Returns the paragraph kept with what follows.
    pub fn kept_with_next(self) -> Self {
        Self { keep_with_next: true, ..self }
    }
}
