//! How much of the picture a frame draws: when little has changed, the camera looks at that part only.

use bevy::camera::{CameraUpdateSystems, ClearColorConfig, ScalingMode, Viewport};
use bevy::math::{Rect, URect};
use bevy::prelude::*;

use super::damage::Damage;
use super::order::PictureSystems;
use super::view::{PictureCamera, View};

/// How far beyond the damage is redrawn, in physical pixels: anti-aliased edges reach beyond their shapes.
const MARGIN: f32 = 2.0;

/// The part of the picture that this frame draws. The rest stays as it was.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PicturePart {
    #[default]
    Whole,
    /// This rectangle of the window, in physical pixels.
    Pixels(URect),
    Nothing,
}

/// In `PostUpdate`: the camera is aimed at the part. Until then the part may be extended.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AimCamera;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Damage>()
        .init_resource::<PicturePart>()
        .add_systems(Update, find_part.after(PictureSystems::Draw))
        .add_systems(
            PostUpdate,
            aim_camera.in_set(AimCamera).before(TransformSystems::Propagate).before(CameraUpdateSystems),
        );
}

/// Turns the damage since the last frame into the part to draw.
fn find_part(view: Res<View>, mut damage: ResMut<Damage>, mut part: ResMut<PicturePart>) {
    let found = match std::mem::take(&mut *damage) {
        Damage::Whole => PicturePart::Whole,
        Damage::Part(rect) => view.pixels(rect).map_or(PicturePart::Nothing, PicturePart::Pixels),
        Damage::None => PicturePart::Nothing,
    };
    part.set_if_neq(found);
}

fn aim_camera(
    view: Res<View>,
    part: Res<PicturePart>,
    camera: Option<Single<(&mut Camera, &mut Projection, &mut Transform), With<PictureCamera>>>,
) {
    let Some(camera) = camera.filter(|_| !view.viewport.is_empty()) else { return };
    let (mut camera, mut projection, mut transform) = camera.into_inner();
    let pixels = match *part {
        PicturePart::Whole => view.viewport,
        PicturePart::Pixels(pixels) => pixels,
        // A camera cannot look at nothing.
        PicturePart::Nothing => URect { min: view.viewport.min, max: view.viewport.min + UVec2::ONE },
    };
    // Clearing is never limited to a viewport: it clears all of the texture.
    let clear = if *part == PicturePart::Whole { ClearColorConfig::Default } else { ClearColorConfig::None };
    if matches!(camera.clear_color, ClearColorConfig::None) != matches!(clear, ClearColorConfig::None) {
        camera.clear_color = clear;
    }
    let corners = |viewport: &Viewport| (viewport.physical_position, viewport.physical_size);
    let wanted = (pixels.min, pixels.size());
    if camera.viewport.as_ref().map(corners) == Some(wanted) && !view.is_changed() && !projection.is_added() {
        return;
    }
    camera.viewport = Some(Viewport { physical_position: wanted.0, physical_size: wanted.1, ..Viewport::default() });
    let seen = view.units(pixels);
    transform.translation = seen.center().extend(transform.translation.z);
    *projection = Projection::Orthographic(OrthographicProjection {
        scaling_mode: ScalingMode::FixedVertical { viewport_height: seen.height() },
        ..OrthographicProjection::default_2d()
    });
}

impl View {
    /// The size of a physical pixel in the picture's units.
    fn pixel_size(&self) -> f32 {
        (self.bounds.top - self.bounds.bottom) / self.viewport.as_rect().height().max(1.0)
    }

    /// The rectangle of the picture that these pixels show.
    fn units(&self, pixels: URect) -> Rect {
        let (size, middle) = (self.pixel_size(), self.viewport.as_rect().center().x);
        let unit = |pixel: Vec2| {
            Vec2::new((pixel.x - middle) * size, self.bounds.top - (pixel.y - self.viewport.as_rect().min.y) * size)
        };
        Rect::from_corners(unit(pixels.min.as_vec2()), unit(pixels.max.as_vec2()))
    }

    /// The pixels that show this rectangle of the picture, and a margin; none where it is out of view.
    fn pixels(&self, rect: Rect) -> Option<URect> {
        let (size, viewport) = (self.pixel_size(), self.viewport.as_rect());
        let pixel = |unit: Vec2| {
            Vec2::new(viewport.center().x + unit.x / size, viewport.min.y + (self.bounds.top - unit.y) / size)
        };
        let exact = Rect::from_corners(pixel(rect.min), pixel(rect.max)).inflate(MARGIN).intersect(viewport);
        let whole = URect { min: exact.min.floor().as_uvec2(), max: exact.max.ceil().as_uvec2() };
        (!exact.is_empty() && !whole.is_empty()).then_some(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::backdrop::Bounds;

    /// 400 × 300 pixels of the window; each is two units wide and high.
    fn view() -> View {
        let bounds = Bounds { half_width: 400.0, top: 200.0, bottom: -400.0 };
        View { bounds, pixel: 2.0, viewport: URect::new(100, 50, 500, 350) }
    }

    #[test]
    fn the_whole_viewport_shows_all_units() {
        assert_eq!(view().units(view().viewport), Rect::new(-400.0, -400.0, 400.0, 200.0));
    }

    #[test]
    fn pixels_hold_the_rectangle_and_a_margin() {
        let rect = Rect::new(-21.0, 10.0, 33.0, 60.0);
        let pixels = view().pixels(rect);
        assert_eq!(pixels, Some(URect::new(287, 118, 319, 147)));
        let seen = pixels.map(|pixels| view().units(pixels)).unwrap_or_default();
        assert!(seen.contains(rect.min) && seen.contains(rect.max));
    }

    #[test]
    fn what_is_out_of_view_has_no_pixels() {
        assert_eq!(view().pixels(Rect::new(500.0, 0.0, 600.0, 10.0)), None);
        assert_eq!(view().pixels(Rect::new(-900.0, -900.0, 900.0, 900.0)), Some(view().viewport));
    }
}
