//! Every rule of every module, in one table, and its documentation.

pub(crate) mod files;
mod page;

use std::sync::LazyLock;

use crate::fairness::{FAIRNESS_RULES, ROAD_RULES};
use crate::plan::PLAN_RULES;
use crate::rubric::RUBRIC_RULES;
use crate::scenario::SCENARIO_RULES;
use crate::source::{Rule, SOURCE_RULES};

pub use page::{index, lead, page};

static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let later = [RUBRIC_RULES, FAIRNESS_RULES, ROAD_RULES, PLAN_RULES, files::FILE_RULES];
    let tables = SOURCE_RULES.into_iter().chain(SCENARIO_RULES).chain(later);
    let mut all: Vec<&Rule> = tables.flatten().copied().collect();
    all.sort_unstable_by_key(|rule| rule.code);
    all
});

/// Sorted by code.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    &ALL
}
