//! The bytes of a plan → what does not go as planned.

use std::sync::Arc;

use bedside::plan;
use bedside::rubric::Rubric;
use bedside::source::{Report, Source};

use super::load::report_holds;
use super::{Depth, shipped};

/// The properties of a plan: it is read or has mistakes, and can be run with any scenario.
#[track_caller]
pub(crate) fn plan(input: &[u8], rubric: &Arc<Rubric>) -> Depth {
    let source = Source::new("input", String::from_utf8_lossy(input));
    let plan = match plan::read(&source) {
        Ok(plan) => plan,
        Err(found) => {
            assert!(!found.is_empty(), "no plan and no mistake");
            report_holds(&Report::new(source, found));
            return Depth::Partial;
        }
    };
    assert!(plan.roads.iter().all(|road| !road.steps.is_empty()));
    for (_, scenario) in shipped(rubric) {
        let found = plan::run(&plan, scenario);
        let again = plan::run(&plan, scenario);
        assert_eq!(found, again, "a plan comes to the same twice");
        report_holds(&Report::new(source.clone(), found));
    }
    Depth::Full
}
