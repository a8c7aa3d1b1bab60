//! Every training strategy is in the catalogue.

use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;
use super::catalogue::Catalogue;

rule! {
    /// A strategy that the catalogue does not have.
    ///
    /// ## Why it matters
    /// The library finds scenarios by the strategies they practise. `bedside explain strategies`
    /// lists all of them.
    ///
    /// ## Before
    /// ```ron the scenario
    /// practises: [empaty],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// practises: [empathy],
    /// ```
    pub(crate) RULE = "unknown-strategy", Error;
}

const CATALOGUE: Catalogue = Catalogue { rule: &RULE, what: "a strategy", listed_as: "strategies" };

pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for word in context.document.practises.iter().flat_map(|practises| &practises.value) {
        CATALOGUE.look_up(word, &context.rubric.strategies, found);
    }
}
