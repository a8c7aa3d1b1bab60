//! Runs the plans beside scenarios.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::plan;
use crate::rubric::Rubric;
use crate::rules::files;
use crate::source::{Report, Source};

use super::file::read_text;
use super::folder::{files_with, read_file};
use super::{Notice, visible};

#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PlanResult {
    /// The number of its roads; 0 where it cannot be read.
    pub roads: usize,
    /// What is wrong with the plan, and where a road does not go as planned.
    pub report: Report,
}

/// The plans directly in a folder, by path.
///
/// # Errors
/// A [`Notice`] where the folder cannot be read.
pub fn plans_of(dir: &Path) -> Result<Vec<PathBuf>, Notice> {
    files_with("plan", dir)
}

/// Runs a plan against the scenario beside it. `path` may also be the scenario's.
///
/// # Errors
/// A [`Notice`] where there is no plan or no scenario, where the plan cannot be read as text, or where the scenario has
/// errors.
pub fn run_plan(path: &Path, rubric: &Arc<Rubric>) -> Result<PlanResult, Notice> {
    let path = &path.with_extension("plan");
    let source = Source::new(path.display().to_string(), read_text(path)?);
    let beside = path.with_extension("ron");
    if beside.symlink_metadata().is_err() {
        let message = "there is no scenario of this name beside this plan";
        let hint = format!("give the plan its scenario's name, or the scenario this one: {}", shown(&beside));
        return Err(Notice::new(&files::PLAN_WITHOUT_SCENARIO, path, message, hint));
    }
    let Some(scenario) = read_file(&beside, rubric)?.scenario else {
        let message = "the scenario beside this plan has errors, so the plan was not run";
        let hint = format!("`bedside check {}` shows them", shown(&beside));
        return Err(Notice::new(&files::PLAN_OF_UNSOUND_SCENARIO, path, message, hint));
    };
    let (roads, found) = match plan::read(&source) {
        Ok(plan) => (plan.roads.len(), plan::run(&plan, &scenario)),
        Err(found) => (0, found),
    };
    Ok(PlanResult { roads, report: Report::new(source, found) })
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}
