//! The thresholds and word lists of the fairness checks, from `checks.ron`, `feedback.ron` and `plain-words.ron` in
//! `assets`.

use super::{BehaviourId, Terms};

/// The thresholds of the fairness checks. `assets/checks.ron` says what each one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checks {
    /// A scenario with fewer decisions than this is a sketch, which need not be a fair test.
    pub sketch_below: usize,
    /// A significance level in percent: the best option gives itself away where chance alone would do so in fewer
    /// scenarios of a hundred.
    pub by_chance: u8,
    /// An option is a straw man if, on each dimension, it is at least this many points below 0 and below every other
    /// option of its scene.
    pub straw_man: i32,
    pub one_decision: OneDecision,
    pub reading: Reading,
}

/// How much of a dimension's points one decision may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneDecision {
    /// The fewest decisions of a scenario that is checked.
    pub from: usize,
    /// The largest share allowed, in percent.
    pub above: u8,
}

/// The highest reading grades allowed (Flesch and Kincaid, school years of the United States).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// For what the patient says and for options that show plain words.
    pub spoken: u8,
    pub feedback: u8,
    /// The fewest words of a text that is judged by itself.
    pub one_text: usize,
    /// How many grades above the limit such a text may be.
    pub one_text_more: u8,
    /// All texts of one kind are judged together if they have at least this many words.
    pub all_texts: usize,
}

/// What feedback is checked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Feedback {
    /// The fewest words of feedback on an option that was not the best.
    pub least_words: usize,
    /// Terms that scold, each with the reason.
    pub scolding: Terms,
}

/// Terms that a patient would not know.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlainWords {
    /// The behaviour that promises plain words.
    pub behaviour: BehaviourId,
    /// The terms, each with a plain alternative.
    pub terms: Terms,
}
