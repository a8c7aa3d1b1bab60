//! What somebody wants to reach: a scenario for before and one for after, and targets.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::records::Measure;
use crate::records::report::Targets;
use crate::rubric::Dimension;

/// What somebody wants to reach. What is not chosen is left open: then no gain is told, and the mark to pass is the target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Aims {
    /// The id of the scenario for before.
    before: Option<String>,
    /// The id of the scenario for after, which is another one.
    after: Option<String>,
    /// Targets, 0–100, by the name of the measure.
    measures: BTreeMap<String, u8>,
    /// Targets for all dimensions together, 0–100, by training strategy.
    strategies: BTreeMap<String, u8>,
}

/// Something that can have a target.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aimed {
    Measure(Measure),
    /// By its label.
    Strategy(String),
}

impl Aimed {
    /// What it is called within a sentence. Some strategies have the name of a dimension, and are not the same.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Measure(measure) => measure.label().to_owned(),
            Self::Strategy(strategy) => format!("practice of {}", strategy.to_lowercase()),
        }
    }
}

/// A change of one aim; `None` takes it back. Each is made by itself, so that of two windows neither undoes what the other
/// has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AimChange {
    /// The ids of the scenarios for before and for after, which are not the same.
    Compare([Option<String>; 2]),
    /// A target, 0–100.
    Target(Aimed, Option<u8>),
}

impl Aims {
    /// What was kept as JSON; of what cannot be read nothing was chosen.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The id of the scenario for before.
    #[must_use]
    pub fn before(&self) -> Option<&str> {
        self.before.as_deref()
    }

    /// The id of the scenario for after.
    #[must_use]
    pub fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// Both, where both are chosen.
    #[must_use]
    pub fn pair(&self) -> Option<[&str; 2]> {
        Some([self.before()?, self.after()?])
    }

    /// The target that was chosen.
    #[must_use]
    pub fn target(&self, aimed: &Aimed) -> Option<u8> {
        let target = match aimed {
            Aimed::Measure(measure) => self.measures.get(name(*measure)),
            Aimed::Strategy(strategy) => self.strategies.get(strategy),
        };
        target.map(|target| (*target).min(100))
    }

    /// The strategies that have a target.
    pub fn strategies(&self) -> impl Iterator<Item = &str> {
        self.strategies.keys().map(String::as_str)
    }

    /// Makes a change.
    pub fn change(&mut self, change: AimChange) {
        match change {
            AimChange::Compare([before, after]) => {
                self.after = after.filter(|after| before.as_ref() != Some(after));
                self.before = before;
            }
            AimChange::Target(aimed, target) => {
                let (targets, name) = match aimed {
                    Aimed::Measure(measure) => (&mut self.measures, name(measure).to_owned()),
                    Aimed::Strategy(strategy) => (&mut self.strategies, strategy),
                };
                match target {
                    Some(target) => _ = targets.insert(name, target.min(100)),
                    None => _ = targets.remove(&name),
                }
            }
        }
    }

    /// The targets of all measures and of these strategies: the mark to pass where none is chosen.
    pub(super) fn targets<'a>(&self, pass: u8, strategies: impl Iterator<Item = &'a str>) -> Targets {
        let target = |aimed: &Aimed| self.target(aimed).unwrap_or(pass);
        Targets {
            measures: Measure::ALL.map(|measure| (measure, target(&Aimed::Measure(measure)))).into(),
            strategies: strategies
                .map(|strategy| (strategy.to_owned(), target(&Aimed::Strategy(strategy.to_owned()))))
                .collect(),
        }
    }
}

/// The name that a measure's target is kept under.
const fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::On(Dimension::Empathy) => "empathy",
        Measure::On(Dimension::Clarity) => "clarity",
        Measure::On(Dimension::DeEscalation) => "de_escalation",
        Measure::Overall => "overall",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_is_kept_as_it_was_chosen_and_can_be_taken_back() {
        let overall = Aimed::Measure(Measure::Overall);
        let listening = Aimed::Strategy("Active listening".to_owned());
        let mut aims = Aims::default();
        let compare = |ids: [Option<&str>; 2]| AimChange::Compare(ids.map(|id| id.map(str::to_owned)));
        for change in [
            compare([Some("one"), None]),
            compare([Some("one"), Some("other")]),
            AimChange::Target(overall.clone(), Some(80)),
            AimChange::Target(listening.clone(), Some(200)),
        ] {
            aims.change(change);
            assert_eq!(Aims::read(&serde_json::to_string(&aims).expect("plain data")), aims);
        }
        assert_eq!(aims.pair(), Some(["one", "other"]));
        assert_eq!((aims.target(&overall), aims.target(&listening)), (Some(80), Some(100)));
        let targets = aims.targets(60, ["Active listening", "Honesty"].into_iter());
        assert_eq!(targets.measures.into_values().collect::<Vec<_>>(), [60, 60, 60, 80]);
        assert_eq!(targets.strategies.into_values().collect::<Vec<_>>(), [100, 60]);
        aims.change(AimChange::Target(overall, None));
        aims.change(AimChange::Target(listening, None));
        aims.change(compare([Some("other"), Some("other")]));
        assert_eq!((aims.before(), aims.after()), (Some("other"), None), "one scenario cannot be both");
        aims.change(compare([None, None]));
        assert_eq!(aims, Aims::default());
        assert_eq!(Aims::read("{\"before\": 3"), Aims::default());
    }
}
