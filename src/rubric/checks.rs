//! When the fairness checks speak, as `assets/checks.ron`, `feedback.ron` and `plain-words.ron` give it.

use super::{BehaviourId, Terms};

/// When the fairness checks speak. See `assets/checks.ron` for what each one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checks {
    /// With fewer decisions a scenario is a sketch, and not asked to be a fair test.
    pub sketch_below: usize,
    /// What chance alone would give in fewer scenarios than this, of a hundred, is no chance.
    pub by_chance: u8,
    /// How many points below nothing and below every other option an option must be, on each dimension, to be one that
    /// nobody would choose.
    pub straw_man: i32,
    /// How much one decision may hold.
    pub one_decision: OneDecision,
    /// Reading grades.
    pub reading: Reading,
}

/// How much of a dimension one decision may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneDecision {
    /// With fewer decisions nothing is said.
    pub from: usize,
    /// More than this share is too much, in percent.
    pub above: u8,
}

/// The highest reading grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Of what the patient says and of options that show plain words.
    pub spoken: u8,
    /// Of feedback.
    pub feedback: u8,
    /// A text of at least so many words is judged by itself.
    pub one_text: usize,
    /// And so many grades are forgiven it.
    pub one_text_more: u8,
    /// All texts of one kind together are judged from so many words on.
    pub all_texts: usize,
}

/// What feedback must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Feedback {
    /// The fewest words that can be of use.
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
    /// The terms, each with a plain one.
    pub terms: Terms,
}
