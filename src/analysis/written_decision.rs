//! The decisions of a scenario as written: what there is to choose between, and what is best.

use crate::rubric::{Dimension, Points};
use crate::scenario::{Choice, ChoiceId, Scenario, SceneId};

/// A scene with two options or more, as written: options that are not always on offer are included.
#[derive(Clone, Debug)]
pub(crate) struct WrittenDecision<'a> {
    pub(crate) scene: SceneId,
    /// In written order.
    pub(crate) options: Vec<(ChoiceId, &'a Choice)>,
    /// The highest sum of points.
    highest: i32,
    /// The difference between the highest and the lowest points, on each dimension.
    pub(crate) spread: Points,
}

impl<'a> WrittenDecision<'a> {
    /// The decisions of a scenario, in written order.
    pub(crate) fn all(scenario: &'a Scenario) -> Vec<Self> {
        let scenes = scenario.scene_ids();
        scenes.filter_map(|scene| Self::of(scenario, scene)).collect()
    }

    fn of(scenario: &'a Scenario, scene: SceneId) -> Option<Self> {
        let options: Vec<_> = scenario.choices_of(scene).map(|id| (id, scenario.choice(id))).collect();
        let highest = options.iter().map(|(_, choice)| choice.points.sum()).max()?;
        (options.len() > 1).then(|| Self { scene, highest, spread: spread(&options), options })
    }

    /// Whether no option has a higher sum of points. Several options can be best.
    pub(crate) fn is_best(&self, choice: &Choice) -> bool {
        choice.points.sum() == self.highest
    }

    /// The best option; of several, the first as written.
    pub(crate) fn best(&self) -> Option<(ChoiceId, &'a Choice)> {
        self.options.iter().copied().find(|(_, choice)| self.is_best(choice))
    }

    /// The options that are not the best.
    pub(crate) fn wrong(&self) -> impl Iterator<Item = (ChoiceId, &'a Choice)> {
        self.options.iter().copied().filter(|(_, choice)| !self.is_best(choice))
    }

    /// Whether what is taken, of all options, is a best one.
    pub(crate) fn is_found_by(&self, take: impl FnOnce(&[ChoiceId]) -> Option<ChoiceId>) -> bool {
        let offer: Vec<ChoiceId> = self.options.iter().map(|(id, _)| *id).collect();
        let taken = take(&offer);
        self.options.iter().any(|(id, choice)| Some(*id) == taken && self.is_best(choice))
    }

    /// The share of what can be gained that an option picked blindly gains on average, 0–1, on the dimension on which that
    /// is most.
    pub(crate) fn gained_by_chance(&self) -> f64 {
        let gained = |dimension: Dimension| {
            let points = || self.options.iter().map(|(_, choice)| choice.points[dimension]);
            let lowest = points().min().unwrap_or(0);
            let gained: i32 = points().map(|points| points - lowest).sum();
            let whole = usize::try_from(self.spread[dimension]).unwrap_or(0) * self.options.len();
            if whole == 0 { 0.0 } else { ratio(usize::try_from(gained).unwrap_or(0), whole) }
        };
        Dimension::ALL.into_iter().map(gained).fold(0.0, f64::max)
    }

    /// The probability that an option picked blindly is the best, 0–1.
    pub(crate) fn chance(&self) -> f64 {
        let best = self.options.iter().filter(|(_, choice)| self.is_best(choice)).count();
        ratio(best, self.options.len())
    }
}

/// Whether a scenario has decisions enough to be judged as a whole.
pub(crate) fn enough_to_judge(scenario: &Scenario) -> bool {
    WrittenDecision::all(scenario).len() >= scenario.rubric.fairness.judged_from
}

/// The difference between the highest and the lowest points, on each dimension.
fn spread(options: &[(ChoiceId, &Choice)]) -> Points {
    let points = |dimension| options.iter().map(move |(_, choice)| choice.points[dimension]);
    Points::from_fn(|dimension: Dimension| {
        let (lowest, highest) = (points(dimension).min(), points(dimension).max());
        highest.unwrap_or_default() - lowest.unwrap_or_default()
    })
}

/// A ratio of small counts.
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    number(part) / number(whole)
}
