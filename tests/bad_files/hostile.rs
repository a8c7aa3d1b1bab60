//! Files made to break the reader: deeply nested, huge, cut off, damaged, or full of mistakes.

use std::fmt::Write as _;

use bedside::analysis::{Effort, analyse};
use bedside::scenario::Reading;
use proptest::prelude::{Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;

use crate::support::{self, minimal, read, rendered};

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.report.diagnostics.iter().map(|found| found.rule.code).collect()
}

/// The minimal scenario with one change.
#[track_caller]
fn changed(right: &str, wrong: &str) -> String {
    let text = minimal();
    assert!(text.contains(right), "{right}");
    text.replacen(right, wrong, 1)
}

#[test]
fn brackets_nested_without_end_are_one_mistake() {
    for (open, close) in
        [("(", ")"), ("[", "]"), ("{", "}"), ("Not(", ")"), ("(a: ", ")"), ("{\"a\": ", "}"), ("Some(", ")")]
    {
        let deep = format!("{}{}", open.repeat(100_000), close.repeat(100_000));
        assert_eq!(codes(&read("deep", deep.clone())), ["too-deep"], "{open}");
        assert_eq!(codes(&read("deep", open.repeat(100_000))).len(), 1, "{open}");
        assert_eq!(codes(&read("deep", changed("Shown(open_question)", &deep))), ["too-deep"], "{open}");
    }
}

#[test]
fn conditions_nest_as_deep_as_brackets_may() {
    let nested = |depth: usize| format!("{}Recovering{}", "Not(".repeat(depth), ")".repeat(depth));
    let deepest = read("deep", changed("Shown(open_question)", &nested(60)));
    assert!(codes(&deepest).is_empty(), "{}", rendered(&deepest.report));
    assert_eq!(codes(&read("deep", changed("Shown(open_question)", &nested(64)))), ["too-deep"]);
}

#[test]
fn a_huge_file_is_not_read() {
    let huge = format!("{}{}", minimal(), " ".repeat(17 << 20));
    assert_eq!(codes(&read("huge", huge)), ["too-large"]);
    let one_text = changed("He has slept badly.", &"a".repeat(17 << 20));
    assert_eq!(codes(&read("huge", one_text)), ["too-large"]);
}

#[test]
fn a_file_cut_off_anywhere_has_a_mistake() {
    let text = support::text("scenarios/too-many-pills.ron");
    for end in (0..text.trim_end().len() - 1).step_by(97).filter(|end| text.is_char_boundary(*end)) {
        let reading = read("cut", &text[..end]);
        assert!(reading.scenario.is_none(), "cut at byte {end}");
        assert!(reading.report.has_errors(), "cut at byte {end}");
        assert!(reading.report.diagnostics.len() <= 3, "cut at byte {end}:\n{}", rendered(&reading.report));
    }
}

#[test]
fn a_file_without_any_one_byte_is_read_or_has_a_mistake() {
    let text = minimal();
    for at in 0..text.len() {
        let reading = read("damaged", format!("{}{}", &text[..at], &text[at + 1..]));
        assert_eq!(reading.scenario.is_none(), reading.report.has_errors(), "{at}\n{}", rendered(&reading.report));
    }
}

/// Scenes in a row, each leading to the next by a branch and by chance.
fn long(scenes: usize) -> String {
    let mut text = String::from("scenes: {\n");
    for scene in 0..scenes {
        let _ = writeln!(
            text,
            "\"s-{scene}\": (patient: [\"Yes.\", \"Yes, yes.\"], choices: [\
             (id: \"a\", say: \"A\", shows: [validates], why: \"Why.\", then: [\
             (when: Chose(\"s-{scene}\", \"a\"), to: \"s-{0}\"), (chance: [(1, \"s-{0}\"), (2, \"better\")])], sets: [\"f\"]),\
             (id: \"b\", act: \"B\", shows: [argues], why: \"Why.\", then: \"s-{0}\", when: Flag(\"f\"))]),",
            scene + 1
        );
    }
    let _ = writeln!(
        text,
        "\"s-{scenes}\": (choices: [(id: \"z\", say: \"Z\", shows: [], why: \"Why.\", then: \"better\")]),"
    );
    changed("scenes: {", &text)
        .replace("\"morning\": (", "\"s-morning\": (")
        .replace("start: \"morning\"", "start: \"s-0\"")
}

#[test]
fn twenty_thousand_scenes_are_read() {
    let reading = read("long", long(20_000));
    assert_eq!(codes(&reading), ["unreachable-scene"], "{}", rendered(&reading.report));
    assert!(reading.scenario.is_some_and(|scenario| scenario.scenes.len() == 20_003));
}

#[test]
fn a_file_full_of_mistakes_gets_a_thousand_diagnostics() {
    let crowd = |count: usize, entry: &dyn Fn(usize) -> String| (0..count).map(entry).collect::<Vec<_>>().concat();
    let scene = "\"morning\": (";
    let choices = "choices: [\n";
    let full = [
        ("broken targets", long(4_000).replace("to: \"s-", "to: \"x-")),
        ("unknown fields", changed(scene, &format!("{scene}{}", crowd(50_000, &|n| format!("a{n}: 1,"))))),
        ("one field", changed(scene, &format!("{scene}{}", "cue: \"c\",".repeat(50_000)))),
        ("unknown words", changed("[ignores_cue]", &format!("[{}]", "cue,".repeat(50_000)))),
        ("long names", changed(scene, &format!("{scene}{}: 1,{}: 1,", "a".repeat(4 << 20), "choices".repeat(1 << 19)))),
        (
            "broken conditions",
            changed("Shown(open_question)", &format!("All({})", "Chose(\"morning\", \"x\"),".repeat(50_000))),
        ),
        (
            "a scene of very many choices",
            changed(
                choices,
                &format!(
                    "{choices}{}",
                    crowd(20_000, &|n| format!(
                        "(id: \"c-{n}\", say: \"S\", shows: [], why: \"W\", then: \"better\", when: Chose(\"morning\", \"d-{n}\")),"
                    ))
                ),
            ),
        ),
        (
            "very many scenes of one name",
            changed(
                scene,
                &format!(
                    "{}{scene}",
                    "\"morning\": (ending: (title: \"T\", kind: Good, thought: \"T\")),".repeat(50_000)
                ),
            ),
        ),
    ];
    for (what, text) in full {
        let reading = read("full", text);
        assert!(reading.scenario.is_none(), "{what}");
        assert!((1..=1001).contains(&reading.report.diagnostics.len()), "{what}");
        let longest = reading.report.diagnostics.iter().map(|found| found.message.len()).max();
        assert!(longest < Some(1_000), "{what}: a message of {longest:?} bytes");
    }
}

#[test]
fn a_choice_too_many_is_one_mistake() {
    let one = |n| format!("(id: \"c-{n}\", silence: \"Wait.\", shows: [], why: \"You waited.\", then: \"better\"),");
    let ten = (0..10).map(one).collect::<Vec<_>>().concat();
    assert_eq!(codes(&read("ten", changed("choices: [\n", &format!("choices: [\n{ten}")))), ["too-many"]);
}

/// So many scenes, each with these gates, before the scene `better`.
fn gated(count: usize, gates: impl Fn(usize) -> String) -> String {
    let leave = "(id: \"on\", silence: \"Wait.\", shows: [], why: \"You waited.\", then: \"better\")";
    let scene = |at| format!("\"g{at}\": (instead: [{}], patient: \"Well.\", choices: [{leave}]),\n", gates(at));
    let scenes: String = (0..count).map(scene).collect();
    changed("\"better\": (", &format!("{scenes}\"g{count}\": (patient: \"Well.\", choices: [{leave}]),\n\"better\": ("))
        .replacen("then: \"better\"", "then: \"g0\"", 1)
}

#[test]
fn gates_in_turn_have_a_bound() {
    let next = |at: usize| format!("(when: Below(trust, {}), to: \"g{}\")", 1 + at % 90, at + 1);
    assert!(read("chain", gated(64, next)).scenario.is_some());
    let found = codes(&read("chain", gated(300, next)));
    assert!(found.iter().all(|code| *code == "too-many") && !found.is_empty(), "{}", found.len());
    let one = |gate: usize| format!("(when: Below(trust, {}), to: \"g1\"),", 50 - gate);
    let many = |_| (0..17).map(one).collect::<Vec<_>>().concat();
    assert_eq!(codes(&read("crowd", gated(1, many))), ["too-many"]);
}

#[test]
fn gates_that_lead_on_in_many_ways_are_not_followed_for_ever() {
    // Some 2^60 ways lead from the first of them to the last.
    let two = |at: usize| {
        let further = (at + 2).min(60);
        format!(
            "(when: Below(trust, {}), to: \"g{}\"), (when: AtLeast(agitation, {}), to: \"g{further}\")",
            at + 20,
            at + 1,
            at + 20
        )
    };
    let scenario = read("braid", gated(60, two)).scenario.expect("it is right");
    let one = std::num::NonZero::<usize>::MIN;
    let analysis = analyse(&scenario, &Effort { plays: 10, ..Effort::usual(one, &|_| true) });
    assert!(!analysis.complete, "more ways than can be followed");
}

#[test]
fn nothing_in_place_of_anything_is_noted() {
    for (field, value) in minimal().split([',', '(', '\n']).filter_map(|part| part.split_once(": ")) {
        let (field, value) = (field.trim(), value.trim_end_matches(')'));
        if value.is_empty() || field.starts_with('"') {
            continue;
        }
        for nothing in ["", "()", "[]", "{}", "\"\"", "None", "Some()", "(,)", "''", "0xFFFFFFFFFFFFFFFFF", "NaN"] {
            let text = changed(&format!("{field}: {value}"), &format!("{field}: {nothing}"));
            let reading = read("nothing", text);
            let fits = (field == "shows" && nothing == "[]") || (field == "patient" && nothing == "None");
            assert_eq!(reading.scenario.is_some(), fits, "{field}: {nothing}\n{}", rendered(&reading.report));
            assert_eq!(reading.report.has_errors(), !fits, "{field}: {nothing}");
        }
    }
}

/// The tokens of scenarios, in any order.
fn soup() -> impl Strategy<Value = String> {
    let words = minimal().split_inclusive([' ', '\n', ',']).map(str::to_owned).collect::<Vec<_>>();
    let marks =
        ["(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "//", "/*", "*/", "\\", "r#\"", "\u{201c}", "\n", "-"];
    let piece = prop_oneof![
        4 => prop::sample::select(words),
        4 => prop::sample::select(marks.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    #[test]
    fn soup_is_no_scenario(soup in soup()) {
        let reading = read("soup", soup);
        assert!(reading.scenario.is_none() && reading.report.has_errors());
    }

    #[test]
    fn soup_within_a_scenario_is_read_or_has_a_mistake(soup in soup(), at in any::<prop::sample::Index>(), length in 0..40_usize) {
        let text = minimal();
        let start = at.index(text.len());
        let end = (start + length).min(text.len());
        let reading = read("soup", format!("{}{soup}{}", &text[..start], &text[end..]));
        assert_eq!(reading.scenario.is_none(), reading.report.has_errors(), "{}", rendered(&reading.report));
    }
}

/// Hubs each of whose topics leads to another of them, before the scene `better`.
fn hubs(count: usize) -> String {
    let topic = |hub: usize, topic: usize| {
        let to = (hub + topic) % count;
        format!(
            "(id: \"t{topic}\", act: \"Nod.\", shows: [], why: \"So.\", minutes: {}, then: \"h{to}\"),",
            topic * 7 + 1
        )
    };
    let hub = |at: usize| {
        let topics: String = (1..=9).map(|number| topic(at, number)).collect();
        let when = format!("Any(From(\"{:02}:{:02}\"), Since(\"h{at}\", 12))", at % 24, at % 60);
        format!(
            "\"h{at}\": (hub: (times: 9, on: \"better\"), patient: [(when: {when}, say: \"Now.\"), (say: \"No.\")], \
             choices: [{topics}]),\n"
        )
    };
    let hubs: String = (0..count).map(hub).collect();
    changed("\"better\": (", &format!("{hubs}\"better\": (")).replacen("then: \"better\"", "then: \"h0\"", 1).replacen(
        "    place:",
        "    clock: \"09:10\",\n    place:",
        1,
    )
}

#[test]
fn hubs_have_a_bound_and_their_roads_are_not_followed_for_ever() {
    assert_eq!(codes(&read("hubs", hubs(65))), ["too-many", "too-many"], "hubs, and scenes that are counted from");
    let scenario = read("hubs", hubs(64)).scenario.expect("it is right");
    let one = std::num::NonZero::<usize>::MIN;
    let effort = Effort { states: 20_000, plays: 10, ..Effort::usual(one, &|_| true) };
    assert!(!analyse(&scenario, &effort).complete, "more roads than can be followed");
}
