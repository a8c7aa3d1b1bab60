//! The screens: each shows a view of `ui`, and does what the view was asked for in the next frame.

mod author;
mod conversation;
mod debrief;
mod library;
mod prebrief;
mod problems;
mod reflection;
mod settings;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass, egui};

use crate::ui;

use super::app_data::{AppData, Preferences};
use super::desktop::Desktop;
use super::waker::Waker;
use super::window::magnification;

pub(super) use author::Workshop;

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
    /// The conversation.
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

/// What a view asked for in this frame; done in the next. egui may run a pass twice, so the second
/// answer replaces the first.
#[derive(Resource, Debug)]
struct Asked<A>(Option<A>);

impl<A> Default for Asked<A> {
    fn default() -> Self {
        Self(None)
    }
}

impl<A: Send + Sync + 'static> Asked<A> {
    /// Notes what was asked for, and asks for the frame in which it is done.
    fn note(&mut self, action: Option<A>, wake: &mut Waker) {
        if action.is_some() {
            self.0 = action;
            wake.next_frame();
        }
    }
}

/// Something was asked for.
fn asked<A: Send + Sync + 'static>(asked: Res<Asked<A>>) -> bool {
    asked.0.is_some()
}

pub(super) fn plugin(app: &mut App) {
    app.init_state::<Screen>();
    app.add_systems(Startup, open_first);
    app.add_systems(EguiPrimaryContextPass, dress.before(Showing));
    app.configure_sets(EguiPrimaryContextPass, Showing);
    app.add_plugins((
        library::plugin,
        problems::plugin,
        prebrief::plugin,
        conversation::plugin,
        reflection::plugin,
        debrief::plugin,
        author::plugin,
        settings::plugin,
    ));
}

/// A screen's view is shown.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Showing;

/// A scenario named on the command line opens at once, or what is wrong with its file.
fn open_first(data: Res<AppData>, mut next: ResMut<NextState<Screen>>) {
    if data.chosen.is_some() {
        next.set(Screen::Prebrief);
    } else if data.opens_on_findings {
        next.set(Screen::Problems);
    }
}

/// Gives egui the look that the settings and the window ask for.
fn dress(
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
        // From the next pass on.
        ctx.set_zoom_factor(times);
        wake.next_frame();
    }
    Ok(())
}

/// Shows a view over the whole window.
fn frame<R>(contexts: &mut EguiContexts, show: impl FnOnce(&mut egui::Ui) -> R) -> Result<R> {
    Ok(ui::frame(contexts.ctx_mut()?, show))
}
