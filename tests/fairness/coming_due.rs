//! What has come due is something to put right: where it came due on the road that was taken.

use std::num::NonZero;

use bedside::analysis::measures::MeasureKind;
use bedside::analysis::{Effort, analyse};

use crate::reference::embedded::in_scenario;
use crate::support::playable;

/// The names of the scenes whose moment does not show, in a scenario with these scenes of which the first is `one`, each
/// of whose choices takes twenty minutes from nine o'clock on.
#[track_caller]
fn not_there(scenes: &str) -> Vec<String> {
    let ends = "\"better\": (ending: (title: \"So\", kind: Good, thought: \"Well.\")),";
    let text = in_scenario("the scenario", &format!("start: \"one\",\nscenes: {{\n{scenes}\n{ends}\n}},\n"));
    let text = text.replacen("    place:", "    clock: \"09:00\",\n    place:", 1);
    let scenario = playable(text);
    let analysis = analyse(&scenario, &Effort { plays: 200, ..Effort::usual(NonZero::<usize>::MIN, &|_| true) });
    let measure = analysis.measure(MeasureKind::MomentNotThere).expect("it is measured");
    measure.breaches.iter().map(|breach| breach.part.name.clone()).collect()
}

fn choice(id: &str, then: &str) -> String {
    format!("(id: \"{id}\", silence: \"Wait.\", shows: [], why: \"So.\", minutes: 20, then: {then}),")
}

fn scene(id: &str, fields: &str, choices: &str) -> String {
    format!("\"{id}\": ({fields} patient: \"Well.\", choices: [{choices}]),\n")
}

/// The scene with something to put right.
fn repair(fields: &str, then: &str) -> String {
    scene("repair", &format!("moment: repair, {fields}"), &choice("sorry", then))
}

#[test]
fn a_promise_comes_due_by_the_branch_that_was_taken() {
    let by = |then: &str| not_there(&(scene("one", "", &choice("a", then)) + &repair("", "\"better\"")));
    let nothing = Vec::<String>::new();
    assert_eq!(by("[(when: From(\"09:20\"), to: \"repair\"), (to: \"better\")]"), nothing);
    assert_eq!(by("[(when: All(From(\"09:20\"), Not(Recovering)), to: \"repair\"), (to: \"better\")]"), nothing);
    assert_eq!(by("[(when: Not(From(\"10:00\")), to: \"repair\"), (to: \"better\")]"), ["repair"], "it is too early");
    assert_eq!(
        by("[(when: Any(From(\"10:00\"), AtLeast(trust, 0)), to: \"repair\"), (to: \"better\")]"),
        ["repair"],
        "what holds is no time"
    );
    assert_eq!(by("[(when: From(\"10:00\"), to: \"better\"), (to: \"repair\")]"), ["repair"]);
}

/// One road leads to it in time and the other does not: what the one may say the other may not.
#[test]
fn what_comes_due_on_one_road_has_not_come_due_on_another() {
    let in_time = choice("a", "[(when: From(\"09:20\"), to: \"repair\"), (to: \"better\")]");
    let both = scene("one", "", &(in_time.clone() + &choice("b", "\"repair\"")));
    assert_eq!(not_there(&(both + &repair("", "\"better\""))), ["repair"]);
    assert!(not_there(&(scene("one", "", &in_time) + &repair("", "\"better\""))).is_empty());
}

#[test]
fn gates_and_interruptions_come_due_and_what_they_delay_stays_so() {
    let gate = |when: &str| {
        let gated = scene("two", &format!("instead: [(when: {when}, to: \"repair\")],"), &choice("b", "\"better\""));
        not_there(&(scene("one", "", &choice("a", "\"two\"")) + &gated + &repair("", "\"better\"")))
    };
    assert!(gate("From(\"09:20\")").is_empty());
    assert_eq!(gate("Not(From(\"09:30\"))"), ["repair"]);

    let two = scene("one", "", &choice("a", "\"two\"")) + &scene("two", "", &choice("b", "\"better\""));
    let breaks_in = |when: &str| not_there(&(two.clone() + &repair(&format!("breaks_in: {when},"), "Resume")));
    assert!(breaks_in("From(\"09:20\")").is_empty());
    assert_eq!(breaks_in("All(Visited(\"one\"), Not(From(\"10:00\")))"), ["repair"]);

    let due = choice("a", "[(when: From(\"09:20\"), to: \"repair\"), (to: \"better\")]");
    let shout = scene("shout", "breaks_in: Visited(\"one\"),", &choice("c", "Resume"));
    assert!(not_there(&(scene("one", "", &due) + &shout + &repair("", "\"better\""))).is_empty());
}
