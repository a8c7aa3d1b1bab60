//! What others come to in the same scenarios, on the page of a report.

use crate::debrief::{Mark, Marks, Scores};
use crate::print::{Column, Element, Table};
use crate::records::Measure;
use crate::records::people::Shown;
use crate::rubric::Dimension;

use super::super::words::{NOTHING, mean, shown};
use super::super::{Group, GroupName, Report, ScenarioTold};

/// Who the others are.
pub(super) const WHO: &str = "These are not people but ways to choose, played many times by the program: guessing takes any option; by looks \
                   takes them by what can be seen without reading them well, the longest for example, in the way that does best \
                   here; a learner and an expert take better ones, and not always the best.";

fn columns(first: &str) -> Vec<Column> {
    let heads = ["People", "Guessing", "By looks", "Learner", "Expert"];
    [Column::text(first, 5)].into_iter().chain(heads.map(|head| Column::numbers(head, 3))).collect()
}

/// The cells of a row: the people's mean, then the four marks.
fn cells(first: String, people: String, marks: &Marks, of: impl Fn(&Mark) -> Option<u8>) -> Vec<String> {
    let mark = |mark: &Mark| of(mark).map_or_else(|| NOTHING.to_owned(), |score| score.to_string());
    [first, people].into_iter().chain(marks.each().map(|(_, of)| mark(of))).collect()
}

fn overall(mark: &Mark) -> Option<u8> {
    let Mark { empathy, clarity, de_escalation, .. } = *mark;
    Measure::Overall.of(&Scores { empathy, clarity, de_escalation })
}

fn group<'a>(report: &'a Report, scenario: &ScenarioTold) -> Option<&'a Group> {
    report.groups.iter().find(|group| matches!(&group.name, GroupName::Scenario { hash, .. } if *hash == scenario.hash))
}

/// What people come to on a measure in a scenario.
fn people(group: &Group, measure: Measure) -> String {
    let of_measure = Measure::ALL.into_iter().zip(&group.whole).find(|(of, _)| *of == measure);
    of_measure.map_or_else(|| NOTHING.to_owned(), |(_, spread)| shown(spread, mean))
}

/// The scenarios with figures, those first of which it is known what others come to.
fn played(report: &Report) -> [Vec<(&ScenarioTold, &Group)>; 2] {
    let played = report.scenarios.iter().filter_map(|scenario| Some((scenario, group(report, scenario)?)));
    let (known, unknown) = played
        .filter(|(_, group)| group.whole.iter().any(|spread| matches!(spread, Shown::Told(_))))
        .partition(|(scenario, _)| scenario.marks.is_some());
    [known, unknown]
}

/// Every scenario in a row, all dimensions together.
pub(super) fn table(report: &Report) -> Table {
    let [known, _] = played(report);
    let rows = known.iter().filter_map(|(scenario, group)| {
        Some(cells(scenario.label(), people(group, Measure::Overall), scenario.marks.as_ref()?, overall))
    });
    Table {
        caption: "Mean scores of people beside those of others in the same scenario, all dimensions together"
            .to_owned(),
        columns: columns("Scenario"),
        rows: rows.collect(),
    }
}

/// The scenarios that have no row.
pub(super) fn unknown(report: &Report) -> Option<Element> {
    let [_, unknown] = played(report);
    let names: Vec<String> = unknown.iter().map(|(scenario, _)| scenario.label()).collect();
    let told = format!(
        "It is not known what others come to in these scenarios, whose text as it was played is not at hand where this page was \
         made: {}.",
        names.join(", ")
    );
    (!names.is_empty()).then(|| Element::plain(told))
}

/// A scenario by dimension.
pub(super) fn of_scenario(report: &Report, scenario: &ScenarioTold) -> Option<Element> {
    let (marks, group) = (scenario.marks.as_ref()?, group(report, scenario)?);
    let rows = Dimension::ALL.map(|dimension| {
        let people = people(group, Measure::On(dimension));
        cells(dimension.label().to_owned(), people, marks, |mark| mark.get(dimension))
    });
    Some(Element::Table(Table {
        caption: "Mean scores of people beside those of others".to_owned(),
        columns: columns("Dimension"),
        rows: rows.into(),
    }))
}
