//! The shape of a light on paper: the same in the file and in the pictures of its pages.

use domain::light::{Light, Shape};

/// What the shape of a light is drawn of, in points from the top left corner of the page.
pub enum Outline {
    /// Straight lines through these corners, closed.
    Corners(Vec<(f32, f32)>),
    /// A circle.
    Circle {
        /// Its middle.
        centre: (f32, f32),
        /// Its radius.
        radius: f32,
    },
}

/// Returns the shape of a light in the square with this top left corner and side.
pub fn outline(light: Light, x: f32, y: f32, side: f32) -> Outline {
    let half = side / 2.0;
    Outline::Corners(match light.shape() {
        Shape::Square => {
            let inset = side * 0.04;
            let (right, bottom) = (x + side - inset, y + side - inset);
            let (x, y) = (x + inset, y + inset);
            vec![(x, y), (right, y), (right, bottom), (x, bottom)]
        }
        Shape::Triangle => vec![(x + half, y), (x + side, y + side), (x, y + side)],
        Shape::Circle => return Outline::Circle { centre: (x + half, y + half), radius: half },
        Shape::Diamond => {
            vec![
                (x + half, y - 0.4),
                (x + side + 0.4, y + half),
                (x + half, y + side + 0.4),
                (x - 0.4, y + half),
            ]
        }
        Shape::Dash => {
            let (top, bottom) = (y + side * 0.37, y + side * 0.67);
            vec![(x, top), (x + side, top), (x + side, bottom), (x, bottom)]
        }
    })
}
