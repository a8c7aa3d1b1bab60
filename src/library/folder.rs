//! Reads every scenario of a folder, and makes sure that no two have the same id.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fairness;
use crate::rubric::Rubric;
use crate::rules::{files, rules};
use crate::scenario::{Allowances, Reading, Scenario, SourceMap};
use crate::source::{Diagnostic, Report, Source, Span};

use super::Notice;
use super::file::read_text;

/// The most files of one folder that are read.
pub const MAX_FILES: usize = 1000;

/// A file that could be read as text, and what was found in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReadFile {
    /// As the user wrote it.
    pub path: PathBuf,
    /// `None` where the file has errors.
    pub scenario: Option<Arc<Scenario>>,
    /// Where the parts of the scenario are written, if there is one.
    pub source_map: Option<SourceMap>,
    pub report: Report,
    /// The warnings that it switches off, for checks that look for more of them.
    pub allowances: Allowances,
}

#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Folder {
    /// Those that could be read as text, by path.
    pub files: Vec<ReadFile>,
    /// About the folder itself, and files that could not be read at all.
    pub notices: Vec<Notice>,
}

/// Reads one file of a scenario.
///
/// # Errors
/// A [`Notice`] where the file cannot be read as text at all.
pub fn read_file(path: &Path, rubric: &Arc<Rubric>) -> Result<ReadFile, Notice> {
    Ok(read_as(path, read_text(path)?, rubric))
}

pub(super) fn read_as(path: &Path, text: String, rubric: &Arc<Rubric>) -> ReadFile {
    let source = Source::new(path.display().to_string(), text);
    let Reading { scenario, source_map, mut report, allowances } = fairness::read(source, rubric, rules());
    if let Some(scenario) = &scenario {
        let found = other_name(path, scenario, &report).into_iter().collect();
        report = report.with(allowances.judge(&[&files::OTHER_FILE_NAME], found));
    }
    ReadFile { path: path.to_owned(), scenario: scenario.map(Arc::new), source_map, report, allowances }
}

/// A warning where the file is not named after the scenario's id.
fn other_name(path: &Path, scenario: &Scenario, report: &Report) -> Option<Diagnostic> {
    let stem = path.file_stem()?.to_string_lossy();
    let id = &scenario.id;
    (stem != id.as_str()).then(|| {
        let message = format!("the id is \u{201c}{id}\u{201d}, and the file is named \u{201c}{stem}\u{201d}");
        let span = span_of_id(report.source.text(), id);
        files::OTHER_FILE_NAME.at(span, message).hint(format!("name the file `{id}.ron`, or change the id"))
    })
}

impl Folder {
    /// Reads every `.ron` file directly in `dir`, by path. Where two have the same id, the second gets an error that
    /// names both and has no scenario.
    #[must_use]
    pub fn read(dir: &Path, rubric: &Arc<Rubric>) -> Self {
        Self::read_with(dir, |path| read_file(path, rubric))
    }

    /// As [`Folder::read`], but each file is read by `read`.
    pub(super) fn read_with(dir: &Path, mut read: impl FnMut(&Path) -> Result<ReadFile, Notice>) -> Self {
        let mut folder = Self::default();
        let paths = match scenario_paths(dir, &mut folder.notices) {
            Ok(paths) => paths,
            Err(notice) => {
                folder.notices.push(notice);
                return folder;
            }
        };
        let mut first_with_id: BTreeMap<String, PathBuf> = BTreeMap::new();
        for path in paths {
            match read(&path) {
                Ok(mut file) => {
                    refuse_second(&mut file, &mut first_with_id);
                    folder.files.push(file);
                }
                Err(notice) => folder.notices.push(notice),
            }
        }
        folder
    }
}

/// The files of a folder with this extension, sorted; without hidden files, such as editors' lock files.
pub(super) fn files_with(ending: &str, dir: &Path) -> Result<Vec<PathBuf>, Notice> {
    let unreadable = |error: std::io::Error| Notice::unreadable_folder(dir, &error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        let hidden = name.to_string_lossy().starts_with('.');
        let path = dir.join(name);
        if !hidden && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending)) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The files of a folder that may be scenarios, sorted.
fn scenario_paths(dir: &Path, notices: &mut Vec<Notice>) -> Result<Vec<PathBuf>, Notice> {
    let mut paths = files_with("ron", dir)?;
    if paths.is_empty() {
        let message = "there are no scenarios in this folder";
        return Err(Notice::new(
            &files::EMPTY_FOLDER,
            dir,
            message,
            "put scenario files into it: their names end in `.ron`",
        ));
    }
    if paths.len() > MAX_FILES {
        let message = format!("this folder has {} scenario files; the first {MAX_FILES} by name are read", paths.len());
        notices.push(Notice::new(&files::TOO_MANY_FILES, dir, message, "spread them over several folders"));
        paths.truncate(MAX_FILES);
    }
    Ok(paths)
}

/// Replaces a scenario whose id an earlier file has by an error that names both.
fn refuse_second(file: &mut ReadFile, first_with_id: &mut BTreeMap<String, PathBuf>) {
    let Some(scenario) = &file.scenario else { return };
    let Some(first) = first_with_id.get(&scenario.id) else {
        first_with_id.insert(scenario.id.clone(), file.path.clone());
        return;
    };
    let message = format!(
        "Two files have the id \u{201c}{}\u{201d}: {} and this one, {}. The first is used, this one is not",
        scenario.id,
        first.display(),
        file.path.display(),
    );
    let span = span_of_id(file.report.source.text(), &scenario.id);
    let twice = files::DUPLICATE_SCENARIO
        .at(span, message)
        .hint("give this one an id of its own, the same as its file's name, or take one of the two away");
    file.report = file.report.clone().with(vec![twice]);
    file.scenario = None;
}

/// Where a scenario's id is written: its first occurrence between quotation marks.
fn span_of_id(text: &str, id: &str) -> Span {
    let quoted = format!("\"{id}\"");
    text.find(&quoted).map_or(Span::new(0, 0), |at| Span::new(at, at + quoted.len()))
}
