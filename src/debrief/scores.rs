//! The three scores, the band, and passing.

use crate::rubric::{Critical, Dimension, Model, Rubric};
use crate::scenario::{Choice, EndingKind};
use crate::session::{Decision, ResolvedTranscript};

use super::{Band, CriticalAct, Scores};

/// The points gained on one dimension, and the points that could be gained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    /// Σ(taken − lowest).
    pub(crate) gained: i64,
    /// Σ(highest − lowest).
    pub(crate) possible: i64,
}

impl Share {
    pub(crate) fn add(&mut self, decision: &Decision, dimension: Dimension) {
        self.gained += i64::from(decision.taken[dimension] - decision.lowest[dimension]);
        self.possible += i64::from(decision.highest[dimension] - decision.lowest[dimension]);
    }

    /// `100 · gained / possible`, half rounded up, 0–100; `None` where nothing could be gained.
    pub(crate) fn score(self) -> Option<u8> {
        if self.possible <= 0 {
            return None;
        }
        u8::try_from((200 * self.gained + self.possible) / (2 * self.possible)).ok()
    }
}

/// The scores of a recorded conversation.
pub(super) fn scores(resolved: &ResolvedTranscript<'_>) -> Scores {
    Scores::of(Dimension::ALL.map(|dimension| {
        let mut share = Share::default();
        for decision in resolved.turns.iter().filter_map(|turn| turn.decision.as_ref()) {
            share.add(decision, dimension);
        }
        share.score()
    }))
}

/// How many decisions were made: turns with two options or more on offer.
pub(super) fn decisions(resolved: &ResolvedTranscript<'_>) -> usize {
    resolved.turns.iter().filter(|turn| turn.decision.is_some()).count()
}

impl Scores {
    /// The scores in the order of [`Dimension::ALL`].
    pub(crate) const fn of([empathy, clarity, de_escalation]: [Option<u8>; 3]) -> Self {
        Self { empathy, clarity, de_escalation }
    }

    /// The scores of the dimensions that were exercised.
    pub fn exercised(&self) -> impl Iterator<Item = (Dimension, u8)> + '_ {
        Dimension::ALL.into_iter().filter_map(|dimension| Some((dimension, self.get(dimension)?)))
    }

    /// The band of the lowest dimension exercised; at most developing where a critical behaviour was shown. None with too
    /// few decisions to say.
    pub(super) fn band(self, model: &Model, decisions: usize, critical: &[CriticalAct]) -> Option<Band> {
        if decisions < model.judged_from {
            return None;
        }
        let lowest = self.exercised().map(|(_, score)| score).min()?;
        let band = Band::of(model, lowest);
        Some(if critical.is_empty() { band } else { band.min(Band::Developing) })
    }

    /// Whether every dimension exercised reached the pass mark, and one was exercised; never with too few decisions to say,
    /// nor with an ending in which somebody may come to harm.
    pub(crate) fn pass(self, model: &Model, decisions: usize, ending: Option<EndingKind>) -> bool {
        let mut exercised = self.exercised().peekable();
        decisions >= model.judged_from
            && ending != Some(EndingKind::Unsafe)
            && exercised.peek().is_some()
            && exercised.all(|(_, score)| score >= model.pass)
    }
}

impl Band {
    /// The band that a score, 0–100, lies in.
    #[must_use]
    pub const fn of(model: &Model, score: u8) -> Self {
        let bands = &model.bands;
        if score >= bands.strong {
            Self::Strong
        } else if score >= bands.secure {
            Self::Secure
        } else if score >= bands.developing {
            Self::Developing
        } else {
            Self::Beginning
        }
    }

    /// The text shown to users.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Beginning => "Beginning",
            Self::Developing => "Developing",
            Self::Secure => "Secure",
            Self::Strong => "Strong",
        }
    }
}

/// The critical behaviours that were shown, in order.
pub(super) fn critical_acts(resolved: &ResolvedTranscript<'_>) -> Vec<CriticalAct> {
    let rubric = &resolved.scenario.rubric;
    let acts = resolved.turns.iter().enumerate().flat_map(|(index, turn)| {
        let choice = resolved.scenario.choice(turn.taken);
        critical_of(rubric, choice).map(move |behaviour| CriticalAct {
            turn: index,
            behaviour: behaviour.id.clone(),
            label: behaviour.label.clone(),
        })
    });
    acts.collect()
}

fn critical_of<'a>(rubric: &'a Rubric, choice: &'a Choice) -> impl Iterator<Item = &'a crate::rubric::Behaviour> {
    choice.shows.iter().map(|id| rubric.behaviour(id)).filter(|behaviour| match behaviour.critical {
        Critical::No => false,
        Critical::Always => true,
        Critical::WithMinor => choice.minor,
    })
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn a_score_is_rounded_half_up() {
        let score = |gained, possible| Share { gained, possible }.score();
        assert_eq!(score(1, 8), Some(13));
        assert_eq!(score(1, 3), Some(33));
        assert_eq!(score(2, 3), Some(67));
        assert_eq!(score(0, 5), Some(0));
        assert_eq!(score(5, 5), Some(100));
        assert_eq!(score(0, 0), None);
    }
}
