//! What the answers to a sheet come to, and what they are held against.

use std::fmt;

use serde::Serialize;

use crate::scenario::Choice;

use super::super::ratio;
use super::{ReadingSheet, SheetDecision, SheetOption};

/// What somebody's answers come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ReadingResult {
    /// The scenario's id.
    pub scenario: String,
    pub seed: u64,
    /// Whether the sheet shows the scenes.
    pub with_scenes: bool,
    /// By the number of the decision.
    pub answers: Vec<AnswerResult>,
    /// The numbers of the decisions without an answer, which count nowhere.
    pub unanswered: Vec<usize>,
    /// Over all answers: how many find the best option.
    pub best: Picked,
    /// Over the answers at decisions with a moment: how many meet it.
    pub moment: Picked,
    /// What the answers are held against.
    pub limits: Vec<ReadingLimit>,
}

/// What one answer comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AnswerResult {
    pub number: usize,
    pub letter: char,
    /// The scene's id.
    pub scene: String,
    /// The id of the choice that was picked.
    pub choice: String,
    /// Whether it is a best option.
    pub best: bool,
    /// The best options of the decision, by their letter.
    pub best_options: Vec<BestOption>,
    /// The probability that an option picked blindly is the best, 0–1.
    pub best_by_chance: f64,
    /// Whether it meets the moment; `None` where none is named.
    pub meets_moment: Option<bool>,
    /// The probability that an option picked blindly meets the moment, 0–1; `None` where none is named.
    pub moment_by_chance: Option<f64>,
}

/// A best option of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BestOption {
    pub letter: char,
    /// The choice's id.
    pub choice: String,
}

/// How many answers are of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Picked {
    pub found: usize,
    /// Of so many.
    pub of: usize,
    /// How many picking blindly finds on average.
    pub by_chance: f64,
}

/// What answers are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingAgainst {
    /// Who does not see the scenes finds the best in less than this share.
    BestUnseenBelow,
    /// Who sees them finds the best in this share or more.
    BestSeenFrom,
    /// Who sees them meets the moment in this share or more.
    MomentSeenFrom,
}

/// A limit, and whether it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReadingLimit {
    pub against: ReadingAgainst,
    /// The share, in percent.
    pub percent: u8,
    pub kept: bool,
}

impl ReadingResult {
    /// What the letters come to that `picked` gives for the numbers of decisions; letters that are not on the sheet count
    /// as no answer.
    pub(super) fn of(sheet: &ReadingSheet<'_>, picked: impl Fn(usize) -> Option<char>) -> Self {
        let (mut answers, mut unanswered) = (Vec::new(), Vec::new());
        for decision in &sheet.decisions {
            match picked(decision.number).and_then(|letter| decision.option(letter)) {
                Some(option) => answers.push(AnswerResult::of(sheet, decision, option)),
                None => unanswered.push(decision.number),
            }
        }
        let best = Picked::of(answers.iter().map(|answer| (answer.best, answer.best_by_chance)));
        let moment = Picked::of(answers.iter().filter_map(|answer| answer.meets_moment.zip(answer.moment_by_chance)));
        Self {
            scenario: sheet.scenario.id.clone(),
            seed: sheet.seed,
            with_scenes: sheet.with_scenes,
            limits: limits(sheet, best, moment),
            answers,
            unanswered,
            best,
            moment,
        }
    }
}

impl AnswerResult {
    fn of(sheet: &ReadingSheet<'_>, decision: &SheetDecision<'_>, picked: &SheetOption<'_>) -> Self {
        let best = decision.options.iter().filter(|option| option.is_best);
        let best_options: Vec<_> = best.map(BestOption::of).collect();
        let share = |count: usize| ratio(count, decision.options.len());
        let meets = |choice: &Choice| choice.meets_moment() == Some(true);
        let meeting = decision.options.iter().filter(|option| meets(option.choice)).count();
        let meets_moment = picked.choice.meets_moment();
        Self {
            number: decision.number,
            letter: picked.letter,
            scene: sheet.scenario.scene(decision.scene).id.to_string(),
            choice: picked.choice.id.to_string(),
            best: picked.is_best,
            best_by_chance: share(best_options.len()),
            best_options,
            meets_moment,
            moment_by_chance: meets_moment.map(|_| share(meeting)),
        }
    }
}

impl BestOption {
    fn of(option: &SheetOption<'_>) -> Self {
        Self { letter: option.letter, choice: option.choice.id.to_string() }
    }
}

impl Picked {
    fn of(answers: impl Iterator<Item = (bool, f64)>) -> Self {
        let nothing = Self { found: 0, of: 0, by_chance: 0.0 };
        answers.fold(nothing, |picked, (found, chance)| Self {
            found: picked.found + usize::from(found),
            of: picked.of + 1,
            by_chance: picked.by_chance + chance,
        })
    }

    /// The share that was found, in percent, rounded; 0 of nothing.
    #[must_use]
    pub fn percent(self) -> usize {
        (200 * self.found + self.of).checked_div(2 * self.of).unwrap_or(0)
    }

    /// The share that picking blindly finds on average, 0–1; 0 of nothing.
    #[must_use]
    pub fn share_by_chance(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.by_chance / ratio(self.of, 1) }
    }

    /// Whether the share that was found is `percent` or more.
    fn is_from(self, percent: u8) -> bool {
        100 * self.found >= usize::from(percent) * self.of
    }
}

fn limits(sheet: &ReadingSheet<'_>, best: Picked, moment: Picked) -> Vec<ReadingLimit> {
    let limits = sheet.scenario.rubric.fairness.reading;
    let limit = |against, percent, kept| ReadingLimit { against, percent, kept };
    if !sheet.with_scenes {
        let percent = limits.best_unseen_below;
        return vec![limit(ReadingAgainst::BestUnseenBelow, percent, !best.is_from(percent))];
    }
    let mut seen =
        vec![limit(ReadingAgainst::BestSeenFrom, limits.best_seen_from, best.is_from(limits.best_seen_from))];
    if moment.of > 0 {
        let percent = limits.moment_seen_from;
        seen.push(limit(ReadingAgainst::MomentSeenFrom, percent, moment.is_from(percent)));
    }
    seen
}

impl fmt::Display for ReadingLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.percent;
        match self.against {
            ReadingAgainst::BestUnseenBelow => {
                write!(f, "without the scenes, the best is found in less than {percent} % of the decisions")
            }
            ReadingAgainst::BestSeenFrom => {
                write!(f, "with the scenes, the best is found in at least {percent} % of the decisions")
            }
            ReadingAgainst::MomentSeenFrom => {
                write!(f, "with the scenes, the moment is met in at least {percent} % of those that have one")
            }
        }
    }
}
