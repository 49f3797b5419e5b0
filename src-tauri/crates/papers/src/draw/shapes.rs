//! Rectangles, rules, the shapes of the lights, and the line of scores.

use domain::light::Light;
use printpdf::{Line, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, Rect, WindingOrder};

use super::writing::{Pen, ink, neat};
use crate::layout::page::{Drawing, HEIGHT};
use crate::light_shape::{Outline, outline};
use crate::style::{Colour, light_colours};

/// The distance of a Bézier handle that makes a quarter of a circle of radius 1.
const QUARTER: f32 = 0.5523;

impl Pen<'_> {
    /// Paints anything but text.
    pub fn paint(&mut self, drawing: &Drawing) {
        self.speak(None);
        self.mark_plain();
        self.close_text();
        match drawing {
            Drawing::Text { .. } => {}
            Drawing::Fill { x, y, width, height, colour } => {
                self.fill(*colour);
                let rectangle = Rect {
                    x: Pt(neat(*x)),
                    y: Pt(neat(HEIGHT - y - height)),
                    width: Pt(neat(*width)),
                    height: Pt(neat(*height)),
                    mode: Some(PaintMode::Fill),
                    winding_order: None,
                };
                self.operations.push(Op::DrawRectangle { rectangle });
            }
            Drawing::Light { light, x, y, side } => self.light(*light, *x, *y, *side),
            Drawing::Polyline { points, thickness, colour } => {
                if self.stroke != Some(*colour) {
                    self.operations.push(Op::SetOutlineColor { col: ink(*colour) });
                    self.stroke = Some(*colour);
                }
                self.operations.push(Op::SetOutlineThickness { pt: Pt(*thickness) });
                let points = points.iter().map(|&(x, y)| corner(x, y)).collect();
                self.operations.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Drawing::Dot { centre, radius, colour } => self.dot(*centre, *radius, *colour),
        }
    }

    fn light(&mut self, light: Light, x: f32, y: f32, side: f32) {
        let colour = light_colours(light).fill;
        match outline(light, x, y, side) {
            Outline::Corners(corners) => {
                self.polygon(colour, corners.into_iter().map(|(x, y)| corner(x, y)).collect());
            }
            Outline::Circle { centre, radius } => self.dot(centre, radius, colour),
        }
    }

    fn dot(&mut self, (x, y): (f32, f32), radius: f32, colour: Colour) {
        let handle = radius * QUARTER;
        let points = vec![
            corner(x + radius, y),
            curve(x + radius, y + handle),
            curve(x + handle, y + radius),
            corner(x, y + radius),
            curve(x - handle, y + radius),
            curve(x - radius, y + handle),
            corner(x - radius, y),
            curve(x - radius, y - handle),
            curve(x - handle, y - radius),
            corner(x, y - radius),
            curve(x + handle, y - radius),
            curve(x + radius, y - handle),
            corner(x + radius, y),
        ];
        self.polygon(colour, points);
    }

    fn polygon(&mut self, colour: Colour, points: Vec<LinePoint>) {
        self.fill(colour);
        let polygon = Polygon {
            rings: vec![PolygonRing { points }],
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        };
        self.operations.push(Op::DrawPolygon { polygon });
    }
}

fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint { p: Point { x: Pt(neat(x)), y: Pt(neat(HEIGHT - y)) }, bezier: false }
}

fn curve(x: f32, y: f32) -> LinePoint {
    LinePoint { bezier: true, ..corner(x, y) }
}
