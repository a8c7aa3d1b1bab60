//! A scale from 0 to 100 as a picture: the score, the self-rating, and where others come to.

use crate::debrief::page::{MarkMeasures, MarkPlace, Scale, ScaleMark};
use crate::rubric::Dimension;

use super::{Anchor, Colour, Diagram, Line, Mark, Shape};

const WIDTH: f32 = 340.0;
/// The height without marks.
const HEIGHT: f32 = 27.0;
/// The distance of the scale from the edges, where its first and last number stand.
const INSET: f32 = 24.0;
/// The height of the scale's line, from the top.
const LINE: f32 = 19.0;
/// The height of a row of marks.
const ROW: f32 = 11.5;
/// Half the width of a mark.
const MARK: f32 = 4.0;
/// The distance between a mark and its label.
const GAP: f32 = 3.0;
/// The distance of the first and the last number from the line's ends.
const END: f32 = 6.0;
/// The size of a mark's label.
const LABEL: f32 = 9.0;

/// Draws a score on its scale.
pub(super) fn scale(dimension: Dimension, scale: &Scale) -> Diagram {
    let score = scale.score;
    let colour = colour(dimension);
    let line = |from: u8, to: u8, width, colour| Shape::Path {
        points: vec![[x(from), LINE], [x(to), LINE]],
        line: Line::Solid,
        width,
        colour,
    };
    let mut shapes = vec![line(0, 100, 1.0, Colour::Quiet)];
    shapes.extend([0, 50, 100].map(|tick| upright(x(tick), LINE - 4.0, LINE + 4.0, 1.0, Colour::Quiet)));
    for (end, beside, anchor) in [(0, -END, Anchor::End), (100, END, Anchor::Start)] {
        shapes.push(label(end.to_string(), [x(end) + beside, LINE + 0.36 * LABEL], anchor, Colour::Quiet, false));
    }
    shapes.push(line(0, score, 3.0, colour));
    if let Some(own) = scale.own {
        shapes.push(Shape::Mark { mark: Mark::Diamond, at: [x(own), LINE], size: 5.0, colour: Colour::Text });
    }
    shapes.push(upright(x(score), LINE - 9.0, LINE + 5.0, 2.5, Colour::Text));
    shapes.push(label(score.to_string(), [x(score), LINE - 11.5], Anchor::Middle, Colour::Text, true));
    let places = places(&scale.marks);
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(0);
    shapes.extend(scale.marks.iter().zip(&places).flat_map(|(mark, place)| self::mark(mark, *place)));
    Diagram {
        title: scale.title.clone(),
        description: scale.description.clone(),
        width: WIDTH,
        height: row(rows) - ROW / 2.0,
        shapes,
    }
}

fn places(marks: &[ScaleMark]) -> Vec<MarkPlace> {
    let measures = MarkMeasures { half: MARK, gap: GAP, right: WIDTH };
    let marks: Vec<(f32, f32)> = marks.iter().map(|mark| (x(mark.value), width(&mark.label))).collect();
    measures.places(&marks)
}

/// About the width of a label, and no less than it is in the fonts of a page.
#[allow(clippy::cast_precision_loss, reason = "a label is short")]
fn width(label: &str) -> f32 {
    label.chars().count() as f32 * LABEL * 0.6
}

/// The middle of a row of marks.
#[allow(clippy::cast_precision_loss, reason = "there are four marks")]
fn row(row: usize) -> f32 {
    HEIGHT + ROW / 2.0 + row as f32 * ROW
}

/// A mark below the scale that points up to its place on it, with its label beside it.
fn mark(mark: &ScaleMark, place: MarkPlace) -> [Shape; 2] {
    let (at, y) = (x(mark.value), row(place.row));
    let (anchor, beside) = if place.label_left { (Anchor::End, -MARK - GAP) } else { (Anchor::Start, MARK + GAP) };
    let text = label(mark.label.clone(), [at + beside, y + 0.36 * LABEL], anchor, Colour::Text, false);
    [Shape::Mark { mark: Mark::Triangle, at: [at, y], size: MARK / 1.2, colour: Colour::Quiet }, text]
}

fn x(value: u8) -> f32 {
    INSET + (WIDTH - 2.0 * INSET) * f32::from(value) / 100.0
}

fn upright(x: f32, top: f32, bottom: f32, width: f32, colour: Colour) -> Shape {
    Shape::Path { points: vec![[x, top], [x, bottom]], line: Line::Solid, width, colour }
}

fn label(text: String, at: [f32; 2], anchor: Anchor, colour: Colour, strong: bool) -> Shape {
    Shape::Text { text, at, anchor, size: LABEL, strong, colour }
}

const fn colour(dimension: Dimension) -> Colour {
    match dimension {
        Dimension::Empathy => Colour::Empathy,
        Dimension::Clarity => Colour::Clarity,
        Dimension::DeEscalation => Colour::DeEscalation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: [u8; 4]) -> Diagram {
        let labels = ["random", "stranger", "developing", "expert"];
        let marks =
            labels.iter().zip(values).map(|(who, value)| ScaleMark { who, label: format!("{who} {value}"), value });
        let scale = Scale {
            title: "Empathy".to_owned(),
            description: "Empathy.".to_owned(),
            score: 62,
            own: None,
            marks: marks.collect(),
        };
        self::scale(Dimension::Empathy, &scale)
    }

    #[test]
    fn marks_and_labels_stay_apart_and_within_the_picture() {
        for values in [[34, 52, 61, 88], [50; 4], [0; 4], [100; 4], [99, 100, 98, 97], [48, 49, 50, 51]] {
            let diagram = drawn(values);
            let boxes = diagram.shapes.iter().filter_map(|shape| match shape {
                Shape::Mark { at: [x, y], .. } => Some([x - MARK, y - ROW / 2.0, x + MARK, y + ROW / 2.0]),
                Shape::Text { text, at: [x, y], anchor, .. } if text.contains(' ') => {
                    let (left, right) =
                        if *anchor == Anchor::End { (x - width(text), *x) } else { (*x, x + width(text)) };
                    let middle = y - 0.36 * LABEL;
                    Some([left, middle - ROW / 2.0, right, middle + ROW / 2.0])
                }
                _ => None,
            });
            let boxes: Vec<[f32; 4]> = boxes.collect();
            assert_eq!(boxes.len(), 8, "{values:?}");
            for (index, [left, top, right, bottom]) in boxes.iter().enumerate() {
                assert!(*left >= 0.0 && *right <= WIDTH && *bottom <= diagram.height + 0.01, "{values:?}");
                assert!(*top >= HEIGHT, "the numbers of the scale stay free: {values:?}");
                for [from, above, to, below] in &boxes[index + 1..] {
                    let apart = right <= from || to <= left || *bottom <= above + 0.01 || *below <= top + 0.01;
                    assert!(apart, "{values:?}");
                }
            }
        }
    }
}
