//! A report as a page: the sentence first, then tables, then what one looks up.

use crate::print::{AppendixPart, Column, Depth, Element, PrintDocument, Run, RunKind, Table, write_document_html};
use crate::records::people::Shown;
use crate::records::{Measure, Spread};

use super::chart::chart;
use super::words::{self, HOW_MADE, mean, normalised, of_gap, percent, quartiles, shown};
use super::{Gain, Group, GroupName, Report, Share};

mod items;

/// Writes a report as a self-contained page of HTML: no script, nothing from outside, for screens and for paper. The same
/// report gives the same bytes.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = "What training came to".to_owned();
    let mut elements = vec![Element::Heading(Depth::One, title.clone()), Element::Lead(report.first.clone())];
    elements.extend(words::covers(&report.covers).into_iter().map(Element::plain));
    elements.extend(gaps(report));
    elements.extend(over_time(report));
    elements.extend(strategies(report));
    elements.extend(gains(report));
    elements.extend(indicators(report));
    elements.extend(shares("Moments met, by kind", "Moment", "Met", &report.moments));
    elements.extend(shares("What patients would say", "Item of the survey", "Highest answer", &report.survey));
    elements.extend(items::findings(report));
    elements.extend(how_made());
    let mut appendix = vec![quartiles_of_scenarios(report), strategies_by_month(report), indicators_by_month(report)];
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

/// A table under a heading; nothing where it has no row.
fn section(head: &str, caption: &str, columns: Vec<Column>, rows: Vec<Vec<String>>) -> Vec<Element> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![heading(head), Element::Table(Table { caption: caption.to_owned(), columns, rows })]
}

fn gaps(report: &Report) -> Vec<Element> {
    let rows = report.gaps.iter().map(|gap| {
        let left = if gap.gap > 0.0 { format!("{:.1} below", gap.gap) } else { "reached".to_owned() };
        vec![crate::sentence::capitalised(&of_gap(gap)), format!("{:.1}", gap.mean), gap.target.to_string(), left]
    });
    let columns = vec![
        Column::text("What", 4),
        Column::numbers("Mean", 2),
        Column::numbers("Target", 2),
        Column::numbers("To go", 3),
    ];
    section("Where to go", "Means beside their targets, the furthest first", columns, rows.collect())
}

/// The columns of a table of measures, after the first.
fn by_measure(first: &str) -> Vec<Column> {
    let measures = Measure::ALL.into_iter().map(|measure| Column::numbers(measure.label(), 3));
    [Column::text(first, 4)].into_iter().chain(measures).collect()
}

fn means(first: String, row: &[Shown<Spread>; 4]) -> Vec<String> {
    [first].into_iter().chain(row.iter().map(|spread| shown(spread, mean))).collect()
}

fn over_time(report: &Report) -> Vec<Element> {
    let Some(everyone) = report.groups.iter().find(|group| group.name == GroupName::Everyone) else {
        return Vec::new();
    };
    let months = everyone.months.iter().map(|(month, row)| means(month.to_string(), row));
    let spread = |of: &Spread| format!("{:.1} ({:.1})", of.mean, of.sd);
    let whole = ["All months (SD)".to_owned()].into_iter().chain(everyone.whole.iter().map(|cell| shown(cell, spread)));
    let of_quarters =
        ["Quartiles".to_owned()].into_iter().chain(everyone.whole.iter().map(|cell| shown(cell, quartiles)));
    let table = Table {
        caption: "Mean scores of first attempts, by month".to_owned(),
        columns: by_measure("Month"),
        rows: months.chain([whole.collect(), of_quarters.collect()]).collect(),
    };
    let chart = chart(everyone).map(Element::Diagram);
    [heading("Scores over time")].into_iter().chain(chart).chain([Element::Table(table)]).collect()
}

fn strategies(report: &Report) -> Vec<Element> {
    let of_strategies: Vec<(&String, &Group)> =
        report.groups.iter().filter_map(|group| Some((strategy(group)?, group))).collect();
    let rows = of_strategies.iter().map(|(name, group)| means((*name).clone(), &group.whole));
    section(
        "By training strategy",
        "Mean scores in the scenarios that practise each strategy",
        by_measure("Strategy"),
        rows.collect(),
    )
}

/// In the appendix: a table of months for each strategy.
fn strategies_by_month(report: &Report) -> AppendixPart {
    let tables = report.groups.iter().filter_map(|group| {
        let rows = group.months.iter().map(|(month, row)| means(month.to_string(), row)).collect();
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
        let number = |of: fn(&Gain) -> f64| shown(gain, |gain| format!("{:.1}", of(gain)));
        let people = shown(gain, |gain| gain.people.to_string());
        let cells = [people, number(|of| of.before), number(|of| of.after), number(|of| of.after - of.before)];
        [measure.label().to_owned()].into_iter().chain(cells).chain([shown(gain, normalised)]).collect::<Vec<_>>()
    };
    let columns = || {
        let heads = ["People", "Before", "After", "Gain", "Normalised"];
        [Column::text("Dimension", 4)].into_iter().chain(heads.map(|head| Column::numbers(head, 3))).collect::<Vec<_>>()
    };
    let caption = "From people\u{2019}s earliest first attempt to their latest, at another scenario";
    let mut elements = section("What people gained", caption, columns(), report.gains.iter().map(row).collect());
    elements.extend(report.pair_gains.as_ref().map(|told| {
        let [before, after] = &told.pair;
        let caption = format!("From \u{201c}{before}\u{201d} to \u{201c}{after}\u{201d}");
        Element::Table(Table { caption, columns: columns(), rows: told.gains.iter().map(row).collect() })
    }));
    elements
}

/// The columns of a table of shares.
fn by_share(first: &str, share: &str) -> Vec<Column> {
    vec![Column::text(first, 5), Column::numbers(share, 2), Column::numbers("Of", 2)]
}

fn share_row(first: String, figure: &Shown<Share>) -> Vec<String> {
    vec![first, shown(figure, percent), shown(figure, |share| share.of.to_string())]
}

fn indicators(report: &Report) -> Vec<Element> {
    let rows = report.indicators.iter().map(|of| share_row(of.indicator.label().to_owned(), &of.whole));
    section("Indicators", "How often each was so, in all months", by_share("Indicator", "So"), rows.collect())
}

/// In the appendix: a table of months for each indicator.
fn indicators_by_month(report: &Report) -> AppendixPart {
    let tables = report.indicators.iter().map(|of| {
        let rows = of.months.iter().map(|(month, figure)| share_row(month.to_string(), figure)).collect();
        Element::Table(Table { caption: of.indicator.label().to_owned(), columns: by_share("Month", "So"), rows })
    });
    AppendixPart { heading: "Indicators by month".to_owned(), elements: tables.collect() }
}

fn shares(head: &str, what: &str, share: &str, figures: &[(String, Shown<Share>)]) -> Vec<Element> {
    let rows =
        figures.iter().map(|(name, figure)| share_row(crate::sentence::capitalised(&name.replace('_', " ")), figure));
    section(head, head, by_share(what, share), rows.collect())
}

fn how_made() -> Vec<Element> {
    let items = HOW_MADE.iter().map(|text| vec![Run { kind: RunKind::Plain, text: (*text).to_owned() }]);
    vec![heading("How these figures are made"), Element::List(items.collect())]
}

/// The spread of scores in each text of each scenario.
fn quartiles_of_scenarios(report: &Report) -> AppendixPart {
    let of_scenarios = report.groups.iter().filter(|group| matches!(group.name, GroupName::Scenario { .. }));
    let rows = of_scenarios.map(|group| {
        let cell = |spread: &Spread| format!("{:.1} ({})", spread.mean, quartiles(spread));
        [words::name(&group.name)].into_iter().chain(group.whole.iter().map(|spread| shown(spread, cell))).collect()
    });
    let caption = "Mean scores and quartiles, each text of a scenario apart".to_owned();
    let table = Table { caption, columns: by_measure("Scenario"), rows: rows.collect() };
    let elements = if table.rows.is_empty() { Vec::new() } else { vec![Element::Table(table)] };
    AppendixPart { heading: "Scores by scenario".to_owned(), elements }
}
