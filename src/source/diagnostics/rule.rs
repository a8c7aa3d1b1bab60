//! Rules: the code and severity of a diagnostic, and its documentation for authors, a doc comment.

use std::fmt;

use crate::source::documentation::Documentation;
use crate::source::span::Span;

use super::{Diagnostic, Severity};

/// What a diagnostic reports. Declared with `rule!`, whose doc comment is the documentation for authors.
///
/// Rules are compared by address, since each is one `static`.
pub struct Rule {
    /// A stable code such as `unknown-field`.
    pub code: &'static str,
    pub severity: Severity,
    pub documentation: Documentation,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rule").field(&self.code).finish()
    }
}

/// A piece of a file that breaks a rule, or that keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it is a part of, in an author's words: `a scene`, `a choice`, `the file`.
    pub context: String,
    pub text: String,
}

impl Rule {
    /// For [`rule!`] alone.
    pub(crate) const fn new(code: &'static str, severity: Severity, doc_comment: &'static str) -> Self {
        Self { code, severity, documentation: Documentation::new(doc_comment) }
    }

    /// The rule among `rules` with this code.
    #[must_use]
    pub fn with_code(rules: &[&'static Self], code: &str) -> Option<&'static Self> {
        rules.iter().find(|rule| rule.code == code).copied()
    }

    /// A diagnostic of this rule, without notes and hints.
    pub fn at(&'static self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { rule: self, span, message: message.into(), notes: Vec::new(), hints: Vec::new(), cause: None }
    }

    /// What is wrong: the piece under `## Before`.
    #[must_use]
    pub fn before(&self) -> Option<Example> {
        self.example("## Before")
    }

    /// The way out: the piece under `## After`.
    #[must_use]
    pub fn after(&self) -> Option<Example> {
        self.example("## After")
    }

    fn example(&self, heading: &str) -> Option<Example> {
        let mut section = self.documentation.lines().skip_while(|line| *line != heading).skip(1);
        let (_, context) = section.find_map(|line| line.strip_prefix("```"))?.split_once(' ')?;
        let text = section.take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
        Some(Example { context: context.to_owned(), text })
    }
}

/// Declares rules, each once: its doc comment is its documentation for authors.
///
/// The first paragraph says what is wrong, in a sentence. `## Why it matters` gives the reason, `## Before`
/// an example that breaks the rule, `## After` the same example corrected. An example is fenced, and after the
/// language comes the context that it belongs in: `a scene`, `a choice`, `the patient` or `the scenario` for
/// fields of it, `each of eight scenes` for the fields of a scene that stands eight times in a row, with `next` for
/// the one after it, `the file` for a whole file. The tests put each into a small valid scenario there and
/// check it, so an example cannot become outdated.
///
/// ````ignore
/// rule! {
///     /// A flag that is set and never asked for.
///     ///
///     /// ## Why it matters
///     ///
///     /// It changes nothing. Perhaps a condition was meant to ask for it.
///     ///
///     /// ## Before
///     ///
///     /// ```ron a choice
///     /// sets: ["named-a-time"],
///     /// ```
///     ///
///     /// ## After
///     ///
///     /// …
///     pub(crate) UNUSED_FLAG = "unused-flag", Warning;
/// }
/// ````
macro_rules! rule {
    ($( $(#[doc = $line:literal])* $visibility:vis $name:ident = $code:literal, $severity:ident; )*) => {$(
        $(#[doc = $line])*
        $visibility static $name: $crate::source::Rule = $crate::source::diagnostics::Rule::new(
            $code,
            $crate::source::diagnostics::Severity::$severity,
            concat!($($line, "\n"),*),
        );
    )*};
}

/// Declares rules as [`rule!`] does, and a table of them, so that the table cannot lack one.
macro_rules! rule_table {
    (
        $(#[$table_meta:meta])*
        $visibility:vis $table:ident {
            $( $(#[doc = $line:literal])* $name:ident = $code:literal, $severity:ident; )*
        }
    ) => {
        $crate::source::diagnostics::rule::rule! { $( $(#[doc = $line])* pub(crate) $name = $code, $severity; )* }

        $(#[$table_meta])*
        $visibility const $table: &[&$crate::source::diagnostics::Rule] = &[$( &$name ),*];
    };
}

pub(crate) use {rule, rule_table};

#[cfg(test)]
mod tests {
    use crate::source::span::Span;

    rule! {
        /// A cue that hides,
        /// and more.
        ///
        /// ## Why it matters
        ///
        /// Nobody sees it.
        ///
        /// ## Before
        ///
        /// ```ron a scene
        /// cue: (
        ///     hidden,
        /// ```
        ///
        /// ## After
        ///
        /// ```ron the file
        /// ()
        /// ```
        HIDDEN_CUE = "hidden-cue", Warning;
    }

    #[test]
    fn a_doc_comment_is_read_as_documentation() {
        assert_eq!(HIDDEN_CUE.documentation.summary(), "A cue that hides, and more.");
        let (before, after) = (HIDDEN_CUE.before().expect("before"), HIDDEN_CUE.after().expect("after"));
        assert_eq!((before.context.as_str(), before.text.as_str()), ("a scene", "cue: (\n    hidden,\n"));
        assert_eq!((after.context.as_str(), after.text.as_str()), ("the file", "()\n"));
        assert!(HIDDEN_CUE.documentation.lines().any(|line| line == "Nobody sees it."));
    }

    rule! {
        /// Another rule by the same code.
        NAMESAKE = "hidden-cue", Warning;
    }

    #[test]
    fn a_diagnostic_is_known_by_its_rule() {
        let found = HIDDEN_CUE.at(Span::new(1, 2), "here");
        assert_eq!((found.rule, found.is_error()), (&HIDDEN_CUE, false));
        assert_ne!(found.rule, &NAMESAKE);
    }
}
