//! What one turn does: how feelings change step by step, and where the conversation goes from there.

mod answers;
mod chance;
mod feelings;
mod gates;
mod hubs;
mod interruptions;
mod invariants;
mod memory;
mod moment;
mod rehearsal;
mod time;

use std::sync::Arc;

use bedside::debrief::{Debrief, debrief};
use bedside::rubric::{Feeling, Stage};
use bedside::scenario::Scenario;
use bedside::session::{Chance, Reason, RoadStep, Session};

use crate::support;

/// A scenario with this patient's `feels` and what follows it, and with these scenes, `hub` first.
#[track_caller]
fn scenario(patient: &str, scenes: &str) -> Arc<Scenario> {
    scenario_with("Shown(open_question)", patient, scenes)
}

/// The same, with the condition of its objective.
#[track_caller]
fn scenario_with(met: &str, patient: &str, scenes: &str) -> Arc<Scenario> {
    let minimal = support::minimal();
    let (head, _) = minimal.split_once("    start:").expect("it has a start");
    let head = head
        .replace("feels: (agitation: 30, trust: 40, understanding: 20)", patient)
        .replace("Shown(open_question)", met);
    let people = "people: { \"mary\": (name: \"Mary\", about: \"His wife.\") },";
    let end = "\"end\": (ending: (title: \"End\", kind: Good, thought: \"Well.\")),";
    let reading = support::read(
        "turns",
        format!("{head}    {people}\n    start: \"hub\",\n    scenes: {{ {scenes} {end} }},\n)"),
    );
    assert!(!reading.report.has_errors(), "{}", support::rendered(&reading.report));
    Arc::new(reading.scenario.expect("nothing is wrong with it"))
}

/// A choice that shows these behaviours and leads there; `rest` are more of its fields.
fn choice(id: &str, shows: &str, then: &str, rest: &str) -> String {
    format!("(id: \"{id}\", act: \"Act.\", shows: [{shows}], why: \"Why.\", then: {then}, {rest}),")
}

/// The scene `hub`, to which each of its choices leads back: one for each list of behaviours, with
/// the first of them as its id.
fn hub(choices: &[&str]) -> String {
    let all: String = choices
        .iter()
        .map(|shows| choice(&shows.split(',').next().unwrap_or("none").replace('_', "-"), shows, "\"hub\"", ""))
        .collect();
    format!("\"hub\": (choices: [{all}]),")
}

/// A scene of these choices; `rest` are more of its fields.
fn scene(id: &str, choices: &[String], rest: &str) -> String {
    format!("\"{id}\": (choices: [{}], {rest}),", choices.concat())
}

/// A conversation at its beginning.
fn begin(scenario: &Arc<Scenario>) -> Session {
    Session::begin(Arc::clone(scenario), Chance::from_seed(1))
}

/// A conversation in which these choices have been taken.
#[track_caller]
fn after(scenario: &Arc<Scenario>, choices: &[&str]) -> Session {
    let mut session = begin(scenario);
    for choice in choices {
        take(&mut session, choice);
    }
    session
}

#[track_caller]
fn take(session: &mut Session, choice: &str) {
    assert_eq!(session.follow(&RoadStep::choose(choice), None), Ok(()));
}

/// Agitation, trust, understanding.
fn felt(session: &Session) -> [u8; 3] {
    Feeling::ALL.map(|feeling| session.state().mind.feelings.get(feeling))
}

fn agitation(session: &Session) -> u8 {
    felt(session)[0]
}

fn stage(session: &Session) -> Stage {
    session.state().mind.stage
}

fn scene_id(session: &Session) -> &str {
    &session.scene().id
}

/// The ids on offer, sorted.
fn offered(session: &Session) -> Vec<&str> {
    let mut ids: Vec<&str> =
        session.current_scene().offer.iter().map(|&id| session.scenario().choice(id).id.as_str()).collect();
    ids.sort_unstable();
    ids
}

/// The changes of agitation in the last turn.
fn last_changes(session: &Session) -> Vec<(Reason, i32)> {
    changes_of(session, Feeling::Agitation)
}

/// The changes of a feeling in the last turn.
fn changes_of(session: &Session, feeling: Feeling) -> Vec<(Reason, i32)> {
    let turn = session.transcript().turns.last().expect("a turn has been taken");
    let of_feeling = turn.changes.iter().filter(|change| change.feeling == feeling);
    of_feeling.map(|change| (change.reason, change.amount)).collect()
}

fn debriefed(session: &Session) -> Debrief {
    debrief(session.scenario(), session.transcript()).expect("a record fits its scenario")
}
