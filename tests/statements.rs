//! Statements of many outcomes, for validators of others: `scripts/validate-statements` says how.

use std::sync::Arc;
use std::{env, fs, path::Path};

use bedside::attempt::{Attempt, Mode, Notes, Reflection, SelfRating};
use bedside::debrief::debrief;
use bedside::records::export::xapi::{Settings, Version, outcome_of, statements};
use bedside::records::{AttemptId, Occasion, Outcome, PersonId, Timestamp};
use bedside::scenario::{ChoiceId, Scenario};
use bedside::session::{Chance, Session};
use serde_json::Value;

use crate::support;

/// The environment variable that, if set, names a folder to write the statements into: a file a version.
const FOLDER: &str = "BEDSIDE_STATEMENTS";

/// How many conversations are had with each scenario.
const CONVERSATIONS: u8 = 12;

#[test]
fn statements_of_many_outcomes_can_be_written_and_read() {
    let outcomes = outcomes();
    assert!(outcomes.iter().any(|outcome| outcome.passed) && outcomes.iter().any(|outcome| outcome.ending.is_none()));
    assert!(outcomes.iter().any(|outcome| outcome.decisions.is_empty()));
    for version in Version::ALL {
        let settings =
            Settings { version, home_page: "https://training.example.org".parse().expect("a home page"), words: true };
        let all: Vec<_> = outcomes.iter().flat_map(|outcome| statements(outcome, &settings)).collect();
        let text = serde_json::to_string_pretty(&all).expect("plain data");
        let values: Vec<Value> = serde_json::from_str(&text).expect("an array");
        let back = values.iter().filter_map(outcome_of).collect::<Result<Vec<_>, _>>().expect("outcomes");
        assert!(back.into_iter().eq(outcomes.iter().cloned().map(Outcome::without_words)));
        if let Some(folder) = env::var_os(FOLDER) {
            fs::create_dir_all(&folder).expect("a folder");
            let file = Path::new(&folder).join(format!("{}.json", version.header()));
            fs::write(file, text).expect("a file in it");
        }
    }
}

/// Outcomes of every scenario that ships and of one with a single decision: of good choices and bad ones, left to the
/// clock, stopped, with and without what a trainee may leave out.
fn outcomes() -> Vec<Outcome> {
    let mut scenarios = support::shipped();
    scenarios.push(support::playable(support::minimal()));
    let each = scenarios.iter().enumerate();
    let played = each.flat_map(|(at, scenario)| (0..CONVERSATIONS).map(move |way| (at, scenario, way)));
    played.map(|(at, scenario, way)| outcome(scenario, u8::try_from(at).expect("few enough"), way)).collect()
}

fn outcome(scenario: &Arc<Scenario>, at: u8, way: u8) -> Outcome {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(u64::from(way) << 60));
    let most = if way % 5 == 4 { usize::from(way) - 4 } else { usize::MAX };
    for turn in 0..most {
        let Some(choice) = choice(&session, way, turn) else { break };
        session.choose(choice, (way % 4 != 3).then_some(4_217 * (turn as u64 + 1))).expect("it is on offer");
    }
    let mut attempt = Attempt::begin(Mode::Practise, session.transcript().clone());
    if way % 2 == 1 {
        attempt.mode = Mode::Assess;
        let rating = (way % 4 == 1).then_some(SelfRating { empathy: 100, clarity: 50, de_escalation: 0 });
        attempt.reflection = Some(Reflection { feeling: "drained".to_owned(), rating });
        attempt.own_words.insert(0, "I\u{2019}m here.\nTell me \u{201c}everything\u{201d}.".to_owned());
        let next_time = "ask before I explain".to_owned();
        attempt.notes = Notes { next_time, by: "Friday".to_owned(), ..Notes::default() };
    }
    let began = Timestamp::from_millisecond(1_778_232_600_123 + i64::from(way) * 86_400_000).expect("a time");
    let occasion = Occasion {
        attempt: AttemptId::of([at * CONVERSATIONS + way; 16]),
        person: PersonId::of([way; 16]),
        app: "0.1.0".to_owned(),
        began,
        ended: Timestamp::from_millisecond(began.as_millisecond() + i64::from(way) * 400_400).expect("a time"),
    };
    let debrief = debrief(scenario, session.transcript()).expect("it is of this scenario");
    let mut outcome = Outcome { first: way == 0, ..Outcome::of(occasion, scenario, &attempt, &debrief) };
    if way % 6 == 5 {
        outcome.decisions.iter_mut().take(2).for_each(|made| made.late = true);
    }
    outcome
}

/// The choice of a way at a turn: the best on offer, or one that differs from way to way.
fn choice(session: &Session, way: u8, turn: usize) -> Option<ChoiceId> {
    let offer = &session.current_scene().offer;
    let points = |choice: &ChoiceId| {
        let mut tried = session.clone();
        tried.choose(*choice, None).expect("it is on offer");
        let debrief = debrief(session.scenario(), tried.transcript()).expect("it is of this scenario");
        let points = debrief.turns.last().expect("a turn").points;
        points.empathy + points.clarity + points.de_escalation
    };
    if way == 0 {
        offer.iter().copied().max_by_key(points)
    } else {
        offer.get((usize::from(way) * 7 + turn * usize::from(way % 3)) % offer.len().max(1)).copied()
    }
}
