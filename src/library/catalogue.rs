//! The scenarios there are: those in the binary, and those of the user's folders.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::fairness;
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::source::{Report, Source};

use super::{Folder, Notice, built_in};

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The binary itself.
    BuiltIn,
    /// A file, as the user wrote its folder.
    File(PathBuf),
}

/// A scenario that can be played.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Where it comes from.
    pub origin: Origin,
}

/// The scenarios there are, and what stood in the way of others.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Library {
    /// The scenarios that can be played: the easier first, then by title.
    pub entries: Vec<Entry>,
    /// The texts in which something was found, errors and warnings, by path.
    pub reports: Vec<Report>,
    /// Folders and files that could not be read at all.
    pub notices: Vec<Notice>,
    /// What scenarios are scored with; `None` only where the binary's own cannot be read.
    pub rubric: Option<Arc<Rubric>>,
}

impl Library {
    /// Opens the built-in scenarios and those of `dirs`. A scenario of a folder takes the place of
    /// the built-in one with the same id, and one of a later folder that of an earlier one.
    #[must_use]
    pub fn open(dirs: &[PathBuf]) -> Self {
        let rubric = match built_in::rubric() {
            Ok(rubric) => Arc::new(rubric),
            Err(reports) => return Self { reports, ..Self::default() },
        };
        let mut library = Self { rubric: Some(rubric.clone()), ..Self::default() };
        let mut by_id: BTreeMap<String, Entry> = BTreeMap::new();
        for (name, text) in built_in::SCENARIOS {
            let reading = fairness::read(Source::new(format!("built-in/{name}"), *text), &rubric);
            library.note(reading.report);
            keep(&mut by_id, reading.scenario.map(Arc::new), &Origin::BuiltIn);
        }
        for dir in dirs {
            let folder = Folder::read(dir, &rubric);
            library.notices.extend(folder.notices);
            for file in folder.files {
                library.note(file.report);
                keep(&mut by_id, file.scenario, &Origin::File(file.path));
            }
        }
        library.entries = by_id.into_values().collect();
        library.entries.sort_by(|a, b| order(a).cmp(&order(b)));
        library
    }

    /// The scenario called `id`, if there is one.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.scenario.id == id)
    }

    fn note(&mut self, report: Report) {
        if !report.diagnostics.is_empty() {
            self.reports.push(report);
        }
    }
}

fn keep(by_id: &mut BTreeMap<String, Entry>, scenario: Option<Arc<Scenario>>, origin: &Origin) {
    if let Some(scenario) = scenario {
        by_id.insert(scenario.id.clone(), Entry { scenario, origin: origin.clone() });
    }
}

fn order(entry: &Entry) -> (crate::scenario::Level, &str, &str) {
    (entry.scenario.level, &entry.scenario.title, &entry.scenario.id)
}
