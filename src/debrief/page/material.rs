//! What a page is composed from.

use std::collections::BTreeMap;

use crate::attempt::{Notes, Reflection};
use crate::debrief::{Debrief, TakeHome, WhatIf};
use crate::scenario::Scenario;

use super::content::RoadOnGraph;

/// The what-ifs of a conversation, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherRoads<'a> {
    /// The page is to have none.
    LeftOut,
    /// They are still being computed.
    UnderWay,
    Found(&'a [WhatIf]),
}

#[derive(Clone, Debug)]
pub struct Material<'a> {
    pub scenario: &'a Scenario,
    pub debrief: &'a Debrief,
    pub reflection: Option<&'a Reflection>,
    /// By turn.
    pub own_words: Option<&'a BTreeMap<usize, String>>,
    /// The turn that this pass was rewound to, from 0; `None` for the first pass.
    pub again_from: Option<usize>,
    pub notes: Option<&'a Notes>,
    pub other_roads: OtherRoads<'a>,
    /// The road on the scenario's graph; `None` where no graph is shown.
    pub road: Option<RoadOnGraph>,
}

impl<'a> Material<'a> {
    /// A scenario and its debrief, with nothing else.
    #[must_use]
    pub const fn of(scenario: &'a Scenario, debrief: &'a Debrief) -> Self {
        Self {
            scenario,
            debrief,
            reflection: None,
            own_words: None,
            again_from: None,
            notes: None,
            other_roads: OtherRoads::LeftOut,
            road: None,
        }
    }

    /// What one takes home, with what is known of other roads.
    pub(super) fn take_home(&self) -> TakeHome {
        match self.other_roads {
            OtherRoads::Found(found) => self.debrief.take_home(Some(found)),
            OtherRoads::LeftOut | OtherRoads::UnderWay => self.debrief.take_home.clone(),
        }
    }

    /// The patient's name as the scenario writes it.
    pub(super) fn patient(&self) -> &'a str {
        &self.scenario.patient.called
    }
}
