//! There is always something to choose.

use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// On some road a trainee comes to a scene where nothing is on offer.
    ///
    /// ## Why it matters
    /// The conversation stops there, with no ending and no way out. Every option of the scene has a condition
    /// that does not hold on that road, or has been taken already: an option can be taken once. The road is given
    /// with the warning.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "noon"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///     ]),
    ///     "noon": (patient: "It was the light.", choices: [
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better", when: AtLeast(trust, 90)),
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
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better", when: AtLeast(trust, 90)),
    ///         (id: "lamp", act: "Turn the lamp off.", shows: [offers_support], why: "You did it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "stuck", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.always_something_to_choose)
}

/// The scene at the end of the counter-example, and the road there.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let Some((road, scene)) = subject.counter_example(&subject.proved.always_something_to_choose) else {
        return Vec::new();
    };
    let message = format!("In `{}` nothing is left to choose on some road", subject.name(scene));
    vec![
        RULE.at(subject.source_map.scene(scene), message)
            .hint(super::told(road))
            .hint("let one option always be on offer, or let the road lead elsewhere"),
    ]
}
