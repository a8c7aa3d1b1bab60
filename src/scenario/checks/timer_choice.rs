//! The choice that a timer takes is always on offer.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A timer that takes a choice which may not be on offer, or that stands in an ending.
    ///
    /// ## Why it matters
    /// When time is up the choice is taken, whatever has happened before. So it must always be there to take.
    ///
    /// ## Before
    /// ```ron a scene
    /// timer: (seconds: 20, then: "wait"),
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "wait", silence: "Wait.", shows: [], why: "You waited.", then: "better", when: AtLeast(trust, 30)),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// timer: (seconds: 20, then: "wait"),
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "wait", silence: "Wait.", shows: [], why: "You waited.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "timer-choice", Error;
}

/// No timer is in an ending, and each takes a choice without a condition.
pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let Some(timer) = &scene.timer else { return };
    if scene.ending.is_some() && scene.choices.is_none() {
        let message = "There is nothing to choose in an ending, so no time can run out";
        found.push(RULE.at(timer.span.opening(), message).hint("take the timer out"));
        return;
    }
    let Some(then) = &timer.then else { return };
    let taken = scene.choices().find(|choice| choice.id.as_ref().is_some_and(|id| id.value == then.value));
    if let Some(when) = taken.and_then(|choice| choice.when.as_ref()) {
        let message = format!("The timer takes `{}`, which is not always on offer", then.value.0);
        let conditional = RULE.at(then.span, message).note(when.span, "it has a condition here");
        found.push(conditional.hint("name a choice without `when`"));
    }
}
