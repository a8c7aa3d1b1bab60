//! Nothing follows an entry that always applies.

use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;
use super::first_match::Applies;

rule! {
    /// A branch or variant after one that always applies.
    ///
    /// ## Why it matters
    /// Of such a list the first entry that fits is taken. What stands behind one without `when` is never read
    /// by anyone.
    ///
    /// ## Before
    /// ```ron a scene
    /// patient: [(say: "I did not sleep."), (when: Below(trust, 30), say: "What do you want?"), (say: "Yes?")],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// patient: [(when: Below(trust, 30), say: "What do you want?"), (say: "I did not sleep.")],
    /// ```
    pub(crate) RULE = "never-applies", Error;
}

/// In a list of which the first match counts, no entry but the last always applies.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for list in &context.first_match_lists {
        let Some((_, earlier)) = list.entries.split_last() else { continue };
        if let Some(always) = earlier.iter().find(|entry| entry.applies == Applies::Always) {
            let message = format!("This {} always applies, so what follows it never does", list.what);
            found.push(RULE.at(always.span, message).hint("give it a `when`, or move it to the end"));
        }
    }
}
