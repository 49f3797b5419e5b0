//! Blocks: what a paper is composed of before anybody knows which page it stands on.

use super::page::{Drawing, Furniture, Target};
use super::tags::Tag;
use super::text::{Align, Paragraph};

/// A part of a paper, in reading order.
#[derive(Clone, Debug)]
pub enum Block {
    /// Begins a part on a new page.
    Chapter(Chapter),
    /// Remembers the page for links, page numbers and the outline.
    Anchor(Anchor),
    /// A paragraph or heading.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// Two columns that begin at the same height.
    Columns(Columns),
    /// A drawing that is never split.
    Drawn(Drawn),
    /// Ruled lines to write on; as many as the page has room for.
    Notes {
        /// How many are wished.
        lines: u8,
    },
    /// Space, dropped at the top of a page.
    Space(f32),
    /// Blocks that stay on one page, unless they are longer than one.
    Together(Vec<Block>),
}

/// A part that begins on a new page.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// What head and foot say from here on.
    pub furniture: Furniture,
    /// Its name for messages.
    pub place: String,
}

/// A place in the paper that can be found again.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// The part that begins here; absent for an entry of the outline alone.
    pub target: Option<Target>,
    /// The words of the outline; absent for no entry.
    pub bookmark: Option<(usize, String)>,
}

/// Two columns.
#[derive(Clone, Debug)]
pub struct Columns {
    /// The left one.
    pub left: Vec<Block>,
    /// The width of the left one, in points.
    pub left_width: f32,
    /// The right one.
    pub right: Vec<Block>,
    /// The width of the right one, in points.
    pub right_width: f32,
}

/// A drawing with its own places, from its top left corner.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Its shapes.
    pub shapes: Vec<Drawing>,
    /// Texts: where their column begins, how wide it is, how far below the top, and what they say.
    pub texts: Vec<(f32, f32, f32, Paragraph)>,
    /// Its height in points; 0 draws beside what follows.
    pub height: f32,
    /// What its shapes show, in words; absent when its texts say all.
    pub alternative: Option<String>,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// In points.
    Points(f32),
    /// A share of what the others leave.
    Share(f32),
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width.
    pub width: Width,
    /// Where its text stands.
    pub align: Align,
    /// Whether a hairline parts it from the column before it.
    pub ruled: bool,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Space below.
    pub below: f32,
    /// Whether it only puts things beside each other: it has no heads, and nobody is told of a table.
    pub grid: bool,
    /// What its rows belong to, said again where it goes on on a further page: the heading above it stays behind. Empty
    /// says nothing.
    pub name: String,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its cells, one per column; a single one spans all columns.
    pub cells: Vec<Cell>,
    /// Space above the text.
    pub pad_above: f32,
    /// Space below the text.
    pub pad_below: f32,
    /// Whether a hairline closes it.
    pub ruled: bool,
    /// Whether it stays with the next row, as the label of a group does.
    pub keep_with_next: bool,
    /// The part of the paper that begins with it, for links; absent for none.
    pub target: Option<Target>,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Whether it heads its row.
    pub header: bool,
}

impl Cell {
    /// Returns a cell of one paragraph.
    pub fn of(paragraph: Paragraph) -> Self {
        Self { paragraphs: vec![paragraph], header: false }
    }

    /// Returns the cell as the head of its row.
    pub fn heading_its_row(self) -> Self {
        Self { header: true, ..self }
    }

    /// Returns what the cell is to a screen reader.
    pub fn tag(&self) -> Tag {
        if self.header { Tag::RowHeader } else { Tag::Cell }
    }

    /// Returns the cell with another paragraph below.
    pub fn then(mut self, paragraph: Paragraph) -> Self {
        self.paragraphs.push(paragraph);
        self
    }
}

impl Table {
    /// Returns the left edge and width of each column in a measure.
    pub fn measures(&self, measure: f32) -> Vec<(f32, f32)> {
        let fixed: f32 = self.columns.iter().map(|column| column.width.points()).sum();
        let shares: f32 = self.columns.iter().map(|column| column.width.share()).sum();
        let free = (measure - fixed).max(0.0);
        let mut x = 0.0;
        let places = self.columns.iter().map(|column| {
            let width = column.width.points() + free * column.width.share() / shares.max(0.001);
            let place = (x, width);
            x += width;
            place
        });
        places.collect()
    }
}

impl Width {
    fn points(self) -> f32 {
        match self {
            Self::Points(points) => points,
            Self::Share(_) => 0.0,
        }
    }

    fn share(self) -> f32 {
        match self {
            Self::Points(_) => 0.0,
            Self::Share(share) => share,
        }
    }
}
