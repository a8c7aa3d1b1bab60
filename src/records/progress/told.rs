//! What is told of one person's progress, as data with its words.

use jiff::civil::Date;
use serde::Serialize;

use crate::records::Measure;
use crate::records::report::Targets;
use crate::rubric::Rubric;
use crate::sentence::capitalised;

use super::{
    Aimed, Aims, Baseline, Coming, Heights, MonthTold, Next, Progress, ScenarioStanding, Shelved, ShownAgain,
    StrategyStanding, ThenAndNow, Why,
};

/// What is at hand when progress is told.
#[derive(Clone, Copy, Debug)]
pub struct ProgressAsked<'a> {
    /// In the order of the library.
    pub library: &'a [Shelved<'a>],
    pub rubric: &'a Rubric,
    pub aims: &'a Aims,
    pub today: Date,
}

/// One person's progress.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgressTold {
    /// The one thing to say.
    pub first: String,
    /// Those that came to an end.
    pub attempts: u64,
    /// Those that were stopped before, and count in nothing here.
    pub stopped: u64,
    /// Whether the first attempt of all and the latest were at the same scenario, so that their scores can be compared.
    pub alike: bool,
    pub measures: [(Measure, Heights); 4],
    /// By name.
    pub strategies: Vec<StrategyStanding>,
    /// By id.
    pub scenarios: Vec<ScenarioStanding>,
    /// In order.
    pub months: Vec<MonthTold>,
    pub baseline: Option<Baseline>,
    /// What is below its target, the furthest first.
    pub gaps: Vec<BelowTarget>,
    /// The most pressing first.
    pub next: Vec<Next>,
    /// What comes up after today, the soonest first.
    pub coming: Vec<Coming>,
    /// In the order of the rubric: a recognition, and no ranking.
    pub shown_again: Vec<ShownAgain>,
    pub then_and_now: ThenAndNow,
}

/// A latest score below its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BelowTarget {
    /// A training strategy stands for all dimensions together.
    pub what: Aimed,
    pub latest: u8,
    pub target: u8,
}

impl Progress {
    /// What is told of the attempts so far.
    #[must_use]
    pub fn told(&self, asked: ProgressAsked<'_>) -> ProgressTold {
        let strategies = self.strategies();
        let measures = Measure::ALL.map(|measure| (measure, self.heights(measure)));
        let practised = strategies.iter().map(|standing| standing.strategy.as_str());
        let targets = asked.aims.targets(asked.rubric.model.pass, practised);
        let gaps = gaps(&measures, &strategies, &targets);
        let next = self.next(asked.library, &targets, asked.today);
        ProgressTold {
            first: self.first_sentence(&gaps, &next),
            attempts: self.attempts,
            stopped: self.stopped,
            alike: self.began_and_ended_alike(),
            measures,
            strategies,
            scenarios: self.scenarios(),
            months: self.months(),
            baseline: asked.aims.pair().map(|pair| self.baseline(pair)),
            gaps,
            next,
            coming: self.coming(asked.library, asked.today),
            shown_again: self.shown_again(asked.rubric),
            then_and_now: self.then_and_now(asked.rubric),
        }
    }

    fn first_sentence(&self, gaps: &[BelowTarget], next: &[Next]) -> String {
        if self.attempts == 0 {
            return "You have not finished a conversation yet.".to_owned();
        }
        for one in next {
            if let Why::Due { practised, .. } = one.why {
                let why_now =
                    if practised == 0 { "The day you set yourself has come." } else { "Something comes back today." };
                return format!("{why_now} {}", one.told());
            }
        }
        gaps.first().map_or_else(
            || "You have reached every target that is set.".to_owned(),
            |BelowTarget { what, latest, target }| {
                let what = capitalised(&what.in_words());
                format!("{what} has the most to gain: {latest} the last time, where {target} is wanted.")
            },
        )
    }
}

fn gaps(measures: &[(Measure, Heights); 4], strategies: &[StrategyStanding], targets: &Targets) -> Vec<BelowTarget> {
    let below = |what: Aimed, heights: Heights, target: Option<&u8>| {
        let (latest, target) = (heights.latest?, *target?);
        (latest < target).then_some(BelowTarget { what, latest, target })
    };
    let of_measures = measures
        .iter()
        .map(|(measure, heights)| below(Aimed::Measure(*measure), *heights, targets.measures.get(measure)));
    let of_strategies = strategies.iter().map(|StrategyStanding { strategy, heights, .. }| {
        below(Aimed::Strategy(strategy.clone()), *heights, targets.strategies.get(strategy))
    });
    let mut gaps: Vec<BelowTarget> = of_measures.chain(of_strategies).flatten().collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.target - gap.latest));
    gaps
}
