//! Printed pages: what is on them, that every text stays text, and that the same debrief gives the same bytes.

mod html;
#[cfg(feature = "cli")]
mod pdf;
#[cfg(feature = "cli")]
mod two_sides;

use std::collections::BTreeMap;
use std::sync::Arc;

use bedside::attempt::{Notes, Reflection, SelfRating};
use bedside::debrief::page::{Material, Page};
use bedside::debrief::{Debrief, debrief};
use bedside::scenario::Scenario;
use bedside::session::{Chance, RoadStep, Session};

use crate::support::shipped_as;

/// The debrief of a conversation that takes the first option for at most `turns` turns.
fn played(scenario: &Arc<Scenario>, turns: usize) -> Debrief {
    let mut session = Session::begin(scenario.clone(), Chance::from_seed(7));
    for _ in 0..turns {
        let Some(&choice) = session.current_scene().offer.first() else { break };
        let id = session.scenario().choice(choice).id.clone();
        session.follow(&RoadStep::choose(id), None).expect("the first option can be taken");
    }
    debrief(scenario, session.transcript()).expect("a debrief of what was played")
}

/// What a trainee might have written, with hostile texts in every field that takes one.
struct Written {
    reflection: Reflection,
    own_words: BTreeMap<usize, String>,
    notes: Notes,
}

impl Written {
    fn saying(said: &str) -> Self {
        let rating = SelfRating { empathy: 55, clarity: 40, de_escalation: 90 };
        let own_words = (0..40).map(|turn| (turn, said.to_owned())).collect();
        Self {
            reflection: Reflection { feeling: said.to_owned(), rating: Some(rating) },
            own_words,
            notes: Notes {
                went_well: said.to_owned(),
                to_change: said.to_owned(),
                next_time: said.to_owned(),
                by: said.to_owned(),
            },
        }
    }

    fn page(&self, scenario: &Scenario, debrief: &Debrief) -> Page {
        Page::compose(&Material {
            reflection: Some(&self.reflection),
            own_words: Some(&self.own_words),
            again_from: Some(1),
            notes: Some(&self.notes),
            ..Material::of(scenario, debrief)
        })
    }
}

/// A shipped scenario, played to its end.
fn sample() -> (Arc<Scenario>, Debrief) {
    let scenario = shipped_as("two-hours-in");
    let debrief = played(&scenario, 40);
    (scenario, debrief)
}

/// The page of a scenario and its debrief alone.
fn page(scenario: &Scenario, debrief: &Debrief) -> Page {
    Page::compose(&Material::of(scenario, debrief))
}

/// How many sheets of paper, a side each, a PDF has.
#[cfg(feature = "cli")]
fn sheets(pdf: &[u8]) -> usize {
    let count = |what: &[u8]| pdf.windows(what.len()).filter(|window| *window == what).count();
    count(b"/Type/Page/") + count(b"/Type/Page\n")
}
