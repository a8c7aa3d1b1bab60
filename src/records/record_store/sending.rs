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
    /// What the switch was set to where that could not be carried out yet.
    pub ordered: Option<bool>,
}

impl Sending {
    /// The address of the store that this person's attempts are sent to, where they are.
    #[must_use]
    pub fn sent_to(&self) -> Option<String> {
        self.store.as_ref().filter(|_| self.on).map(|store| store.address.to_string())
    }
}

/// Why nothing is sent now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The password is in no keyring.
    Password,
    /// It is tried again by itself; why, to follow a colon.
    Later(String),
    /// The database cannot be used now; why, to follow a colon.
    Records(String),
    /// Somebody has to do something first, in a sentence.
    Stopped(String),
}
