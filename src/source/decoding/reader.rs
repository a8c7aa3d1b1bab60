//! Collects what is wrong while values are read.

use std::fmt::Display;

use arcstr::ArcStr;

use crate::shared::SharedText;
use crate::source::diagnostics::Diagnostic;
use crate::source::span::{Source, Span};
use crate::source::syntax::{Node, Parsed, Value};

use super::rules;

/// How many mistakes are noted before the rest are only counted: no one reads more, and a hostile
/// file could hold millions.
pub(crate) const MOST_DIAGNOSTICS: usize = 1_000;

/// Collects what is wrong while values are read.
#[derive(Debug)]
pub(crate) struct Reader {
    diagnostics: Vec<Diagnostic>,
    /// What is being read.
    pub(super) subject: Subject,
    /// Whether a part of the field being read was dropped, which has been noted.
    pub(super) lost: bool,
    /// Whether the tree holds the whole text, so that what is absent is missing.
    pub(super) complete: bool,
    /// Where syntax errors are: what is absent around them may stand there.
    pub(super) faults: Vec<Span>,
    /// What is read, of which texts keep their parts.
    text: ArcStr,
}

/// What a message speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject {
    /// Nothing that has a name.
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
    /// For a text's tree. Where syntax errors hide a part of it, or where one stands on its last line,
    /// so that it may have been cut off, nothing counts as missing.
    pub(crate) fn new(source: &Source, parsed: &Parsed<'_>) -> Self {
        let faults: Vec<Span> = parsed.diagnostics.iter().map(|fault| fault.span).collect();
        let last_line = source.line(source.text().trim_end().len());
        let cut_off = faults.last().is_some_and(|fault| source.line(fault.start()) >= last_line);
        let complete = parsed.complete && !cut_off;
        Self {
            diagnostics: Vec::new(),
            subject: Subject::This,
            lost: false,
            complete,
            faults,
            text: source.shared_text().clone(),
        }
    }

    /// Whether the tree holds the whole text.
    pub(crate) const fn complete(&self) -> bool {
        self.complete
    }

    /// A part of the text that is read, which nobody copies; or another text, which is.
    pub(super) fn shared(&self, part: &str) -> SharedText {
        SharedText::part_of(&self.text, part)
    }

    /// Notes something.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() <= MOST_DIAGNOSTICS {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Everything noted.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// How much has been noted.
    pub(crate) const fn noted(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether all that was noted since `noted` is about wrong types.
    pub(crate) fn wrong_types_since(&self, noted: usize) -> bool {
        self.diagnostics.iter().skip(noted).all(|found| *found.rule == rules::WRONG_TYPE)
    }

    /// Takes back what was noted since `noted`.
    pub(crate) fn forget_since(&mut self, noted: usize) {
        self.diagnostics.truncate(noted);
    }

    /// Notes a value of the wrong type; nothing where the value is broken, which has been noted.
    pub(crate) fn wrong_type<T>(&mut self, node: &Node<'_>, expected: &str, hint: Option<&str>) -> Option<T> {
        if !matches!(node.value, Value::Broken) {
            let message = self.should_be(expected, node.found());
            let found = rules::WRONG_TYPE.at(first_line(node), message);
            self.report(found.hints(hint.map(str::to_owned)));
        }
        None
    }

    pub(super) fn should_be(&self, expected: &str, found: impl Display) -> String {
        format!("{} should be {expected}, and is {found}", self.subject)
    }

    /// Reads with messages that speak of "this".
    pub(crate) fn as_this<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.about(Subject::This, read)
    }

    pub(super) fn about<T>(&mut self, subject: Subject, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.subject, subject);
        let value = read(self);
        self.subject = outer;
        value
    }

    /// Reads something, and says whether nothing of it was dropped.
    pub(crate) fn in_full<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> (Option<T>, bool) {
        let outer = std::mem::replace(&mut self.lost, false);
        let value = read(self);
        let whole = value.is_some() && !self.lost;
        self.lost = outer;
        (value, whole)
    }

    /// Reads what was probably meant, and believes it only where it makes sense.
    pub(super) fn guess<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.noted();
        let value = read(self);
        if value.is_none() {
            self.forget_since(before);
        }
        value
    }
}

/// Where a value of the wrong type is pointed at: all of it where it is short, else its bracket.
fn first_line(node: &Node<'_>) -> Span {
    match node.value {
        Value::List(_) | Value::Map(_) | Value::Tuple { name: None, .. } | Value::Fields { name: None, .. } => {
            node.opening()
        }
        Value::Tuple { name: Some(name), .. } | Value::Fields { name: Some(name), .. } => name.span,
        _ => node.span,
    }
}
