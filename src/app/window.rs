//! The window itself, its renderer and its two cameras' common ground.

use bevy::camera::{CameraOutputMode, ClearColorConfig};
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::render_resource::BlendState;
use bevy::render::settings::WgpuSettings;
use bevy::window::{PresentMode, WindowResizeConstraints};
use bevy_egui::{EguiGlobalSettings, EguiPlugin, PrimaryEguiContext};

use super::shaders;

/// The smallest window in which every screen works, in points.
const SMALLEST: (f32, f32) = (640.0, 480.0);
/// The window's size at first, in points.
const FIRST: (u32, u32) = (1280, 800);

/// From this size on, in points, everything is drawn larger: so large a screen that its system does not scale
/// would leave the pages small in the middle of it.
const LARGE: (f32, f32) = (2880.0, 1620.0);
/// What a window is to seem to have then, in points, at the least.
const SEEMING: (f32, f32) = (1920.0, 1080.0);

/// Above the stage.
const OVER_THE_STAGE: isize = 1;

/// Adds the window, its renderer on one of `backends`, and egui.
pub(super) fn open(app: &mut App, backends: wgpu::Backends) {
    let window = Window {
        title: "Bedside".to_owned(),
        name: Some("bedside".to_owned()),
        resolution: FIRST.into(),
        present_mode: PresentMode::AutoVsync,
        resize_constraints: WindowResizeConstraints { min_width: SMALLEST.0, min_height: SMALLEST.1, ..default() },
        ..default()
    };
    let settings = WgpuSettings { backends: Some(backends), ..default() };
    let plugins = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window), ..default() })
        .set(RenderPlugin { render_creation: settings.into(), synchronous_pipeline_compilation: true, ..default() })
        .set(bevy::log::LogPlugin { filter: "error".to_owned(), ..default() });
    // All that egui draws comes from one texture, so that arrays of textures would only cost.
    app.add_plugins(plugins).add_plugins((EguiPlugin { bindless_mode_array_size: None }, shaders::plugin));
    app.insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() });
    app.add_systems(PreStartup, spawn_camera);
}

/// How much larger everything is drawn in a window of this size, in points: 1, but for very large ones, in quarters.
pub(super) fn magnification(width: f32, height: f32) -> f32 {
    if width < LARGE.0 || height < LARGE.1 {
        return 1.0;
    }
    let times = (width / SEEMING.0).min(height / SEEMING.1);
    ((times * 4.0).floor() / 4.0).min(4.0)
}

/// Marks the camera of the screens.
#[derive(Component)]
pub(super) struct ScreenCamera;

/// The screens' camera covers the window; it clears it only while the stage, drawn before, is dark.
fn spawn_camera(mut commands: Commands) {
    // Stage and screens share one picture: it is copied to the window once, without blending or clearing.
    let output_mode =
        CameraOutputMode::Write { blend_state: Some(BlendState::REPLACE), clear_color: ClearColorConfig::None };
    commands.spawn((
        Camera2d,
        Camera { order: OVER_THE_STAGE, clear_color: ClearColorConfig::Default, output_mode, ..default() },
        Msaa::Off,
        PrimaryEguiContext,
        ScreenCamera,
    ));
}

#[cfg(test)]
mod tests {
    use super::magnification;

    #[test]
    fn only_a_very_large_window_is_drawn_larger() {
        for (width, height, times) in [
            (640.0, 480.0, 1.0),
            (1280.0, 800.0, 1.0),
            (2560.0, 1440.0, 1.0),
            (3840.0, 800.0, 1.0),
            (2880.0, 1620.0, 1.5),
            (3840.0, 2160.0, 2.0),
            (3440.0, 1940.0, 1.75),
            (20_000.0, 20_000.0, 4.0),
        ] {
            let found: f32 = magnification(width, height);
            assert!((found - times).abs() < 1e-6, "{width} × {height}: {found}");
        }
    }
}
