//! `bedside reading`.

use super::harness::{Folder, run};

const UNSEEN: &str = "\
Pick at each number the option that you think is best. Who sits before you, and what they
have said, is left out on purpose, and the order is mixed.
Write one line for each, the number and the letter: 1 b
Seed 1, without the scenes.

1.
    a  \u{201c}I am sorry.\u{201d}
    b  \u{201c}I never said that.\u{201d}

2.
    a  \u{201c}Soon.\u{201d}
    b  \u{201c}Now we wait.\u{201d}

3.
    a  \u{201c}Calm down.\u{201d}
    b  \u{201c}I am Ana, your nurse.\u{201d}
";

const SEEN: &str = "\
Seed 1, with the scenes.

\u{2500}\u{2500}\u{2500}\u{2500}
    He sits up.
    Mr Bell: \u{201c}At last.\u{201d}

1.
        a  \u{201c}Calm down.\u{201d}
        b  \u{201c}I am Ana, your nurse.\u{201d}

\u{2500}\u{2500}\u{2500}\u{2500}
    Mr Bell: \u{201c}And now?\u{201d}

2.
        a  \u{201c}Soon.\u{201d}
        b  \u{201c}Now we wait.\u{201d}

\u{2500}\u{2500}\u{2500}\u{2500}
    Mr Bell: \u{201c}CALM?\u{201d}

3.
        a  \u{201c}I am sorry.\u{201d}
        b  \u{201c}I never said that.\u{201d}
";

const ANNA: &str = "\
exit: 0
--- stdout
A reading of \u{201c}A short one\u{201d}
Seed 1, without the scenes.

What was picked, and what picking blindly would give:
   1 a  shouts/sorry: the best (by chance 50 %); no moment is named
   2 b  asks/explain: the best (by chance 50 %); no moment is named
  Without an answer, and not counted: 3.

In all:
  best found in  2 of 2 (100 %); by chance 1.0 of 2 (50 %)

Held against:
  NOT KEPT  Without the scenes, the best is found in less than 50 % of the decisions.
  Of 2 decisions, luck alone can make this; it says something from 8 on.
  What was found above without the scenes is what to write anew: there the tone gives the
  best away.
--- stderr
";

const BEN: &str = "\
exit: 1
--- stdout
--- stderr
error: the file of answers DIR/ben.txt cannot be read: line 3: there is no decision 4; the sheet has 1 to 3
help: each line is the number of a decision and a letter, such as `1 b`, once each, as on the sheet that the same command prints without --answers
";

const NOBODY: &str = "\
exit: 2
--- stdout
--- stderr
error: the file of answers DIR/nobody.txt cannot be read: No such file or directory (os error 2)
help: --answers takes a file with lines such as `1 b`, or `-` for standard input
";

#[test]
fn a_sheet_is_picked_from_and_the_answers_are_told() {
    let folder = Folder::with(&["my-own"]).file("anna.txt", "# Anna\n1 a\n2 b\n").file("ben.txt", "1 a\n\n4 a\n");
    let in_folder = |name: &str| format!("{}/{name}", folder.text());
    let path = in_folder("my-own.ron");
    let reading = |words: &[&str], input: &str| run(&[&["reading", &path], words].concat(), input);
    let unseen = reading(&[], "");
    assert_eq!((unseen.code, unseen.stderr.as_str()), (Some(0), ""));
    assert_eq!(unseen.stdout, UNSEEN);
    let seen = reading(&["--scenes"], "").stdout;
    assert!(seen.starts_with("A short one\nA ward, at noon\n") && seen.ends_with(SEEN), "{seen}");
    let file = in_folder("sheet.txt");
    assert_eq!(reading(&["--seed", "1", "-o", &file], "").stdout, "");
    assert_eq!(std::fs::read_to_string(&file).ok().as_deref(), Some(UNSEEN));
    for (name, expected) in [("anna.txt", ANNA), ("ben.txt", BEN), ("nobody.txt", NOBODY)] {
        assert_eq!(reading(&["--answers", &in_folder(name)], "").shown(&folder), expected);
    }
    let json = reading(&["--scenes", "--answers", "-", "--json"], "1 a\n").json();
    assert_eq!((&json["with_scenes"], &json["unanswered"]), (&true.into(), &serde_json::json!([2, 3])));
    assert_eq!(json["answers"][0]["best_options"], serde_json::json!([{ "letter": "b", "choice": "greet" }]));
    assert_eq!(json["moment"], serde_json::json!({ "found": 0, "of": 1, "by_chance": 0.5 }));
    assert_eq!(json["limits"][1]["against"], "moment_seen_from");
}

#[test]
fn where_nothing_can_be_chosen_there_is_no_sheet() {
    let only = "(id: \"only\", say: \"Yes.\", shows: [plain_words], why: \"A word.\", then: \"home\")";
    let text = super::harness::tiny("my-own", "A short one");
    let (before, scenes) = text.split_once("scenes: {").expect("it has scenes");
    let (_, home) = scenes.split_once("\"home\": (").expect("it has an ending");
    let text = format!("{before}scenes: {{ \"arrival\": (patient: \"Is it?\", choices: [{only}]), \"home\": ({home}");
    let folder = Folder::new().file("my-own.ron", text);
    let refused = run(&["reading", &format!("{}/my-own.ron", folder.text())], "");
    assert_eq!(
        refused.shown(&folder),
        "exit: 1\n--- stdout\n--- stderr\nerror: DIR/my-own.ron has no scene with two options\nhelp: a reading takes a \
         scenario in which there is something to choose\n"
    );
}
