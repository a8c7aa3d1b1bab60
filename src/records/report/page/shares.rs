//! How often something was so, on the page of a report.

use crate::print::{AppendixPart, Column, Element, Table};

use super::super::words::share_in_words;
use super::super::{Indicator, Report, ShareTold};
use super::section;

/// A table of shares; `share` says what there is a share of, and `of` how many there are.
fn table(caption: &str, [first, share, of]: [&str; 3], rows: impl Iterator<Item = Vec<String>>) -> Table {
    let columns = vec![Column::text(first, 5), Column::numbers(share, 3), Column::numbers(of, 3)];
    Table { caption: caption.to_owned(), columns, rows: rows.collect() }
}

/// A row of a table of shares. What is held back is said once.
fn row(first: String, figure: &ShareTold) -> Vec<String> {
    let of = match figure {
        ShareTold::Told(share) => Some(share.of),
        ShareTold::Few { of } | ShareTold::AllButFew { of } => *of,
        ShareTold::Nobody | ShareTold::HeldBack => None,
    };
    vec![first, share_in_words(figure), of.map_or_else(String::new, |of| of.to_string())]
}

fn named(name: &str) -> String {
    crate::sentence::capitalised(&name.replace('_', " "))
}

pub(super) fn indicators(report: &Report) -> Vec<Element> {
    let rows = report.indicators.iter().map(|of| row(of.indicator.label().to_owned(), &of.whole));
    let what = "What a programme may watch. Stopped early is told of all first attempts, the rest of those that came to an end. \
                Passed: every dimension that the conversation tested reached its pass mark. An \
                unsafe ending is one in which somebody comes to harm, or could have.";
    section("Indicators", what, table("How often it was so", ["Indicator", "Share", "Counted"], rows))
}

/// In the appendix: how many stopped early, by scenario.
pub(super) fn stopped(report: &Report) -> AppendixPart {
    let rows = report.scenarios.iter().filter(|scenario| scenario.stopped != ShareTold::Nobody);
    let rows = rows.map(|scenario| row(scenario.label(), &scenario.stopped));
    let table = table("Stopped before an ending, by scenario", ["Scenario", "Share", "First attempts"], rows);
    let elements = if table.rows.is_empty() { Vec::new() } else { vec![Element::Table(table)] };
    AppendixPart { heading: Indicator::StoppedEarly.label().to_owned(), elements }
}

/// In the appendix: a table of months for each indicator.
pub(super) fn by_month(report: &Report) -> AppendixPart {
    let tables = report.indicators.iter().map(|of| {
        let rows = of.months.iter().map(|(month, figure)| row(month.short(), figure));
        Element::Table(table(of.indicator.label(), ["Month", "Share", "Counted"], rows))
    });
    AppendixPart { heading: "Indicators by month".to_owned(), elements: tables.collect() }
}

pub(super) fn moments(report: &Report) -> Vec<Element> {
    let rows = report.moments.iter().map(|(name, figure)| row(named(name), figure));
    let what = "A moment is a sign that the patient gives, a feeling or a question for example. It is met where what the \
                trainee then says or does answers it.";
    section("Moments met", what, table("How often each kind was met", ["Moment", "Met", "Moments given"], rows))
}

pub(super) fn survey(report: &Report) -> Vec<Element> {
    let rows = report.survey.iter().map(|(name, figure)| row(named(name), figure));
    let what = "After a conversation the simulated patient answers a survey. These are the shares of the highest answer \
                (\u{201c}always\u{201d} or \u{201c}excellent\u{201d}), as hospitals count their own surveys; do not compare them \
                with those: no real patient was asked.";
    let table = table("How often the answer was the highest", ["What was asked", "Highest answer", "Answers"], rows);
    section("What patients would say", what, table)
}
