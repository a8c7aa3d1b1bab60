//! How much of the stage a frame draws: where little has changed, the camera looks at that alone.

use bevy::camera::{CameraUpdateSystems, ClearColorConfig, ScalingMode, Viewport};
use bevy::math::{Rect, URect};
use bevy::prelude::*;

use super::PictureSystems;
use super::damage::Damage;
use super::view::{PictureCamera, View};

/// How far beyond what has changed is drawn anew, in physical pixels: soft edges reach into the next.
const MARGIN: f32 = 2.0;

/// What of the stage this frame draws. The rest keeps what it showed.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PicturePart {
    /// All of it.
    #[default]
    Whole,
    /// What lies in this rectangle of the window, in physical pixels.
    Pixels(URect),
    /// Nothing.
    Nothing,
}

/// In `PostUpdate`: the camera looks at its part. Until then the part can be widened.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AimCamera;

/// Adds what keeps the camera on its part.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Damage>()
        .init_resource::<PicturePart>()
        .add_systems(Update, look.after(PictureSystems::Draw))
        .add_systems(PostUpdate, aim.in_set(AimCamera).before(TransformSystems::Propagate).before(CameraUpdateSystems));
}

/// Finds what has changed since the last frame.
fn look(view: Res<View>, mut damage: ResMut<Damage>, mut part: ResMut<PicturePart>) {
    let found = match std::mem::take(&mut *damage) {
        Damage::Whole => PicturePart::Whole,
        Damage::Part(rect) => view.pixels(rect).map_or(PicturePart::Nothing, PicturePart::Pixels),
        Damage::None => PicturePart::Nothing,
    };
    part.set_if_neq(found);
}

/// Turns the camera to its part.
fn aim(
    view: Res<View>,
    part: Res<PicturePart>,
    camera: Option<Single<(&mut Camera, &mut Projection, &mut Transform), With<PictureCamera>>>,
) {
    let Some(camera) = camera.filter(|_| !view.place.is_empty()) else { return };
    let (mut camera, mut projection, mut place) = camera.into_inner();
    let pixels = match *part {
        PicturePart::Whole => view.place,
        PicturePart::Pixels(pixels) => pixels,
        // A camera cannot look at nothing.
        PicturePart::Nothing => URect { min: view.place.min, max: view.place.min + UVec2::ONE },
    };
    // To clear a part is to clear all of the picture.
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
    place.translation = seen.center().extend(place.translation.z);
    *projection = Projection::Orthographic(OrthographicProjection {
        scaling_mode: ScalingMode::FixedVertical { viewport_height: seen.height() },
        ..OrthographicProjection::default_2d()
    });
}

impl View {
    /// How many units a physical pixel is wide and high where the stage is seen.
    fn step(&self) -> f32 {
        (self.bounds.top - self.bounds.bottom) / self.place.as_rect().height().max(1.0)
    }

    /// What of the stage is seen in these pixels.
    fn units(&self, pixels: URect) -> Rect {
        let (step, middle) = (self.step(), self.place.as_rect().center().x);
        let unit = |pixel: Vec2| {
            Vec2::new((pixel.x - middle) * step, self.bounds.top - (pixel.y - self.place.as_rect().min.y) * step)
        };
        Rect::from_corners(unit(pixels.min.as_vec2()), unit(pixels.max.as_vec2()))
    }

    /// The pixels that show this rectangle of the stage; none where it is out of view.
    fn pixels(&self, rect: Rect) -> Option<URect> {
        let (step, place) = (self.step(), self.place.as_rect());
        let pixel =
            |unit: Vec2| Vec2::new(place.center().x + unit.x / step, place.min.y + (self.bounds.top - unit.y) / step);
        let exact = Rect::from_corners(pixel(rect.min), pixel(rect.max)).inflate(MARGIN).intersect(place);
        let whole = URect { min: exact.min.floor().as_uvec2(), max: exact.max.ceil().as_uvec2() };
        (!exact.is_empty() && !whole.is_empty()).then_some(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::backdrop::Bounds;

    /// 400 × 300 pixels of the window, two units each.
    fn view() -> View {
        let bounds = Bounds { half_width: 400.0, top: 200.0, bottom: -400.0 };
        View { bounds, pixel: 2.0, place: URect::new(100, 50, 500, 350) }
    }

    #[test]
    fn the_whole_place_shows_all_units() {
        assert_eq!(view().units(view().place), Rect::new(-400.0, -400.0, 400.0, 200.0));
    }

    #[test]
    fn pixels_hold_what_they_are_asked_for_and_a_margin() {
        let rect = Rect::new(-21.0, 10.0, 33.0, 60.0);
        let pixels = view().pixels(rect);
        assert_eq!(pixels, Some(URect::new(287, 118, 319, 147)));
        let seen = pixels.map(|pixels| view().units(pixels)).unwrap_or_default();
        assert!(seen.contains(rect.min) && seen.contains(rect.max));
    }

    #[test]
    fn what_is_out_of_view_has_no_pixels() {
        assert_eq!(view().pixels(Rect::new(500.0, 0.0, 600.0, 10.0)), None);
        assert_eq!(view().pixels(Rect::new(-900.0, -900.0, 900.0, 900.0)), Some(view().place));
    }
}
