//! The best answer to a feeling shows empathy.

use crate::rubric::EccsLevel;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// An empathic opportunity whose best option does not meet the feeling.
    ///
    /// ## Why it matters
    /// `opportunity: true` says that a feeling is there to be met, and the debrief counts it as missed below
    /// level 3 of the ECCS. Where the option that scores best is below that, a trainee does right and is told
    /// that they did not.
    ///
    /// ## Before
    /// ```ron a scene
    /// cue: "He looks at the clock and swallows.",
    /// opportunity: true,
    /// choices: [
    ///     (id: "time", say: "The doctor comes at nine.", shows: [gives_time, plain_words], why: "You said when.", then: "better"),
    ///     (id: "go", act: "Leave.", shows: [screen_focus], why: "You left.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// cue: "He looks at the clock and swallows.",
    /// opportunity: true,
    /// choices: [
    ///     (id: "time", say: "It is hard not to know. The doctor comes at nine.", shows: [validates, gives_time], why: "You said it and said when.", then: "better"),
    ///     (id: "go", act: "Leave.", shows: [screen_focus], why: "You left.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "no-empathy", Warning;
}

/// Of the best options of an opportunity, one meets it.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let met = subject.scenario.rubric.model.opportunity.met;
    let mut found = Vec::new();
    for decision in &subject.decisions {
        if !subject.scenario.scene(decision.scene).opportunity {
            continue;
        }
        let levels =
            decision.options.iter().filter(|(_, choice)| decision.is_best(choice)).map(|(_, choice)| choice.eccs);
        let highest = levels.max().flatten().unwrap_or(EccsLevel::DENIES);
        if let Some((best, choice)) = decision.best()
            && highest < met
        {
            let message = format!(
                "A feeling is there to be met, and the best option, `{}`, meets it at level {} only ({})",
                choice.id,
                highest.get(),
                highest.label()
            );
            found.push(
                RULE.at(subject.source_map.choice(best), message)
                    .note(subject.source_map.cue(decision.scene), "the feeling")
                    .hint("let the best option name the feeling, ask about it, or say that it makes sense")
                    .hint("or take `opportunity: true` out, if another thing matters more here"),
            );
        }
    }
    found
}
