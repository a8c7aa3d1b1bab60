//! The open screen, and the order of work in a frame.

use bevy::prelude::*;
use bevy_egui::EguiPrimaryContextPass;

#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Screen {
    #[default]
    Library,
    /// The findings in the author's files.
    Findings,
    Prebrief,
    Conversation,
    /// Between the conversation and the debrief.
    Reflection,
    Debrief,
    /// The author's view of a scenario.
    Author,
    Settings,
    /// Who plays, where several share the computer.
    Chooser,
    /// The profile of whoever plays.
    Profile,
    /// What the attempts of whoever plays come to.
    Progress,
    /// What whoever plays has played before.
    Past,
    /// A debrief of it, opened again.
    PastDebrief,
    /// What opens a room for a group session.
    #[cfg_attr(not(feature = "group"), expect(dead_code, reason = "opened by what this build has not"))]
    GroupOpening,
    /// The room that is open.
    #[cfg_attr(not(feature = "group"), expect(dead_code, reason = "opened by what this build has not"))]
    GroupRoom,
}

/// The screen that the settings were opened from.
#[derive(Resource, Debug, Default)]
pub(super) struct SettingsOpenedFrom(pub(super) Screen);

/// Whether several share the computer, and none of them has said to play.
#[derive(Resource, Clone, Copy, Debug)]
pub(super) struct AsksWho(pub(super) bool);

/// The order of work in a frame: requested actions are applied, the result is saved and then shown.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// Applies the actions that the screens requested.
    Apply,
    /// Saves what has changed.
    Persist,
    /// Updates the picture and the sound.
    Present,
}

/// Shows the view of the open screen.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ShowScreen;

pub(super) fn plugin(app: &mut App) {
    app.init_state::<Screen>().init_resource::<SettingsOpenedFrom>();
    app.configure_sets(Update, (Step::Apply, Step::Persist, Step::Present).chain());
    app.configure_sets(EguiPrimaryContextPass, ShowScreen);
}
