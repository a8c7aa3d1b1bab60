//! A picture: shapes in the order they are painted.

use glam::{Affine2, Vec2};

use super::{colour::Colour, outline::Outline};

/// How a shape is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    Solid(Colour),
    /// A linear gradient from one point to another; beyond them the end colours continue.
    Gradient {
        from: Vec2,
        start: Colour,
        to: Vec2,
        end: Colour,
    },
    /// A radial gradient: the colour in the middle, fading out towards the outline (see [`super::GLOW_RINGS`]).
    Glow(Colour),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub outline: Outline,
    pub paint: Paint,
}

/// Shapes in painting order: each covers those before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    pub shapes: Vec<Shape>,
}

impl Picture {
    pub fn fill(&mut self, outline: Outline, colour: Colour) {
        self.shapes.push(Shape { outline, paint: Paint::Solid(colour) });
    }

    /// Fills a shape with a linear gradient between two points.
    pub fn gradient(&mut self, outline: Outline, (from, start): (Vec2, Colour), (to, end): (Vec2, Colour)) {
        self.shapes.push(Shape { outline, paint: Paint::Gradient { from, start, to, end } });
    }

    /// Paints an ellipse that fades out towards its edge.
    pub fn glow(&mut self, centre: Vec2, radii: Vec2, colour: Colour) {
        self.shapes.push(Shape { outline: Outline::ellipse(centre, radii), paint: Paint::Glow(colour) });
    }

    /// Paints another picture on top, transformed.
    pub fn overlay(&mut self, other: Self, by: Affine2) {
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.transformed(by)));
    }

    /// The picture under a coloured light (see [`Colour::lit_by`]).
    #[must_use]
    pub fn lit_by(mut self, light: Colour) -> Self {
        for shape in &mut self.shapes {
            shape.paint = shape.paint.lit_by(light);
        }
        self
    }
}

impl Shape {
    fn transformed(self, by: Affine2) -> Self {
        let paint = match self.paint {
            Paint::Gradient { from, start, to, end } => {
                Paint::Gradient { from: by.transform_point2(from), start, to: by.transform_point2(to), end }
            }
            other => other,
        };
        Self { outline: self.outline.transformed(by), paint }
    }
}

impl Paint {
    /// The colour at a point; for a glow, the colour of its middle.
    #[must_use]
    pub fn at(self, point: Vec2) -> Colour {
        match self {
            Self::Solid(colour) | Self::Glow(colour) => colour,
            Self::Gradient { from, start, to, end } => {
                let along = to - from;
                let share = (point - from).dot(along) / along.length_squared().max(1e-6);
                start.mix(end, share.clamp(0.0, 1.0))
            }
        }
    }

    fn lit_by(self, light: Colour) -> Self {
        match self {
            Self::Solid(colour) => Self::Solid(colour.lit_by(light)),
            Self::Glow(colour) => Self::Glow(colour.lit_by(light)),
            Self::Gradient { from, start, to, end } => {
                Self::Gradient { from, start: start.lit_by(light), to, end: end.lit_by(light) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gradient_has_its_colours_at_its_ends_and_beyond() {
        let (black, white) = (Colour::hex(0), Colour::hex(0xFF_FF_FF));
        let gradient = Paint::Gradient { from: Vec2::ZERO, start: black, to: Vec2::X, end: white };
        assert_eq!(gradient.at(-Vec2::X), black);
        assert_eq!(gradient.at(2.0 * Vec2::X), white);
        assert!((gradient.at(0.25 * Vec2::X).red - 0.25).abs() < 1e-6);
    }

    #[test]
    fn an_overlay_moves_outline_and_gradient() {
        let mut part = Picture::default();
        part.gradient(
            Outline::ellipse(Vec2::ZERO, Vec2::ONE),
            (Vec2::ZERO, Colour::hex(0)),
            (Vec2::X, Colour::hex(0xFF)),
        );
        let mut whole = Picture::default();
        whole.overlay(part, Affine2::from_translation(Vec2::new(5.0, 0.0)));
        assert!(whole.shapes[0].outline.points.iter().all(|point| point.x >= 3.9));
        assert_eq!(whole.shapes[0].paint.at(Vec2::new(5.0, 0.0)), Colour::hex(0));
    }
}
