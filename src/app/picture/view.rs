//! Where in the window the picture is, and how much of it is in view.

use bevy::camera::visibility::RenderLayers;
use bevy::camera::{CameraOutputMode, ClearColorConfig};
use bevy::math::URect;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::damage::Damage;
use super::figure::Figure;
use super::order::PictureSystems;
use crate::picture::backdrop::Bounds;

/// The render layer of the picture, so that no other camera draws it.
pub const PICTURE_LAYER: RenderLayers = RenderLayers::layer(7);
/// The height in view, in the picture's units, in an area of the usual height and in the smallest.
const UNITS_HIGH: f32 = 600.0;
const UNITS_HIGH_SMALL: f32 = 480.0;
/// The heights of the area, in logical pixels, between which it is interpolated.
const SMALL: f32 = 96.0;
const USUAL: f32 = 320.0;
/// The width that one person needs, and that each further one adds, in the picture's units.
const UNITS_WIDE: f32 = 360.0;
const UNITS_WIDER: f32 = 250.0;

/// The area of the window that the picture fills, in logical pixels from the upper left corner.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct PictureArea {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Whether the picture is shown at all.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureVisible(pub bool);

#[derive(Component, Clone, Copy, Debug)]
pub struct PictureCamera;

/// What the camera sees, in the picture's units.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    pub(super) bounds: Bounds,
    /// The width of a physical pixel.
    pub(super) pixel: f32,
    /// The part of the window that shows it, in physical pixels.
    pub(super) viewport: URect,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PictureArea>()
        .insert_resource(PictureVisible(true))
        .insert_resource(View::of(&PictureArea::default(), 1, 1.0, URect::default()))
        .add_systems(Startup, spawn_camera)
        .add_systems(Update, follow_area.in_set(PictureSystems::Arrange));
}

fn spawn_camera(mut commands: Commands) {
    commands.spawn((
        Name::new("picture camera"),
        PictureCamera,
        Camera2d,
        Camera {
            order: -1,
            is_active: false,
            clear_color: ClearColorConfig::Default,
            // Only into the texture that is shared with the screens; their camera copies it to the window.
            output_mode: CameraOutputMode::Skip,
            ..Camera::default()
        },
        // Edges are softened in the meshes; multisampling is expensive on software renderers.
        Msaa::Off,
        PICTURE_LAYER,
    ));
}

/// Follows the area of the picture. Runs every frame, but writes only what has changed.
fn follow_area(
    area: Res<PictureArea>,
    visible: Res<PictureVisible>,
    figures: Query<(), With<Figure>>,
    window: Option<Single<&Window, With<PrimaryWindow>>>,
    camera: Option<Single<&mut Camera, With<PictureCamera>>>,
    mut view: ResMut<View>,
    mut damage: ResMut<Damage>,
) {
    let (Some(window), Some(mut camera)) = (window, camera) else { return };
    let people = figures.iter().count();
    let viewport = pixels(&area, &window);
    let active = visible.0 && people > 0 && viewport.is_some();
    if camera.is_active != active {
        camera.is_active = active;
        *damage = Damage::Whole;
    }
    let Some(viewport) = viewport.filter(|_| active) else { return };
    if view.set_if_neq(View::of(&area, people, window.scale_factor(), viewport)) {
        *damage = Damage::Whole;
    }
}

/// An area in physical pixels, clipped to the window; none where nothing is left of it.
fn pixels(area: &PictureArea, window: &Window) -> Option<URect> {
    let scale = window.scale_factor();
    let from = (Vec2::new(area.x, area.y) * scale).round().max(Vec2::ZERO).as_uvec2();
    let to = (Vec2::new(area.x + area.width, area.y + area.height) * scale).round().max(Vec2::ZERO).as_uvec2();
    let clipped = URect { min: from.min(window.physical_size()), max: to.min(window.physical_size()) };
    (!clipped.is_empty()).then_some(clipped)
}

impl View {
    /// The view of this many people in an area. Their eyes are at a third of the height from the top.
    fn of(area: &PictureArea, people: usize, scale_factor: f32, viewport: URect) -> Self {
        let (width, height) = (area.width.max(1.0), area.height.max(1.0));
        let usual = ((height - SMALL) / (USUAL - SMALL)).clamp(0.0, 1.0);
        let by_height = UNITS_HIGH_SMALL + (UNITS_HIGH - UNITS_HIGH_SMALL) * usual;
        let further = u8::try_from(people.saturating_sub(1)).unwrap_or(u8::MAX);
        let by_width = (UNITS_WIDE + UNITS_WIDER * f32::from(further)) * height / width;
        let high = by_height.max(by_width);
        let top = high / 3.0;
        Self {
            bounds: Bounds { half_width: high * width / height / 2.0, top, bottom: top - high },
            pixel: high / (height * scale_factor.max(0.1)),
            viewport,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(width: f32, height: f32, people: usize) -> View {
        View::of(&PictureArea { x: 0.0, y: 0.0, width, height }, people, 1.0, URect::default())
    }

    #[test]
    fn eyes_are_on_the_upper_third_at_any_size() {
        for (width, height) in [(96.0, 96.0), (1280.0, 400.0), (3840.0, 2160.0), (200.0, 900.0)] {
            let bounds = view(width, height, 1).bounds;
            assert!((bounds.top * 2.0 + bounds.bottom).abs() < 0.1);
        }
    }

    #[test]
    fn a_narrow_picture_still_holds_a_person_and_a_wide_one_all() {
        assert!(view(200.0, 900.0, 1).bounds.half_width >= 179.0);
        assert!(view(500.0, 500.0, 3).bounds.half_width > view(500.0, 500.0, 1).bounds.half_width);
    }

    #[test]
    fn a_small_picture_comes_closer() {
        let high = |height: f32| view(800.0, height, 1).bounds.top * 3.0;
        assert!(high(96.0) < high(200.0) && high(200.0) < high(800.0));
    }

    #[test]
    fn the_viewport_stays_within_the_window() {
        let window = Window { resolution: (800, 600).into(), ..default() };
        let area = PictureArea { x: 700.0, y: -10.0, width: 400.0, height: 300.0 };
        assert_eq!(pixels(&area, &window), Some(URect::new(700, 0, 800, 290)));
        assert!(pixels(&PictureArea { x: 900.0, ..area }, &window).is_none());
    }
}
