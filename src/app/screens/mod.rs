//! The screens: each shows a view of `ui`, and applies the view's action in the next frame.

mod author;
mod chooser;
mod conversation;
mod debrief;
mod findings;
#[cfg(feature = "group")]
mod group_opening;
#[cfg(feature = "group")]
mod group_room;
mod library;
mod past;
mod past_debrief;
mod pending_action;
mod prebrief;
mod profile;
mod progress;
mod reflection;
mod resuming;
mod settings;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass, egui};

use crate::ui::{self, Look, TextSize};

use super::app_data::{AppData, Preferences};
use super::desktop::Desktop;
use super::flow::{AsksWho, Screen, ShowScreen};
use super::waker::Waker;
use super::window::magnification;
use super::workstation::Workstation;

pub(super) use author::AuthorView;

/// The size, in points, that a page is made for which is read from the back of a room: it looks the same on any screen.
/// Small type is then 24 pixels high on a screen of 1920 × 1080.
const SEEN_FROM_AFAR: Vec2 = Vec2::new(1280.0, 720.0);
/// However small the window is.
const LEAST_ZOOM: f32 = 0.25;

/// Whether the window shows what is read from the back of a room.
#[derive(Resource, Debug, Default)]
struct SeenFromAfar(bool);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<SeenFromAfar>();
    app.add_systems(Startup, open_first);
    app.add_systems(EguiPrimaryContextPass, apply_look.before(ShowScreen));
    app.add_plugins((
        library::plugin,
        findings::plugin,
        prebrief::plugin,
        chooser::plugin,
        profile::plugin,
        progress::plugin,
        past::plugin,
        past_debrief::plugin,
        conversation::plugin,
        reflection::plugin,
        debrief::plugin,
        author::plugin,
        settings::plugin,
    ));
    #[cfg(feature = "group")]
    app.add_plugins((group_opening::plugin, group_room::plugin));
}

/// Asks who plays where several do, and opens the first screen.
fn open_first(data: Res<AppData>, asks_who: Res<AsksWho>, mut next: ResMut<NextState<Screen>>) {
    next.set(if asks_who.0 { Screen::Chooser } else { first_screen(&data) });
}

/// The scenario named on the command line, the findings in its file, or the library.
fn first_screen(data: &AppData) -> Screen {
    if data.chosen.is_some() {
        Screen::Prebrief
    } else if data.opens_on_findings {
        Screen::Findings
    } else {
        Screen::Library
    }
}

/// Applies the look that the settings and the size of the window ask for.
fn apply_look(
    mut contexts: EguiContexts,
    (preferences, workstation, screen): (Res<Preferences>, Res<Workstation>, Res<State<Screen>>),
    desktop: Res<Desktop>,
    window: Single<&Window, With<PrimaryWindow>>,
    afar: Res<SeenFromAfar>,
    mut wake: ResMut<Waker>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let look = workstation.settings_on(*screen.get(), preferences.0).look(desktop.motion);
    if afar.0 {
        apply_from_afar(ctx, look, &window, &mut wake);
    } else {
        ui::apply(ctx, &look);
        set_zoom(ctx, magnification(window.width(), window.height()), &mut wake);
    }
    Ok(())
}

/// Applies the look of what is read from the back of a room: as large as the window allows, whatever size of type the
/// facilitator has chosen for their own eyes.
fn apply_from_afar(ctx: &egui::Context, look: Look, window: &Window, wake: &mut Waker) {
    ui::apply(ctx, &Look { text: TextSize::default(), ..look });
    let times = (Vec2::new(window.width(), window.height()) / SEEN_FROM_AFAR).min_element();
    set_zoom(ctx, times.max(LEAST_ZOOM), wake);
}

fn set_zoom(ctx: &egui::Context, times: f32, wake: &mut Waker) {
    if ctx.zoom_factor().to_bits() != times.to_bits() {
        // It takes effect in the next pass.
        ctx.set_zoom_factor(times);
        wake.next_frame();
    }
}
