//! Collects syntax errors so that one mistake gives one diagnostic.

use crate::source::diagnostics::{Diagnostic, too_many_errors};
use crate::source::limits::{MAX_SYNTAX_DIAGNOSTICS, MAX_VALUES};
use crate::source::span::Span;

use super::rules;

/// The hint for an error that hides the rest of the file.
pub(super) const HIDES_THE_REST: &str = "what follows could not be checked until this is mended";

/// The hint for a stray character.
pub(super) const STRAY_HINT: &str = "delete it; if it belongs to a text, the text must stand between quotation marks";

/// The hint for a file beyond the limits.
pub(super) const SPLIT_HINT: &str = "split it into several scenarios";

/// The syntax errors found so far.
pub(super) struct SyntaxErrors<'a> {
    text: &'a str,
    found: Vec<Diagnostic>,
    /// For rules that are reported once a file: the index in `found`, and how often the rule was broken again.
    repeated: Vec<(usize, usize)>,
    /// Whether the whole text was read.
    complete: bool,
}

impl<'a> SyntaxErrors<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new(), repeated: Vec::new(), complete: true }
    }

    /// Adds an error, unless there are too many already.
    pub(super) fn report(&mut self, error: Diagnostic) {
        if !self.is_full() {
            self.found.push(error);
        }
        if self.is_full() {
            self.complete = false;
        }
    }

    /// Adds an error of a kind that repeats throughout a file, such as pasted typographic quotes:
    /// the first is reported, the rest are counted.
    pub(super) fn report_first(&mut self, error: Diagnostic) {
        let found = &self.found;
        let earlier = self.repeated.iter_mut().find(|(at, _)| found.get(*at).is_some_and(|it| it.rule == error.rule));
        if let Some((_, more)) = earlier {
            *more += 1;
        } else {
            self.repeated.push((self.found.len(), 0));
            self.report(error);
        }
    }

    /// Adds an error that hides what follows.
    pub(super) fn report_hiding(&mut self, error: Diagnostic) {
        self.complete = false;
        self.report(error.hint(HIDES_THE_REST));
    }

    /// Reports, once, that a text holds more values than are read.
    pub(super) fn too_many_values(&mut self, at: Span) {
        if self.found.iter().all(|error| *error.rule != rules::TOO_MANY_VALUES) {
            let message = format!("This file holds more than {MAX_VALUES} values, and no more are read");
            self.report_hiding(rules::TOO_MANY_VALUES.at(at, message).hint(SPLIT_HINT));
        }
    }

    /// Whether reading should stop because there are too many errors already.
    pub(super) const fn is_full(&self) -> bool {
        self.found.len() >= MAX_SYNTAX_DIAGNOSTICS
    }

    /// Whether nothing is hidden so far.
    pub(super) const fn complete(&self) -> bool {
        self.complete
    }

    pub(super) const fn len(&self) -> usize {
        self.found.len()
    }

    /// Drops errors from the `first` one on that start at or after `byte`: they cascade from one that is
    /// reported already.
    pub(super) fn discard(&mut self, first: usize, byte: usize) {
        let mut index = 0;
        self.found.retain(|error| {
            index += 1;
            index <= first || error.span.start() < byte
        });
    }

    /// The diagnostics, in the order of the text and at most one a line, since the second error on a line most
    /// often cascades from the first; and whether the whole text was read.
    pub(super) fn finish(mut self) -> (Vec<Diagnostic>, bool) {
        let is_full = self.is_full();
        for (at, more) in std::mem::take(&mut self.repeated) {
            if let Some(error) = self.found.get_mut(at).filter(|_| more > 0) {
                let places = if more == 1 { "is 1 more place" } else { "are more places" };
                let count = if more == 1 { String::new() } else { format!(" ({more})") };
                error.hints.push(format!("there {places} like this in the file{count}: replace them all at once"));
            }
        }
        self.found.sort_by_key(|error| error.span);
        let mut kept: Vec<Diagnostic> = Vec::new();
        for error in self.found {
            let cascading = kept.last().is_some_and(|last| {
                self.text.get(last.span.start()..error.span.start()).is_some_and(|between| !between.contains('\n'))
            });
            if !cascading {
                kept.push(error);
            }
        }
        if is_full {
            let at = kept.last().map_or(0, |last| last.span.end());
            kept.push(too_many_errors(at, "Too many errors: reading stopped here"));
        }
        (kept, self.complete)
    }
}
