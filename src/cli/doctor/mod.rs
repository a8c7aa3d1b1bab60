//! `bedside doctor`: what works on this computer, what does not, and what to do; to be pasted into a request for help.
//!
//! It opens no connection, changes nothing, and names nobody ([`nobody`]).

mod computer;
mod finding;
mod kept;
mod nobody;
mod shared;

use std::env;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::records::data_folder;

use super::failure::Failure;
use super::json;
use super::setup::Setup;
use super::terminal_page::TerminalPage;
use finding::{Finding, State};
use nobody::Somebody;

/// The form of the JSON.
const FORM: u32 = 1;

const EXAMPLES: &str = "\
Examples:
  bedside doctor                 what works here, what does not, and what to do
  bedside doctor --json          the same for a program

No connection is opened, nothing is changed, and no name is told. Exit code: 0 where Bedside can be used as it is
meant to be, 1 where something fails.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct DoctorArguments {
    /// As one JSON object.
    #[arg(long)]
    json: bool,
    /// The folder that conversations are kept in, in place of the user's own.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

#[derive(Serialize)]
struct Told {
    form: u32,
    version: &'static str,
    findings: Vec<Finding>,
}

/// Looks at this computer, and tells what was found.
///
/// # Errors
/// Where something fails, after it has been told.
pub(super) fn run(arguments: &DoctorArguments, setup: &Setup, out: &mut dyn Write) -> Result<(), Failure> {
    let findings = look(arguments, setup);
    let fails = findings.iter().any(|finding| finding.state == State::Fails);
    if arguments.json {
        json::write(out, &Told { form: FORM, version: env!("CARGO_PKG_VERSION"), findings })?;
    } else {
        tell(&findings, &mut TerminalPage::new(out))?;
    }
    if fails { Err(Failure::reported()) } else { Ok(()) }
}

fn look(arguments: &DoctorArguments, setup: &Setup) -> Vec<Finding> {
    let folder = arguments.data.clone().or_else(data_folder);
    let mut findings =
        vec![computer::program(), computer::system(), computer::session(|variable| env::var(variable).ok())];
    findings.extend(computer::window());
    findings.push(computer::fonts());
    findings.extend(kept::findings(folder.as_deref()));
    findings.extend([shared::scenarios(setup), shared::policy(setup), shared::record_store(setup, folder.as_deref())]);
    let somebody = Somebody::here();
    findings.into_iter().map(|finding| finding.told_by(|text| somebody.left_out_of(text))).collect()
}

fn tell(findings: &[Finding], page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    for Finding { what, state, fact, what_to_do } in findings {
        page.item(&format!("{:<10}", state.in_words()), &format!("{what}: {fact}"))?;
        if let Some(what_to_do) = what_to_do {
            page.indented("          ", &format!("What to do: {what_to_do}"))?;
        }
    }
    Ok(())
}
