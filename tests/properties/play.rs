//! A scenario and choices made of bytes → a conversation and its debrief.

use std::sync::Arc;

use bedside::debrief::debrief;
use bedside::rubric::Rubric;
use bedside::scenario::Scenario;
use bedside::session::{Chance, Session};

use super::mutated::mutated;
use super::{Depth, conversation, generator, scenario, shipped, split};

/// The properties of a conversation. The input is: which scenario (1 byte), the seed (2), how many
/// bytes of choices (1), the choices, and the bytes that the scenario is generated from or mutated with.
#[track_caller]
pub(crate) fn play(input: &[u8], rubric: &Arc<Rubric>) -> Depth {
    let ([which, high, low, count], rest) = split(input);
    let (choices, entropy) = rest.split_at(usize::from(count).min(rest.len()));
    let all = shipped(rubric);
    let shipped = all.get(usize::from(which) % (2 * all.len()));
    let text = shipped.map_or_else(|| generator::text(entropy), |(text, _)| mutated(text, entropy));
    let Some(scenario) = scenario(text, rubric) else {
        assert!(shipped.is_some(), "what is generated has no errors");
        return Depth::Partial;
    };
    let session = played(&scenario, u16::from_be_bytes([high, low]), choices);
    conversation::holds(&session);
    rewinds(&session, choices.first().copied().unwrap_or(0));
    if let Some((_, other)) = shipped {
        // A transcript is debriefed and replayed with another version of its scenario, or refused.
        let _ = debrief(other, session.transcript());
        let _ = Session::replay(Arc::clone(other), session.transcript());
    }
    Depth::Full
}

/// Plays to the end, each turn by the next byte.
pub(super) fn played(scenario: &Arc<Scenario>, seed: u16, choices: &[u8]) -> Session {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(seed.into()));
    let mut choices = choices.iter().cycle();
    while !session.is_over() {
        let offer = &session.current_scene().offer;
        let choice = offer[usize::from(*choices.next().unwrap_or(&0)) % offer.len()];
        session.choose(choice, None).expect("it is on offer");
        assert!(session.transcript().turns.len() <= scenario.choices.len(), "each choice is taken once");
    }
    session
}

/// Rewinding to any turn gives the transcript up to that turn.
#[track_caller]
fn rewinds(session: &Session, turn: u8) {
    let turns = &session.transcript().turns;
    let turn = usize::from(turn) % (turns.len() + 1);
    let rewound = session.rewound(turn).expect("a record fits its scenario");
    assert_eq!(rewound.transcript().turns, turns[..turn]);
}
