//! What happened: the three feelings over the turns, as a picture, in words and in numbers.

use crate::debrief::describe_arc;
use crate::debrief::terms::{done_and_said, feeling};
use crate::scenario::{Feeling, Feelings};

use super::{Anchor, Block, Colour, Column, Depth, Kept, Line, Mark, Picture, Shape, Table};

const WIDTH: f32 = 483.0;
const HEIGHT: f32 = 210.0;
/// Where the lines are drawn: left, top, right, bottom.
const LEFT: f32 = 26.0;
const TOP: f32 = 10.0;
const RIGHT: f32 = WIDTH - 86.0;
const BOTTOM: f32 = HEIGHT - 22.0;
/// The size of labels.
const LABEL: f32 = 9.0;
/// How far labels are apart at least.
const APART: f32 = 12.0;

/// The arc and every turn.
pub(super) fn what_happened(kept: &Kept<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(Depth::Two, "What happened".to_owned())];
    if kept.debrief.turns.is_empty() {
        blocks.push(Block::text("No turn was played, so there is nothing to look back on. That is all right."));
        return blocks;
    }
    blocks.push(Block::Picture(arc(kept)));
    blocks.push(Block::Table(numbers(kept)));
    blocks
}

/// Every turn: what was done, and how the patient felt afterwards.
fn numbers(kept: &Kept<'_>) -> Table {
    let mut columns = vec![Column::text("Turn", 4), Column::text("What you did", 24)];
    columns.extend(Feeling::ALL.map(|one| Column::numbers(feeling(one), if one == Feeling::Trust { 5 } else { 9 })));
    let start = kept.debrief.turns.first().map(|turn| row("Start", String::new(), turn.before.feelings));
    let turns = kept.debrief.turns.iter().enumerate().map(|(index, turn)| {
        let said = done_and_said(turn.act.as_deref(), turn.say.as_deref());
        let late = if turn.late { " (time was up)" } else { "" };
        row(&(index + 1).to_string(), format!("{said}{late}"), turn.after.feelings)
    });
    Table {
        caption: format!("Turn by turn: what you did, and how {} felt afterwards, from 0 to 100", kept.patient()),
        columns,
        rows: start.into_iter().chain(turns).collect(),
    }
}

fn row(turn: &str, said: String, felt: Feelings) -> Vec<String> {
    let mut row = vec![turn.to_owned(), said];
    row.extend(Feeling::ALL.map(|feeling| felt.get(feeling).to_string()));
    row
}

/// Draws the arc.
fn arc(kept: &Kept<'_>) -> Picture {
    let turns = &kept.debrief.turns;
    let start = turns.first().map(|turn| turn.before.feelings);
    let points: Vec<Feelings> = start.into_iter().chain(turns.iter().map(|turn| turn.after.feelings)).collect();
    let mut shapes = grid(points.len());
    for feeling in Feeling::ALL {
        shapes.extend(curve(&points, feeling));
    }
    shapes.extend(points.last().into_iter().flat_map(|last| names(*last)));
    Picture {
        title: format!("How {} felt, turn by turn", kept.patient()),
        description: describe_arc(kept.debrief),
        told: true,
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

/// A line of its own kind with marks of its own form.
fn curve(points: &[Feelings], feeling: Feeling) -> Vec<Shape> {
    let (line, mark, colour) = match feeling {
        Feeling::Agitation => (Line::Solid, Mark::Disc, Colour::Agitation),
        Feeling::Trust => (Line::Dashed, Mark::Square, Colour::Trust),
        Feeling::Understanding => (Line::Dotted, Mark::Triangle, Colour::Understanding),
    };
    let place = |(index, felt): (usize, &Feelings)| [x(index, points.len()), y(felt.get(feeling))];
    let places: Vec<[f32; 2]> = points.iter().enumerate().map(place).collect();
    let marks = places.iter().map(|&at| Shape::Mark { mark, at, size: 3.0, colour });
    let marks: Vec<Shape> = marks.collect();
    let width = if line == Line::Dotted { 2.25 } else { 1.75 };
    let mut shapes = vec![Shape::Path { points: places, line, width, colour }];
    shapes.extend(marks);
    shapes
}

/// Each line's name at its end, moved apart where they would cover each other.
fn names(last: Feelings) -> Vec<Shape> {
    let mut names = Feeling::ALL.map(|feeling| (y(last.get(feeling)), feeling));
    names.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut free_from = TOP;
    let mut shapes = Vec::new();
    for (place, (y, of)) in (0u8..).zip(names) {
        let y = y.max(free_from).min(BOTTOM - f32::from(2 - place) * APART);
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
