//! `bedside group`: holds a session from this terminal, plays a recording again, and prints the group's debrief.

use std::io::Write;

use clap::{Args, Subcommand};

use super::failure::Failure;
use super::group_replay::{self, ReplayArguments};
use super::group_summary::{self, SummaryArguments};
use super::setup::Setup;

const EXAMPLES: &str = "\
Examples:
  bedside group open two-hours-in                       phones of this machine alone, to try it
  bedside group open two-hours-in --address 192.168.1.7:0 --record monday.group
                                                        phones of the local network; all of it recorded
  bedside group open --again monday.group               take up a session that was cut off
  bedside group replay monday.group                     play a recording again, step by step
  bedside group summary monday.group --out monday.pdf   the group's debrief, to hand out";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct GroupArguments {
    #[command(subcommand)]
    command: GroupCommand,
}

#[derive(Debug, Subcommand)]
enum GroupCommand {
    /// Open a room: phones join and vote, and you steer from here.
    #[cfg(feature = "group")]
    Open(super::group_open::OpenArguments),
    /// Play a recording again, step by step.
    Replay(ReplayArguments),
    /// Write the group's debrief of a recording, as PDF or HTML.
    Summary(SummaryArguments),
}

/// Opens a room, plays a recording again, or prints its debrief.
///
/// # Errors
/// Where the room cannot be opened, or the file is no recording that this version can play.
pub(super) fn run(arguments: &GroupArguments, setup: &Setup, out: &mut dyn Write) -> Result<(), Failure> {
    let folders = &setup.folders;
    match &arguments.command {
        #[cfg(feature = "group")]
        GroupCommand::Open(open) => super::group_open::run(open, setup, out),
        GroupCommand::Replay(replay) => group_replay::run(replay, folders, out),
        GroupCommand::Summary(summary) => group_summary::run(summary, folders, out),
    }
}
