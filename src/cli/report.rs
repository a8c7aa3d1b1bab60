//! `bedside report`: what a programme's training came to, from any number of exports or from a record store.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs::{File, Metadata};
use std::io::{BufReader, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use clap::Args;

use crate::analysis::marks;
use crate::debrief::Marks;
use crate::hash::ContentHash;
use crate::library;
use crate::private_files::{make_folder, write_new};
use crate::records::Measure;
use crate::records::export::{Exported, json_lines};
use crate::records::report::{Asked, Cohort, Targets, csv_files, html};
use crate::rubric::Dimension;
use crate::source::suggest;

use super::failure::{Failure, did_you_mean, exists, no_such_path, unreadable, unwritable};
use super::files::named_by;
use super::report_store::{self, StoreArguments};
use super::scenarios::{self, refuse};
use super::terminal_page::TerminalPage;

const EXAMPLES: &str = "\
Examples:
  bedside report ward-a.jsonl ward-b.jsonl --out report      a page and tables, from two workstations
  bedside report *.jsonl --out report --target 75            with the gaps to a mean of 75
  bedside report *.jsonl --out report --pair two-hours-in second-letter   with the gains from one to the other
  bedside report *.jsonl --out report --scenarios ours       beside what others come to in your own scenarios too
  bedside report --lrs https://lrs.example.org/xapi --user programme --out report   from a record store";

/// The page, in the folder of a report.
const PAGE: &str = "report.html";

/// So many things that cannot be read are told of one by one.
const MOST_TOLD: usize = 10;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ReportArguments {
    /// Files that `bedside export` has written. An attempt that is in two of them counts once.
    #[arg(value_name = "FILE", required_unless_present = "lrs")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    store: StoreArguments,
    /// The folder to write the page and the tables into. One that exists is left as it is.
    #[arg(long, short, value_name = "FOLDER")]
    out: PathBuf,
    /// The mean to reach on each dimension, 0 to 100.
    #[arg(long, value_name = "SCORE", default_value_t = 70, value_parser = clap::value_parser!(u8).range(0..=100))]
    target: u8,
    /// A scenario for before the training, and one for after, by their ids.
    #[arg(long, num_args = 2, value_names = ["BEFORE", "AFTER"])]
    pair: Option<Vec<String>>,
}

/// Writes the report.
///
/// # Errors
/// Where a file cannot be read, holds nothing, or the report cannot be written.
pub(super) fn run(arguments: &ReportArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    if arguments.out.exists() {
        return Err(exists(&arguments.out));
    }
    let mut page = TerminalPage::new(out);
    let mut cohort = Cohort::new(asked(arguments));
    let mut found = false;
    for path in &named_by(&arguments.files) {
        found |= read(path, &mut cohort, &mut page)?;
    }
    found |= report_store::read(&arguments.store, &mut cohort, &mut page)?;
    if !found {
        let failure = Failure::failed("there is no finished attempt and no group session in what was read");
        return Err(failure.hint("`bedside export --out FILE` writes those that are kept on a computer"));
    }
    for id in arguments.pair.iter().flatten() {
        known(id, &cohort)?;
    }
    let marks = marks_of(&cohort, folders);
    let report = cohort.report_beside(&|hash| marks.get(hash).copied());
    let folder = &arguments.out;
    make_folder(folder).map_err(|error| unwritable(folder, error))?;
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        write_new(&path, text.as_bytes()).map_err(|error| unwritable(&path, error))
    };
    for (name, text) in csv_files(&report) {
        write(name, &text)?;
    }
    let rubric = library::rubric().map_err(|reports| refuse(&reports))?;
    write(PAGE, &html(&report.in_words_of(&rubric)))?;
    Ok(page.text(&format!("The report is {}; its tables lie beside it.", folder.join(PAGE).display()))?)
}

fn asked(arguments: &ReportArguments) -> Asked {
    let measures = Dimension::ALL.into_iter().map(|dimension| (Measure::On(dimension), arguments.target)).collect();
    let pair = arguments.pair.as_ref().and_then(|pair| <[String; 2]>::try_from(pair.clone()).ok());
    Asked { targets: Targets { measures, strategies: BTreeMap::new() }, pair }
}

/// Makes sure that a scenario of the pair was met.
fn known(id: &str, cohort: &Cohort) -> Result<(), Failure> {
    let ids: Vec<&str> = cohort.scenario_ids().collect();
    if ids.contains(&id) {
        return Ok(());
    }
    let failure =
        Failure::usage(format!("--pair: no first attempt at \u{201c}{id}\u{201d} that came to an end was read"));
    Err(match (suggest::closest(id, ids.iter().copied()), ids.is_empty()) {
        (_, true) => failure.hint("no scenario was: leave --pair away"),
        (Some(near), _) => failure.hint(did_you_mean(near)),
        (None, _) => failure.hint(format!("name two of these: {}", ids.join(", "))),
    })
}

/// What others come to in the texts that were played, as far as they are built in or in one of these folders.
fn marks_of(cohort: &Cohort, folders: &[PathBuf]) -> BTreeMap<ContentHash, Marks> {
    let played: BTreeSet<&ContentHash> = cohort.scenario_hashes().collect();
    let at_hand = scenarios::open(folders).entries.into_iter().map(|entry| entry.scenario);
    let marks = at_hand
        .filter(|scenario| played.contains(&scenario.hash))
        .filter_map(|scenario| Some((scenario.hash.clone(), marks(&scenario, threads())?)));
    marks.collect()
}

fn threads() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// Counts what is in a file; returns whether it had an attempt or a group session. Lines that cannot be read are told of.
fn read(path: &Path, cohort: &mut Cohort, page: &mut TerminalPage<'_>) -> Result<bool, Failure> {
    if !path.exists() {
        return Err(no_such_path(path, "written"));
    }
    if path.is_dir() {
        let failure = Failure::usage(format!("{} is a folder", path.display()));
        return Err(failure.hint("name the exported files that lie in it; nothing was written"));
    }
    let file = File::open(path).and_then(|file| Ok((is_endless(&file.metadata()?), file)));
    let (endless, file) = file.map_err(|error| unreadable(path).because(error))?;
    if endless {
        let failure = Failure::usage(format!("{} is a device, not a file", path.display()));
        return Err(failure.hint("name exported files; nothing was written"));
    }
    let mut unread = Unread::of(path.display().to_string());
    let mut found = false;
    for line in json_lines::read(BufReader::new(file)).on(threads()) {
        match line {
            Ok(Exported::Attempt(outcome)) => {
                cohort.add(&outcome);
                found = true;
            }
            Ok(Exported::GroupDecision(decision)) => {
                cohort.add_room(&decision);
                found = true;
            }
            Ok(Exported::Comment(comment)) => cohort.add_comment(&comment),
            Err(fault) => unread.tell(&fault, page)?,
        }
    }
    cohort.add_source(unread.end(page)?);
    Ok(found)
}

/// Whether it may go on giving for ever, as `/dev/zero` does. A pipe ends with whoever writes into it.
#[cfg(unix)]
fn is_endless(about: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = about.file_type();
    kind.is_char_device() || kind.is_block_device()
}

/// Whether it may go on giving for ever: this system has no such files.
#[cfg(not(unix))]
const fn is_endless(_: &Metadata) -> bool {
    false
}

/// What cannot be read of a file or a store: the first of it is told, and how much more there is.
pub(super) struct Unread {
    /// Of what.
    of: String,
    count: usize,
}

impl Unread {
    pub(super) const fn of(of: String) -> Self {
        Self { of, count: 0 }
    }

    pub(super) fn tell(&mut self, fault: &dyn Display, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
        self.count += 1;
        if self.count <= MOST_TOLD {
            page.text(&format!("{}: {fault}", self.of))?;
        }
        Ok(())
    }

    /// Returns how much it is.
    pub(super) fn end(self, page: &mut TerminalPage<'_>) -> Result<usize, Failure> {
        if self.count > MOST_TOLD {
            page.text(&format!("{}: {} more cannot be read", self.of, self.count - MOST_TOLD))?;
        }
        Ok(self.count)
    }
}
