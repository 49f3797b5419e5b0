//! A paper with some of its pages, and blank ones between them: still with its structure and its outline.

use std::collections::BTreeSet;

use crate::layout::LaidOut;
use crate::layout::page::Page;
use crate::layout::tags::{NodeId, Tag};

/// Returns a paper with the pages of these places, counted from 0, each at most once; absent for a blank page.
///
/// The pages keep what is printed on them, also their numbers. Links are gone, because paper has none.
pub fn cut(mut laid: LaidOut, places: &[Option<usize>]) -> LaidOut {
    let mut pages: Vec<Page> = places
        .iter()
        .map(|place| {
            let page = place.and_then(|page| laid.pages.get_mut(page)).map(std::mem::take);
            Page { links: Vec::new(), ..page.unwrap_or_default() }
        })
        .collect();
    let now_at = |page: usize| places.iter().position(|place| *place == Some(page));
    laid.bookmarks.retain_mut(|bookmark| match now_at(bookmark.page) {
        Some(page) => {
            bookmark.page = page;
            true
        }
        None => false,
    });
    laid.anchors.clear();
    leave_out_of_structure(&mut laid, &mut pages);
    laid.pages = pages;
    laid
}

/// Takes out of the structure what would stand there empty: the rows of tables that are on other pages, and links.
///
/// The head of a table stays while any of its rows do: it says what their cells are, also when it was printed on a page
/// before them and is only repeated above them.
fn leave_out_of_structure(laid: &mut LaidOut, pages: &mut [Page]) {
    let mut there: BTreeSet<NodeId> = BTreeSet::new();
    for placed in pages.iter_mut().flat_map(|page| &mut page.placed) {
        let in_link = placed.owner.map(|owner| laid.tree.node(owner)).filter(|node| node.tag == Tag::Link);
        if let Some(link) = in_link {
            placed.owner = link.parent;
        }
        let mut next = placed.owner;
        while let Some(node) = next.filter(|node| there.insert(*node)) {
            next = laid.tree.node(node).parent;
        }
    }
    let above = |node: NodeId, steps: usize| {
        (0..steps).try_fold(node, |node, _| laid.tree.node(node).parent).filter(|node| there.contains(node))
    };
    let gone = laid.tree.iter().filter(|(id, node)| match node.tag {
        Tag::Cell | Tag::RowHeader => above(*id, 1).is_none(),
        Tag::ColumnHeader => above(*id, 3).is_none(),
        _ => false,
    });
    // Because cells are written even when they are empty, and paragraphs are not.
    for id in gone.map(|(id, _)| id).collect::<Vec<_>>() {
        laid.tree.retag(id, Tag::Paragraph);
    }
}
