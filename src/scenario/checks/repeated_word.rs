//! No choice lists a behaviour twice, and no scene a kind of moment.

use std::collections::BTreeMap;

use crate::scenario::document::SceneDoc;
use crate::source::decoding::{Id, Word, short};
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span, Spanned};

use super::Context;

rule! {
    /// A behaviour or a kind of moment that stands twice in a list.
    ///
    /// ## Why it matters
    /// It counts once. Perhaps another one was meant.
    ///
    /// ## Before
    /// ```ron a choice
    /// shows: [open_question, open_question],
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// shows: [open_question, validates],
    /// ```
    pub(crate) RULE = "repeated-word", Warning;
}

/// Up to this many words, each is compared with each.
const FEW: usize = 16;

/// No behaviour occurs twice in the `shows` of a choice, and no kind of moment twice in a scene.
pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    each_once(scene.moment(), found);
    scene.choices().filter_map(|choice| choice.shows.as_deref()).for_each(|shows| each_once(shows, found));
}

fn each_once(shows: &[Spanned<Word>], found: &mut Vec<Diagnostic>) {
    // Most lists are short, and their words are compared faster without a table.
    let repeated = |(index, word): (usize, &Spanned<Word>)| shows[..index].iter().any(|one| one.value == word.value);
    if shows.len() <= FEW && !shows.iter().enumerate().any(repeated) {
        return;
    }
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for word in shows {
        if let Some(first) = seen.insert(&word.value.0, word.span) {
            let repeated = RULE.at(word.span, format!("`{}` stands in this list twice", short(&word.value.0)));
            found.push(repeated.note(first, "it stands here already").hint("once is enough: it counts once"));
        }
    }
}
