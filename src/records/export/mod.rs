//! What of the records leaves the machine: an exchange format, tables, and statements for a learning record store.
//!
//! `docs/records-format.md` describes all three, with examples that are made from this code. None of them knows a
//! name. Who does not want a trainee's own words to leave exports [`Outcome::without_words`](super::Outcome).

pub mod csv;
mod everything;
mod exported;
pub mod json_lines;
mod plausible;
pub mod xapi;

pub use everything::{Everything, write_everything};
pub use exported::Exported;
