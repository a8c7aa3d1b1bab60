//! Lists of which the first matching entry counts: the branches of a choice, the variants of a text.

use crate::scenario::document::{ConditionDoc, ConditionKind, SceneDoc};
use crate::source::Span;
use crate::source::decoding::UnreadFields;

/// A list of which the first matching entry counts.
pub(super) struct FirstMatch {
    /// What an entry is called.
    pub(super) what: &'static str,
    pub(super) span: Span,
    /// Whether every entry could be read.
    pub(super) whole: bool,
    pub(super) entries: Vec<Entry>,
}

#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) span: Span,
    pub(super) applies: Applies,
}

/// When an entry applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Applies {
    Always,
    /// Where the condition with this span holds.
    When(Span),
    /// It has a condition that could not be read.
    Unknown,
}

impl FirstMatch {
    /// Adds every such list of a scene, except those with a single entry that always applies, in which nothing can be
    /// wrong.
    pub(super) fn of(scene: &SceneDoc, lists: &mut Vec<Self>) {
        let conditional = |entry: Entry| entry.applies != Applies::Always;
        for then in scene.choices().filter_map(|choice| choice.then.as_ref()) {
            let entries = || then.branches.iter().map(|one| Entry::new(one.span, one.when.as_deref(), &one.unread));
            if then.branches.len() != 1 || entries().any(conditional) {
                lists.push(Self { what: "branch", span: then.span, whole: then.whole, entries: entries().collect() });
            }
        }
        for text in scene.texts() {
            let entries = || text.variants.iter().map(|one| Entry::new(one.span, one.when.as_deref(), &one.unread));
            if text.variants.len() != 1 || entries().any(conditional) {
                lists.push(Self { what: "variant", span: text.span, whole: text.whole, entries: entries().collect() });
            }
        }
    }

    /// What its entries are called.
    pub(super) fn plural(&self) -> &'static str {
        if self.what == "branch" { "branches" } else { "variants" }
    }
}

impl Entry {
    fn new(span: Span, when: Option<&ConditionDoc>, unread: &UnreadFields) -> Self {
        let applies = match when {
            Some(ConditionDoc { kind: ConditionKind::Broken | ConditionKind::SceneLeftOut(..), .. }) => {
                Applies::Unknown
            }
            Some(condition) => Applies::When(condition.span),
            None if unread.has("when") => Applies::Unknown,
            None => Applies::Always,
        };
        Self { span, applies }
    }
}
