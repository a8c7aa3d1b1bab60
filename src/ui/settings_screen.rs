//! The settings.

use egui::Ui;

use super::Settings;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsAction {
    /// To use these from now on.
    Change(Settings),
    /// To go back.
    Back,
}

/// Shows the settings and returns what was asked for.
pub fn show(ui: &mut Ui, settings: &Settings) -> Option<SettingsAction> {
    let _ = (ui, settings);
    None
}
