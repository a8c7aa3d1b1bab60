//! Plan + scenario → where the conversation does not go as planned.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::debrief::{Debrief, debrief};
use crate::scenario::{ChoiceId, Condition, FlagId, NeedId, Scenario, SceneContent};
use crate::session::{Chance, RoadStep, Session};
use crate::shared::SharedText;
use crate::source::decoding::NO_QUOTES;
use crate::source::{Diagnostic, Span, suggest};

use super::read::{dimension_word, within_marks};
use super::rules::NOT_AS_PLANNED;
use super::{Plan, PlannedRoad, Step};

/// Plays every road. An expectation that fails is reported, and the road goes on; where a choice cannot be
/// taken, the rest of its road is skipped.
#[must_use]
pub fn run(plan: &Plan, scenario: &Arc<Scenario>) -> Vec<Diagnostic> {
    plan.roads.iter().flat_map(|road| run_road(road, scenario)).collect()
}

fn run_road(road: &PlannedRoad, scenario: &Arc<Scenario>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(road.seed));
    for step in &road.steps {
        if let Step::Choose(choice) = &step.value {
            if let Err(refused) = choose(&mut session, choice, step.span) {
                found.push(on_road(road, refused));
                break;
            }
        } else if let Some(otherwise) = expect(&session, &step.value) {
            let as_meant = unquoted(&step.value).is_some_and(|step| expect(&session, &step).is_none());
            let hint = as_meant.then(|| NO_QUOTES.to_owned());
            found.push(on_road(road, NOT_AS_PLANNED.at(step.span, otherwise).hints(hint)));
        }
    }
    found
}

/// The same step without the quotation marks around what it names or quotes, where there are any.
fn unquoted(step: &Step) -> Option<Step> {
    let inside = |text: &String| within_marks(text).map(str::to_owned);
    Some(match step {
        Step::Scene(id) => Step::Scene(inside(id)?),
        Step::Sees(part) => Step::Sees(inside(part)?),
        Step::Says(part) => Step::Says(inside(part)?),
        Step::Answer(part) => Step::Answer(inside(part)?),
        Step::Ending(id) => Step::Ending(inside(id)?),
        _ => return None,
    })
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
    let hint = suggest::closest(&step.choice, offered).map(suggest::did_you_mean);
    session.follow(step, None).map_err(|refusal| refused(refusal.to_string()).hints(hint))
}

fn timer_takes(session: &Session) -> Option<ChoiceId> {
    match &session.scene().content {
        SceneContent::Choices { timer, .. } => timer.map(|timer| timer.then),
        SceneContent::Ending(_) => None,
    }
}

fn offer(session: &Session) -> impl Iterator<Item = &str> {
    session.current_scene().offer.iter().map(|&id| session.scenario().choice(id).id.as_str())
}

/// What is the case instead of what the step expects; `None` where it is as expected.
fn expect(session: &Session, step: &Step) -> Option<String> {
    match step {
        Step::Choose(_) => None,
        Step::Scene(_) | Step::Sees(_) | Step::NotSees(_) | Step::Says(_) | Step::NotSays(_) => of_scene(session, step),
        Step::Answer(_) | Step::NotAnswer(_) => of_answer(session, step),
        Step::Offers(_) | Step::NotOffers(_) => of_offer(session, step),
        Step::Feels(..) | Step::Stage(_) | Step::Flag { .. } | Step::Need { .. } | Step::Clock(_) => {
            of_state(session, step)
        }
        Step::Ending(_) | Step::Kind(_) => of_ending(session, step),
        Step::Objective { .. } | Step::Score(..) => of_debrief(session, step),
    }
}

fn of_scene(session: &Session, step: &Step) -> Option<String> {
    let scene = &session.scene().id;
    let current = session.current_scene();
    let seen = current.arrival.narration.as_deref().unwrap_or_default();
    let lines = &current.arrival.lines;
    let said = |part: &str| lines.iter().any(|line| line.words.contains(part));
    let all_said = || lines.iter().map(|line| format!("\u{201c}{}\u{201d}", line.words)).collect::<Vec<_>>().join(" ");
    match step {
        Step::Scene(expected) if expected != scene => Some(format!("The current scene is `{scene}`")),
        Step::Sees(part) if !seen.contains(part.as_str()) => {
            Some(format!("What is to be seen in `{scene}` is: \u{201c}{seen}\u{201d}"))
        }
        Step::NotSees(part) if seen.contains(part.as_str()) => {
            Some(format!("This is to be seen in `{scene}`: \u{201c}{seen}\u{201d}"))
        }
        Step::Says(part) if !said(part) => Some(format!("What is said in `{scene}` is: {}", all_said())),
        Step::NotSays(part) if said(part) => Some(format!("This is said in `{scene}`: {}", all_said())),
        _ => None,
    }
}

fn of_answer(session: &Session, step: &Step) -> Option<String> {
    let answer = &session.current_scene().answer;
    let lines = answer.lines.iter().map(|line| &line.words);
    let parts: Vec<&str> = answer.narration.iter().chain(lines).map(SharedText::as_str).collect();
    let holds = |part: &str| parts.iter().any(|told| told.contains(part));
    let all = || parts.iter().map(|told| format!("\u{201c}{told}\u{201d}")).collect::<Vec<_>>().join(" ");
    match step {
        Step::Answer(_) if parts.is_empty() => Some("There is no answer here".to_owned()),
        Step::Answer(part) if !holds(part) => Some(format!("The answer is: {}", all())),
        Step::NotAnswer(part) if holds(part) => Some(format!("This is in the answer: {}", all())),
        _ => None,
    }
}

fn of_offer(session: &Session, step: &Step) -> Option<String> {
    let scene = &session.scene().id;
    let offered: BTreeSet<&str> = offer(session).collect();
    match step {
        Step::Offers(expected) => {
            let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
            (offered != expected).then(|| format!("On offer in `{scene}` are: {}", listed(&offered)))
        }
        Step::NotOffers(expected) => {
            let found: BTreeSet<&str> =
                expected.iter().map(String::as_str).filter(|choice| offered.contains(choice)).collect();
            (!found.is_empty()).then(|| format!("On offer in `{scene}` all the same: {}", listed(&found)))
        }
        _ => None,
    }
}

fn of_state(session: &Session, step: &Step) -> Option<String> {
    let (scenario, state) = (session.scenario(), session.state());
    match step {
        Step::Feels(feeling, bound) => {
            let felt = state.mind.feelings.get(*feeling);
            (!bound.holds(felt)).then(|| format!("`{}` is {felt}, not {bound}", feeling.word()))
        }
        Step::Stage(expected) => {
            (state.mind.stage != *expected).then(|| format!("The stage is `{}`", state.mind.stage.word()))
        }
        Step::Flag { id, set } => match scenario.flags.iter().position(|flag| flag == id).and_then(FlagId::new) {
            Some(flag) => {
                let so = state.holds(scenario, &Condition::Flag(flag));
                (so != *set).then(|| format!("The flag `{id}` is {}", if so { "set" } else { "not set" }))
            }
            None => Some(missing("flag", id, scenario.flags.iter().map(String::as_str))),
        },
        Step::Clock(expected) => match state.clock(scenario) {
            Some(time) => (time != *expected).then(|| format!("It is {time}, not {expected}")),
            None => Some("The scenario does not run by the clock".to_owned()),
        },
        Step::Need { id, open } => {
            let needs = &scenario.patient.needs;
            match needs.iter().position(|need| need.id == *id).and_then(NeedId::new) {
                Some(need) => {
                    let so = state.need_open(need);
                    (so != *open).then(|| format!("The need `{id}` is {}", if so { "open" } else { "closed" }))
                }
                None => Some(missing("need", id, needs.iter().map(|need| need.id.as_str()))),
            }
        }
        _ => None,
    }
}

/// Says that the scenario does not have this id, and which it has.
fn missing<'a>(what: &str, id: &str, all: impl Iterator<Item = &'a str>) -> String {
    let all: BTreeSet<&str> = all.collect();
    format!("The scenario has no {what} `{id}`; there are: {}", listed(&all))
}

fn of_ending(session: &Session, step: &Step) -> Option<String> {
    let scene = &session.scene().id;
    let Some(ending) = session.ending() else {
        return Some(format!("It has not ended: the current scene is `{scene}`"));
    };
    match step {
        Step::Ending(expected) => (expected != scene).then(|| format!("It has ended in `{scene}`")),
        Step::Kind(expected) => (ending.kind != *expected).then(|| format!("The ending is `{}`", ending.kind.word())),
        _ => None,
    }
}

fn listed(ids: &BTreeSet<&str>) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.iter().copied().collect::<Vec<_>>().join(", ") }
}

fn of_debrief(session: &Session, step: &Step) -> Option<String> {
    match debrief(session.scenario(), session.transcript()) {
        Ok(debrief) => in_debrief(&debrief, step),
        Err(mismatch) => Some(mismatch.to_string()),
    }
}

fn in_debrief(debrief: &Debrief, step: &Step) -> Option<String> {
    match step {
        Step::Objective { id, met } => match debrief.objectives.iter().find(|objective| objective.id == *id) {
            Some(objective) => (objective.met != *met)
                .then(|| format!("The objective `{id}` is {}", if objective.met { "met" } else { "missed" })),
            None => Some(missing("objective", id, debrief.objectives.iter().map(|objective| objective.id.as_str()))),
        },
        Step::Score(dimension, bound) => {
            let name = dimension_word(*dimension);
            match debrief.scores.get(*dimension) {
                Some(score) if bound.holds(score) => None,
                Some(score) => Some(format!("The score of {name} is {score}, not {bound}")),
                None => Some(format!("{} is not exercised on this road", dimension.label())),
            }
        }
        _ => None,
    }
}
