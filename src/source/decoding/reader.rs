//! Collects diagnostics while values are read.

use std::fmt::Display;

use arcstr::ArcStr;

use crate::shared::SharedText;
use crate::source::diagnostics::Diagnostic;
use crate::source::span::{Source, Span};
use crate::source::syntax::{Node, Parsed, Value};

use super::rules;

/// The most diagnostics that are shown for a file: no one reads more, and a hostile file could cause millions. A
/// reader keeps one more, which tells that there are too many.
pub(crate) const MAX_DIAGNOSTICS: usize = 1_000;

/// Collects diagnostics while values are read.
#[derive(Debug)]
pub(crate) struct Reader {
    diagnostics: Vec<Diagnostic>,
    pub(super) subject: Subject,
    /// Whether a part of what is being read could not be read, which has been reported.
    pub(super) incomplete: bool,
    /// Whether the tree holds the whole text, so that what is absent is missing.
    pub(super) complete: bool,
    /// The spans of syntax errors: what seems to be absent around one may be hidden there.
    pub(super) syntax_errors: Vec<Span>,
    /// The words without quotes that are not one word, such as `de-escalation`, where a word of a list belongs. They are
    /// looked up as they are: the list knows what was meant, and the syntax error does not.
    unquoted_words: Vec<Span>,
    /// The text that is read; the values share parts of it.
    text: ArcStr,
}

/// What a message is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject {
    /// Something without a name.
    This,
    /// The value of a field.
    Field(&'static str),
    /// One entry of a field's list.
    EntryOf(&'static str),
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::This => f.write_str("This"),
            Self::Field(name) => write!(f, "`{name}`"),
            Self::EntryOf(name) => write!(f, "An entry of `{name}`"),
        }
    }
}

impl Reader {
    /// A reader of the tree of a text. Where syntax errors hide a part of the text, or where one is on its last line,
    /// so that the text may have been cut off, nothing counts as missing.
    pub(crate) fn new(source: &Source, parsed: &Parsed<'_>) -> Self {
        let syntax_errors: Vec<Span> = parsed.diagnostics.iter().map(|error| error.span).collect();
        let last_line = source.line(source.text().trim_end().len());
        let cut_off = syntax_errors.last().is_some_and(|error| source.line(error.start()) >= last_line);
        let complete = parsed.complete && !cut_off;
        Self {
            diagnostics: Vec::new(),
            subject: Subject::This,
            incomplete: false,
            complete,
            syntax_errors,
            unquoted_words: Vec::new(),
            text: source.shared_text().clone(),
        }
    }

    pub(crate) const fn complete(&self) -> bool {
        self.complete
    }

    /// `part`, shared with the source where it lies in it, else copied.
    pub(super) fn shared(&self, part: &str) -> SharedText {
        SharedText::part_of(&self.text, part)
    }

    /// Adds a diagnostic, unless there are more than [`MAX_DIAGNOSTICS`] already.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() <= MAX_DIAGNOSTICS {
            self.diagnostics.push(diagnostic);
        }
    }

    /// The diagnostics, and the words that a list was asked for although they are not one word.
    pub(crate) fn into_diagnostics(self) -> (Vec<Diagnostic>, Vec<Span>) {
        (self.diagnostics, self.unquoted_words)
    }

    /// Whether the text at `node` was written without quotes, which is a syntax error; then it is taken for a word.
    pub(super) fn takes_for_word(&mut self, node: &Node<'_>) -> bool {
        let unquoted = self.syntax_errors.contains(&node.span);
        if unquoted {
            self.unquoted_words.push(node.span);
        }
        unquoted
    }

    pub(crate) const fn diagnostic_count(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether all diagnostics after the first `count` are about wrong types.
    pub(crate) fn wrong_types_since(&self, count: usize) -> bool {
        self.diagnostics.iter().skip(count).all(|found| *found.rule == rules::WRONG_TYPE)
    }

    /// Adds a hint to the diagnostics after the first `count`.
    pub(crate) fn hint_since(&mut self, count: usize, hint: &str) {
        self.diagnostics.iter_mut().skip(count).for_each(|found| found.hints.push(hint.to_owned()));
    }

    /// What is written at a span.
    pub(crate) fn written(&self, span: Span) -> &str {
        self.text.get(span.start()..span.end()).unwrap_or_default()
    }

    /// Drops the diagnostics after the first `count`.
    pub(crate) fn discard_since(&mut self, count: usize) {
        self.diagnostics.truncate(count);
    }

    /// Reports a value of the wrong type, unless it is broken, which has been reported. Returns `None`.
    pub(crate) fn wrong_type<T>(&mut self, node: &Node<'_>, expected: &str, hint: Option<&str>) -> Option<T> {
        if !matches!(node.value, Value::Broken) {
            let message = self.should_be(expected, node.description());
            let found = rules::WRONG_TYPE.at(first_line(node), message);
            self.report(found.hints(hint.map(str::to_owned)));
        }
        None
    }

    pub(super) fn should_be(&self, expected: &str, found: impl Display) -> String {
        format!("{} should be {expected}, and is {found}", self.subject)
    }

    /// Reads with messages about "this".
    pub(crate) fn as_this<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.about(Subject::This, read)
    }

    pub(super) fn about<T>(&mut self, subject: Subject, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.subject, subject);
        let value = read(self);
        self.subject = outer;
        value
    }

    /// Reads something, and returns whether all of it could be read.
    pub(crate) fn checking_completeness<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> (Option<T>, bool) {
        let outer = std::mem::replace(&mut self.incomplete, false);
        let value = read(self);
        let whole = value.is_some() && !self.incomplete;
        self.incomplete = outer;
        (value, whole)
    }

    /// Reads what was probably meant; where it cannot be read, nothing is reported about it.
    pub(super) fn guess<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.diagnostic_count();
        let value = read(self);
        if value.is_none() {
            self.discard_since(before);
        }
        value
    }
}

/// The span to report for a value of the wrong type: its name or opening bracket where it has one, else all of it.
fn first_line(node: &Node<'_>) -> Span {
    match node.value {
        Value::List(_) | Value::Map(_) | Value::Tuple { name: None, .. } | Value::Fields { name: None, .. } => {
            node.opening()
        }
        Value::Tuple { name: Some(name), .. } | Value::Fields { name: Some(name), .. } => name.span,
        _ => node.span,
    }
}
