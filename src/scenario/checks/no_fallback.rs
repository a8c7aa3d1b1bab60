//! In a list of which the first match counts, some entry always applies.

use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;
use super::first_match::{Applies, Entry};

rule! {
    /// A list of branches or variants that may leave none.
    ///
    /// ## Why it matters
    /// Where no condition holds, there would be nothing to say or nowhere to go. The last entry has no
    /// `when`, for every other case.
    ///
    /// ## Before
    /// ```ron a scene
    /// patient: [(when: Below(trust, 30), say: "What do you want?")],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// patient: [(when: Below(trust, 30), say: "What do you want?"), (say: "I did not sleep.")],
    /// ```
    pub(crate) RULE = "no-fallback", Error;
}

/// In a list of which the first match counts, the last entry always applies.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for list in context.first_match_lists.iter().filter(|list| list.whole) {
        if let Some(&Entry { applies: Applies::When(condition), .. }) = list.entries.last() {
            let message = format!("The last {} has a condition, so there may be none that applies", list.what);
            let hint = format!("add a {} without `when` at the end, for every other case", list.what);
            found.push(RULE.at(condition, message).hint(hint));
        }
    }
}
