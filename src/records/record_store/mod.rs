//! The learning record store that attempts are sent to, and that reports are read from.
//!
//! A [`Sender`] neither waits nor starts a thread of its own: whoever sends asks for one step after the other, as the
//! [`Dispatcher`] of a window does on its thread.

mod address;
#[cfg(feature = "sync")]
mod answer;
#[cfg(feature = "sync")]
mod back_off;
#[cfg(feature = "sync")]
mod client;
#[cfg(feature = "sync")]
mod dispatcher;
#[cfg(feature = "sync")]
pub mod keyring;
#[cfg(feature = "sync")]
mod reader;
#[cfg(feature = "sync")]
mod rest;
#[cfg(feature = "sync")]
mod secret;
#[cfg(feature = "sync")]
mod sender;
mod sending;
#[cfg(feature = "sync")]
mod trouble;

use crate::records::export::xapi::{HomePage, Settings, Version};

pub use address::{ForeignAddress, NoStoreAddress, StoreAddress};
#[cfg(feature = "sync")]
pub use client::{Client, Greeting, NoGreeting};
#[cfg(feature = "sync")]
pub use dispatcher::Dispatcher;
#[cfg(feature = "sync")]
pub use reader::{AttemptPage, AttemptReader, ReadingError};
#[cfg(feature = "sync")]
pub use secret::Secret;
#[cfg(feature = "sync")]
pub use sender::{Next, Sender};
pub use sending::{Hindrance, Sending};
#[cfg(feature = "sync")]
pub use trouble::{Stopped, Trouble};

/// A learning record store, and as whom it is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordStore {
    pub address: StoreAddress,
    /// The name that goes with the password.
    pub user: String,
    pub version: Version,
    /// Whose accounts the ids of persons are.
    pub home_page: HomePage,
}

impl RecordStore {
    /// How statements are made for it: without a word that was typed.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings { version: self.version, home_page: self.home_page.clone(), words: false }
    }
}
