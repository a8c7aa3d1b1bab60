//! A condition in a few words.

use crate::scenario::{Condition, Scenario};

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
        Condition::Chose(id) => {
            let choice = scenario.choice(*id);
            format!("chose {} in {}", choice.id, scene(choice.scene))
        }
        Condition::Shown(id) => format!("shown {}", behaviour(*id)),
        Condition::Before(id) => {
            let (first, other) = scenario.befores[id.index()];
            format!("{} before {}", behaviour(first), behaviour(other))
        }
        Condition::Visits(id, 1) => format!("been to {}", scene(*id)),
        Condition::Visits(id, times) => format!("been to {} {times} times", scene(*id)),
        Condition::NeedOpen(need) => format!("need {} open", need_id(scenario, need.index())),
        Condition::Unmet(need, turns) => format!("need {} open after {turns} turns", need_id(scenario, need.index())),
        Condition::Ended(id) => format!("ended in {}", scene(*id)),
        Condition::EndedAs(kind) => format!("ended as {}", kind.word()),
        Condition::All(inner) => joined(scenario, inner, " and "),
        Condition::Any(inner) => joined(scenario, inner, " or "),
        Condition::Not(inner) => match &**inner {
            Condition::NeedOpen(need) => format!("need {} not open", need_id(scenario, need.index())),
            inner => format!("not {}", in_brackets(scenario, inner)),
        },
    }
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
