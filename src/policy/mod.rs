//! What whoever looks after a computer has set for all who use it, in one file: where more scenarios lie, which record store
//! what is played may be sent to, and what is switched off. docs/installing.md has its fields.

mod file;
mod folders;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::records::record_store::RecordStore;

pub use file::{PolicyError, VARIABLE as FILE_VARIABLE};
pub use folders::VARIABLE as FOLDERS_VARIABLE;

/// What a computer may be set to do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Feature {
    /// The view that shows an author the points, which is what a trainee is not to see before a conversation.
    AuthorView,
    /// Phones in a group session, for which a port is opened on the local network.
    Phones,
    /// Keeping anything: whoever plays is a guest.
    Profiles,
    /// Sending what is played to a record store.
    Sending,
    /// The sound of the place, by a program of the system.
    Sound,
    /// Reading aloud, by a program of the system.
    Voice,
}

impl Feature {
    pub const ALL: [Self; 6] =
        [Self::AuthorView, Self::Phones, Self::Profiles, Self::Sending, Self::Sound, Self::Voice];

    /// What opens a port, sends something or starts another program: off where a policy cannot be read, since it may have
    /// said so.
    const REACHING_OUT: [Self; 4] = [Self::Phones, Self::Sending, Self::Sound, Self::Voice];

    /// Its name, in a sentence.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::AuthorView => "the author\u{2019}s view",
            Self::Phones => "phones in group sessions",
            Self::Profiles => "keeping what is played",
            Self::Sending => "sending to a record store",
            Self::Sound => "the sound of the place",
            Self::Voice => "reading aloud",
        }
    }
}

/// What is set for all who use a computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Folders of scenarios, or single files.
    pub scenarios: Vec<PathBuf>,
    /// The record store, in place of any that somebody here has named.
    pub record_store: Option<RecordStore>,
    off: BTreeSet<Feature>,
}

impl Policy {
    /// Whether this is switched off.
    #[must_use]
    pub fn is_off(&self, feature: Feature) -> bool {
        self.off.contains(&feature)
    }

    /// What is switched off, in order.
    pub fn off(&self) -> impl Iterator<Item = Feature> {
        self.off.iter().copied()
    }

    /// What holds where there is a policy that cannot be read.
    fn unreadable() -> Self {
        Self { off: Feature::REACHING_OUT.into(), ..Self::default() }
    }
}

/// The policy of this computer, and what was found on the way there.
#[derive(Debug, Default)]
pub struct Found {
    /// The file that it is from; `None` where there is none.
    pub file: Option<PathBuf>,
    pub policy: Policy,
    /// Why the file cannot be used, if so.
    pub problem: Option<PolicyError>,
}

impl Found {
    /// Reads the policy of this computer: the file that the system has for it, or else the one that an environment variable
    /// names. Where it cannot be used, what opens a port, sends something or starts another program is off.
    #[must_use]
    pub fn on_this_computer() -> Self {
        match file::place() {
            Some(file) => Self::in_file(&file),
            None => Self::default(),
        }
    }

    fn in_file(file: &Path) -> Self {
        let (policy, problem) = match file::read(file) {
            Ok(policy) => (policy, None),
            Err(problem) => (Policy::unreadable(), Some(problem)),
        };
        Self { file: Some(file.to_owned()), policy, problem }
    }

    /// The folders with scenarios that everybody here shares: those of the policy, then those of the environment. Of two
    /// scenarios with the same id the later one counts.
    #[must_use]
    pub fn shared_folders(&self) -> Vec<PathBuf> {
        self.policy.scenarios.iter().cloned().chain(folders::named()).collect()
    }
}
