//! Sending to a record store, and reading from one: against servers on this machine that do all that servers do.

mod dispatching;
mod reading;
mod sending;
pub(crate) mod server;
pub(crate) mod store;

use std::sync::Arc;

use bedside::attempt::{Attempt, Mode};
use bedside::debrief::debrief;
use bedside::library::Library;
use bedside::records::database::{Database, KeptAttempt, Profile, Sharing};
use bedside::records::export::xapi::{Version, statements};
use bedside::records::record_store::{Client, Next, RecordStore, Secret, Sender};
use bedside::records::{AttemptId, Occasion, Outcome, PersonId, Timestamp};
use bedside::session::{Chance, Session};

use self::server::Server;

const PASSWORD: &str = "open sesame";

fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).expect("a time")
}

fn store_at(address: &str) -> RecordStore {
    RecordStore {
        address: address.parse().expect("an address"),
        user: "ward".to_owned(),
        version: Version::V1_0_3,
        home_page: "https://training.example.org".parse().expect("a home page"),
    }
}

fn secret() -> Secret {
    Secret::new(PASSWORD.to_owned())
}

fn client(server: &Server) -> Client {
    Client::new(&store_at(&server.address()), &secret())
}

/// What so many people's attempts at the scenarios that ship come to, each of one at one; every third is stopped early.
pub(crate) fn outcomes(people: u8) -> Vec<Outcome> {
    let library = Library::open(&[]).entries;
    let of = |number: u8| {
        let scenario = Arc::clone(&library[usize::from(number) % library.len()].scenario);
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(u64::MAX - u64::from(number)));
        let most = if number.is_multiple_of(3) { 4 } else { usize::MAX };
        for turn in 0..most {
            let offer = &session.current_scene().offer;
            let Some(&choice) = offer.get((usize::from(number) + turn) % offer.len().max(1)) else { break };
            session.choose(choice, Some(2_000)).expect("it is on offer");
        }
        let attempt = Attempt::begin(Mode::Practise, session.transcript().clone());
        let occasion = Occasion {
            attempt: AttemptId::of([number; 16]),
            person: PersonId::of([number; 16]),
            app: "0.1.0".to_owned(),
            began: now(),
            ended: now(),
        };
        let debrief = debrief(&scenario, session.transcript()).expect("it is of this scenario");
        Outcome::of(occasion, &scenario, &attempt, &debrief)
    };
    (1..=people).map(of).collect()
}

/// Keeps outcomes as finished attempts of one person who shares all.
pub(crate) fn keep(database: &Database, outcomes: &[Outcome]) {
    for outcome in outcomes {
        let person = outcome.person;
        database.add_profile(&Profile { id: person, name: String::new(), made: now() }).expect("kept");
        let kept = KeptAttempt {
            id: outcome.attempt,
            person,
            scenario: outcome.scenario.id.clone(),
            scenario_hash: outcome.scenario.hash.clone(),
            rubric_hash: outcome.rubric.clone(),
            app: outcome.app.clone(),
            began: outcome.began,
            changed: outcome.ended,
            open: false,
            player: None,
            saved: "{}".to_owned(),
        };
        database.keep_attempt(&kept).expect("kept");
        database.keep_outcome(outcome).expect("kept");
        database.share(person, Sharing::All).expect("kept");
    }
}

/// The ids of all statements of these outcomes.
fn ids(outcomes: &[Outcome]) -> Vec<String> {
    let settings = store_at("https://lrs.example.org").settings();
    let all = outcomes.iter().flat_map(|outcome| statements(outcome, &settings));
    let mut ids: Vec<String> = all.map(|statement| statement.id().to_string()).collect();
    ids.sort();
    ids
}

/// Steps until there is nothing to do now, and says what comes then.
fn drive(sender: &mut Sender, database: &Database, now: Timestamp) -> Next {
    for _ in 0..2_000 {
        match sender.step(database, now).expect("the database can be read") {
            Next::Again => {}
            next => return next,
        }
    }
    panic!("it goes on for ever");
}
