//! What is told of one person's progress, as data with its words.

use jiff::civil::Date;
use serde::Serialize;

use crate::records::Measure;
use crate::records::report::Targets;
use crate::rubric::{Dimension, Rubric};

use super::{Baseline, Heights, Next, Progress, ScenarioStanding, Shelved, StrategyStanding, Why};

/// A behaviour is shown again and again from so many attempts on.
const AGAIN: u64 = 3;

/// What is at hand when progress is told.
#[derive(Clone, Copy, Debug)]
pub struct ProgressAsked<'a> {
    /// In the order of the library.
    pub library: &'a [Shelved<'a>],
    pub rubric: &'a Rubric,
    pub targets: &'a Targets,
    /// The ids of a scenario for before and one for after.
    pub baseline: Option<[&'a str; 2]>,
    pub today: Date,
}

/// One person's progress.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgressTold {
    /// The one thing to say.
    pub first: String,
    pub attempts: u64,
    pub measures: [(Measure, Heights); 4],
    /// By name.
    pub strategies: Vec<StrategyStanding>,
    /// By id.
    pub scenarios: Vec<ScenarioStanding>,
    pub baseline: Option<Baseline>,
    /// What is below its target, the furthest first.
    pub gaps: Vec<BelowTarget>,
    /// The most pressing first.
    pub next: Vec<Next>,
    /// In the order of the rubric: a recognition, and no ranking.
    pub shown_again: Vec<ShownAgain>,
}

/// A latest score below its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BelowTarget {
    /// The training strategy; `None` for all attempts.
    pub strategy: Option<String>,
    pub measure: Measure,
    pub latest: u8,
    pub target: u8,
}

/// A behaviour that does patients good and was shown again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownAgain {
    /// The behaviour's id.
    pub behaviour: String,
    pub label: String,
    /// In how many attempts.
    pub attempts: u64,
}

impl Progress {
    /// What is told of the attempts so far.
    #[must_use]
    pub fn told(&self, asked: ProgressAsked<'_>) -> ProgressTold {
        let strategies = self.strategies();
        let measures = Measure::ALL.map(|measure| (measure, self.heights(measure)));
        let gaps = gaps(&measures, &strategies, asked.targets);
        let next = self.next(asked.library, asked.targets, asked.today);
        ProgressTold {
            first: self.first_sentence(&gaps, &next),
            attempts: self.attempts,
            measures,
            strategies,
            scenarios: self.scenarios(),
            baseline: asked.baseline.map(|pair| self.baseline(pair)),
            gaps,
            next,
            shown_again: self.shown_again(asked.rubric),
        }
    }

    fn first_sentence(&self, gaps: &[BelowTarget], next: &[Next]) -> String {
        if self.attempts == 0 {
            return "You have not finished a conversation yet.".to_owned();
        }
        if let Some(due) = next.iter().find(|one| matches!(one.why, Why::Due { .. })) {
            return format!("The day you set yourself has come. {}", due.told());
        }
        gaps.first().map_or_else(
            || "You have reached every target that is set.".to_owned(),
            |BelowTarget { strategy, measure, latest, target }| {
                let what = strategy.as_deref().unwrap_or(measure.label());
                format!("{what} has the most to gain: {latest} the last time, where {target} is wanted.")
            },
        )
    }

    /// Behaviours that speak for the trainee on some dimension and against them on none.
    fn shown_again(&self, rubric: &Rubric) -> Vec<ShownAgain> {
        let shown = rubric.behaviours.iter().filter_map(|behaviour| {
            let attempts = *self.behaviours.get(&behaviour.id).filter(|attempts| **attempts >= AGAIN)?;
            let weights = Dimension::ALL.map(|dimension| behaviour.weights[dimension]);
            let good = weights.iter().all(|weight| *weight >= 0) && weights.iter().any(|weight| *weight > 0);
            let (id, label) = (behaviour.id.clone(), behaviour.label.clone());
            good.then_some(ShownAgain { behaviour: id, label, attempts })
        });
        shown.collect()
    }
}

fn gaps(measures: &[(Measure, Heights); 4], strategies: &[StrategyStanding], targets: &Targets) -> Vec<BelowTarget> {
    let below = |strategy: Option<&String>, measure, heights: Heights, target: Option<&u8>| {
        let (latest, target) = (heights.latest?, *target?);
        (latest < target).then(|| BelowTarget { strategy: strategy.cloned(), measure, latest, target })
    };
    let of_measures =
        measures.iter().map(|(measure, heights)| below(None, *measure, *heights, targets.measures.get(measure)));
    let of_strategies = strategies.iter().map(|StrategyStanding { strategy, heights, .. }| {
        below(Some(strategy), Measure::Overall, *heights, targets.strategies.get(strategy))
    });
    let mut gaps: Vec<BelowTarget> = of_measures.chain(of_strategies).flatten().collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.target - gap.latest));
    gaps
}
