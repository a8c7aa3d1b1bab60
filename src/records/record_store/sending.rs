//! How sending to a record store stands.

use crate::records::Timestamp;
use crate::records::database::Outbox;

use super::RecordStore;

/// How sending stands, for whoever plays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// `None` where no record store is named on this computer.
    pub store: Option<RecordStore>,
    /// Whether what this person's attempts come to is sent.
    pub on: bool,
    pub outbox: Outbox,
    /// When the store last took something.
    pub delivered: Option<Timestamp>,
    pub hindrance: Option<Hindrance>,
}

/// Why nothing is sent now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The password is in no keyring.
    Password,
    /// It is tried again by itself; why, to follow a colon.
    Later(String),
    /// Somebody has to do something first, in a sentence.
    Stopped(String),
}
