//! Feedback does not scold.

use crate::scenario::ChoiceId;
use crate::source::Diagnostic;
use crate::source::rule::rule;

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

/// No feedback holds a term that scolds.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let scolding = &subject.scenario.rubric.feedback.scolding;
    let mut found = Vec::new();
    for (id, choice) in
        subject.scenario.choices.iter().enumerate().filter_map(|(at, one)| Some((ChoiceId::new(at)?, one)))
    {
        for term in scolding.find(&outside_quotations(&choice.why)) {
            let message = format!("\u{201c}{}\u{201d} in the feedback scolds: {}", term.term, term.advice);
            found.push(
                RULE.at(subject.places.why(id), message)
                    .hint("say what the words did to the patient, and what could be said instead"),
            );
        }
    }
    found
}

/// The text without what stands in quotation marks: words that were said, or could be.
fn outside_quotations(text: &str) -> String {
    let mut outside = String::with_capacity(text.len());
    let (mut before, mut inside) = (' ', false);
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let in_word = |sign: Option<&char>| sign.is_some_and(|sign| sign.is_alphanumeric());
        let opens = matches!(sign, '\'' | '\u{2018}' | '"' | '\u{201c}') && !inside && !in_word(Some(&before));
        let closes = matches!(sign, '\'' | '\u{2019}' | '"' | '\u{201d}') && inside && !in_word(rest.peek());
        if opens || closes {
            inside = opens;
            outside.push(' ');
        } else if !inside {
            outside.push(sign);
        }
        before = sign;
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::outside_quotations;

    #[track_caller]
    fn assert_outside(text: &str, expected: &str) {
        let outside = outside_quotations(text);
        assert_eq!(outside.split_whitespace().collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn what_was_said_is_left_out() {
        assert_outside("The word 'silly' hurt.", "The word hurt.");
        assert_outside("Say 'I can't see it', and wait.", "Say , and wait.");
        assert_outside("Say \u{201c}I can\u{2019}t.\u{201d}", "Say");
        assert_outside("You don't, John's wife's.", "You don't, John's wife's.");
    }
}
