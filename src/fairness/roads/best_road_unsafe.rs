//! No best road ends unsafe.

use crate::scenario::EndingKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// A road with the best score ends where somebody may come to harm.
    ///
    /// ## Why it matters
    /// Whoever does best on a dimension should not leave the patient unsafe. Either a choice on that road earns
    /// points that it should not, or what would have kept the patient safe earns too few, or the road leads to
    /// the wrong ending. `bedside analyse` shows the best roads with their endings.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I want to go home, and not to wake up.", choices: [
    ///         (id: "understand", say: "After such a night, who would not?", shows: [validates], why: "You said that it made sense, and let it pass.", then: "alone"),
    ///         (id: "doctor", say: "I will call the doctor now.", shows: [seeks_help_safely], why: "You called for help at once.", then: "better"),
    ///     ]),
    ///     "alone": (ending: (title: "Alone", kind: Unsafe, thought: "So nobody minds.")),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "They heard it.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (moment: risk, cue: "He means it.", patient: "I want to go home, and not to wake up.", choices: [
    ///         (id: "understand", say: "After such a night, who would not?", shows: [validates], why: "You said that it made sense, and let it pass.", then: "alone"),
    ///         (id: "doctor", say: "You frighten me. I will stay, and have the doctor come now.", shows: [seeks_help_safely, offers_support], why: "You called for help at once, and stayed.", then: "better"),
    ///     ]),
    ///     "alone": (ending: (title: "Alone", kind: Unsafe, thought: "So nobody minds.")),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "They heard it.")),
    /// },
    /// ```
    pub(crate) RULE = "best-road-unsafe", Warning;
}

/// Not where it is open whether any road exercises a dimension.
pub(super) const fn is_decided(subject: &RoadSubject<'_>) -> bool {
    subject.analysis.bounds_unknown.is_empty()
}

/// The unsafe endings that best roads come to, each once.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let ends = &subject.analysis.best_roads_end;
    let is_unsafe = ends.iter().filter(|end| end.kind == Some(EndingKind::Unsafe));
    let told = is_unsafe.filter_map(|end| {
        let road = &subject.analysis.bounds.get(end.dimension)?.best_road;
        let dimension = end.dimension.label().to_lowercase();
        let message = format!("The best road for {dimension} ends in `{}`, which is unsafe", end.scene);
        Some(RULE.at(subject.source_map.scene(end.scene_id), message).hint(super::told(road)))
    });
    told.collect()
}
