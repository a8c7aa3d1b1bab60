//! What one takes home fits on two sides of paper, whatever the attempt.

use std::sync::Arc;

use bedside::debrief::page::Page;
use bedside::debrief::{Debrief, Mark, Marks, debrief};
use bedside::print::{Appendix, write_pdf};
use bedside::scenario::{ChoiceId, Scenario};
use bedside::session::{Chance, Session};

use super::{Written, page, played, sheets};
use crate::support::shipped;

/// How an attempt is played: the option taken has the highest of this.
type Liking = fn(&Session, ChoiceId) -> i64;

const LIKINGS: [(&str, Liking); 5] = [
    ("best", |session, id| i64::from(points(session, id))),
    ("worst", |session, id| -i64::from(points(session, id))),
    ("first", |_, _| 0),
    ("longest", length),
    ("middling", |session, id| -i64::from((points(session, id) - 1).abs())),
];

fn points(session: &Session, id: ChoiceId) -> i32 {
    session.scenario().choice(id).points_at(session.state().mind.stage).sum()
}

fn length(session: &Session, id: ChoiceId) -> i64 {
    let words = &session.scenario().choice(id).words;
    [words.act(), words.say()].into_iter().flatten().map(|text| text.len() as i64).sum()
}

/// An attempt with marks that stand as close as they can, which takes the most room.
fn attempt(scenario: &Arc<Scenario>, liking: Liking, seed: u64) -> Debrief {
    let mut session = Session::begin(scenario.clone(), Chance::from_seed(seed));
    while let Some(&choice) =
        session.current_scene().offer.iter().max_by_key(|&&id| (liking(&session, id), std::cmp::Reverse(id)))
    {
        session.choose(choice, None).expect("it is on offer");
    }
    let debrief = debrief(scenario, session.transcript()).expect("the record fits");
    let mark = Mark { strategy: "m", label: "M", empathy: Some(50), clarity: Some(50), de_escalation: Some(50) };
    Debrief { marks: Some(Marks { random: mark, stranger: mark, developing: mark, expert: mark }), ..debrief }
}

fn sides(page: &Page) -> usize {
    sheets(&write_pdf(page, Appendix::Folded).expect("a PDF").bytes)
}

#[test]
fn what_one_takes_home_fits_on_two_sides_whatever_the_attempt() {
    let mut too_long = Vec::new();
    for scenario in shipped() {
        for (how, liking) in LIKINGS {
            for seed in [1, 7] {
                let debrief = attempt(&scenario, liking, seed);
                let sides = sides(&page(&scenario, &debrief));
                if sides > 2 {
                    too_long.push(format!("{}, {how}, seed {seed}: {sides} sides", scenario.id));
                }
            }
        }
    }
    assert!(too_long.is_empty(), "{too_long:#?}");
}

#[test]
fn own_words_may_flow_over_and_the_appendix_begins_on_a_sheet_of_its_own() {
    for scenario in shipped() {
        let debrief = attempt(&scenario, length, 7);
        let said = "I hear you, and I am sorry that it took so long. ".repeat(4);
        let page = Written::saying(said.trim_end()).page(&scenario, &debrief);
        let alone = sides(&page);
        assert!(alone <= 3, "{}: {alone} sides", scenario.id);
        let whole = sheets(&write_pdf(&page, Appendix::Printed).expect("a PDF").bytes);
        assert!(whole > alone, "{}: {whole} sides", scenario.id);
    }
}

#[test]
fn a_page_can_be_kept_at_any_turn() {
    for scenario in shipped() {
        for turns in [0, 1, 3] {
            let page = page(&scenario, &played(&scenario, turns));
            assert!(sides(&page) <= 2, "{}, {turns} turns", scenario.id);
            write_pdf(&page, Appendix::Printed).expect("a PDF");
        }
    }
}
