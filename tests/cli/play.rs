//! `bedside play` with choices from standard input.

use bedside::analysis::strategy::Strategy;

use super::harness::{Folder, Outcome, run, run_into_closed_pipe};
use crate::support;

fn play(folder: &Folder, more: &[&str], input: &str) -> Outcome {
    let words = [&["--scenarios", folder.text(), "play", "my-own", "--terminal", "--seed", "7"][..], more].concat();
    run(&words, input)
}

#[test]
fn json_is_one_object_with_the_whole_debrief_the_same_twice() {
    let words = ["play", "too-many-pills", "--terminal", "--seed", "7", "--json"];
    let input = "1\n".repeat(40);
    let (first, second) = (run(&words, &input), run(&words, &input));
    assert_eq!((first.code, first.stderr.as_str()), (Some(0), ""));
    assert_eq!(first.stdout, second.stdout);
    assert!(first.stdout.ends_with("}\n"));
    let json = first.json();
    assert_eq!((&json["scenario"], &json["seed"]), (&"too-many-pills".into(), &7.into()));
    for field in [
        "scenario_hash",
        "rubric_hash",
        "ending",
        "band",
        "moments_met",
        "moments",
        "objectives",
        "survey",
        "take_home",
        "turns",
    ] {
        assert!(!json[field].is_null(), "{field}");
    }
    for feeling in ["agitation", "trust", "understanding"] {
        assert!(json["patient"][feeling].is_u64(), "{feeling}");
    }
    for field in ["scene", "offered", "choice", "behaviours", "changes", "after"] {
        assert!(json["turns"][0].get(field).is_some(), "{field}");
    }
}

#[test]
fn numbers_and_ids_are_both_read_and_what_is_left_over_is_not() {
    let folder = Folder::with(&["my-own"]);
    let json = play(&folder, &["--json"], "\n greet \r\n\nexplain\nnever read\n").json();
    assert_eq!(json["turns"][0]["choice"], "greet");
    assert_eq!(json["turns"][1]["choice"], "explain");
    assert_eq!(json["ending"]["scene"], "home");
    for dimension in ["empathy", "clarity", "de_escalation"] {
        assert_eq!(json["scores"][dimension], 100, "{json}");
    }
    let offered = &json["turns"][0]["offered"];
    let number = offered.as_array().and_then(|all| all.iter().position(|id| id == "greet")).map_or(0, |at| at + 1);
    assert_eq!(play(&folder, &["--json"], &format!("{number}\n{number}\n")).json()["turns"][0]["choice"], "greet");
}

#[test]
fn too_few_lines_fail_with_nothing_on_standard_output() {
    let folder = Folder::with(&["my-own"]);
    let played = play(&folder, &["--json"], "greet\n");
    assert_eq!((played.code, played.stdout.as_str()), (Some(1), ""));
    let what = "error: the input ended after 1 choice, in the scene \u{201c}asks\u{201d}, before the conversation was over\nhelp: on offer there: 1 (";
    assert!(played.stderr.starts_with(what), "{played:?}");
}

#[test]
fn a_wrong_choice_in_json_mode_is_named_with_its_line_and_what_was_on_offer() {
    let folder = Folder::with(&["my-own"]);
    let played = play(&folder, &["--json"], "greet\n\n7\n");
    assert_eq!((played.code, played.stdout.as_str()), (Some(1), ""));
    let what = "error: line 3 of the input, \u{201c}7\u{201d}, is not on offer in the scene \u{201c}asks\u{201d}\n";
    assert!(played.stderr.starts_with(what), "{played:?}");
    assert!(played.stderr.contains("(explain)") && played.stderr.contains("(vague)"), "{played:?}");
}

#[test]
fn a_wrong_entry_in_text_is_asked_again() {
    let folder = Folder::with(&["my-own"]);
    let played = play(&folder, &[], "9\nh\n?\ngreet\nt\nexplain\n");
    assert_eq!((played.code, played.stderr.as_str()), (Some(0), ""), "{played:?}");
    let stdout = played.stdout;
    assert!(stdout.starts_with("A short one\nA ward, at noon\n\nYou are the nurse.\n"), "{stdout}");
    let in_order = [
        "Please note before you begin: A short note.",
        "Seed 7",
        "He sits up.",
        "(Mr Bell looks tense.)",
        "Mr Bell: At last.",
        "1. ",
        "Your choice (1 to 2, or ? for help): 9\n\u{201c}9\u{201d} (line 1) is not one of the options",
        "Hint: He has been waiting.",
        "Type the number of an option",
        "You: \u{201c}I am Ana, your nurse.\u{201d}",
        "So far:\nHe sits up.",
        "The conversation is over: He goes home.",
        "Debrief: A short one\n",
        "Agitation began at ",
        "survey",
        "- Empathy: ",
        "Met, turn 1: Mr Bell showed a feeling. He has been waiting.",
        "Met: Say who you are",
        "turn by turn:",
        "Turn 1:",
        "Source: ",
    ];
    let mut rest = stdout.as_str();
    for text in in_order {
        let at = rest.find(text).unwrap_or_else(|| panic!("\u{201c}{text}\u{201d} in its place in:\n{stdout}"));
        rest = &rest[at + text.len()..];
    }
    assert!(!stdout.contains("In one word"), "no questions where nobody sits: {stdout}");
    assert!(stdout.lines().all(|line| line.chars().count() <= 80), "{stdout}");
}

#[test]
fn stopping_leads_to_the_debrief_of_what_was_played() {
    let folder = Folder::with(&["my-own"]);
    let played = play(&folder, &["--mode", "assess"], "h\ngreet\nq\n");
    assert_eq!((played.code, played.stderr.as_str()), (Some(0), ""));
    assert!(played.stdout.contains("There are no hints in assess mode."), "{played:?}");
    assert!(played.stdout.contains("You stopped here."), "{played:?}");
    assert!(played.stdout.contains("Turn 1:") && !played.stdout.contains("Turn 2:"), "{played:?}");
}

#[test]
fn input_that_ends_early_still_gets_its_debrief_and_fails() {
    let folder = Folder::with(&["my-own"]);
    for input in ["greet\n", ""] {
        let played = play(&folder, &[], input);
        assert_eq!(played.code, Some(1));
        assert!(played.stdout.contains("Debrief: A short one\n"), "{played:?}");
        assert!(played.stderr.starts_with("error: the input ended before the conversation was over\n"), "{played:?}");
    }
}

#[test]
fn an_unknown_scenario_is_a_usage_error_with_the_nearest_id() {
    let folder = Folder::with(&["my-own"]);
    let played = run(&["play", "my-onw", "--terminal", "--scenarios", folder.text()], "");
    let expected = "\
exit: 2
--- stdout
--- stderr
error: there is no scenario \u{201c}my-onw\u{201d}
help: did you mean \u{201c}my-own\u{201d}?
help: `bedside list` names the scenarios; `--scenarios DIR` adds those of a folder
";
    assert_eq!(played.shown(&folder), expected);
}

#[test]
fn the_answer_to_a_choice_comes_first_and_once_in_the_terminal() {
    let file = support::root().join("docs/examples/the-ring.ron");
    let played = run(&["play", &file.to_string_lossy(), "--terminal", "--seed", "7"], "soap\nq\n");
    let place = |words: &str| played.stdout.find(words).unwrap_or_else(|| panic!("no {words}: {played:?}"));
    let order = [
        "She looks at the bowl, and not at you.",
        "guarded.)",
        "Mrs Abara: Soap. Thirty years, and soap.",
        "She puts her hand under the blanket.",
        "I know.",
    ];
    let places = order.map(place);
    assert!(places.is_sorted(), "{places:?}: {}", played.stdout);
    assert_eq!(played.stdout.matches("Thirty years, and soap.").count(), 1);
}

#[test]
fn the_debrief_in_the_terminal_says_what_came_back_once_below_each_turn() {
    let (_, _, turns) = support::answered();
    let file = support::root().join("tests/scenarios/answers.ron");
    let words = ["play", &file.to_string_lossy(), "--terminal", "--seed", "7"];
    let played = run(&words, "hush\nwait\nleave\n");
    let (talk, debrief) = played.stdout.split_once("Debrief: ").unwrap_or_else(|| panic!("{played:?}"));
    // In the terminal, lines are broken.
    let [talk, debrief] = [talk, debrief].map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    for (number, (done, replies)) in (1..).zip(turns) {
        let heading = format!("Turn {number}: ");
        let at = debrief.rfind(&heading).unwrap_or_else(|| panic!("{heading}: {debrief}"));
        let next = debrief.rfind(&format!("Turn {}: ", number + 1)).unwrap_or(debrief.len());
        let (told, mut rest) = (&debrief[at..next], &debrief[at..next]);
        let said = talk.find("You: ").expect("choices are written");
        for part in [done].iter().chain(replies) {
            rest = rest.split_once(part.trim()).unwrap_or_else(|| panic!("{part}: {told}")).1;
        }
        for reply in replies {
            assert_eq!(debrief.matches(reply).count(), 1, "{reply}: {debrief}");
            assert_eq!(talk[said..].matches(reply).count(), 1, "{reply}: {talk}");
        }
        assert!(told.find("What came back:") < told.find("Feedback:"), "{told}");
    }
    let json = run(&[&words[..], &["--json"]].concat(), "hush\nwait\nleave\n").json();
    assert_eq!(json["turns"][1]["reply"]["answer"][0]["words"], "What for?");
    assert_eq!(json["turns"][1]["reply"]["then"]["words"], "The trays come round.");
}

#[test]
fn the_marks_beside_a_score_are_what_analyse_finds() {
    let folder = Folder::with(&["my-own"]);
    let analysed = run(&["analyse", "my-own", "--json", "--scenarios", folder.text()], "").json();
    let played = play(&folder, &["--json"], "greet\nexplain\n").json();
    let results: Vec<_> = ["strategies", "simulated"].iter().flat_map(|of| analysed[of].as_array().unwrap()).collect();
    for (mark, strategy) in
        [("random", Some("random")), ("stranger", None), ("developing", Some("developing")), ("expert", Some("expert"))]
    {
        let mark = &played["marks"][mark];
        let strategy = strategy.or(mark["strategy"].as_str()).expect("it is named");
        assert_eq!(mark["strategy"], strategy);
        let result = results.iter().find(|result| result["strategy"] == strategy).expect("it is analysed");
        for dimension in ["empathy", "clarity", "de_escalation"] {
            let mean = result["scores"][dimension]["mean"].as_f64().expect("it is exercised");
            let at = mark[dimension].as_f64().expect("it is exercised");
            assert!((at - mean).abs() <= 0.5, "{strategy}, {dimension}: {at} for {mean}");
        }
    }
    let mean = |result: &serde_json::Value| result["scores"]["mean"].as_f64().unwrap_or_default();
    let surface = Strategy::SURFACE.map(Strategy::id);
    let strangers = results.iter().filter(|result| surface.contains(&result["strategy"].as_str().unwrap_or_default()));
    let best = strangers.map(|result| mean(result)).fold(0.0, f64::max);
    let named = results.iter().find(|result| result["strategy"] == played["marks"]["stranger"]["strategy"]);
    assert_eq!(named.map(|result| mean(result)), Some(best), "no stranger does better");
    let text = play(&folder, &[], "greet\nexplain\n").stdout;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for dimension in ["empathy", "clarity", "de_escalation"] {
        let [random, expert] = ["random", "expert"].map(|of| &played["marks"][of][dimension]);
        let told = format!("For comparison: guessing {random}, by looks ");
        assert!(text.contains(&told) && text.contains(&format!("expert {expert}.")), "{told}: {text}");
    }
    assert!(
        text.contains("The comparison is with what others come to") && text.contains("1000 sets in which each weight")
    );
}

#[test]
fn how_much_a_score_hangs_on_the_weights_is_in_the_json() {
    let folder = Folder::with(&["my-own"]);
    let words = ["--json"];
    let (json, again) = (play(&folder, &words, "calm\nvague\n"), play(&folder, &words, "calm\nvague\n"));
    assert_eq!(json.stdout, again.stdout);
    let other = &json.json()["other_weights"];
    assert_eq!(other["rubrics"], 1000);
    for dimension in ["empathy", "clarity", "de_escalation"] {
        let [low, high] = ["low", "high"].map(|end| other[dimension][end].as_u64());
        assert!(low.is_some() && low <= high && high <= Some(100), "{other}");
    }
    assert!(other["same_band"].is_null(), "so few decisions have no band: {other}");
    let shipped = ["play", "two-hours-in", "--terminal", "--seed", "7", "--json"];
    let other = &run(&shipped, &"1\n".repeat(40)).json()["other_weights"];
    assert!(other["same_band"].as_u64().is_some_and(|percent| percent <= 100), "{other}");
}

#[test]
fn a_seed_is_drawn_and_shown_where_none_is_given() {
    let folder = Folder::with(&["my-own"]);
    let words = ["play", "my-own", "--json", "--scenarios", folder.text()];
    let seeds: Vec<_> = (0..4).map(|_| run(&words, "greet\nvague\n").json()["seed"].as_u64()).collect();
    assert!(seeds.iter().all(Option::is_some) && seeds.iter().any(|seed| seed != &seeds[0]), "{seeds:?}");
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let input = "1\n".repeat(40);
    for (more, lines) in [(&[][..], 1), (&["--json"], 0)] {
        let words = [&["play", "too-many-pills", "--terminal"][..], more].concat();
        let outcome = run_into_closed_pipe(&words, lines, &input);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    }
}

#[test]
fn a_line_without_end_is_refused() {
    let folder = Folder::with(&["my-own"]);
    let played = play(&folder, &["--json"], &"x".repeat(100_000));
    assert_eq!((played.code, played.stdout.as_str()), (Some(1), ""));
    assert!(played.stderr.contains("line 1 is longer than 4096 bytes"), "{played:?}");
}

#[test]
fn without_a_window_a_menu_is_offered() {
    let folder = Folder::with(&["my-own"]);
    let played = run(&["--scenarios", folder.text()], "77\nmy-own\ngreet\nexplain\n");
    assert_eq!(played.code, Some(0), "{played:?}");
    assert!(played.stderr.starts_with("No window: "), "{played:?}");
    assert!(
        played.stdout.contains("1. ") && played.stdout.contains("\u{201c}77\u{201d} (line 1) is not one of them"),
        "{played:?}"
    );
    assert!(played.stdout.contains("Debrief: A short one\n"), "{played:?}");
    let nothing = run(&[], "");
    assert_eq!(nothing.code, Some(1));
    assert!(nothing.stderr.contains("help: name one: bedside play ID --terminal"), "{nothing:?}");
    assert_eq!(run(&[], "q\n").code, Some(0));
}

#[test]
fn a_scenario_can_be_named_by_its_file() {
    let folder = Folder::with(&["my-own"]).file("broken.ron", "(format: 1)");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let words = |file: &str| run(&["play", file, "--terminal", "--seed", "7", "--json"], "greet\nexplain\n");
    assert_eq!(words(&file("my-own.ron")).json()["scenario"], "my-own");
    let broken = words(&file("broken.ron"));
    assert_eq!((broken.code, broken.stdout.as_str()), (Some(1), ""));
    assert!(broken.stderr.contains("broken.ron` shows what is wrong"), "{broken:?}");
    let missing = words(&file("missing.ron"));
    assert_eq!(missing.code, Some(1));
    assert!(missing.stderr.contains("there is no such file"), "{missing:?}");
}
