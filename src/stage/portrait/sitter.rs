//! The person being drawn: looks, age and expression, with the measures that all parts share.

use super::super::face::{ActionUnits, Body, Expression};
use super::tones::Tones;
use crate::scenario::{Build, Face, Looks};

/// The person being drawn.
pub(super) struct Sitter<'a> {
    pub(super) looks: &'a Looks,
    /// In years.
    pub(super) age: u8,
    pub(super) units: ActionUnits,
    pub(super) body: Body,
    pub(super) tones: Tones,
    pub(super) skull: Skull,
    pub(super) frame: Frame,
}

/// The measures of a head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Skull {
    /// Half the width at the temples.
    pub(super) temple: f32,
    /// Half the width at the cheeks: the widest.
    pub(super) cheek: f32,
    /// Half the width at the corners of the jaw.
    pub(super) jaw: f32,
    /// How far down the corners of the jaw are.
    pub(super) jaw_y: f32,
    /// Half the width of the chin.
    pub(super) chin: f32,
    /// How far down the chin is, with the mouth closed.
    pub(super) chin_y: f32,
}

/// The measures of a body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Half the width of the neck.
    pub(super) neck: f32,
    /// Half the width of the shoulders.
    pub(super) shoulder: f32,
    /// Half the width below the arms.
    pub(super) waist: f32,
}

/// The top of the head.
pub(super) const CROWN: f32 = 120.0;
/// The pit of the neck.
pub(super) const NECK_PIT: f32 = -166.0;

impl<'a> Sitter<'a> {
    pub(super) fn new(looks: &'a Looks, age: u8, expression: Expression) -> Self {
        Self {
            looks,
            age,
            units: expression.units,
            body: expression.body,
            tones: Tones::new(looks, age, expression.body.flush),
            skull: Skull::new(looks.face, looks.build, age),
            frame: Frame::new(looks.build),
        }
    }

    /// How old the face looks: 0 to about 30, 1 at about 85.
    pub(super) fn aged(&self) -> f32 {
        ((f32::from(self.age) - 30.0) / 55.0).clamp(0.0, 1.0)
    }
}

/// How much of a child's proportions: 1 at birth, 0 from 16 years on.
pub(super) fn childlike(age: u8) -> f32 {
    1.0 - (f32::from(age) / 16.0).min(1.0)
}

impl Skull {
    fn new(face: Face, build: Build, age: u8) -> Self {
        let [temple, cheek, jaw, jaw_y, chin, chin_y] = match face {
            Face::Oval => [70.0, 77.0, 60.0, -66.0, 27.0, -114.0],
            Face::Round => [71.0, 81.0, 68.0, -66.0, 34.0, -108.0],
            Face::Square => [72.0, 77.0, 69.0, -76.0, 38.0, -113.0],
            Face::Long => [67.0, 72.0, 58.0, -74.0, 27.0, -123.0],
            Face::Heart => [74.0, 78.0, 55.0, -62.0, 20.0, -114.0],
        };
        let fuller = match build {
            Build::Slight => -2.5,
            Build::Medium => 0.0,
            Build::Broad => 2.0,
            Build::Large => 6.0,
        };
        let child = childlike(age);
        Self {
            temple,
            cheek: cheek + fuller * 0.6 + 3.0 * child,
            jaw: jaw + fuller + 3.0 * child,
            jaw_y: jaw_y + 6.0 * child,
            chin: chin + fuller * 0.6,
            chin_y: chin_y + 12.0 * child,
        }
    }
}

impl Frame {
    fn new(build: Build) -> Self {
        let [neck, shoulder, waist] = match build {
            Build::Slight => [38.0, 138.0, 106.0],
            Build::Medium => [43.0, 155.0, 119.0],
            Build::Broad => [52.0, 174.0, 136.0],
            Build::Large => [56.0, 182.0, 160.0],
        };
        Self { neck, shoulder, waist }
    }
}
