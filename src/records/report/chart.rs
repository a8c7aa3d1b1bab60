//! The means of the dimensions over the months, as a picture.

use crate::print::frame::{Frame, LABEL, Look};
use crate::print::{Anchor, Colour, Diagram, Line, Mark, Shape};
use crate::records::Measure;
use crate::rubric::Dimension;

use super::Group;
use super::words::{mean, shown};

const WIDTH: f32 = 380.0;
const HEIGHT: f32 = 170.0;
/// Room for the longest name with its mark, in the widest font that a browser may take.
const NAMES: f32 = 112.0;
/// At most so many months are named.
const NAMED: usize = 6;

/// The means of a group by month, with the mean that is wanted of every dimension, if there is one; `None` where fewer than
/// two months are there to compare.
pub(super) fn chart(group: &Group, target: Option<u8>) -> Option<Diagram> {
    if group.months.len() < 2 {
        return None;
    }
    let frame = Frame { width: WIDTH, height: HEIGHT, names: NAMES, steps: group.months.len() };
    let curves = Dimension::ALL.map(|dimension| Curve::of(group, dimension));
    let mut shapes =
        frame.grid(NAMED, |step| group.months.get(step).map_or_else(String::new, |(month, _)| month.short()));
    shapes.extend(target.map(|target| frame.level(target.into(), Line::Dashed, Colour::Quiet)));
    shapes.extend(curves.iter().flat_map(|curve| curve.shapes(frame)));
    shapes.extend(names(frame, &curves, target));
    Some(Diagram {
        title: "Mean scores of first attempts, by month".to_owned(),
        description: described(group, target),
        width: WIDTH,
        height: HEIGHT,
        shapes,
    })
}

/// A dimension's means by month, as far as they are told.
struct Curve {
    dimension: Dimension,
    means: Vec<Option<f32>>,
}

impl Curve {
    #[allow(clippy::cast_possible_truncation, reason = "a mean is between 0 and 100")]
    fn of(group: &Group, dimension: Dimension) -> Self {
        let means = group.months.iter().map(|(_, row)| {
            let of_measure = Measure::ALL.into_iter().zip(row).find(|(measure, _)| *measure == Measure::On(dimension));
            of_measure.and_then(|(_, spread)| Some(spread.told()?.mean as f32))
        });
        Self { dimension, means: means.collect() }
    }

    /// The mean of the last month that is told of.
    fn last(&self) -> Option<f32> {
        self.means.iter().flatten().last().copied()
    }

    const fn look(&self) -> Look {
        let (line, mark, colour) = match self.dimension {
            Dimension::Empathy => (Line::Solid, Mark::Disc, Colour::Empathy),
            Dimension::Clarity => (Line::Dashed, Mark::Square, Colour::Clarity),
            Dimension::DeEscalation => (Line::Dotted, Mark::Triangle, Colour::DeEscalation),
        };
        Look { line, width: 1.6, mark, size: 2.8, colour }
    }

    /// A line, which is broken where a mean is not told.
    fn shapes(&self, frame: Frame) -> Vec<Shape> {
        let points: Vec<Option<[f32; 2]>> =
            self.means.iter().enumerate().map(|(step, mean)| Some([frame.x(step), frame.y((*mean)?)])).collect();
        let unbroken = points.split(Option::is_none).map(|part| part.iter().flatten().copied().collect::<Vec<_>>());
        unbroken.filter(|points| !points.is_empty()).flat_map(|points| self.look().through(points)).collect()
    }
}

/// Right of the lines their names, each with its mark and the last mean.
fn names(frame: Frame, curves: &[Curve; 3], target: Option<u8>) -> Vec<Shape> {
    let of_curves = curves.iter().filter_map(|curve| Some((frame.y(curve.last()?), Some(curve))));
    let of_target = target.map(|target| (frame.y(target.into()), None));
    let placed = frame.apart(of_curves.chain(of_target).collect());
    let left = frame.right() + 4.0;
    let name = |(y, of): (f32, Option<&Curve>)| {
        let (key, text) = if let Some(curve) = of {
            let Look { mark, size, colour, .. } = curve.look();
            let text = format!("{} {:.0}", curve.dimension.label(), curve.last().unwrap_or_default());
            (Shape::Mark { mark, at: [left + 4.0, y], size, colour }, text)
        } else {
            let points = vec![[left, y], [left + 9.0, y]];
            let key = Shape::Path { points, line: Line::Dashed, width: 0.75, colour: Colour::Quiet };
            (key, format!("Target {}", target.unwrap_or_default()))
        };
        let at = [left + 12.0, y + 3.0];
        let strong = of.is_some();
        [key, Shape::Text { text, at, anchor: Anchor::Start, size: LABEL, strong, colour: Colour::Text }]
    };
    placed.into_iter().flat_map(name).collect()
}

/// The same in words, for who cannot see it; the table below has every figure.
fn described(group: &Group, target: Option<u8>) -> String {
    let (Some((first, from)), Some((last, to))) = (group.months.first(), group.months.last()) else {
        return String::new();
    };
    let each = Measure::ALL.into_iter().zip(from.iter().zip(to)).filter(|(measure, _)| *measure != Measure::Overall);
    let each = each
        .map(|(measure, (from, to))| format!("{}: {}, then {}", measure.label(), shown(from, mean), shown(to, mean)));
    let each: Vec<String> = each.collect();
    let target = target.map_or_else(String::new, |target| format!(" The target is {target}."));
    format!("Means in {first}, then in {last}. {}.{target} The table has every month.", each.join("; "))
}
