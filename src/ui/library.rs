//! The library: every scenario as a card, and the way back into an attempt.

use std::sync::Arc;

use egui::Ui;

use crate::attempt::Mode;
use crate::scenario::{Level, Scenario};

/// What the library shows.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    /// The scenarios, in the order shown.
    pub scenarios: &'a [Arc<Scenario>],
    /// An attempt that can be taken up again.
    pub resume: Option<&'a Resume>,
    /// How many files could not be loaded.
    pub problems: usize,
    /// Where scenarios are looked for, as people read it.
    pub places: &'a [String],
    /// Which scenarios are wanted.
    pub filter: &'a Filter,
}

/// An attempt that can be taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resume {
    /// The scenario's title.
    pub title: String,
    /// How it is played.
    pub mode: Mode,
    /// How many turns have been taken.
    pub turns: usize,
}

/// Which scenarios are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that stand in the card.
    pub search: String,
    /// The level.
    pub level: Option<Level>,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryAction {
    /// To meet the scenario with this id.
    Open(String),
    /// To take up the attempt again.
    Resume,
    /// To let the saved attempt go.
    Discard,
    /// To read what is wrong with the files that could not be loaded.
    Problems,
    /// To open the settings.
    Settings,
    /// To want these scenarios from now on.
    Filter(Filter),
}

/// Shows the library and returns what was asked for.
pub fn show(ui: &mut Ui, model: &Library<'_>) -> Option<LibraryAction> {
    let _ = (ui, model);
    None
}
