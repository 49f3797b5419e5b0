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

/// Returns the colours of a light on paper: those of the desk by day, so that screen and paper agree.
pub fn light_colours(light: Light) -> LightColours {
    let (fill, word) = match light {
        Light::Red => (Colour(0xC8, 0x05, 0x00), Colour(0xB0, 0x10, 0x08)),
        Light::Amber => (Colour(0xC0, 0x78, 0x00), Colour(0x7A, 0x4D, 0x00)),
        Light::Green => (Colour(0x05, 0x6E, 0x46), Colour(0x05, 0x6E, 0x46)),
        Light::Grey => (Colour(0x6A, 0x84, 0x9C), Colour(0x55, 0x62, 0x6D)),
        Light::Blue => (Colour(0x24, 0x60, 0xB7), Colour(0x1F, 0x54, 0xA6)),
    };
    LightColours { fill, word }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIGHTS: [Light; 5] = [Light::Red, Light::Amber, Light::Green, Light::Grey, Light::Blue];

    /// Full protanopia and deuteranopia after Machado, Oliveira and Fernandes (2009), on linear light.
    const BLIND: [[[f32; 3]; 3]; 2] = [
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ];

    fn linear(colour: Colour) -> [f32; 3] {
        [colour.0, colour.1, colour.2].map(|part| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn times(matrix: [[f32; 3]; 3], of: [f32; 3]) -> [f32; 3] {
        matrix.map(|row| row.iter().zip(of).map(|(factor, part)| factor * part).sum::<f32>())
    }

    fn oklab(linear: [f32; 3]) -> [f32; 3] {
        let cones = times(
            [
                [0.412_221_46, 0.536_332_55, 0.051_445_995],
                [0.211_903_5, 0.680_699_5, 0.107_396_96],
                [0.088_302_46, 0.281_718_85, 0.629_978_7],
            ],
            linear.map(|part| part.clamp(0.0, 1.0)),
        );
        times(
            [
                [0.210_454_26, 0.793_617_8, -0.004_072_047],
                [1.977_998_5, -2.428_592_2, 0.450_593_7],
                [0.025_904_037, 0.782_771_77, -0.808_675_77],
            ],
            cones.map(f32::cbrt),
        )
    }

    fn contrast_on_white(colour: Colour) -> f32 {
        let [red, green, blue] = linear(colour);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }

    #[test]
    fn the_words_of_the_lights_are_read_easily_and_their_shapes_are_seen() {
        for light in LIGHTS {
            let colours = light_colours(light);
            assert!(contrast_on_white(colours.word) >= 4.5, "{light:?}");
            assert!(contrast_on_white(colours.fill) >= 3.0, "{light:?}");
        }
        let style = Style::default();
        assert!(contrast_on_white(style.ink) >= 7.0 && contrast_on_white(style.soft) >= 4.5);
    }

    #[test]
    fn lights_stay_apart_for_eyes_that_do_not_tell_red_from_green() {
        for matrix in BLIND {
            for (at, first) in LIGHTS.iter().enumerate() {
                for second in &LIGHTS[at + 1..] {
                    let seen = |light| oklab(times(matrix, linear(light_colours(light).fill)));
                    let apart = seen(*first).into_iter().zip(seen(*second));
                    let apart = apart.map(|(one, other)| (one - other).powi(2));
                    let distance = apart.sum::<f32>().sqrt();
                    assert!(distance >= 0.10, "{first:?} and {second:?} are only {distance} apart");
                }
            }
        }
    }
}
