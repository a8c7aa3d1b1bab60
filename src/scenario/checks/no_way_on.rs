//! Every choice leads somewhere.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A choice without `then`, in a scene that is no hub.
    ///
    /// ## Why it matters
    /// Nobody would know how the talk goes on. Only the topics of a hub come back by themselves.
    ///
    /// ## Before
    /// ```ron a scene
    /// choices: [(id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.")],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// choices: [(id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better")],
    /// ```
    pub(crate) RULE = "no-way-on", Error;
}

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if scene.hub.is_some() || scene.unread.has("hub") {
        return;
    }
    for choice in scene.choices().filter(|choice| choice.then.is_none() && !choice.unread.has("then")) {
        let message = "This choice leads nowhere: it has no `then`";
        let hint = "add the scene that follows: `then: \"…\"`; only a choice of a hub may do without";
        found.push(RULE.at(choice.span.opening(), message).hint(hint));
    }
}
