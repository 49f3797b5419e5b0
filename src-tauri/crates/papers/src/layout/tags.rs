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
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// The number or dot of an item.
    Label,
    /// What an item says.
    Body,
    /// Parts that only stand beside each other: a grid without heads is no table.
    Group,
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
            Self::List => "L".to_owned(),
            Self::Item => "LI".to_owned(),
            Self::Label => "Lbl".to_owned(),
            Self::Body => "LBody".to_owned(),
            Self::Group => "Div".to_owned(),
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
    /// Where a drawing stands on its page: the left edge, the top, the width and the height.
    pub area: Option<(f32, f32, f32, f32)>,
}

impl Node {
    fn new(tag: Tag, parent: Option<NodeId>) -> Self {
        Self { tag, children: Vec::new(), parent, alternative: None, span: 1, area: None }
    }
}

/// The structure of a paper.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// Returns a tree that holds only the paper itself.
    pub fn new() -> Self {
        Self { nodes: vec![Node::new(Tag::Document, None)] }
    }

    /// Returns the top.
    pub fn top(&self) -> NodeId {
        NodeId(0)
    }

    /// Adds a node as the last part of `parent`.
    pub fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node::new(tag, Some(parent)));
        self.nodes[parent.0].children.push(id);
        id
    }

    /// Adds a node as the first part of `parent`.
    pub fn add_first(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = self.add(parent, tag);
        self.nodes[parent.0].children.rotate_right(1);
        id
    }

    /// Adds an item at the end of `parent`, in the list that stands there last or in a new one, and returns where its
    /// words go.
    pub fn add_item(&mut self, parent: NodeId) -> NodeId {
        let last = self.nodes[parent.0].children.last().copied();
        let list = match last.filter(|&last| self.nodes[last.0].tag == Tag::List) {
            Some(list) => list,
            None => self.add(parent, Tag::List),
        };
        let item = self.add(list, Tag::Item);
        self.add(item, Tag::Body)
    }

    /// Adds the label of the item of which `body` holds the words.
    pub fn add_label(&mut self, body: NodeId) -> NodeId {
        let item = self.nodes[body.0].parent.unwrap_or(body);
        self.add_first(item, Tag::Label)
    }

    /// Gives a drawing its words and its place.
    pub fn describe(&mut self, node: NodeId, words: impl Into<String>, area: (f32, f32, f32, f32)) {
        self.nodes[node.0].alternative = Some(words.into());
        self.nodes[node.0].area = Some(area);
    }

    /// Says how many columns a cell spans.
    pub fn span(&mut self, node: NodeId, columns: usize) {
        self.nodes[node.0].span = columns;
    }

    /// Makes a node something else.
    pub fn retag(&mut self, node: NodeId, tag: Tag) {
        self.nodes[node.0].tag = tag;
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
