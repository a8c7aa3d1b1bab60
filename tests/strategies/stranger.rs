//! The learnt stranger, and the surface features that give the best options away.

use std::fmt::Write as _;
use std::sync::Arc;

use bedside::analysis::stranger::{Found, StrangerResult, Teachers};
use bedside::analysis::strategy::{Strategy, results};
use bedside::analysis::{Analysis, Effort, analyse};
use bedside::scenario::Scenario;

use super::effort;
use crate::support;

/// Enough plays for what is about shares.
const PLAYS: u32 = 200;

/// What strangers come to in each scenario of a library who have learnt from the others.
fn met(library: &[Arc<Scenario>], threads: usize) -> Vec<StrangerResult> {
    let teachers = Teachers::new(library.to_vec(), []);
    library.iter().map(|scenario| teachers.send_stranger(scenario, &effort(threads, PLAYS))).collect()
}

/// What betrays the best options of a scenario, in words.
fn betraying(scenario: &Scenario) -> Vec<String> {
    let few = Effort { plays: 1, states: 1, ..effort(1, PLAYS) };
    let Analysis { surface, .. } = analyse(scenario, &few);
    let percent = scenario.rubric.fairness.learnt_stranger.by_chance;
    surface.iter().filter(|giveaway| giveaway.betrays(percent)).map(ToString::to_string).collect()
}

#[test]
fn strangers_pass_conversations_that_are_corridors() {
    let library = support::corridors();
    let strangers = met(&library, 2);
    for (id, found, told) in [
        ("let-me-out", Found { found: 11, decisions: 13 }, &["has the most sentences in 13 of 13"][..]),
        (
            "too-many-pills",
            Found { found: 14, decisions: 17 },
            &[
                "has the most sentences in 15 of 17",
                "has the most questions in 12 of 15",
                "says \u{201c}you\u{201d} the most in 10 of 17",
            ],
        ),
        (
            "two-hours-in",
            Found { found: 12, decisions: 15 },
            &[
                "has the most sentences in 12 of 15",
                "has the most questions in 10 of 12",
                "closes with a question in 7 of 8",
            ],
        ),
    ] {
        let at = library.iter().position(|scenario| scenario.id == id).expect("it ships");
        let stranger = &strangers[at];
        assert_eq!((stranger.best, stranger.played.passed), (found, 1.0), "{id}");
        assert!(stranger.probability < 0.001 && stranger.is_unfair(&library[at]), "{id}");
        assert_eq!(stranger.library, Found { found: 37, decisions: 45 });
        assert_eq!(
            betraying(&library[at]),
            told.iter().map(|told| format!("the best option {told} decisions")).collect::<Vec<_>>()
        );
        let results = results(&library[at], PLAYS, 1);
        let most = results.iter().find(|result| result.strategy == Strategy::MostSentences).expect("it is played");
        assert_eq!(most.passed, 1.0, "{id}");
    }
}

#[test]
fn strangers_come_to_the_same_each_time_on_any_number_of_threads() {
    let library = support::corridors();
    let told = |threads| ron::to_string(&met(&library, threads)).expect("it is data");
    let once = told(1);
    assert_eq!(once, told(1));
    assert_eq!(once, told(3));
}

/// A made-up scenario of twelve decisions with four options each, in words without meaning. `best` gives the index of
/// the best option of decision `at`, and `surface` the words of each of its options.
fn made_up(id: &str, best: impl Fn(usize) -> usize, surface: impl Fn(usize, usize) -> String) -> Arc<Scenario> {
    let minimal = support::minimal().replace("id: \"minimal\"", &format!("id: \"{id}\""));
    let (head, _) = minimal.split_once("    start:").expect("the least scenario starts somewhere");
    let mut text = format!("{head}    start: \"d-0\",\n    scenes: {{\n");
    for at in 0..12 {
        let _ = write!(text, "\"d-{at}\": (choices: [");
        for option in 0..4 {
            let shows = if option == best(at) { "validates, plain_words" } else { "" };
            let (say, then) = (surface(at, option), at + 1);
            let _ = write!(
                text,
                "(id: \"o-{option}\", say: \"{say}\", shows: [{shows}], why: \"So.\", then: \"d-{then}\"),"
            );
        }
        text.push_str("]),\n");
    }
    text.push_str("\"d-12\": (ending: (title: \"Better\", kind: Good, thought: \"Well.\")),\n})");
    support::playable(text)
}

/// A number below `bound` that follows from `seed` and nothing else.
pub(super) fn draw(seed: usize, bound: usize) -> usize {
    let mut mixed = (seed as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    usize::try_from((mixed >> 33) % bound as u64).expect("it is small")
}

/// Words with a surface of their own: sentences, commas, questions, and how often "you" and "I" are said.
pub(super) fn words(seed: usize) -> String {
    let parts = ["Da bu", "Da, bu", "Da bu you", "I da bu", "Dada bubu"];
    let ends = [".", ".", "?"];
    let sentence = |number: usize| {
        let of = |what: usize, bound| draw(seed * 31 + number * 7 + what, bound);
        format!("{}{}", parts[of(1, parts.len())], ends[of(2, ends.len())])
    };
    (0..=draw(seed * 31, 3)).map(sentence).collect::<Vec<_>>().join(" ")
}

#[test]
fn one_feature_that_marks_the_best_is_learnt_and_named() {
    let scenario = |number: usize| {
        let best = move |at: usize| draw(number * 100 + at, 4);
        made_up(&format!("marked-{number}"), best, move |at, option| {
            let commas = if option == best(at) { ", bu, da, ba, du" } else { "" };
            format!("Da{commas} {}", words(number * 1000 + at * 10 + option).to_lowercase())
        })
    };
    let library: Vec<_> = (0..3).map(scenario).collect();
    for (scenario, stranger) in library.iter().zip(met(&library, 1)) {
        assert_eq!(stranger.best, Found { found: 12, decisions: 12 });
        assert_eq!(stranger.played.passed, 1.0);
        assert!(stranger.is_unfair(scenario));
        let told = betraying(scenario);
        assert!(told.contains(&"the best option has the most commas in 12 of 12 decisions".to_owned()), "{told:?}");
    }
}

#[test]
fn where_nothing_marks_the_best_nothing_is_named_and_strangers_find_what_chance_does() {
    let scenario = |number: usize| {
        let best = move |at: usize| draw(7000 + number * 100 + at, 4);
        made_up(&format!("plain-{number}"), best, move |at, option| words(number * 1000 + at * 10 + option))
    };
    let library: Vec<_> = (0..4).map(scenario).collect();
    for (scenario, stranger) in library.iter().zip(met(&library, 1)) {
        assert_eq!(betraying(scenario), Vec::<String>::new(), "{}", scenario.id);
        assert!(stranger.probability > 0.01 && !stranger.is_unfair(scenario), "{}: {stranger}", scenario.id);
        assert!(stranger.library.share() < 0.45, "{:?}", stranger.library);
    }
}

#[test]
fn a_file_of_an_authors_own_is_met_by_who_has_not_learnt_from_it() {
    let text = support::text("tests/scenarios/corridors/two-hours-in.ron");
    let own = support::playable(text.replace("Two hours in", "Three hours in"));
    let teachers = Teachers::new(support::corridors(), [&*own]);
    let stranger = teachers.send_stranger(&own, &effort(1, PLAYS));
    assert_eq!(stranger.learnt_from, ["let-me-out", "too-many-pills"]);
    assert_eq!(stranger.library.decisions, 45, "it takes the place of the one with its id");
    let minimal = support::playable(support::minimal());
    let stranger = teachers.send_stranger(&minimal, &effort(1, PLAYS));
    assert_eq!(stranger.learnt_from.len(), 3);
    assert!(!stranger.is_unfair(&minimal), "too few decisions to say");
}
