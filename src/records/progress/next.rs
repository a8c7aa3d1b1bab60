//! What to play next, and why.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::records::Measure;
use crate::records::report::Targets;
use crate::scenario::{Level, Scenario};

use super::spaced::Scheduled;
use super::state::Place;
use super::{Progress, StrategyStanding};

/// Scenarios that practise much the same with other people in another place, so that one can stand for the other before and
/// after a training. By id.
pub const TWINS: [[&str; 2]; 4] = [
    ["two-hours-in", "second-letter"],
    ["too-many-pills", "which-way"],
    ["my-grandson-can-translate", "dont-tell-mother"],
    ["the-portal-says-abnormal", "it-still-hurts"],
];

/// A strategy is practised enough from so many scenarios on, where its target is reached.
const ENOUGH: usize = 2;

/// A scenario at hand.
#[derive(Clone, Copy, Debug)]
pub struct Shelved<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// The labels of the training strategies that it practises.
    pub practises: &'a [String],
    pub level: Level,
}

impl<'a> From<&'a Scenario> for Shelved<'a> {
    fn from(scenario: &'a Scenario) -> Self {
        Self { id: &scenario.id, title: &scenario.title, practises: &scenario.practises, level: scenario.level }
    }
}

/// A scenario to play next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Next {
    /// The scenario's id.
    pub scenario: String,
    pub title: String,
    pub level: Level,
    pub why: Why,
}

/// What comes up on a day to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coming {
    /// The id of the scenario that it was written at.
    pub scenario: String,
    pub title: String,
    pub next_time: String,
    pub on: Date,
    /// How often it was practised since it was written.
    pub practised: usize,
}

/// Why to play it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The date beside "next time I will …" has come, or the one on which it comes back.
    Due {
        next_time: String,
        on: Date,
        /// How often it was practised since it was written.
        practised: usize,
    },
    /// Somebody may have come to harm by its ending the last time.
    Unsafe,
    /// It is the twin of one that was played.
    Twin { of: String },
    /// It practises a strategy that has not reached its target.
    Below { strategy: String, latest: u8, target: u8 },
    /// It practises a strategy that was met in one scenario alone.
    MetOnce { strategy: String },
    /// Nothing was played yet.
    ToBegin,
}

impl Next {
    /// The reason in words.
    #[must_use]
    pub fn told(&self) -> String {
        match &self.why {
            Why::Due { next_time, practised, .. } => {
                let wrote = format!("You wrote: next time I will {}.", crate::sentence::unended(next_time));
                if *practised == 0 {
                    wrote
                } else {
                    format!("{wrote} You have practised it since, and once more makes it last.")
                }
            }
            Why::Twin { of } => format!("It asks the same of you as \u{201c}{of}\u{201d}, with somebody else."),
            Why::Unsafe => {
                "Somebody may have come to harm the last time. It can end well: take what you know now with you."
                    .to_owned()
            }
            Why::Below { strategy, latest, target } => {
                format!("It practises {}: {latest} the last time, where {target} is wanted.", strategy.to_lowercase())
            }
            Why::MetOnce { strategy } => {
                format!("It practises {}, which you have met in one scenario alone.", strategy.to_lowercase())
            }
            Why::ToBegin => "It is a good one to begin with.".to_owned(),
        }
    }
}

impl Progress {
    /// What to play next from what is at hand, the most pressing first, each scenario once.
    pub(super) fn next(&self, library: &[Shelved<'_>], targets: &Targets, today: Date) -> Vec<Next> {
        if self.attempts == 0 {
            return library.first().map(|first| first.next(Why::ToBegin)).into_iter().collect();
        }
        let within_reach = self.within_reach(library, targets);
        let mut next = self.due(library, within_reach, today);
        next.extend(self.ended_unsafely(library));
        next.extend(self.twins(library).into_iter().filter(|twin| twin.level <= within_reach));
        let mut seen = BTreeSet::new();
        next.retain(|one| seen.insert(one.scenario.clone()));
        let left = library.iter().filter(|scenario| !seen.contains(scenario.id) && scenario.level <= within_reach);
        next.extend(self.weakest(&left.collect::<Vec<_>>(), targets));
        next
    }

    /// Where the latest attempt ended unsafely, the last played first.
    fn ended_unsafely(&self, library: &[Shelved<'_>]) -> Vec<Next> {
        let mut played: Vec<_> = self.last_played().filter(|(_, version)| version.latest_is_unsafe).collect();
        played.sort_by_key(|(_, version)| std::cmp::Reverse(version.latest.place()));
        played.into_iter().filter_map(|(id, _)| Some(find(library, id)?.next(Why::Unsafe))).collect()
    }

    /// The highest level that is proposed: the one after the highest at which a scenario at hand has reached the target for all
    /// dimensions together.
    fn within_reach(&self, library: &[Shelved<'_>], targets: &Targets) -> Level {
        let target = targets.measures.get(&Measure::Overall).copied().unwrap_or_default();
        let reached = self.last_played().filter(|(_, version)| {
            !version.latest_is_unsafe
                && Measure::Overall.of(&version.latest.scores).is_some_and(|score| score >= target)
        });
        let highest = reached.filter_map(|(id, _)| Some(find(library, id)?.level)).max();
        match highest {
            None => Level::Foundation,
            Some(Level::Foundation) => Level::Intermediate,
            Some(Level::Intermediate | Level::Advanced) => Level::Advanced,
        }
    }

    /// What was to be done by now, or comes back by now, the longest due first. The twin is proposed where it is at hand and
    /// within reach and was not played.
    fn due(&self, library: &[Shelved<'_>], within_reach: Level, today: Date) -> Vec<Next> {
        let mut due = Vec::new();
        for (id, resolution) in &self.resolutions {
            let Some(Scheduled { on, practised }) =
                self.scheduled(id, resolution, today).filter(|next| next.on <= today)
            else {
                continue;
            };
            let fresh = twin_of(id).filter(|twin| self.latest(twin).is_none());
            let twin = fresh.and_then(|twin| find(library, twin)).filter(|twin| twin.level <= within_reach);
            let at_hand = twin.or_else(|| find(library, id));
            let why = Why::Due { next_time: resolution.next_time.clone(), on, practised };
            due.extend(at_hand.map(|scenario| (on, scenario.next(why))));
        }
        due.sort_by_key(|(on, _)| *on);
        due.into_iter().map(|(_, next)| next).collect()
    }

    /// What comes up after today at a scenario that is at hand, the soonest first.
    pub(super) fn coming(&self, library: &[Shelved<'_>], today: Date) -> Vec<Coming> {
        let coming = self.resolutions.iter().filter_map(|(id, resolution)| {
            let Scheduled { on, practised } = self.scheduled(id, resolution, today).filter(|next| next.on > today)?;
            let Shelved { id, title, .. } = find(library, id)?;
            let next_time = resolution.next_time.clone();
            Some(Coming { scenario: (*id).to_owned(), title: (*title).to_owned(), next_time, on, practised })
        });
        let mut coming: Vec<Coming> = coming.collect();
        coming.sort_by_key(|one| one.on);
        coming
    }

    /// Where a scenario was played last.
    pub(super) fn latest(&self, id: &str) -> Option<Place> {
        self.scenarios.get(id)?.values().map(|version| version.latest.place()).max()
    }

    fn twins(&self, library: &[Shelved<'_>]) -> Vec<Next> {
        let twins = self.last_played().filter_map(|(id, version)| {
            let twin = twin_of(id).filter(|twin| self.latest(twin).is_none() && find(library, id).is_some())?;
            Some(find(library, twin)?.next(Why::Twin { of: version.title.clone() }))
        });
        twins.collect()
    }

    /// A scenario for the weakest strategy that is not practised enough: one that was not played, else the one played
    /// longest ago.
    fn weakest(&self, library: &[&Shelved<'_>], targets: &Targets) -> Option<Next> {
        let target = |strategy: &str| targets.strategies.get(strategy).copied().unwrap_or_default();
        let mut weak: Vec<(u8, StrategyStanding)> = Vec::new();
        for standing in self.strategies() {
            let latest = standing.heights.latest.unwrap_or_default();
            if standing.at.len() < ENOUGH || latest < target(&standing.strategy) {
                weak.push((latest, standing));
            }
        }
        weak.sort_by(|(one, by), (other, than)| (one, &by.strategy).cmp(&(other, &than.strategy)));
        weak.into_iter().find_map(|(latest, StrategyStanding { strategy, .. })| {
            let practising = library.iter().filter(|scenario| scenario.practises.contains(&strategy));
            let longest_ago = practising.min_by_key(|scenario| self.latest(scenario.id))?;
            let target = target(&strategy);
            let below = latest < target;
            let why = if below { Why::Below { strategy, latest, target } } else { Why::MetOnce { strategy } };
            Some(longest_ago.next(why))
        })
    }
}

impl Shelved<'_> {
    fn next(&self, why: Why) -> Next {
        Next { scenario: self.id.to_owned(), title: self.title.to_owned(), level: self.level, why }
    }
}

fn find<'a, 'b>(library: &'b [Shelved<'a>], id: &str) -> Option<&'b Shelved<'a>> {
    library.iter().find(|scenario| scenario.id == id)
}

/// The id of a scenario's twin, if it has one.
#[must_use]
pub fn twin_of(id: &str) -> Option<&'static str> {
    TWINS.into_iter().find_map(|[one, other]| match id {
        _ if id == one => Some(other),
        _ if id == other => Some(one),
        _ => None,
    })
}
