//! Pages: what stands where, from the top left corner, in points.

use std::sync::Arc;

use domain::light::Light;

use super::shape::Fragment;
use super::tags::NodeId;
use super::text::TextStyle;
use crate::style::Colour;

/// The width of A4 in points.
pub const WIDTH: f32 = 595.276;
/// The height of A4 in points.
pub const HEIGHT: f32 = 841.89;
/// The left edge of the text.
pub const LEFT: f32 = 51.0;
/// The width of the text.
pub const MEASURE: f32 = 493.3;
/// The top of the text.
pub const TOP: f32 = 88.0;
/// The bottom of the text.
pub const BOTTOM: f32 = 776.0;

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// Glyphs on a baseline.
    Text {
        /// The glyphs.
        fragment: Arc<Fragment>,
        /// How they are set.
        style: TextStyle,
        /// The left end of the baseline.
        x: f32,
        /// The height of the baseline.
        y: f32,
        /// Their width.
        width: f32,
    },
    /// A filled rectangle: a ground, or a rule.
    Fill {
        /// Its left edge.
        x: f32,
        /// Its top.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Its colour.
        colour: Colour,
    },
    /// The shape of a light, in a square.
    Light {
        /// The light.
        light: Light,
        /// The left edge of the square.
        x: f32,
        /// The top of the square.
        y: f32,
        /// The side of the square.
        side: f32,
    },
    /// A line through points.
    Polyline {
        /// The points.
        points: Vec<(f32, f32)>,
        /// Its thickness.
        thickness: f32,
        /// Its colour.
        colour: Colour,
    },
    /// A filled circle.
    Dot {
        /// Its middle.
        centre: (f32, f32),
        /// Its radius.
        radius: f32,
        /// Its colour.
        colour: Colour,
    },
}

/// Something drawn, and the part of the structure it belongs to.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What is drawn.
    pub drawing: Drawing,
    /// The node it is content of; absent for what only decorates or repeats.
    pub owner: Option<NodeId>,
}

/// The name of a part of the paper that links lead to and page numbers are shown of; each paper has its own names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(String);

impl Target {
    /// Returns the target of a name.
    pub fn of(name: impl Into<String>) -> Self {
        Self(name.into())
    }
}

/// A place that leads to a part of the paper.
#[derive(Clone, Debug)]
pub struct Link {
    /// The left edge, the top, the width and the height.
    pub area: (f32, f32, f32, f32),
    /// Where it leads.
    pub to: Target,
    /// The node of the link.
    pub owner: NodeId,
    /// What it says.
    pub words: String,
}

/// The number of a page that is not known before all pages are laid out.
#[derive(Clone, Debug)]
pub struct PageNumber {
    /// The part of which the page is shown.
    pub of: Target,
    /// How it is set.
    pub style: TextStyle,
    /// The right end of the baseline.
    pub right: f32,
    /// The height of the baseline.
    pub y: f32,
    /// The cell it stands in.
    pub owner: NodeId,
    /// Before which placed thing it goes, to keep the reading order.
    pub before: usize,
}

/// What head and foot of a page say.
#[derive(Clone, Debug, Default)]
pub struct Furniture {
    /// The left half of the head.
    pub head_left: String,
    /// The right half of the head.
    pub head_right: String,
    /// The left half of the foot, before the abbreviations.
    pub foot: String,
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is drawn, in reading order.
    pub placed: Vec<Placed>,
    /// The places that lead elsewhere.
    pub links: Vec<Link>,
    /// The page numbers to fill in.
    pub numbers: Vec<PageNumber>,
    /// What head and foot say.
    pub furniture: Furniture,
    /// The part of the paper it belongs to, for messages.
    pub place: String,
    /// The node of that part; absent before the first one.
    pub section: Option<NodeId>,
    /// How many lines of its foot stand above the usual ones, so that all of them find room.
    pub raised: usize,
}

/// An entry of the outline.
#[derive(Clone, Debug)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// How deep it stands; 0 is the top.
    pub depth: usize,
    /// The page, counted from 0.
    pub page: usize,
    /// The height on the page.
    pub y: f32,
}
