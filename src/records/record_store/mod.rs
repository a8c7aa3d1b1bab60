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

use thiserror::Error;

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

/// A text that is no name of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a user's name is not empty and holds no colon")]
pub struct NoUserName;

impl RecordStore {
    /// A name that can be sent with a password.
    ///
    /// # Errors
    /// Where it is none.
    pub fn user_name(text: &str) -> Result<String, NoUserName> {
        if text.is_empty() || text.contains(|c: char| c == ':' || c.is_control()) {
            return Err(NoUserName);
        }
        Ok(text.to_owned())
    }

    /// How statements are made for it: without a word that was typed.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings { version: self.version, home_page: self.home_page.clone(), words: false }
    }
}
