//! The password of a record store: from the system's keyring, or asked for; never from the command line.

use std::io::{self, BufRead, IsTerminal, Read};

use crate::records::record_store::{RecordStore, Secret, keyring};

use super::failure::{Failure, unreadable_input};
use super::input::MAX_LINE;

/// The password that the keyring has for a store, or that somebody gives now.
///
/// # Errors
/// Where nobody gives one.
pub(super) fn find_or_ask(store: &RecordStore) -> Result<Secret, Failure> {
    match keyring::find(store) {
        Ok(Some(secret)) => Ok(secret),
        Ok(None) | Err(_) => ask(store),
    }
}

/// Asks in the terminal, without showing what is typed; where there is none, takes a line of standard input.
///
/// # Errors
/// Where nobody gives one.
pub(super) fn ask(store: &RecordStore) -> Result<Secret, Failure> {
    let password = if io::stdin().is_terminal() {
        let question = format!("Password of {} at {}: ", store.user, store.address);
        rpassword::prompt_password(question).map_err(unreadable_input)?
    } else {
        line(&mut io::stdin().lock())?
    };
    if password.is_empty() {
        let failure = Failure::failed(format!("no password was given for {} at {}", store.user, store.address));
        return Err(failure.hint("type it when asked, or write it to standard input as one line"));
    }
    Ok(Secret::new(password))
}

/// A line without its end; spaces are part of a password.
fn line(input: &mut dyn BufRead) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    input.take(MAX_LINE + 1).read_until(b'\n', &mut bytes).map_err(unreadable_input)?;
    let text = String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= MAX_LINE);
    let text =
        text.ok_or_else(|| Failure::failed("the line on standard input is too long for a password, or no text"))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
