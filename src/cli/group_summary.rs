//! `bedside group summary`: the debrief of a group, from its recording.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::debrief::page::OtherRoads;
use crate::group::summary;
use crate::print::Appendix;

use super::failure::Failure;
use super::group_replay::{breaks_off, played, recording};
use super::print::Print;
use super::terminal_page::TerminalPage;
use super::{debrief, scenarios};

#[derive(Debug, Args)]
pub(super) struct SummaryArguments {
    /// The recording.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Where to write it, as .pdf or .html. A file that exists is left as it is.
    #[arg(long, short, value_name = "FILE")]
    out: PathBuf,
}

/// Writes the debrief of a group.
///
/// # Errors
/// Where the recording cannot be played again, or the file cannot be written.
pub(super) fn run(arguments: &SummaryArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let print = Print::to(&arguments.out, Appendix::Folded)?;
    let recording = recording(&arguments.file)?;
    let library = scenarios::open(folders);
    let group = played(&arguments.file, &recording, &library, |_, _| {})?;
    let (debrief, other_roads) = debrief::of(group.conversation())?;
    let other_roads = other_roads.as_deref().map_or(OtherRoads::LeftOut, OtherRoads::Found);
    let handout = summary(&group, &debrief, other_roads, recording.breaks_off);
    let told = print.write_handout(&handout, "The group\u{2019}s debrief")?;
    TerminalPage::new(out).text(&told)?;
    Ok(breaks_off(&arguments.file, &recording, "told")?)
}
