//! Words that come from catalogues.

use std::collections::BTreeMap;

use crate::rubric::{Named, Rubric};
use crate::scenario::code;
use crate::source::decode::{Word, short};
use crate::source::{Diagnostic, Span, Spanned, suggest};

use super::super::document::ConditionKind;
use super::Context;
use super::scope::MOST_SUGGESTIONS;

/// What a word of a catalogue is called, its code where it is unknown, and where all of them stand.
type Catalogue = (&'static str, &'static str, &'static str);
const BEHAVIOUR: Catalogue = (code::UNKNOWN_BEHAVIOUR, "a behaviour", "assets/behaviours.ron");
const STRATEGY: Catalogue = (code::UNKNOWN_STRATEGY, "a strategy", "assets/strategies.ron");
const MOOD: Catalogue = (code::UNKNOWN_MOOD, "a mood", "assets/moods.ron");

/// `unknown-behaviour`, `unknown-strategy`, `unknown-mood`: a word that is not in its catalogue;
/// `repeated-word` (a warning): one that stands twice in a list.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let (document, rubric) = (context.document, context.rubric);
    for word in document.practises.iter().flat_map(|practises| &practises.value) {
        of_catalogue(STRATEGY, word, &rubric.strategies, found);
    }
    for (_, scene) in document.scenes() {
        scene.mood.iter().for_each(|mood| of_catalogue(MOOD, mood, &rubric.moods, found));
    }
    for (_, choice) in document.choices() {
        choice.shows.iter().flatten().for_each(|word| behaviour(rubric, word, found));
        once(choice.shows.iter().flatten(), found);
    }
    let needs = document.patient.iter().flat_map(|patient| patient.needs.iter().flatten());
    for word in needs.flat_map(|need| need.cleared_by.iter().flat_map(|words| &words.0)) {
        behaviour(rubric, word, found);
    }
    for (condition, _) in &context.conditions {
        match &condition.kind {
            ConditionKind::Shown(word) => behaviour(rubric, word, found),
            ConditionKind::Before(first, second) => {
                behaviour(rubric, first, found);
                behaviour(rubric, second, found);
            }
            _ => {}
        }
    }
}

fn behaviour(rubric: &Rubric, word: &Spanned<Word>, found: &mut Vec<Diagnostic>) {
    if rubric.find(&word.value.0).is_none() {
        unknown(BEHAVIOUR, word, rubric.behaviours.iter().map(|known| known.id.as_str()), found);
    }
}

fn of_catalogue(catalogue: Catalogue, word: &Spanned<Word>, known: &[Named], found: &mut Vec<Diagnostic>) {
    if known.iter().all(|named| named.id != word.value.0) {
        unknown(catalogue, word, known.iter().map(|named| named.id.as_str()), found);
    }
}

/// Notes a word that its catalogue does not have.
fn unknown<'a>(
    (code, what, file): Catalogue,
    word: &Spanned<Word>,
    known: impl Iterator<Item = &'a str> + Clone,
    found: &mut Vec<Diagnostic>,
) {
    let close = if found.len() < MOST_SUGGESTIONS { suggest::hint(&word.value.0, known) } else { None };
    let hint = close.unwrap_or_else(|| format!("all of them stand in `{file}`"));
    let message = format!("`{}` is not {what}", short(&word.value.0));
    found.push(Diagnostic::error(code, word.span, message).hint(hint));
}

fn once<'a>(words: impl Iterator<Item = &'a Spanned<Word>>, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for word in words {
        if let Some(first) = seen.insert(&word.value.0, word.span) {
            let repeated = Diagnostic::warning(
                code::REPEATED_WORD,
                word.span,
                format!("`{}` stands in this list twice", short(&word.value.0)),
            );
            found.push(repeated.note(first, "it stands here already").hint("once is enough: it counts once"));
        }
    }
}
