//! What a page is composed from.

use std::collections::BTreeMap;

use crate::attempt::{Notes, Reflection};
use crate::debrief::{Debrief, WhatIf};
use crate::scenario::Scenario;

use super::content::RoadOnGraph;

/// What is known of the roads that were not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherRoads<'a> {
    /// Nobody asks.
    LeftOut,
    /// It is being worked out.
    UnderWay,
    /// What another choice would have led to.
    Found(&'a [WhatIf]),
}

/// What a page is composed from.
#[derive(Clone, Debug)]
pub struct Material<'a> {
    pub scenario: &'a Scenario,
    pub debrief: &'a Debrief,
    /// What the trainee said before the scores.
    pub reflection: Option<&'a Reflection>,
    /// The trainee's own words by turn.
    pub own_words: Option<&'a BTreeMap<usize, String>>,
    /// Where this was a second try: the turn that was rewound to, from 0.
    pub again_from: Option<usize>,
    /// What the trainee noted on the debrief.
    pub notes: Option<&'a Notes>,
    /// The roads that were not taken.
    pub other_roads: OtherRoads<'a>,
    /// The road on the scenario's graph; `None` where no graph is shown.
    pub road: Option<RoadOnGraph>,
}

impl<'a> Material<'a> {
    /// A scenario and its debrief alone.
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

    /// How the patient is called.
    pub(super) fn patient(&self) -> &'a str {
        &self.scenario.patient.called
    }
}
