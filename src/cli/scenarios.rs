//! Opens the library for a command, and reports on standard error what was left out of it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::library::{
    self, Entry, Folder, Library, Notice, Origin, RenderStyle, read_file, render_notice, render_report, visible,
};
use crate::scenario::Scenario;
use crate::source::Report;

use super::failure::{Failure, did_you_mean};

/// Opens the library. Folders and files that could not be used are reported on standard error.
pub(super) fn open(folders: &[PathBuf]) -> Library {
    let library = Library::open(folders);
    // Where standard error is closed, the command itself still works.
    let _ = report_left_out(&library, &mut anstream::stderr().lock());
    library
}

/// Opens the library for a command that takes a scenario's id or its file: a file is added to the paths that are read.
/// Returns those paths too.
pub(super) fn open_with(folders: &[PathBuf], id_or_file: &str) -> (Library, Vec<PathBuf>) {
    let mut paths = folders.to_vec();
    if is_file(id_or_file) {
        paths.push(PathBuf::from(id_or_file));
    }
    (open(&paths), paths)
}

/// The text that a scenario of the library was read from; `None` where its file has changed since.
pub(super) fn text_of(library: &Library, scenario: &Arc<Scenario>) -> Option<String> {
    let entry = library.entries.iter().find(|entry| Arc::ptr_eq(&entry.scenario, scenario))?;
    library::text_of(scenario, &entry.origin)
}

/// Whether the argument is a file and not an id: it contains a dot or a slash, or the file exists.
pub(super) fn is_file(id_or_file: &str) -> bool {
    id_or_file.contains(['.', '/', '\\']) || Path::new(id_or_file).is_file()
}

/// Makes sure that there is something to play.
///
/// # Errors
/// Where there is nothing.
pub(super) fn expect_some(library: &Library) -> Result<(), Failure> {
    if library.entries.is_empty() {
        let failure = Failure::failed("there are no scenarios to play");
        return Err(failure.hint("name a folder of scenarios: bedside --scenarios DIR"));
    }
    Ok(())
}

fn report_left_out(library: &Library, err: &mut dyn Write) -> std::io::Result<()> {
    for notice in &library.notices {
        write!(err, "{}", render_notice(notice, RenderStyle::Coloured { columns: super::terminal_page::columns() }))?;
    }
    for report in library.reports.iter().filter(|report| report.has_errors()) {
        if library.rubric.is_none() {
            write!(err, "{}", render_report(report, RenderStyle::Plain))?;
            continue;
        }
        let name = visible(report.source.name());
        writeln!(err, "warning: {name} has {} and is left out", count_errors(report))?;
        writeln!(err, "help: `bedside check {name}` shows what is wrong")?;
    }
    Ok(())
}

fn count_errors(report: &Report) -> String {
    let errors = report.diagnostics.iter().filter(|found| found.is_error()).count();
    counted(errors, "error")
}

/// `1 error`, `2 errors`.
pub(super) fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}

/// The scenario with this id, or that of the file with this name.
///
/// # Errors
/// Where there is none, with the nearest id as a hint.
pub(super) fn find(library: &Library, id: &str) -> Result<Arc<Scenario>, Failure> {
    if is_file(id) {
        let of_file = library.entries.iter().find(|entry| entry.origin == Origin::File(PathBuf::from(id)));
        let failure = || Failure::failed(format!("{} cannot be played", visible(id)));
        let failure = || failure().hint(format!("`bedside check {}` shows what is wrong", visible(id)));
        return of_file.map(|entry| entry.scenario.clone()).ok_or_else(failure);
    }
    if let Some(entry) = library.find(id) {
        return Ok(entry.scenario.clone());
    }
    let mut failure = Failure::usage(format!("there is no scenario \u{201c}{id}\u{201d}"));
    if let Some(near) = nearest(&library.entries, id) {
        failure = failure.hint(did_you_mean(near));
    }
    Err(failure.hint("`bedside list` names the scenarios; `--scenarios DIR` adds those of a folder"))
}

fn nearest<'a>(entries: &'a [Entry], id: &str) -> Option<&'a str> {
    let likeness = |entry: &&Entry| strsim::jaro_winkler(&entry.scenario.id, id);
    let near = entries.iter().filter(|entry| likeness(entry) > 0.8);
    near.max_by(|a, b| likeness(a).total_cmp(&likeness(b))).map(|entry| entry.scenario.id.as_str())
}

/// The file of a scenario, where it is not built in.
pub(super) fn file_of(entry: &Entry) -> Option<String> {
    match &entry.origin {
        Origin::BuiltIn => None,
        Origin::File(path) => Some(path.display().to_string()),
    }
}

/// The scenario in a file, or the one in the library with this id.
///
/// # Errors
/// Where there is none, and where the file has errors, which are printed on standard error.
pub(super) fn scenario(word: &str, folders: &[PathBuf]) -> Result<Arc<Scenario>, Failure> {
    let path = Path::new(word);
    if !is_file(word) {
        return find(&open(folders), word);
    }
    if path.symlink_metadata().is_err() {
        let failure = Failure::usage(format!("there is no file {word}"));
        return Err(failure.hint("name a file, or a scenario by its id as `bedside list` shows it"));
    }
    let rubric = library::rubric().map_err(|reports| refuse(&reports))?;
    match read_file(path, &Arc::new(rubric)) {
        Ok(file) => file.scenario.ok_or_else(|| refuse(&[file.report])),
        Err(notice) => {
            tell(&notice);
            Err(Failure::reported())
        }
    }
}

/// The scenarios that a command line names.
pub(super) struct Named {
    /// In the order in which they are named.
    pub(super) scenarios: Vec<Arc<Scenario>>,
    /// Whether something could not be used, which has been reported.
    pub(super) left_out: bool,
    /// Whether there may be several: a folder is named, or more than one scenario.
    pub(super) several: bool,
}

/// The scenarios with these ids, those of these files, and all of these folders. A file that cannot be used is reported on
/// standard error and left out.
///
/// # Errors
/// Where there is no such scenario, and where nothing is left to look at.
pub(super) fn named(words: &[String], folders: &[PathBuf]) -> Result<Named, Failure> {
    let mut named = Named { scenarios: Vec::new(), left_out: false, several: words.len() > 1 };
    for word in words {
        if is_folder(word, folders) {
            named.several = true;
            named.add_folder(Path::new(word))?;
            continue;
        }
        match scenario(word, folders) {
            Ok(scenario) => named.scenarios.push(scenario),
            Err(failure) if failure.is_reported() => named.left_out = true,
            Err(failure) => return Err(failure),
        }
    }
    if named.scenarios.is_empty() { Err(Failure::reported()) } else { Ok(named) }
}

/// Whether the argument is a folder, and no id of a scenario.
fn is_folder(word: &str, folders: &[PathBuf]) -> bool {
    Path::new(word).is_dir() && (is_file(word) || Library::open(folders).find(word).is_none())
}

impl Named {
    fn add_folder(&mut self, path: &Path) -> Result<(), Failure> {
        let rubric = library::rubric().map_err(|reports| refuse(&reports))?;
        let folder = Folder::read(path, &Arc::new(rubric));
        self.left_out |= !folder.notices.is_empty();
        folder.notices.iter().for_each(tell);
        for file in folder.files {
            if let Some(scenario) = file.scenario {
                self.scenarios.push(scenario);
            } else {
                self.left_out = true;
                refuse(&[file.report]);
            }
        }
        Ok(())
    }
}

/// Prints what keeps a file or a folder from being read.
fn tell(notice: &Notice) {
    let style = RenderStyle::Coloured { columns: super::terminal_page::columns() };
    // Where standard error is closed, the exit code still says so.
    let _ = write!(anstream::stderr().lock(), "{}", render_notice(notice, style));
}

/// Prints the errors of what cannot be used.
pub(super) fn refuse(reports: &[Report]) -> Failure {
    let style = RenderStyle::Coloured { columns: super::terminal_page::columns() };
    let mut err = anstream::stderr().lock();
    for report in reports {
        // Where standard error is closed, the exit code still says so.
        let _ = write!(err, "{}", render_report(report, style));
    }
    Failure::reported()
}
