//! The three feelings over the turns, as a picture.

use crate::debrief::page::Course;
use crate::debrief::terms::feeling;
use crate::rubric::{Feeling, Feelings};

use super::{Anchor, Colour, Diagram, Line, Mark, Shape};

const WIDTH: f32 = 499.0;
const HEIGHT: f32 = 132.0;
/// The area of the lines, in points.
const LEFT: f32 = 26.0;
const TOP: f32 = 10.0;
/// Right of it there is room for the longest name, in the widest font that a browser may take.
const RIGHT: f32 = WIDTH - 108.0;
const BOTTOM: f32 = HEIGHT - 22.0;
/// The text size of labels.
const LABEL: f32 = 9.0;
/// The least distance between labels.
const APART: f32 = 12.0;

pub(super) fn arc(course: &Course) -> Diagram {
    let points: Vec<Feelings> =
        std::iter::once(course.start).chain(course.turns.iter().map(|turn| turn.felt)).collect();
    let mut shapes = grid(points.len());
    for feeling in Feeling::ALL {
        shapes.extend(curve(&points, feeling));
    }
    shapes.extend(points.last().into_iter().flat_map(|last| names(*last)));
    Diagram {
        title: course.title.clone(),
        description: course.description.clone(),
        width: WIDTH,
        height: HEIGHT,
        shapes,
    }
}

#[allow(clippy::cast_precision_loss, reason = "a conversation has far fewer than 2^23 turns")]
fn x(index: usize, count: usize) -> f32 {
    LEFT + (index as f32 + 0.5) / count as f32 * (RIGHT - LEFT)
}

fn y(value: u8) -> f32 {
    BOTTOM - f32::from(value) / 100.0 * (BOTTOM - TOP)
}

fn grid(count: usize) -> Vec<Shape> {
    let label =
        |text: String, at, anchor| Shape::Text { text, at, anchor, size: LABEL, strong: false, colour: Colour::Quiet };
    let mut shapes = Vec::new();
    for value in [0, 50, 100] {
        let points = vec![[LEFT, y(value)], [RIGHT, y(value)]];
        shapes.push(Shape::Path { points, line: Line::Solid, width: 0.75, colour: Colour::Hairline });
        shapes.push(label(value.to_string(), [LEFT - 5.0, y(value) + 3.0], Anchor::End));
    }
    let every = count.div_ceil(24);
    for index in (0..count).filter(|index| index % every == 0) {
        let text = if index == 0 { "start".to_owned() } else { index.to_string() };
        shapes.push(label(text, [x(index, count), HEIGHT - 8.0], Anchor::Middle));
    }
    shapes
}

/// A feeling's line, with a line style and a form of mark of its own.
fn curve(points: &[Feelings], feeling: Feeling) -> Vec<Shape> {
    let (line, mark, colour) = match feeling {
        Feeling::Agitation => (Line::Solid, Mark::Disc, Colour::Agitation),
        Feeling::Trust => (Line::Dashed, Mark::Square, Colour::Trust),
        Feeling::Understanding => (Line::Dotted, Mark::Triangle, Colour::Understanding),
    };
    let position = |(index, felt): (usize, &Feelings)| [x(index, points.len()), y(felt.get(feeling))];
    let positions: Vec<[f32; 2]> = points.iter().enumerate().map(position).collect();
    let marks = positions.iter().map(|&at| Shape::Mark { mark, at, size: 3.0, colour });
    let marks: Vec<Shape> = marks.collect();
    let width = if line == Line::Dotted { 2.25 } else { 1.75 };
    let mut shapes = vec![Shape::Path { points: positions, line, width, colour }];
    shapes.extend(marks);
    shapes
}

/// Each line's name at its end, moved apart where they would cover each other.
fn names(last: Feelings) -> Vec<Shape> {
    let mut names = Feeling::ALL.map(|feeling| (y(last.get(feeling)), feeling));
    names.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut free_from = TOP;
    let mut shapes = Vec::new();
    for (row, (y, of)) in (0u8..).zip(names) {
        let y = y.max(free_from).min(BOTTOM - f32::from(2 - row) * APART);
        free_from = y + APART;
        let colour = match of {
            Feeling::Agitation => Colour::Agitation,
            Feeling::Trust => Colour::Trust,
            Feeling::Understanding => Colour::Understanding,
        };
        let text = format!("{} {}", feeling(of), last.get(of));
        let at = [RIGHT + 4.0, y + 3.0];
        shapes.push(Shape::Text { text, at, anchor: Anchor::Start, size: LABEL, strong: true, colour });
    }
    shapes
}
