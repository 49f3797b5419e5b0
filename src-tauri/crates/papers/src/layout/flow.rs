//! Flow: blocks laid one below the other, page after page.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::sync::Arc;

use super::block::{Anchor, Block, Chapter, Columns, Drawn};
use super::furniture::FOOT_LEADING;
use super::lines::{Line, lines};
use super::page::{self, Bookmark, Drawing, Furniture, Page, Placed, Target};
use super::rows::LaidTable;
use super::shape::Shaper;
use super::tags::{NodeId, Tag, Tree};
use super::text::Paragraph;
use super::{LaidOut, go_on};
use crate::error::PaperError;
use crate::style::Style;

/// The distance of ruled lines to write on, in points.
const NOTE_LINE: f32 = 28.0;
/// The height of the text of a page, in points.
const PAGE: f32 = page::BOTTOM - page::TOP;
/// What is kept together is at most so high, because a heading and a note above it have to fit on its page, in points.
const TOGETHER: f32 = PAGE - 110.0;
/// What is seen of something below its heading where a page does not hold all of it, in points.
const BEGINNING: f32 = 80.0;

/// The pages being filled, and where the next block goes.
pub struct Flow<'paper> {
    pub(super) shaper: &'paper mut Shaper,
    pub(super) style: &'paper Style,
    /// How many lines the foot of each page takes above the usual ones.
    raised: &'paper [usize],
    pub(super) pages: Vec<Page>,
    pub(super) tree: Tree,
    /// The node that takes the next block.
    pub(super) parent: NodeId,
    bookmarks: Vec<Bookmark>,
    anchors: BTreeMap<Target, (usize, f32)>,
    pub(super) page: usize,
    pub(super) y: f32,
    pub(super) left: f32,
    pub(super) width: f32,
    furniture: Furniture,
    place: String,
    /// Anchors of what is not drawn yet: it may go to the next page.
    waiting: Vec<Anchor>,
}

/// A block with its lines known.
enum Laid<'block> {
    Paragraph(&'block Paragraph, Arc<[Line]>),
    Table(LaidTable<'block>),
    /// Blocks kept together, and their height.
    Together(&'block [Block], f32),
    Other(&'block Block),
}

/// Tells whether a block stays on one page with what follows: a paragraph that does, or a table whose last row does.
fn keeps_with_next(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => paragraph.keep_with_next,
        Block::Table(table) => table.rows.last().is_some_and(|row| row.keep_with_next),
        _ => false,
    }
}

impl<'paper> Flow<'paper> {
    /// Returns a flow with one empty page.
    pub fn new(shaper: &'paper mut Shaper, style: &'paper Style, raised: &'paper [usize]) -> Self {
        let tree = Tree::new();
        let parent = tree.top();
        Self {
            shaper,
            style,
            raised,
            pages: vec![Page { raised: raised.first().copied().unwrap_or(0), ..Page::default() }],
            tree,
            parent,
            bookmarks: Vec::new(),
            anchors: BTreeMap::new(),
            page: 0,
            y: page::TOP,
            left: page::LEFT,
            width: page::MEASURE,
            furniture: Furniture::default(),
            place: String::new(),
            waiting: Vec::new(),
        }
    }

    /// Lays out all blocks; `watch` hears how many are done and may stop.
    pub fn run(
        &mut self,
        blocks: &[Block],
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<(), PaperError> {
        // What was laid out to learn its height, and is not put yet: a heading may be kept with several blocks.
        let mut ahead: VecDeque<Laid<'_>> = VecDeque::new();
        for (at, block) in blocks.iter().enumerate() {
            go_on(watch(at))?;
            let laid = match ahead.pop_front() {
                Some(laid) => laid,
                None => self.lay(block),
            };
            let mut kept = 0.0;
            let mut keeps = keeps_with_next(block);
            for (further, next) in blocks.iter().skip(at + 1).enumerate() {
                if !keeps {
                    break;
                }
                if ahead.len() == further {
                    ahead.push_back(self.lay(next));
                }
                keeps = keeps_with_next(next);
                kept += ahead.get(further).map_or(0.0, |next| self.least(next, keeps));
            }
            self.put(laid, kept);
        }
        Ok(())
    }

    /// Returns what has been laid out.
    pub fn finish(mut self) -> LaidOut {
        self.settle_anchors();
        LaidOut {
            pages: self.pages,
            tree: self.tree,
            bookmarks: self.bookmarks,
            anchors: self.anchors,
            numbers: String::new(),
        }
    }

    fn lay<'block>(&mut self, block: &'block Block) -> Laid<'block> {
        match block {
            Block::Paragraph(paragraph) => {
                Laid::Paragraph(paragraph, lines(self.shaper, paragraph, self.width))
            }
            Block::Table(table) => Laid::Table(LaidTable::lay(self, table)),
            Block::Together(blocks) => Laid::Together(blocks, self.height_of_all(blocks)),
            other => Laid::Other(other),
        }
    }

    /// Returns the height that the beginning of a block needs beside a heading above it; of one that is kept with what
    /// follows, all of it.
    fn least(&self, laid: &Laid<'_>, whole: bool) -> f32 {
        match laid {
            Laid::Paragraph(paragraph, lines) if whole => {
                paragraph.above + lines.iter().map(|line| line.height).sum::<f32>() + paragraph.below
            }
            Laid::Paragraph(paragraph, lines) => {
                paragraph.above + lines.iter().take(2).map(|line| line.height).sum::<f32>()
            }
            Laid::Table(table) if whole => table.height(),
            Laid::Table(table) => table.least(),
            Laid::Other(Block::Notes { .. }) => NOTE_LINE,
            Laid::Other(Block::Drawn(drawn)) => drawn.height,
            Laid::Other(Block::Columns(_)) => BEGINNING,
            Laid::Together(_, height) if *height > TOGETHER => BEGINNING,
            Laid::Together(_, height) => *height,
            Laid::Other(_) => 0.0,
        }
    }

    fn put(&mut self, laid: Laid<'_>, kept: f32) {
        match laid {
            Laid::Paragraph(paragraph, lines) => self.put_paragraph(paragraph, &lines, kept),
            Laid::Table(table) => {
                self.keep(table.height(), kept);
                table.put(self);
            }
            Laid::Together(blocks, height) => {
                if height > self.room() + 0.01 && height <= TOGETHER && !self.at_top() {
                    self.next_page();
                }
                self.put_all(blocks);
            }
            Laid::Other(block) => match block {
                Block::Chapter(chapter) => self.put_chapter(chapter),
                Block::Anchor(anchor) => self.waiting.push(anchor.clone()),
                Block::Columns(columns) => self.put_columns(columns),
                Block::Drawn(drawn) => self.put_drawn(drawn),
                Block::Notes { lines } => self.put_notes(*lines),
                Block::Space(space) if !self.at_top() => self.y += space,
                _ => {}
            },
        }
    }

    /// Tells whether nothing stands on the page above the next block.
    pub(super) fn at_top(&self) -> bool {
        self.y <= page::TOP + 0.01
    }

    /// Returns the height left on the page.
    pub(super) fn room(&self) -> f32 {
        self.bottom() - self.y
    }

    /// Returns where the text of the page ends: the usual bottom, or higher where the foot needs the room.
    fn bottom(&self) -> f32 {
        let raised = self.pages.get(self.page).map_or(0, |page| page.raised);
        page::BOTTOM - raised as f32 * FOOT_LEADING
    }

    /// Goes on at the top of the next page.
    pub(super) fn next_page(&mut self) {
        self.page += 1;
        self.y = page::TOP;
        if self.page == self.pages.len() {
            self.pages.push(Page {
                furniture: self.furniture.clone(),
                place: self.place.clone(),
                section: Some(self.parent),
                raised: self.raised.get(self.page).copied().unwrap_or(0),
                ..Page::default()
            });
        }
    }

    pub(super) fn draw(&mut self, drawing: Drawing, owner: Option<NodeId>) {
        self.settle_anchors();
        let page = self.page;
        self.pages[page].placed.push(Placed { drawing, owner });
    }

    /// Gives a part that begins with what is drawn next its place.
    pub(super) fn wait_for(&mut self, target: Option<Target>) {
        self.waiting.extend(target.map(|target| Anchor { target: Some(target), bookmark: None }));
    }

    fn put_chapter(&mut self, chapter: &Chapter) {
        self.furniture = chapter.furniture.clone();
        self.place.clone_from(&chapter.place);
        self.parent = self.tree.add(self.tree.top(), Tag::Section);
        let untouched = self.pages.len() == 1 && self.pages[0].placed.is_empty();
        if untouched {
            self.pages[0].furniture = self.furniture.clone();
            self.pages[0].place.clone_from(&self.place);
            self.pages[0].section = Some(self.parent);
        } else {
            self.next_page();
        }
    }

    /// Gives the anchors that wait the place of what is drawn now.
    fn settle_anchors(&mut self) {
        for Anchor { target, bookmark } in std::mem::take(&mut self.waiting) {
            let (page, y) = (self.page, self.y);
            if let Some(target) = target {
                self.anchors.entry(target).or_insert((page, y));
            }
            if let Some((depth, title)) = bookmark {
                self.bookmarks.push(Bookmark { title, depth, page, y });
            }
        }
    }

    fn put_paragraph(&mut self, paragraph: &Paragraph, lines: &[Line], kept: f32) {
        if !self.at_top() {
            self.y += paragraph.above;
        }
        let height: f32 = lines.iter().map(|line| line.height).sum();
        self.keep(height + paragraph.below, kept);
        let owner = if paragraph.is_item() {
            self.tree.add_item(self.parent)
        } else {
            self.tree.add(self.parent, paragraph.tag)
        };
        let mut rest = lines;
        let mut first = true;
        while !rest.is_empty() {
            let fit = if self.at_top() { self.fitting(rest).max(1) } else { self.fitting(rest) };
            let (now, later) = rest.split_at(fit);
            if paragraph.ground && !now.is_empty() {
                self.put_ground(now.iter().map(|line| line.height).sum());
            }
            for line in now {
                self.put_line(line, paragraph, first, self.left, self.width, owner);
                self.y += line.height;
                first = false;
            }
            rest = later;
            if !rest.is_empty() {
                self.next_page();
            }
        }
        self.y += paragraph.below;
    }

    /// Goes on to the next page where this one does not hold something with what is kept with it; with the beginning of that
    /// where no page holds all.
    fn keep(&mut self, height: f32, kept: f32) {
        let kept = if height + kept > PAGE { kept.min(BEGINNING) } else { kept };
        if kept > 0.0 && height + kept > self.room() && !self.at_top() {
            self.next_page();
        }
    }

    /// Returns how many lines go on this page, leaving neither a first nor a last line alone.
    fn fitting(&self, lines: &[Line]) -> usize {
        let mut used = 0.0;
        let fit = lines
            .iter()
            .take_while(|line| {
                used += line.height;
                used <= self.room() + 0.01
            })
            .count();
        match (lines.len(), fit) {
            (all, fit) if fit >= all => all,
            (_, 0 | 1) => 0,
            (3, 2) => 0,
            (all, fit) if fit + 1 == all => fit - 1,
            (_, fit) => fit,
        }
    }

    fn put_columns(&mut self, columns: &Columns) {
        let (left, width) = (self.left, self.width);
        let (page, y) = (self.page, self.y);
        self.width = columns.left_width;
        self.put_all(&columns.left);
        let end = (self.page, self.y);
        (self.page, self.y) = (page, y);
        self.left = left + width - columns.right_width;
        self.width = columns.right_width;
        self.put_all(&columns.right);
        (self.page, self.y) = if (self.page, self.y) > end { (self.page, self.y) } else { end };
        (self.left, self.width) = (left, width);
    }

    /// Returns the height that blocks take one below the other on one page.
    fn height_of_all(&mut self, blocks: &[Block]) -> f32 {
        blocks.iter().map(|block| self.height_of(block)).sum()
    }

    fn height_of(&mut self, block: &Block) -> f32 {
        match block {
            Block::Paragraph(paragraph) => {
                let lines = lines(self.shaper, paragraph, self.width);
                paragraph.above + lines.iter().map(|line| line.height).sum::<f32>() + paragraph.below
            }
            Block::Table(table) => LaidTable::lay(self, table).height(),
            Block::Columns(columns) => {
                let width = self.width;
                self.width = columns.left_width;
                let left = self.height_of_all(&columns.left);
                self.width = columns.right_width;
                let right = self.height_of_all(&columns.right);
                self.width = width;
                left.max(right)
            }
            Block::Drawn(drawn) => drawn.height,
            Block::Notes { lines } => f32::from(*lines) * NOTE_LINE,
            Block::Space(space) => *space,
            Block::Together(blocks) => self.height_of_all(blocks),
            Block::Chapter(_) | Block::Anchor(_) => 0.0,
        }
    }

    fn put_all(&mut self, blocks: &[Block]) {
        // A column of a page is short, and the caller is asked again right after it.
        let _ = self.run(blocks, &mut |_| ControlFlow::Continue(()));
    }

    fn put_drawn(&mut self, drawn: &Drawn) {
        if drawn.height > self.room() && !self.at_top() {
            self.next_page();
        }
        let (left, top) = (self.left, self.y);
        let figure = drawn.alternative.as_ref().map(|words| {
            let node = self.tree.add(self.parent, Tag::Figure);
            let area = (left, top, self.width, drawn.height);
            self.tree.describe(node, words.clone(), area);
            node
        });
        for shape in &drawn.shapes {
            self.draw(shape.clone().moved(left, top), figure);
        }
        for (x, column, below, paragraph) in &drawn.texts {
            let owner = self.tree.add(self.parent, paragraph.tag);
            self.y = top + below;
            for line in lines(self.shaper, paragraph, *column).iter() {
                self.put_line(line, paragraph, false, left + x, *column, owner);
                self.y += line.height;
            }
        }
        self.y = top + drawn.height;
    }

    fn put_notes(&mut self, lines: u8) {
        for _ in 0..lines {
            if self.room() < NOTE_LINE {
                return;
            }
            self.y += NOTE_LINE;
            self.rule(self.y, 0.6, self.style.hair);
        }
    }
}
