//! A picture: shapes in the order they are painted.

use glam::{Affine2, Vec2};

use super::{colour::Colour, outline::Outline};

/// How a shape is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// One colour all over.
    Flat(Colour),
    /// From one colour at a point to another at another, and on beyond.
    Fade {
        /// Where the first colour is.
        from: Vec2,
        /// The first colour.
        start: Colour,
        /// Where the second colour is.
        to: Vec2,
        /// The second colour.
        end: Colour,
    },
    /// One colour in the middle that fades out towards the outline.
    Glow(Colour),
}

/// One shape of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its outline.
    pub outline: Outline,
    /// How it is filled.
    pub paint: Paint,
}

/// Shapes in the order they are painted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The shapes, the hindmost first.
    pub shapes: Vec<Shape>,
}

impl Picture {
    /// Paints a shape in one colour.
    pub fn fill(&mut self, outline: Outline, colour: Colour) {
        self.shapes.push(Shape { outline, paint: Paint::Flat(colour) });
    }

    /// Paints a shape from one colour at a point to another at another.
    pub fn fade(&mut self, outline: Outline, (from, start): (Vec2, Colour), (to, end): (Vec2, Colour)) {
        self.shapes.push(Shape { outline, paint: Paint::Fade { from, start, to, end } });
    }

    /// Paints a soft spot that fades out towards an ellipse.
    pub fn glow(&mut self, centre: Vec2, radii: Vec2, colour: Colour) {
        self.shapes.push(Shape { outline: Outline::ellipse(centre, radii), paint: Paint::Glow(colour) });
    }

    /// Paints another picture on top, turned, moved and scaled.
    pub fn place(&mut self, other: Self, by: Affine2) {
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.transformed(by)));
    }

    /// The picture under a coloured light.
    #[must_use]
    pub fn under(mut self, light: Colour) -> Self {
        for shape in &mut self.shapes {
            shape.paint = shape.paint.under(light);
        }
        self
    }
}

impl Shape {
    fn transformed(self, by: Affine2) -> Self {
        let paint = match self.paint {
            Paint::Fade { from, start, to, end } => {
                Paint::Fade { from: by.transform_point2(from), start, to: by.transform_point2(to), end }
            }
            other => other,
        };
        Self { outline: self.outline.transformed(by), paint }
    }
}

impl Paint {
    /// The colour at a point; for a glow, its middle's.
    #[must_use]
    pub fn at(self, point: Vec2) -> Colour {
        match self {
            Self::Flat(colour) | Self::Glow(colour) => colour,
            Self::Fade { from, start, to, end } => {
                let along = to - from;
                let way = (point - from).dot(along) / along.length_squared().max(1e-6);
                start.mix(end, way.clamp(0.0, 1.0))
            }
        }
    }

    fn under(self, light: Colour) -> Self {
        match self {
            Self::Flat(colour) => Self::Flat(colour.under(light)),
            Self::Glow(colour) => Self::Glow(colour.under(light)),
            Self::Fade { from, start, to, end } => {
                Self::Fade { from, start: start.under(light), to, end: end.under(light) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fade_has_its_colours_at_its_ends_and_beyond() {
        let (black, white) = (Colour::hex(0), Colour::hex(0xFF_FF_FF));
        let fade = Paint::Fade { from: Vec2::ZERO, start: black, to: Vec2::X, end: white };
        assert_eq!(fade.at(-Vec2::X), black);
        assert_eq!(fade.at(2.0 * Vec2::X), white);
        assert!((fade.at(0.25 * Vec2::X).red - 0.25).abs() < 1e-6);
    }

    #[test]
    fn placing_moves_outline_and_fade() {
        let mut part = Picture::default();
        part.fade(Outline::ellipse(Vec2::ZERO, Vec2::ONE), (Vec2::ZERO, Colour::hex(0)), (Vec2::X, Colour::hex(0xFF)));
        let mut whole = Picture::default();
        whole.place(part, Affine2::from_translation(Vec2::new(5.0, 0.0)));
        assert!(whole.shapes[0].outline.points.iter().all(|point| point.x >= 3.9));
        assert_eq!(whole.shapes[0].paint.at(Vec2::new(5.0, 0.0)), Colour::hex(0));
    }
}
