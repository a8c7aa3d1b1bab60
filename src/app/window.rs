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
