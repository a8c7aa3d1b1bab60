//! Made-up scenarios in which nothing but the moment marks the best option: who does not read it comes to no more than
//! chance, and who does comes to the top.

use std::fmt::Write as _;
use std::sync::Arc;

use bedside::analysis::stranger::Teachers;
use bedside::analysis::strategy::{Strategy, results_on};
use bedside::debrief::debrief;
use bedside::rubric::Dimension;
use bedside::scenario::Scenario;
use bedside::session::{Chance, Session};

use super::stranger::{draw, words};
use super::{effort, of, threads};
use crate::support;

/// How many scenarios are made.
const MADE: u16 = 200;
/// How many decisions each has.
const DECISIONS: usize = 10;
/// How many strangers learn from each other.
const LIBRARY: usize = 10;

/// Kinds of moment, each with a behaviour that meets it and no other of them.
const KINDS: [(&str, &str); 7] = [
    ("feeling", "names_emotion"),
    ("question", "gives_time"),
    ("risk", "coordinates"),
    ("choice", "offers_choices"),
    ("repair", "closes_loop"),
    ("room", "gives_space"),
    ("muddle", "teach_back"),
];

/// Four options a decision, each of which meets another moment. With these two beside it, each would be worth 3 on every
/// dimension, and each shows three behaviours.
const BESIDE: &str = "reflects_content, introduces_role";

/// The numbers from 0 to 6 in an order that follows from `seed`.
fn shuffled(seed: usize) -> [usize; KINDS.len()] {
    let mut order = std::array::from_fn(|index| index);
    for last in (1..order.len()).rev() {
        order.swap(last, draw(seed * 101 + last, last + 1));
    }
    order
}

fn made(number: usize) -> Arc<Scenario> {
    let minimal = support::minimal().replace("id: \"minimal\"", &format!("id: \"made-{number}\""));
    let (head, _) = minimal.split_once("    start:").expect("the least scenario starts somewhere");
    let mut text = format!("{head}    start: \"d-0\",\n    scenes: {{\n");
    for at in 0..DECISIONS {
        let seed = number * 1000 + at * 20;
        let (kinds, moment) = (shuffled(seed), draw(seed * 7919 + 13, 4));
        let _ = write!(text, "\"d-{at}\": (cue: \"A look.\", moment: {}, choices: [", KINDS[kinds[moment]].0);
        for (option, &kind) in kinds.iter().take(4).enumerate() {
            let act = if draw(seed + 9 + option, 3) == 0 { "act: \"Dabu.\", " } else { "" };
            let (say, then) = (words(seed + option), at + 1);
            let _ = write!(
                text,
                "(id: \"o-{option}\", {act}say: \"{say}\", shows: [{}, {BESIDE}], why: \"So.\", then: \"d-{then}\"),",
                KINDS[kind].1
            );
        }
        text.push_str("]),\n");
    }
    let _ = writeln!(text, "\"d-{DECISIONS}\": (ending: (title: \"Better\", kind: Good, thought: \"Well.\")),\n}})");
    support::playable(text)
}

/// The scores of one who always takes the option with the most points.
fn best(scenario: &Arc<Scenario>) -> [Option<u8>; 3] {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(1));
    while !session.is_over() {
        let offer = &session.current_scene().offer;
        let sum = |id: &&_| scenario.choice(**id).points.sum();
        let taken = *offer.iter().max_by_key(sum).expect("something is on offer");
        session.choose(taken, None).expect("it is on offer");
    }
    let debrief = debrief(scenario, session.transcript()).expect("a record fits its scenario");
    Dimension::ALL.map(|dimension| debrief.scores.get(dimension))
}

#[test]
fn before_the_moment_all_options_are_alike_and_one_of_them_meets_it() {
    let scenario = made(0);
    let rubric = &scenario.rubric;
    for scene in scenario.scenes.iter().filter(|scene| !scene.moment.is_empty()) {
        let choices = || scenario.choices.iter().filter(|choice| scenario.scene(choice.scene).id == scene.id);
        let alike = choices().all(|choice| {
            let before = rubric.points(choice.shows, bedside::rubric::AtMoment::Unnamed);
            Dimension::ALL.map(|dimension| before[dimension]) == [3; 3]
        });
        assert!(alike, "{}", scene.id);
        assert_eq!(choices().filter(|choice| choice.meets_moment() == Some(true)).count(), 1, "{}", scene.id);
    }
}

#[test]
fn strangers_come_to_chance_and_those_who_read_the_moment_to_the_top() {
    let library: Vec<Arc<Scenario>> = (0..usize::from(MADE)).map(made).collect();
    let mut sums = [[0.0; 3]; Strategy::ALL.len()];
    for scenario in &library {
        assert_eq!(best(scenario), [Some(100); 3], "{}", scenario.id);
        let all = results_on(threads(2), scenario, 20, 1);
        for (sums, result) in sums.iter_mut().zip(&all) {
            for (sum, dimension) in sums.iter_mut().zip(Dimension::ALL) {
                *sum += result.scores.get(dimension).expect("every decision counts on it").mean / f64::from(MADE);
            }
        }
        let expert = of(&all, Strategy::Expert);
        let means = Dimension::ALL.map(|dimension| expert.scores.get(dimension).map_or(0.0, |score| score.mean));
        assert!(means.iter().all(|mean| *mean >= 85.0), "{}: {means:?}", scenario.id);
    }
    let mean_of = |strategy| sums[Strategy::ALL.iter().position(|one| *one == strategy).expect("it is one of all")];
    let chance = mean_of(Strategy::Random);
    for strategy in Strategy::SURFACE {
        for (own, chance) in mean_of(strategy).into_iter().zip(chance) {
            // 2,000 decisions, each worth a hundredth of its scenario's score or less above the others: 3 points are more
            // than three standard errors.
            assert!((own - chance).abs() < 3.0, "{strategy:?}: {own} against {chance}");
        }
    }
    let (mut found, mut decisions) = (0, 0);
    for library in library.chunks(LIBRARY) {
        let teachers = Teachers::new(library.to_vec(), []);
        for scenario in library {
            let stranger = teachers.send_stranger(scenario, &effort(1, 1));
            (found, decisions) = (found + stranger.best.found, decisions + stranger.best.decisions);
        }
    }
    assert_eq!(decisions, usize::from(MADE) * DECISIONS);
    // One in four, and three standard errors (of 9.7 each 1,000) on either side.
    assert!((442..=558).contains(&found), "{found} of {decisions}");
}
