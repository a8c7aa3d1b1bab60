//! The data the app holds for its whole run: the scenarios, the settings, the saved attempts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::*;

use crate::hash::ContentHash;
use crate::library::{Entry, Library, Origin, Reader, RenderStyle, SceneSpans, render_each, render_notice};
use crate::policy::Feature;
use crate::records::data_folder;
use crate::scenario::Scenario;
use crate::source::{Report, Severity};
use crate::ui::Settings;
use crate::ui::author::findings::{FileFindings, Finding};
use crate::ui::library::{Filter, LibraryAction, Played};

use super::flow::AsksWho;
use super::kept_attempts::{KeptAttempts, MOST_KEPT};
use super::notice::Notices;
use super::options::Options;
use super::play::Play;
use super::saved_state::{LastSaved, SavedState, ThisPlayer};
use super::seed;
use super::this_computer::ThisComputer;
use super::watch::WatchConfig;
use super::workstation::Workstation;

/// The scenarios, what was found in their files, and what was saved.
#[derive(Resource, Debug, Default)]
pub(super) struct AppData {
    pub(super) scenarios: Vec<Arc<Scenario>>,
    entries: Vec<Entry>,
    /// The findings in the author's files.
    pub(super) findings: Vec<FileFindings>,
    /// The ids of the scenarios that have an author's view.
    pub(super) authored: Vec<String>,
    /// The paths searched for scenarios, as shown to the user.
    pub(super) paths: Vec<String>,
    pub(super) filter: Filter,
    /// What the library was left by; `None` once a conversation has begun.
    pub(super) left_library_by: Option<LibraryAction>,
    /// Results of earlier plays, by scenario id.
    pub(super) played: BTreeMap<String, Played>,
    /// The scenario whose prebrief is open, or is to be opened first.
    pub(super) chosen: Option<Arc<Scenario>>,
    /// Whether the prebrief asks whether the attempt that is kept is to be discarded.
    pub(super) asks_to_discard: bool,
    /// The attempts that can be resumed; the one under way is not among them.
    pub(super) kept: KeptAttempts,
    /// Whether the window opens on the findings.
    pub(super) opens_on_findings: bool,
    first_seed: Option<u64>,
    authors: Authors,
}

/// Which scenarios have an author's view.
#[derive(Clone, Debug, Default)]
enum Authors {
    /// None, on this computer.
    #[default]
    Nobody,
    /// Those that are read from files, but for those in folders that everybody shares.
    OfFiles {
        but: Vec<PathBuf>,
    },
    Everybody,
}

impl Authors {
    fn has(&self, entry: &Entry) -> bool {
        match (self, &entry.origin) {
            (Self::Everybody, _) => true,
            (Self::Nobody, _) | (Self::OfFiles { .. }, Origin::BuiltIn) => false,
            (Self::OfFiles { but }, Origin::File(path)) => !but.iter().any(|shared| path.starts_with(shared)),
        }
    }
}

/// The settings.
#[derive(Resource, Debug, Default, Deref, DerefMut)]
pub(super) struct Preferences(pub(super) Settings);

impl AppData {
    /// Replaces the scenarios by those of a reload, including the one whose prebrief is open. Returns whether anything
    /// has changed.
    pub(super) fn update(&mut self, library: Library) -> bool {
        let hashes_before = hashes(&self.entries);
        let findings_before = std::mem::replace(&mut self.findings, findings(&library));
        self.entries = library.entries;
        self.scenarios = self.entries.iter().map(|entry| Arc::clone(&entry.scenario)).collect();
        let authored = self.entries.iter().filter(|entry| self.authors.has(entry));
        self.authored = authored.map(|entry| entry.scenario.id.clone()).collect();
        if let Some(newest) = self.chosen.as_ref().and_then(|chosen| self.find(&chosen.id)) {
            self.chosen = Some(newest);
        }
        hashes_before != hashes(&self.entries) || findings_before != self.findings
    }

    /// Whether the scenario called `id` has an author's view.
    pub(super) fn is_authored(&self, id: &str) -> bool {
        self.authored.iter().any(|authored| authored == id)
    }

    /// Where the scenario called `id` was read from.
    pub(super) fn origin_of(&self, id: &str) -> Option<&Origin> {
        self.entries.iter().find(|entry| entry.scenario.id == id).map(|entry| &entry.origin)
    }

    /// The file that the scenario called `id` was read from, if any.
    pub(super) fn file_of(&self, id: &str) -> Option<PathBuf> {
        match self.origin_of(id)? {
            Origin::File(path) => Some(path.clone()),
            Origin::BuiltIn => None,
        }
    }

    pub(super) fn findings_of(&self, file: &Path) -> Option<&FileFindings> {
        let path = file.display().to_string();
        self.findings.iter().find(|found| found.path == path)
    }

    pub(super) fn find(&self, id: &str) -> Option<Arc<Scenario>> {
        self.scenarios.iter().find(|scenario| scenario.id == id).cloned()
    }

    /// The seed of the next conversation: the requested one the first time, then random ones.
    pub(super) fn next_seed(&mut self) -> u64 {
        self.first_seed.take().unwrap_or_else(seed::fresh)
    }

    /// Keeps the attempt under way, which is left now. Returns a message if another had to go for it.
    pub(super) fn keep(&mut self, play: &Play) -> Option<String> {
        let gone = self.kept.keep(play.saved()?)?;
        let title = gone.title;
        Some(format!("\u{201c}{title}\u{201d} was left longest ago of {MOST_KEPT} attempts, and is not kept any more."))
    }
}

/// Inserts the app data and everything else that was saved.
pub(super) fn setup(app: &mut App, options: Options) {
    let folder = options.data.or_else(data_folder);
    let computer = ThisComputer(options.policy);
    let saved = SavedState::of(folder.as_deref(), &computer.who(options.who));
    let authors = match (computer.is_off(Feature::AuthorView), options.author) {
        (true, _) => Authors::Nobody,
        (false, true) => Authors::Everybody,
        (false, false) => Authors::OfFiles { but: options.shared },
    };
    let workstation = Workstation::of(folder.as_deref());
    let reading = workstation.reading();
    let last_saved = LastSaved::of(&saved, reading);
    let settings = saved.settings(reading);
    let mut reader = Reader::default();
    let mut data = AppData {
        scenarios: Vec::new(),
        entries: Vec::new(),
        findings: Vec::new(),
        authored: Vec::new(),
        paths: options.paths.iter().map(|path| path.display().to_string()).collect(),
        filter: Filter::default(),
        left_library_by: None,
        played: saved.played,
        chosen: None,
        asks_to_discard: false,
        kept: saved.attempts,
        opens_on_findings: options.findings,
        first_seed: options.seed,
        authors,
    };
    data.update(reader.read(&options.paths));
    data.chosen = options.scenario.and_then(|id| data.find(&id));
    let mut notices = app.world_mut().resource_mut::<Notices>();
    for problem in options.policy_problem.into_iter().chain(saved.problems) {
        notices.push(problem);
    }
    app.insert_resource(data)
        .insert_resource(Preferences(settings))
        .insert_resource(workstation)
        .insert_resource(computer)
        .insert_resource(AsksWho(saved.asks_who));
    app.insert_resource(saved.location).insert_resource(ThisPlayer(saved.player)).insert_resource(last_saved);
    app.insert_resource(WatchConfig { paths: options.paths, reader });
}

fn hashes(entries: &[Entry]) -> Vec<ContentHash> {
    entries.iter().map(|entry| entry.scenario.hash.clone()).collect()
}

/// All findings: files that cannot be used first, then those with only warnings.
fn findings(library: &Library) -> Vec<FileFindings> {
    let notices = library.notices.iter().map(|notice| FileFindings {
        path: notice.path.display().to_string(),
        findings: vec![Finding {
            severity: Severity::Error,
            position: None,
            report: render_notice(notice, RenderStyle::Plain),
            narrower: Vec::new(),
            scene: None,
        }],
        outdated: false,
    });
    let outdated = |path: &str| {
        let of_file =
            |entry: &&Entry| matches!(&entry.origin, Origin::File(file) if file.display().to_string() == path);
        library.entries.iter().filter(of_file).any(|entry| entry.outdated)
    };
    let reports = library.reports.iter().map(|report| FileFindings {
        path: report.source.name().to_owned(),
        findings: found(report),
        outdated: outdated(report.source.name()),
    });
    let mut all: Vec<FileFindings> = notices.chain(reports).collect();
    all.sort_by_key(|file| file.errors() == 0);
    all
}

/// The widths, in columns, of reports for places narrower than a page: a column of text, half a window, large type.
const NARROWER: [usize; 4] = [100, 70, 44, 30];

/// The findings of a report, errors first.
fn found(report: &Report) -> Vec<Finding> {
    let scenes = SceneSpans::of(&report.source);
    let mut narrower = NARROWER.map(|columns| render_each(report, RenderStyle::Within { columns }));
    let each = report.diagnostics.iter().zip(render_each(report, RenderStyle::Plain)).map(|(diagnostic, rendered)| {
        let position = report.source.position(diagnostic.span.start());
        Finding {
            severity: diagnostic.rule.severity,
            position: Some((position.line, position.column)),
            report: rendered,
            narrower: narrower.iter_mut().filter_map(Iterator::next).collect(),
            scene: scenes.at(diagnostic.span.start()).map(str::to_owned),
        }
    });
    let mut all: Vec<Finding> = each.collect();
    all.sort_by_key(|finding| finding.severity);
    all
}
