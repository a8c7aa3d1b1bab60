//! Whether scenarios are fair tests.

mod coming_due;
mod felt;
mod measures;
mod roads;

use std::fmt::Write as _;

use bedside::scenario::{Reading, SceneContent};

use crate::support::{self, checked, rendered};

/// An option: what is said, and what it shows.
type Said<'a> = (&'a str, &'a str);

/// A conversation with these decisions one after the other.
fn conversation(decisions: &[Vec<Said<'_>>]) -> String {
    let minimal = support::minimal();
    let (head, _) = minimal.split_once("    start:").expect("the least scenario starts somewhere");
    let mut text = format!("{head}    start: \"d-0\",\n    scenes: {{\n");
    for (at, options) in decisions.iter().enumerate() {
        let _ = writeln!(text, "\"d-{at}\": (choices: [");
        for (number, (say, shows)) in options.iter().enumerate() {
            let why = format!("It went so and so at {at} with {number}, and then one could say that.");
            let then = at + 1;
            let _ = writeln!(
                text,
                "(id: \"o-{number}\", say: \"{say}\", shows: [{shows}], why: \"{why}\", then: \"d-{then}\"),"
            );
        }
        text.push_str("]),\n");
    }
    let end = decisions.len();
    let _ = writeln!(text, "\"d-{end}\": (ending: (title: \"Better\", kind: Good, thought: \"Well.\")),\n}})");
    text
}

/// The codes reported for a conversation with these decisions, each once.
#[track_caller]
fn codes(decisions: &[Vec<Said<'_>>]) -> Vec<&'static str> {
    let reading = checked("conversation", conversation(decisions));
    assert!(reading.scenario.is_some(), "{}", rendered(&reading.report));
    let mut codes: Vec<&str> = reading.report.diagnostics.iter().map(|found| found.rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

const GOOD: &str = "open_question";
const POOR: &str = "ignores_cue, yes_no_check";

/// A decision whose best option is the longest, or is not; it is never the first.
fn longest(is: bool) -> Vec<Said<'static>> {
    if is { vec![("Yes.", POOR), ("What is it?", GOOD)] } else { vec![("Is it bad?", POOR), ("What?", GOOD)] }
}

#[test]
fn five_of_five_is_no_chance_and_four_of_five_is() {
    // By chance 1 time in 32, and then 6 times in 32.
    let all = vec![longest(true); 5];
    assert!(codes(&all).contains(&"best-is-longest"));
    let mut but_one = all;
    but_one[2] = longest(false);
    assert!(!codes(&but_one).contains(&"best-is-longest"));
}

#[test]
fn options_that_are_equally_good_give_nothing_away() {
    let same = vec![vec![("What is it, then?", GOOD), ("What?", GOOD), ("Yes.", POOR)]; 6];
    // The first and longest is one of two best of three: (2/3)⁶ is 0.088.
    assert!(codes(&same).is_empty(), "{:?}", codes(&same));
    let more = vec![vec![("What is it, then?", GOOD), ("What?", GOOD), ("Yes.", POOR)]; 8];
    assert_eq!(codes(&more), ["best-is-first", "best-is-longest"]);
}

#[test]
fn a_sketch_is_not_asked_to_be_a_fair_test() {
    let first = vec![("What is it?", GOOD), ("Yes.", POOR), ("No.", POOR), ("So.", POOR), ("Oh.", POOR), ("Hm.", POOR)];
    assert!(codes(&vec![first.clone(); 2]).is_empty(), "one in 36, and only two decisions");
    assert_eq!(codes(&vec![first; 3]), ["best-is-first", "best-is-longest"]);
}

#[test]
fn an_option_that_is_poor_in_one_respect_only_is_no_straw_man() {
    let with = |shows| vec![("What is it?", GOOD), ("What worries you?", "explores_concern"), ("No.", shows)];
    assert_eq!(codes(&[with("blames_patient, jargon")]), ["straw-man"]);
    assert!(codes(&[with("blames_patient")]).is_empty(), "clarity is as good as a point");
    assert!(codes(&[with("false_promise"), with("jargon")]).is_empty());
    let alone = vec![("What is it?", GOOD), ("No.", "blames_patient, jargon")];
    assert!(codes(&[alone]).is_empty(), "somebody must be wrong");
}

/// The messages about the reading grade if the patient says this.
fn graded(says: &str) -> Vec<String> {
    let text = support::minimal().replace("I did not sleep.", says);
    let reading: Reading = checked("graded", text);
    let graded = reading.report.diagnostics.iter().filter(|found| found.rule.code == "reading-grade");
    graded.map(|found| found.message.clone()).collect()
}

#[test]
fn a_short_text_is_not_graded_and_a_long_one_is() {
    let hard = "Notwithstanding considerable physiotherapeutic intervention, deterioration continued. ";
    assert!(graded(hard).is_empty(), "six words");
    assert_eq!(graded(&hard.repeat(5)).len(), 1, "thirty words, together still too few");
    assert_eq!(graded(&hard.repeat(20)).len(), 2, "by itself, and taken together");
    assert!(graded(&"It hurt all night, and I did not want to ask again. ".repeat(15)).is_empty());
}

#[test]
fn a_term_that_is_explained_is_plain() {
    let found = |say: &str| {
        let text = support::minimal().replace("What kept you awake?", say).replace("[open_question]", "[plain_words]");
        checked("plain", text.replace("Shown(open_question)", "Shown(plain_words)")).report.diagnostics.len()
    };
    assert_eq!(found("It is a FRACTURE, and you need an analgesic."), 2);
    assert_eq!(found("It is a fracture: a broken bone."), 0);
}

#[test]
fn feedback_is_held_to_its_own_words() {
    let found = |why: &str| checked("why", support::minimal().replace("You left.", why)).report.diagnostics.len();
    assert_eq!(found("That was CARELESS; obviously."), 2);
    assert_eq!(found("The word 'careless' hurt him."), 0);
}

#[test]
fn a_file_may_allow_what_it_means_to_be_so() {
    let allow = "allow: [(code: \"scolding\", reason: \"A scenario about scolding.\")],\n    title:";
    let with = |why: &str| support::minimal().replacen("title:", allow, 1).replace("You left.", why);
    let found = |why: &str| {
        let reading = checked("allowed", with(why));
        reading.report.diagnostics.iter().map(|found| found.rule.code).collect::<Vec<_>>()
    };
    assert!(found("That was careless.").is_empty());
    assert_eq!(found("You left."), ["unused-allow"]);
}

#[test]
fn shipped_scenarios_name_most_moments_and_seldom_two_at_once() {
    for scenario in support::shipped() {
        let decisions = || scenario.scenes.iter().filter(|scene| !matches!(scene.content, SceneContent::Ending(_)));
        let all = decisions().count();
        let unnamed = decisions().filter(|scene| scene.moment.is_empty()).count();
        let two = decisions().filter(|scene| scene.moment.len() > 1).count();
        assert!(unnamed * 4 <= all && two * 3 <= all, "{}: {unnamed} and {two} of {all}", scenario.id);
    }
}
