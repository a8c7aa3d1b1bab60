//! Warnings that an author has silenced, with a reason.

use crate::scenario::code::{self, WARNINGS};
use crate::source::{Diagnostic, Severity, suggest};

use super::Context;

/// `unknown-code`: `allow` names a code that is no warning's.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for code in context.document.allow.iter().flatten().filter_map(|allow| allow.code.as_ref()) {
        if !WARNINGS.contains(&code.value.as_str()) {
            let message = format!("`{}` is not the code of a warning, so it cannot be allowed", code.value);
            found.push(
                Diagnostic::error(code::UNKNOWN_CODE, code.span, message).hints(suggest::hint(&code.value, WARNINGS)),
            );
        }
    }
}

/// Takes out the warnings that the file allows.
pub(super) fn silence(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let allowed = |code: &str| {
        context.document.allow.iter().flatten().filter_map(|allow| allow.code.as_ref()).any(|allow| allow.value == code)
    };
    found.retain(|one| one.severity == Severity::Error || !allowed(one.code));
}
