//! What happened: each decision on the road, in order.

use crate::debrief::terms::quoted;
use crate::debrief::{Heard, heard};
use crate::group::decision::{GroupDecision, Outcome, TakenBy};
use crate::group::handout::{Item, Section};
use crate::group::step::Step;
use crate::group::view::letter;
use crate::scenario::ChoiceId;
use crate::sentence::shortened;
use crate::session::{Chance, Session};

use super::material::{Material, share};

/// The most characters of what was heard before a decision.
const SHORT: usize = 110;

pub(super) fn what_happened(of: &Material<'_>, breaks_off: Option<usize>) -> Section {
    let mut items: Vec<Item> = breaks_off.map(broken_off).into_iter().chain(stopped(of)).collect();
    items.push(match still_under_way(of.group.step()) {
        Some(told) => Item::Notice(told.to_owned()),
        None => Item::Text(of.page.headline.clone()),
    });
    let rows: Vec<Vec<String>> = of.group.course().led_here().filter_map(|decision| row(of, decision)).collect();
    if !rows.is_empty() {
        items.push(Item::Table {
            caption: "Turn by turn".to_owned(),
            columns: vec![("Turn", 2), ("What you heard", 10), ("What you took", 11), ("How you decided", 8)],
            rows,
        });
    }
    Section::new("What happened", items)
}

fn broken_off(line: usize) -> Item {
    Item::Notice(format!("The recording breaks off in line {line}. This is told from what stands before it."))
}

/// That the conversation was stopped, and of what the figures tell then; `None` where it came to its end, is still under
/// way, or nothing was decided.
pub(super) fn stopped(of: &Material<'_>) -> Option<Item> {
    if still_under_way(of.group.step()).is_some() || of.group.conversation().is_over() {
        return None;
    }
    let (decisions, these) = match of.debrief.decisions {
        0 => return None,
        1 => ("one decision".to_owned(), "it"),
        decisions => (format!("{decisions} decisions"), "these"),
    };
    Some(Item::Notice(format!(
        "You stopped the conversation after {decisions}; the scores, the survey and what sums them up tell of {these} alone."
    )))
}

/// That the session had not come to its debrief; `None` where it had.
const fn still_under_way(step: Step) -> Option<&'static str> {
    match step {
        Step::Lobby | Step::Prebrief => Some("The conversation had not begun when this was written."),
        Step::Deciding(_) | Step::Compare => Some("The conversation was still going on when this was written."),
        Step::Closing | Step::Reactions | Step::Debrief | Step::Commitments | Step::Ended => None,
    }
}

fn row(of: &Material<'_>, decision: &GroupDecision) -> Option<Vec<String>> {
    let choice = of.group.course().choice_at(decision)?;
    let heard = heard_before(of, decision.turn).map(|heard| in_short(&heard)).unwrap_or_default();
    let number = (decision.turn + 1).to_string();
    Some(vec![number, heard, of.deed(choice), decided(of, decision, choice)])
}

/// What was heard last before a turn, rather from the patient.
fn heard_before(of: &Material<'_>, turn: usize) -> Option<Heard> {
    let Some(before) = turn.checked_sub(1) else {
        let conversation = of.group.conversation();
        let chance = Chance::from_seed(conversation.transcript().seed);
        let beginning = Session::begin(conversation.scenario().clone(), chance);
        let told: Vec<Heard> =
            beginning.current_scene().passages().flat_map(|passage| heard(of.scenario, passage)).collect();
        return told.iter().find(|heard| heard.by_patient).or(told.last()).cloned();
    };
    let reply = &of.debrief.turns.get(before)?.reply;
    reply.then.as_ref().or(reply.answer.last()).cloned()
}

fn in_short(heard: &Heard) -> String {
    let words = shortened(&heard.words, SHORT);
    match &heard.speaker {
        Some(who) => format!("{who}: {}", quoted(&words)),
        None => words,
    }
}

fn decided(of: &Material<'_>, decision: &GroupDecision, choice: ChoiceId) -> String {
    let for_it = of.last_spread(decision).zip(decision.place_of(choice)).map(|(spread, place)| share(&spread, place));
    match decision.outcome {
        Some(Outcome::Took { by: TakenBy::Only, .. }) => "Nothing else was on offer.".to_owned(),
        Some(Outcome::Took { by: TakenBy::Majority, .. }) => {
            format!("Most of you were for it: {}.", for_it.unwrap_or_default())
        }
        Some(Outcome::Took { by: TakenBy::Facilitator, .. }) => match for_it {
            Some(for_it) => format!("The facilitator chose it; {for_it} were for it."),
            None => "The facilitator chose it, without a vote.".to_owned(),
        },
        Some(Outcome::Split { choices, kept }) => {
            let [first, second] = choices.map(|choice| decision.place_of(choice).map_or('?', letter));
            let on = decision.place_of(choice).map_or('?', letter);
            let then = if kept.is_some() { format!("then went on with {on}") } else { format!("and were on {on}") };
            format!("You played both {first} and {second}, {then}.")
        }
        None => String::new(),
    }
}
