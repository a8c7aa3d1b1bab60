//! A condition in a few words.

use crate::scenario::{Condition, Event, Scenario, SceneId, Since, TimeUnit};

/// A condition as it is written on a line of the picture: `agitation ≥ 50 and not flag named-a-time`.
#[must_use]
pub fn words(scenario: &Scenario, condition: &Condition) -> String {
    let scene = |id| &scenario.scene(id).id;
    let behaviour = |id| &scenario.rubric.behaviour(id).id;
    match condition {
        Condition::AtLeast(feeling, least) => format!("{} \u{2265} {least}", feeling.word()),
        Condition::Below(feeling, bound) => format!("{} < {bound}", feeling.word()),
        Condition::Stage(stage) => format!("{} now", stage.word()),
        Condition::Reached(stage) => format!("{} reached", stage.word()),
        Condition::Recovering => "soon after a crisis".to_owned(),
        Condition::Flag(flag) => format!("flag {}", scenario.flags[flag.index()]),
        Condition::Chose(id) => event(scenario, Event::Choice(*id)),
        Condition::Shown(id) => format!("shown {}", behaviour(*id)),
        Condition::Before(id) => {
            let (first, other) = scenario.befores[id.index()];
            format!("{} before {}", behaviour(first), behaviour(other))
        }
        Condition::Visits(id, 2) if scenario.scene(*id).hub.is_some() => format!("back in {}", scene(*id)),
        Condition::Visits(id, 1) => event(scenario, Event::Scene(*id)),
        Condition::Visits(id, times) => format!("been to {} {times} times", scene(*id)),
        Condition::NeedOpen(need) => format!("need {} open", need_id(scenario, need.index())),
        Condition::Unmet(need, turns) => format!("need {} open after {turns} turns", need_id(scenario, need.index())),
        Condition::Since(id, least) => since(scenario, scenario.sinces[id.index()], *least),
        Condition::JustChose(id) => format!("just {}", event(scenario, scenario.sinces[id.index()].event)),
        Condition::From(minutes) => match scenario.clock {
            Some(clock) => format!("from {}", clock.after((*minutes).into())),
            None => format!("{minutes} minutes on"),
        },
        Condition::Topics(id, 1) => format!("a topic of {} taken", scene(*id)),
        Condition::Topics(id, times) => format!("{times} topics of {} taken", scene(*id)),
        Condition::Ended(id) => format!("ended in {}", scene(*id)),
        Condition::EndedAs(kind) => format!("ended as {}", kind.word()),
        Condition::All(inner) => joined(scenario, inner, " and "),
        Condition::Any(inner) => joined(scenario, inner, " or "),
        Condition::Not(inner) => match &**inner {
            Condition::NeedOpen(need) => format!("need {} not open", need_id(scenario, need.index())),
            Condition::Visits(id, 2) if scenario.scene(*id).hub.is_some() => format!("not yet back in {}", scene(*id)),
            inner => format!("not {}", in_brackets(scenario, inner)),
        },
    }
}

/// When a gate of a scene leads elsewhere; the last gate of a hub is its way on.
#[must_use]
pub fn gate_words(scenario: &Scenario, scene: SceneId, index: usize) -> String {
    let gates = scenario.gates(scene);
    match &scenario.scene(scene).hub {
        Some(hub) if index + 1 == gates.len() => match hub.times {
            Some(1) => "a topic has been taken, or none is left".to_owned(),
            Some(times) => format!("{times} topics have been taken, or none is left"),
            None => "no topic is left".to_owned(),
        },
        _ => gates.get(index).map(|gate| words(scenario, &gate.when)).unwrap_or_default(),
    }
}

/// "chose policy in arrival", "been to arrival".
fn event(scenario: &Scenario, event: Event) -> String {
    let scene = |id| &scenario.scene(id).id;
    match event {
        Event::Scene(id) => format!("been to {}", scene(id)),
        Event::Choice(id) => {
            let choice = scenario.choice(id);
            format!("chose {} in {}", choice.id, scene(choice.scene))
        }
    }
}

/// "been to arrival 3 turns ago or more".
fn since(scenario: &Scenario, since: Since, least: u16) -> String {
    let unit = match (since.unit, least) {
        (TimeUnit::Turns, 1) => "turn",
        (TimeUnit::Turns, _) => "turns",
        (TimeUnit::Minutes, 1) => "minute",
        (TimeUnit::Minutes, _) => "minutes",
    };
    format!("{} {least} {unit} ago or more", event(scenario, since.event))
}

fn need_id(scenario: &Scenario, index: usize) -> &str {
    &scenario.patient.needs[index].id
}

fn joined(scenario: &Scenario, inner: &[Condition], between: &str) -> String {
    match inner {
        [only] => words(scenario, only),
        _ => inner.iter().map(|one| in_brackets(scenario, one)).collect::<Vec<_>>().join(between),
    }
}

fn in_brackets(scenario: &Scenario, condition: &Condition) -> String {
    match condition {
        Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => {
            format!("({})", words(scenario, condition))
        }
        _ => words(scenario, condition),
    }
}
