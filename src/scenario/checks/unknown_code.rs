//! Every code in `allow` is that of a warning.

use crate::source::decoding::short;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Rule, Severity, suggest};

use super::Context;
use super::scope::MAX_SUGGESTIONS;

rule! {
    /// `allow` with a code that no warning has.
    ///
    /// ## Why it matters
    /// It would silence nothing. Only warnings can be silenced: a file with an error is not played.
    ///
    /// ## Before
    /// ```ron the scenario
    /// allow: [(code: "unused-flags", reason: "A later scenario will ask for it.")],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// allow: [],
    /// ```
    pub(crate) RULE = "unknown-code", Error;
}

pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let warnings = || context.rules.iter().filter(|rule| rule.severity == Severity::Warning).map(|rule| rule.code);
    for code in context.document.allow.iter().flatten().filter_map(|allow| allow.code.as_ref()) {
        if Rule::with_code(context.rules, &code.value).is_some_and(|rule| rule.severity == Severity::Warning) {
            continue;
        }
        let message = format!("`{}` is not the code of a warning, so it cannot be allowed", short(&code.value));
        let close = if found.len() < MAX_SUGGESTIONS { suggest::closest(&code.value, warnings()) } else { None };
        let hint = close.map_or_else(
            || "`bedside explain` names every code; only warnings can be allowed".to_owned(),
            suggest::did_you_mean,
        );
        found.push(RULE.at(code.span, message).hint(hint));
    }
}
