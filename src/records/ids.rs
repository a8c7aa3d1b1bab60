//! The ids of attempts, of people and of group sessions: random numbers that say nothing of whose they are.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the names of ids are in: a random number of Bedside's own.
const NAMES: Uuid = Uuid::from_u128(0x6d1f_0b58_93c4_4f0e_a2d7_5e11_c80b_9a34);

/// A text that is no id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\u{201c}{0}\u{201d} is not an id: an id is 32 hexadecimal digits in five groups")]
pub struct NotAnId(String);

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident;)*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// An id made of 128 random bits.
            #[must_use]
            pub const fn of(random: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(random).into_uuid())
            }

            /// One that nobody else has.
            #[must_use]
            pub fn random() -> Self {
                Self::of(random_bits())
            }

            /// The id as the number that it is.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.parse().map(Self).map_err(|_| NotAnId(text.to_owned()))
            }
        }
    )*};
}

ids! {
    /// The id of an attempt, the same wherever it is sent.
    AttemptId;
    /// The id of whoever played: a profile's, never a name.
    PersonId;
    /// The id of a group session.
    SessionId;
}

/// 128 random bits, from the keys that the standard library draws for its hash tables.
fn random_bits() -> [u8; 16] {
    let draw = || u128::from(RandomState::new().build_hasher().finish());
    (draw() << 64 | draw()).to_be_bytes()
}

impl AttemptId {
    /// The first letters of it, which tell those of one person apart.
    #[must_use]
    pub fn short(self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

impl SessionId {
    /// The id that a name always comes to: version 5, a hash of it.
    pub(super) fn of_name(name: &str) -> Self {
        Self(Uuid::new_v5(&NAMES, name.as_bytes()))
    }
}

impl PersonId {
    /// As [`SessionId::of_name`].
    pub(super) fn of_name(name: &str) -> Self {
        Self(SessionId::of_name(name).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_written_and_what_is_none_is_refused() {
        let id = AttemptId::of([7; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string(), "07070707-0707-4707-8707-070707070707", "a random one, version 4");
        assert!("two-hours-in".parse::<PersonId>().is_err());
    }
}
