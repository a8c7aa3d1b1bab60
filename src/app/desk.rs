//! What lies on the desk for the whole run: the scenarios, the settings, a kept attempt.

use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::*;

use crate::library::{Library, Look, render_notice, render_report};
use crate::scenario::Scenario;
use crate::ui::Settings;
use crate::ui::library::{Filter, Resume};
use crate::ui::problems::ProblemFile;

use super::keep::{self, Saved};
use super::notice::Notices;
use super::{Options, seed};

/// The scenarios, and what was found wrong with files.
#[derive(Resource, Debug)]
pub(super) struct Desk {
    pub(super) scenarios: Vec<Arc<Scenario>>,
    pub(super) problems: Vec<ProblemFile>,
    /// Where scenarios are looked for, as people read it.
    pub(super) places: Vec<String>,
    folders: Vec<PathBuf>,
    pub(super) filter: Filter,
    /// The scenario whose prebrief is open, or to be opened first.
    pub(super) chosen: Option<Arc<Scenario>>,
    /// An attempt that can be taken up again.
    pub(super) saved: Option<Saved>,
    first_seed: Option<u64>,
}

/// What the trainee has set.
#[derive(Resource, Debug, Default, Deref, DerefMut)]
pub(super) struct Preferences(pub(super) Settings);

impl Desk {
    /// Reads the scenarios again.
    pub(super) fn reload(&mut self) {
        let library = Library::open(&self.folders);
        self.scenarios = library.entries.iter().map(|entry| Arc::clone(&entry.scenario)).collect();
        self.problems = problems(&library);
    }

    /// The scenario called `id`.
    pub(super) fn find(&self, id: &str) -> Option<Arc<Scenario>> {
        self.scenarios.iter().find(|scenario| scenario.id == id).cloned()
    }

    /// The seed of the next conversation: the one asked for, once; then fresh ones.
    pub(super) fn next_seed(&mut self) -> u64 {
        self.first_seed.take().unwrap_or_else(seed::fresh)
    }

    /// The attempt that can be taken up again, as its card shows it.
    pub(super) fn resume(&self) -> Option<Resume> {
        let saved = self.saved.as_ref()?;
        Some(Resume { title: saved.title.clone(), mode: saved.mode(), turns: saved.attempt.latest().turns.len() })
    }
}

/// Puts everything on the desk.
pub(super) fn furnish(app: &mut App, options: Options) {
    let kept = keep::kept();
    let mut desk = Desk {
        scenarios: Vec::new(),
        problems: Vec::new(),
        places: options.folders.iter().map(|folder| folder.display().to_string()).collect(),
        folders: options.folders,
        filter: Filter::default(),
        chosen: None,
        saved: kept.attempt,
        first_seed: options.seed,
    };
    desk.reload();
    desk.chosen = options.scenario.and_then(|id| desk.find(&id));
    if let Some(trouble) = kept.trouble.last() {
        app.world_mut().resource_mut::<Notices>().tell(trouble.clone());
    }
    app.insert_resource(desk).insert_resource(Preferences(kept.settings));
}

/// Everything that was found wrong with files, as the problem report shows it.
fn problems(library: &Library) -> Vec<ProblemFile> {
    let reports = library.reports.iter().filter(|report| report.has_errors()).map(|report| ProblemFile {
        path: report.source.name().to_owned(),
        summary: summary(report.diagnostics.len()),
        report: render_report(report, Look::Plain),
    });
    let notices = library.notices.iter().map(|notice| ProblemFile {
        path: notice.path.display().to_string(),
        summary: "This could not be read.".to_owned(),
        report: render_notice(notice, Look::Plain),
    });
    notices.chain(reports).collect()
}

fn summary(count: usize) -> String {
    match count {
        1 => "1 thing to mend".to_owned(),
        more => format!("{more} things to mend"),
    }
}
