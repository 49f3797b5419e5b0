//! The traffic light as a paper shows it: colour, word and shape together, so that it survives black and white.

use serde::{Deserialize, Serialize};

/// The colour that an action shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Overdue, blocked or not undertaken.
    Red,
    /// Open and in date.
    Amber,
    /// Done; on track where the hub uses four colours.
    Green,
    /// In abeyance, not possible or superseded.
    Grey,
    /// Done, where the hub uses four colours.
    Blue,
}

/// The shape that says the same as the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Red.
    Square,
    /// Amber.
    Triangle,
    /// Green.
    Circle,
    /// Grey.
    Dash,
    /// Blue.
    Diamond,
}

impl Light {
    /// Returns the word printed beside the shape.
    pub fn word(self) -> &'static str {
        match self {
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::Green => "Green",
            Self::Grey => "Grey",
            Self::Blue => "Blue",
        }
    }

    /// Returns the shape that goes with the colour.
    pub fn shape(self) -> Shape {
        match self {
            Self::Red => Shape::Square,
            Self::Amber => Shape::Triangle,
            Self::Green => Shape::Circle,
            Self::Grey => Shape::Dash,
            Self::Blue => Shape::Diamond,
        }
    }
}
