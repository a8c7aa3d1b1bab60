//! What pictures of lines over a number of steps have in common: a scale from 0 to 100, steps below it, and the lines' names
//! to their right.

use super::{Anchor, Colour, Line, Mark, Shape};

/// The text size of labels.
pub(crate) const LABEL: f32 = 9.0;
/// The least distance between names.
const APART: f32 = 12.0;
/// Of the lines, from the left edge, where the numbers of the scale stand, and from the upper edge.
const LEFT: f32 = 26.0;
const TOP: f32 = 10.0;
/// Below the lines the steps are named.
const BELOW: f32 = 22.0;

/// The frame of such a picture, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// The room for names, right of the lines.
    pub(crate) names: f32,
    /// The number of steps.
    pub(crate) steps: usize,
}

/// How a line is told from others: never by its colour alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) line: Line,
    /// The width of the line.
    pub(crate) width: f32,
    pub(crate) mark: Mark,
    /// Half the width of a mark.
    pub(crate) size: f32,
    pub(crate) colour: Colour,
}

impl Frame {
    /// Where the lines end and the names begin.
    pub(crate) fn right(self) -> f32 {
        self.width - self.names
    }

    fn bottom(self) -> f32 {
        self.height - BELOW
    }

    /// The middle of a step, from 0.
    #[allow(clippy::cast_precision_loss, reason = "there are far fewer than 2^23 steps")]
    pub(crate) fn x(self, step: usize) -> f32 {
        LEFT + (step as f32 + 0.5) / self.steps as f32 * (self.right() - LEFT)
    }

    /// The height of a value of 0 to 100.
    pub(crate) fn y(self, value: f32) -> f32 {
        self.bottom() - value / 100.0 * (self.bottom() - TOP)
    }

    /// A line from side to side.
    pub(crate) fn level(self, value: f32, line: Line, colour: Colour) -> Shape {
        let points = vec![[LEFT, self.y(value)], [self.right(), self.y(value)]];
        Shape::Path { points, line, width: 0.75, colour }
    }

    /// The scale, and the names of the steps, of which at most `most` are written.
    pub(crate) fn grid(self, most: usize, name: impl Fn(usize) -> String) -> Vec<Shape> {
        let label = |text: String, at, anchor| Shape::Text {
            text,
            at,
            anchor,
            size: LABEL,
            strong: false,
            colour: Colour::Quiet,
        };
        let scale = [0_u8, 50, 100].into_iter().flat_map(|value| {
            let number = label(value.to_string(), [LEFT - 5.0, self.y(value.into()) + 3.0], Anchor::End);
            [self.level(value.into(), Line::Solid, Colour::Hairline), number]
        });
        let every = self.steps.div_ceil(most);
        let named = (0..self.steps).filter(|step| step % every == 0);
        scale.chain(named.map(|step| label(name(step), [self.x(step), self.height - 8.0], Anchor::Middle))).collect()
    }

    /// Heights of names in the order of the heights that they belong to, moved apart where they would cover each other.
    pub(crate) fn apart<T>(self, mut names: Vec<(f32, T)>) -> Vec<(f32, T)> {
        names.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut free_from = TOP;
        let mut lowest = self.bottom() - names.iter().skip(1).fold(0.0, |sum, _| sum + APART);
        for (y, _) in &mut names {
            *y = y.max(free_from).min(lowest);
            free_from = *y + APART;
            lowest += APART;
        }
        names
    }
}

impl Look {
    /// A line through points, with a mark at each.
    pub(crate) fn through(self, points: Vec<[f32; 2]>) -> Vec<Shape> {
        let Self { line, width, mark, size, colour } = self;
        let marks: Vec<Shape> = points.iter().map(|&at| Shape::Mark { mark, at, size, colour }).collect();
        [Shape::Path { points, line, width, colour }].into_iter().chain(marks).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_apart_and_within_the_picture() {
        let frame = Frame { width: 400.0, height: 150.0, names: 100.0, steps: 3 };
        for heights in [[0.0; 4], [100.0; 4], [50.0, 51.0, 49.0, 50.0], [0.0, 100.0, 100.0, 99.0]] {
            let names = frame.apart(heights.iter().map(|&value| (frame.y(value), value)).collect());
            assert!(names.windows(2).all(|pair| pair[1].0 - pair[0].0 >= APART - 0.01), "{names:?}");
            assert!(names.windows(2).all(|pair| pair[1].1 <= pair[0].1), "in the order of the lines: {names:?}");
            assert!(names.iter().all(|(y, _)| (TOP..=frame.bottom() + 0.01).contains(y)), "{names:?}");
        }
    }
}
