//! A sheet of labelled lines in parts.

use domain::words::long_date;

use super::setter::{Setter, fixed, sharing};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Chapter, Row};
use crate::layout::page::Furniture;
use crate::layout::text::Paragraph;
use crate::model::{Sheet, SheetPart};
use crate::style::Style;

/// The width of the labels, in points.
const LABELS: f32 = 132.0;

/// Composes a sheet.
pub fn sheet<'paper>(paper: &'paper Sheet, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let furniture = Furniture {
        head_left: format!("{} · {}", paper.hub, paper.title),
        head_right: long_date(paper.date),
        foot: String::new(),
    };
    let mut blocks = vec![
        Block::Chapter(Chapter { furniture, place: paper.title.clone() }),
        bookmark(&paper.title),
        Block::Paragraph(set.title(&paper.title, 1)),
        Block::Paragraph(set.subtitle(&paper.subtitle)),
    ];
    blocks.extend(paragraphs(set, &paper.opening));
    for part in &paper.parts {
        blocks.push(bookmark(&part.heading));
        blocks.push(Block::Paragraph(set.heading(&part.heading, 2)));
        blocks.push(lines(set, paper, part));
    }
    if !paper.closing.is_empty() {
        blocks.push(Block::Space(14.0));
        let kept = |block| match block {
            // Because a page with nothing but lines to sign says not what is signed.
            Block::Paragraph(text) if !paper.signed.is_empty() => Block::Paragraph(text.kept_with_next()),
            other => other,
        };
        blocks.extend(paragraphs(set, &paper.closing).into_iter().map(kept));
    }
    if !paper.signed.is_empty() {
        let columns = paper.signed.iter().map(|_| sharing("", 1.0)).collect();
        let row = set.row(paper.signed.iter().map(|label| set.cell(label)).collect());
        blocks.push(set.grid(columns, vec![Row { pad_above: 40.0, ..row }]));
    }
    Composed {
        title: format!("{}, {}", paper.title, long_date(paper.date)),
        blocks,
        frame: Frame::new(&paper.marking, &[]),
    }
}

fn bookmark(title: &str) -> Block {
    Block::Anchor(Anchor { target: None, bookmark: Some((0, title.to_owned())) })
}

fn paragraphs(set: Setter<'_>, texts: &[String]) -> Vec<Block> {
    texts.iter().map(|text| Block::Paragraph(set.text(text).spaced(0.0, 6.0))).collect()
}

fn lines(set: Setter<'_>, paper: &Sheet, part: &SheetPart) -> Block {
    if part.lines.is_empty() {
        return Block::Paragraph(set.sentence("Nothing is held."));
    }
    let [label, text] = paper.columns.as_ref().map_or(["What", "Held"], |[label, text]| [label, text]);
    let columns = vec![fixed(label, LABELS), sharing(text, 1.0)];
    let rows = part.lines.iter().map(|line| {
        let label = Paragraph::new(&line.label, set.small(), set.style.leading);
        let mut text = set.cell(&line.text);
        if !line.remark.is_empty() {
            text.paragraphs.push(set.remark(&line.remark));
        }
        let label = crate::layout::block::Cell::of(label).heading_its_row();
        set.row(vec![label, text])
    });
    set.table(columns, rows.collect())
}
