//! The look of a paper: colours and sizes, in points.

use domain::light::Light;

/// A colour on paper, as red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The colours and sizes of a paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Text.
    pub ink: Colour,
    /// Secondary text.
    pub soft: Colour,
    /// Rules that close a part.
    pub line: Colour,
    /// Rules between rows.
    pub hair: Colour,
    /// The bar beside a decision.
    pub accent: Colour,
    /// The ground behind a remark that must not be overlooked.
    pub wash: Colour,
    /// Body text.
    pub body: f32,
    /// Distance of lines of body text.
    pub leading: f32,
    /// Remarks under body text.
    pub small: f32,
    /// Heads of tables.
    pub table_head: f32,
    /// Head and foot of the page.
    pub furniture: f32,
    /// The title.
    pub title: f32,
    /// The line under the title.
    pub subtitle: f32,
    /// Headings inside a page.
    pub heading: f32,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            ink: Colour(0x17, 0x22, 0x2C),
            soft: Colour(0x55, 0x62, 0x6D),
            line: Colour(0xC4, 0xC8, 0xC3),
            hair: Colour(0xD9, 0xDC, 0xD7),
            accent: Colour(0x1C, 0x4E, 0x6B),
            wash: Colour(0xF3, 0xF4, 0xF0),
            body: 10.2,
            leading: 13.8,
            small: 9.0,
            table_head: 8.6,
            furniture: 8.4,
            title: 25.0,
            subtitle: 12.4,
            heading: 13.2,
        }
    }
}

/// The fill of a light's shape and the colour of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LightColours {
    /// The shape.
    pub fill: Colour,
    /// The word: at least 4.5:1 on white.
    pub word: Colour,
}

/// Returns the colours of a light on paper.
pub fn light_colours(light: Light) -> LightColours {
    let one = |colour| LightColours { fill: colour, word: colour };
    match light {
        Light::Red => one(Colour(0xB9, 0x27, 0x1D)),
        Light::Amber => LightColours { fill: Colour(0xB8, 0x74, 0x00), word: Colour(0x7A, 0x4D, 0x00) },
        Light::Green => one(Colour(0x1D, 0x7A, 0x46)),
        Light::Grey => LightColours { fill: Colour(0x6A, 0x75, 0x7D), word: Colour(0x55, 0x62, 0x6D) },
        Light::Blue => one(Colour(0x1F, 0x5F, 0x9E)),
    }
}
