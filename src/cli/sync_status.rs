//! `bedside sync status`: what waits, what is refused and why, and when the store last took something.

use crate::records::database::Database;

use super::failure::Failure;
use super::kept_records::unreadable_records;
use super::sync_to::remember;
use super::terminal_page::TerminalPage;

/// Says how sending stands.
pub(super) fn run(database: &Database, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let store = remember(database)?;
    page.text(&format!("{}, as {}, xAPI {}", store.address, store.user, store.version.header()))?;
    for profile in database.profiles().map_err(unreadable_records)? {
        let name = if profile.name.is_empty() { profile.id.to_string() } else { profile.name };
        let on = database.shares(profile.id).map_err(unreadable_records)?;
        page.text(&format!("Profile {name}: {}", if on { "on" } else { "off" }))?;
    }
    let outbox = database.outbox().map_err(unreadable_records)?;
    page.text(&format!("Attempts that wait: {}", outbox.waiting))?;
    page.text(&format!("Attempts that are held back: {}", outbox.held_back))?;
    page.text(&format!("Statements that the store refuses: {}", outbox.refused))?;
    for refused in &outbox.refusals {
        page.indented("  ", &format!("{}: {}", refused.id, refused.reason))?;
    }
    let last = database.last_delivery().map_err(unreadable_records)?;
    let last = last.map_or_else(|| "never".to_owned(), |time| format!("{time:.0}"));
    Ok(page.text(&format!("The store last took something: {last}"))?)
}
