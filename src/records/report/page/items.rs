//! Scenarios as tests, and what was said at their decisions, on the page of a report.

use crate::print::{AppendixPart, Column, Depth, Element, Run, RunKind, Table};
use crate::records::items::{Disagreed, HIDDEN_BELOW, Item, Standing, Third, UNSTABLE_BELOW};
use crate::records::people::{FEWER_GROUPS, FEWER_THAN_FIVE, Shown};

use super::super::words::{NOTHING, shown};
use super::super::{Report, ScenarioTold};

/// The decisions to look at, of all scenarios.
pub(super) fn findings(report: &Report) -> Vec<Element> {
    let told = report.scenarios.iter().flat_map(|scenario| {
        scenario.items.findings.iter().map(move |finding| {
            let title = Run { kind: RunKind::Strong, text: format!("{}: ", scenario.label()) };
            vec![title, Run { kind: RunKind::Plain, text: finding.told() }]
        })
    });
    let told: Vec<Vec<Run>> = told.collect();
    if told.is_empty() {
        return Vec::new();
    }
    vec![super::heading("Decisions to look at"), Element::List(told)]
}

/// A scenario in the appendix.
pub(super) fn scenario(scenario: &ScenarioTold) -> AppendixPart {
    let mut elements = vec![Element::plain(standing(scenario))];
    if scenario.other_texts {
        elements.push(Element::plain("It has been changed since some people met it; its texts are kept apart."));
    }
    if !scenario.items.items.is_empty() {
        elements.push(Element::Table(items(&scenario.items.items)));
        elements.push(Element::Table(options(&scenario.items.items)));
        elements.push(Element::Table(endings(scenario)));
    }
    elements.extend(decisions(scenario));
    AppendixPart { heading: scenario.label(), elements }
}

fn standing(scenario: &ScenarioTold) -> String {
    let attempts = shown(&scenario.items.attempts, ToString::to_string);
    let alpha = scenario.items.alpha.map_or_else(String::new, |alpha| {
        format!(" The decisions that nearly everyone met go together with an alpha of {alpha:.2}.")
    });
    match scenario.items.standing {
        Standing::Hidden => format!("First attempts: {attempts}. Its decisions are looked at from {HIDDEN_BELOW} on."),
        Standing::Unstable => format!(
            "First attempts: {attempts}. Below {UNSTABLE_BELOW} the figures of its decisions are unstable.{alpha}"
        ),
        Standing::Stable => format!("First attempts: {attempts}.{alpha}"),
    }
}

fn items(items: &[Item]) -> Table {
    let rows = items.iter().map(|item| {
        let bounded = item.correlation.map(|of| format!("{:.2} ({:.2} to {:.2})", of.r, of.lower, of.upper));
        let bounded = bounded.unwrap_or_else(|| NOTHING.to_owned());
        vec![item.scene.clone(), format!("{:.2}", item.difficulty), bounded, doubted(&item.disagreed)]
    });
    Table {
        caption: "Decisions that nearly everyone met: useful are difficulties of .30 to .85 and correlations of .20 and above"
            .to_owned(),
        columns: vec![
            Column::text("Scene", 4),
            Column::numbers("Difficulty", 3),
            Column::numbers("Correlation with the rest", 5),
            Column::numbers("Doubted by", 3),
        ],
        rows: rows.collect(),
    }
}

fn options(items: &[Item]) -> Table {
    let third = |third: &Shown<Third>| shown(third, |third| format!("{} of {}", third.taken, third.of));
    let rows = items.iter().flat_map(|item| {
        item.options.iter().map(move |option| {
            let taken = match option.taken {
                Shown::Nobody => "never".to_owned(),
                ref taken => shown(taken, |taken| format!("{taken} of {}", option.offered)),
            };
            vec![format!("{}: {}", item.scene, option.option), taken, third(&option.bottom), third(&option.top)]
        })
    });
    Table {
        caption: "How often each option was taken, and by the thirds of attempts that came to least and to most"
            .to_owned(),
        columns: vec![
            Column::text("Scene and option", 5),
            Column::numbers("Taken", 3),
            Column::numbers("Bottom third", 3),
            Column::numbers("Top third", 3),
        ],
        rows: rows.collect(),
    }
}

fn endings(scenario: &ScenarioTold) -> Table {
    let rows = scenario.items.endings.iter().map(|ending| {
        let title = if ending.title.is_empty() { "Stopped before an ending" } else { &ending.title };
        vec![title.to_owned(), shown(&ending.attempts, ToString::to_string)]
    });
    Table {
        caption: "How conversations ended".to_owned(),
        columns: vec![Column::text("Ending", 5), Column::numbers("First attempts", 2)],
        rows: rows.collect(),
    }
}

/// What groups and people said of decisions, for the scenario's author.
fn decisions(scenario: &ScenarioTold) -> Vec<Element> {
    let mut elements = Vec::new();
    let met: Vec<Vec<String>> = scenario
        .decisions
        .iter()
        .filter(|decision| decision.groups != Shown::Nobody)
        .map(|decision| vec![decision.scene.clone(), doubted(&decision.groups)])
        .collect();
    if !met.is_empty() {
        elements.push(Element::Table(Table {
            caption: "How often the facilitators of groups disagreed with the key".to_owned(),
            columns: vec![Column::text("Scene", 5), Column::numbers("Disagreed", 4)],
            rows: met,
        }));
    }
    let said = scenario.decisions.iter().flat_map(|decision| {
        let by = [
            ("What trainees would have said", FEWER_THAN_FIVE, &decision.trainees),
            ("What facilitators think of the key", FEWER_GROUPS, &decision.facilitators),
        ];
        by.into_iter().flat_map(|(who, few, said)| comments(&decision.scene, who, few, said)).collect::<Vec<_>>()
    });
    let said: Vec<Element> = said.collect();
    if !said.is_empty() {
        let notice = "What people typed may name somebody. Read it before you pass this page on.";
        elements.push(Element::Notice(notice.to_owned()));
        elements.extend(said);
    }
    elements
}

fn comments(scene: &str, who: &str, few: &str, said: &Shown<Vec<String>>) -> Vec<Element> {
    let list = match said {
        Shown::Nobody => return Vec::new(),
        Shown::FewerThanFive => Element::quiet(few),
        Shown::Told(said) => {
            Element::List(said.iter().map(|words| vec![Run { kind: RunKind::Plain, text: words.clone() }]).collect())
        }
    };
    vec![Element::Heading(Depth::Three, format!("{who} at \u{201c}{scene}\u{201d}")), list]
}

fn doubted(groups: &Shown<Disagreed>) -> String {
    match groups {
        Shown::Told(of) => format!("{} of {} groups", of.disagreed, of.sessions),
        Shown::Nobody => NOTHING.to_owned(),
        Shown::FewerThanFive => FEWER_GROUPS.to_owned(),
    }
}
