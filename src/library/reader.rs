//! Reads the library repeatedly: unchanged files are not read again, and of files that have errors now the last good
//! version is kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::source::Report;

use super::file::read_text;
use super::folder::read_as;
use super::{Entry, Folder, Library, Notice, Origin, ReadFile, built_in};

/// Reads the library, and keeps what it has read.
#[derive(Debug, Default)]
pub struct Reader {
    built_in: Option<BuiltIn>,
    known: BTreeMap<PathBuf, Known>,
}

/// What is built into the binary, read once.
#[derive(Debug)]
struct BuiltIn {
    rubric: Result<Arc<Rubric>, Vec<Report>>,
    scenarios: Vec<(Option<Arc<Scenario>>, Report)>,
}

/// A file as it was last read.
#[derive(Debug)]
struct Known {
    file: ReadFile,
    /// The last version that could be played.
    good: Option<Arc<Scenario>>,
}

impl Reader {
    /// Reads the built-in scenarios and those of `paths`, folders or single files, as [`Library::open`] does. A
    /// scenario whose text is unchanged is the same [`Arc`] as before; one whose file has errors now is kept in its
    /// last good version, and is [outdated](Entry::outdated).
    pub fn read(&mut self, paths: &[PathBuf]) -> Library {
        let mut library = Library::default();
        let built_in = self.built_in.get_or_insert_with(BuiltIn::read);
        let rubric = match &built_in.rubric {
            Ok(rubric) => rubric.clone(),
            Err(reports) => return Library { reports: reports.clone(), ..library },
        };
        let mut by_id = BTreeMap::new();
        for (scenario, report) in &built_in.scenarios {
            note(&mut library, report);
            keep(&mut by_id, scenario.as_ref(), Origin::BuiltIn, false);
        }
        let mut known = BTreeMap::new();
        for path in paths {
            let folder = self.read_path(path, &rubric, &mut known);
            library.notices.extend(folder.notices);
            for file in folder.files {
                note(&mut library, &file.report);
                // A file that is refused only because another has its id has no errors of its own.
                let broken = known.get(&file.path).filter(|known: &&Known| known.file.scenario.is_none());
                let good = broken.and_then(|known| known.good.as_ref());
                let outdated = file.scenario.is_none();
                keep(&mut by_id, file.scenario.as_ref().or(good), Origin::File(file.path), outdated);
            }
        }
        self.known = known;
        library.rubric = Some(rubric);
        library.entries = by_id.into_values().collect();
        library.entries.sort_by(|a, b| order(a).cmp(&order(b)));
        library
    }

    /// Reads one path, and stores its files in `known`.
    fn read_path(&mut self, path: &Path, rubric: &Arc<Rubric>, known: &mut BTreeMap<PathBuf, Known>) -> Folder {
        let mut read = |path: &Path| {
            let read = self.file(path, rubric)?;
            let file = read.file.clone();
            known.insert(path.to_owned(), read);
            Ok(file)
        };
        let named_like_a_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        if path.is_dir() || !named_like_a_file {
            return Folder::read_with(path, read);
        }
        match read(path) {
            Ok(file) => Folder { files: vec![file], notices: Vec::new() },
            Err(notice) => Folder { files: Vec::new(), notices: vec![notice] },
        }
    }

    /// Reads one file, unless its text is unchanged.
    fn file(&mut self, path: &Path, rubric: &Arc<Rubric>) -> Result<Known, Notice> {
        let text = read_text(path)?;
        match self.known.remove(path) {
            Some(same) if same.file.report.source.text() == text => Ok(same),
            before => {
                let file = read_as(path, text, rubric);
                let good = file.scenario.clone().or_else(|| before.and_then(|before| before.good));
                Ok(Known { file, good })
            }
        }
    }
}

impl BuiltIn {
    fn read() -> Self {
        let rubric = built_in::rubric().map(Arc::new);
        let read = |rubric| {
            let readings = built_in::read_scenarios(rubric);
            readings.map(|reading| (reading.scenario.map(Arc::new), reading.report)).collect()
        };
        let scenarios = rubric.as_ref().map(read).unwrap_or_default();
        Self { rubric, scenarios }
    }
}

fn note(library: &mut Library, report: &Report) {
    if !report.diagnostics.is_empty() {
        library.reports.push(report.clone());
    }
}

fn keep(by_id: &mut BTreeMap<String, Entry>, scenario: Option<&Arc<Scenario>>, origin: Origin, outdated: bool) {
    if let Some(scenario) = scenario {
        by_id.insert(scenario.id.clone(), Entry { scenario: scenario.clone(), origin, outdated });
    }
}

fn order(entry: &Entry) -> (crate::scenario::Level, &str, &str) {
    (entry.scenario.level, &entry.scenario.title, &entry.scenario.id)
}
