//! Every person speaks.

use std::collections::BTreeSet;

use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;

rule! {
    /// Someone who never speaks.
    ///
    /// ## Why it matters
    /// People are listed so that they can speak in `lines`. Someone who is only spoken of needs no entry.
    ///
    /// ## Before
    /// ```ron the scenario
    /// people: {"mary": (name: "Mary", about: "His wife.")},
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// people: {},
    /// ```
    pub(crate) RULE = "unused-person", Warning;
}

pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.document.people.is_none() {
        return;
    }
    let speakers = context.document.lines().filter_map(|line| line.who.as_ref());
    let speaking: BTreeSet<&str> = speakers.map(|who| who.value.0.as_str()).collect();
    for (id, _) in context.document.people.iter().flat_map(|people| &people.0) {
        if !speaking.contains(id.value.0.as_str()) {
            let hint = "give them a line in `lines`, or take them out";
            found.push(RULE.at(id.span, format!("`{}` never speaks", id.value.0)).hint(hint));
        }
    }
}
