//! A hub has topics, and stands where the talk can come back to.

use crate::scenario::document::{ChoiceDoc, ConditionKind, SceneDoc, Topics};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A hub that cannot be one.
    ///
    /// ## Why it matters
    /// The talk comes back to a hub after each of its topics. Without a topic it never does; an interruption cannot be
    /// come back to, and an ending has nothing to choose. Which topic to raise meets no moment: that comes in the scenes
    /// of the topics. Where there is time for more topics than there are, the time is never up, for each can be taken only
    /// once; as many as there are is allowed, and says that all can be raised.
    ///
    /// Whether a topic is left is asked on the way back, before the hub is visited again. A topic whose `when` counts the
    /// visits of its own hub, or how long ago it was met, would be on offer on the way and gone on arrival, or the other way
    /// round: the trainee would be stuck, or be led on though something is left.
    ///
    /// ## Before
    /// ```ron a scene
    /// hub: (on: "better"),
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// hub: (on: "better"),
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", answer: "My son.", shows: [open_question], why: "You asked."),
    ///     (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "hub-shape", Error;
}

/// Every hub has topics, and no more time than for all of them.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let topics = Topics::of(context.document);
    for (index, (id, scene)) in context.document.scenes().enumerate() {
        let Some(hub) = scene.hub.as_ref().filter(|_| !scene.unread.has("choices") && scene.choices.is_some()) else {
            continue;
        };
        let Some(topics) = topics.of_hub(index) else { continue };
        let count = topics.len();
        let times: Option<(usize, _)> = hub.times.as_ref().map(|times| (times.value.get(), times.span));
        if count == 0 && scene.choices().all(|choice| choice.unread.is_empty()) {
            let message = "No choice of this hub comes back to it, so it has no topic";
            let hint = "leave `then` out of a choice, or let the scenes that it leads to lead back here";
            found.push(RULE.at(hub.span.opening(), message).hint(hint));
        } else if let Some((times, span)) = times.filter(|(times, _)| *times > count) {
            let message = format!("There is time for {times} topics, and this hub has {count}");
            found.push(RULE.at(span, message).hint("lower `times`, or leave it out where there is time for all"));
        }
        let topics = scene.choices().enumerate().filter(|(index, _)| topics.contains(index));
        topics.for_each(|(_, topic)| counting_visits(&id.value, topic, found));
    }
}

/// Reports where the condition of a topic asks when, or how often, its own hub was met.
fn counting_visits(hub: &Id, topic: &ChoiceDoc, found: &mut Vec<Diagnostic>) {
    let Some(when) = &topic.when else { return };
    when.walk(&mut |condition| match &condition.kind {
        ConditionKind::Visits(scene, _) | ConditionKind::Since(scene, ..) if scene.value == *hub => {
            let message =
                "This topic comes and goes with each visit of its own hub, and whether a topic is left is asked before";
            let hint =
                "ask for what was done, with `Chose` or a flag that another topic sets; `times` limits the visits";
            found.push(RULE.at(condition.span, message).hint(hint));
        }
        _ => {}
    });
}

/// A hub is no interruption and no ending, and names no moment.
pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let Some(hub) = &scene.hub else { return };
    if scene.breaks_in.is_some() {
        let message = "An interruption cannot be a hub: nothing may lead back to it";
        found.push(RULE.at(hub.span.opening(), message).hint("take `hub` out, or lead to a scene that is a hub"));
    }
    if scene.ending.is_some() {
        let message = "An ending cannot be a hub: there is nothing to choose";
        found.push(RULE.at(hub.span.opening(), message).hint("take `hub` out"));
    }
    if let Some(moment) = &scene.moment {
        let message = "A hub names no moment: which topic comes next does not meet one";
        found.push(RULE.at(moment.span, message).hint("name the moment in the scenes of its topics"));
    }
}
