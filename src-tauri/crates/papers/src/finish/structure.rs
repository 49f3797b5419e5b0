//! The structure tree (ISO 32000-1, 14.7): which part of which page is which heading, cell or link.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{failed, outline, text};
use crate::error::PaperError;
use crate::layout::LaidOut;
use crate::layout::page::{HEIGHT, Link};
use crate::layout::tags::{Node, NodeId, Tag};

/// Where the content of each node lies, by its place in the tree: page and number of the marked part.
type Content = Vec<Vec<(usize, usize)>>;

/// The object of each node that is written, by its place in the tree.
struct Ids(Vec<Option<ObjectId>>);

impl Ids {
    fn get(&self, node: NodeId) -> Option<ObjectId> {
        self.0.get(node.0).copied().flatten()
    }

    /// Returns a reference to the object of a node; of one that is not written, nothing.
    fn reference(&self, node: NodeId) -> Object {
        self.get(node).map_or(Object::Null, Object::from)
    }
}

/// Adds the structure tree and the links, and returns the root of the tree.
pub fn add(
    document: &mut Document,
    laid: &LaidOut,
    marks: &[Vec<NodeId>],
    pages: &[ObjectId],
) -> Result<Object, PaperError> {
    let mut content: Content = laid.tree.iter().map(|_| Vec::new()).collect();
    for (page, nodes) in marks.iter().enumerate() {
        for (number, &node) in nodes.iter().enumerate() {
            content[node.0].push((page, number));
        }
    }
    let kept = kept(laid, &content);
    let root = document.new_object_id();
    let mut ids = Ids(laid.tree.iter().map(|_| None).collect());
    kept.iter().for_each(|node| ids.0[node.0] = Some(document.new_object_id()));
    let annotations = add_links(document, laid, pages, &ids)?;
    let mut of_node: BTreeMap<NodeId, Vec<ObjectId>> = BTreeMap::new();
    annotations.iter().for_each(|&(node, annotation)| of_node.entry(node).or_default().push(annotation));
    for node in kept {
        if let Some(id) = ids.get(node) {
            let element = element(laid, node, root, &ids, &content, pages, &of_node);
            document.set_object(id, element);
        }
    }
    let mut numbers: Vec<Object> = Vec::new();
    for (page, nodes) in marks.iter().enumerate() {
        let elements: Vec<Object> = nodes.iter().map(|&node| ids.reference(node)).collect();
        let elements = document.add_object(elements);
        numbers.extend([Object::Integer(page as i64), elements.into()]);
    }
    for (at, (node, _)) in annotations.iter().enumerate() {
        numbers.extend([Object::Integer((pages.len() + at) as i64), ids.reference(*node)]);
    }
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    let top = ids.reference(laid.tree.top());
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![top],
            "ParentTree" => parents,
            "ParentTreeNextKey" => (pages.len() + annotations.len()) as i64,
        },
    );
    Ok(root.into())
}

/// Returns the nodes worth writing: those with content below them, and every cell of a table, full or empty.
fn kept(laid: &LaidOut, content: &Content) -> Vec<NodeId> {
    let mut worth: Vec<bool> = laid
        .tree
        .iter()
        .map(|(id, node)| {
            let cell = matches!(node.tag, Tag::Cell | Tag::RowHeader | Tag::ColumnHeader);
            cell || id == laid.tree.top() || !content[id.0].is_empty()
        })
        .collect();
    let parents: Vec<Option<NodeId>> = laid.tree.iter().map(|(_, node)| node.parent).collect();
    for at in (0..parents.len()).rev() {
        if let (true, Some(parent)) = (worth[at], parents[at]) {
            worth[parent.0] = true;
        }
    }
    laid.tree.iter().map(|(id, _)| id).filter(|id| worth[id.0]).collect()
}

fn element(
    laid: &LaidOut,
    id: NodeId,
    root: ObjectId,
    ids: &Ids,
    content: &Content,
    pages: &[ObjectId],
    annotations: &BTreeMap<NodeId, Vec<ObjectId>>,
) -> Dictionary {
    let node = laid.tree.node(id);
    let parent = node.parent.and_then(|parent| ids.get(parent)).unwrap_or(root);
    let mut made = dictionary! {
        "S" => Object::Name(node.tag.name().into_bytes()),
        "P" => parent,
    };
    let parts = content[id.0].as_slice();
    let first = parts.first().map(|(page, _)| *page);
    if let Some(page) = first.and_then(|page| pages.get(page)) {
        made.set("Pg", *page);
    }
    let mut kids: Vec<Object> = Vec::new();
    for &(page, number) in parts {
        kids.push(match pages.get(page) {
            Some(other) if first != Some(page) => dictionary! {
                "Type" => "MCR", "Pg" => *other, "MCID" => number as i64,
            }
            .into(),
            _ => Object::Integer(number as i64),
        });
    }
    kids.extend(node.children.iter().filter_map(|&child| ids.get(child)).map(Object::from));
    for annotation in annotations.get(&id).into_iter().flatten() {
        kids.push(dictionary! { "Type" => "OBJR", "Obj" => *annotation }.into());
    }
    match (kids.pop(), kids.is_empty()) {
        (Some(only), true) => made.set("K", only),
        (Some(last), false) => {
            kids.push(last);
            made.set("K", kids);
        }
        (None, _) => {}
    }
    if let Some(words) = &node.alternative {
        made.set("Alt", text(words));
    }
    if let Some(attributes) = attributes(node) {
        made.set("A", attributes);
    }
    made
}

/// Returns what a cell heads and how many columns it spans, where a drawing stands, and how a list is numbered.
fn attributes(node: &Node) -> Option<Dictionary> {
    if let Some((x, y, width, height)) = node.area {
        let corners = [x, HEIGHT - y - height, x + width, HEIGHT - y];
        let corners: Vec<Object> = corners.iter().map(|value| Object::Real(value.round())).collect();
        return Some(dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners });
    }
    if node.tag == Tag::List {
        return Some(dictionary! { "O" => "List", "ListNumbering" => "Decimal" });
    }
    let scope = match node.tag {
        Tag::ColumnHeader => Some("Column"),
        Tag::RowHeader => Some("Row"),
        _ => None,
    };
    if scope.is_none() && node.span == 1 {
        return None;
    }
    let mut made = dictionary! { "O" => "Table" };
    if let Some(scope) = scope {
        made.set("Scope", scope);
    }
    if node.span > 1 {
        made.set("ColSpan", node.span as i64);
    }
    Some(made)
}

/// Adds the links of all pages, and returns each with its node.
fn add_links(
    document: &mut Document,
    laid: &LaidOut,
    pages: &[ObjectId],
    ids: &Ids,
) -> Result<Vec<(NodeId, ObjectId)>, PaperError> {
    let mut made = Vec::new();
    for (page, id) in laid.pages.iter().zip(pages) {
        let mut on_page: Vec<Object> = Vec::new();
        for link in page.links.iter().filter(|link| ids.get(link.owner).is_some()) {
            let Some(&(target, y)) = laid.anchors.get(&link.to) else { continue };
            let number = pages.len() + made.len();
            let words = format!("{}, page {}", link.words.trim(), laid.number(target));
            let annotation = annotation(link, number, &words, outline::place(target, y, pages), *id);
            let annotation = document.add_object(annotation);
            made.push((link.owner, annotation));
            on_page.push(annotation.into());
        }
        if !on_page.is_empty() {
            document.get_dictionary_mut(*id).map_err(failed)?.set("Annots", on_page);
        }
    }
    Ok(made)
}

fn annotation(link: &Link, number: usize, words: &str, place: Object, page: ObjectId) -> Dictionary {
    let (x, y, width, height) = link.area;
    let corners = [x, HEIGHT - y - height, x + width, HEIGHT - y];
    let corners: Vec<Object> =
        corners.iter().map(|value| Object::Real((value * 100.0).round() / 100.0)).collect();
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => corners,
        "Border" => vec![Object::Integer(0), Object::Integer(0), Object::Integer(0)],
        "F" => 4,
        "P" => page,
        "Dest" => place,
        "Contents" => text(words),
        "StructParent" => number as i64,
    }
}
