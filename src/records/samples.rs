//! Outcomes for tests: every scenario that ships, played in several ways.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::attempt::{Attempt, Mode, Notes, Reflection, SelfRating};
use crate::debrief::debrief;
use crate::library::Library;
use crate::scenario::Scenario;
use crate::session::{Chance, Session};

use super::{AttemptId, Occasion, Outcome, PersonId, Timestamp};

/// Half past nine on a day in May 2026, in milliseconds.
const BEGAN: i64 = 1_778_232_600_123;

/// The scenarios that ship.
pub(super) fn shipped() -> Vec<Arc<Scenario>> {
    Library::open(&[]).entries.into_iter().map(|entry| entry.scenario).collect()
}

/// What every scenario that ships comes to when the first option is always taken, when the last is, and when it is
/// stopped after three turns.
pub(super) fn outcomes() -> Vec<Outcome> {
    static OUTCOMES: LazyLock<Vec<Outcome>> = LazyLock::new(play);
    OUTCOMES.clone()
}

fn play() -> Vec<Outcome> {
    let mut all = Vec::new();
    for scenario in shipped() {
        for (way, most) in [(0, usize::MAX), (1, usize::MAX), (2, 3)] {
            let number = u8::try_from(all.len()).expect("few enough");
            all.push(played(&scenario, number, way, most));
        }
    }
    all
}

/// One of them.
pub(super) fn outcome() -> Outcome {
    outcomes().swap_remove(0)
}

fn played(scenario: &Arc<Scenario>, number: u8, way: usize, most: usize) -> Outcome {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(u64::MAX - u64::from(number)));
    for turn in 0..most {
        let offer = &session.current_scene().offer;
        let choice = if way == 1 { offer.last() } else { offer.first() };
        let Some(&choice) = choice else { break };
        let at = (way != 2).then_some(1_500 * (turn as u64 + 1));
        session.choose(choice, at).expect("it is on offer");
    }
    let mut attempt = Attempt::begin(Mode::Practise, session.transcript().clone());
    if way == 1 {
        attempt.mode = Mode::Assess;
        let rating = SelfRating { empathy: 40, clarity: 100, de_escalation: 0 };
        attempt.reflection = Some(Reflection { feeling: "=SUM(A1)".to_owned(), rating: Some(rating) });
        attempt.own_words.insert(0, "\u{201c}I am here,\u{201d} she said.\nThen:\tnothing.".to_owned());
        attempt.notes = Notes { next_time: "ask first".to_owned(), ..Notes::default() };
    }
    let began = Timestamp::from_millisecond(BEGAN + 60_000 * i64::from(number)).expect("a time");
    let occasion = Occasion {
        attempt: AttemptId::of([number; 16]),
        person: PersonId::of([number % 3; 16]),
        app: "0.1.0".to_owned(),
        began,
        ended: Timestamp::from_millisecond(began.as_millisecond() + 754_210).expect("a time"),
    };
    let debrief = debrief(scenario, session.transcript()).expect("it is of this scenario");
    Outcome { first: number < 3, ..Outcome::of(occasion, scenario, &attempt, &debrief) }
}

/// An outcome with nothing in it, soon written.
pub(super) fn minimal() -> Outcome {
    Outcome { moments: Vec::new(), objectives: BTreeMap::new(), survey: Vec::new(), decisions: Vec::new(), ..outcome() }
}
