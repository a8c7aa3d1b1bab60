//! No option is one that nobody would choose.

use crate::analysis::WrittenDecision;
use crate::rubric::Dimension;
use crate::scenario::{Choice, ChoiceId, Target};
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// An option that nobody would choose.
    ///
    /// ## Why it matters
    /// It fills a place: a choice of three becomes a choice of two, and guessing gets easier. Harm is welcome
    /// among the options when something speaks for it: it is clear, or kind, or quick, and wrong for this patient
    /// at this moment.
    ///
    /// Such an option does harm in every respect: on each dimension it has two points less than nothing, or worse,
    /// which takes two kinds of harm at once, and at least two points less than each of the others. It is one of
    /// three options or more, closes no need, sets no flag, and leads only where others of its scene lead too. An
    /// option that does harm in one or two respects, however much, is not meant.
    ///
    /// ## Before
    /// ```ron a scene
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "know", say: "I want to know more.", shows: [explores_concern], why: "You asked.", then: "better"),
    ///     (id: "fuss", say: "Your circadian rhythm is your own fault.", shows: [blames_patient, jargon], why: "It hurt.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "know", say: "I want to know more.", shows: [explores_concern], why: "You asked.", then: "better"),
    ///     (id: "tea", say: "It may be the tea. Have it before four.", shows: [plain_words, ignores_cue], why: "True, and too soon.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "straw-man", Warning;
}

/// No option does harm on each dimension, far more than every other, and is useless otherwise.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let margin = subject.scenario.rubric.checks.straw_man;
    let mut found = Vec::new();
    for decision in subject.decisions.iter().filter(|decision| decision.options.len() > 2) {
        for (id, choice) in &decision.options {
            if does_harm(choice, margin)
                && is_far_below(decision, *id, choice, margin)
                && is_useless(decision, *id, choice)
            {
                let message = format!(
                    "Nobody would choose `{}`: it does harm in all respects, and every other option is far better",
                    choice.id
                );
                found.push(
                    RULE.at(subject.source_map.choice(*id), message).hint(
                        "give it something that speaks for it: what might a tired, decent professional say here?",
                    ),
                );
            }
        }
    }
    found
}

/// Whether the choice has at most −`margin` points on each dimension.
fn does_harm(choice: &Choice, margin: i32) -> bool {
    Dimension::ALL.into_iter().all(|dimension| choice.points[dimension] <= -margin)
}

/// Whether every other option has at least `margin` more points on each dimension.
fn is_far_below(decision: &WrittenDecision<'_>, id: ChoiceId, choice: &Choice, margin: i32) -> bool {
    let mut others = decision.options.iter().filter(|(other, _)| *other != id);
    others.all(|(_, other)| {
        Dimension::ALL.into_iter().all(|dimension| choice.points[dimension] + margin <= other.points[dimension])
    })
}

/// Whether the choice closes no need, sets no flag, and leads only where other options of the scene lead too.
fn is_useless(decision: &WrittenDecision<'_>, id: ChoiceId, choice: &Choice) -> bool {
    let others = || decision.options.iter().filter(|(other, _)| *other != id).map(|(_, other)| *other);
    let leads_too = |target: Target| others().any(|other| targets(other).any(|one| one == target));
    choice.meets().is_empty() && choice.sets().is_empty() && targets(choice).all(leads_too)
}

fn targets(choice: &Choice) -> impl Iterator<Item = Target> {
    choice.then.branches.iter().flat_map(|branch| &branch.to).map(|(_, target)| *target)
}
