//! The person being drawn: looks, age and expression, and the measures that all parts share.

use super::super::face::{ActionUnits, Body, Expression};
use super::tones::Tones;
use crate::scenario::{Build, Face, Looks};

pub(super) struct Subject<'a> {
    pub(super) looks: &'a Looks,
    /// In years.
    pub(super) age: u8,
    pub(super) units: ActionUnits,
    pub(super) body: Body,
    pub(super) tones: Tones,
    pub(super) skull: Skull,
    pub(super) features: Features,
    pub(super) torso: Torso,
}

/// The sizes of the facial features, each relative to the average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Features {
    pub(super) nose_wide: f32,
    pub(super) nose_long: f32,
    /// The size of the eyes.
    pub(super) eyes: f32,
    /// The fullness of the lips.
    pub(super) lips: f32,
    /// The thickness of the brows.
    pub(super) brows: f32,
}

/// The measures of a head, in the picture's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Skull {
    /// Half the width at the temples.
    pub(super) temple: f32,
    /// Half the width at the cheeks: the widest.
    pub(super) cheek: f32,
    /// Half the width at the corners of the jaw.
    pub(super) jaw: f32,
    /// The height of the corners of the jaw.
    pub(super) jaw_y: f32,
    /// Half the width of the chin.
    pub(super) chin: f32,
    /// The height of the chin, with the mouth closed.
    pub(super) chin_y: f32,
}

/// The measures of the upper body, in the picture's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Torso {
    /// Half the width of the neck.
    pub(super) neck: f32,
    /// Half the width of the shoulders.
    pub(super) shoulder: f32,
    /// Half the width below the arms.
    pub(super) waist: f32,
}

/// The top of the head.
pub(super) const CROWN: f32 = 120.0;
/// The pit of the neck, between the collarbones.
pub(super) const NECK_PIT: f32 = -166.0;

impl<'a> Subject<'a> {
    pub(super) fn new(looks: &'a Looks, age: u8, expression: Expression) -> Self {
        Self {
            looks,
            age,
            units: expression.units,
            body: expression.body,
            tones: Tones::new(looks, age, expression.body),
            skull: Skull::new(looks.face, looks.build, age),
            features: Features::new(looks.face, age),
            torso: Torso::new(looks.build),
        }
    }

    /// How old the face looks: 0 up to the age of 30, 1 from 85 on.
    pub(super) fn aged(&self) -> f32 {
        ((f32::from(self.age) - 30.0) / 55.0).clamp(0.0, 1.0)
    }
}

/// How childlike the proportions are: 1 at birth, a half at 11 years, 0 from 17 on. A body grows fastest in the first
/// years, and is still a child's for long after.
pub(super) fn childlike(age: u8) -> f32 {
    (1.0 - f32::from(age) / 17.0).max(0.0).powf(0.6)
}

impl Features {
    /// Each shape of face has its own features, so that people of the same skin tone or age do not look related.
    /// A child has a small nose, large eyes and thin brows.
    fn new(face: Face, age: u8) -> Self {
        let [nose_wide, nose_long, eyes, lips, brows] = match face {
            Face::Oval => [1.0, 1.0, 1.0, 1.0, 1.0],
            Face::Round => [1.16, 0.9, 1.03, 1.16, 0.92],
            Face::Square => [1.1, 1.04, 0.95, 0.84, 1.22],
            Face::Long => [0.92, 1.16, 0.96, 0.92, 1.06],
            Face::Heart => [0.88, 0.94, 1.08, 1.1, 0.86],
        };
        let child = childlike(age);
        Self {
            nose_wide: nose_wide * (1.0 - 0.2 * child),
            nose_long: nose_long * (1.0 - 0.36 * child),
            eyes: eyes * (1.0 + 0.14 * child),
            lips: lips * (1.0 - 0.12 * child),
            brows: brows * (1.0 - 0.4 * child),
        }
    }
}

impl Skull {
    fn new(face: Face, build: Build, age: u8) -> Self {
        let [temple, cheek, jaw, jaw_y, chin, chin_y] = match face {
            Face::Oval => [70.0, 77.0, 60.0, -66.0, 27.0, -114.0],
            Face::Round => [72.0, 83.0, 72.0, -64.0, 38.0, -107.0],
            Face::Square => [72.0, 77.0, 72.0, -79.0, 42.0, -113.0],
            Face::Long => [66.0, 71.0, 58.0, -78.0, 28.0, -126.0],
            Face::Heart => [75.0, 78.0, 54.0, -62.0, 19.0, -113.0],
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
            cheek: cheek + fuller * 0.6 + 4.0 * child,
            jaw: jaw + fuller + 3.0 * child,
            jaw_y: jaw_y + 10.0 * child,
            chin: chin + fuller * 0.6 - 4.0 * child,
            chin_y: chin_y + 18.0 * child,
        }
    }
}

impl Torso {
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
