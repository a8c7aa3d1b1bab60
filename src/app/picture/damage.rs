//! Damage: the part of the picture that differs from the frame before.

use bevy::math::Rect;
use bevy::prelude::*;

use crate::picture::shapes::Triangles;

/// The part of the picture that has to be redrawn.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Damage {
    #[default]
    None,
    /// This rectangle, in the picture's units.
    Part(Rect),
    Whole,
}

impl Damage {
    /// Extends the damage to this rectangle.
    pub(super) fn add(&mut self, rect: Rect) {
        *self = match *self {
            Self::None => Self::Part(rect),
            Self::Part(part) => Self::Part(part.union(rect)),
            Self::Whole => Self::Whole,
        };
    }
}

/// The rectangle in which two lists of triangles differ, if they do.
///
/// Vertices that both lists begin or end with are left out: a blink changes the eyes, in the middle of all that is
/// painted before and after them.
#[allow(clippy::float_cmp, reason = "the same computation gives the same bits")]
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

/// The bounding rectangle of all triangles that have one of these vertices.
fn bounds(triangles: &Triangles, vertices: std::ops::Range<usize>) -> Option<Rect> {
    let index = |vertex: &u32| usize::try_from(*vertex).unwrap_or(usize::MAX);
    let touched =
        triangles.indices.chunks_exact(3).filter(|triangle| triangle.iter().any(|one| vertices.contains(&index(one))));
    touched
        .flatten()
        .filter_map(|vertex| triangles.positions.get(index(vertex)))
        .map(|&[x, y, _]| Rect::from_corners(Vec2::new(x, y), Vec2::new(x, y)))
        .reduce(|one, other| one.union(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unit squares with these lower left corners.
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
    fn equal_triangles_have_no_difference() {
        let both = squares(&[[0.0, 0.0], [5.0, 5.0]]);
        assert_eq!(difference(&both, &both), None);
        assert_eq!(difference(&Triangles::default(), &Triangles::default()), None);
    }

    #[test]
    fn a_square_that_moves_damages_where_it_was_and_where_it_is() {
        let before = squares(&[[0.0, 0.0], [5.0, 5.0], [90.0, 90.0]]);
        let after = squares(&[[0.0, 0.0], [5.0, 7.0], [90.0, 90.0]]);
        assert_eq!(difference(&before, &after), Some(Rect::new(5.0, 5.0, 6.0, 8.0)));
    }

    #[test]
    fn a_square_that_comes_or_goes_damages_nothing_else() {
        let (with, without) = (squares(&[[0.0, 0.0], [5.0, 5.0], [9.0, 9.0]]), squares(&[[0.0, 0.0], [9.0, 9.0]]));
        let square = Some(Rect::new(5.0, 5.0, 6.0, 6.0));
        assert_eq!((difference(&with, &without), difference(&without, &with)), (square, square));
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
