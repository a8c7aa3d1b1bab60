//! The model of the screen, and what can be requested on it.

use std::collections::BTreeMap;

use crate::records::progress::{AimChange, Aims, ProgressTold};

/// The model of the screen.
#[derive(Clone, Copy, Debug)]
pub struct ProgressPage<'a> {
    pub told: &'a ProgressTold,
    /// The titles of the scenarios at hand, which are those that can be opened, by id.
    pub titles: &'a BTreeMap<String, String>,
    pub aims: &'a Aims,
    /// The mark to pass, 0–100.
    pub pass: u8,
}

impl<'a> ProgressPage<'a> {
    /// The title of a scenario that is at hand or was played, or its id.
    pub(super) fn title(&self, id: &'a str) -> &'a str {
        let played = || self.told.scenarios.iter().find(|scenario| scenario.id == id)?.versions.first();
        self.titles.get(id).or_else(|| Some(&played()?.title)).map_or(id, String::as_str)
    }
}

/// What the user requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgressAction {
    Back,
    /// To open the prebrief of the scenario with this id.
    Open(String),
    /// To open the conversations with the scenario of this id, or all.
    Past(Option<String>),
    /// To change something that is to be reached.
    Aim(AimChange),
}
