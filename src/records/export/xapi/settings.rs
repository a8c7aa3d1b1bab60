//! For which version of xAPI statements are made, and with what in them.

use super::home_page::HomePage;

/// A version of the Experience API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    V1_0_3,
    /// IEEE 9274.1.1.
    V2_0_0,
}

impl Version {
    pub const ALL: [Self; 2] = [Self::V1_0_3, Self::V2_0_0];

    /// What a request says in its header `X-Experience-API-Version`.
    #[must_use]
    pub const fn header(self) -> &'static str {
        match self {
            Self::V1_0_3 => "1.0.3",
            Self::V2_0_0 => "2.0.0",
        }
    }

    /// What a statement says: nothing in 1.0.3, which would have `1.0.0` (part 2, 2.4.10) and would rather have nothing.
    pub(super) const fn in_statements(self) -> Option<&'static str> {
        match self {
            Self::V1_0_3 => None,
            Self::V2_0_0 => Some(self.header()),
        }
    }
}

/// How statements are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub version: Version,
    /// Whose accounts the persons' ids are.
    pub home_page: HomePage,
    /// Whether the trainee's own words, notes and word for how it felt are said, in statements of their own.
    pub words: bool,
}
