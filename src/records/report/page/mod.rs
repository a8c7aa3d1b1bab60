//! A report as a page: the sentence and the picture first, then tables, then what one looks up.

use crate::print::{
    AppendixPart, Column, Depth, Diagram, Element, PrintDocument, Run, RunKind, Table, write_document_html,
};
use crate::records::people::{FEWER_THAN_FIVE, Shown};
use crate::records::{Measure, Spread};
use crate::rubric::Dimension;

use super::chart::chart;
use super::words::{self, HOW_MADE, LATER, NOTHING, mean, normalised, of_gap, quartiles, shown, signed};
use super::{Gain, GainsTold, Group, GroupName, Report};

mod decisions;
mod items;
mod others;
mod shares;

/// Writes a report as a self-contained page of HTML: no script, nothing from outside, for screens and for paper. The same
/// report gives the same bytes.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = "What training came to".to_owned();
    let (first, read) = (Element::Lead(report.first.clone()), Element::quiet(words::read(&report.covers)));
    let mut elements = vec![Element::Heading(Depth::One, title.clone()), first, read];
    let mut appendix = Vec::new();
    if report.covers.people.told().is_some() {
        elements.extend(picture(report));
        elements.extend(words::covers(&report.covers).into_iter().map(Element::plain));
        elements.extend(gaps(report));
        elements.extend(section("Beside what others come to", others::WHO, others::table(report)));
        elements.extend(others::unknown(report));
        elements.extend(over_time(report));
        elements.extend(strategies(report));
        elements.extend(gains(report));
        elements.extend(shares::indicators(report));
        elements.extend(shares::moments(report));
        elements.extend(shares::survey(report));
        elements.extend(items::findings(report));
        elements.extend(how_made());
        appendix = vec![
            quartiles_of_scenarios(report),
            shares::stopped(report),
            strategies_by_month(report),
            shares::by_month(report),
        ];
    } else {
        elements.push(Element::plain(LATER));
    }
    appendix.extend(report.scenarios.iter().map(|scenario| items::scenario(report, scenario)));
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

/// The means of each scenario by month, with a title that is to be seen and what may be read from them.
fn picture(report: &Report) -> Vec<Element> {
    let of = |diagram: Diagram| {
        let title = Run { kind: RunKind::Strong, text: diagram.title.clone() };
        let what = "Each line is one scenario, so that its months can be compared; those that most people met are drawn. It joins \
                    the months that can be told. Other people met it each month: a line that rises says that they did better, \
                    and not why. Means of all scenarios together are not drawn: different months have different scenarios, \
                    which are not equally hard.";
        vec![Element::Text(vec![title]), Element::Diagram(diagram), Element::plain(what)]
    };
    let none = "There is no picture yet: no scenario was met by five people in two months, and means of different scenarios, which \
                are not equally hard, say nothing of how training goes.";
    chart(&report.groups, target(report)).map_or_else(|| vec![Element::plain(none)], of)
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
    let beside = report.gaps.iter().any(|gap| gap.others.is_some());
    let rows = report.gaps.iter().map(|gap| {
        let left = if gap.gap > 0.0 { format!("{:.1} points", gap.gap) } else { "reached".to_owned() };
        let number = |number: f64| format!("{number:.1}");
        let own = [crate::sentence::capitalised(&of_gap(gap)), number(gap.mean), gap.target.to_string(), left];
        let others = gap.others.map(|of| [number(of.guessing), number(of.expert)]);
        let others = others.unwrap_or_else(|| [NOTHING.to_owned(), NOTHING.to_owned()]);
        own.into_iter().chain(others.into_iter().filter(|_| beside)).collect()
    });
    let heads = [("Mean", 2), ("Target", 2), ("Still to go", 3), ("Guessing", 3), ("Expert", 2)];
    let heads = heads.into_iter().take(if beside { 5 } else { 3 }).map(|(head, width)| Column::numbers(head, width));
    let table = Table {
        caption: "Means beside their targets, the furthest below first".to_owned(),
        columns: [Column::text("What", 4)].into_iter().chain(heads).collect(),
        rows: rows.collect(),
    };
    let target = "A target is the mean that whoever asked for this report wants to see.";
    let others = if beside {
        " Guessing and expert are what somebody who takes any option and an expert would come to in the same conversations."
    } else {
        " What others would come to in the same conversations is not known, since not all of their scenarios are at hand here."
    };
    section("Where to go", &format!("{target}{others}"), table)
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
    let what = "Means of the first attempts that ended in each month, at whatever scenario: do not compare one month with another \
                here, since their scenarios differ. The rows below the months are about all of them \
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
    let what = "A strategy has no score of its own: each gets the scores of the scenarios that practise it, so that an attempt \
                counts in several rows, and a low row may be a hard scenario. Strategies that are practised in the very same \
                scenarios share a row.";
    section("By training strategy", what, table)
}

/// In the appendix: a table of months for each strategy.
fn strategies_by_month(report: &Report) -> AppendixPart {
    let tables = report.groups.iter().filter_map(|group| {
        let rows = group.months.iter().map(|(month, spreads)| row(month.short(), spreads, mean)).collect();
        Some(Element::Table(Table { caption: strategy(group)?, columns: by_measure("Month"), rows }))
    });
    AppendixPart { heading: "Training strategies by month".to_owned(), elements: tables.collect() }
}

fn strategy(group: &Group) -> Option<String> {
    matches!(group.name, GroupName::Strategies(_)).then(|| words::name(&group.name))
}

fn gains(report: &Report) -> Vec<Element> {
    let what = "Means of the same people at two scenarios, which may not be equally hard. In brackets stands the 95 % interval of the \
                gain: where it has 0 in it, it may be chance. The normalised gain is the part that was won of what was left to \
                win: 1 is all of it, 0 nothing (Hake 1998).";
    let caption = "From people\u{2019}s earliest first attempt to their latest, at another scenario";
    let mut elements = section("What people gained", what, gains_table(caption.to_owned(), &report.gains));
    elements.extend(left(&report.gains, "a second scenario"));
    if let Some(told) = &report.pair_gains {
        let [before, after] = &told.titles;
        let caption = format!("From \u{201c}{before}\u{201d} to \u{201c}{after}\u{201d}");
        elements.push(Element::Table(gains_table(caption, &told.gains)));
        elements.extend(left(&told.gains, &format!("\u{201c}{after}\u{201d}")));
    }
    elements
}

fn gains_table(caption: String, told: &GainsTold) -> Table {
    let gained = |gain: &Gain| {
        let [lower, upper] = gain.bounds.map(|bound| signed(bound, 1));
        format!("{} ({lower} to {upper})", signed(gain.after - gain.before, 1))
    };
    let row = |(measure, gain): &(Measure, Shown<Gain>)| {
        let number = |of: fn(&Gain) -> f64| shown(gain, |gain| signed(of(gain), 1));
        let people = shown(gain, |gain| gain.people.to_string());
        let cells =
            [people, number(|of| of.before), number(|of| of.after), shown(gain, gained), shown(gain, normalised)];
        [measure.label().to_owned()].into_iter().chain(cells).collect()
    };
    let heads = [("People", 3), ("Before", 3), ("After", 3), ("Gain", 5), ("Normal\u{ad}ised", 3)];
    let columns = heads.into_iter().map(|(head, width)| Column::numbers(head, width));
    Table {
        caption,
        columns: [Column::text("Dimension", 4)].into_iter().chain(columns).collect(),
        rows: told.gains.iter().map(row).collect(),
    }
}

/// How many began and did not go on.
fn left(told: &GainsTold, second: &str) -> Option<Element> {
    let who = match &told.left {
        Shown::Nobody => return None,
        Shown::Told(people) => people.to_string(),
        Shown::FewerThanFive => crate::sentence::capitalised(FEWER_THAN_FIVE),
    };
    Some(Element::plain(format!("{who} who began have not played {second} to its end, and do not count here.")))
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
