//! How the parts of a paper are set: titles, headings, remarks, tables.

use crate::layout::block::{Block, Cell, Column, Row, Table, Width};
use crate::layout::faces::Weight;
use crate::layout::tags::Tag;
use crate::layout::text::{Align, Paragraph, Span, TextStyle};
use crate::style::Style;

/// Sets text as the style of the paper wants it.
#[derive(Clone, Copy)]
pub struct Setter<'style> {
    /// The style.
    pub style: &'style Style,
}

impl Setter<'_> {
    /// Running text.
    pub fn body(self) -> TextStyle {
        TextStyle::new(Weight::Regular, self.style.body, self.style.ink)
    }

    /// Words that lead.
    pub fn strong(self) -> TextStyle {
        TextStyle::new(Weight::Semibold, self.style.body, self.style.ink)
    }

    /// Remarks.
    pub fn small(self) -> TextStyle {
        TextStyle::new(Weight::Regular, self.style.small, self.style.soft)
    }

    /// What the paper itself says where nothing was written.
    pub fn said(self) -> TextStyle {
        TextStyle::new(Weight::Italic, self.style.body, self.style.soft)
    }

    /// A span.
    pub fn span(self, text: impl Into<String>, style: TextStyle) -> Span {
        Span { text: text.into(), style }
    }

    /// A paragraph of running text.
    pub fn text(self, text: impl Into<String>) -> Paragraph {
        Paragraph::new(text, self.body(), self.style.leading)
    }

    /// A paragraph of running text in strong type.
    pub fn strong_text(self, text: impl Into<String>) -> Paragraph {
        Paragraph::new(text, self.strong(), self.style.leading)
    }

    /// A remark under other text.
    pub fn remark(self, text: impl Into<String>) -> Paragraph {
        Paragraph::new(text, self.small(), self.style.small * 1.32)
    }

    /// A sentence that the paper itself says.
    pub fn sentence(self, text: impl Into<String>) -> Paragraph {
        Paragraph::new(text, self.said(), self.style.leading)
    }

    /// The title of the paper, or a reference at the top of its page.
    pub fn title(self, text: impl Into<String>, level: u8) -> Paragraph {
        let style = TextStyle::new(Weight::Bold, self.style.title, self.style.ink);
        Paragraph::new(text, style, self.style.title * 1.2).tagged(Tag::Heading(level)).spaced(0.0, 2.0)
    }

    /// The line under a title.
    pub fn subtitle(self, text: impl Into<String>) -> Paragraph {
        let style = TextStyle::new(Weight::Regular, self.style.subtitle, self.style.soft);
        Paragraph::new(text, style, self.style.subtitle * 1.35).spaced(0.0, 13.0)
    }

    /// A heading inside a page.
    pub fn heading(self, text: impl Into<String>, level: u8) -> Paragraph {
        let style = TextStyle::new(Weight::Semibold, self.style.heading, self.style.ink);
        Paragraph::new(text, style, self.style.heading * 1.25).tagged(Tag::Heading(level)).spaced(16.0, 5.5)
    }

    /// A heading with one paragraph under it.
    pub fn section(self, heading: &str, text: &str, level: u8) -> [Block; 2] {
        [Block::Paragraph(self.heading(heading, level)), Block::Paragraph(self.text(text))]
    }

    /// A cell of running text.
    pub fn cell(self, text: impl Into<String>) -> Cell {
        Cell::of(self.text(text))
    }

    /// A cell with figures that stand under each other.
    pub fn figures(self, text: impl Into<String>, align: Align) -> Cell {
        Cell::of(self.figures_text(text).aligned(align))
    }

    /// A paragraph with figures that stand under each other.
    pub fn figures_text(self, text: impl Into<String>) -> Paragraph {
        Paragraph::new(text, self.body().tabular(), self.style.leading)
    }

    /// A row with the usual space, closed by a hairline.
    pub fn row(self, cells: Vec<Cell>) -> Row {
        Row { cells, pad_above: 4.6, pad_below: 5.2, ruled: true, keep_with_next: false, target: None }
    }

    /// A row that names the group of the rows after it.
    pub fn group(self, label: &str) -> Row {
        let style = TextStyle::new(Weight::Semibold, self.style.table_head, self.style.soft).tracked(0.7);
        let label = Paragraph::new(label.to_uppercase(), style, self.style.table_head * 1.3);
        let cells = vec![Cell::of(label)];
        Row { cells, pad_above: 9.0, pad_below: 1.5, ruled: false, keep_with_next: true, target: None }
    }

    /// A table.
    pub fn table(self, columns: Vec<Column>, rows: Vec<Row>) -> Block {
        self.table_of(String::new(), columns, rows)
    }

    /// A table whose rows belong to somebody or something that is named again on further pages.
    pub fn table_of(self, name: impl Into<String>, columns: Vec<Column>, rows: Vec<Row>) -> Block {
        Block::Table(Table { columns, rows, below: 4.0, grid: false, name: name.into() })
    }

    /// Things beside each other without heads: no table to whoever has it read out.
    pub fn grid(self, columns: Vec<Column>, rows: Vec<Row>) -> Block {
        Block::Table(Table { columns, rows, below: 4.0, grid: true, name: String::new() })
    }
}

/// Returns a column of a fixed width in points.
pub fn fixed(head: &str, points: f32) -> Column {
    Column { head: head.to_owned(), width: Width::Points(points), align: Align::Left, ruled: false }
}

/// Returns a column that takes a share of what is left.
pub fn sharing(head: &str, share: f32) -> Column {
    Column { head: head.to_owned(), width: Width::Share(share), align: Align::Left, ruled: false }
}

/// Returns a column with its text at the right edge.
pub fn right(column: Column) -> Column {
    Column { align: Align::Right, ..column }
}

/// Returns the words that name a copy: `copy 4 of 14: Youth Justice`.
pub fn copy_words(copy: &crate::model::Copy) -> String {
    match (copy.number, copy.of) {
        (Some(number), Some(of)) => format!("copy {number} of {of}: {}", copy.recipient),
        (Some(number), None) => format!("copy {number}: {}", copy.recipient),
        (None, _) => format!("for {}", copy.recipient),
    }
}
