//! The plan beside each scenario (`scenarios/ID.plan`) holds.
//!
//! [`bedside::plan`] documents how a plan is written.

use std::sync::Arc;

use bedside::plan;
use bedside::scenario::Scenario;
use bedside::session::{Chance, RoadStep, Session};
use bedside::source::{Diagnostic, Report, Source};

use crate::support;

/// Everything that does not go as planned, rendered for people.
fn rendered(source: &Source, scenario: &Arc<Scenario>) -> String {
    let found = match plan::read(source) {
        Ok(plan) => plan::run(&plan, scenario),
        Err(found) => found,
    };
    support::rendered(&Report::new(source.clone(), found))
}

#[test]
fn every_shipped_scenario_goes_as_planned() {
    let mut wrong = String::new();
    for scenario in support::shipped() {
        let path = format!("scenarios/{}.plan", scenario.id);
        wrong += &rendered(&Source::new(path.clone(), support::text(&path)), &scenario);
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_exemplar_leads_to_a_good_ending_whatever_chance_draws() {
    for scenario in support::shipped() {
        assert!(!scenario.exemplar.is_empty(), "{} has no exemplar", scenario.id);
        for seed in 0..8 {
            let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(seed));
            for (number, step) in scenario.exemplar.iter().enumerate() {
                let followed = session.follow(&RoadStep::choose(&step.choose), None);
                assert_eq!(followed, Ok(()), "{}, seed {seed}, step {}", scenario.id, number + 1);
            }
            let kind = session.ending().map(|ending| ending.kind.word());
            assert_eq!(kind, Some("Good"), "{}, seed {seed}", scenario.id);
        }
    }
}

/// Asserts what is found in a plan for the minimal scenario: the line, the code and a part of each message.
#[track_caller]
fn found(plan_text: &str, expected: &[(usize, &str, &str)]) {
    let source = Source::new("a.plan", plan_text);
    let scenario = support::sound("minimal", support::minimal());
    let found: Vec<Diagnostic> = plan::read(&source).map_or_else(|found| found, |plan| plan::run(&plan, &scenario));
    let fits = |(found, (line, code, part)): (&Diagnostic, &(usize, &str, &str))| {
        source.line(found.span.start()) == *line && found.rule.code == *code && found.message.contains(part)
    };
    let all = found.len() == expected.len() && found.iter().zip(expected).all(fits);
    assert!(all, "{}", support::rendered(&Report::new(source.clone(), found.clone())));
}

#[test]
fn a_plan_that_holds_has_nothing_wrong_with_it() {
    found(
        "road: Asked\nseed: 3\n\n# how he is\nfeels: agitation 30\nstage: anxious\nscene: morning\nsays: not sleep\n\
         offers: go, ask\nchoose: ask\nending: better\nkind: Good\nobjective: ask met\nscore: empathy 100\n\
         road: Left\nchoose: go\nobjective: ask missed\nscore: empathy 0\nfeels: trust below 40\n",
        &[],
    );
}

#[test]
fn what_is_not_as_planned_is_told_by_line() {
    let not = "not-as-planned";
    found(
        "road: Wrong\nscene: better\nsays: I slept\nsees: He sleeps\noffers: ask\nfeels: trust at least 50\nstage: calm\n\
         ending: morning\nkind: Good\nobjective: ask met\nobjective: task met\nchoose: ask\nending: worse\nkind: Poor\n\
         score: empathy below 50\nchoose: go\nscene: morning\nroad: Another\nchoose: asks\nlate: ask\n",
        &[
            (2, not, "The current scene is `morning`"),
            (3, not, "I did not sleep."),
            (4, not, "to be seen"),
            (5, not, "On offer in `morning` are: ask, go"),
            (6, not, "`trust` is 40, not at least 50"),
            (7, not, "The stage is `anxious`"),
            (8, not, "It has not ended"),
            (9, not, "It has not ended"),
            (10, not, "The objective `ask` is missed"),
            (11, not, "no objective `task`"),
            (13, not, "It has ended in `better`"),
            (14, not, "The ending is `Good`"),
            (15, not, "The score of empathy is 100, not below 50"),
            (16, not, "the conversation is over"),
            (19, not, "is not on offer"),
        ],
    );
    found(
        "road: Not\nnot says: I did not\nnot says: I slept\nnot sees: sleep\nnot offers: ask, stay\nnot offers: stay\n\
         flag: warned set\nneed: pain open\n",
        &[
            (2, not, "This is said in `morning`: \u{201c}I did not sleep.\u{201d}"),
            (5, not, "On offer in `morning` all the same: ask"),
            (7, not, "no flag `warned`; there are: none"),
            (8, not, "no need `pain`; there are: none"),
        ],
    );
    found("road: Clock\nclock: 20:10\n", &[(2, not, "does not run by the clock")]);
    found("road: Late\nlate: ask\n", &[(2, not, "No time runs out in `morning`")]);
    found("road: Drawn\nchoose: ask > morning\n", &[(2, not, "chance cannot lead to")]);
}

#[test]
fn marks_around_what_is_quoted_are_pointed_at() {
    let scenario = support::sound("minimal", support::minimal());
    let text = "road: Quoted\nsays: \"not sleep\"\nscene: \u{201c}morning\u{201d}\nsays: \"slept well\"\nchoose: ask\n";
    let rendered = rendered(&Source::new("a.plan", text), &scenario);
    assert_eq!(rendered.matches("not-as-planned").count(), 3, "{rendered}");
    assert_eq!(rendered.matches("leave the quotes out").count(), 2, "{rendered}");
}

/// A step that would hold whatever the scenario does is no step.
#[test]
fn marks_around_what_must_not_be_there_are_refused() {
    let shape = "step-shape";
    found(
        "road: Quoted\nnot says: \"I did not\"\nnot sees: \u{201c}sleep\u{201d}\nnot answer: 'So'\n\
         not offers: ask, \"go\"\nnot says: He said \"no\"\nnot says: \"No\", he said\nscene: morning\n",
        &[(2, shape, "`not says`"), (3, shape, "`not sees`"), (4, shape, "`not answer`"), (5, shape, "`not offers`")],
    );
}

#[test]
fn steps_without_a_road_are_told_once() {
    let once = (2, "step-shape", "belongs to no road");
    found("\nscene: morning\nchoose: ask\nchoise: ask\nending: better\n", &[once, (4, "unknown-step", "`choise`")]);
}

#[test]
fn flags_and_needs_are_looked_at_where_the_line_stands() {
    let text = support::minimal()
        .replace("trust: 40, understanding: 20),", "trust: 40, understanding: 20),\n        needs: [(id: \"sleep\", text: \"Sleep\", cleared_by: open_question)],")
        .replace("why: \"You asked.\"", "sets: [\"asked\"], why: \"You asked.\"")
        .replace("met: Shown(open_question)", "met: Flag(\"asked\")");
    let scenario = support::sound("minimal", text);
    let source = Source::new(
        "a.plan",
        "road: Asked\nneed: sleep open\nneed: sleep closed\nflag: asked not set\nflag: asked set\nchoose: ask\n\
         need: sleep closed\nneed: sleep open\nflag: asked set\nflag: asked not set\n",
    );
    let rendered = rendered(&source, &scenario);
    let lines: Vec<&str> = rendered.lines().filter(|line| line.contains("not-as-planned")).collect();
    let expected = [
        "a.plan:3:1 (to 3:19) error not-as-planned: The need `sleep` is open",
        "a.plan:5:1 (to 5:16) error not-as-planned: The flag `asked` is not set",
        "a.plan:8:1 (to 8:17) error not-as-planned: The need `sleep` is closed",
        "a.plan:10:1 (to 10:20) error not-as-planned: The flag `asked` is set",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn the_time_is_looked_at_where_the_line_stands() {
    let text = support::minimal()
        .replace("    place:", "    clock: \"23:50\",\n    place:")
        .replace("why: \"You asked.\"", "minutes: 15, why: \"You asked.\"");
    let scenario = support::sound("minimal", text);
    let source = Source::new("a.plan", "road: Asked\nclock: 23:50\nchoose: ask\nclock: 00:05\nclock: 23:50\n");
    let rendered = rendered(&source, &scenario);
    assert!(rendered.contains("a.plan:5:1 (to 5:13) error not-as-planned: It is 00:05, not 23:50"), "{rendered}");
    assert_eq!(rendered.matches("not-as-planned").count(), 1, "{rendered}");
}

#[test]
fn a_plan_that_cannot_be_read_is_told_in_one_pass() {
    let shape = "step-shape";
    found(
        "choose: ask\nroad: Wrong\nchoise: ask\nchoose:\nchoose: ask go\nfeels: anger 3\nfeels: trust 300\nstage: mad\n\
         kind: good\nobjective: ask\nscore: 3\nseed: -1\nscene: morning\nseed: 4\njust words\n\
         flag: asked\nneed: pain met\nnot says:\nnot offers: a b\nnot feels: trust 3\nclock: 24:00\n",
        &[
            (1, shape, "belongs to no road"),
            (3, "unknown-step", "`choise`"),
            (4, shape, "`choose`"),
            (5, shape, "`choose`"),
            (6, shape, "`feels`"),
            (7, shape, "`feels`"),
            (8, shape, "`stage`"),
            (9, shape, "`kind`"),
            (10, shape, "`objective`"),
            (11, shape, "`score`"),
            (12, shape, "`seed`"),
            (14, shape, "`seed`"),
            (15, "unknown-step", "`just words`"),
            (16, shape, "`flag`"),
            (17, shape, "`need`"),
            (18, shape, "`not says`"),
            (19, shape, "`not offers`"),
            (20, "unknown-step", "`not feels`"),
            (21, shape, "`clock`"),
        ],
    );
    found("# nothing\n", &[(2, "empty-plan", "no road")]);
    found("road: None\nroad: One\nscene: morning\n", &[(1, "empty-plan", "Nothing is done")]);
}
