//! The codes of what is wrong with a scenario beyond its single values, each with its meaning.

use crate::source::reading_code::code_table;

code_table! {
    /// Every code that reading a scenario gives beside those of syntax and of values, with its meaning.
    pub SCENARIO_CODES {
        /// A branch that leads nowhere, or in two ways at once.
        BRANCH_SHAPE = "branch-shape";
        /// A scene with neither choices nor an ending, or with both.
        CHOICES_OR_ENDING = "choices-or-ending";
        /// A condition that is not written as it must be.
        CONDITION_SHAPE = "condition-shape";
        /// Two things of one kind with the same id.
        DUPLICATE_ID = "duplicate-id";
        /// A list that must hold something and is empty.
        EMPTY_LIST = "empty-list";
        /// A scene that breaks in by itself, and something leads to it all the same.
        INTERRUPTION_AS_TARGET = "interruption-as-target";
        /// A scene with both `patient` and `lines`.
        LINES_OR_PATIENT = "lines-or-patient";
        /// A branch or variant after one that always applies.
        NEVER_APPLIES = "never-applies";
        /// A format that this version of Bedside is too old for.
        NEWER_FORMAT = "newer-format";
        /// A list of branches or variants that may leave none.
        NO_FALLBACK = "no-fallback";
        /// `Ended` with a scene that is not an ending.
        NOT_AN_ENDING = "not-an-ending";
        /// A condition about the end, asked before it.
        ONLY_IN_OBJECTIVES = "only-in-objectives";
        /// An empathic opportunity that does not say what there is to notice.
        OPPORTUNITY_WITHOUT_CUE = "opportunity-without-cue";
        /// Warning: a word that stands twice in a list.
        REPEATED_WORD = "repeated-word";
        /// `Resume` in a scene that is no interruption.
        RESUME_OUTSIDE = "resume-outside";
        /// A timer that takes a choice which may not be on offer, or that stands in an ending.
        TIMER_CHOICE = "timer-choice";
        /// More of something than the format allows.
        TOO_MANY = "too-many";
        /// A behaviour that the catalogue does not have.
        UNKNOWN_BEHAVIOUR = "unknown-behaviour";
        /// A choice that is not there.
        UNKNOWN_CHOICE = "unknown-choice";
        /// `allow` with a code that no warning has.
        UNKNOWN_CODE = "unknown-code";
        /// A condition that does not exist.
        UNKNOWN_CONDITION = "unknown-condition";
        /// A flag that no choice sets.
        UNKNOWN_FLAG = "unknown-flag";
        /// A format that never was.
        UNKNOWN_FORMAT = "unknown-format";
        /// A mood that the catalogue does not have.
        UNKNOWN_MOOD = "unknown-mood";
        /// A need that the patient does not have.
        UNKNOWN_NEED = "unknown-need";
        /// A speaker who is not among the people.
        UNKNOWN_PERSON = "unknown-person";
        /// A scene that is not there.
        UNKNOWN_SCENE = "unknown-scene";
        /// A strategy that the catalogue does not have.
        UNKNOWN_STRATEGY = "unknown-strategy";
        /// Warning: a scene that nothing leads to.
        UNREACHABLE_SCENE = "unreachable-scene";
        /// A fault of Bedside itself: no mistake was found, and yet the scenario could not be put together.
        UNRESOLVED = "unresolved";
        /// Warning: a flag that is set and never asked for.
        UNUSED_FLAG = "unused-flag";
        /// Warning: someone who never speaks.
        UNUSED_PERSON = "unused-person";
        /// A choice with nothing to say or do, or a silence with words beside it.
        WORDS_OR_SILENCE = "words-or-silence";
    }
}

/// The codes of warnings, which `allow` may name.
pub(crate) const WARNINGS: [&str; 4] = [REPEATED_WORD, UNREACHABLE_SCENE, UNUSED_FLAG, UNUSED_PERSON];
