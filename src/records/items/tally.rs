//! What is summed up of the attempts at one scenario, as long as the decisions are not yet known that all of them met.

use std::collections::BTreeMap;

use crate::hash::{ByName, ContentHash};
use crate::records::people::{Counted, People, PersonMark};
use crate::records::{DecisionMade, EndingMet, Outcome};
use crate::rubric::Dimension;
use crate::scenario::EndingKind;

use super::pairs::Pairs;
use super::summing::Gained;
use super::thirds::Scores;
use super::with_rest::WithRest;

/// So many scenes of a scenario, options of a scene and decisions of an attempt are looked at: several times what any real
/// one has, so that a file from elsewhere cannot fill the memory.
const MOST: usize = 500;

/// The sums over attempts at one scenario, as one text of it has it. Its size grows with the scenes and options met, not
/// with the attempts: half a megabyte at most for those that ship.
#[derive(Clone, Debug)]
pub struct ItemTally {
    hash: ContentHash,
    /// By what the whole attempt came to.
    pub(super) attempts: Scores,
    pub(super) people: People,
    numbers: ByName<String, usize>,
    /// By number, in the order in which they were met first.
    pub(super) scenes: Vec<SceneTally>,
    pub(super) pairs: Pairs,
    /// By the ending's scene.
    pub(super) endings: BTreeMap<String, EndingTally>,
}

/// The sums over the attempts that met a scene with a decision.
#[derive(Clone, Debug, Default)]
pub(super) struct SceneTally {
    pub(super) scene: String,
    pub(super) attempts: Counted,
    /// Of the turn of the first meeting.
    pub(super) turns: u64,
    /// What is gained here beside what is gained in the rest of the attempt.
    pub(super) with_rest: WithRest,
    numbers: ByName<String, usize>,
    /// By number, in the order in which they were met first.
    pub(super) options: Vec<OptionTally>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct OptionTally {
    pub(super) option: String,
    /// How often it was on offer.
    pub(super) offered: u64,
    pub(super) taken: Counted,
    /// How often it was taken, by what the whole attempt came to.
    pub(super) scores: Scores,
}

#[derive(Clone, Debug)]
pub(super) struct EndingTally {
    pub(super) title: String,
    pub(super) kind: EndingKind,
    pub(super) attempts: Counted,
}

impl ItemTally {
    /// No attempts yet, at the scenario with this hash.
    #[must_use]
    pub fn new(hash: ContentHash) -> Self {
        Self {
            hash,
            attempts: Scores::default(),
            people: People::default(),
            numbers: ByName::default(),
            scenes: Vec::new(),
            pairs: Pairs::default(),
            endings: BTreeMap::new(),
        }
    }

    /// Counts an attempt, and says whether it counts: whether it is a person's first at this text of this scenario that came to
    /// an end, and there was something to gain.
    pub fn add(&mut self, outcome: &Outcome) -> bool {
        let whole = Gained::over(&outcome.decisions);
        let Some(ending) = outcome.ending.as_ref() else { return false };
        let Some(score) = whole.percent().filter(|_| outcome.first && outcome.scenario.hash == self.hash) else {
            return false;
        };
        let person = PersonMark::of(outcome.person);
        self.attempts.add(score, person);
        self.people.add(person);
        self.add_ending(ending, person);
        let mut met: Vec<(usize, Gained)> = Vec::with_capacity(outcome.decisions.len().min(MOST));
        for decision in outcome.decisions.iter().take(MOST) {
            let Some(number) = self.number(&decision.scene) else { continue };
            let first = met.iter().all(|(other, _)| *other != number);
            self.scenes[number].add(decision, first, score, person);
            met.push((number, Gained::of(decision)));
        }
        let mut scores = Vec::with_capacity(met.len());
        for (number, own) in summed(met) {
            let Some(score) = own.thousandths() else { continue };
            scores.push((number, score));
            if let Some(rest) = whole.without(own).thousandths() {
                self.scenes[number].with_rest.add(score, rest);
            }
        }
        self.pairs.add(&scores);
        true
    }

    fn number(&mut self, scene: &str) -> Option<usize> {
        numbered(&mut self.numbers, &mut self.scenes, scene, || SceneTally {
            scene: scene.to_owned(),
            ..SceneTally::default()
        })
    }

    fn add_ending(&mut self, ending: &EndingMet, person: PersonMark) {
        let of = self.endings.entry(ending.scene.clone()).or_insert_with(|| EndingTally {
            title: ending.title.clone(),
            kind: ending.kind,
            attempts: Counted::default(),
        });
        of.attempts.add(person);
    }
}

impl SceneTally {
    fn add(&mut self, decision: &DecisionMade, first: bool, score: u8, person: PersonMark) {
        if first {
            self.attempts.add(person);
            self.turns += u64::try_from(decision.turn).unwrap_or(u64::from(u32::MAX)).min(u64::from(u32::MAX));
        }
        for option in decision.offered.iter().take(MOST) {
            if let Some(option) = self.option(option) {
                option.offered += 1;
            }
        }
        if let Some(taken) = self.option(&decision.choice) {
            taken.taken.add(person);
            taken.scores.add(score, person);
        }
    }

    fn option(&mut self, id: &str) -> Option<&mut OptionTally> {
        let new = || OptionTally { option: id.to_owned(), ..OptionTally::default() };
        numbered(&mut self.numbers, &mut self.options, id, new).map(|number| &mut self.options[number])
    }

    /// The mean turn of its first meeting in hundredths, by which scenes are put in order.
    pub(super) const fn place(&self) -> u64 {
        match self.attempts.count {
            0 => 0,
            attempts => 100 * self.turns / attempts,
        }
    }
}

/// The number of what is named so, which is added where it is new; `None` where there are too many already.
fn numbered<T>(
    numbers: &mut ByName<String, usize>,
    all: &mut Vec<T>,
    name: &str,
    new: impl FnOnce() -> T,
) -> Option<usize> {
    if let Some(&number) = numbers.get(name) {
        return Some(number);
    }
    let number = all.len();
    (number < MOST).then(|| {
        numbers.insert(name.to_owned(), number);
        all.push(new());
        number
    })
}

/// What was gained at each item in the order of the items; a scene that was met several times is one item.
fn summed(mut met: Vec<(usize, Gained)>) -> Vec<(usize, Gained)> {
    met.sort_unstable_by_key(|(number, _)| *number);
    let by_scene = met.chunk_by(|(one, _), (other, _)| one == other);
    let sums = by_scene.filter_map(|meetings| {
        let gained = meetings.iter().fold(Gained::default(), |sum, (_, gained)| sum.and(*gained));
        Some((meetings.first()?.0, gained))
    });
    sums.collect()
}

impl Gained {
    fn of(decision: &DecisionMade) -> Self {
        let DecisionMade { points, lowest, highest, .. } = decision;
        let over = |part: &dyn Fn(Dimension) -> i32| Dimension::ALL.into_iter().map(part).map(i64::from).sum();
        Self {
            gained: over(&|dimension| points[dimension].saturating_sub(lowest[dimension])),
            possible: over(&|dimension| highest[dimension].saturating_sub(lowest[dimension])),
        }
    }

    fn over(decisions: &[DecisionMade]) -> Self {
        decisions.iter().fold(Self::default(), |sum, decision| sum.and(Self::of(decision)))
    }
}
