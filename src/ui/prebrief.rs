//! The prebrief: who you are, whom you will meet, what is scored and how, and the way out.

use egui::Ui;

use crate::attempt::Mode;
use crate::scenario::Scenario;

use super::Settings;

/// What the prebrief shows.
#[derive(Clone, Copy, Debug)]
pub struct Prebrief<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// How it is to be played.
    pub setup: Setup,
}

/// How a conversation is to be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Practise or assess.
    pub mode: Mode,
    /// Whether a box for one's own words comes before the options.
    pub own_words: bool,
    /// Whether scenes with a timer run it.
    pub timers: bool,
}

impl Setup {
    /// Practice, with what the settings say.
    #[must_use]
    pub const fn practise(settings: &Settings) -> Self {
        Self { mode: Mode::Practise, own_words: settings.own_words, timers: settings.timers }
    }
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrebriefAction {
    /// To go back to the library.
    Back,
    /// To play it so.
    Setup(Setup),
    /// To begin.
    Begin,
}

/// Shows the prebrief and returns what was asked for.
pub fn show(ui: &mut Ui, model: &Prebrief<'_>) -> Option<PrebriefAction> {
    let _ = (ui, model);
    None
}
