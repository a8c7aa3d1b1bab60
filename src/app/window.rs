//! The window: its first size, its renderer, and the camera of the screens.

use bevy::camera::{CameraOutputMode, ClearColorConfig};
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::render_resource::BlendState;
use bevy::render::settings::WgpuSettings;
use bevy::window::{
    ExitCondition, Monitor, OnMonitor, PresentMode, PrimaryWindow, WindowResizeConstraints, WindowResized,
    WindowScaleFactorChanged,
};
use bevy_egui::{EguiGlobalSettings, EguiPlugin, PrimaryEguiContext};

use super::shaders;
use super::waker::Waker;

/// The smallest size at which every screen works, in points.
const MIN_SIZE: (f32, f32) = (640.0, 480.0);
/// The size at first, in points, if the screen has room for it.
const INITIAL_SIZE: (u32, u32) = (1280, 800);

/// The most that a window's frame takes of the screen, in points.
const WINDOW_FRAME: Vec2 = Vec2::new(8.0, 48.0);
/// What the desktop's panels are assumed to take, if the system does not say.
const PANELS: Vec2 = Vec2::new(0.0, 64.0);

/// From this size on, in points, everything is magnified: on a screen so large that its system does not scale, the
/// pages would look small.
const LARGE_WINDOW: (f32, f32) = (2880.0, 1620.0);
/// The size that a magnified window seems to have, in points, at the least.
const APPARENT_SIZE: (f32, f32) = (1920.0, 1080.0);

/// The order of the screens' camera, after the picture's.
const OVER_THE_PICTURE: isize = 1;

/// How much of a screen windows may use.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
#[cfg_attr(not(any(target_os = "linux", test)), expect(dead_code, reason = "only X11 is asked"))]
pub(super) enum WorkArea {
    /// All of it: there are no window frames and no panels.
    All,
    /// This many physical pixels, including the window's frame.
    Pixels(UVec2),
    /// The system does not say.
    Unknown,
}

/// Adds the window, its renderer on one of `backends`, and egui.
pub(super) fn open(app: &mut App, backends: wgpu::Backends, work_area: WorkArea) {
    let window = Window {
        title: "Bedside".to_owned(),
        name: Some("bedside".to_owned()),
        resolution: INITIAL_SIZE.into(),
        // `show_window` shows it at its final size.
        visible: false,
        present_mode: PresentMode::AutoVsync,
        resize_constraints: WindowResizeConstraints { min_width: MIN_SIZE.0, min_height: MIN_SIZE.1, ..default() },
        ..default()
    };
    let settings = WgpuSettings { backends: Some(backends), ..default() };
    let plugins = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window), exit_condition: ExitCondition::OnPrimaryClosed, ..default() })
        .set(RenderPlugin { render_creation: settings.into(), synchronous_pipeline_compilation: true, ..default() })
        .set(bevy::log::LogPlugin { filter: "error".to_owned(), ..default() });
    // egui uses one texture only, so arrays of textures would be pure cost.
    app.add_plugins(plugins).add_plugins((EguiPlugin { bindless_mode_array_size: None }, shaders::plugin));
    app.insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() });
    app.insert_resource(work_area);
    app.add_systems(PreStartup, (spawn_camera, show_window));
    app.add_systems(Update, redraw_after_resize);
    app.add_observer(outlive_the_screen);
}

/// Shows the window, no larger than the smallest screen has room for, since it is unknown on which it will open.
fn show_window(
    mut window: Single<&mut Window, With<PrimaryWindow>>,
    monitors: Query<&Monitor>,
    work_area: Res<WorkArea>,
) {
    let room = monitors.iter().map(|monitor| {
        #[allow(clippy::cast_possible_truncation, reason = "a screen's scale is a small number")]
        let scale = monitor.scale_factor as f32;
        work_area.of(monitor.physical_size(), scale)
    });
    if let Some(room) = room.reduce(Vec2::min) {
        let size = initial_size(room);
        window.resolution.set(size.x, size.y);
    }
    window.visible = true;
}

impl WorkArea {
    /// The room for a window's contents, in points, on a screen of this many physical pixels.
    fn of(self, screen: UVec2, scale: f32) -> Vec2 {
        let screen = screen.as_vec2() / scale;
        match self {
            Self::All => screen,
            Self::Pixels(free) => screen.min(free.as_vec2() / scale) - WINDOW_FRAME,
            Self::Unknown => screen - WINDOW_FRAME - PANELS,
        }
    }
}

/// The first size of the window, given the room in points.
fn initial_size(room: Vec2) -> Vec2 {
    UVec2::from(INITIAL_SIZE).as_vec2().min(room).max(MIN_SIZE.into()).floor()
}

/// Bevy despawns the windows on a screen together with the screen, also when that is unplugged. Ours outlive it: the system
/// moves them to another one.
fn outlive_the_screen(on_screen: On<Insert, OnMonitor>, mut commands: Commands) {
    commands.entity(on_screen.entity).remove::<OnMonitor>();
}

/// Cameras get a new window size only after the screens have been laid out, so another frame is needed.
fn redraw_after_resize(
    mut resized: MessageReader<WindowResized>,
    mut rescaled: MessageReader<WindowScaleFactorChanged>,
    mut wake: ResMut<Waker>,
) {
    if resized.read().count() + rescaled.read().count() > 0 {
        wake.next_frame();
    }
}

/// How much a window of this size in points is magnified: 1, except for very large ones; in quarters.
pub(super) fn magnification(width: f32, height: f32) -> f32 {
    if width < LARGE_WINDOW.0 || height < LARGE_WINDOW.1 {
        return 1.0;
    }
    let times = (width / APPARENT_SIZE.0).min(height / APPARENT_SIZE.1);
    ((times * 4.0).floor() / 4.0).min(4.0)
}

#[derive(Component)]
pub(super) struct ScreenCamera;

/// The screens' camera covers the window; it clears it only while the picture, which is drawn first, is hidden.
fn spawn_camera(mut commands: Commands) {
    // Picture and screens are drawn into one image, which is copied to the window once, without blending or clearing.
    let output_mode =
        CameraOutputMode::Write { blend_state: Some(BlendState::REPLACE), clear_color: ClearColorConfig::None };
    commands.spawn((
        Camera2d,
        Camera { order: OVER_THE_PICTURE, clear_color: ClearColorConfig::Default, output_mode, ..default() },
        Msaa::Off,
        PrimaryEguiContext,
        ScreenCamera,
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_window_is_no_larger_than_there_is_room_for() {
        let size = |work_area: WorkArea, screen: [u32; 2], scale: f32| initial_size(work_area.of(screen.into(), scale));
        assert_eq!(size(WorkArea::All, [1920, 1080], 1.0), Vec2::new(1280.0, 800.0));
        assert_eq!(size(WorkArea::All, [1366, 768], 1.0), Vec2::new(1280.0, 768.0));
        assert_eq!(size(WorkArea::Pixels(UVec2::new(1366, 728)), [1366, 768], 1.0), Vec2::new(1280.0, 680.0));
        assert_eq!(
            size(WorkArea::Pixels(UVec2::new(3286, 1040)), [1366, 768], 1.0),
            Vec2::new(1280.0, 720.0),
            "two screens"
        );
        assert_eq!(size(WorkArea::Unknown, [2560, 1440], 2.0), Vec2::new(1272.0, 608.0));
        assert_eq!(
            size(WorkArea::Unknown, [640, 400], 1.0),
            Vec2::new(640.0, 480.0),
            "the smallest in which all works"
        );
    }

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

    #[test]
    fn a_window_outlives_the_screen_that_it_was_on() {
        let mut app = App::new();
        app.add_observer(outlive_the_screen);
        let screen = app.world_mut().spawn_empty().id();
        let window = app.world_mut().spawn((Window::default(), OnMonitor(screen))).id();
        app.update();
        app.world_mut().despawn(screen);
        assert!(app.world().get::<Window>(window).is_some());
    }
}
