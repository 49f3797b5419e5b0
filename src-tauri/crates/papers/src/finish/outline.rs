//! The outline: nested bookmarks in reading order.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::text;
use crate::layout::LaidOut;
use crate::layout::page::{Bookmark, HEIGHT};

/// Adds the outline; a paper without bookmarks has none.
pub fn add(document: &mut Document, laid: &LaidOut, pages: &[ObjectId]) -> Option<Object> {
    if laid.bookmarks.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = laid.bookmarks.iter().map(|_| document.new_object_id()).collect();
    for (at, bookmark) in laid.bookmarks.iter().enumerate() {
        let siblings = |range: &mut dyn Iterator<Item = usize>| {
            range
                .take_while(|&other| laid.bookmarks[other].depth >= bookmark.depth)
                .find(|&other| laid.bookmarks[other].depth == bookmark.depth)
        };
        let previous = siblings(&mut (0..at).rev());
        let next = siblings(&mut (at + 1..ids.len()));
        let parent = (0..at).rev().find(|&other| laid.bookmarks[other].depth < bookmark.depth);
        let mut entry = dictionary! {
            "Title" => text(&bookmark.title),
            "Parent" => parent.map_or(root, |parent| ids[parent]),
            "Dest" => destination(bookmark, pages),
        };
        if let Some(previous) = previous {
            entry.set("Prev", ids[previous]);
        }
        if let Some(next) = next {
            entry.set("Next", ids[next]);
        }
        let children = children(&laid.bookmarks, Some(at));
        if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
            entry.set("First", ids[first]);
            entry.set("Last", ids[last]);
            // Closed at first: a long pack opens as a short list.
            entry.set("Count", -(children.len() as i64));
        }
        document.set_object(ids[at], entry);
    }
    let top = children(&laid.bookmarks, None);
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => top.len() as i64 };
    if let (Some(&first), Some(&last)) = (top.first(), top.last()) {
        outlines.set("First", ids[first]);
        outlines.set("Last", ids[last]);
    }
    document.set_object(root, outlines);
    Some(root.into())
}

/// Returns the bookmarks directly under `parent`, or at the top.
fn children(bookmarks: &[Bookmark], parent: Option<usize>) -> Vec<usize> {
    let (start, depth) = parent.map_or((0, 0), |parent| (parent + 1, bookmarks[parent].depth + 1));
    (start..bookmarks.len())
        .take_while(|&at| bookmarks[at].depth >= depth)
        .filter(|&at| bookmarks[at].depth == depth)
        .collect()
}

fn destination(bookmark: &Bookmark, pages: &[ObjectId]) -> Object {
    place(bookmark.page, bookmark.y, pages)
}

/// Returns a place on a page, a little above the text that begins there.
pub fn place(page: usize, y: f32, pages: &[ObjectId]) -> Object {
    let Some(&page) = pages.get(page) else { return Object::Null };
    let top = (HEIGHT - y + 12.0).min(HEIGHT).round();
    Object::Array(vec![page.into(), "XYZ".into(), Object::Null, Object::Real(top), Object::Null])
}
