//! What groups and people say of decisions, on the page of a report.

use crate::print::{Column, Depth, Element, Run, RunKind, Table};
use crate::records::items::Disagreed;
use crate::records::people::{FEWER_GROUPS, FEWER_THAN_FIVE, HELD_BACK, Shown};

use super::super::words::NOTHING;
use super::super::{DecisionTold, ScenarioTold};

/// What was said of the decisions of a scenario, for its author.
pub(super) fn decisions(scenario: &ScenarioTold) -> Vec<Element> {
    let met = scenario.decisions.iter().filter(|decision| decision.groups != Shown::Nobody);
    let rows: Vec<Vec<String>> = met.map(|decision| vec![decision.scene.clone(), doubted(&decision.groups)]).collect();
    let mut elements = Vec::new();
    if !rows.is_empty() {
        let caption = "Group sessions: in how many the facilitator disagreed with the points for the options (the key), of those that met \
             the decision";
        let columns = vec![Column::text("Scene", 5), Column::numbers("Disagreed", 4)];
        elements.push(Element::Table(Table { caption: caption.to_owned(), columns, rows }));
    }
    let said: Vec<Element> = scenario.decisions.iter().flat_map(said).collect();
    if !said.is_empty() {
        let notice = "What people typed may name somebody. Read it before you pass this page on.";
        elements.push(Element::Notice(notice.to_owned()));
        elements.extend(said);
    }
    elements
}

fn said(decision: &DecisionTold) -> Vec<Element> {
    let by = [
        ("What facilitators think of the points for the options", FEWER_GROUPS, &decision.facilitators),
        ("What trainees would have said", FEWER_THAN_FIVE, &decision.trainees),
    ];
    by.into_iter().flat_map(|(who, few, said)| comments(&decision.scene, who, few, said)).collect()
}

fn comments(scene: &str, who: &str, few: &str, said: &Shown<Vec<String>>) -> Vec<Element> {
    let list = match said {
        Shown::Nobody => return Vec::new(),
        Shown::FewerThanFive => Element::quiet(crate::sentence::ended(&format!("Held back: from {few}"))),
        Shown::Told(said) => {
            Element::List(said.iter().map(|words| vec![Run { kind: RunKind::Plain, text: words.clone() }]).collect())
        }
    };
    vec![Element::Heading(Depth::Three, format!("{who} at \u{201c}{scene}\u{201d}")), list]
}

/// How often facilitators disagreed with the key of a decision.
pub(super) fn doubted(groups: &Shown<Disagreed>) -> String {
    match groups {
        Shown::Told(of) => format!("{} of {} groups", of.disagreed, of.sessions),
        Shown::Nobody => NOTHING.to_owned(),
        Shown::FewerThanFive => HELD_BACK.to_owned(),
    }
}
