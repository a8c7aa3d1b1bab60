//! `bedside test`: runs the plans beside scenarios.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::library::{self, plans_of, run_plan};
use crate::rubric::Rubric;

use super::arguments::TestArguments;
use super::check::Findings;
use super::failure::{Failure, no_such_path};
use super::files::named_by;
use super::scenarios::counted;

/// The results of running plans.
#[derive(Default)]
struct TestRun {
    plans: usize,
    roads: usize,
    findings: Findings,
}

/// Runs plans.
///
/// # Errors
/// Where a path does not exist or there is no plan, where something does not go as planned, and where the output cannot
/// be written.
pub(super) fn run(arguments: &TestArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let paths = named_by(&arguments.paths);
    if let Some(missing) = paths.iter().find(|path| path.symlink_metadata().is_err()) {
        return Err(no_such_path(missing, "run"));
    }
    let mut run = TestRun::default();
    match library::rubric() {
        Ok(rubric) => {
            let rubric = Arc::new(rubric);
            for path in &paths {
                run.path(path, &rubric);
            }
        }
        Err(reports) => run.findings.reports = reports,
    }
    if run.plans == 0 && run.findings.errors() == 0 {
        return Err(no_plan(&paths));
    }
    run.findings.write(arguments.format, &run.summary(), out)?;
    if run.findings.errors() > 0 { Err(Failure::reported()) } else { Ok(()) }
}

fn no_plan(paths: &[PathBuf]) -> Failure {
    let named: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    Failure::usage(format!("there is no plan in {}", named.join(", ")))
        .hint("a plan lies beside its scenario: my-own.plan beside my-own.ron")
        .hint("`bedside new` writes a scenario and its plan to start from")
}

impl TestRun {
    fn path(&mut self, path: &Path, rubric: &Arc<Rubric>) {
        if !path.is_dir() {
            return self.plan(path, rubric);
        }
        match plans_of(path) {
            Ok(plans) => plans.iter().for_each(|plan| self.plan(plan, rubric)),
            Err(notice) => self.findings.notices.push(notice),
        }
    }

    fn plan(&mut self, path: &Path, rubric: &Arc<Rubric>) {
        self.plans += 1;
        match run_plan(path, rubric) {
            Ok(ran) => {
                self.roads += ran.roads;
                self.findings.reports.push(ran.report);
            }
            Err(notice) => self.findings.notices.push(notice),
        }
    }

    fn summary(&self) -> String {
        let (plans, roads) = (counted(self.plans, "plan"), counted(self.roads, "road"));
        format!("{plans}: {roads}, {}", counted(self.findings.errors(), "failure"))
    }
}
