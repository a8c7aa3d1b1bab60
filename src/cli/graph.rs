//! `bedside graph`: a scenario as a picture, or as text that other programs draw.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::chart::{Chart, Unreached, write_dot, write_mermaid, write_svg};

use super::arguments::{GraphArguments, GraphFormat};
use super::failure::Failure;
use super::shelf;

/// Writes the graph of a scenario.
///
/// # Errors
/// Where there is no such scenario, or the output cannot be written.
pub(super) fn run(arguments: &GraphArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let scenario = shelf::scenario(&arguments.scenario, folders)?;
    let chart = Chart::draw(&scenario, &Unreached::default());
    let text = match arguments.format {
        GraphFormat::Dot => write_dot(&chart),
        GraphFormat::Mermaid => write_mermaid(&chart),
        GraphFormat::Svg => write_svg(&chart),
    };
    match &arguments.out {
        Some(path) => write_file(path, &text),
        None => Ok(out.write_all(text.as_bytes())?),
    }
}

fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let unwritable = |error: io::Error| Failure::failed(format!("{} cannot be written", path.display())).because(error);
    fs::write(path, text).map_err(unwritable)
}
