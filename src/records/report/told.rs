//! A report as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::debrief::Marks;
use crate::hash::ContentHash;
use crate::records::histogram::Spread;
use crate::records::items::{Disagreed, ItemStatistics};
use crate::records::real::real;
use crate::records::{Measure, Shown};
use crate::rubric::Rubric;

use super::{Gain, Month};

/// What a programme's attempts come to. Only people's first attempts at a scenario that came to an end say how they do; what
/// was stopped before is counted as stopped, and attempts at a scenario that somebody knows as practice, alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The one thing to say.
    pub first: String,
    pub covers: Covers,
    /// By how much what is below its target is, the furthest first; then what is not.
    pub gaps: Vec<Gap>,
    /// Everyone, then the training strategies by name, then the scenarios by title, each of their texts apart.
    pub groups: Vec<Group>,
    pub indicators: Vec<IndicatorOverTime>,
    /// By kind of moment.
    pub moments: Vec<(String, ShareTold)>,
    /// The share of the highest answer, by item.
    pub survey: Vec<(String, ShareTold)>,
    /// From everyone's earliest to their latest first attempt, by dimension; and from the scenario for before to the one for
    /// after, where a pair was chosen.
    pub gains: GainsTold,
    pub pair_gains: Option<PairGainsTold>,
    /// In the order of the scenarios among the groups; then those that groups alone have played, whose title is not known.
    pub scenarios: Vec<ScenarioTold>,
}

impl Report {
    /// The same with the words that the rubric has for kinds of moments and items of the survey in place of their ids, for a
    /// page. One that it does not know keeps its id.
    #[must_use]
    pub fn in_words_of(mut self, rubric: &Rubric) -> Self {
        let moments = rubric.moments.iter().map(|moment| (moment.id.as_str(), moment.label.as_str()));
        let items = rubric.survey.items.iter().map(|item| (item.id.as_str(), item.text.as_str()));
        reword(&mut self.moments, &moments.collect());
        reword(&mut self.survey, &items.collect());
        self
    }
}

fn reword(figures: &mut [(String, ShareTold)], words: &BTreeMap<&str, &str>) {
    for (name, _) in figures {
        if let Some(&words) = words.get(name.as_str()) {
            words.clone_into(name);
        }
    }
}

/// What a report was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Covers {
    pub sources: Sources,
    /// Everybody who has an attempt, of whatever kind, and all attempts. Either is held back where it could be worked out from
    /// it how many few people have stopped.
    pub everybody: Shown<u64>,
    pub attempts: Shown<u64>,
    /// Those with a first attempt at a scenario that came to an end, and these attempts.
    pub people: Shown<u64>,
    pub first_attempts: Shown<u64>,
    /// Of these, those without hints and feedback.
    pub assessed: ShareTold,
    /// First attempts that did not come to an end.
    pub stopped: ShareTold,
    /// Attempts at a scenario that somebody knew.
    pub practice: Shown<u64>,
    /// The first and the last month with a first attempt.
    pub months: Option<[Month; 2]>,
    /// How often an attempt came again, from another file for example, and did not count.
    pub again: u64,
    /// Attempts that came in versions that differ: which of them counted depends on which came first.
    pub differing: u64,
}

/// What was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sources {
    /// How many files and record stores.
    pub number: u64,
    /// Lines of files and statements of stores that could not be read.
    pub unread: u64,
}

/// A mean beside its target.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// The training strategy; `None` for all attempts.
    pub strategy: Option<String>,
    pub measure: Measure,
    pub mean: f64,
    pub target: u8,
    /// Target − mean: above 0 where there is something to do.
    pub gap: f64,
    /// On a dimension over all attempts.
    pub others: Option<Others>,
}

/// What others would come to on average in the same conversations, 0–100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Others {
    pub guessing: f64,
    pub expert: f64,
}

/// Whose attempts are taken together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupName {
    Everyone,
    /// Those that are practised in the very same scenarios, so that their attempts are the same.
    Strategies(Vec<String>),
    /// One text of a scenario.
    Scenario {
        id: String,
        title: String,
        hash: ContentHash,
    },
}

/// Attempts that are taken together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    pub name: GroupName,
    /// By [`Measure::ALL`].
    pub whole: [Shown<Spread>; 4],
    /// By month.
    pub months: Vec<(Month, [Shown<Spread>; 4])>,
}

/// How often something was so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    pub yes: u64,
    pub of: u64,
}

impl Share {
    /// 0–100.
    #[must_use]
    pub fn percent(self) -> f64 {
        100.0 * real(self.yes.into()) / real(self.of.max(1).into())
    }
}

/// How often something was so, as far as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ShareTold {
    Told(Share),
    /// It was never asked.
    Nobody,
    /// With somebody, and with fewer than five people; of so many times, where that may be told.
    Few {
        of: Option<u64>,
    },
    /// With all but somebody, and fewer than five people.
    AllButFew {
        of: Option<u64>,
    },
    /// Both sides are of few people, or how often could be worked out from this and other figures.
    HeldBack,
}

impl ShareTold {
    /// How often, where it may be told exactly.
    #[must_use]
    pub const fn told(&self) -> Option<&Share> {
        match self {
            Self::Told(share) => Some(share),
            Self::Nobody | Self::Few { .. } | Self::AllButFew { .. } | Self::HeldBack => None,
        }
    }
}

/// What is watched over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// The conversation was left before it came to an end; all others count those that did.
    StoppedEarly,
    Passed,
    EndedWell,
    EndedUnsafe,
    MomentsMet,
    ObjectivesMet,
    /// "Next time I will …" was filled in.
    NextTime,
}

impl Indicator {
    /// All of them, in the order they are always shown.
    pub const ALL: [Self; 7] = [
        Self::StoppedEarly,
        Self::Passed,
        Self::EndedWell,
        Self::EndedUnsafe,
        Self::MomentsMet,
        Self::ObjectivesMet,
        Self::NextTime,
    ];

    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::StoppedEarly => "Stopped early",
            Self::Passed => "Attempts passed",
            Self::EndedWell => "Ended well for the patient",
            Self::EndedUnsafe => "Ended unsafely",
            Self::MomentsMet => "Moments met",
            Self::ObjectivesMet => "Objectives met",
            Self::NextTime => "Said what they will do next time",
        }
    }
}

/// An indicator, over all and by month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndicatorOverTime {
    pub indicator: Indicator,
    pub whole: ShareTold,
    pub months: Vec<(Month, ShareTold)>,
}

/// Gains from one scenario to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GainsTold {
    /// By dimension.
    pub gains: Vec<(Measure, Shown<Gain>)>,
    /// How many people began and did not go on to the second.
    pub left: Shown<u64>,
}

/// Gains between two scenarios that were named.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairGainsTold {
    /// The ids of the scenario for before and the one for after.
    pub pair: [String; 2],
    /// Their titles; the ids where they are not known.
    pub titles: [String; 2],
    pub gains: GainsTold,
}

/// One text of a scenario as a test, and what was said at its decisions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioTold {
    pub id: String,
    pub title: String,
    pub hash: ContentHash,
    /// Whether attempts at another text of the same scenario are among the others.
    pub other_texts: bool,
    /// First attempts that were stopped before an ending.
    pub stopped: ShareTold,
    /// What others come to in this very text, if it was at hand.
    pub marks: Option<Marks>,
    pub items: ItemStatistics,
    /// For its author, by scene: the decisions that groups met, or of which something was said.
    pub decisions: Vec<DecisionTold>,
}

/// What was said of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionTold {
    /// The scene's id.
    pub scene: String,
    /// How often the facilitators of groups disagreed with the key; held back below five groups.
    pub groups: Shown<Disagreed>,
    /// What trainees typed before they saw the options, alone or in a group; at most 50 comments.
    pub trainees: Shown<Vec<String>>,
    /// What facilitators think of the key; at most 50 comments, held back below five groups that met the decision.
    pub facilitators: Shown<Vec<String>>,
}

impl ScenarioTold {
    /// The title, with the beginning of its hash where there are attempts at another text of it.
    #[must_use]
    pub fn label(&self) -> String {
        let hash: String = self.hash.to_string().chars().take(7).collect();
        if self.other_texts { format!("{} ({hash})", self.title) } else { self.title.clone() }
    }
}
