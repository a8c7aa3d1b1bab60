//! Passwords of record stores in the system's keyring: the Secret Service on Linux, the Keychain on macOS, the Credential
//! Manager on Windows. Many machines have none, so that every caller needs another way.

use super::{RecordStore, Secret};

/// Why the keyring cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoKeyring {
    #[error("this build of Bedside uses no keyring")]
    NotBuilt,
    #[error("this computer has no keyring that answers")]
    None,
    #[error("the keyring is locked, or refuses")]
    Refused,
    #[error("the keyring did not answer in time")]
    Late,
}

/// The password that is kept for a store, if one is.
///
/// # Errors
/// Where there is no keyring, or it does not give it.
pub fn find(store: &RecordStore) -> Result<Option<Secret>, NoKeyring> {
    system::find(store)
}

/// Keeps the password for a store.
///
/// # Errors
/// Where there is no keyring, or it does not take it.
pub fn keep(store: &RecordStore, secret: &Secret) -> Result<(), NoKeyring> {
    system::keep(store, secret)
}

/// Removes the password for a store; that there is none is no error.
///
/// # Errors
/// Where there is no keyring, or it does not remove it.
pub fn forget(store: &RecordStore) -> Result<(), NoKeyring> {
    system::forget(store)
}

#[cfg(not(feature = "keyring"))]
mod system {
    use super::{NoKeyring, RecordStore, Secret};

    pub(super) fn find(_store: &RecordStore) -> Result<Option<Secret>, NoKeyring> {
        Err(NoKeyring::NotBuilt)
    }

    pub(super) fn keep(_store: &RecordStore, _secret: &Secret) -> Result<(), NoKeyring> {
        Err(NoKeyring::NotBuilt)
    }

    pub(super) fn forget(_store: &RecordStore) -> Result<(), NoKeyring> {
        Err(NoKeyring::NotBuilt)
    }
}

#[cfg(feature = "keyring")]
mod system {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use keyring::{Entry, Error};

    use super::{NoKeyring, RecordStore, Secret};

    /// How long somebody has to unlock the keyring.
    const PATIENCE: Duration = Duration::from_secs(30);

    /// What passwords are kept for, as the keyring shows it.
    const SERVICE: &str = "Bedside";

    pub(super) fn find(store: &RecordStore) -> Result<Option<Secret>, NoKeyring> {
        in_time(store, |entry| match entry.get_password() {
            Ok(password) => Ok(Some(Secret::new(password))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    pub(super) fn keep(store: &RecordStore, secret: &Secret) -> Result<(), NoKeyring> {
        let secret = secret.clone();
        in_time(store, move |entry| entry.set_password(secret.text()))
    }

    pub(super) fn forget(store: &RecordStore) -> Result<(), NoKeyring> {
        in_time(store, |entry| match entry.delete_credential() {
            Err(Error::NoEntry) => Ok(()),
            done => done,
        })
    }

    /// Does something with the entry of a store. A keyring that does not answer is left to itself.
    fn in_time<T: Send + 'static>(
        store: &RecordStore,
        act: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, NoKeyring> {
        let (done, awaited) = mpsc::channel();
        let name = format!("{} at {}", store.user, store.address);
        thread::spawn(move || {
            let acted = Entry::new(SERVICE, &name).and_then(|entry| act(&entry));
            // Nobody waits any more where it took too long.
            let _ = done.send(acted);
        });
        let acted = awaited.recv_timeout(PATIENCE).map_err(|_| NoKeyring::Late)?;
        acted.map_err(|error| match error {
            Error::NoDefaultStore | Error::PlatformFailure(_) | Error::NotSupportedByStore(_) => NoKeyring::None,
            _ => NoKeyring::Refused,
        })
    }
}
