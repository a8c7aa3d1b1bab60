//! `bedside script`.

use super::harness::{Folder, run, tiny};

const EXPECTED: &str = "\
A short one
A ward, at noon

You are the nurse.
He waits.
Note: A short note.

People:
  Adam Bell (the patient), 50, he/him: A gardener.

To try:
  \u{2013} Say who you are

\u{2500}\u{2500} arrival \u{2500}\u{2500}
    [It begins here.]
    [The moment: A feeling.]
    [The cue: He has been waiting.]
    He sits up.
    Mr Bell: \u{201c}At last.\u{201d}

    A.  \u{201c}I am Ana, your nurse.\u{201d}
        [Mr Bell looks relieved.]
        He looks up.
        Mr Bell, if trust \u{2265} 45:
          \u{201c}Good.\u{201d}
        Mr Bell, otherwise:
          \u{201c}Hm.\u{201d}
        Mr Bell, or, by chance:
          \u{201c}So.\u{201d}
        [greet \u{2192} asks]
        [Sets the flag named.]

    B.  \u{201c}Calm down.\u{201d}
        [calm, only if agitation < 90 \u{2192} shouts, if trust < 10; else asks (1 in 2) or shouts
         (1 in 2)]

\u{2500}\u{2500} asks \u{2500}\u{2500}
    [Instead shouts, if trust < 20.]
    Mr Bell, if flag named:
      \u{201c}And now, Ana?\u{201d}
    Mr Bell, otherwise:
      \u{201c}And now?\u{201d}

    A.  \u{201c}Now we wait.\u{201d}
        [explain \u{2192} home]
        [Meets the need tea.]

    B.  \u{201c}Soon.\u{201d}
        [vague \u{2192} home]

\u{2500}\u{2500} shouts \u{2500}\u{2500}
    Mr Bell: \u{201c}CALM?\u{201d}

    A.  \u{201c}I am sorry.\u{201d}
        [sorry \u{2192} home]

    B.  \u{201c}I never said that.\u{201d}
        [argue \u{2192} home]

\u{2500}\u{2500} home \u{2500}\u{2500}
    He goes.
    The end (Mixed): He goes home
    Well.
    [For the facilitator: Ask who was heard.]
";

/// The tiny scenario with a gate, an answer, variants, a flag and a guard.
fn written() -> String {
    let text = tiny("my-own", "A short one");
    let changes = [
        (
            "why: \"You said who you are.\"",
            "answer: (narration: \"He looks up.\", mood: relieved, patient: [(when: AtLeast(trust, 45), say: \"Good.\"), \
             (say: [\"Hm.\", \"So.\"])]), sets: [\"named\"], why: \"You said who you are.\"",
        ),
        ("then: [(chance:", "when: Below(agitation, 90), then: [(when: Below(trust, 10), to: \"shouts\"), (chance:"),
        (
            "patient: \"And now?\"",
            "instead: [(when: Below(trust, 20), to: \"shouts\")], \
             patient: [(when: Flag(\"named\"), say: \"And now, Ana?\"), (say: \"And now?\")]",
        ),
        ("wears: Gown),", "wears: Gown), needs: [(id: \"tea\", text: \"He is dry\", cleared_by: attends_need)],"),
        ("why: \"He knows.\"", "meets: [\"tea\"], why: \"He knows.\""),
        ("thought: \"Well.\"", "thought: \"Well.\", notes: \"Ask who was heard.\""),
        ("why: \"A plain sorry.\", then: \"asks\"", "why: \"A plain sorry.\", then: \"home\""),
    ];
    changes.iter().fold(text, |text, (right, wrong)| {
        assert!(text.contains(right), "{right}");
        text.replacen(right, wrong, 1)
    })
}

#[test]
fn a_scenario_is_written_as_a_script() {
    let folder = Folder::new().file("my-own.ron", written());
    let path = format!("{}/my-own.ron", folder.text());
    let script = run(&["script", &path], "");
    assert_eq!((script.code, script.stderr.as_str()), (Some(0), ""), "{script:?}");
    assert_eq!(script.stdout, EXPECTED);
    let with_feedback = run(&["script", &path, "--feedback"], "").stdout;
    assert!(with_feedback.contains("        Feedback: You said who you are.\n"), "{with_feedback}");
}

#[test]
fn a_script_goes_into_a_file() {
    let folder = Folder::with(&["my-own"]);
    let file = format!("{}/my-own.txt", folder.text());
    let script = run(&["script", "my-own", "--scenarios", folder.text(), "-o", &file], "");
    assert_eq!((script.code, script.stdout.as_str(), script.stderr.as_str()), (Some(0), "", ""));
    assert!(std::fs::read_to_string(&file).is_ok_and(|text| text.starts_with("A short one\n")));
}

#[test]
fn no_line_is_wider_than_a_page() {
    for id in ["two-hours-in", "too-many-pills", "let-me-out"] {
        let script = run(&["script", id, "--feedback"], "").stdout;
        let widest = script.lines().map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|widest| (60..=92).contains(&widest)), "{widest:?}");
        assert!(!script.contains('\u{1b}'));
    }
}
