//! The way through the window: which screen is open, and the order of work in a frame.

use bevy::prelude::*;
use bevy_egui::EguiPrimaryContextPass;

/// The screen that is open.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Screen {
    /// The scenarios.
    #[default]
    Library,
    /// What is wrong with files.
    Problems,
    /// Before the conversation.
    Prebrief,
    Conversation,
    /// Before the scores.
    Reflection,
    /// After them.
    Debrief,
    /// The scenario as its author sees it.
    Author,
    /// The settings, from any screen and back.
    Settings,
}

/// The screen that the settings were opened from.
#[derive(Resource, Debug, Default)]
pub(super) struct SettingsOpenedFrom(pub(super) Screen);

/// The order of work in a frame: what views asked for is done, saved, and shown.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// Does what was asked for.
    Apply,
    /// Saves what must not be lost.
    Persist,
    /// Brings the stage in line.
    Present,
}

/// A screen's view is shown.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ShowScreen;

pub(super) fn plugin(app: &mut App) {
    app.init_state::<Screen>().init_resource::<SettingsOpenedFrom>();
    app.configure_sets(Update, (Step::Apply, Step::Persist, Step::Present).chain());
    app.configure_sets(EguiPrimaryContextPass, ShowScreen);
}
