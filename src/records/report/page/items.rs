//! Scenarios as tests, on the page of a report.

use crate::print::{AppendixPart, Column, Element, Run, RunKind, Table};
use crate::records::items::{HIDDEN_BELOW, Item, Standing, Third, UNSTABLE_BELOW};
use crate::records::people::Shown;

use super::super::words::{NOTHING, shown, signed};
use super::super::{Report, ScenarioTold};
use super::decisions::{decisions, doubted};
use super::others;

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
    let what = "Where attempts or facilitators speak against a scenario rather than for or against trainees. Tell its author. \
                The key is which option counts for how much.";
    vec![super::heading("Decisions to look at"), Element::plain(what), Element::List(told)]
}

/// A scenario in the appendix.
pub(super) fn scenario(report: &Report, scenario: &ScenarioTold) -> AppendixPart {
    let mut elements = vec![Element::plain(standing(scenario))];
    elements.extend(others::of_scenario(report, scenario));
    if scenario.other_texts {
        elements.push(Element::plain("It has been changed since some people met it; its texts are kept apart."));
    }
    if !scenario.items.items.is_empty() {
        elements.push(Element::plain(
            "For its author, whose names of scenes and options these are. Decisions that fewer than nine of ten attempts met \
             are left out.",
        ));
        elements.push(Element::Table(items(&scenario.items.items)));
        elements.push(Element::Table(options(&scenario.items.items)));
        elements.push(Element::Table(endings(scenario)));
    }
    elements.extend(decisions(scenario));
    AppendixPart { heading: scenario.label(), elements }
}

fn standing(scenario: &ScenarioTold) -> String {
    let attempts = match &scenario.items.attempts {
        Shown::Nobody => return "Nobody has played it alone; groups have.".to_owned(),
        attempts => shown(attempts, ToString::to_string),
    };
    let alpha = scenario.items.alpha.map_or_else(String::new, |alpha| {
        format!(
            " How far its decisions measure one thing, from 0 to 1: {} (Cronbach\u{2019}s alpha). So few decisions never come \
             near 1: rely on many attempts rather than on one.",
            signed(alpha, 2)
        )
    });
    match scenario.items.standing {
        Standing::Hidden => format!(
            "First attempts: {attempts}. Below {HIDDEN_BELOW}, and below five people, nothing is told of its decisions: chance \
             would say more than people did."
        ),
        Standing::Unstable => format!(
            "First attempts: {attempts}. Below {UNSTABLE_BELOW} the figures of its decisions are unstable: a few more attempts may \
             change them much.{alpha}"
        ),
        Standing::Stable => format!("First attempts: {attempts}.{alpha}"),
    }
}

fn items(items: &[Item]) -> Table {
    let rows = items.iter().map(|item| {
        let bounded = item
            .correlation
            .map(|of| format!("{} ({} to {})", signed(of.r, 2), signed(of.lower, 2), signed(of.upper, 2)));
        let bounded = bounded.unwrap_or_else(|| NOTHING.to_owned());
        vec![item.scene.clone(), signed(item.difficulty, 2), bounded, doubted(&item.disagreed)]
    });
    Table {
        caption: "Decisions. Points gained: the part of the points that could be had, useful from 0.30 to 0.85 (difficulty). Good \
                  here, good elsewhere: 1 where who does well here does well in the rest of the conversation, 0 where the two \
                  have nothing to do with each other, below 0 where who does well here does badly elsewhere; useful from 0.20 \
                  (item-rest correlation, with its 95 % interval). Groups against: group sessions whose facilitator disagreed \
                  with the points for the options (the key)"
            .to_owned(),
        columns: vec![
            Column::text("Scene", 4),
            Column::numbers("Points gained", 3),
            Column::numbers("Good here, good elsewhere", 5),
            Column::numbers("Groups against", 4),
        ],
        rows: rows.collect(),
    }
}

fn options(items: &[Item]) -> Table {
    let rows = items.iter().flat_map(|item| {
        item.options.iter().map(move |option| {
            let taken = match option.taken {
                Shown::Nobody => "never".to_owned(),
                ref taken => shown(taken, |taken| format!("{taken} of {}", option.offered)),
            };
            vec![format!("{}: {}", item.scene, option.option), taken, thirds(&option.bottom, &option.top)]
        })
    });
    Table {
        caption: "Options: how often each was taken of the times that it was on offer; then in the third of attempts that came \
                  to least, and in the third that came to most"
            .to_owned(),
        columns: vec![
            Column::text("Scene and option", 5),
            Column::numbers("Taken", 3),
            Column::numbers("Least, then most", 5),
        ],
        rows: rows.collect(),
    }
}

fn thirds(bottom: &Shown<Third>, top: &Shown<Third>) -> String {
    let third = |third: &Third| format!("{} of {}", third.taken, third.of);
    match (bottom, top) {
        (Shown::Told(bottom), Shown::Told(top)) => format!("{}, then {}", third(bottom), third(top)),
        (Shown::FewerThanFive, _) | (_, Shown::FewerThanFive) => shown(&Shown::FewerThanFive, third),
        _ => NOTHING.to_owned(),
    }
}

fn endings(scenario: &ScenarioTold) -> Table {
    let rows = scenario
        .items
        .endings
        .iter()
        .map(|ending| vec![ending.title.clone(), shown(&ending.attempts, ToString::to_string)]);
    Table {
        caption: "How the conversations ended that came to an end".to_owned(),
        columns: vec![Column::text("Ending", 5), Column::numbers("First attempts", 3)],
        rows: rows.collect(),
    }
}
