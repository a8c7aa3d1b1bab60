//! `bedside graph`: a scenario as a picture, or as text that other programs draw.

use std::io::Write;
use std::num::NonZero;
use std::path::PathBuf;

use crate::analysis::{Effort, analyse};
use crate::chart::{Chart, Unreached, write_dot, write_mermaid, write_svg};

use super::arguments::{GraphArguments, GraphFormat};
use super::failure::Failure;
use super::files::write_file;
use super::scenarios;

/// The most states that are explored to find out what no road reaches: a second or two.
const STATES: u32 = 3_000_000;

/// How often each strategy is played first, which quickly finds most of what is reached.
const PLAYS: u32 = 20;

/// Writes the graph of a scenario.
///
/// # Errors
/// Where there is no such scenario, or the output cannot be written.
pub(super) fn run(arguments: &GraphArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let scenario = scenarios::scenario(&arguments.scenario, folders)?;
    let analysis = analyse(&scenario, &Effort { states: STATES, plays: PLAYS, ..Effort::usual(threads(), &|_| true) });
    if !analysis.complete {
        let note =
            "note: there are too many roads to look at all of them; what nothing leads to is marked all the same";
        // Where standard error is closed, the picture itself is still correct.
        let _ = writeln!(anstream::stderr().lock(), "{note}");
    }
    let chart = Chart::draw(&scenario, &Unreached::from(&analysis.proved));
    let text = match arguments.format {
        GraphFormat::Dot => write_dot(&chart),
        GraphFormat::Mermaid => write_mermaid(&chart),
        GraphFormat::Svg => write_svg(&chart),
    };
    match &arguments.out {
        Some(path) => write_file(path, text.as_bytes()),
        None => Ok(out.write_all(text.as_bytes())?),
    }
}

fn threads() -> NonZero<usize> {
    std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}
