//! A hub: a scene that the talk comes back to.

use crate::shared::SharedText;

use super::ChoiceId;

/// A scene that the talk comes back to after each of its topics. Its last gate is its way on.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Hub {
    /// The choices that come back to it, in written order; never empty.
    pub topics: Box<[ChoiceId]>,
    /// How many topics there is time for; `None` for all.
    pub times: Option<u8>,
    /// The mood on coming back, in place of the scene's.
    pub mood_again: Option<SharedText>,
    /// How many variants of its narration belong to the first visit; those that follow are told on coming back.
    pub(crate) first_narrations: usize,
    /// How many of its lines belong to the first visit; those that follow are said on coming back.
    pub(crate) first_lines: usize,
}
