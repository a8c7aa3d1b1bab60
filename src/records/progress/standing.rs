//! First, latest and best, kept apart: by measure, by training strategy, and by each text of each scenario.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::hash::ContentHash;
use crate::records::{Measure, Timestamp};

use super::Progress;
use super::state::{Place, Stamped, Version};

/// A first, a latest and a best score, each 0–100; `None` where it was not exercised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Heights {
    pub first: Option<u8>,
    pub latest: Option<u8>,
    pub best: Option<u8>,
}

/// The scenarios that practise a strategy, by all dimensions together. Of a scenario whose text has changed, the text played
/// last counts alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StrategyStanding {
    pub strategy: String,
    /// The ids of the scenarios that practise it and were played, in order.
    pub at: Vec<String>,
    /// Means over these scenarios, half rounded up.
    pub heights: Heights,
}

/// The attempts at one text of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionStanding {
    pub hash: ContentHash,
    pub title: String,
    pub attempts: u64,
    pub first_at: Timestamp,
    pub latest_at: Timestamp,
    pub measures: [(Measure, Heights); 4],
}

/// The attempts at a scenario, each text apart, the one played last first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScenarioStanding {
    pub id: String,
    pub versions: Vec<VersionStanding>,
    /// What has to be said where there are several texts.
    pub note: Option<String>,
}

impl Progress {
    /// Over all attempts: the first and the latest are those of the texts played first and last in which the measure was
    /// exercised.
    pub(super) fn heights(&self, measure: Measure) -> Heights {
        let versions = || self.scenarios.values().flat_map(BTreeMap::values);
        let with = |of: &Stamped| Some((of.place(), measure.of(&of.scores)?));
        Heights {
            first: versions().filter_map(|version| with(&version.first)).min().map(|(_, score)| score),
            latest: versions().filter_map(|version| with(&version.latest)).max().map(|(_, score)| score),
            best: versions().filter_map(|version| version.best_by(measure)).max(),
        }
    }

    /// Whether the first attempt of all and the latest were at the same scenario.
    pub(super) fn began_and_ended_alike(&self) -> bool {
        let ids = |of: fn(&Version) -> Place| {
            self.scenarios
                .iter()
                .flat_map(move |(id, versions)| versions.values().map(move |version| (of(version), id)))
        };
        let first = ids(|version| version.first.place()).min().map(|(_, id)| id);
        let latest = ids(|version| version.latest.place()).max().map(|(_, id)| id);
        first == latest
    }

    /// Every scenario, by id, at the text played last.
    pub(super) fn last_played(&self) -> impl Iterator<Item = (&str, &Version)> {
        self.scenarios.iter().filter_map(|(id, versions)| {
            let version = versions.values().max_by_key(|version| version.latest.place())?;
            Some((id.as_str(), version))
        })
    }

    /// By name.
    pub(super) fn strategies(&self) -> Vec<StrategyStanding> {
        let mut played: BTreeMap<&str, Vec<(&str, &Version)>> = BTreeMap::new();
        for (id, version) in self.last_played() {
            for strategy in version.practises.iter().collect::<BTreeSet<_>>() {
                played.entry(strategy).or_default().push((id, version));
            }
        }
        let standing = played.into_iter().map(|(strategy, versions)| {
            let mean =
                |of: &dyn Fn(&Version) -> Option<u8>| mean(versions.iter().filter_map(|(_, version)| of(version)));
            let heights = Heights {
                first: mean(&|version| Measure::Overall.of(&version.first.scores)),
                latest: mean(&|version| Measure::Overall.of(&version.latest.scores)),
                best: mean(&|version| version.best_overall),
            };
            let at = versions.iter().map(|(id, _)| (*id).to_owned()).collect();
            StrategyStanding { strategy: strategy.to_owned(), at, heights }
        });
        standing.collect()
    }

    /// By id.
    pub(super) fn scenarios(&self) -> Vec<ScenarioStanding> {
        let standing = self.scenarios.iter().map(|(id, versions)| {
            let mut by_latest: Vec<(&ContentHash, &Version)> = versions.iter().collect();
            by_latest.sort_by_key(|(_, version)| std::cmp::Reverse(version.latest.place()));
            let told: Vec<VersionStanding> =
                by_latest.into_iter().map(|(hash, version)| version.standing(hash)).collect();
            let title = told.first().map(|version| version.title.clone()).unwrap_or_default();
            let note = (told.len() > 1).then(|| {
                format!("\u{201c}{title}\u{201d} has changed since you first played it. Its texts are kept apart.")
            });
            ScenarioStanding { id: id.clone(), versions: told, note }
        });
        standing.collect()
    }
}

impl Version {
    fn standing(&self, hash: &ContentHash) -> VersionStanding {
        let heights = |measure: Measure| Heights {
            first: measure.of(&self.first.scores),
            latest: measure.of(&self.latest.scores),
            best: self.best_by(measure),
        };
        VersionStanding {
            hash: hash.clone(),
            title: self.title.clone(),
            attempts: self.attempts,
            first_at: self.first.at,
            latest_at: self.latest.at,
            measures: Measure::ALL.map(|measure| (measure, heights(measure))),
        }
    }
}

/// The mean of scores, half rounded up; `None` of none.
fn mean(scores: impl Iterator<Item = u8>) -> Option<u8> {
    let (sum, count) = scores.fold((0, 0), |(sum, count), score| (sum + u64::from(score), count + 1));
    mean_of(sum, count)
}

/// The mean of so many scores with this sum, half rounded up; `None` of none.
pub(super) fn mean_of(sum: u64, count: u64) -> Option<u8> {
    (count > 0).then(|| u8::try_from((2 * sum + count) / (2 * count)).unwrap_or(u8::MAX))
}
