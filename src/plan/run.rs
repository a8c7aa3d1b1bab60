//! Plan + scenario → where the conversation does not go as planned.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::debrief::{Debrief, debrief};
use crate::scenario::{ChoiceId, Scenario, SceneContent};
use crate::session::{Luck, RoadStep, Session};
use crate::source::{Diagnostic, Span, suggest};

use super::read::dimension_word;
use super::rules::NOT_AS_PLANNED;
use super::{Plan, PlannedRoad, Step};

/// Plays every road. What is expected and not so is noted, and the road goes on; where a choice
/// cannot be taken the rest of its road is left out.
#[must_use]
pub fn run(plan: &Plan, scenario: &Arc<Scenario>) -> Vec<Diagnostic> {
    plan.roads.iter().flat_map(|road| run_road(road, scenario)).collect()
}

fn run_road(road: &PlannedRoad, scenario: &Arc<Scenario>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), Luck::from_seed(road.seed));
    for step in &road.steps {
        if let Step::Choose(choice) = &step.value {
            if let Err(refused) = choose(&mut session, choice, step.span) {
                found.push(on_road(road, refused));
                break;
            }
        } else if let Some(otherwise) = expect(&session, &step.value) {
            found.push(on_road(road, NOT_AS_PLANNED.at(step.span, otherwise)));
        }
    }
    found
}

fn on_road(road: &PlannedRoad, diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.note(road.span, "on this road")
}

fn choose(session: &mut Session, step: &RoadStep, span: Span) -> Result<(), Diagnostic> {
    let refused = |message: String| NOT_AS_PLANNED.at(span, message);
    if step.late && timer_takes(session).is_none_or(|id| session.scenario().choice(id).id != step.choice) {
        let message = format!("No time runs out in `{}` for which `{}` is taken", session.scene().id, step.choice);
        return Err(refused(message));
    }
    let offered: Vec<&str> = offer(session).collect();
    let hint = suggest::closest(&step.choice, offered).map(|close| format!("did you mean `{close}`?"));
    session.follow(step, None).map_err(|refusal| refused(refusal.to_string()).hints(hint))
}

fn timer_takes(session: &Session) -> Option<ChoiceId> {
    match &session.scene().content {
        SceneContent::Choices { timer, .. } => timer.map(|timer| timer.then),
        SceneContent::Ending(_) => None,
    }
}

fn offer(session: &Session) -> impl Iterator<Item = &str> {
    session.on_stage().offer.iter().map(|&id| session.scenario().choice(id).id.as_str())
}

/// What is so in place of what is expected; `None` where it is as expected.
fn expect(session: &Session, step: &Step) -> Option<String> {
    let scene = &session.scene().id;
    match step {
        Step::Choose(_) => None,
        Step::Scene(expected) => (expected != scene).then(|| format!("The scene on stage is `{scene}`")),
        Step::Sees(part) => {
            let seen = session.on_stage().narration.as_deref().unwrap_or_default();
            (!seen.contains(part.as_str()))
                .then(|| format!("What is to be seen in `{scene}` is: \u{201c}{seen}\u{201d}"))
        }
        Step::Says(part) => says(session, part),
        Step::Offers(expected) => {
            let (expected, offered) = (expected.iter().map(String::as_str).collect(), offer(session).collect());
            let other: &BTreeSet<&str> = &offered;
            (*other != expected).then(|| format!("On offer in `{scene}` are: {}", listed(other)))
        }
        Step::Feels(feeling, bound) => {
            let felt = session.state().mind.feelings.get(*feeling);
            (!bound.holds(felt)).then(|| format!("`{}` is {felt}, not {bound}", feeling.word()))
        }
        Step::Stage(expected) => {
            let stage = session.state().mind.stage;
            (stage != *expected).then(|| format!("The stage is `{}`", stage.word()))
        }
        Step::Ending(expected) => match session.ending() {
            Some(_) => (expected != scene).then(|| format!("It has ended in `{scene}`")),
            None => Some(format!("It has not ended: the scene on stage is `{scene}`")),
        },
        Step::Kind(expected) => match session.ending() {
            Some(ending) => (ending.kind != *expected).then(|| format!("The ending is `{}`", ending.kind.word())),
            None => Some(format!("It has not ended: the scene on stage is `{scene}`")),
        },
        Step::Objective { .. } | Step::Score(..) => of_debrief(session, step),
    }
}

fn says(session: &Session, part: &str) -> Option<String> {
    let lines = &session.on_stage().lines;
    if lines.iter().any(|line| line.words.contains(part)) {
        return None;
    }
    let said: Vec<String> = lines.iter().map(|line| format!("\u{201c}{}\u{201d}", line.words)).collect();
    Some(format!("What is said in `{}` is: {}", session.scene().id, said.join(" ")))
}

fn listed(ids: &BTreeSet<&str>) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.iter().copied().collect::<Vec<_>>().join(", ") }
}

fn of_debrief(session: &Session, step: &Step) -> Option<String> {
    match debrief(session.scenario(), session.transcript(), None) {
        Ok(debrief) => in_debrief(&debrief, step),
        Err(unfit) => Some(unfit.to_string()),
    }
}

fn in_debrief(debrief: &Debrief, step: &Step) -> Option<String> {
    match step {
        Step::Objective { id, met } => match debrief.objectives.iter().find(|objective| objective.id == *id) {
            Some(objective) => (objective.met != *met)
                .then(|| format!("The objective `{id}` is {}", if objective.met { "met" } else { "missed" })),
            None => Some(format!("The scenario has no objective `{id}`")),
        },
        Step::Score(dimension, bound) => {
            let name = dimension_word(*dimension);
            match debrief.scores.get(*dimension) {
                Some(score) if bound.holds(score.score) => None,
                Some(score) => Some(format!("The score of {name} is {}, not {bound}", score.score)),
                None => Some(format!("{} is not exercised on this road", dimension.label())),
            }
        }
        _ => None,
    }
}
