//! `bedside play --road`.

use super::harness::{Folder, Outcome, run};

fn follow(folder: &Folder, road: &str, more: &[&str]) -> Outcome {
    std::fs::write(folder.path().join("road.txt"), road).expect("a road");
    let file = format!("{}/road.txt", folder.text());
    let words = [&["--scenarios", folder.text(), "play", "my-own", "--seed", "7", "--road", &file][..], more].concat();
    run(&words, "")
}

#[test]
fn a_road_takes_choices_and_draws_of_chance_from_a_file() {
    let folder = Folder::with(&["my-own"]);
    for (scene, rest) in [("asks", "vague"), ("shouts", "argue")] {
        let road = format!("# by chance\ncalm > {scene}\n\n{rest} # done\n");
        let json = follow(&folder, &road, &["--json"]).json();
        assert_eq!((&json["turns"][0]["choice"], &json["turns"][1]["scene"]), (&"calm".into(), &scene.into()));
    }
    let output = follow(&folder, "greet\nexplain\n", &[]);
    assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""));
    assert!(output.stdout.contains("You: \u{201c}I am Ana, your nurse.\u{201d}"), "{output:?}");
    assert!(output.stdout.contains("Debrief: A short one\n"), "{output:?}");
}

#[test]
fn standard_input_can_be_the_road() {
    let folder = Folder::with(&["my-own"]);
    let words = ["play", "my-own", "--scenarios", folder.text(), "--seed", "7", "--json", "--road", "-"];
    assert_eq!(run(&words, "greet\nvague\n").json()["turns"][1]["choice"], "vague");
}

#[test]
fn a_step_that_does_not_fit_is_named_with_its_line_and_turn() {
    let folder = Folder::with(&["my-own"]);
    let wrong = follow(&folder, "# a road\ngreet\n\nsorry\n", &["--json"]);
    assert_eq!((wrong.code, wrong.stdout.as_str()), (Some(1), ""));
    let stderr = wrong.stderr.replace(folder.text(), "DIR");
    let what = "error: line 4 of the road DIR/road.txt (turn 2) does not fit: \u{201c}sorry\u{201d} is not on offer in \u{201c}asks\u{201d}; on offer are: ";
    assert!(stderr.starts_with(what), "{stderr}");
    let chance = follow(&folder, "calm > home\n", &["--json"]);
    assert!(
        chance.stderr.contains("chance cannot lead to \u{201c}home\u{201d}; it can lead to: asks, shouts"),
        "{chance:?}"
    );
    let beyond = follow(&folder, "greet\nvague\nvague\n", &["--json"]);
    assert!(beyond.stderr.contains("line 3") && beyond.stderr.contains("the conversation is over"), "{beyond:?}");
}

#[test]
fn a_road_that_is_none_is_refused() {
    let folder = Folder::with(&["my-own"]);
    let short = follow(&folder, "greet\n", &["--json"]);
    assert_eq!((short.code, short.stdout.as_str()), (Some(1), ""));
    assert!(short.stderr.contains("ended after 1 step, in the scene \u{201c}asks\u{201d}"), "{short:?}");
    let unread = follow(&folder, "greet\nsit down here\n", &["--json"]);
    assert!(unread.stderr.contains("line 2 of the road"), "{unread:?}");
    let missing = run(&["play", "too-many-pills", "--road", "/nowhere/road.txt"], "");
    assert_eq!((missing.code, missing.stdout.as_str()), (Some(2), ""));
    assert!(missing.stderr.contains("help: --road takes a file"), "{missing:?}");
}
