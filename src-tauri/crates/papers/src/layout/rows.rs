//! Tables on pages: heads repeat, labels stay with their rows, rows taller than the room split.

use std::borrow::Cow;
use std::sync::Arc;

use super::block::{Column, Row, Table};
use super::faces::Weight;
use super::flow::Flow;
use super::lines::{Line, lines};
use super::page::{self, Drawing};
use super::tags::{NodeId, Tag};
use super::text::{Paragraph, TextStyle};

/// A row is split rather than moved when it takes more than this share of a page.
const SPLIT_SHARE: f32 = 0.3;
/// Space above and below the text of the head, in points.
const HEAD_PAD: (f32, f32) = (0.0, 5.5);

/// Space below the name of a table that goes on, in points.
const NAME_BELOW: f32 = 7.0;

/// A table with the lines of its cells known.
pub struct LaidTable<'block> {
    table: &'block Table,
    head: Option<LaidRow<'block>>,
    rows: Vec<LaidRow<'block>>,
}

struct LaidRow<'block> {
    row: Option<&'block Row>,
    cells: Vec<LaidCell<'block>>,
    pad: (f32, f32),
}

struct LaidCell<'block> {
    lines: Vec<CellLine<'block>>,
    x: f32,
    width: f32,
}

struct CellLine<'block> {
    /// The lines of its paragraph, and its place among them.
    lines: Arc<[Line]>,
    at: usize,
    above: f32,
    paragraph: Cow<'block, Paragraph>,
    number: usize,
}

impl CellLine<'_> {
    fn line(&self) -> &Line {
        &self.lines[self.at]
    }

    fn height(&self) -> f32 {
        self.above + self.line().height
    }
}

/// Where the content of a row's cells goes.
struct RowNodes {
    cells: Vec<Vec<NodeId>>,
}

impl<'block> LaidTable<'block> {
    /// Breaks all cells into lines.
    pub fn lay(flow: &mut Flow<'_>, table: &'block Table) -> Self {
        let measures = table.measures(flow.width);
        let headed = table.columns.iter().any(|column| !column.head.is_empty());
        let head = headed.then(|| {
            let cells = table.columns.iter().zip(&measures).map(|(column, &(x, width))| {
                let width = inner_width(x, width, flow.width);
                let paragraph = flow.head_paragraph(&column.head, column.align);
                let made = lines(flow.shaper, &paragraph, width);
                let paragraph: Cow<'block, Paragraph> = Cow::Owned(paragraph);
                let lines = (0..made.len()).map(|at| CellLine {
                    lines: Arc::clone(&made),
                    at,
                    above: 0.0,
                    paragraph: paragraph.clone(),
                    number: 0,
                });
                LaidCell { lines: lines.collect(), x, width }
            });
            LaidRow { row: None, cells: cells.collect(), pad: HEAD_PAD }
        });
        let rows = table.rows.iter().map(|row| LaidRow::lay(flow, row, &measures)).collect();
        Self { table, head, rows }
    }

    /// Returns the height of the head and the first row, with the row that the first one stays with.
    pub fn least(&self) -> f32 {
        self.head_height() + self.kept_height(0).min(page::BOTTOM - page::TOP)
    }

    /// Returns the height of the whole table.
    pub fn height(&self) -> f32 {
        self.head_height() + self.rows.iter().map(LaidRow::height).sum::<f32>() + self.table.below
    }

    fn head_height(&self) -> f32 {
        self.head.as_ref().map_or(0.0, LaidRow::height)
    }

    /// Returns the least height that row `at` needs together with the rows it stays with.
    fn kept_height(&self, at: usize) -> f32 {
        let Some(row) = self.rows.get(at) else { return 0.0 };
        if row.row.is_some_and(|row| row.keep_with_next) {
            row.height() + self.kept_height(at + 1)
        } else if row.splits() {
            row.least()
        } else {
            row.height()
        }
    }

    /// Puts the table on the pages.
    pub fn put(mut self, flow: &mut Flow<'_>) {
        let tag = if self.table.grid { Tag::Group } else { Tag::Table };
        let table = flow.tree.add(flow.parent, tag);
        if self.least() > flow.room() && !flow.at_top() {
            flow.next_page();
        }
        if let Some(head) = &self.head {
            let part = flow.tree.add(table, Tag::TableHead);
            let nodes = head.nodes(flow, part, self.table, true);
            head.put_head(flow, Some(&nodes));
        }
        let headed = self.rows_have_heads();
        let body = if self.table.grid { table } else { flow.tree.add(table, Tag::TableBody) };
        for at in 0..self.rows.len() {
            let needed = self.kept_height(at);
            if needed > flow.room() + 0.01 && !flow.at_top() {
                self.turn_page(flow);
            }
            let row = std::mem::replace(
                &mut self.rows[at],
                LaidRow { row: None, cells: Vec::new(), pad: (0.0, 0.0) },
            );
            let nodes = row.nodes(flow, body, self.table, headed);
            let target = row.row.and_then(|row| row.target.clone());
            flow.wait_for(target);
            self.put_row(flow, row, &nodes);
        }
        flow.y += self.table.below;
    }

    /// Tells whether the first cells of rows are read out as their heads: in a small table they would outweigh the rest.
    fn rows_have_heads(&self) -> bool {
        let columns = self.table.columns.len();
        let labels = self.table.rows.iter().filter(|row| row.cells.len() == 1).count();
        let rows = self.table.rows.len() - labels;
        rows * columns.saturating_sub(2) >= columns + labels
    }

    fn put_row(&self, flow: &mut Flow<'_>, row: LaidRow<'block>, nodes: &RowNodes) {
        let mut rest = Some(row);
        let mut moved = flow.at_top();
        while let Some(mut row) = rest.take() {
            if row.height() > flow.room() + 0.01 {
                if !moved && row.fits_nothing(flow.room()) {
                    moved = true;
                    self.turn_page(flow);
                    rest = Some(row);
                    continue;
                }
                let (now, later) = row.split(flow.room());
                row = now;
                rest = later;
            }
            row.put(flow, nodes, &self.table.columns);
            if rest.is_some() {
                self.turn_page(flow);
            }
        }
    }

    /// Says what the table goes on with, for the eye only.
    fn put_name(&self, flow: &mut Flow<'_>) {
        if self.table.name.is_empty() {
            return;
        }
        let style = TextStyle::new(Weight::Semibold, flow.style.small, flow.style.ink);
        let words = format!("{}, continued", self.table.name);
        let paragraph = Paragraph::new(words, style, flow.style.small * 1.32);
        for line in lines(flow.shaper, &paragraph, flow.width).iter() {
            flow.put_words(&line.words, flow.y + line.baseline, flow.left, None);
            flow.y += line.height;
        }
        flow.y += NAME_BELOW;
    }

    /// Goes to the next page and repeats the head there, for the eye only.
    fn turn_page(&self, flow: &mut Flow<'_>) {
        flow.next_page();
        self.put_name(flow);
        if let Some(head) = &self.head {
            head.put_head(flow, None);
        }
    }
}

/// The space between two columns, in points.
const GAP: f32 = 9.0;

/// Returns the width of a column's text: the last column ends at the edge, the others leave a gap.
fn inner_width(x: f32, width: f32, measure: f32) -> f32 {
    if (x + width - measure).abs() < 0.5 { width } else { width - GAP }
}

impl<'block> LaidRow<'block> {
    fn lay(flow: &mut Flow<'_>, row: &'block Row, measures: &[(f32, f32)]) -> Self {
        let spanning = row.cells.len() == 1 && measures.len() > 1;
        let mut cells = Vec::with_capacity(row.cells.len());
        for (cell, &(x, width)) in row.cells.iter().zip(measures) {
            let width = if spanning { flow.width } else { inner_width(x, width, flow.width) };
            let mut made = Vec::new();
            for (number, paragraph) in cell.paragraphs.iter().enumerate() {
                let broken = lines(flow.shaper, paragraph, width);
                made.extend((0..broken.len()).map(|at| CellLine {
                    lines: Arc::clone(&broken),
                    at,
                    above: if at == 0 { paragraph.above } else { 0.0 },
                    paragraph: Cow::Borrowed(paragraph),
                    number,
                }));
            }
            cells.push(LaidCell { lines: made, x, width });
        }
        Self { row: Some(row), cells, pad: (row.pad_above, row.pad_below) }
    }

    fn text_height(&self) -> f32 {
        self.cells.iter().map(LaidCell::height).fold(0.0, f32::max)
    }

    fn height(&self) -> f32 {
        self.pad.0 + self.text_height() + self.pad.1
    }

    fn splits(&self) -> bool {
        self.height() > SPLIT_SHARE * (page::BOTTOM - page::TOP)
    }

    /// Returns the height of the row's padding and the first two lines of its longest cell.
    fn least(&self) -> f32 {
        let first = |cell: &LaidCell<'_>| cell.lines.iter().take(2).map(CellLine::height).sum::<f32>();
        self.pad.0 + self.cells.iter().map(first).fold(0.0, f32::max) + self.pad.1
    }

    fn fits_nothing(&self, room: f32) -> bool {
        let inner = room - self.pad.0 - self.pad.1;
        self.cells.iter().all(|cell| cell.fitting(inner) == 0)
    }

    /// Splits the row so that its first part is at most `room` high; each part has at least one line.
    fn split(self, room: f32) -> (Self, Option<Self>) {
        let inner = room - self.pad.0 - self.pad.1;
        let mut now = Vec::new();
        let mut later = Vec::new();
        let forced = self.fits_nothing(room);
        for mut cell in self.cells {
            let fit = cell.fitting(inner).max(usize::from(forced)).min(cell.lines.len());
            let rest = cell.lines.split_off(fit);
            later.push(LaidCell { lines: rest, x: cell.x, width: cell.width });
            now.push(cell);
        }
        let more = later.iter().any(|cell| !cell.lines.is_empty());
        let part = |cells| Self { row: self.row, cells, pad: self.pad };
        (part(now), more.then(|| part(later)))
    }

    /// Makes the nodes of the row and its cells; in a grid the paragraphs stand for themselves.
    fn nodes(&self, flow: &mut Flow<'_>, parent: NodeId, table: &Table, headed: bool) -> RowNodes {
        let row = if table.grid { parent } else { flow.tree.add(parent, Tag::Row) };
        let spanning = self.row.is_some_and(|row| row.cells.len() == 1);
        let mut cells = Vec::new();
        for (at, cell) in self.cells.iter().enumerate() {
            let source = self.row.and_then(|row| row.cells.get(at));
            let tag = match source {
                _ if table.grid => Tag::Group,
                Some(cell) if cell.header && !headed && !spanning => Tag::Cell,
                Some(cell) => cell.tag(),
                None => Tag::ColumnHeader,
            };
            let node = flow.tree.add(row, tag);
            if spanning && !table.grid {
                flow.tree.span(node, table.columns.len());
            }
            let paragraphs = source.map_or(&[][..], |cell| cell.paragraphs.as_slice());
            let parts = match paragraphs {
                [] => vec![node],
                [only] if !only.is_item() && !table.grid => vec![node],
                several => several.iter().map(|one| cell_part(flow, node, one)).collect(),
            };
            debug_assert!(cell.lines.iter().all(|line| line.number < parts.len()));
            cells.push(parts);
        }
        RowNodes { cells }
    }

    fn put(&self, flow: &mut Flow<'_>, nodes: &RowNodes, columns: &[Column]) {
        let top = flow.y;
        for (cell, parts) in self.cells.iter().zip(&nodes.cells) {
            flow.y = top + self.pad.0;
            for line in &cell.lines {
                flow.y += line.above;
                let owner = parts.get(line.number).or(parts.first()).copied();
                if let Some(owner) = owner {
                    let left = flow.left + cell.x;
                    flow.put_line(line.line(), &line.paragraph, line.at == 0, left, cell.width, owner);
                }
                flow.y += line.line().height;
            }
        }
        flow.y = top + self.height();
        for (cell, _) in self.cells.iter().zip(columns).skip(1).filter(|(_, column)| column.ruled) {
            let (x, height) = (flow.left + cell.x - GAP / 2.0, flow.y - top);
            let colour = flow.style.hair;
            flow.draw(Drawing::Fill { x, y: top, width: 0.6, height, colour }, None);
        }
        if self.row.is_some_and(|row| row.ruled) {
            flow.rule(flow.y, 0.6, flow.style.hair);
        }
    }

    /// Puts the head with its dark rule; without nodes it is a repetition.
    fn put_head(&self, flow: &mut Flow<'_>, nodes: Option<&RowNodes>) {
        let top = flow.y;
        for (at, cell) in self.cells.iter().enumerate() {
            flow.y = top + self.pad.0;
            for line in &cell.lines {
                let owner = nodes.and_then(|nodes| nodes.cells.get(at)).and_then(|parts| parts.first());
                let baseline = flow.y + line.line().baseline;
                flow.put_words(&line.line().words, baseline, flow.left + cell.x, owner.copied());
                flow.y += line.line().height;
            }
        }
        flow.y = top + self.height();
        flow.rule(flow.y, 0.9, flow.style.ink);
    }
}

impl LaidCell<'_> {
    fn height(&self) -> f32 {
        self.lines.iter().map(CellLine::height).sum()
    }

    /// Returns how many lines go into `room`, leaving neither a first nor a last line of a paragraph alone.
    fn fitting(&self, room: f32) -> usize {
        let mut used = 0.0;
        let fits = self.lines.iter().take_while(|line| {
            used += line.height();
            used <= room
        });
        let fit = fits.count();
        let cut = match (fit.checked_sub(1).and_then(|last| self.lines.get(last)), self.lines.get(fit)) {
            (Some(last), Some(next)) if last.number == next.number => next.number,
            _ => return fit,
        };
        let of_paragraph = |line: &&CellLine<'_>| line.number == cut;
        let before = self.lines[..fit].iter().rev().take_while(of_paragraph).count();
        let after = self.lines[fit..].iter().take_while(of_paragraph).count();
        match (before, after) {
            (1, _) | (2, 1) => fit - before,
            (_, 1) => fit - 1,
            _ => fit,
        }
    }
}

/// Adds the node of one of several paragraphs in a cell.
fn cell_part(flow: &mut Flow<'_>, cell: NodeId, paragraph: &Paragraph) -> NodeId {
    if paragraph.is_item() { flow.tree.add_item(cell) } else { flow.tree.add(cell, Tag::Paragraph) }
}
