//! `bedside profile`: who has conversations here, and deletes somebody who has left.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::tz::TimeZone;

use crate::records::database::{Database, Profile};
use crate::records::{DAY, Timestamp};

use super::failure::Failure;
use super::kept_records::{open, unreadable_records};
use super::terminal_page::TerminalPage;
use super::who::known;

const EXAMPLES: &str = "\
Examples:
  bedside profile list                    who has conversations here, and when each played last
  bedside profile delete Ana --yes        Ana\u{2019}s name, settings and conversations, without a byte left

For whoever looks after a computer that several share. No results are shown.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ProfileArguments {
    #[command(subcommand)]
    what: ProfileCommand,
    /// The folder with the records, in place of the user's own.
    #[arg(long = "data", id = "records", value_name = "FOLDER", global = true)]
    data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum ProfileCommand {
    /// Name everybody who has conversations here.
    List,
    /// Delete a profile with all that is kept of it.
    Delete {
        /// Whose: a name, "" for somebody without one, or an id.
        name: String,
        /// Delete it; without this, it is only said what would go.
        #[arg(long)]
        yes: bool,
    },
}

/// # Errors
/// Where the records cannot be read or written, nobody has this name, or it was not said that it is meant.
pub(super) fn run(arguments: &ProfileArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let database = open(arguments.data.as_deref())?;
    let mut page = TerminalPage::new(out);
    match &arguments.what {
        ProfileCommand::List => list(&database, &mut page),
        ProfileCommand::Delete { name, yes } => delete(&database, name, *yes, &mut page),
    }
}

fn list(database: &Database, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let people = database.profiles().map_err(unreadable_records)?;
    if people.is_empty() {
        return Ok(page.text("There is no profile here yet.")?);
    }
    for profile in people {
        let name = if profile.name.is_empty() { "Without a name" } else { &profile.name };
        page.item(&format!("{name}  "), &format!("{}; id {}", kept(database, &profile)?, profile.id))?;
    }
    Ok(())
}

/// How much is kept of somebody, and how old it is.
fn kept(database: &Database, profile: &Profile) -> Result<String, Failure> {
    let day = |time: Timestamp| time.to_zoned(TimeZone::system()).strftime(DAY).to_string();
    let kept = match database.kept_of(profile.id).map_err(unreadable_records)? {
        (_, None) => format!("nothing played, here since {}", day(profile.made)),
        (1, Some(last)) => format!("one conversation, on {}", day(last)),
        (conversations, Some(last)) => format!("{conversations} conversations, the last on {}", day(last)),
    };
    let sent = if database.shares(profile.id).map_err(unreadable_records)? { ", sent to the record store" } else { "" };
    Ok(kept + sent)
}

fn delete(database: &Database, name: &str, yes: bool, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let profile = known(Some(name), database)?;
    let of = kept(database, &profile)?;
    if !yes {
        let failure = Failure::usage(format!("nothing is deleted yet: that would be {of}"));
        return Err(failure.hint("it cannot be undone; --yes does it"));
    }
    database.delete_profile(profile.id).map_err(unreadable_records)?;
    page.text(&format!("Deleted: {of}, with the name and the settings."))?;
    Ok(page.text(
        "Left alone, to be deleted where they are: exports, saved pages, recordings of group sessions, and what was sent to a \
         record store.",
    )?)
}
