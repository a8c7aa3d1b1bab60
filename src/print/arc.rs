//! The three feelings over the turns, as a picture.

use crate::debrief::page::Course;
use crate::debrief::terms::feeling;
use crate::rubric::{Feeling, Feelings};

use super::frame::{Frame, LABEL, Look};
use super::{Anchor, Colour, Diagram, Line, Mark, Shape};

const WIDTH: f32 = 499.0;
const HEIGHT: f32 = 132.0;
/// Room for the longest name, in the widest font that a browser may take.
const NAMES: f32 = 108.0;
/// At most so many turns are numbered.
const NUMBERED: usize = 24;

pub(super) fn arc(course: &Course) -> Diagram {
    let points: Vec<Feelings> =
        std::iter::once(course.start).chain(course.turns.iter().map(|turn| turn.felt)).collect();
    let frame = Frame { width: WIDTH, height: HEIGHT, names: NAMES, steps: points.len() };
    let mut shapes = frame.grid(NUMBERED, |turn| if turn == 0 { "start".to_owned() } else { turn.to_string() });
    for feeling in Feeling::ALL {
        let at = |(turn, felt): (usize, &Feelings)| [frame.x(turn), frame.y(felt.get(feeling).into())];
        shapes.extend(look(feeling).through(points.iter().enumerate().map(at).collect()));
    }
    shapes.extend(points.last().into_iter().flat_map(|last| names(frame, *last)));
    Diagram {
        title: course.title.clone(),
        description: course.description.clone(),
        width: WIDTH,
        height: HEIGHT,
        shapes,
    }
}

/// Each feeling has a line style and a form of mark of its own.
const fn look(feeling: Feeling) -> Look {
    let (line, width, mark, colour) = match feeling {
        Feeling::Agitation => (Line::Solid, 1.75, Mark::Disc, Colour::Agitation),
        Feeling::Trust => (Line::Dashed, 1.75, Mark::Square, Colour::Trust),
        Feeling::Understanding => (Line::Dotted, 2.25, Mark::Triangle, Colour::Understanding),
    };
    Look { line, width, mark, size: 3.0, colour }
}

/// Each line's name at its end.
fn names(frame: Frame, last: Feelings) -> Vec<Shape> {
    let names = Feeling::ALL.map(|feeling| (frame.y(last.get(feeling).into()), feeling));
    let text = |(y, of): (f32, Feeling)| Shape::Text {
        text: format!("{} {}", feeling(of), last.get(of)),
        at: [frame.right() + 4.0, y + 3.0],
        anchor: Anchor::Start,
        size: LABEL,
        strong: true,
        colour: look(of).colour,
    };
    frame.apart(names.into()).into_iter().map(text).collect()
}
