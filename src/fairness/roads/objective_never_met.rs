//! Every objective can be met.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// An objective that no road meets.
    ///
    /// ## Why it matters
    /// It is shown before play as what to achieve, and in the debrief as missed, whatever the trainee does.
    ///
    /// ## Before
    /// ```ron the scenario
    /// objectives: [(id: "calm", text: "Leave him calm", met: Below(agitation, 5))],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// objectives: [(id: "calm", text: "Leave him calm", met: Below(agitation, 30))],
    /// ```
    pub(crate) RULE = "objective-never-met", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_objective_can_be_met)
}

/// The objectives that no road meets.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_objective_can_be_met) {
        if let PartKind::Objective(index) = part.kind {
            found.push(
                RULE.at(subject.source_map.objective(index), format!("No road meets the objective `{}`", part.name))
                    .hint("look at its condition: it is asked when the conversation has ended"),
            );
        }
    }
    found
}
