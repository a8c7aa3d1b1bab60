//! The means of scenarios over the months, as a picture: a line for each, since only months of the same scenario can be compared.

use std::collections::BTreeSet;

use crate::print::frame::{Frame, LABEL, Look};
use crate::print::{Anchor, Colour, Diagram, Line, Mark, Shape};
use crate::records::{Measure, Spread};

use super::words::title;
use super::{Group, GroupName, Month};

const WIDTH: f32 = 380.0;
const HEIGHT: f32 = 190.0;
/// Room for the longest name with its mark, in the widest font that a browser may take.
const NAMES: f32 = 140.0;
/// At most so many months are named.
const NAMED: usize = 5;
/// At most so many scenarios are drawn: more lines cannot be told apart.
const MOST: usize = 5;
/// A name that is longer than so many characters is cut.
const LONGEST: usize = 18;

/// How the lines are told apart.
const LOOKS: [(Line, Mark, Colour); MOST] = [
    (Line::Solid, Mark::Disc, Colour::Empathy),
    (Line::Dashed, Mark::Square, Colour::Clarity),
    (Line::Dotted, Mark::Triangle, Colour::DeEscalation),
    (Line::Dashed, Mark::Disc, Colour::Text),
    (Line::Dotted, Mark::Square, Colour::Quiet),
];

/// A scenario's means by month, as far as they are told.
struct Curve<'a> {
    group: &'a Group,
    look: Look,
    means: Vec<(Month, f64)>,
}

/// The means of the scenarios that most people met in two months or more, all dimensions together, with the mean that is wanted of
/// every dimension, if there is one; `None` where there is no such scenario.
pub(super) fn chart(groups: &[Group], target: Option<u8>) -> Option<Diagram> {
    let curves = curves(groups);
    let months: BTreeSet<Month> = curves.iter().flat_map(|curve| curve.means.iter().map(|(month, _)| *month)).collect();
    let (&first, &last) = (months.first()?, months.last()?);
    let months = from_to(first, last);
    let frame = Frame { width: WIDTH, height: HEIGHT, names: NAMES, steps: months.len() };
    let mut shapes = frame.grid(NAMED, |step| months.get(step).map_or_else(String::new, |month| month.short()));
    shapes.extend(target.map(|target| frame.level(target.into(), Line::Dashed, Colour::Quiet)));
    shapes.extend(curves.iter().flat_map(|curve| curve.shapes(frame, &months)));
    shapes.extend(names(frame, &curves, target));
    Some(Diagram {
        title: "Mean scores of first attempts, by scenario and month".to_owned(),
        description: described(&curves, target),
        width: WIDTH,
        height: HEIGHT,
        shapes,
    })
}

/// The scenarios to draw, in the order of the groups.
fn curves(groups: &[Group]) -> Vec<Curve<'_>> {
    let of_scenarios = groups.iter().filter(|group| matches!(group.name, GroupName::Scenario { .. }));
    let with_means = of_scenarios.map(|group| {
        let told =
            group.months.iter().filter_map(|(month, row)| Some((*month, overall(row.each_ref().map(|of| of.told()))?)));
        (group, told.collect::<Vec<(Month, f64)>>())
    });
    let mut comparable: Vec<(&Group, Vec<(Month, f64)>)> = with_means.filter(|(_, means)| means.len() > 1).collect();
    let attempts = |group: &Group| group.whole.iter().filter_map(|of| of.told()).map(|spread| spread.attempts).max();
    if comparable.len() > MOST {
        let mut most: Vec<Option<u64>> = comparable.iter().map(|(group, _)| attempts(group)).collect();
        most.sort_unstable_by(|one, other| other.cmp(one));
        let least = most.get(MOST - 1).copied().flatten();
        comparable.retain(|(group, _)| attempts(group) >= least);
    }
    let curve = |((group, means), (line, mark, colour))| {
        let look = Look { line, width: 1.6, mark, size: 2.8, colour };
        Curve { group, look, means }
    };
    comparable.into_iter().zip(LOOKS).map(curve).collect()
}

/// What is told of all dimensions together.
fn overall(row: [Option<&Spread>; 4]) -> Option<f64> {
    let of_measure = Measure::ALL.into_iter().zip(row).find(|(measure, _)| *measure == Measure::Overall);
    of_measure.and_then(|(_, spread)| Some(spread?.mean))
}

/// Every month between two, so that equal steps are equal times.
fn from_to(first: Month, last: Month) -> Vec<Month> {
    std::iter::successors(Some(first), |month| Some(month.next())).take_while(|month| *month <= last).collect()
}

impl Curve<'_> {
    /// A line through what is told.
    fn shapes(&self, frame: Frame, months: &[Month]) -> Vec<Shape> {
        let at = |(month, mean): &(Month, f64)| {
            let step = months.iter().position(|other| other == month)?;
            Some([frame.x(step), frame.y(single(*mean))])
        };
        self.look.through(self.means.iter().filter_map(at).collect())
    }

    fn last(&self) -> Option<f64> {
        self.means.last().map(|(_, mean)| *mean)
    }

    /// Short enough to stand beside the picture.
    fn name(&self) -> String {
        let title = title(&self.group.name);
        let kept: String = title.chars().take(LONGEST).collect();
        if kept.len() < title.len() { format!("{}\u{2026}", kept.trim_end()) } else { kept }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a mean is between 0 and 100")]
const fn single(mean: f64) -> f32 {
    mean as f32
}

/// Right of the lines their names, each with its mark and the last mean.
fn names(frame: Frame, curves: &[Curve<'_>], target: Option<u8>) -> Vec<Shape> {
    let of_curves = curves.iter().filter_map(|curve| Some((frame.y(single(curve.last()?)), Some(curve))));
    let of_target = target.map(|target| (frame.y(target.into()), None));
    let placed = frame.apart(of_curves.chain(of_target).collect());
    let left = frame.right() + 4.0;
    let name = |(y, of): (f32, Option<&Curve<'_>>)| {
        let (key, text) = if let Some(curve) = of {
            let Look { mark, size, colour, .. } = curve.look;
            let text = format!("{} {:.0}", curve.name(), curve.last().unwrap_or_default());
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

/// The same in words, for who cannot see it; a table in the appendix has every figure.
fn described(curves: &[Curve<'_>], target: Option<u8>) -> String {
    let each = curves.iter().map(|curve| {
        let means: Vec<String> = curve.means.iter().map(|(month, mean)| format!("{mean:.1} in {month}")).collect();
        format!("{}: {}", title(&curve.group.name), means.join(", "))
    });
    let each: Vec<String> = each.collect();
    let target = target.map_or_else(String::new, |target| format!(" The target is {target}."));
    format!("Means of all dimensions together. {}.{target}", each.join("; "))
}
