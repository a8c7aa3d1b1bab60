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
error: there is no diagnostic \u{201c}unused-flags\u{201d}
help: did you mean `unused-flag`?
help: `bedside explain` names all of them
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
    }
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

The hour of the day. The light in the picture follows it. A scenario that runs
by the `clock` has that in its place.

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
