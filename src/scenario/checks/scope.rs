//! The declared names of one kind, by which references are checked.

use crate::hash::NameSet;
use crate::source::decoding::Id;
use crate::source::{Diagnostic, Rule, Span, Spanned, suggest};

/// The most diagnostics with a "did you mean": nobody reads more, and each compares every name.
pub(super) const MAX_SUGGESTIONS: usize = 50;

/// The hint where another name is declared twice.
const DOUBLED_FIRST: &str = "mend first the id that is there twice: one of the two may be the one meant here";

/// How to report a name that is not declared.
pub(super) struct Missing<'a> {
    pub(super) rule: &'static Rule,
    /// What the name is not: "a scene".
    pub(super) what: &'a str,
    /// The hint where no declared name is similar.
    pub(super) hint: &'a str,
    /// The name that was probably meant where none is similar, if there is one.
    pub(super) likely: Option<&'a str>,
}

/// The declared names of one kind, and whether all of them are known: where some could not be read, which has
/// been reported, a name that is not among them may still be declared.
#[derive(Clone, Debug)]
pub(super) struct Scope<'a> {
    names: NameSet<'a>,
    whole: bool,
    /// Where a name is declared again. One of the two was most likely meant to be another, so that what names it is no
    /// mistake of its own.
    doubled: Option<Span>,
}

impl<'a> Scope<'a> {
    /// `None` in `ids` stands for a name that could not be read; `whole` says whether the list itself was read in full.
    pub(super) fn new(whole: bool, ids: impl Iterator<Item = Option<&'a Spanned<Id>>>) -> Self {
        let mut scope = Self { names: NameSet::default(), whole, doubled: None };
        scope.extend(ids);
        scope
    }

    /// Adds names; `None` stands for one that could not be read.
    pub(super) fn extend(&mut self, ids: impl Iterator<Item = Option<&'a Spanned<Id>>>) {
        self.names.reserve(ids.size_hint().0);
        for id in ids {
            match id {
                Some(id) if self.names.insert(&id.value.0) => {}
                Some(id) => self.doubled = Some(id.span),
                None => self.whole = false,
            }
        }
    }

    /// The same, where names may well be declared more than once.
    pub(super) fn with_doubles_meant(self) -> Self {
        Self { doubled: None, ..self }
    }

    /// If `gaps`, notes that some names are not known.
    pub(super) fn incomplete_if(&mut self, gaps: bool) {
        self.whole &= !gaps;
    }

    /// Whether all names are known.
    pub(super) const fn is_complete(&self) -> bool {
        self.whole
    }

    /// Whether `id` is certainly not declared.
    pub(super) fn lacks(&self, id: &str) -> bool {
        self.whole && !self.names.contains(id)
    }

    /// A hint at the name that was probably meant: a similar one, else `likely`; `otherwise` where there is neither.
    pub(super) fn hint(
        &self,
        id: &str,
        found: &[Diagnostic],
        likely: Option<&str>,
        otherwise: impl FnOnce() -> String,
    ) -> String {
        if found.len() >= MAX_SUGGESTIONS {
            return otherwise();
        }
        let mut names: Vec<&str> = self.names.iter().copied().collect();
        names.sort_unstable();
        let close = suggest::closest(id, names.iter().copied()).or(likely);
        close.map(suggest::did_you_mean).or_else(|| suggest::list(names)).unwrap_or_else(otherwise)
    }

    /// Reports a name that is not declared.
    pub(super) fn look_up(&self, missing: &Missing<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
        if self.lacks(&id.value.0) {
            let hint = self.hint(&id.value.0, found, missing.likely, || missing.hint.to_owned());
            let message = format!("`{}` is not {}", id.value.0, missing.what);
            let doubled = self.doubled.map(|_| DOUBLED_FIRST.to_owned());
            found.push(missing.rule.at(id.span, message).hint(hint).hints(doubled).caused_by(self.doubled));
        }
    }
}
