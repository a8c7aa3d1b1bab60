//! What one takes home fits on two sides of paper, whatever the attempt.

use std::cmp::Reverse;
use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::marks;
use bedside::debrief::page::{Material, OtherRoads, Page};
use bedside::debrief::{Debrief, Marks, WhatIf, WhatIfEnding, WhatIfOutcome, debrief};
use bedside::print::{Appendix, write_pdf};
use bedside::scenario::{ChoiceId, EndingKind, Scenario};
use bedside::session::{Chance, Felt, Session};

use super::{page, played, sheets};
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
    [words.act(), words.say()]
        .into_iter()
        .flatten()
        .map(|text| i64::try_from(text.len()).expect("a text is short"))
        .sum()
}

/// An attempt with all that takes room: its scenario's marks, and at every turn a way to a safe ending.
struct Attempt {
    scenario: Arc<Scenario>,
    debrief: Debrief,
    what_if: Vec<WhatIf>,
}

impl Attempt {
    fn play(scenario: &Arc<Scenario>, marks: Option<Marks>, liking: Liking, seed: u64) -> Self {
        let mut session = Session::begin(scenario.clone(), Chance::from_seed(seed));
        let mut other = Vec::new();
        loop {
            let offer = session.current_scene().offer.clone();
            let most = |liking: Liking, but: Option<ChoiceId>| {
                let left = offer.iter().copied().filter(|&id| Some(id) != but);
                left.max_by_key(|&id| (liking(&session, id), Reverse(id)))
            };
            let Some(taken) = most(liking, None) else { break };
            other.push(most(length, Some(taken)));
            session.choose(taken, None).expect("it is on offer");
        }
        let debrief = debrief(scenario, session.transcript()).expect("the record fits");
        let debrief = Debrief { marks, ..debrief };
        let turns = other.into_iter().enumerate();
        let what_if = turns.filter_map(|(turn, other)| Some(otherwise(scenario, &debrief, turn, other?))).collect();
        Self { scenario: scenario.clone(), debrief, what_if }
    }

    fn material(&self) -> Material<'_> {
        let other_roads = OtherRoads::Found(&self.what_if);
        Material { other_roads, ..Material::of(&self.scenario, &self.debrief) }
    }

    fn page(&self) -> Page {
        Page::compose(&self.material())
    }
}

/// Another choice that leads to the safe ending with the longest title.
fn otherwise(scenario: &Scenario, debrief: &Debrief, turn: usize, other: ChoiceId) -> WhatIf {
    let endings =
        scenario.scenes.iter().filter_map(|scene| Some((scene, scenario.ending(scenario.find_scene(&scene.id)?)?)));
    let safe = endings.filter(|(_, ending)| ending.kind != EndingKind::Unsafe);
    let longest = safe.max_by_key(|(_, ending)| ending.title.len());
    let choice = scenario.choice(other);
    let with_best = WhatIfOutcome {
        road: Vec::new(),
        ending: longest.map(|(scene, ending)| WhatIfEnding {
            scene: scene.id.to_string(),
            title: ending.title.clone(),
            kind: ending.kind,
        }),
        patient: Felt { feelings: debrief.patient.feelings, stage: debrief.patient.stage },
        scores: debrief.scores,
        own_choices_kept: 0,
    };
    WhatIf {
        turn,
        choice: choice.id.to_string(),
        act: choice.words.act().map(str::to_owned),
        say: choice.words.say().map(str::to_owned),
        with_best,
        with_own: None,
    }
}

fn sides(page: &Page) -> usize {
    sheets(&write_pdf(page, Appendix::Folded).expect("a PDF").bytes)
}

#[test]
fn what_one_takes_home_fits_on_two_sides_whatever_the_attempt() {
    let mut too_long = Vec::new();
    for scenario in shipped() {
        let marks = marks(&scenario, NonZero::<usize>::MIN);
        for (how, liking) in LIKINGS {
            for seed in [1, 7] {
                let sides = sides(&Attempt::play(&scenario, marks, liking, seed).page());
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
        let attempt = Attempt::play(&scenario, None, length, 7);
        let own_words =
            (0..40).map(|turn| (turn, "I hear you, and I am sorry that it took so long. ".repeat(4))).collect();
        let page = Page::compose(&Material { own_words: Some(&own_words), ..attempt.material() });
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
