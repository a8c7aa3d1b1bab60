//! What is set for everybody on this computer, by whoever looks after it.

use bevy::prelude::*;

use crate::policy::{Feature, Policy};
use crate::records::WhoPlays;

/// The policy of this computer.
#[derive(Resource, Clone, Debug, Default, Deref)]
pub(super) struct ThisComputer(pub(super) Policy);

impl ThisComputer {
    /// Who plays, where it was said that this is to play: a guest, where nothing is to be kept.
    pub(super) fn who(&self, said: WhoPlays) -> WhoPlays {
        if self.is_off(Feature::Profiles) { WhoPlays::Guest } else { said }
    }
}
