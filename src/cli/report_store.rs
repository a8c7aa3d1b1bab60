//! The attempts of a report, read from a record store.

use std::thread;
use std::time::Duration;

use clap::Args;
use jiff::SignedDuration;

use crate::records::Timestamp;
use crate::records::export::xapi::HomePage;
use crate::records::record_store::{AttemptReader, Client, ReadingError, RecordStore, StoreAddress};
use crate::records::report::Cohort;

use super::export::XapiVersion;
use super::failure::Failure;
use super::password::find_or_ask;
use super::report::Unread;
use super::sync::stopped_by;
use super::terminal_page::TerminalPage;

/// How long a page is waited for in all, if the store is busy or cannot be reached.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long until a page is asked for again, where the store does not say.
const AGAIN: Duration = Duration::from_secs(5);

#[derive(Debug, Args)]
pub(super) struct StoreArguments {
    /// Read from a record store too: what stands before `/statements` in its address. Asks for the password.
    #[arg(long, value_name = "URL", requires = "user")]
    pub(super) lrs: Option<StoreAddress>,
    /// As whom, for --lrs.
    #[arg(long, value_name = "NAME", requires = "lrs", value_parser = RecordStore::user_name)]
    user: Option<String>,
    /// The version of xAPI, for --lrs.
    #[arg(long, value_enum, value_name = "VERSION", requires = "lrs", default_value_t = XapiVersion::V1)]
    xapi: XapiVersion,
}

/// Counts what a store has; returns whether there is an attempt. What cannot be read is told of.
pub(super) fn read(
    arguments: &StoreArguments,
    cohort: &mut Cohort,
    page: &mut TerminalPage<'_>,
) -> Result<bool, Failure> {
    let (Some(address), Some(user)) = (&arguments.lrs, &arguments.user) else { return Ok(false) };
    let store = RecordStore {
        address: address.clone(),
        user: user.clone(),
        version: arguments.xapi.into(),
        home_page: HomePage::default(),
    };
    let mut reader = AttemptReader::new(Client::new(&store, &find_or_ask(&store)?));
    let mut unread = Unread::of(address.to_string());
    let (mut any, mut left) = (false, PATIENCE);
    loop {
        match reader.next_page(Timestamp::now()) {
            Ok(None) => break,
            Ok(Some(found)) => {
                left = PATIENCE;
                for attempt in found {
                    match attempt {
                        Ok(outcome) => {
                            cohort.add(&outcome);
                            any = true;
                        }
                        Err(fault) => unread.tell(&fault, page)?,
                    }
                }
            }
            Err(ReadingError::Later(trouble, asked)) => {
                let pause = asked.map_or(AGAIN, SignedDuration::unsigned_abs);
                let Some(rest) = left.checked_sub(pause) else {
                    let failure = Failure::failed(format!("{address} could not be read to its end: {trouble}"));
                    return Err(failure.hint("no report was written; try again later"));
                };
                left = rest;
                thread::sleep(pause);
            }
            Err(ReadingError::Stopped(stopped)) => return Err(stopped_by(&stopped)),
            Err(error) => return Err(Failure::failed(format!("{address} cannot be read from")).because(error)),
        }
    }
    cohort.add_source(unread.end(page)?);
    Ok(any)
}
