//! The model of the screen, and what can be requested on it.

use crate::records::AttemptId;
use crate::records::past::{PastConversation, PlayedScenario};

/// The model of the screen.
#[derive(Clone, Copy, Debug)]
pub struct PastList<'a> {
    /// The id of the scenario that alone is shown; `None` for all.
    pub scenario: Option<&'a str>,
    /// The scenarios that were played to the debrief.
    pub scenarios: &'a [PlayedScenario],
    /// What is not over.
    pub under_way: &'a [PastRow],
    /// What is over, the latest first: one page of it.
    pub over: &'a [PastRow],
    /// How many that belong on this page cannot be read.
    pub unread: usize,
    /// The place of the first on this page, from 1.
    pub first: u64,
    /// How many are over, on all pages.
    pub total: u64,
    /// Whether there is a page with earlier ones.
    pub has_earlier: bool,
    /// The one whose debrief was opened last from here.
    pub opened_last: Option<AttemptId>,
    /// Whether a guest plays, of whom nothing is kept.
    pub guest: bool,
    /// Whether nothing can be read.
    pub unreadable: bool,
}

/// A conversation on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRow {
    pub told: PastConversation,
    /// The day and the time at which it began.
    pub when: String,
    /// Whether it can be gone on with here.
    pub can_go_on: bool,
}

impl PastList<'_> {
    /// The title of a scenario that was played, or its id.
    pub(super) fn title<'a>(&'a self, id: &'a str) -> &'a str {
        self.scenarios.iter().find(|scenario| scenario.id == id).map_or(id, |scenario| &scenario.title)
    }

    /// Whether the one opened last is on this page.
    pub(super) fn has_opened_last(&self) -> bool {
        self.over.iter().any(|row| Some(row.told.id) == self.opened_last)
    }

    /// How many there are, and which of them stand here.
    pub(super) fn counted(&self) -> String {
        let here = u64::try_from(self.over.len() + self.unread).unwrap_or_default();
        match self.total {
            1 => "One conversation".to_owned(),
            total if self.first == 1 && !self.has_earlier => format!("{total} conversations, the latest first"),
            total => format!("{} to {} of {total} conversations", self.first, self.first + here.max(1) - 1),
        }
    }
}

/// What the user requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastAction {
    Back,
    /// To open a debrief again.
    Open(AttemptId),
    /// To go on with what is under way with this scenario.
    GoOn(String),
    /// To show the conversations with one scenario alone, or all.
    Scenario(Option<String>),
    /// To show the page with earlier ones, or with later ones.
    Earlier,
    Later,
}
