//! The best option of a moment meets it.

use crate::analysis::WrittenDecision;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// A moment that the best option does not meet.
    ///
    /// ## Why it matters
    /// `moment` says what the patient gives, and the debrief counts it as missed where the answer does not meet it.
    /// Where the option that scores best misses it, a trainee does right and is told that they did not. The catalogue
    /// of moments says what meets each: a feeling, for example, an answer of ECCS level 3 or above.
    ///
    /// ## Before
    /// ```ron a scene
    /// cue: "He looks at the clock and swallows.",
    /// moment: feeling,
    /// choices: [
    ///     (id: "time", say: "The doctor comes at nine.", shows: [gives_time, plain_words], why: "You said when.", then: "better"),
    ///     (id: "go", act: "Leave.", shows: [screen_focus], why: "You left.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// cue: "He looks at the clock and swallows.",
    /// moment: feeling,
    /// choices: [
    ///     (id: "time", say: "It is hard not to know. The doctor comes at nine.", shows: [validates, gives_time], why: "You said it and said when.", then: "better"),
    ///     (id: "go", act: "Leave.", shows: [screen_focus], why: "You left.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "best-misses", Warning;
}

/// Of the best options of a moment, one meets it.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.decisions.iter().filter_map(|decision| missed(subject, decision)).collect()
}

fn missed(subject: &Subject<'_>, decision: &WrittenDecision<'_>) -> Option<Diagnostic> {
    let scene = subject.scenario.scene(decision.scene);
    let (best, choice) = decision.best().filter(|_| !scene.moment.is_empty())?;
    let mut best_options = decision.options.iter().filter(|(_, choice)| decision.is_best(choice));
    if best_options.any(|(_, choice)| choice.meets_moment() == Some(true)) {
        return None;
    }
    let rubric = &subject.scenario.rubric;
    let kinds: Vec<String> = scene.moment.iter().map(|kind| format!("`{}`", rubric.moment(*kind).id)).collect();
    let kinds = kinds.join(" and ");
    let message = format!("The moment is {kinds}, and the best option, `{}`, does not meet it", choice.id);
    let diagnostic = RULE.at(subject.source_map.choice(best), message);
    Some(
        diagnostic
            .note(subject.source_map.moment(decision.scene), "the moment")
            .hint("let the best option show what meets it; the catalogue of moments says what does")
            .hint("or name another moment, if another thing matters more here"),
    )
}
