//! The screens: each shows a view of `ui`, and applies the view's action in the next frame.

mod author;
mod conversation;
mod debrief;
mod findings;
mod library;
mod pending_action;
mod prebrief;
mod reflection;
mod resuming;
mod settings;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::ui;

use super::app_data::{AppData, Preferences};
use super::desktop::Desktop;
use super::flow::{Screen, ShowScreen};
use super::waker::Waker;
use super::window::magnification;

pub(super) use author::AuthorView;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, open_first);
    app.add_systems(EguiPrimaryContextPass, apply_look.before(ShowScreen));
    app.add_plugins((
        library::plugin,
        findings::plugin,
        prebrief::plugin,
        conversation::plugin,
        reflection::plugin,
        debrief::plugin,
        author::plugin,
        settings::plugin,
    ));
}

/// Opens the scenario named on the command line, or the findings in its file.
fn open_first(data: Res<AppData>, mut next: ResMut<NextState<Screen>>) {
    if data.chosen.is_some() {
        next.set(Screen::Prebrief);
    } else if data.opens_on_findings {
        next.set(Screen::Findings);
    }
}

/// Applies the look that the settings and the size of the window ask for.
fn apply_look(
    mut contexts: EguiContexts,
    preferences: Res<Preferences>,
    desktop: Res<Desktop>,
    window: Single<&Window, With<PrimaryWindow>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    ui::apply(ctx, &preferences.look(desktop.motion));
    let times = magnification(window.width(), window.height());
    if ctx.zoom_factor().to_bits() != times.to_bits() {
        // It takes effect in the next pass.
        ctx.set_zoom_factor(times);
        wake.next_frame();
    }
    Ok(())
}
