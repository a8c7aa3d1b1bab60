//! Every choice says or does something.

use crate::scenario::document::{ChoiceDoc, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A choice with nothing to say or do, or a silence with words beside it.
    ///
    /// ## Why it matters
    /// The trainee would see an empty choice; or a silence that is none. Something done without words is an
    /// `act`.
    ///
    /// ## Before
    /// ```ron a choice
    /// say: None,
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// say: "What kept you awake?",
    /// ```
    pub(crate) RULE = "words-or-silence", Error;
}

/// Every choice has `say`, `act` or both, or else `silence`.
pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    scene.choices().for_each(|choice| something(choice, found));
}

fn something(choice: &ChoiceDoc, found: &mut Vec<Diagnostic>) {
    let unread = ["say", "act", "silence"].into_iter().any(|field| choice.unread.has(field));
    match (choice.say.as_ref().or(choice.act.as_ref()), &choice.silence) {
        (Some(spoken), Some(silence)) => found.push(
            RULE.at(silence.span, "A silence has neither `say` nor `act` beside it")
                .note(spoken.span, "this stands beside it")
                .hint("for something done without words, use `act` alone"),
        ),
        (None, None) if !unread => {
            let at = choice.id.as_ref().map_or(choice.span, |id| id.span);
            found.push(RULE.at(at, "In this choice nothing is said or done").hint("add `say`, `act` or `silence`"));
        }
        _ => {}
    }
}
