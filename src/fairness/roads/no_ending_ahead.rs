//! An ending is always ahead.

use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// On some road a trainee comes to a point from which no ending can be reached.
    ///
    /// ## Why it matters
    /// Whatever they choose from there on, the conversation stops without an ending, and there is no debrief of
    /// how it ended. The road to that point is given with the warning.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "noon"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///     ]),
    ///     "noon": (patient: "It was the light.", choices: [
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "noon"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "noon"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///     ]),
    ///     "noon": (patient: "It was the light.", choices: [
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "no-ending-ahead", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.ending_always_ahead)
}

/// The scene at the end of the counter-example, and the road there.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let Some((road, scene)) = subject.counter_example(&subject.proved.ending_always_ahead) else { return Vec::new() };
    let message = format!("From `{}` no ending can be reached on some road", subject.name(scene));
    vec![
        RULE.at(subject.source_map.scene(scene), message)
            .hint(super::told(road))
            .hint("let an option lead on, or make this an ending"),
    ]
}
