//! Every choice is on offer somewhere.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// A choice that is on offer on no road.
    ///
    /// ## Why it matters
    /// Its condition never holds when its scene is met. Nobody can choose it, and the offer is smaller than it
    /// looks in the file.
    ///
    /// ## Before
    /// ```ron a choice
    /// when: AtLeast(trust, 90),
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// when: AtLeast(trust, 40),
    /// ```
    pub(crate) RULE = "choice-never-offered", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_choice_on_offer)
}

/// The choices of reached scenes that are on offer on no road.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_choice_on_offer) {
        if let PartKind::Choice(choice) = part.kind
            && subject.is_reached(subject.scenario.choice(choice).scene)
        {
            let message = format!("`{}` is on offer on no road", part.name);
            let hint = "let its condition hold sooner, or take it out";
            found.push(RULE.at(subject.source_map.when(choice), message).hint(hint));
        }
    }
    found
}
