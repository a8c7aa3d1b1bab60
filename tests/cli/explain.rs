//! `bedside explain`.

use bedside::rules::rules;

use super::harness::{Folder, run};

#[test]
fn a_diagnostic_is_explained_with_an_example_before_and_after() {
    let explained = run(&["explain", "unused-flag"], "");
    let expected = "\
exit: 0
--- stdout
warning[unused-flag]
A flag that is set and never asked for.

Why it matters
  It changes nothing. Perhaps a condition was meant to ask for it.

Before
  In a choice:
    sets: [\"asked\"],

After
  In the scenario:
    scenes: {
        \"morning\": (
            patient: [(when: Flag(\"asked\"), say: \"I told you.\"), (say: \"I did not sleep.\")],
            choices: [
                (id: \"ask\", say: \"What is it?\", shows: [open_question], why: \"You asked.\", then: \"morning\", sets: [\"asked\"]),
                (id: \"go\", act: \"Leave.\", shows: [ignores_cue], why: \"You left.\", then: \"better\"),
            ],
        ),
        \"better\": (ending: (title: \"Better\", kind: Good, thought: \"Well.\")),
    },

Where you mean it so
  In the scenario, with your reason:
    allow: [(code: \"unused-flag\", reason: \"\u{2026}\")],
--- stderr
";
    assert_eq!(explained.shown(&Folder::new()), expected);
}

#[test]
fn an_unknown_code_is_a_usage_error_with_the_nearest_one() {
    let explained = run(&["explain", "unused-flags"], "");
    let expected = "\
exit: 2
--- stdout
--- stderr
error: nothing is called \u{201c}unused-flags\u{201d}
help: did you mean `unused-flag`?
help: `bedside explain` names all codes, `bedside explain behaviours` and the like all words of a catalogue
";
    assert_eq!(explained.shown(&Folder::new()), expected);
}

#[test]
fn without_a_code_every_one_is_named_on_a_line() {
    let explained = run(&["explain"], "");
    assert_eq!((explained.code, explained.stderr.as_str()), (Some(0), ""));
    let lines: Vec<Vec<&str>> =
        explained.stdout.lines().map(|line| line.split_whitespace().take(2).collect()).collect();
    let expected: Vec<Vec<&str>> = rules().iter().map(|rule| vec![rule.code, rule.severity.word()]).collect();
    assert_eq!(lines, expected);
}

#[test]
fn every_code_is_explained_without_escape_sequences_in_a_pipe() {
    for rule in rules() {
        let explained = run(&["explain", rule.code], "");
        assert_eq!((explained.code, explained.stderr.as_str()), (Some(0), ""), "{}", rule.code);
        assert!(explained.stdout.starts_with(&format!("{}[{}]\n", rule.severity.word(), rule.code)), "{explained:?}");
        assert!(!explained.stdout.contains('\u{1b}'), "{explained:?}");
        assert_eq!(run(&["explain", &rule.code.to_uppercase()], "").stdout, explained.stdout);
    }
}

#[test]
fn a_behaviour_is_explained_with_its_points_and_moments() {
    let explained = run(&["explain", "Allows_Silence"], "");
    let expected = "\
exit: 0
--- stdout
`allows_silence`, a behaviour
Waits, lets them finish.

Empathy +2, Clarity 0, De-escalation +2
Alone it moves, where there is room: agitation \u{2212}10, trust +10, understanding 0
As an answer to a feeling: ECCS level 3
Meets the moments: feeling, room
Source: CARE \u{a9}
--- stderr
";
    assert_eq!(explained.shown(&Folder::new()), expected);
}

#[test]
fn a_catalogue_is_listed_and_a_near_miss_is_named() {
    let explained = run(&["explain", "moods"], "");
    assert!(explained.stdout.lines().any(|line| line.starts_with("  in_pain: ")), "{explained:?}");
    let one = run(&["explain", "crying"], "");
    assert!(one.stdout.contains("a hand wiping them away"), "what is seen of a mood: {one:?}");
    let missed = run(&["explain", "alows-silence"], "");
    assert_eq!(missed.code, Some(2));
    assert!(missed.stderr.contains("did you mean `allows_silence`?"), "{missed:?}");
}

#[test]
fn a_field_is_explained_with_what_to_write_and_an_example() {
    let explained = run(&["explain", "hour"], "");
    let expected = "\
exit: 0
--- stdout
`hour`, a field of a scenario
What to write: a whole number from 0 to 23
If left out: `12`

The hour of the day. The light in the picture and the sound of the place follow
it. A scenario that runs by the `clock` has that in its place.

    hour: 19,
--- stderr
";
    assert_eq!(explained.shown(&Folder::new()), expected);
}

#[test]
fn a_name_that_several_records_have_is_explained_for_each() {
    let explained = run(&["explain", "when"], "").shown(&Folder::new());
    for title in ["`when`, a field of a variant", "`when`, a field of a choice", "`when`, a field of a branch"] {
        assert!(explained.contains(title), "{explained}");
    }
}
