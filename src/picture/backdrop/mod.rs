//! The place around the people, in three quiet layers: wall and light, furniture, foreground. Independent of Bevy.

mod bay;
mod bounds;
mod foreground;
mod furniture;
mod homes;
mod light;
mod props;
mod public_rooms;
mod wall;
mod ward;
mod window;
mod work_rooms;

use super::shapes::Picture;
use crate::scenario::{ClockTime, Place};
pub use bounds::Bounds;
pub use light::Light;

/// The layers behind the people, in the light of `hour`, 0–23. With a `clock`, one hangs on the wall of every place and
/// shows the time to the minute.
#[must_use]
pub fn backdrop(place: Place, hour: u8, clock: Option<ClockTime>, bounds: Bounds) -> Picture {
    let mut light = Light::at(hour);
    if let Some(clock) = clock {
        light.hour = f32::from(clock.hour()) + f32::from(clock.minute()) / 60.0;
    }
    let room = light.on_room(place);
    let mut picture = Picture::default();
    wall::paint(place, bounds, &mut picture);
    picture = picture.lit_by(room);
    window::paint(place, &light, bounds, &mut picture);
    wall::paint_light(place, &light, bounds, &mut picture);
    let mut furniture = Picture::default();
    furniture::paint(place, &light, bounds, &mut furniture);
    if clock.is_some() {
        furniture::paint_clock(place, &light, bounds, &mut furniture);
    }
    picture.shapes.extend(furniture.lit_by(room).shapes);
    furniture::paint_emissive(place, &light, bounds, &mut picture);
    picture
}

/// The layer in front of the people, in the light of `hour`, 0–23.
#[must_use]
pub fn foreground(place: Place, hour: u8, bounds: Bounds) -> Picture {
    let mut picture = Picture::default();
    foreground::paint(place, bounds, &mut picture);
    picture.lit_by(Light::at(hour).on_room(place))
}

#[cfg(test)]
mod tests {
    use super::super::shapes::tessellate;
    use super::bounds::FURTHEST;
    use super::*;

    const WIDE: Bounds = Bounds { half_width: 520.0, top: 205.0, bottom: -400.0 };

    #[test]
    fn every_place_looks_different_and_fills_the_view() {
        let mut seen: Vec<Picture> = Vec::new();
        for place in Place::ALL {
            let picture = backdrop(place, 12, None, WIDE);
            let triangles = tessellate(&picture, 1.0);
            for reach in [-1.0, 1.0] {
                assert!(triangles.positions.iter().any(|at| at[0] * reach >= WIDE.half_width));
            }
            assert!(triangles.positions.iter().any(|at| at[1] >= WIDE.top));
            assert!(triangles.positions.iter().any(|at| at[1] <= WIDE.bottom));
            assert!(triangles.indices.len() < 14_000, "{place:?}: {}", triangles.indices.len());
            assert!(!seen.contains(&picture));
            seen.push(picture);
        }
    }

    #[test]
    fn every_place_looks_different_in_the_morning_at_noon_in_the_evening_and_at_night() {
        for place in Place::ALL {
            let hours = [7, 12, 19, 2].map(|hour| backdrop(place, hour, None, WIDE));
            for (at, here) in hours.iter().enumerate() {
                assert!(!hours[at + 1..].contains(here), "{place:?}");
            }
        }
    }

    #[test]
    fn by_the_clock_every_place_shows_the_minute() {
        for place in Place::ALL {
            let [without, early, late] = [None, Some("19:40"), Some("19:41")]
                .map(|time| backdrop(place, 19, time.and_then(ClockTime::parse), WIDE));
            assert!(early != late && early != without && late != without, "{place:?}");
        }
    }

    #[test]
    fn no_furniture_stands_behind_the_face() {
        for place in Place::ALL {
            let (light, mut furniture) = (Light::at(12), Picture::default());
            furniture::paint(place, &light, WIDE, &mut furniture);
            furniture::paint_emissive(place, &light, WIDE, &mut furniture);
            furniture::paint_clock(place, &light, WIDE, &mut furniture);
            let face = |point: &glam::Vec2| point.x.abs() < 90.0 && point.y.abs() < 120.0;
            let behind = furniture.shapes.iter().find(|shape| shape.outline.points.iter().any(face));
            assert_eq!(behind, None, "{place:?}");
        }
    }

    #[test]
    fn nothing_in_front_of_the_people_reaches_up_to_a_face() {
        for place in Place::ALL {
            for half_width in [260.0, 420.0, WIDE.half_width] {
                let before = foreground(place, 12, Bounds { half_width, ..WIDE });
                let high = before.shapes.iter().find(|shape| shape.outline.points.iter().any(|point| point.y > -150.0));
                assert_eq!(high, None, "{place:?}");
            }
        }
    }

    #[test]
    fn in_a_wide_view_furniture_stays_near_the_middle() {
        for place in Place::ALL {
            let lamp = |half_width: f32| {
                let mut lit = Picture::default();
                furniture::paint_emissive(place, &Light::at(2), Bounds { half_width, ..WIDE }, &mut lit);
                lit
            };
            assert_eq!(lamp(FURTHEST), lamp(2.0 * FURTHEST), "{place:?}");
        }
    }

    #[test]
    fn night_is_darker_than_noon() {
        for place in Place::ALL {
            let wall = |hour| backdrop(place, hour, None, WIDE).shapes[0].paint.at(glam::Vec2::ZERO).luminance();
            assert!(wall(23) < wall(12));
        }
    }

    #[test]
    fn a_narrow_view_is_drawn_too() {
        for place in Place::ALL {
            let narrow = Bounds { half_width: 60.0, ..WIDE };
            assert!(!tessellate(&backdrop(place, 3, None, narrow), 5.0).indices.is_empty());
            assert!(tessellate(&foreground(place, 3, narrow), 5.0).indices.len() < 30_000);
        }
    }
}
