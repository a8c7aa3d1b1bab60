//! `bedside reading`: somebody picks from the options of a scenario, without its scenes or with them.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::analysis::reading::{ReadingResult, ReadingSheet};
use crate::library::visible;

use super::failure::Failure;
use super::files::{SHORT, TextFile, write_file};
use super::scene_text::COLUMNS;
use super::terminal_page::TerminalPage;
use super::{json, reading_text, scenarios};

const EXAMPLES: &str = "\
Examples:
  bedside reading my-own.ron                            all options, shuffled, without the scenes
  bedside reading my-own.ron --scenes -o seen.txt       the same with the scenes, into a file
  bedside reading my-own.ron --answers anna.txt         what somebody found on the first sheet
  bedside reading my-own.ron --scenes --answers ben.txt and on the second

A file of answers has one decision a line, its number and a letter: 1 b. What follows a # does not
count, and a decision may be left out. Give the seed and --scenes as for the sheet.";

/// What a file of answers is, for messages.
const FILE: TextFile = TextFile {
    name: "the file of answers",
    option: "--answers takes a file with lines such as `1 b`, or `-` for standard input",
    content: "each line is the number of a decision and a letter, such as `1 b`, once each, as on the sheet that the same \
              command prints without --answers",
    most: SHORT,
};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ReadingArguments {
    /// A scenario's id, as `bedside list` shows it, or its file.
    #[arg(value_name = "ID|FILE")]
    scenario: String,
    /// With the scenes, in written order.
    #[arg(long)]
    scenes: bool,
    /// What the order comes from: the same number gives the same sheet.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Say what these answers come to; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// What the answers come to as one JSON object.
    #[arg(long, requires = "answers")]
    json: bool,
    /// Write to a file, in place of standard output.
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes a sheet, or what answers to it come to. Limits that are not kept are no failure.
///
/// # Errors
/// Where there is no such scenario or nothing to choose in it, where the answers cannot be read or do not fit the sheet, and
/// where the output cannot be written.
pub(super) fn run(arguments: &ReadingArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let scenario = scenarios::scenario(&arguments.scenario, folders)?;
    let sheet = ReadingSheet::new(&scenario, arguments.seed, arguments.scenes);
    if sheet.decisions.is_empty() {
        let failure = Failure::failed(format!("{} has no scene with two options", visible(&arguments.scenario)));
        return Err(failure.hint("a reading takes a scenario in which there is something to choose"));
    }
    let mut text = Vec::new();
    let mut page = TerminalPage::of_width(&mut text, COLUMNS);
    match &arguments.answers {
        None => reading_text::write_sheet(&mut page, &sheet)?,
        Some(path) => {
            let result = read(&sheet, path)?;
            if arguments.json {
                json::write(&mut text, &result)?;
            } else {
                reading_text::write_result(&mut page, &scenario, &result)?;
            }
        }
    }
    match &arguments.out {
        Some(path) => write_file(path, &text),
        None => Ok(out.write_all(&text)?),
    }
}

fn read(sheet: &ReadingSheet<'_>, path: &Path) -> Result<ReadingResult, Failure> {
    sheet.read(&FILE.read(path)?).map_err(|error| FILE.unfit(FILE.unreadable(path)).because(error))
}
