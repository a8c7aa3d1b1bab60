//! `bedside guide`: the facilitator's guide to a scenario.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::group::{Agenda, guide};
use crate::print::Appendix;

use super::failure::Failure;
use super::print::Print;
use super::scenarios;
use super::terminal_page::TerminalPage;

const EXAMPLES: &str = "\
Examples:
  bedside guide two-hours-in --out guide.pdf      the hour, where to pause, and what to hand out
  bedside guide my-scenario.ron --out guide.html  the same as a web page";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct GuideArguments {
    /// A scenario's id, as `bedside list` shows it, or its file.
    #[arg(value_name = "ID|FILE")]
    scenario: String,
    /// Where to write it, as .pdf or .html. A file that exists is left as it is.
    #[arg(long, short, value_name = "FILE")]
    out: PathBuf,
}

/// Writes the guide.
///
/// # Errors
/// Where there is no such scenario, or the file cannot be written.
pub(super) fn run(arguments: &GuideArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let print = Print::to(&arguments.out, Appendix::Folded)?;
    let scenario = scenarios::scenario(&arguments.scenario, folders)?;
    let told = print.write_handout(&guide(&scenario, Agenda::HOUR), "Your guide")?;
    Ok(TerminalPage::new(out).text(&told)?)
}
