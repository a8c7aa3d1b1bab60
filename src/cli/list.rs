//! `bedside list`: names the scenarios.

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use crate::library::{Entry, Library};
use crate::scenario::Level;

use super::arguments::ListArguments;
use super::failure::Failure;
use super::terminal_page::TerminalPage;
use super::{json, scenarios};

/// A scenario as data.
#[derive(Serialize)]
struct ListEntry<'a> {
    id: &'a str,
    title: &'a str,
    setting: &'a str,
    summary: &'a str,
    level: Level,
    minutes: u8,
    practises: &'a [String],
    content_note: Option<&'a str>,
    built_in: bool,
    file: Option<String>,
}

/// Names the scenarios.
///
/// # Errors
/// Where there are none, or the output cannot be written.
pub(super) fn run(arguments: &ListArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let library = scenarios::open(folders);
    scenarios::expect_some(&library)?;
    if arguments.json {
        return json::write(out, &library.entries.iter().map(listed).collect::<Vec<_>>());
    }
    print(&library, &mut TerminalPage::new(out))?;
    Ok(())
}

fn print(library: &Library, page: &mut TerminalPage<'_>) -> std::io::Result<()> {
    for (index, entry) in library.entries.iter().enumerate() {
        if index > 0 {
            page.gap()?;
        }
        let scenario = &entry.scenario;
        page.text(&format!("{}: {}", scenario.id, scenario.title))?;
        page.indented("  ", &format!("{}. {}", scenario.setting, facts(entry)))?;
        page.indented("  ", &scenario.summary)?;
        page.indented("  ", &format!("Practises: {}", scenario.practises.join(", ")))?;
        if let Some(file) = scenarios::file_of(entry) {
            page.indented("  ", &format!("From {file}"))?;
        }
    }
    Ok(())
}

/// How demanding and how long it is.
pub(super) fn facts(entry: &Entry) -> String {
    let scenario = &entry.scenario;
    format!("{}, {}", scenario.level.word(), scenarios::counted(usize::from(scenario.minutes), "minute"))
}

fn listed(entry: &Entry) -> ListEntry<'_> {
    let scenario = &*entry.scenario;
    let file = scenarios::file_of(entry);
    ListEntry {
        id: &scenario.id,
        title: &scenario.title,
        setting: &scenario.setting,
        summary: &scenario.summary,
        level: scenario.level,
        minutes: scenario.minutes,
        practises: &scenario.practises,
        content_note: scenario.content_note.as_deref(),
        built_in: file.is_none(),
        file,
    }
}
