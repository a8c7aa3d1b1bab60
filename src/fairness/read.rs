//! Reads a scenario and checks it against the rules of a fair test as well.

use std::sync::Arc;

use crate::rubric::Rubric;
use crate::scenario::{self, Reading};
use crate::source::{Rule, Source};

use super::{FAIRNESS_RULES, check};

/// Reads a scenario as [`scenario::read`] does. Where it has no errors, the report also says what keeps it from being a
/// fair test, unless the file allows it.
#[must_use]
pub fn read(source: Source, rubric: &Arc<Rubric>, rules: &[&'static Rule]) -> Reading {
    let mut reading = scenario::read(source, rubric, rules);
    if let (Some(scenario), Some(source_map)) = (&reading.scenario, &reading.source_map) {
        let found = reading.allowances.judge(FAIRNESS_RULES, check(scenario, source_map));
        reading.report = reading.report.with(found);
    }
    reading
}
