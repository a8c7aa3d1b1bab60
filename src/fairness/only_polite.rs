//! The best option is not the only polite one.

use crate::analysis::WrittenDecision;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;
use super::by_chance::Giveaway;

rule! {
    /// The only polite option of a scene is the best one more often than chance would give.
    ///
    /// ## Why it matters
    /// "Please" and "sorry" are easy to write into the right answer and to leave out of the wrong ones. Then a
    /// trainee who goes by manners scores well, and learns that manners are what counts. In life, kind words go
    /// wrong too.
    ///
    /// Looked at are the decisions where just one option has a term of `assets/courtesy.ron` in what is said.
    /// Scenarios of fewer than three decisions are sketches, and are not asked to be a fair test.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "later", say: "We will talk about it later.", shows: [], why: "He told you about his night, and it had to wait. Ask now.", then: "noon"),
    ///         (id: "ask", say: "May I ask what kept you awake?", shows: [open_question], why: "You asked what it was, so he can tell you.", then: "noon"),
    ///         (id: "eat", say: "Eat a little first.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Ask what kept him awake.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "tray", say: "I will take the tray, then.", shows: [ignores_cue], why: "The tray went, and the worry stayed with him. Ask about it before you go.", then: "evening"),
    ///         (id: "try", say: "Try the soup.", shows: [], why: "He told you that he could not, and you asked him to. Ask what is in the way.", then: "evening"),
    ///         (id: "worry", say: "May I ask what worries you?", shows: [explores_concern], why: "You asked for the worry behind it, so he need not hide it.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "miss", say: "I am sorry. You miss him.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "better"),
    ///         (id: "busy", say: "Sons are busy.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "better"),
    ///         (id: "lamp", say: "I will turn the lamp off now.", shows: [ignores_cue], why: "The lamp went off, and what he had said stayed in the dark. Say that you heard it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "later", say: "I am sorry, later.", shows: [], why: "He told you about his night, and it had to wait. Ask now.", then: "noon"),
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked what it was, so he can tell you.", then: "noon"),
    ///         (id: "eat", say: "Eat a little first.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Ask what kept him awake.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "tray", say: "I will take the tray, then.", shows: [ignores_cue], why: "The tray went, and the worry stayed with him. Ask about it before you go.", then: "evening"),
    ///         (id: "try", say: "Please try the soup.", shows: [], why: "He told you that he could not, and you asked him to. Ask what is in the way.", then: "evening"),
    ///         (id: "worry", say: "May I ask what worries you?", shows: [explores_concern], why: "You asked for the worry behind it, so he need not hide it.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "miss", say: "You miss him.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "better"),
    ///         (id: "busy", say: "Sons are busy.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "better"),
    ///         (id: "lamp", say: "May I turn the lamp off now?", shows: [ignores_cue], why: "The lamp went off, and what he had said stayed in the dark. Say that you heard it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "only-polite", Warning;
}

/// Whether the only polite option is the best more often than chance would give.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if subject.is_sketch() {
        return Vec::new();
    }
    let diagnostic = Giveaway::find(subject, |decision| only_polite(subject, decision)).map(|found| {
        let message = format!("Where only one option is polite, it is the best {}", found.frequency());
        RULE.at(subject.source_map.scenario(), message)
            .hint(found.probability_hint())
            .hint(found.scenes_hint())
            .hint("give polite words to options that go wrong, or let the best one do without")
    });
    diagnostic.into_iter().collect()
}

/// The index of the only option with polite terms in what is said.
fn only_polite(subject: &Subject<'_>, decision: &WrittenDecision<'_>) -> Option<usize> {
    let courtesy = &subject.scenario.rubric.courtesy;
    let polite = |say: &str| courtesy.count(say) > 0;
    let mut indices =
        (0..decision.options.len()).filter(|&index| decision.options[index].1.words.say().is_some_and(polite));
    indices.next().filter(|_| indices.next().is_none())
}
