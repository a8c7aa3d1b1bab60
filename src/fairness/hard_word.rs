//! What is tagged as plain words is plain.

use crate::scenario::ChoiceId;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// A term that patients do not know, in an option that is tagged as plain.
    ///
    /// ## Why it matters
    /// The option is scored as plain words, and a trainee copies what scores. The terms, each with plain words
    /// for it, are those of `assets/plain-words.ron`. Where the plain words stand beside the term, nothing is
    /// said: that is how a term is explained.
    ///
    /// ## Before
    /// ```ron a choice
    /// say: "It is a fracture.",
    /// shows: [plain_words],
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// say: "It is a broken bone.",
    /// shows: [plain_words],
    /// ```
    pub(crate) RULE = "hard-word", Warning;
}

/// No option that shows plain words uses a term that a patient would not know, unless it is explained beside it.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let plain = &subject.scenario.rubric.plain_words;
    let mut found = Vec::new();
    for (id, choice) in
        subject.scenario.choices.iter().enumerate().filter_map(|(at, one)| Some((ChoiceId::new(at)?, one)))
    {
        let Some(say) = choice.words.say().filter(|_| choice.shows.contains(plain.behaviour)) else { continue };
        let beside = |advice: &str| say.to_lowercase().contains(&advice.to_lowercase());
        for term in plain.terms.find(say).filter(|term| !beside(&term.advice)) {
            let message = format!(
                "This option is tagged `{}`, and many patients do not know \u{201c}{}\u{201d}",
                subject.scenario.rubric.behaviour(plain.behaviour).id,
                term.term
            );
            found.push(
                RULE.at(subject.source_map.say(id), message)
                    .hint(format!("say \u{201c}{}\u{201d}, or say that beside it", term.advice)),
            );
        }
    }
    found
}
