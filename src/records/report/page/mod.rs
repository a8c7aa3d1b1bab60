//! A report as a page: the sentence and the picture first, then tables, then what one looks up.

use crate::print::{
    AppendixPart, Column, Depth, Diagram, Element, PrintDocument, Run, RunKind, Table, write_document_html,
};
use crate::records::people::Shown;
use crate::records::{Measure, Spread};
use crate::rubric::Dimension;

use super::chart::chart;
use super::words::{self, HOW_MADE, LATER, mean, normalised, of_gap, quartiles, shown, signed};
use super::{Gain, Group, GroupName, Report};

mod decisions;
mod items;
mod shares;

/// Writes a report as a self-contained page of HTML: no script, nothing from outside, for screens and for paper. The same
/// report gives the same bytes.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = "What training came to".to_owned();
    let mut elements = vec![Element::Heading(Depth::One, title.clone()), Element::Lead(report.first.clone())];
    let mut appendix = Vec::new();
    if report.covers.people.told().is_some() {
        elements.extend(picture(report));
        elements.extend(words::covers(&report.covers).into_iter().map(Element::plain));
        elements.extend(gaps(report));
        elements.extend(over_time(report));
        elements.extend(strategies(report));
        elements.extend(gains(report));
        elements.extend(shares::indicators(report));
        elements.extend(shares::moments(report));
        elements.extend(shares::survey(report));
        elements.extend(items::findings(report));
        elements.extend(how_made());
        appendix = vec![quartiles_of_scenarios(report), strategies_by_month(report), shares::by_month(report)];
    } else {
        elements.push(Element::plain(LATER));
    }
    appendix.extend(report.scenarios.iter().map(items::scenario));
    write_document_html(&PrintDocument {
        title,
        about: report.first.clone(),
        elements,
        appendix: appendix.into_iter().filter(|part| !part.elements.is_empty()).collect(),
        footer: "Made by Bedside, for practice: it says how a programme goes, and never ranks anybody.".to_owned(),
    })
}

fn heading(text: &str) -> Element {
    Element::Heading(Depth::Two, text.to_owned())
}

/// A table under a heading and what its figures are; nothing where it has no row.
fn section(head: &str, what: &str, table: Table) -> Vec<Element> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![heading(head), Element::plain(what), Element::Table(table)]
}

fn everyone(report: &Report) -> Option<&Group> {
    report.groups.iter().find(|group| group.name == GroupName::Everyone)
}

/// The means of everyone by month, with a title that is to be seen.
fn picture(report: &Report) -> Vec<Element> {
    let diagram = everyone(report).and_then(|group| chart(group, target(report)));
    let of = |diagram: Diagram| {
        let title = Run { kind: RunKind::Strong, text: diagram.title.clone() };
        vec![Element::Text(vec![title]), Element::Diagram(diagram)]
    };
    diagram.map(of).unwrap_or_default()
}

/// The mean that is wanted of every dimension; `None` where they differ, or none is.
fn target(report: &Report) -> Option<u8> {
    let of = |dimension: Dimension| {
        let gap = report.gaps.iter().find(|gap| gap.strategy.is_none() && gap.measure == Measure::On(dimension));
        gap.map(|gap| gap.target)
    };
    let [first, others @ ..] = Dimension::ALL.map(of);
    first.filter(|_| others.iter().all(|other| *other == first))
}

fn gaps(report: &Report) -> Vec<Element> {
    let rows = report.gaps.iter().map(|gap| {
        let left = if gap.gap > 0.0 { format!("{:.1} points", gap.gap) } else { "reached".to_owned() };
        vec![crate::sentence::capitalised(&of_gap(gap)), format!("{:.1}", gap.mean), gap.target.to_string(), left]
    });
    let table = Table {
        caption: "Means beside their targets, the furthest below first".to_owned(),
        columns: vec![
            Column::text("What", 4),
            Column::numbers("Mean", 2),
            Column::numbers("Target", 2),
            Column::numbers("Still to go", 3),
        ],
        rows: rows.collect(),
    };
    section("Where to go", "A target is the mean that whoever asked for this report wants to see.", table)
}

/// The columns of a table of measures, after the first. A soft hyphen says where a long name may break on a narrow screen.
fn by_measure(first: &str) -> Vec<Column> {
    let head =
        |measure: Measure| measure.label().replace("escalation", "esca\u{ad}lation").replace("path", "\u{ad}path");
    let measures = Measure::ALL.into_iter().map(|measure| Column::numbers(head(measure), 3));
    [Column::text(first, 3)].into_iter().chain(measures).collect()
}

fn row(first: impl Into<String>, spreads: &[Shown<Spread>; 4], cell: impl Fn(&Spread) -> String) -> Vec<String> {
    [first.into()].into_iter().chain(spreads.iter().map(|spread| shown(spread, &cell))).collect()
}

fn over_time(report: &Report) -> Vec<Element> {
    let Some(everyone) = everyone(report) else { return Vec::new() };
    let whole = &everyone.whole;
    let mut rows: Vec<Vec<String>> =
        everyone.months.iter().map(|(month, spreads)| row(month.short(), spreads, mean)).collect();
    rows.push(row("All months", whole, mean));
    rows.push(row("Standard deviation", whole, |spread| format!("{:.1}", spread.sd)));
    let quarters = [("A quarter at or below", 0), ("Half at or below", 1), ("Three quarters at or below", 2)];
    rows.extend(quarters.map(|(name, which)| row(name, whole, |spread| spread.quartiles[which].to_string())));
    let what = "Means of the first attempts that ended in each month. The rows below the months are about all of them \
                together: the standard deviation says how far attempts lie apart (about two of three are no further from the \
                mean), and the last three rows which scores a quarter, half and three quarters of them do not exceed.";
    let caption = "Mean scores by month, 0 to 100".to_owned();
    section("Scores over time", what, Table { caption, columns: by_measure("Month"), rows })
}

fn strategies(report: &Report) -> Vec<Element> {
    let of_strategies = report.groups.iter().filter_map(|group| Some((strategy(group)?, group)));
    let table = Table {
        caption: "Mean scores in the scenarios that practise each strategy".to_owned(),
        columns: by_measure("Strategy"),
        rows: of_strategies.map(|(name, group)| row(name, &group.whole, mean)).collect(),
    };
    let what = "A scenario practises several strategies, so that an attempt at it counts in several rows. A low row may be a \
                hard scenario.";
    section("By training strategy", what, table)
}

/// In the appendix: a table of months for each strategy.
fn strategies_by_month(report: &Report) -> AppendixPart {
    let tables = report.groups.iter().filter_map(|group| {
        let rows = group.months.iter().map(|(month, spreads)| row(month.short(), spreads, mean)).collect();
        Some(Element::Table(Table { caption: strategy(group)?.clone(), columns: by_measure("Month"), rows }))
    });
    AppendixPart { heading: "Training strategies by month".to_owned(), elements: tables.collect() }
}

const fn strategy(group: &Group) -> Option<&String> {
    match &group.name {
        GroupName::Strategy(name) => Some(name),
        GroupName::Everyone | GroupName::Scenario { .. } => None,
    }
}

fn gains(report: &Report) -> Vec<Element> {
    let row = |(measure, gain): &(Measure, Shown<Gain>)| {
        let number = |of: fn(&Gain) -> f64| shown(gain, |gain| signed(of(gain), 1));
        let people = shown(gain, |gain| gain.people.to_string());
        let cells = [people, number(|of| of.before), number(|of| of.after), number(|of| of.after - of.before)];
        [measure.label().to_owned()].into_iter().chain(cells).chain([shown(gain, normalised)]).collect::<Vec<_>>()
    };
    let columns = || {
        let heads = ["People", "Before", "After", "Gain", "Normal\u{ad}ised"];
        [Column::text("Dimension", 4)].into_iter().chain(heads.map(|head| Column::numbers(head, 3))).collect::<Vec<_>>()
    };
    let what = "Means of the same people at two scenarios. The normalised gain is the part that was won of what was left to \
                win: 1 is all of it, 0 nothing (Hake 1998). The two scenarios may not be equally hard.";
    let table = Table {
        caption: "From people\u{2019}s earliest first attempt to their latest, at another scenario".to_owned(),
        columns: columns(),
        rows: report.gains.iter().map(row).collect(),
    };
    let mut elements = section("What people gained", what, table);
    elements.extend(report.pair_gains.as_ref().map(|told| {
        let [before, after] = &told.pair;
        let caption = format!("From \u{201c}{before}\u{201d} to \u{201c}{after}\u{201d}");
        Element::Table(Table { caption, columns: columns(), rows: told.gains.iter().map(row).collect() })
    }));
    elements
}

fn how_made() -> Vec<Element> {
    let items = HOW_MADE.iter().map(|text| vec![Run { kind: RunKind::Plain, text: (*text).to_owned() }]);
    vec![heading("How these figures are made"), Element::List(items.collect())]
}

/// The spread of scores in each text of each scenario.
fn quartiles_of_scenarios(report: &Report) -> AppendixPart {
    let of_scenarios = report.groups.iter().filter(|group| matches!(group.name, GroupName::Scenario { .. }));
    let cell = |spread: &Spread| format!("{:.1} ({})", spread.mean, quartiles(spread));
    let table = Table {
        caption: "Means, and in brackets the scores that a quarter, half and three quarters do not exceed".to_owned(),
        columns: by_measure("Scenario"),
        rows: of_scenarios.map(|group| row(words::name(&group.name), &group.whole, cell)).collect(),
    };
    let what = "In brackets after a title stands which text of the scenario it was: attempts at two texts are never counted \
                together.";
    let elements = if table.rows.is_empty() { Vec::new() } else { vec![Element::plain(what), Element::Table(table)] };
    AppendixPart { heading: "Scores by scenario".to_owned(), elements }
}
