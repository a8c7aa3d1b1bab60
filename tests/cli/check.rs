//! `bedside check`.

use super::harness::{Folder, run, run_into_closed_pipe, tiny};

#[test]
fn the_shipped_scenarios_are_clean() {
    let checked = run(&["check", concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios")], "");
    assert_eq!((checked.code, checked.stderr.as_str()), (Some(0), ""), "{checked:?}");
    assert!(checked.stdout.ends_with(" checked: 0 errors, 0 warnings\n"), "{checked:?}");
    assert!(!checked.stdout.contains("judged from"), "each is played as often as usual: {checked:?}");
}

#[test]
fn a_mistake_is_shown_with_its_place_and_the_way_out() {
    let folder = Folder::new().file("my-own.ron", tiny("my-own", "One").replace("called:", "caled:"));
    let checked = run(&["check", &format!("{}/my-own.ron", folder.text())], "");
    let expected = "\
exit: 1
--- stdout
error[unknown-field]: `caled` is not a field of the patient
  --> DIR/my-own.ron:17:9
   |
17 |         caled: \"Mr Bell\",
   |         ^^^^^
   |
   = help: did you mean `called`?

1 file checked: 1 error, 0 warnings
More about each: `bedside explain CODE`, as in `bedside explain unknown-field`
--- stderr
";
    assert_eq!(checked.shown(&folder), expected);
}

#[test]
fn two_files_with_one_id_are_both_named() {
    let folder = Folder::with(&["my-own"]).file("second.ron", tiny("my-own", "Another"));
    let checked = run(&["check", folder.text(), "--format", "json"], "");
    assert_eq!(checked.code, Some(1));
    let found = checked.json();
    let twice = found.as_array().and_then(|all| all.iter().find(|one| one["code"] == "duplicate-scenario"));
    let twice = twice.unwrap_or_else(|| panic!("{found}"));
    assert_eq!((&twice["line"], &twice["column"]), (&3.into(), &9.into()));
    assert_eq!(twice["file"], format!("{}/second.ron", folder.text()));
    let message = twice["message"].as_str().unwrap_or_default();
    assert!(message.contains("/my-own.ron and this one, "), "{message}");
    let listed = run(&["list", "--scenarios", folder.text()], "");
    assert!(listed.stdout.contains("my-own: A short one\n"), "the first stays: {listed:?}");
    assert!(listed.stderr.contains("second.ron"), "the second is named: {listed:?}");
}

#[test]
fn a_file_that_is_not_named_after_its_id_gets_a_warning() {
    let folder = Folder::new().file("other.ron", tiny("my-own", "One"));
    let checked = run(&["check", "--no-roads", folder.text()], "");
    let expected = "\
exit: 0
--- stdout
warning[other-file-name]: the id is \u{201c}my-own\u{201d}, and the file is named \u{201c}other\u{201d}
 --> DIR/other.ron:3:9
  |
3 |     id: \"my-own\",
  |         ^^^^^^^^
  |
  = help: name the file `my-own.ron`, or change the id

1 file checked: 0 errors, 1 warning
More about each: `bedside explain CODE`, as in `bedside explain other-file-name`
--- stderr
";
    assert_eq!(checked.shown(&folder), expected);
}

#[test]
fn json_holds_every_diagnostic_and_nothing_else() {
    let folder = Folder::new().file("my-own.ron", tiny("my-own", "One").replace("called:", "caled:"));
    let checked = run(&["check", "--no-roads", folder.text(), "--format", "json"], "");
    let expected = serde_json::json!([{
        "severity": "error",
        "code": "unknown-field",
        "file": format!("{}/my-own.ron", folder.text()),
        "line": 17, "column": 9, "end_line": 17, "end_column": 14,
        "message": "`caled` is not a field of the patient",
        "notes": [],
        "hints": ["did you mean `called`?"],
    }]);
    assert_eq!((checked.json(), checked.stderr.as_str()), (expected, ""));
    let clean = Folder::with(&["my-own"]);
    assert_eq!(
        run(&["check", "--no-roads", clean.text(), "--format", "json"], "").shown(&clean),
        "exit: 0\n--- stdout\n[]\n--- stderr\n"
    );
}

#[test]
fn github_gets_a_command_for_each_diagnostic_and_nothing_else() {
    let folder = Folder::new().file("my-own.ron", tiny("my-own", "One").replace("called:", "caled:"));
    let checked = run(&["check", folder.text(), "--format", "github"], "");
    let expected = "\
exit: 1
--- stdout
::error file=DIR/my-own.ron,line=17,col=9,endLine=17,endColumn=14,title=unknown-field::`caled` is not a field of the patient%0Ahelp: did you mean `called`?
--- stderr
";
    assert_eq!(checked.shown(&folder), expected);
    let empty = Folder::new();
    assert_eq!(
        run(&["check", empty.text(), "--format", "github"], "").shown(&empty),
        "exit: 1\n--- stdout\n::error file=DIR,title=empty-folder::there are no scenarios in this folder\
         %0Ahelp: put scenario files into it: their names end in `.ron`\n--- stderr\n"
    );
    let clean = Folder::with(&["my-own"]);
    assert_eq!(
        run(&["check", "--no-roads", clean.text(), "--format", "github"], "").shown(&clean),
        "exit: 0\n--- stdout\n--- stderr\n"
    );
}

#[test]
fn denied_warnings_fail_and_allowed_ones_do_not() {
    let folder = Folder::new().file("other.ron", tiny("my-own", "One"));
    for format in ["human", "json", "github"] {
        let check =
            |deny: &[&str]| run(&[&["check", "--no-roads", folder.text(), "--format", format], deny].concat(), "").code;
        assert_eq!((check(&[]), check(&["--deny", "warnings"])), (Some(0), Some(1)), "{format}");
    }
    let allowed = tiny("my-own", "One").replacen(
        "    start:",
        "    allow: [(code: \"other-file-name\", reason: \"A draft.\")],\n    start:",
        1,
    );
    let folder = Folder::new().file("other.ron", &allowed);
    let checked = run(&["check", "--no-roads", folder.text(), "--deny", "warnings"], "");
    assert_eq!((checked.code, checked.stdout.as_str()), (Some(0), "1 file checked: 0 errors, 0 warnings\n"));
    let clean = run(&["check", "--no-roads", Folder::with(&["my-own"]).text(), "--deny", "warnings"], "");
    assert_eq!(clean.code, Some(0), "{clean:?}");
    assert_eq!(run(&["check", folder.text(), "--deny", "errors"], "").code, Some(2));
    let in_vain = Folder::new().file("my-own.ron", &allowed);
    let checked = run(&["check", "--no-roads", in_vain.text(), "--deny", "warnings"], "");
    assert_eq!(checked.code, Some(1));
    assert!(checked.stdout.contains("warning[unused-allow]: "), "{checked:?}");
}

#[test]
fn what_denied_warnings_fail_is_said_in_every_format() {
    let folder = Folder::new().file("other.ron", tiny("my-own", "One"));
    let check = |format: &str, deny: &[&str]| {
        run(&[&["check", "--no-roads", folder.text(), "--format", format], deny].concat(), "")
    };
    let deny: &[&str] = &["--deny", "warnings"];
    let (allowed, denied) = (check("human", &[]), check("human", deny));
    assert!(allowed.stdout.contains("\n1 file checked: 0 errors, 1 warning\n"), "{allowed:?}");
    assert!(denied.stdout.contains("\n1 file checked: 0 errors, 1 warning, which is denied here\n"), "{denied:?}");
    let (allowed, denied) = (check("github", &[]), check("github", deny));
    let last_line = "::error::1 file checked: 0 errors, 1 warning, which is denied here\n";
    assert_eq!(denied.stdout, allowed.stdout.clone() + last_line);
    let (allowed, denied) = (check("json", &[]).json(), check("json", deny).json());
    assert_eq!((&allowed[0]["denied"], &denied[0]["denied"]), (&serde_json::Value::Null, &serde_json::json!(true)));
    assert_eq!(denied[0]["severity"], "warning");
    let two = Folder::new().file("other.ron", tiny("my-own", "One")).file("another.ron", tiny("my-two", "Two"));
    let denied = run(&[&["check", "--no-roads", two.text()], deny].concat(), "");
    assert!(denied.stdout.contains("\n2 files checked: 0 errors, 2 warnings, which are denied here\n"), "{denied:?}");
    let wrong = Folder::new().file("my-own.ron", tiny("my-own", "One").replace("called:", "caled:"));
    let checked = run(&[&["check", "--no-roads", wrong.text()], deny].concat(), "");
    assert!(checked.stdout.contains("\n1 file checked: 1 error, 0 warnings\n"), "{checked:?}");
}

#[test]
fn a_path_that_does_not_exist_is_a_usage_error() {
    let folder = Folder::with(&["my-own"]);
    let checked = run(&["check", folder.text(), &format!("{}/nowhere.ron", folder.text())], "");
    let expected = "\
exit: 2
--- stdout
--- stderr
error: there is no file or folder DIR/nowhere.ron
help: check how its name is spelt; nothing was checked
";
    assert_eq!(checked.shown(&folder), expected);
    assert_eq!(run(&["check"], "").code, Some(2));
}

#[test]
fn a_closed_pipe_is_no_panic() {
    // The output is longer than a pipe buffers, so that the reader closes it before all of it is written.
    let mistakes = "x: 1, ".repeat(3000);
    let folder =
        Folder::new().file("my-own.ron", tiny("my-own", "One").replace("age: 50", &format!("{mistakes}age: 50")));
    let outcome = run_into_closed_pipe(&["check", folder.text(), "--format", "json"], 1, "");
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
}

#[test]
fn what_all_roads_tell_is_told_unless_left_out() {
    let folder = Folder::with(&["my-own"]);
    let checked = run(&["check", folder.text(), "--format", "json"], "");
    let found = checked.json();
    let codes = found.as_array().into_iter().flatten().map(|one| one["code"].as_str().unwrap_or_default());
    assert!(codes.clone().count() > 0 && codes.clone().all(|code| code == "guesser-passes"), "{checked:?}");
    let left_out = run(&["check", "--no-roads", folder.text()], "");
    assert_eq!(left_out.stdout, "1 file checked: 0 errors, 0 warnings\n");
}

/// All plays of a file together have a bound, however long its conversations are.
#[test]
fn long_conversations_are_played_less_often_and_that_is_told() {
    let count = 5000;
    let scene = |at: usize| {
        let then = if at + 1 < count { format!("s-{}", at + 1) } else { "better".to_owned() };
        let choice = |id: &str| format!("(id: \"{id}\", act: \"Nod.\", shows: [], why: \"So.\", then: \"{then}\"),");
        format!("\"s-{at}\": (patient: \"Well.\", choices: [{}{}]),\n", choice("a"), choice("b"))
    };
    let text = tiny("long", "A long one");
    let (head, _) = text.split_once("scenes: {").expect("it has scenes");
    let start = head.find("start: \"").expect("it starts somewhere") + "start: \"".len();
    let after = start + head[start..].find('"').expect("the id ends");
    let scenes: String = (0..count).map(scene).collect();
    let better = "\"better\": (ending: (title: \"So\", kind: Good, thought: \"Well.\")),";
    let text = format!("{}s-0{}scenes: {{\n{scenes}{better}}})", &head[..start], &head[after..]);
    let folder = Folder::new().file("long.ron", text);
    let told = run(&["check", folder.text()], "");
    assert!(told.stdout.contains("long.ron: judged from 266 plays of each strategy"), "{told:?}");
}
