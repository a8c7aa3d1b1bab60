//! The place behind the people, in three quiet layers: wall and light, furniture, a hint in the foreground. Knows no
//! Bevy.

mod bay;
mod dwelling;
mod foreground;
mod furniture;
mod light;
mod public;
mod things;
mod wall;
mod ward;
mod window;
mod work;

use super::shapes::Picture;
use crate::scenario::Place;
pub use light::Light;

/// How much of the place is in view, in the picture's units; the origin lies between the eyes of whoever stands in
/// the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Half the width.
    pub half_width: f32,
    /// The upper edge.
    pub top: f32,
    /// The lower edge.
    pub bottom: f32,
}

/// Furniture stands no further from the middle than this: a wider view shows more wall.
const FURTHEST: f32 = 520.0;

impl Bounds {
    /// How far from the middle things stand.
    fn reach(self) -> f32 {
        self.half_width.min(FURTHEST)
    }
}

/// The layers behind the people.
#[must_use]
pub fn backdrop(setting: Place, hour: u8, bounds: Bounds) -> Picture {
    let light = Light::at(hour);
    let room = light.room(setting);
    let mut picture = Picture::default();
    wall::paint(setting, bounds, &mut picture);
    picture = picture.under(room);
    window::paint(setting, &light, bounds, &mut picture);
    wall::paint_light(setting, &light, bounds, &mut picture);
    let mut things = Picture::default();
    furniture::paint(setting, &light, bounds, &mut things);
    picture.shapes.extend(things.under(room).shapes);
    furniture::paint_lit(setting, &light, bounds, &mut picture);
    picture
}

/// The layer in front of the people.
#[must_use]
pub fn foreground(setting: Place, hour: u8, bounds: Bounds) -> Picture {
    let mut picture = Picture::default();
    foreground::paint(setting, bounds, &mut picture);
    picture.under(Light::at(hour).room(setting))
}

#[cfg(test)]
mod tests {
    use super::super::shapes::tessellate;
    use super::*;

    const WIDE: Bounds = Bounds { half_width: 520.0, top: 205.0, bottom: -400.0 };

    #[test]
    fn every_place_is_its_own_and_fills_the_view() {
        let mut seen: Vec<Picture> = Vec::new();
        for setting in Place::ALL {
            let picture = backdrop(setting, 12, WIDE);
            let triangles = tessellate(&picture, 1.0);
            for reach in [-1.0, 1.0] {
                assert!(triangles.positions.iter().any(|at| at[0] * reach >= WIDE.half_width));
            }
            assert!(triangles.positions.iter().any(|at| at[1] >= WIDE.top));
            assert!(triangles.positions.iter().any(|at| at[1] <= WIDE.bottom));
            assert!(triangles.indices.len() < 14_000, "{setting:?}: {}", triangles.indices.len());
            assert!(!seen.contains(&picture));
            seen.push(picture);
        }
    }

    #[test]
    fn every_place_looks_different_in_the_morning_at_noon_in_the_evening_and_at_night() {
        for setting in Place::ALL {
            let hours = [7, 12, 19, 2].map(|hour| backdrop(setting, hour, WIDE));
            for (at, here) in hours.iter().enumerate() {
                assert!(!hours[at + 1..].contains(here), "{setting:?}");
            }
        }
    }

    #[test]
    fn no_furniture_stands_behind_the_face() {
        for setting in Place::ALL {
            let (light, mut things) = (Light::at(12), Picture::default());
            furniture::paint(setting, &light, WIDE, &mut things);
            furniture::paint_lit(setting, &light, WIDE, &mut things);
            let face = |point: &glam::Vec2| point.x.abs() < 90.0 && point.y.abs() < 120.0;
            let behind = things.shapes.iter().find(|shape| shape.outline.points.iter().any(face));
            assert_eq!(behind, None, "{setting:?}");
        }
    }

    #[test]
    fn in_a_wide_view_things_stay_near_the_middle() {
        for setting in Place::ALL {
            let lamp = |half_width: f32| {
                let mut lit = Picture::default();
                furniture::paint_lit(setting, &Light::at(2), Bounds { half_width, ..WIDE }, &mut lit);
                lit
            };
            assert_eq!(lamp(FURTHEST), lamp(2.0 * FURTHEST), "{setting:?}");
        }
    }

    #[test]
    fn night_is_darker_than_noon() {
        for setting in Place::ALL {
            let wall = |hour| backdrop(setting, hour, WIDE).shapes[0].paint.at(glam::Vec2::ZERO).luminance();
            assert!(wall(23) < wall(12));
        }
    }

    #[test]
    fn a_narrow_view_is_drawn_too() {
        for setting in Place::ALL {
            let narrow = Bounds { half_width: 60.0, ..WIDE };
            assert!(!tessellate(&backdrop(setting, 3, narrow), 5.0).indices.is_empty());
            assert!(tessellate(&foreground(setting, 3, narrow), 5.0).indices.len() < 30_000);
        }
    }
}
