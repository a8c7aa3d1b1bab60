//! The warnings that a file silences, each with a reason.

use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Rule, Span};

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

/// The warnings that a file silences.
#[derive(Clone, Debug, Default)]
pub struct Allowances {
    /// Each entry's rule and span.
    entries: Vec<(&'static Rule, Span)>,
}

impl Allowances {
    /// The allowances of a file. `rules` are all rules that a file is checked against, here or elsewhere.
    pub(super) fn of(document: &ScenarioDoc, rules: &[&'static Rule]) -> Self {
        let codes = document.allow.iter().flatten().filter_map(|allow| allow.code.as_ref());
        Self { entries: codes.filter_map(|code| Some((Rule::with_code(rules, &code.value)?, code.span))).collect() }
    }

    /// The spans of the entries that allow a rule.
    fn of_rule<'a>(&'a self, rule: &'a Rule) -> impl Iterator<Item = Span> + 'a {
        self.entries.iter().filter(move |(allowed, _)| *allowed == rule).map(|(_, entry)| *entry)
    }

    fn allows(&self, rule: &Rule) -> bool {
        self.of_rule(rule).next().is_some()
    }

    /// The diagnostics that remain after a file has been checked against `rules`: those `found`, without the warnings
    /// that are allowed, and with a warning for each entry that allows one of these rules without need.
    ///
    /// Leave a rule out of `rules` if it could not be checked: then nothing is reported about its entries.
    #[must_use]
    pub fn judge(&self, rules: &[&Rule], found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.entries.is_empty() {
            return found;
        }
        let (silenced, mut remaining): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.into_iter().partition(|one| !one.is_error() && self.allows(one.rule));
        if !self.allows(&UNUSED_ALLOW) {
            for rule in rules {
                let used = silenced.iter().any(|one| one.rule == *rule);
                remaining.extend(self.of_rule(rule).skip(usize::from(used)).map(|entry| unused(rule, entry, used)));
            }
        }
        remaining
    }
}

fn unused(rule: &Rule, entry: Span, again: bool) -> Diagnostic {
    if again {
        return UNUSED_ALLOW.at(entry, format!("`{}` is allowed twice", rule.code)).hint("one entry is enough");
    }
    let message = format!("Nothing in this file gets the warning `{}`, so there is nothing to allow", rule.code);
    UNUSED_ALLOW.at(entry, message).hint("take the entry out")
}
