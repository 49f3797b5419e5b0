//! One page being filled: lines, tables, lights and rules, each with its tag.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup,
};

use crate::text::{Face, Line, Style, Type};

pub const WIDTH: f32 = 595.276;
pub const HEIGHT: f32 = 841.89;
pub const LEFT: f32 = 51.0;
pub const MEASURE: f32 = 493.3;
pub const TOP: f32 = 88.0;

pub const INK: (u8, u8, u8) = (0x17, 0x22, 0x2C);
pub const SOFT: (u8, u8, u8) = (0x55, 0x62, 0x6D);
const LINE: (u8, u8, u8) = (0xC4, 0xC8, 0xC3);
const HAIR: (u8, u8, u8) = (0xD9, 0xDC, 0xD7);

pub const BODY: Style = Style { face: Face::Regular, size: 10.2, colour: INK };
pub const STRONG: Style = Style { face: Face::Semibold, ..BODY };
const HEAD: Style = Style { face: Face::Semibold, size: 8.6, colour: SOFT };
const FURNITURE: Style = Style { face: Face::Regular, size: 8.4, colour: SOFT };
const LEADING: f32 = 13.8;

/// Where a text stands in its column.
#[derive(Clone, Copy, PartialEq)]
pub enum Align {
    Left,
    Right,
    Centre,
}

/// A cell: its text, its style, the light before it, and the page that it leads to.
pub struct Cell<'pack> {
    pub text: std::borrow::Cow<'pack, str>,
    pub style: Style,
    pub light: Option<&'pack str>,
    pub leads_to: Option<usize>,
}

/// A column: its head, its place in the measure and its width.
pub struct Column {
    pub head: &'static str,
    pub x: f32,
    pub width: f32,
    pub align: Align,
}

/// A link to draw when the page is done, and the tags of a table in which it stands.
pub struct Linked {
    pub area: Rect,
    pub page: usize,
    pub words: String,
}

/// What a cell holds: parts of the page, and perhaps a link.
pub struct CellTags {
    pub heads: Option<TableHeaderScope>,
    pub parts: Vec<Identifier>,
    pub link: Option<Linked>,
}

/// Fills one page.
pub struct Sheet<'page, 'surface, 'fonts> {
    pub surface: &'page mut Surface<'surface>,
    pub set: &'page mut Type<'fonts>,
    pub y: f32,
}

impl Sheet<'_, '_, '_> {
    fn fill(&mut self, (red, green, blue): (u8, u8, u8)) {
        let paint = rgb::Color::new(red, green, blue).into();
        self.surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::NonZero }));
    }

    fn artifact(&mut self, kind: ArtifactType) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    }

    fn line(&mut self, line: &Line, style: Style, left: f32, baseline: f32) {
        self.fill(style.colour);
        let mut x = left;
        for run in &line.runs {
            let font = self.set.fonts[run.face as usize].clone();
            self.surface.draw_glyphs(
                Point::from_xy(x, baseline),
                &run.glyphs,
                font,
                &run.text,
                style.size,
                false,
            );
            x += run.width;
        }
    }

    /// Writes a paragraph at the present height and returns its part of the page.
    fn lines(&mut self, lines: &[Line], style: Style, leading: f32, (left, width): (f32, f32), align: Align) {
        for line in lines {
            let shift = match align {
                Align::Left => 0.0,
                Align::Right => width - line.width,
                Align::Centre => (width - line.width) / 2.0,
            };
            let baseline = self.y + leading / 2.0 + style.size * 0.33;
            self.line(line, style, left + shift, baseline);
            self.y += leading;
        }
    }

    fn tagged(&mut self) -> Identifier {
        self.surface.start_tagged(ContentTag::Span(SpanTag::empty()))
    }

    /// Writes a paragraph over the whole measure.
    pub fn paragraph(&mut self, text: &str, style: Style, leading: f32) -> TagGroup {
        let lines = self.set.lines(text, style, MEASURE);
        let part = self.tagged();
        self.lines(&lines, style, leading, (LEFT, MEASURE), Align::Left);
        self.surface.end_tagged();
        let mut group = TagGroup::new(Tag::P);
        group.push(part);
        group
    }

    /// Writes a heading.
    pub fn heading(&mut self, text: &str, style: Style, level: u16) -> TagGroup {
        let lines = self.set.lines(text, style, MEASURE);
        let part = self.tagged();
        self.lines(&lines, style, style.size * 1.2, (LEFT, MEASURE), Align::Left);
        self.surface.end_tagged();
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let mut group = TagGroup::new(Tag::Hn(level, Some(text.to_owned())));
        group.push(part);
        group
    }

    /// Writes figures beside each other, each over its words.
    pub fn figures(&mut self, figures: &[(String, &str)]) -> Vec<TagGroup> {
        let top = self.y;
        let width = MEASURE / figures.len() as f32;
        let mut made = Vec::new();
        for (at, (number, words)) in figures.iter().enumerate() {
            self.y = top;
            let left = LEFT + width * at as f32;
            let style = Style { face: Face::Bold, size: 19.0, colour: INK };
            let part = self.tagged();
            let lines = self.set.lines(number, style, width);
            self.lines(&lines, style, 24.0, (left, width), Align::Left);
            let small = Style { size: 9.0, colour: SOFT, ..BODY };
            let lines = self.set.lines(words, small, width);
            self.lines(&lines, small, 12.0, (left, width), Align::Left);
            self.surface.end_tagged();
            let mut group = TagGroup::new(Tag::P);
            group.push(part);
            made.push(group);
        }
        self.y = top + 48.0;
        made
    }

    /// Draws the head of a table; on its first page it is tagged, and repeated for the eye alone on the others.
    pub fn table_head(&mut self, columns: &[Column], measure: f32, repeated: bool) -> Vec<CellTags> {
        let top = self.y;
        let mut tags = Vec::new();
        for column in columns {
            self.y = top;
            let lines = self.set.lines(column.head, HEAD, column.width);
            let parts = if repeated {
                self.artifact(ArtifactType::PaginationOther);
                Vec::new()
            } else {
                vec![self.tagged()]
            };
            self.lines(&lines, HEAD, 11.2, (LEFT + column.x, column.width), column.align);
            self.surface.end_tagged();
            tags.push(CellTags { heads: Some(TableHeaderScope::Column), parts, link: None });
        }
        self.y = top + 16.7;
        self.rule(LEFT, self.y, measure, 0.9, INK);
        tags
    }

    /// Draws a row and returns what its cells hold; the first cell heads it.
    pub fn row(
        &mut self,
        columns: &[Column],
        measure: f32,
        cells: &[Cell<'_>],
        heads: usize,
    ) -> Vec<CellTags> {
        let top = self.y;
        let mut bottom = top;
        let mut tags = Vec::new();
        for (at, (column, cell)) in columns.iter().zip(cells).enumerate() {
            self.y = top + 4.6;
            let indent = if cell.light.is_some() { 12.5 } else { 0.0 };
            let lines = self.set.lines(&cell.text, cell.style, column.width - indent);
            let (left, width) = (LEFT + column.x + indent, column.width - indent);
            if let Some(light) = cell.light {
                self.light(light, LEFT + column.x, self.y + 2.4);
            }
            let mut parts = Vec::new();
            let mut link = None;
            if !cell.text.is_empty() {
                parts.push(self.tagged());
                let begins = self.y;
                self.lines(&lines, cell.style, LEADING, (left, width), column.align);
                self.surface.end_tagged();
                link = cell.leads_to.and_then(|page| {
                    let wide = lines.iter().map(|line| line.width).fold(0.0, f32::max);
                    let area = Rect::from_xywh(left, begins, wide, self.y - begins)?;
                    Some(Linked { area, page, words: format!("{}, page {}", cell.text, page + 1) })
                });
            }
            bottom = bottom.max(self.y);
            let heads = (at == heads).then_some(TableHeaderScope::Row);
            tags.push(CellTags { heads, parts, link });
        }
        self.y = bottom + 5.2;
        self.rule(LEFT, self.y, measure, 0.6, HAIR);
        tags
    }

    fn rule(&mut self, x: f32, y: f32, width: f32, thick: f32, colour: (u8, u8, u8)) {
        let path = Rect::from_xywh(x, y - thick / 2.0, width, thick).and_then(|area| {
            let mut path = PathBuilder::new();
            path.push_rect(area);
            path.finish()
        });
        self.shape(path, colour, ArtifactType::Layout);
    }

    fn shape(&mut self, path: Option<Path>, colour: (u8, u8, u8), kind: ArtifactType) {
        let Some(path) = path else { return };
        self.artifact(kind);
        self.fill(colour);
        self.surface.draw_path(&path);
        self.surface.end_tagged();
    }

    fn light(&mut self, light: &str, x: f32, y: f32) {
        let mut path = PathBuilder::new();
        let (side, half, handle) = (8.0, 4.0, 4.0 * 0.5523);
        let colour = match light {
            "red" => {
                path.move_to(x, y);
                path.line_to(x + side, y);
                path.line_to(x + side, y + side);
                path.line_to(x, y + side);
                (0xC8, 0x05, 0x00)
            }
            "amber" => {
                path.move_to(x + half, y);
                path.line_to(x + side, y + side);
                path.line_to(x, y + side);
                (0xC0, 0x78, 0x00)
            }
            _ => {
                let (cx, cy) = (x + half, y + half);
                path.move_to(cx + half, cy);
                path.cubic_to(cx + half, cy + handle, cx + handle, cy + half, cx, cy + half);
                path.cubic_to(cx - handle, cy + half, cx - half, cy + handle, cx - half, cy);
                path.cubic_to(cx - half, cy - handle, cx - handle, cy - half, cx, cy - half);
                path.cubic_to(cx + handle, cy - half, cx + half, cy - handle, cx + half, cy);
                (0x05, 0x6E, 0x46)
            }
        };
        path.close();
        let path = path.finish();
        self.shape(path, colour, ArtifactType::Layout);
    }

    /// Draws head and foot.
    pub fn furniture(&mut self, marking: &str, left: &str, right: &str, number: &str) {
        let strong = Style { face: Face::Bold, colour: INK, ..FURNITURE };
        let texts = [
            (marking, strong, Align::Centre, 44.0, ArtifactType::Header),
            (left, FURNITURE, Align::Left, 61.0, ArtifactType::Header),
            (right, FURNITURE, Align::Right, 61.0, ArtifactType::Header),
            (marking, strong, Align::Centre, 803.0, ArtifactType::Footer),
            (number, FURNITURE, Align::Right, 803.0, ArtifactType::Footer),
        ];
        for (text, style, align, baseline, kind) in texts {
            let lines = self.set.lines(text, style, MEASURE);
            self.artifact(kind);
            self.y = baseline - style.size * 0.83;
            self.lines(&lines, style, style.size, (LEFT, MEASURE), align);
            self.surface.end_tagged();
        }
        self.rule(LEFT, 70.5, MEASURE, 0.6, LINE);
        self.rule(LEFT, 789.5, MEASURE, 0.6, LINE);
    }
}
