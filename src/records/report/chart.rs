//! The means of the dimensions over the months, as a picture.

use crate::print::{Anchor, Colour, Diagram, Line, Mark, Shape};
use crate::records::Measure;
use crate::rubric::Dimension;

use super::Group;
use super::words::{mean, shown};

const WIDTH: f32 = 499.0;
const HEIGHT: f32 = 180.0;
/// The area of the lines, in points.
const LEFT: f32 = 26.0;
const TOP: f32 = 10.0;
/// Right of it there is room for the longest name.
const RIGHT: f32 = WIDTH - 100.0;
const BOTTOM: f32 = HEIGHT - 24.0;
const LABEL: f32 = 9.0;
/// The least distance between labels.
const APART: f32 = 12.0;

/// The means of a group by month; `None` where fewer than two months are there to compare.
pub(super) fn chart(group: &Group) -> Option<Diagram> {
    if group.months.len() < 2 {
        return None;
    }
    let curves = Dimension::ALL.map(|dimension| Curve::of(group, dimension));
    let mut shapes = grid(group);
    shapes.extend(curves.iter().flat_map(Curve::shapes));
    shapes.extend(names(&curves));
    Some(Diagram {
        title: "Mean scores by month".to_owned(),
        description: described(group),
        width: WIDTH,
        height: HEIGHT,
        shapes,
    })
}

/// A dimension's means: a place for each month, with its mean as far as it is told.
struct Curve {
    dimension: Dimension,
    points: Vec<Option<[f32; 2]>>,
}

impl Curve {
    fn of(group: &Group, dimension: Dimension) -> Self {
        let count = group.months.len();
        let points = group.months.iter().enumerate().map(|(index, (_, row))| {
            let of_measure = Measure::ALL.into_iter().zip(row).find(|(measure, _)| *measure == Measure::On(dimension));
            of_measure.and_then(|(_, spread)| Some([x(index, count), y(spread.told()?.mean)]))
        });
        Self { dimension, points: points.collect() }
    }

    /// A line style and a form of mark of its own; where a mean is not told the line is broken.
    fn shapes(&self) -> Vec<Shape> {
        let (line, mark, colour) = match self.dimension {
            Dimension::Empathy => (Line::Solid, Mark::Disc, Colour::Empathy),
            Dimension::Clarity => (Line::Dashed, Mark::Square, Colour::Clarity),
            Dimension::DeEscalation => (Line::Dotted, Mark::Triangle, Colour::DeEscalation),
        };
        let unbroken =
            self.points.split(Option::is_none).map(|part| part.iter().flatten().copied().collect::<Vec<_>>());
        let lines = unbroken.filter(|points| points.len() > 1);
        let lines = lines.map(|points| Shape::Path { points, line, width: 1.9, colour });
        let marks = self.points.iter().flatten().map(|&at| Shape::Mark { mark, at, size: 3.2, colour });
        lines.chain(marks).collect()
    }
}

#[allow(clippy::cast_precision_loss, reason = "there are far fewer than 2^23 months")]
fn x(index: usize, count: usize) -> f32 {
    LEFT + (index as f32 + 0.5) / count as f32 * (RIGHT - LEFT)
}

#[allow(clippy::cast_possible_truncation, reason = "a mean is between 0 and 100")]
fn y(mean: f64) -> f32 {
    BOTTOM - mean as f32 / 100.0 * (BOTTOM - TOP)
}

fn grid(group: &Group) -> Vec<Shape> {
    let label =
        |text: String, at, anchor| Shape::Text { text, at, anchor, size: LABEL, strong: false, colour: Colour::Quiet };
    let mut shapes = Vec::new();
    for value in [0.0, 50.0, 100.0] {
        let points = vec![[LEFT, y(value)], [RIGHT, y(value)]];
        shapes.push(Shape::Path { points, line: Line::Solid, width: 0.75, colour: Colour::Hairline });
        shapes.push(label(format!("{value:.0}"), [LEFT - 5.0, y(value) + 3.0], Anchor::End));
    }
    let count = group.months.len();
    let every = count.div_ceil(8);
    for (index, (month, _)) in group.months.iter().enumerate().filter(|(index, _)| index % every == 0) {
        shapes.push(label(month.to_string(), [x(index, count), HEIGHT - 8.0], Anchor::Middle));
    }
    shapes
}

/// Each line's name beside its last mark, moved apart where they would cover each other.
fn names(curves: &[Curve; 3]) -> Vec<Shape> {
    let mut last: Vec<(f32, Dimension)> =
        curves.iter().filter_map(|curve| Some((curve.points.iter().flatten().last()?[1], curve.dimension))).collect();
    last.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut free_from = TOP;
    let mut left = last.len();
    let mut shapes = Vec::new();
    for (y, dimension) in last {
        left -= 1;
        let below = (0..left).fold(0.0, |sum, _| sum + APART);
        let y = y.max(free_from).min(BOTTOM - below);
        free_from = y + APART;
        let (text, at) = (dimension.label().to_owned(), [RIGHT + 4.0, y + 3.0]);
        shapes.push(Shape::Text { text, at, anchor: Anchor::Start, size: LABEL, strong: true, colour: Colour::Text });
    }
    shapes
}

/// The same in words, for who cannot see it; the table below has every figure.
fn described(group: &Group) -> String {
    let (Some((first, from)), Some((last, to))) = (group.months.first(), group.months.last()) else {
        return String::new();
    };
    let each = Measure::ALL.into_iter().zip(from.iter().zip(to)).filter(|(measure, _)| *measure != Measure::Overall);
    let each = each
        .map(|(measure, (from, to))| format!("{}: {}, then {}", measure.label(), shown(from, mean), shown(to, mean)));
    let each: Vec<String> = each.collect();
    format!("Means in {first}, then in {last}. {}. The table has every month.", each.join("; "))
}
