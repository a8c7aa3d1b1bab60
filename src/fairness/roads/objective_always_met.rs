//! Every objective can be missed.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// An objective that every road meets.
    ///
    /// ## Why it matters
    /// It is shown in the debrief as met, whatever the trainee does: praise for nothing.
    ///
    /// ## Before
    /// ```ron the scenario
    /// objectives: [(id: "calm", text: "Leave him calm", met: Below(agitation, 100))],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// objectives: [(id: "calm", text: "Leave him calm", met: Below(agitation, 30))],
    /// ```
    pub(crate) RULE = "objective-always-met", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_objective_can_be_missed)
}

/// The objectives that every road meets.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_objective_can_be_missed) {
        if let PartKind::Objective(index) = part.kind {
            found.push(
                RULE.at(subject.source_map.objective(index), format!("Every road meets the objective `{}`", part.name))
                    .hint("ask for something that a trainee can miss"),
            );
        }
    }
    found
}
