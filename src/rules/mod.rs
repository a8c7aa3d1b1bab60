//! Every rule of every station, in one table, and its documentation.

mod page;

use crate::plan::PLAN_RULES;
use crate::source::Rule;

pub use page::{index, lead, page};

/// Every rule, sorted by code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let stations = [PLAN_RULES];
    let mut all: Vec<&Rule> = stations.into_iter().flatten().copied().collect();
    all.sort_unstable_by_key(|rule| rule.code);
    all.into_iter()
}

/// The rule with this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}
