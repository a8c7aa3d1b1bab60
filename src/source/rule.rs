//! Rules: each diagnostic's code, how bad it is, and its documentation, which is its doc comment.

use super::{Diagnostic, Severity, Span};

/// What a diagnostic holds a file to. Declared with `rule!`, whose doc comment is what authors read.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// A stable code such as `unknown-field`.
    pub code: &'static str,
    /// How bad it is to break it.
    pub severity: Severity,
    /// The doc comment as written: each line with a space before it.
    documentation: &'static str,
}

/// A piece of a file that breaks a rule, or that keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Where it stands, in an author's words: `a scene`, `a choice`, `the file`.
    pub place: String,
    /// What stands there.
    pub text: String,
}

impl Rule {
    /// For [`rule!`] alone.
    pub(crate) const fn new(code: &'static str, severity: Severity, documentation: &'static str) -> Self {
        Self { code, severity, documentation }
    }

    /// A diagnostic of this rule.
    pub fn at(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: self.severity,
            code: self.code,
            span,
            message: message.into(),
            notes: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// The documentation in Markdown, line by line.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
    }

    /// What the rule is about: the first paragraph, as one line.
    #[must_use]
    pub fn summary(&self) -> String {
        self.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
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
        let mut section = self.lines().skip_while(|line| *line != heading).skip(1);
        let (_, place) = section.find_map(|line| line.strip_prefix("```"))?.split_once(' ')?;
        let text = section.take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
        Some(Example { place: place.to_owned(), text })
    }
}

/// Declares rules, each once: its doc comment is its documentation for authors.
///
/// The first paragraph says what is wrong, in a sentence. `## Why it matters` gives the reason, `## Before`
/// an example that breaks the rule, `## After` the same mended. An example is fenced, and after the
/// language stands the place that it belongs to: `a scene`, `a choice`, `the patient` or `the scenario` for
/// fields of it, `the file` for all of a file. The tests put each into a small sound scenario there and
/// check it, so an example cannot fall behind.
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
        $visibility static $name: $crate::source::Rule = $crate::source::Rule::new(
            $code,
            $crate::source::Severity::$severity,
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
        $crate::source::rule::rule! { $( $(#[doc = $line])* pub(crate) $name = $code, $severity; )* }

        $(#[$table_meta])*
        $visibility const $table: &[&$crate::source::Rule] = &[$( &$name ),*];
    };
}

pub(crate) use {rule, rule_table};

#[cfg(test)]
mod tests {
    use crate::source::{Severity, Span};

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
        assert_eq!(HIDDEN_CUE.summary(), "A cue that hides, and more.");
        let (before, after) = (HIDDEN_CUE.before().expect("before"), HIDDEN_CUE.after().expect("after"));
        assert_eq!((before.place.as_str(), before.text.as_str()), ("a scene", "cue: (\n    hidden,\n"));
        assert_eq!((after.place.as_str(), after.text.as_str()), ("the file", "()\n"));
        assert!(HIDDEN_CUE.lines().any(|line| line == "Nobody sees it."));
    }

    #[test]
    fn a_diagnostic_has_the_code_and_severity_of_its_rule() {
        let found = HIDDEN_CUE.at(Span::new(1, 2), "here");
        assert_eq!((found.code, found.severity, found.span), ("hidden-cue", Severity::Warning, Span::new(1, 2)));
    }
}
