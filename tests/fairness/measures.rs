//! How a conversation is built: each measure, on both sides of its limit.

use std::fmt::Write as _;
use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::measures::{Measure, MeasureKind, QuantityValue, Verdict};
use bedside::analysis::{Analysis, Effort, analyse};
use bedside::scenario::Scenario;

use crate::reference::embedded::in_scenario;
use crate::support::{self, playable};

fn analysed(scenario: &Scenario) -> Analysis {
    analyse(scenario, &Effort { plays: 200, ..Effort::usual(NonZero::<usize>::MIN, &|_| true) })
}

#[track_caller]
pub(super) fn measured(scenario: &Scenario, kind: MeasureKind) -> Measure {
    analysed(scenario).measure(kind).expect("everything is measured").clone()
}

/// Eight scenes in a row, each with these fields.
fn eight(fields: &str) -> Arc<Scenario> {
    playable(in_scenario("each of eight scenes", fields))
}

/// A scenario with these scenes, the first of which is `one`.
pub(super) fn of_scenes(scenes: &str) -> Arc<Scenario> {
    let ends = "\"better\": (ending: (title: \"So\", kind: Good, thought: \"Well.\")),";
    playable(in_scenario("the scenario", &format!("start: \"one\",\nscenes: {{\n{scenes}\n{ends}\n}},\n")))
}

/// The names of the breaches that a measure finds.
#[track_caller]
fn breaches(scenario: &Scenario, kind: MeasureKind) -> Vec<String> {
    let measure = measured(scenario, kind);
    assert_eq!(measure.verdict == Verdict::NotKept, !measure.breaches.is_empty(), "{measure:?}");
    measure.breaches.into_iter().map(|breach| breach.part.name).collect()
}

/// An option that leads to the next of eight scenes.
pub(super) fn option(id: &str, say: &str, shows: &str) -> String {
    format!("    (id: \"{id}\", say: \"{say}\", shows: [{shows}], why: \"So.\", then: \"next\"),\n")
}

pub(super) fn choices(options: &[String]) -> String {
    format!("choices: [\n{}],\n", options.concat())
}

#[test]
fn corridors_have_one_road_as_far_as_was_counted_by_hand() {
    let parts = support::corridors().into_iter().map(|scenario| {
        let measure = measured(&scenario, MeasureKind::OneRoad);
        (scenario.id.clone(), measure.quantities[0].value)
    });
    let expected = [("let-me-out", 9, 13), ("too-many-pills", 10, 16), ("two-hours-in", 9, 15)];
    assert_eq!(
        parts.collect::<Vec<_>>(),
        expected.map(|(id, part, whole)| (id.to_owned(), QuantityValue::Part { part, whole }))
    );
}

#[test]
fn figures_of_a_small_scenario_are_shown_and_not_judged() {
    let text = in_scenario("each of eight scenes", &choices(&[option("a", "Yes.", ""), option("b", "No.", "argues")]));
    let of = |text: &str| {
        let measure = measured(&playable(text), MeasureKind::OneRoad);
        (measure.verdict, measure.quantities[0].value)
    };
    assert_eq!(of(&text), (Verdict::NotKept, QuantityValue::Part { part: 8, whole: 8 }));
    let seven = text.replace("start: \"at-1\"", "start: \"at-2\"");
    assert_eq!(
        of(&seven).0,
        Verdict::NotKept,
        "a scene that is never met is written, so it is counted as one of eight"
    );
    let small = text.replacen("\"at-8\": (", "\"at-9\": (", 1).replace("then: \"at-8\"", "then: \"better\"");
    let (start, end) =
        (small.find("    \"at-9\"").expect("it is there"), small.find("    \"better\": (").expect("too"));
    let small = format!("{}{}", &small[..start], &small[end..]);
    assert_eq!(of(&small), (Verdict::NotJudged, QuantityValue::Part { part: 7, whole: 7 }));
}

#[test]
fn scenes_with_the_same_words_and_offer_are_one() {
    let text = in_scenario("each of eight scenes", &choices(&[option("a", "Yes.", ""), option("b", "No.", "argues")]));
    let same: String = (1..=8).fold(text, |text, hour| text.replace(&format!("It is {hour} o'clock."), "It is late."));
    let measure = measured(&playable(same), MeasureKind::MomentUnnamed);
    assert_eq!(measure.quantities[0].value, QuantityValue::Part { part: 1, whole: 1 });
}

#[test]
fn what_is_hardly_ever_met_counts_for_nothing() {
    let with = |odds: u32| {
        let to = format!("then: [(chance: [({odds}, \"better\"), (1, \"two\")])]");
        let scene = |say: &str, to: &str| {
            format!(
                "(patient: \"{say}\", choices: [(id: \"a\", say: \"Yes.\", shows: [], why: \"So.\", {to}), \
                 (id: \"b\", say: \"No.\", shows: [argues], why: \"So.\", {to})]),"
            )
        };
        let scenes = format!("\"one\": {}\n\"two\": {}", scene("Well.", &to), scene("And.", "then: \"better\""));
        measured(&of_scenes(&scenes), MeasureKind::MomentUnnamed).quantities[0].value
    };
    assert_eq!(with(3), QuantityValue::Part { part: 2, whole: 2 });
    assert_eq!(with(99), QuantityValue::Part { part: 1, whole: 1 });
}

#[test]
fn what_breaks_in_is_no_road_of_its_own_and_a_gate_is() {
    let fields = choices(&[option("a", "Yes.", "validates"), option("b", "No.", "argues")]);
    let one_road = |text: &str| measured(&playable(text), MeasureKind::OneRoad).breaches.len();
    let text = in_scenario("each of eight scenes", &fields);
    assert_eq!(one_road(&text), 8);
    let ending = "    \"better\": (";
    let shout = "\"shout\": (breaks_in: AtLeast(agitation, 40), patient: \"Stop.\", choices: [(id: \"c\", say: \"Yes.\", \
                 shows: [], why: \"So.\", then: Resume)]),";
    assert_eq!(one_road(&text.replacen(ending, &format!("    {shout}\n{ending}"), 1)), 8);
    let gated = text
        .replacen("\"at-3\": (", "\"at-3\": (instead: [(when: Below(trust, 40), to: \"shut\")],", 1)
        .replacen(ending, &format!("\"shut\": (patient: \"Go.\", choices: [(id: \"d\", say: \"So.\", shows: [], why: \"So.\", then: \"at-4\")]),\n{ending}"), 1);
    assert_eq!(one_road(&gated), 7, "after at-2 trust decides");
}

#[test]
fn what_chance_draws_after_every_option_is_no_road_of_the_trainees() {
    let one_road = |a: &str, b: &str| {
        let to = |to: &str| if to.starts_with('[') { to.to_owned() } else { format!("\"{to}\"") };
        let option = |id: &str, shows: &str, then: &str| {
            format!("(id: \"{id}\", say: \"Say {id}.\", shows: [{shows}], why: \"So.\", then: {})", to(then))
        };
        let text = format!(
            "\"one\": (patient: \"Well.\", choices: [{}, {}]),\n\
             \"two\": (patient: \"And.\", choices: [{}]),",
            option("a", "validates", a),
            option("b", "argues", b),
            option("c", "", "better")
        );
        measured(&of_scenes(&text), MeasureKind::OneRoad).quantities[0].value
    };
    let (both, one) = ("[(chance: [(1, \"two\"), (1, \"better\")])]", "[(chance: [(3, \"better\"), (1, \"two\")])]");
    assert_eq!(one_road(both, one), QuantityValue::Part { part: 1, whole: 1 }, "the odds differ, the scenes do not");
    assert_eq!(one_road(both, "two"), QuantityValue::Part { part: 0, whole: 1 });
    assert_eq!(one_road("two", "better"), QuantityValue::Part { part: 0, whole: 1 });
}

#[test]
fn an_answer_of_which_half_the_words_are_its_own_is_its_own() {
    let answered = |answers: [&str; 3]| {
        let option = |(id, say): (&str, &str)| {
            format!(
                "    (id: \"{id}\", say: \"Say {id}.\", shows: [], why: \"So.\", then: \"next\", answer: (patient: \"{say}\")),\n"
            )
        };
        let options: Vec<String> = ["a", "b", "c"].into_iter().zip(answers).map(option).collect();
        measured(&eight(&choices(&options)), MeasureKind::SameAnswer).verdict
    };
    assert_eq!(answered(["I see it.", "You say so.", "They knew all."]), Verdict::Kept);
    assert_eq!(
        answered(["Well, now. I see.", "Well, now. Go on.", "They knew all."]),
        Verdict::Kept,
        "two words of four"
    );
    assert_eq!(
        answered(["Well, now. I.", "Well, now. Go on.", "They knew all."]),
        Verdict::NotKept,
        "one word of three"
    );
}

#[test]
fn without_an_answer_the_first_line_that_follows_is_the_answer() {
    let lines =
        "patient: [(when: Chose(\"at-HERE\", \"a\"), say: \"I did say that before.\"), (say: \"Nobody knows.\")],\n";
    let text = in_scenario(
        "each of eight scenes",
        &format!("{lines}{}", choices(&[option("a", "Yes.", ""), option("b", "No.", "argues")])),
    );
    // Each scene answers the one before it.
    let mut told = String::new();
    for (at, part) in text.split("at-HERE").enumerate() {
        if at > 0 {
            let _ = write!(told, "at-{}", (at - 1).max(1));
        }
        told += part;
    }
    let measure = measured(&playable(&told), MeasureKind::SameAnswer);
    // Nothing is said in the ending, so nothing is asked of the last; in the first the condition cannot hold.
    assert!(measure.breaches.is_empty(), "{measure:?}");
    let same = told.replace("I did say that before.", "Nobody knows.");
    assert_eq!(measured(&playable(same), MeasureKind::SameAnswer).breaches.len(), 7);
}

#[test]
fn a_need_is_there_while_it_is_open_and_a_repair_after_harm() {
    let not_there = |moment: &str, before: [&str; 2]| {
        let options = |shows: [&str; 2], to: &str| {
            let [first, second] = shows;
            format!(
                "choices: [(id: \"a\", say: \"Water.\", shows: [{first}], why: \"So.\", then: \"{to}\"), \
                 (id: \"b\", say: \"Yes.\", shows: [{second}], why: \"So.\", then: \"{to}\")]"
            )
        };
        let text = format!(
            "start: \"one\",\nscenes: {{\n\"one\": (patient: \"Well.\", {}),\n\
             \"two\": (patient: \"And.\", moment: {moment}, {}),\n\
             \"better\": (ending: (title: \"So\", kind: Good, thought: \"Well.\")),\n}},\n",
            options(before, "two"),
            options(["attends_need", ""], "better")
        );
        let text = in_scenario("the scenario", &text);
        let feels = "feels: (agitation: 30, trust: 40, understanding: 20),";
        assert!(text.contains(feels), "{text}");
        let needs = format!("{feels} needs: [(id: \"water\", text: \"Thirst\", cleared_by: attends_need)],");
        breaches(&playable(text.replace(feels, &needs)), MeasureKind::MomentNotThere)
    };
    assert!(not_there("need", ["", "argues"]).is_empty());
    assert_eq!(not_there("need", ["attends_need", "argues"]), ["two"], "on some road it is closed");
    assert!(not_there("repair", ["dismisses", "argues"]).is_empty());
    assert_eq!(not_there("repair", ["", "argues"]), ["two"], "on some road nothing went wrong");
    assert!(not_there("room", ["", ""]).is_empty(), "nothing tells");
}

#[test]
fn a_question_may_be_asked_by_the_answer_before() {
    let with = |answer: &str, says: &str| {
        let text = format!(
            "\"one\": (patient: \"Well.\", choices: [(id: \"a\", say: \"Yes.\", shows: [], why: \"So.\", then: \"two\", answer: (patient: \"{answer}\"))]),\n\
             \"two\": (patient: \"{says}\", moment: question, choices: [(id: \"b\", say: \"At ten.\", shows: [gives_time], why: \"So.\", then: \"better\")]),"
        );
        breaches(&of_scenes(&text), MeasureKind::MomentNotThere).is_empty()
    };
    assert!(with("When?", "I am here."));
    assert!(with("So.", "When will it be?"));
    assert!(!with("So.", "I am here."));
}

/// A list of two options that come back to it by way of one scene, whose line is chosen so.
fn list(condition: &str, then_of_b: &str) -> Arc<Scenario> {
    of_scenes(&format!(
        "\"one\": (patient: \"Yes.\", choices: [\
         (id: \"a\", say: \"Ay.\", shows: [], why: \"So.\", then: \"reply\", sets: [\"ay\"]), \
         (id: \"b\", say: \"Bee.\", shows: [], why: \"So.\", then: \"{then_of_b}\", sets: [\"bee\"])]),\n\
         \"reply\": (patient: [(when: {condition}, say: \"To ay.\"), (say: \"To bee.\")], choices: [\
         (id: \"c\", say: \"On.\", shows: [], why: \"So.\", then: \"one\"), \
         (id: \"d\", say: \"Out.\", shows: [], why: \"So.\", then: \"better\")]),\n\
         \"other\": (patient: [(when: {condition}, say: \"Ay, you said.\"), (say: \"So.\")], choices: [\
         (id: \"e\", say: \"Out.\", shows: [], why: \"So.\", then: \"better\")]),"
    ))
}

#[test]
fn a_text_that_answers_another_option_is_stale_and_one_that_remembers_is_not() {
    let stale = |condition: &str, to: &str| breaches(&list(condition, to), MeasureKind::StaleReply);
    assert_eq!(stale("Chose(\"one\", \"a\")", "reply"), ["reply, line 1, variant 1"]);
    assert_eq!(stale("Flag(\"ay\")", "reply"), ["reply, line 1, variant 1"]);
    assert!(stale("All(Flag(\"ay\"), Not(Flag(\"bee\")))", "reply").is_empty());
    assert!(stale("Chose(\"one\", \"a\")", "other").is_empty(), "what was said before may be remembered elsewhere");
}

#[test]
fn a_line_is_heard_again_from_four_words_on_unless_chance_words_it() {
    let again = |line: &str| {
        let text = format!(
            "\"one\": (patient: {line}, choices: [\
             (id: \"a\", say: \"Ay.\", shows: [], why: \"So.\", then: \"one\"), \
             (id: \"b\", say: \"Bee.\", shows: [], why: \"So.\", then: \"better\")]),"
        );
        breaches(&of_scenes(&text), MeasureKind::StaleReply).len()
    };
    assert_eq!(again("\"I am here now.\""), 1);
    assert_eq!(again("\"I am here.\""), 0);
    assert_eq!(again("[\"I am here now.\", \"Here I am now.\"]"), 0);
    let twice = "\"one\": (patient: \"Nobody has told me.\", choices: [(id: \"a\", say: \"Ay.\", shows: [], why: \"So.\", then: \"two\")]),\n\
                 \"two\": (patient: \"Nobody has told me!\", choices: [(id: \"a\", say: \"Ay.\", shows: [], why: \"So.\", then: \"better\")]),";
    assert_eq!(breaches(&of_scenes(twice), MeasureKind::StaleReply), ["two, line 1, variant 1"]);
}

#[test]
fn the_screen_has_room_for_so_much_and_no_more() {
    let long = |characters: usize, words: usize, left_out: bool| {
        let say = "a".repeat(characters);
        let lines = "word ".repeat(words);
        let more = if left_out { ", (say: \"one two three\", when: Flag(\"never\"))" } else { "" };
        let text = format!(
            "\"one\": (lines: [(say: \"{}\"){more}], choices: [\
             (id: \"a\", say: \"{say}\", shows: [], why: \"So.\", then: \"better\"), \
             (id: \"b\", say: \"B\", shows: [], why: \"So.\", then: \"better\", when: Flag(\"never\"), sets: [\"never\"])]),",
            lines.trim_end()
        );
        breaches(&of_scenes(&text), MeasureKind::TooLongForTheScreen)
    };
    assert!(long(150, 45, false).is_empty());
    assert!(long(150, 45, true).is_empty(), "a line that is left out takes no room");
    assert_eq!(long(151, 46, false), ["one", "one/a"]);
}

#[test]
fn options_that_are_never_on_offer_together_do_not_all_meet() {
    let meets = |when: &str| {
        let text = format!(
            "\"one\": (patient: \"When?\", moment: question, choices: [\
             (id: \"a\", say: \"A\", shows: [gives_time], why: \"So.\", then: \"better\"), \
             (id: \"b\", say: \"B\", shows: [gives_time], why: \"So.\", then: \"better\"), \
             (id: \"c\", say: \"C\", shows: [gives_time], why: \"So.\", then: \"better\"{when}), \
             (id: \"d\", say: \"D\", shows: [argues], why: \"So.\", then: \"better\")]),"
        );
        breaches(&of_scenes(&text), MeasureKind::MetByAll).len()
    };
    assert_eq!(meets(""), 1, "three of four");
    assert_eq!(meets(", when: Below(trust, 10)"), 0);
}

#[test]
fn the_nearest_ending_and_the_kinds_ahead_are_counted() {
    let with = |scene: usize, to: &str| {
        let text = in_scenario(
            "each of eight scenes",
            &choices(&[option("a", "Yes.", "validates"), option("b", "No.", "argues")]),
        );
        let from = text.find(&format!("\"at-{scene}\": (")).expect("it is there");
        let (before, after) = text.split_at(from);
        let at = after.rfind("    \"better\": (").expect("the ending");
        let worse = "    \"worse\": (ending: (title: \"So\", kind: Poor, thought: \"Well.\")),\n";
        let after = format!("{}{worse}{}", &after[..at], &after[at..]);
        let next = if scene == 8 { "better".to_owned() } else { format!("at-{}", scene + 1) };
        let second = after.find("id: \"b\"").expect("the second option");
        let after = format!(
            "{}{}",
            &after[..second],
            after[second..].replacen(&format!("then: \"{next}\""), &format!("then: \"{to}\""), 1)
        );
        let analysis = analysed(&playable(format!("{before}{after}")));
        let count = |kind| match analysis.measure(kind).expect("it is measured").quantities[0].value {
            QuantityValue::Count(count) => count,
            other => panic!("{other:?}"),
        };
        (count(MeasureKind::NoEarlyDoor), count(MeasureKind::NoStakesLeft))
    };
    assert_eq!(with(1, "worse"), (1, 1));
    assert_eq!(with(5, "worse"), (5, 1), "with three to come it lies behind");
    assert_eq!(with(6, "worse"), (6, 2));
    assert_eq!(with(8, "worse"), (8, 2));
}
