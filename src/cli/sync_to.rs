//! `bedside sync to`: which record store is sent to, and as whom.

use std::path::Path;

use clap::Args;

use crate::records::database::Database;
use crate::records::export::xapi::{HomePage, Version};
use crate::records::record_store::{Client, Greeting, NoGreeting, RecordStore, StoreAddress, keyring};

use super::export::XapiVersion;
use super::failure::Failure;
use super::kept_records::{open_or_make, unreadable_records};
use super::password::ask;
use super::sync::stopped_by;
use super::terminal_page::TerminalPage;

#[derive(Debug, Args)]
pub(super) struct ToArguments {
    /// The address of the store: what stands before `/statements`.
    #[arg(value_name = "URL")]
    address: StoreAddress,
    /// The name that goes with the password; stores call it a key, too.
    #[arg(long, value_name = "NAME", value_parser = RecordStore::user_name)]
    user: String,
    /// The address of whoever gives out the ids of persons.
    #[arg(long, value_name = "URL", default_value_t = HomePage::default())]
    home_page: HomePage,
    /// The version of xAPI.
    #[arg(long, value_enum, value_name = "VERSION", default_value_t = XapiVersion::V1)]
    xapi: XapiVersion,
}

/// Tries the store, and remembers it.
pub(super) fn run(arguments: &ToArguments, data: Option<&Path>, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let store = RecordStore {
        address: arguments.address.clone(),
        user: arguments.user.clone(),
        version: arguments.xapi.into(),
        home_page: arguments.home_page.clone(),
    };
    let secret = ask(&store)?;
    match Client::new(&store, &secret).greet() {
        Ok(greeting) => tell(&store, &greeting, page)?,
        Err(NoGreeting::Trouble(trouble)) => {
            page.text(&format!("{} could not be tried now: {trouble}. It is remembered all the same.", store.address))?;
        }
        Err(NoGreeting::Stopped(stopped)) => return Err(stopped_by(&stopped)),
    }
    let database = open_or_make(data)?;
    database.keep_record_store(&store).map_err(unreadable_records)?;
    page.text(&match keyring::keep(&store, &secret) {
        Ok(()) => "The password is in the system's keyring.".to_owned(),
        Err(why) => format!("The password is not kept, since {why}: it will be asked for each time."),
    })?;
    let profiles = database.profiles().map_err(unreadable_records)?;
    let shares = profiles.iter().any(|profile| database.shares(profile.id).unwrap_or(false));
    if !shares {
        page.text("Nothing is sent yet: `bedside sync on` switches it on.")?;
    }
    Ok(())
}

fn tell(store: &RecordStore, greeting: &Greeting, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let address = &store.address;
    let knows = greeting.versions.join(", ");
    let answers = format!("{address} answers as a record store");
    page.text(&if knows.is_empty() { answers + "." } else { format!("{answers}, and knows xAPI {knows}.") })?;
    let family = match store.version {
        Version::V1_0_3 => "1.",
        Version::V2_0_0 => "2.",
    };
    if !greeting.versions.is_empty() && !greeting.versions.iter().any(|version| version.starts_with(family)) {
        page.text("The version that was chosen is not among them: choose another with --xapi.")?;
    }
    if !greeting.may_read {
        page.text("This user may not read statements, which only a report would need to.")?;
    }
    Ok(())
}

/// The store that is remembered.
pub(super) fn remember(database: &Database) -> Result<RecordStore, Failure> {
    let found = database.record_store().map_err(unreadable_records)?;
    found.ok_or_else(|| {
        Failure::failed("no record store is known").hint("name one with `bedside sync to URL --user NAME`")
    })
}
