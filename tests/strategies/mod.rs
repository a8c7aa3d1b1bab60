//! The results of simple strategies and of simulated trainees.
#![expect(clippy::float_cmp, reason = "means and shares of few plays with whole numbers come out exactly")]

mod moment_alone;
mod shipped;
mod stranger;
mod surface;
mod taken;
mod twins;

use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::Effort;
use bedside::analysis::strategy::{Strategy, StrategyResult, Unfair, results, results_on, unfair};
use bedside::debrief::debrief;
use bedside::rubric::{self, Dimension};
use bedside::rules::rules;
use bedside::scenario::{self, EndingKind, Scenario, SceneContent};
use bedside::session::{Chance, Session};
use bedside::source::Source;

use crate::support;

/// Two decisions and a draw. Points: `kind` 3, 0, 2 (empathy, clarity, de-escalation), `nothing`
/// 0, 0, 0, `curt` -3, 0, -3; then `reason` 0, 2, 1 and `terms` 0, -3, -1.
const TINY: &str = r#"(
    format: 1, id: "tiny", title: "Tiny", setting: "Here", place: Ward, you_are: "the nurse",
    summary: "Two decisions.", level: Foundation, minutes: 5, practises: [empathy], briefing: "None.",
    objectives: [(id: "kind", text: "Be kind", met: Shown(validates))],
    patient: (
        name: "Ann", age: 50, pronouns: "she/her", about: "A patient.", looks: (skin: 3, hair: Short, wears: Shirt),
        feels: (agitation: 40, trust: 50, understanding: 30), baseline: 40,
    ),
    start: "one",
    scenes: {
        "one": (patient: "Well?", choices: [
            (id: "nothing", say: "Right, then. Let us see about that now.", shows: [], why: "So.", then: "two"),
            (id: "kind", say: "Of course, Mrs Ann.", shows: [validates], why: "So.", then: "two"),
            (id: "curt", act: "Turn round.", say: "Please, no.", shows: [dismisses], why: "So.", then: "two"),
        ]),
        "two": (patient: "And?", choices: [
            (id: "reason", say: "It is for this reason.", shows: [explains_why], why: "So.",
                then: [(chance: [(1, "rare"), (3, "often")])]),
            (id: "terms", say: "It is a proximal one, with sequelae.", shows: [jargon, info_dump], why: "So.",
                then: [(chance: [(1, "rare"), (3, "often")])]),
        ]),
        "rare": (ending: (title: "One time in four", kind: Mixed, thought: "Well.")),
        "often": (ending: (title: "Three times in four", kind: Good, thought: "Well.")),
    },
)"#;

/// With a rubric in which its two decisions are enough to pass.
fn tiny() -> Arc<Scenario> {
    let enough = |name: &str| {
        let model = support::text("assets/model.ron").replace("judged_from: 6", "judged_from: 2");
        (name == "model").then_some(model)
    };
    let rubric = rubric::read(&support::rubric_texts_with(enough)).expect("it is as it was, but for one number");
    let reading = scenario::read(Source::new("tiny", TINY), &Arc::new(rubric), rules());
    Arc::new(reading.scenario.expect("it is right"))
}

fn of(results: &[StrategyResult], strategy: Strategy) -> &StrategyResult {
    results.iter().find(|result| result.strategy == strategy).expect("every strategy is played")
}

fn means(result: &StrategyResult) -> [Option<f64>; 3] {
    Dimension::ALL.map(|dimension| result.scores.get(dimension).map(|score| score.mean))
}

/// So many plays, on so many threads.
fn effort(count: usize, plays: u32) -> Effort<'static> {
    Effort { plays, ..Effort::usual(threads(count), &|_| true) }
}

fn threads(count: usize) -> NonZero<usize> {
    NonZero::new(count).expect("not 0")
}

#[test]
fn each_strategy_takes_what_it_is_named_after() {
    let results = results(&tiny(), 100, 3);
    // Of empathy 6 points can be gained, of clarity 5, of de-escalation 5 and 2.
    for (strategy, expected) in [
        // nothing, reason: 3 of 6, 5 of 5, 3 + 2 of 7.
        (Strategy::First, [50.0, 100.0, 71.0]),
        // curt, terms.
        (Strategy::Last, [0.0, 0.0, 0.0]),
        // nothing (39 characters, curt 22 with what is done, kind 19), terms (36 against 22): 3 of 7.
        (Strategy::Longest, [50.0, 0.0, 43.0]),
        // kind, reason.
        (Strategy::Shortest, [100.0, 100.0, 100.0]),
        // Two sentences in nothing and curt, one in each of the second: the first, nothing, reason.
        (Strategy::MostSentences, [50.0, 100.0, 71.0]),
        // kind; then the first, reason.
        (Strategy::FewestSentences, [100.0, 100.0, 100.0]),
        // One in each of the first; then terms.
        (Strategy::MostCommas, [50.0, 0.0, 43.0]),
        // None anywhere: nothing, reason, as the first.
        (Strategy::MostQuestions, [50.0, 100.0, 71.0]),
        (Strategy::EndsInAQuestion, [50.0, 100.0, 71.0]),
        (Strategy::MostYou, [50.0, 100.0, 71.0]),
        (Strategy::FewestI, [50.0, 100.0, 71.0]),
        // curt; then the first, reason: 2 of 7.
        (Strategy::HasAnAction, [0.0, 100.0, 29.0]),
        // kind with 14 letters in 4 words (nothing 29 in 8, curt 17 in 4), reason with 17 in 5 (terms 28 in 7).
        (Strategy::ShortestWords, [100.0, 100.0, 100.0]),
        // kind with two terms, and nobody is polite in the second: the first, reason.
        (Strategy::MostPolite, [100.0, 100.0, 100.0]),
        // Nobody informs in the first: the first, nothing; then two behaviours against one, terms.
        (Strategy::MostInformation, [50.0, 0.0, 43.0]),
        // curt, terms.
        (Strategy::Worst, [0.0, 0.0, 0.0]),
    ] {
        let result = of(&results, strategy);
        assert_eq!(means(result), expected.map(Some), "{strategy:?}");
        assert_eq!(result.scores.mean, Some(expected.iter().sum::<f64>() / 3.0), "{strategy:?}");
        assert_eq!(result.scores.empathy.and_then(|score| score.standard_error), Some(0.0), "{strategy:?}");
        let passes = f64::from(u8::from(expected.iter().all(|score| *score >= 70.0)));
        assert_eq!(result.passed, passes, "{strategy:?}");
    }
}

#[test]
fn chance_and_skill_come_to_what_they_should() {
    let results = results(&tiny(), 4_000, 0);
    let near = |found: f64, expected: f64, within: f64, what: &str| {
        assert!((found - expected).abs() < within, "{what}: {found}, not {expected}");
    };
    // With probability p each of three options and of two; de-escalation by hand over the six pairs.
    for (strategy, empathy, clarity, passed) in [
        (Strategy::Random, 50.0, 50.0, 1.0 / 6.0),
        // Best with 1/2 + 1/2 · 1/3 = 2/3 and 3/4.
        (Strategy::Developing, 75.0, 75.0, 0.5),
        // Best with 9/10 + 1/10 · 1/3 = 14/15 and 19/20.
        (Strategy::Expert, 95.0, 95.0, 14.0 / 15.0 * 0.95),
    ] {
        let result = of(&results, strategy);
        let score = |dimension| result.scores.get(dimension).expect("it is exercised");
        let name = strategy.id();
        let errors = |dimension| 4.0 * score(dimension).standard_error.expect("there are many plays");
        near(score(Dimension::Empathy).mean, empathy, errors(Dimension::Empathy), name);
        near(score(Dimension::Clarity).mean, clarity, errors(Dimension::Clarity), name);
        near(result.passed, passed, 0.03, name);
    }
    // Random on de-escalation: 100, 71, 71, 43, 29, 0, each as likely; their deviation is 32.505.
    let random = of(&results, Strategy::Random).scores.de_escalation.expect("it is exercised");
    near(random.mean, 314.0 / 6.0, 2.1, "de-escalation at random");
    near(random.standard_error.expect("many plays"), 32.505 / 4_000f64.sqrt(), 0.02, "its standard error");
    for result in &results {
        let shares: Vec<_> = result.endings.iter().map(|ending| (ending.scene.as_str(), ending.share)).collect();
        assert_eq!((shares[0].0, shares[1].0, shares.len()), ("rare", "often", 2));
        near(shares[0].1, 0.25, 0.03, "the rare ending");
        near(shares[0].1 + shares[1].1 + result.stuck, 1.0, 1e-9, "all endings");
    }
}

#[test]
fn who_makes_too_few_decisions_or_ends_unsafe_does_not_pass() {
    let passed = |scenario: &Scenario| of(&results(scenario, 10, 0), Strategy::Shortest).passed;
    assert_eq!(passed(&tiny()), 1.0);
    assert_eq!(passed(&support::playable(TINY)), 0.0, "two decisions are too few");
    let mut scenario = (*tiny()).clone();
    for scene in &mut scenario.scenes {
        if let SceneContent::Ending(ending) = &mut scene.content {
            ending.kind = EndingKind::Unsafe;
        }
    }
    assert_eq!(passed(&scenario), 0.0);
}

#[test]
fn how_the_patient_feels_at_the_end_follows_the_model() {
    // curt: -3, -3 gives agitation +15, and trust -15, which counts 3/2, -22. From 53, 28 and 30, terms (clarity -6
    // capped at -3, de-escalation -1): agitation (4 + 5 for hard words in a row) · 47/50 = 8.5, trust -1 · 28/50,
    // understanding -18 · 30/50 = -10.8. Agitation drifts down by 2 in each turn.
    let worst = of(&results(&tiny(), 10, 0), Strategy::Worst).feelings;
    assert_eq!((worst.agitation, worst.trust, worst.understanding), (59.0, 28.0, 20.0));
}

#[test]
fn what_trainees_take_by_chance_is_golden() {
    let choices = ["a", "b", "c", "d"];
    let offer = choices.map(|id| {
        let shows = if id == "c" { "validates" } else { "" };
        format!("(id: \"{id}\", say: \"Words.\", shows: [{shows}], why: \"So.\", then: \"{id}\"),")
    });
    let endings = choices.map(|id| format!("\"{id}\": (ending: (title: \"{id}\", kind: Good, thought: \"Well.\")),"));
    let from = TINY.find("\"one\": (").expect("it is there");
    let scenes = format!("\"one\": (patient: \"Well?\", choices: [{}]), {} }},\n)", offer.concat(), endings.concat());
    let scenario = support::playable(format!("{}{scenes}", &TINY[..from]));
    let taken = |strategy| -> String {
        let end = |seed| of(&results(&scenario, 1, seed), strategy).endings[0].scene.clone();
        (0..16).map(end).collect()
    };
    let taken = [Strategy::Random, Strategy::Developing, Strategy::Expert].map(taken);
    assert_eq!(taken, ["cdddabcbaddcbdcd", "ccbccccbadcdccdb", "cccccccccccccccc"]);
}

/// Plays as the app does, always taking the first, the last or the worst option as written.
fn played(scenario: &Arc<Scenario>, strategy: Strategy, seed: u64) -> Session {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(seed));
    while !session.is_over() {
        let offer: Vec<_> = session.state().options(scenario).collect();
        let stage = session.state().mind.stage;
        let choice = match strategy {
            Strategy::First => offer.first().copied(),
            Strategy::Last => offer.last().copied(),
            _ => offer.iter().copied().min_by_key(|&id| scenario.choice(id).points_at(stage).sum()),
        };
        session.choose(choice.expect("something is on offer"), None).expect("it is on offer");
    }
    session
}

#[test]
fn a_simulated_play_is_the_real_play_of_its_seed() {
    for scenario in support::shipped().into_iter().chain([tiny()]) {
        for seed in 0..12 {
            let results = results_on(threads(1), &scenario, 1, seed);
            for strategy in [Strategy::First, Strategy::Last, Strategy::Worst] {
                let session = played(&scenario, strategy, seed);
                let real = debrief(&scenario, session.transcript()).expect("it fits");
                let simulated = of(&results, strategy);
                let scores = Dimension::ALL.map(|on| real.scores.get(on).map(f64::from));
                assert_eq!(means(simulated), scores, "{} {strategy:?} {seed}", scenario.id);
                assert_eq!(simulated.passed > 0.0, real.passed);
                let endings: Vec<_> = simulated.endings.iter().map(|ending| ending.scene.clone()).collect();
                assert_eq!(endings, Vec::from_iter(real.ending.map(|ending| ending.scene)));
                assert_eq!(simulated.feelings.trust, f64::from(session.state().mind.feelings.trust));
                assert_eq!(simulated.feelings.agitation, f64::from(session.state().mind.feelings.agitation));
            }
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let scenario = support::shipped_as("two-hours-in");
    let serialized = |results: Vec<StrategyResult>| ron::to_string(&results).expect("it is data");
    let one = serialized(results_on(threads(1), &scenario, 333, 9));
    assert_eq!(one, serialized(results_on(threads(2), &scenario, 333, 9)));
    assert_eq!(one, serialized(results_on(threads(3), &scenario, 333, 9)));
    assert_eq!(one, serialized(results(&scenario, 333, 9)));
    assert_ne!(one, serialized(results(&scenario, 333, 10)), "another seed gives other chance");
}

#[test]
fn many_plays_are_the_plays_of_their_seeds() {
    let scenario = tiny();
    let many = results(&scenario, 120, 5);
    let singles: Vec<_> = (5..125).map(|seed| results_on(threads(1), &scenario, 1, seed)).collect();
    for strategy in Strategy::ALL {
        let score = |results: &[StrategyResult]| of(results, strategy).scores.de_escalation.expect("exercised").mean;
        let mean = singles.iter().map(|results| score(results)).sum::<f64>() / 120.0;
        assert!((mean - score(&many)).abs() < 1e-9, "{strategy:?}");
    }
}

#[test]
fn a_result_is_written_in_a_fixed_order() {
    let results = results(&tiny(), 1, 3);
    assert_eq!(
        ron::to_string(of(&results, Strategy::First)).expect("it is data"),
        "(strategy:\"first\",plays:1,scores:(empathy:Some((plays:1,mean:50.0,standard_error:None)),\
         clarity:Some((plays:1,mean:100.0,standard_error:None)),\
         de_escalation:Some((plays:1,mean:71.0,standard_error:None)),mean:Some(73.66666666666667)),\
         empathy_with_de_escalation:None,passed:0.0,judged:1.0,endings:[(scene:\"often\",kind:\"Good\",share:1.0)],stuck:0.0,\
         feelings:(agitation:40.0,trust:51.0,understanding:42.0))"
    );
}

#[test]
fn strategies_are_told_apart_and_their_skill_is_the_rubrics() {
    let fairness = &support::rubric().fairness;
    for (index, strategy) in Strategy::ALL.iter().enumerate() {
        for other in &Strategy::ALL[..index] {
            assert_ne!(strategy.id(), other.id());
            assert_ne!(strategy.label(), other.label());
            assert_ne!(strategy.definition(fairness), other.definition(fairness));
        }
    }
    assert!(Strategy::Developing.definition(fairness).contains(" 50 times in 100"));
    assert!(Strategy::Expert.definition(fairness).contains(" 90 times in 100"));
}

#[test]
fn a_talk_that_gets_stuck_reaches_no_ending() {
    let text = TINY.replace("(chance: [(1, \"rare\"), (3, \"often\")])", "(to: \"two\")");
    let stuck = results(&support::playable(text), 10, 0);
    assert!(stuck.iter().all(|result| result.endings.is_empty() && result.stuck == 1.0));
}

#[test]
fn an_unfair_scenario_is_told_why_in_words() {
    let scenario = tiny();
    let serialized: Vec<String> =
        unfair(&scenario, &results(&scenario, 100, 3)).iter().map(Unfair::to_string).collect();
    assert_eq!(
        serialized,
        [
            "\u{201c}Always the first\u{201d} scores 100.0 on clarity, 71.0 on de-escalation; \
             who knows nothing should score 60 at most",
            "\u{201c}Always the shortest\u{201d} scores 100.0 on empathy, 100.0 on clarity, 100.0 on de-escalation; \
             who knows nothing should score 60 at most",
        ]
    );
}

#[test]
fn a_scenario_that_measures_nothing_tells_nobody_apart() {
    let mut text = TINY.to_owned();
    for shown in ["validates", "dismisses", "explains_why", "jargon, info_dump"] {
        text = text.replace(&format!("shows: [{shown}]"), "shows: []");
    }
    let scenario = support::playable(text);
    let results = results(&scenario, 20, 0);
    assert!(results.iter().all(|result| result.scores.mean.is_none() && result.passed == 0.0));
    let found = unfair(&scenario, &results);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|unfair| matches!(unfair, Unfair::NotApart { .. })), "{found:?}");
}
