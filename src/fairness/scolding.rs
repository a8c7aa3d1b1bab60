//! Feedback does not scold.

use crate::scenario::ChoiceId;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// Feedback that scolds.
    ///
    /// ## Why it matters
    /// Whoever is scolded defends themselves and stops looking at what they did. Feedback that helps says what
    /// happened and what to try. The terms are those of `assets/feedback.ron`, which gives its sources. Words in
    /// quotation marks are not looked at.
    ///
    /// ## Before
    /// ```ron a choice
    /// why: "You should have known that he was in pain.",
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// why: "His teeth were set, and he got a form. Say 'Pain first', and then ask your questions.",
    /// ```
    pub(crate) RULE = "scolding", Warning;
}

/// No feedback uses a term that scolds.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scolding = &subject.scenario.rubric.feedback.scolding;
    let mut found = Vec::new();
    for (id, choice) in
        subject.scenario.choices.iter().enumerate().filter_map(|(at, one)| Some((ChoiceId::new(at)?, one)))
    {
        for term in outside_quotations(&choice.why).flat_map(|text| scolding.find(text)) {
            let message = format!("\u{201c}{}\u{201d} in the feedback scolds: {}", term.term, term.advice);
            found.push(
                RULE.at(subject.source_map.why(id), message)
                    .hint("say what the words did to the patient, and what could be said instead"),
            );
        }
    }
    found
}

/// The parts of a text outside quotation marks: what is inside was said, or could be.
fn outside_quotations(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    let mut before = ' ';
    std::iter::from_fn(move || {
        let text = rest?;
        let opening = mark(text, before, Mark::Opens);
        let outside = opening.as_ref().map_or(text, |mark| &text[..mark.start]);
        rest = opening.and_then(|opening| {
            let inside = &text[opening.end..];
            let closing = mark(inside, ' ', Mark::Closes)?;
            before = inside[closing.clone()].chars().next().unwrap_or(' ');
            inside.get(closing.end..)
        });
        Some(outside)
    })
}

/// Whether a quotation mark opens or closes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
}

/// The range of the first opening, or closing, quotation mark in a text that follows `before`. An opening one has
/// no letter before it, and a closing one none after it: others are apostrophes.
fn mark(text: &str, before: char, does: Mark) -> Option<std::ops::Range<usize>> {
    // All quotation marks begin with one of three bytes, which are found quickly.
    let candidates = memchr::memchr3_iter(b'\'', b'"', 0xE2, text.as_bytes());
    candidates.filter_map(|at| Some(at..at + text.get(at..)?.chars().next()?.len_utf8())).find(|range| {
        let word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        match (does, &text[range.clone()]) {
            (Mark::Opens, "'" | "\u{2018}" | "\"" | "\u{201c}") => {
                !word(text[..range.start].chars().next_back().or(Some(before)))
            }
            (Mark::Closes, "'" | "\u{2019}" | "\"" | "\u{201d}") => !word(text[range.end..].chars().next()),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::outside_quotations;

    #[track_caller]
    fn assert_outside(text: &str, expected: &str) {
        let outside: Vec<&str> = outside_quotations(text).flat_map(str::split_whitespace).collect();
        assert_eq!(outside.join(" "), expected);
    }

    #[test]
    fn what_was_said_is_left_out() {
        assert_outside("The word 'silly' hurt.", "The word hurt.");
        assert_outside("Say 'I can't see it', and wait.", "Say , and wait.");
        assert_outside("Say \u{201c}I can\u{2019}t.\u{201d}", "Say");
        assert_outside("You don't, John's wife's.", "You don't, John's wife's.");
    }
}
