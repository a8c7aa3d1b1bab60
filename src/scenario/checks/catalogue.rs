//! Reports words that are not in their catalogue.

use crate::rubric::Named;
use crate::source::decoding::{Word, short};
use crate::source::{Diagnostic, Rule, Spanned, suggest};

use super::scope::MAX_SUGGESTIONS;

/// How to report a word that is not in its catalogue.
pub(super) struct Catalogue {
    pub(super) rule: &'static Rule,
    /// What the word is not: "a mood".
    pub(super) what: &'static str,
    /// The catalogue, as `bedside explain` knows it.
    pub(super) listed_as: &'static str,
}

impl Catalogue {
    /// Reports a word that is not among the known ones.
    pub(super) fn look_up(&self, word: &Spanned<Word>, known: &[Named], found: &mut Vec<Diagnostic>) {
        if known.iter().all(|named| named.id != word.value.0) {
            self.lacks(word, known.iter().map(|named| named.id.as_str()), found);
        }
    }

    /// Reports a word that is not in the catalogue, whose words are `known`.
    pub(super) fn lacks<'a>(
        &self,
        word: &Spanned<Word>,
        known: impl Iterator<Item = &'a str> + Clone,
        found: &mut Vec<Diagnostic>,
    ) {
        let close = if found.len() < MAX_SUGGESTIONS { suggest::hint(&word.value.0, known) } else { None };
        let hint = close.unwrap_or_else(|| format!("`bedside explain {}` lists all of them", self.listed_as));
        found.push(self.rule.at(word.span, format!("`{}` is not {}", short(&word.value.0), self.what)).hint(hint));
    }
}
