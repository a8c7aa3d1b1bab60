//! How a choice moves the patient.

use crate::rubric::{Dimension, Points};
use crate::scenario::{Scenario, SceneId};

/// How a choice moves the patient, by its points and by what else its scene offers.
///
/// Its points are those of what it counts as showing, outside a crisis; their sum is e + c + d.
/// - It *harms* where the sum is below 0.
/// - It *helps* where the sum is above 0, no dimension is below 0, and the sum is at least half of the
///   way from the lowest to the highest of its scene.
/// - Otherwise it is *mixed*: it does good in one respect and harm in another, does nothing, or is much less than
///   the best of its scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It does the patient good.
    Helps,
    /// It does some good and some harm, or little of either.
    Mixed,
    /// It does the patient harm.
    Harms,
}

impl Effect {
    /// All of them, from the best.
    pub const ALL: [Self; 3] = [Self::Helps, Self::Mixed, Self::Harms];

    /// The text shown to users.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Helps => "helps",
            Self::Mixed => "mixed",
            Self::Harms => "harms",
        }
    }

    /// The sign beside its colour, so that colour is never the only distinction.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::Helps => '+',
            Self::Mixed => '\u{b1}',
            Self::Harms => '\u{2212}',
        }
    }

    /// Its colour on a light background: blue, grey and orange can be told apart by
    /// colour-blind people too, and each has a contrast of at least 4.5 on white.
    #[must_use]
    pub const fn colour(self) -> [u8; 3] {
        match self {
            Self::Helps => [0x1d, 0x4f, 0x9c],
            Self::Mixed => [0x66, 0x66, 0x66],
            Self::Harms => [0xb0, 0x40, 0x0f],
        }
    }

    /// The effect of these points, where the sums of the scene's offer lie in `lowest..=highest`.
    fn of(points: Points, lowest: i32, highest: i32) -> Self {
        let sum = points.sum();
        let nothing_lost = Dimension::ALL.into_iter().all(|dimension| points[dimension] >= 0);
        if sum < 0 {
            Self::Harms
        } else if sum > 0 && nothing_lost && 2 * (sum - lowest) >= highest - lowest {
            Self::Helps
        } else {
            Self::Mixed
        }
    }
}

/// The effect of each choice of a scene, in written order.
pub(super) fn effects(scenario: &Scenario, scene: SceneId) -> Vec<Effect> {
    let points: Vec<Points> = scenario.choices_of(scene).map(|id| scenario.choice(id).points).collect();
    let sums = || points.iter().map(|points| points.sum());
    let (lowest, highest) = (sums().min().unwrap_or(0), sums().max().unwrap_or(0));
    points.iter().map(|points| Effect::of(*points, lowest, highest)).collect()
}

#[cfg(test)]
mod tests {
    use super::Effect;
    use crate::rubric::Points;

    fn points(empathy: i32, clarity: i32, de_escalation: i32) -> Points {
        Points { empathy, clarity, de_escalation }
    }

    #[test]
    fn the_effect_follows_from_the_sum_its_parts_and_the_offer() {
        let cases = [
            (points(3, 0, 2), Effect::Helps),
            (points(1, 0, 0), Effect::Mixed),
            (points(3, -3, 3), Effect::Mixed),
            (points(0, 0, 0), Effect::Mixed),
            (points(-2, 2, 0), Effect::Mixed),
            (points(-2, 2, -1), Effect::Harms),
        ];
        for (points, expected) in cases {
            assert_eq!(Effect::of(points, -3, 6), expected, "{points:?}");
        }
        assert_eq!(Effect::of(points(1, 0, 0), 1, 1), Effect::Helps, "nothing better is on offer");
    }

    #[test]
    fn each_colour_can_be_read_on_white() {
        for effect in Effect::ALL {
            let linear = effect.colour().map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
            assert!(1.05 / (luminance + 0.05) >= 4.5, "{}", effect.word());
        }
    }
}
