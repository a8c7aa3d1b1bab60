//! The warnings that a file silences, each with a reason.

use std::collections::BTreeMap;

use crate::source::rule::rule;
use crate::source::{Diagnostic, Rule, Severity, Span};

use super::document::ScenarioDoc;

rule! {
    /// An entry of `allow` that silences nothing.
    ///
    /// ## Why it matters
    /// What it was about has been mended, or it never was there. Left in, the entry would silence the next
    /// mistake of that kind, which nobody has looked at.
    ///
    /// ## Before
    /// ```ron the scenario
    /// allow: [(code: "unused-flag", reason: "A later scenario will ask for it.")],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// allow: [],
    /// ```
    pub(super) UNUSED_ALLOW = "unused-allow", Warning;
}

/// The warnings that a file silences. Whoever has looked for the warnings of some rules has them judged here.
#[derive(Clone, Debug, Default)]
pub struct Allowances {
    /// By code, the places of all entries for it.
    by_code: BTreeMap<String, Vec<Span>>,
}

impl Allowances {
    /// Those of a file.
    pub(super) fn of(document: &ScenarioDoc) -> Self {
        let mut by_code: BTreeMap<String, Vec<Span>> = BTreeMap::new();
        for code in document.allow.iter().flatten().filter_map(|allow| allow.code.as_ref()) {
            by_code.entry(code.value.clone()).or_default().push(code.span);
        }
        Self { by_code }
    }

    /// What is left to say once a file has been held to all of `rules`: what was `found`, but for warnings
    /// that are allowed, and a warning for each entry that allows one of these rules in vain.
    ///
    /// A rule that could not be decided is left out of `rules`: nothing is said about its entries.
    #[must_use]
    pub fn judge(&self, rules: &[&Rule], found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.by_code.is_empty() {
            return found;
        }
        let (silenced, mut left): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.into_iter().partition(|one| one.severity == Severity::Warning && self.by_code.contains_key(one.code));
        if !self.by_code.contains_key(UNUSED_ALLOW.code) {
            for rule in rules {
                let used = silenced.iter().any(|one| one.code == rule.code);
                let entries = self.by_code.get(rule.code).into_iter().flatten();
                left.extend(entries.skip(usize::from(used)).map(|entry| in_vain(rule, *entry, used)));
            }
        }
        left
    }
}

fn in_vain(rule: &Rule, entry: Span, again: bool) -> Diagnostic {
    if again {
        return UNUSED_ALLOW.at(entry, format!("`{}` is allowed twice", rule.code)).hint("one entry is enough");
    }
    let message = format!("Nothing in this file gets the warning `{}`, so there is nothing to allow", rule.code);
    UNUSED_ALLOW.at(entry, message).hint("take the entry out")
}
