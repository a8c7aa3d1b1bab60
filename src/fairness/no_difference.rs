//! Every decision makes a difference.

use crate::rubric::Dimension;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// A decision at which all options score the same.
    ///
    /// ## Why it matters
    /// Whoever reads such a scene weighs the options as carefully as any other, and the choice counts for
    /// nothing. If the options differ, some behaviour differs too: tag it. If the scene is there for the story
    /// alone, say so with `allow`.
    ///
    /// ## Before
    /// ```ron a scene
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "tell", say: "Tell me about your night.", shows: [open_question], why: "You asked.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "bad", say: "Was it bad?", shows: [yes_no_check], why: "He could say no more than yes or no.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "no-difference", Warning;
}

/// At every decision some options differ in points.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let same = subject
        .decisions
        .iter()
        .filter(|decision| Dimension::ALL.into_iter().all(|dimension| decision.spread[dimension] == 0));
    same.map(|decision| {
        let message = format!("All options of `{}` score the same", subject.name(decision.scene));
        RULE.at(subject.source_map.scene(decision.scene), message)
            .hint("let one show a behaviour that another does not, or make them one option")
    })
    .collect()
}
