//! The gain from a scenario for before to one for after.

use std::cmp::Ordering;

use serde::Serialize;

use crate::records::Measure;
use crate::records::real::real;

use super::Progress;
use super::state::Stamped;

/// A gain between the first attempts at two scenarios, as far as both were played, the one for after later.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Baseline {
    /// The ids of the two.
    pub pair: [String; 2],
    /// By dimension and together; empty as long as there is no attempt to compare.
    pub gains: Vec<GainOn>,
    /// What it comes to, or what is missing, in a sentence.
    pub told: String,
}

/// What was gained by one measure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GainOn {
    pub measure: Measure,
    pub before: u8,
    pub after: u8,
    /// (after − before) ∕ (100 − before), the share of what was left to gain (Hake 1998, doi 10.1119/1.18809); `None` where
    /// the start was full.
    pub normalised: Option<f64>,
}

impl GainOn {
    /// `before` and `after` are 0–100.
    #[must_use]
    pub fn of(measure: Measure, before: u8, after: u8) -> Self {
        let [gained, left] = [i128::from(after) - i128::from(before), 100 - i128::from(before)];
        Self { measure, before, after, normalised: (left > 0).then(|| real(gained) / real(left)) }
    }

    /// What it comes to in words. A loss is no share of what was left to gain, and is told as it is.
    #[must_use]
    pub fn told(&self) -> String {
        let Self { before, after, normalised, .. } = *self;
        let scores = format!("{before}, then {after}");
        match (normalised, after.cmp(&before)) {
            (None, _) => format!("{scores}: no gain can be told, since you began at 100"),
            (_, Ordering::Equal) => format!("{scores}: as before"),
            (_, Ordering::Less) => format!("{scores}: {} less than before", before - after),
            (Some(share), Ordering::Greater) => format!("{scores}: {:.0} % of what was left to gain", 100.0 * share),
        }
    }
}

impl Progress {
    pub(super) fn baseline(&self, pair: [&str; 2]) -> Baseline {
        let [before, after] = pair.map(|id| self.first_at(id));
        let gains = before.zip(after.filter(|after| before.is_some_and(|before| before.place() < after.place())));
        let gains: Vec<GainOn> = gains.map(|(before, after)| between(&before, &after)).unwrap_or_default();
        let overall = gains.iter().find(|gain| gain.measure == Measure::Overall);
        let told = match (before, overall) {
            (None, _) => "You have not met the scenario for before yet.".to_owned(),
            (Some(_), None) => "You have not met the scenario for after since then.".to_owned(),
            (Some(_), Some(gain)) => {
                let GainOn { before, after, .. } = gain;
                format!("All together you came to {before} before and to {after} after.")
            }
        };
        Baseline { pair: pair.map(str::to_owned), gains, told }
    }

    /// The first attempt at a scenario, whichever its text.
    fn first_at(&self, id: &str) -> Option<Stamped> {
        self.scenarios.get(id)?.values().map(|version| version.first).min_by_key(Stamped::place)
    }
}

fn between(before: &Stamped, after: &Stamped) -> Vec<GainOn> {
    let on = |measure: Measure| Some(GainOn::of(measure, measure.of(&before.scores)?, measure.of(&after.scores)?));
    Measure::ALL.into_iter().filter_map(on).collect()
}
