//! Which part of the stage looks other than in the frame before.

use bevy::math::Rect;
use bevy::prelude::*;

use crate::picture::shapes::Triangles;

/// What of the stage has to be drawn anew, in the stage's units.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Damage {
    /// Nothing.
    #[default]
    None,
    /// What lies in this rectangle.
    Part(Rect),
    /// All of it.
    Whole,
}

impl Damage {
    /// Also what lies in this rectangle.
    pub(super) fn add(&mut self, rect: Rect) {
        *self = match *self {
            Self::None => Self::Part(rect),
            Self::Part(part) => Self::Part(part.union(rect)),
            Self::Whole => Self::Whole,
        };
    }
}

/// The rectangle in which the one is painted other than the other.
///
/// What is alike at the beginning and at the end of both is left out: a blink repaints the eyes, in the midst of all
/// that is painted after and before them.
#[allow(clippy::float_cmp, reason = "alike is what comes from the same numbers in the same way")]
pub(super) fn difference(before: &Triangles, after: &Triangles) -> Option<Rect> {
    let (old, new) = (before.positions.len(), after.positions.len());
    let alike = |one: usize, other: usize| {
        before.positions[one] == after.positions[other] && before.colours[one] == after.colours[other]
    };
    let shorter = old.min(new);
    let first = (0..shorter).find(|&at| !alike(at, at)).unwrap_or(shorter);
    let last = (0..shorter - first).find(|&back| !alike(old - 1 - back, new - 1 - back)).unwrap_or(shorter - first);
    if first == old && first == new && before.indices != after.indices {
        return bounds(after, 0..new);
    }
    let touched = [bounds(before, first..old - last), bounds(after, first..new - last)];
    touched.into_iter().flatten().reduce(|one, other| one.union(other))
}

/// The rectangle around all triangles that have a corner among these.
fn bounds(triangles: &Triangles, corners: std::ops::Range<usize>) -> Option<Rect> {
    let index = |corner: &u32| usize::try_from(*corner).unwrap_or(usize::MAX);
    let touched = triangles.indices.chunks_exact(3).filter(|of| of.iter().any(|one| corners.contains(&index(one))));
    touched
        .flatten()
        .filter_map(|corner| triangles.positions.get(index(corner)))
        .map(|&[x, y, _]| Rect::from_corners(Vec2::new(x, y), Vec2::new(x, y)))
        .reduce(|one, other| one.union(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Squares of side 1 whose lower left corners lie here.
    fn squares(at: &[[f32; 2]]) -> Triangles {
        let mut triangles = Triangles::default();
        for (count, [x, y]) in (0..).zip(at) {
            for [right, up] in [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]] {
                triangles.positions.push([x + right, y + up, 0.0]);
                triangles.colours.push([1.0; 4]);
            }
            triangles.indices.extend([0, 1, 2, 0, 2, 3].map(|corner| 4 * count + corner));
        }
        triangles
    }

    #[test]
    fn what_is_alike_has_no_difference() {
        let both = squares(&[[0.0, 0.0], [5.0, 5.0]]);
        assert_eq!(difference(&both, &both), None);
        assert_eq!(difference(&Triangles::default(), &Triangles::default()), None);
    }

    #[test]
    fn one_that_moves_in_the_midst_touches_where_it_was_and_where_it_is() {
        let before = squares(&[[0.0, 0.0], [5.0, 5.0], [90.0, 90.0]]);
        let after = squares(&[[0.0, 0.0], [5.0, 7.0], [90.0, 90.0]]);
        assert_eq!(difference(&before, &after), Some(Rect::new(5.0, 5.0, 6.0, 8.0)));
    }

    #[test]
    fn one_that_comes_or_goes_touches_its_place_alone() {
        let (with, without) = (squares(&[[0.0, 0.0], [5.0, 5.0], [9.0, 9.0]]), squares(&[[0.0, 0.0], [9.0, 9.0]]));
        let place = Some(Rect::new(5.0, 5.0, 6.0, 6.0));
        assert_eq!((difference(&with, &without), difference(&without, &with)), (place, place));
    }

    #[test]
    fn another_colour_and_other_triangles_are_differences() {
        let before = squares(&[[0.0, 0.0], [5.0, 5.0]]);
        let mut after = before.clone();
        after.colours[5] = [0.5; 4];
        assert_eq!(difference(&before, &after), Some(Rect::new(5.0, 5.0, 6.0, 6.0)));
        let mut after = before.clone();
        after.indices.truncate(9);
        assert_eq!(difference(&before, &after), Some(Rect::new(0.0, 0.0, 6.0, 6.0)));
    }

    #[test]
    fn damage_grows() {
        let mut damage = Damage::None;
        damage.add(Rect::new(0.0, 0.0, 1.0, 1.0));
        damage.add(Rect::new(2.0, 2.0, 3.0, 3.0));
        assert_eq!(damage, Damage::Part(Rect::new(0.0, 0.0, 3.0, 3.0)));
        damage = Damage::Whole;
        damage.add(Rect::new(0.0, 0.0, 1.0, 1.0));
        assert_eq!(damage, Damage::Whole);
    }
}
