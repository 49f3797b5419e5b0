//! The structure of a paper as a screen reader meets it: headings, paragraphs, tables.

/// What a part of the paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// The whole paper.
    Document,
    /// A part that begins on its own page.
    Section,
    /// A heading, 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// A table.
    Table,
    /// The head of a table.
    TableHead,
    /// The body of a table.
    TableBody,
    /// A row.
    Row,
    /// The head of a column.
    ColumnHeader,
    /// The head of a row.
    RowHeader,
    /// A cell.
    Cell,
    /// A link inside the paper.
    Link,
    /// A drawing, told by its alternative text.
    Figure,
}

impl Tag {
    /// Tells whether it is a heading.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Heading(_))
    }

    /// Returns the name of the structure type (ISO 32000-1, 14.8.4).
    pub fn name(self) -> String {
        match self {
            Self::Document => "Document".to_owned(),
            Self::Section => "Sect".to_owned(),
            Self::Heading(level) => format!("H{}", level.clamp(1, 6)),
            Self::Paragraph => "P".to_owned(),
            Self::Table => "Table".to_owned(),
            Self::TableHead => "THead".to_owned(),
            Self::TableBody => "TBody".to_owned(),
            Self::Row => "TR".to_owned(),
            Self::ColumnHeader | Self::RowHeader => "TH".to_owned(),
            Self::Cell => "TD".to_owned(),
            Self::Link => "Link".to_owned(),
            Self::Figure => "Figure".to_owned(),
        }
    }
}

/// A node of the structure, by its place in the tree's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub usize);

/// One node of the structure.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// Its parts, in reading order. Content is found by the node's id on the pages.
    pub children: Vec<NodeId>,
    /// The node that holds it; absent at the top.
    pub parent: Option<NodeId>,
    /// What a drawing shows, in words.
    pub alternative: Option<String>,
    /// How many columns a cell spans.
    pub span: usize,
}

/// The structure of a paper.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// Returns a tree that holds only the paper itself.
    pub fn new() -> Self {
        let top = Node { tag: Tag::Document, children: Vec::new(), parent: None, alternative: None, span: 1 };
        Self { nodes: vec![top] }
    }

    /// Returns the top.
    pub fn top(&self) -> NodeId {
        NodeId(0)
    }

    /// Adds a node as the last part of `parent`.
    pub fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(self.nodes.len());
        let node = Node { tag, children: Vec::new(), parent: Some(parent), alternative: None, span: 1 };
        self.nodes.push(node);
        self.nodes[parent.0].children.push(id);
        id
    }

    /// Adds a node as the first part of `parent`.
    pub fn add_first(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = self.add(parent, tag);
        self.nodes[parent.0].children.rotate_right(1);
        id
    }

    /// Gives a drawing its words.
    pub fn describe(&mut self, node: NodeId, words: impl Into<String>) {
        self.nodes[node.0].alternative = Some(words.into());
    }

    /// Says how many columns a cell spans.
    pub fn span(&mut self, node: NodeId, columns: usize) {
        self.nodes[node.0].span = columns;
    }

    /// Returns a node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    /// Returns all nodes with their ids, each after its parent.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(at, node)| (NodeId(at), node))
    }
}
