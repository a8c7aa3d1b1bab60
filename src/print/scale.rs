//! A scale from 0 to 100 as a picture: the range over all roads, the score, and the self-rating.

use crate::debrief::page::Scale;
use crate::rubric::Dimension;

use super::{Anchor, Colour, Diagram, Line, Mark, Shape};

const WIDTH: f32 = 460.0;
const HEIGHT: f32 = 44.0;
/// The distance of the scale from the edges.
const INSET: f32 = 14.0;
/// The height of the scale's line, from the top.
const LINE: f32 = 22.0;

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
    for tick in [0, 50, 100] {
        shapes.push(upright(x(tick), LINE - 4.0, LINE + 4.0, 1.0, Colour::Quiet));
        shapes.push(label(tick.to_string(), [x(tick), HEIGHT - 5.0], Colour::Quiet, false));
    }
    if let (Some(worst), Some(best)) = (score.worst, score.best) {
        shapes.push(line(worst, best, 3.0, colour));
    }
    if let Some(own) = scale.own {
        shapes.push(Shape::Mark { mark: Mark::Diamond, at: [x(own), LINE], size: 5.0, colour: Colour::Text });
    }
    shapes.push(upright(x(score.score), LINE - 9.0, LINE + 5.0, 2.5, Colour::Text));
    shapes.push(label(score.score.to_string(), [x(score.score), LINE - 12.0], Colour::Text, true));
    Diagram {
        title: scale.title.clone(),
        description: scale.description.clone(),
        captioned: false,
        width: WIDTH,
        height: HEIGHT,
        shapes,
    }
}

fn x(value: u8) -> f32 {
    INSET + (WIDTH - 2.0 * INSET) * f32::from(value) / 100.0
}

fn upright(x: f32, top: f32, bottom: f32, width: f32, colour: Colour) -> Shape {
    Shape::Path { points: vec![[x, top], [x, bottom]], line: Line::Solid, width, colour }
}

fn label(text: String, at: [f32; 2], colour: Colour, strong: bool) -> Shape {
    Shape::Text { text, at, anchor: Anchor::Middle, size: 9.0, strong, colour }
}

const fn colour(dimension: Dimension) -> Colour {
    match dimension {
        Dimension::Empathy => Colour::Empathy,
        Dimension::Clarity => Colour::Clarity,
        Dimension::DeEscalation => Colour::DeEscalation,
    }
}
