//! Hashes: of texts for transcripts, of names for chance, and of tables looked up by name.

use std::collections::{HashMap, HashSet};
use std::fmt;

pub(crate) use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The SHA-256 of a text (or of several), shown as 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentHash(String);

impl ContentHash {
    /// The hash of `texts`, in this order. Each is preceded by its length, so that moving a line
    /// from one text to the next changes the hash; line endings count as written.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hasher = Sha256::new();
        for text in texts {
            hasher.update((text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
        let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
        Self(hasher.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }
}

#[cfg(feature = "records")]
impl ContentHash {
    /// A hash as it was kept.
    pub(crate) const fn kept(digits: String) -> Self {
        Self(digits)
    }
}

/// A table looked up by name. Never iterate over it: no result may depend on its order.
pub(crate) type ByName<N, T> = HashMap<N, T, FixedState>;

/// A set of names, asked only whether it contains a name.
pub(crate) type NameSet<'a> = HashSet<&'a str, FixedState>;

/// A hash of a name, spread over all 64 bits (FNV-1a). It keys draws of chance, so it must never change.
pub(crate) fn name_key(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
