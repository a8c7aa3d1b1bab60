//! What the sums over the attempts at a scenario say of it as a test.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::records::people::{Counted, LEAST_PEOPLE, Shown};
use crate::records::suppression::{Hidden, Row};
use crate::scenario::EndingKind;

use super::finding::{Finding, findings};
use super::pairs::alpha;
use super::tally::{ItemTally, OptionTally, SceneTally};
use super::thirds::{Cuts, Third};
use super::with_rest::Correlation;
use super::{HIDDEN_BELOW, TRUNK, UNSTABLE_BELOW};
use crate::records::real::real;

/// How far the figures of a scenario can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Fewer than [`HIDDEN_BELOW`] attempts, or fewer than five people: nothing is told.
    Hidden,
    /// Fewer than [`UNSTABLE_BELOW`] attempts.
    Unstable,
    Stable,
}

/// How often facilitators of groups disagreed with how the options of a decision are keyed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Disagreed {
    pub disagreed: u32,
    /// Sessions in which the decision was met.
    pub sessions: u32,
}

/// What attempts say of a scenario as a test.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemStatistics {
    pub standing: Standing,
    /// People's first attempts that came to an end.
    pub attempts: Shown<u64>,
    /// Cronbach's alpha over the items on the trunk; `None` where there are fewer than two, or no spread.
    pub alpha: Option<f64>,
    /// The items on the common trunk, in the order in which they are met.
    pub items: Vec<Item>,
    /// How conversations ended, the most frequent first as far as it is told, then by scene.
    pub endings: Vec<EndingCount>,
    /// The items to look at; none below [`UNSTABLE_BELOW`] attempts.
    pub findings: Vec<Finding>,
}

/// A decision on the common trunk.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// The scene's id.
    pub scene: String,
    /// The attempts that met it.
    pub met: u64,
    /// The mean share of the points that could be gained, 0–1; .3–.85 is useful. The lower, the harder.
    pub difficulty: f64,
    /// The standard error of the difficulty.
    pub difficulty_error: f64,
    /// With the share of the points that is gained in all other decisions of an attempt, those off the trunk included, since
    /// the trunk is short; `None` where one of the two does not vary.
    pub correlation: Option<Correlation>,
    /// By id.
    pub options: Vec<OptionTaken>,
    /// Held back below five groups.
    pub disagreed: Shown<Disagreed>,
}

/// An option of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionTaken {
    /// The choice's id.
    pub option: String,
    /// How often it was on offer.
    pub offered: u64,
    pub taken: Shown<u64>,
    /// Of the attempts that came to least as a whole; as the top third, held back where thirds cannot be told apart.
    pub bottom: Shown<Third>,
    /// Of the attempts that came to most.
    pub top: Shown<Third>,
}

/// How often conversations ended so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingCount {
    /// The scene's id.
    pub scene: String,
    pub title: String,
    pub kind: EndingKind,
    pub attempts: Shown<u64>,
}

impl OptionTaken {
    pub(super) fn is_never_taken(&self) -> bool {
        self.taken == Shown::Nobody
    }
}

impl ItemTally {
    /// What the attempts so far say; with how often facilitators `disagreed` with the key, by scene.
    #[must_use]
    pub fn statistics(&self, disagreed: &BTreeMap<String, Shown<Disagreed>>) -> ItemStatistics {
        let attempts = self.attempts.count();
        let standing = match attempts {
            _ if self.people.number() < LEAST_PEOPLE => Standing::Hidden,
            0..HIDDEN_BELOW => Standing::Hidden,
            HIDDEN_BELOW..UNSTABLE_BELOW => Standing::Unstable,
            _ => Standing::Stable,
        };
        let mut told = ItemStatistics {
            standing,
            attempts: Shown::of(&self.people, || attempts),
            alpha: None,
            items: Vec::new(),
            endings: Vec::new(),
            findings: Vec::new(),
        };
        if standing == Standing::Hidden {
            return told;
        }
        let trunk = self.trunk();
        told.alpha = alpha(&self.pairs, &trunk);
        told.items = self.items(&trunk, disagreed);
        told.endings = self.endings();
        if standing == Standing::Stable {
            told.findings = findings(&told.items);
        }
        told
    }

    /// The numbers of the scenes on the common trunk, in the order in which they are met. Where fewer than five people met
    /// a scene it is not on it.
    fn trunk(&self) -> Vec<usize> {
        let whole = self.attempts.count();
        let on_it = |scene: &SceneTally| {
            let met = scene.attempts;
            100 * met.count >= TRUNK * whole && met.people.number() == LEAST_PEOPLE
        };
        let mut trunk: Vec<usize> = (0..self.scenes.len()).filter(|&number| on_it(&self.scenes[number])).collect();
        trunk.sort_by_key(|&number| (self.scenes[number].place(), &self.scenes[number].scene));
        trunk
    }

    fn items(&self, trunk: &[usize], disagreed: &BTreeMap<String, Shown<Disagreed>>) -> Vec<Item> {
        let cuts = self.attempts.cuts();
        let items = trunk.iter().map(|&number| {
            let tally = &self.scenes[number];
            let met = tally.attempts.count;
            Item {
                scene: tally.scene.clone(),
                met,
                difficulty: self.pairs.mean(number),
                difficulty_error: (self.pairs.covariance(number, number) / real(met.max(1).into())).sqrt() / 1000.0,
                correlation: tally.with_rest.correlation(),
                options: options(tally, cuts),
                disagreed: disagreed.get(&tally.scene).copied().unwrap_or(Shown::Nobody),
            }
        });
        items.collect()
    }

    fn endings(&self) -> Vec<EndingCount> {
        let rows: Vec<Row> = self.endings.values().map(|ending| Row(vec![ending.attempts])).collect();
        let hidden = Hidden::of_some(&rows).parts;
        let told = self.endings.iter().zip(hidden).map(|((scene, ending), hidden)| EndingCount {
            scene: scene.clone(),
            title: ending.title.clone(),
            kind: ending.kind,
            attempts: if hidden { Shown::FewerThanFive } else { Shown::Told(ending.attempts.count) },
        });
        let mut told: Vec<EndingCount> = told.collect();
        told.sort_by_key(|ending| std::cmp::Reverse(ending.attempts.told().copied().unwrap_or_default()));
        told
    }
}

/// The options of a decision. How often each was taken is one table, how often in each third is another that hides no less.
fn options(tally: &SceneTally, cuts: Option<Cuts>) -> Vec<OptionTaken> {
    let mut options: Vec<&OptionTally> = tally.options.iter().collect();
    options.sort_by(|one, other| one.option.cmp(&other.option));
    let taken: Vec<Row> = options.iter().map(|option| Row(vec![option.taken])).collect();
    let hidden = Hidden::of_some(&taken).parts;
    let thirds: Option<Vec<[Counted; 3]>> =
        cuts.map(|cuts| options.iter().map(|option| option.scores.by_third(cuts)).collect());
    let thirds_hidden = thirds.as_ref().map(|thirds| {
        let rows: Vec<Row> = thirds.iter().map(|thirds| Row(thirds.to_vec())).collect();
        Hidden::beside(&rows, hidden.clone())
    });
    let one = |(at, option): (usize, &&OptionTally)| {
        let third = |third: usize| {
            let (thirds, hidden) = (thirds.as_ref()?, thirds_hidden.as_ref()?);
            let of = thirds.iter().map(|thirds| thirds[third].count).sum();
            // Where the whole is hidden no third may be told from it.
            (!hidden.parts[at] && !hidden.whole).then(|| Third { taken: thirds[at][third].count, of })
        };
        let third = |of: usize| third(of).map_or(Shown::FewerThanFive, Shown::Told);
        OptionTaken {
            option: option.option.clone(),
            offered: option.offered,
            taken: match option.taken.count {
                0 => Shown::Nobody,
                _ if hidden[at] => Shown::FewerThanFive,
                count => Shown::Told(count),
            },
            bottom: third(0),
            top: third(2),
        }
    };
    options.iter().enumerate().map(one).collect()
}
