//! Where people stand who are in one picture.

/// The distance between neighbours, in the picture's units.
const APART: f32 = 270.0;
/// The scale of those who stand back.
const SCALE_BACK: f32 = 0.88;

/// Where somebody stands in relation to the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Front,
    /// Behind, and a little smaller.
    Back,
}

impl Standing {
    /// How large somebody is who stands there.
    #[must_use]
    pub const fn scale(self) -> f32 {
        match self {
            Self::Front => 1.0,
            Self::Back => SCALE_BACK,
        }
    }
}

/// How far to the right of the middle the one at `slot`, from the left, stands of so many.
#[must_use]
pub fn beside(slot: usize, of: usize) -> f32 {
    let number = |count: usize| f32::from(u8::try_from(count).unwrap_or(u8::MAX));
    (number(slot) - number(of.saturating_sub(1)) / 2.0) * APART
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_stand_beside_each_other_around_the_middle() {
        let close = |found: f32, wanted: f32| (found - wanted).abs() < 1e-3;
        assert!(close(beside(0, 1), 0.0));
        assert!(close(beside(0, 2), -135.0) && close(beside(1, 2), 135.0));
        assert!(close(beside(1, 3), 0.0));
    }
}
