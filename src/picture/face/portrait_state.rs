//! The nine states that portraits are drawn in, each with a mood that shows it.

use super::expression::expression;
use super::{Expression, Mood, SceneMood};

/// A state that a portrait is drawn in: on the sheets for authors, and calm on the thumbnails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PortraitState {
    Calm,
    Anxious,
    Escalating,
    Crisis,
    /// Recovering from a crisis.
    Recovering,
    Sad,
    InPain,
    Confused,
    Relieved,
}

impl PortraitState {
    /// Every state, from calm to relieved.
    pub const ALL: [Self; 9] = [
        Self::Calm,
        Self::Anxious,
        Self::Escalating,
        Self::Crisis,
        Self::Recovering,
        Self::Sad,
        Self::InPain,
        Self::Confused,
        Self::Relieved,
    ];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Anxious => "anxious",
            Self::Escalating => "escalating",
            Self::Crisis => "crisis",
            Self::Recovering => "recovering",
            Self::Sad => "sad",
            Self::InPain => "in pain",
            Self::Confused => "confused",
            Self::Relieved => "relieved",
        }
    }

    #[must_use]
    pub fn mood(self) -> Mood {
        let agitated = |agitation: f32| Mood { agitation, ..Mood::default() };
        let acting = |mood: SceneMood| Mood { scene_mood: Some(mood), ..agitated(0.2) };
        match self {
            Self::Calm => agitated(0.1),
            Self::Anxious => agitated(0.38),
            Self::Escalating => agitated(0.63),
            Self::Crisis => agitated(0.9),
            Self::Recovering => Mood { recovering: true, ..agitated(0.4) },
            Self::Sad => acting(SceneMood::Sad),
            Self::InPain => acting(SceneMood::InPain),
            Self::Confused => acting(SceneMood::Confused),
            Self::Relieved => Mood { trust: 0.9, ..acting(SceneMood::Relieved) },
        }
    }

    #[must_use]
    pub fn expression(self) -> Expression {
        expression(&self.mood())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_action_units_of_any_two_states_are_well_apart() {
        const APART: f32 = 0.6;
        for (at, one) in PortraitState::ALL.into_iter().enumerate() {
            for other in PortraitState::ALL.into_iter().skip(at + 1) {
                let apart = one.expression().units.squared_distance(other.expression().units).sqrt();
                assert!(apart >= APART, "{} and {} are only {apart} apart", one.name(), other.name());
            }
        }
    }

    #[test]
    fn no_two_states_share_a_name() {
        let names: std::collections::BTreeSet<_> = PortraitState::ALL.map(PortraitState::name).into_iter().collect();
        assert_eq!(names.len(), PortraitState::ALL.len());
    }
}
