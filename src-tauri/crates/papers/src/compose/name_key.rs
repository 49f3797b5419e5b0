//! The key to names: initials, name and reference, and nothing else.

use domain::words::long_date;

use super::setter::{Setter, copy_words, fixed, sharing};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter};
use crate::layout::page::Furniture;
use crate::layout::text::Paragraph;
use crate::model::NameKey;
use crate::style::Style;

/// Composes the key.
pub fn name_key<'paper>(paper: &'paper NameKey, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut right = vec!["Key to names".to_owned(), long_date(paper.date)];
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture =
        Furniture { head_left: paper.hub.clone(), head_right: right.join(" · "), foot: String::new() };
    let warning = set.strong_text("Keep it apart from the paper that it belongs to, and do not copy it.");
    let mut blocks = vec![
        Block::Chapter(Chapter { furniture, place: "key to names".to_owned() }),
        Block::Anchor(Anchor { target: None, bookmark: Some((0, "Key to names".to_owned())) }),
        Block::Paragraph(set.title("Key to names", 1)),
        Block::Paragraph(set.subtitle(&paper.belongs_to)),
        Block::Paragraph(Paragraph { ground: true, ..warning.spaced(2.0, 12.0) }),
    ];
    blocks.push(if paper.rows.is_empty() {
        Block::Paragraph(set.sentence("That paper names nobody by initials."))
    } else {
        let rows = paper.rows.iter().map(|row| {
            let initials = Cell::of(set.strong_text(&row.initials)).heading_its_row();
            set.row(vec![initials, set.cell(&row.name), set.cell(&row.reference)])
        });
        let columns = vec![fixed("Initials", 90.0), sharing("Name", 1.0), fixed("Item", 120.0)];
        set.table(columns, rows.collect())
    });
    Composed {
        title: format!("Key to names: {}", paper.belongs_to),
        blocks,
        frame: Frame::new(&paper.marking, &[]),
    }
}
