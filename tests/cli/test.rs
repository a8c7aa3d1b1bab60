//! `bedside test`.

use super::harness::{Folder, run};

const HOLDS: &str =
    "road: Polite\nchoose: greet\nscene: asks\n\nroad: Rude\nchoose: calm > asks\nchoose: explain\nending: home\n";

#[test]
fn the_shipped_plans_hold() {
    let tested = run(&["test", concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios")], "");
    assert_eq!((tested.code, tested.stderr.as_str()), (Some(0), ""), "{tested:?}");
    assert!(tested.stdout.starts_with("5 plans: ") && tested.stdout.ends_with(" roads, 0 failures\n"), "{tested:?}");
}

#[test]
fn what_does_not_go_as_planned_is_shown_with_its_place() {
    let plan = "# mine\nroad: Polite\nsays: Good morning\nchoose: greet\nscene: home\n";
    let folder = Folder::with(&["mine", "other"]).file("mine.plan", plan).file("other.plan", HOLDS);
    let tested = run(&["test", folder.text()], "");
    let expected = "\
exit: 1
--- stdout
error[not-as-planned]: What is said in `arrival` is: \u{201c}At last.\u{201d}
 --> DIR/mine.plan:3:1
  |
3 | says: Good morning
  | ^^^^^^^^^^^^^^^^^^
  |
note: on this road
 --> DIR/mine.plan:2:1
  |
2 | road: Polite
  | ------------

error[not-as-planned]: The current scene is `asks`
 --> DIR/mine.plan:5:1
  |
5 | scene: home
  | ^^^^^^^^^^^
  |
note: on this road
 --> DIR/mine.plan:2:1
  |
2 | road: Polite
  | ------------

2 plans: 3 roads, 2 failures
More about each: `bedside explain CODE`, as in `bedside explain not-as-planned`
--- stderr
";
    assert_eq!(tested.shown(&folder), expected);
}

#[test]
fn json_holds_every_failure_and_nothing_else() {
    let folder = Folder::with(&["mine"]).file("mine.plan", "road: Polite\nscene: home\n");
    let tested = run(&["test", folder.text(), "--format", "json"], "");
    assert_eq!((tested.code, tested.stderr.as_str()), (Some(1), ""));
    let found = tested.json();
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    let position = ["code", "line", "column"].map(|field| found[0][field].clone());
    assert_eq!(position, [serde_json::Value::from("not-as-planned"), 2.into(), 1.into()]);
    let github = run(&["test", folder.text(), "--format", "github"], "");
    assert_eq!(github.code, Some(1));
    assert!(github.stdout.starts_with("::error ") && github.stdout.lines().count() == 1, "{github:?}");
    let folder = Folder::with(&["mine"]).file("mine.plan", HOLDS);
    let tested = run(&["test", folder.text(), "--format", "json"], "");
    assert_eq!((tested.code, tested.stdout.as_str()), (Some(0), "[]\n"));
}

#[test]
fn a_plan_is_named_by_itself_or_by_its_scenario() {
    let folder = Folder::with(&["mine"]).file("mine.plan", HOLDS);
    for name in ["mine.plan", "mine.ron"] {
        let tested = run(&["test", &format!("{}/{name}", folder.text())], "");
        assert_eq!(tested.shown(&folder), "exit: 0\n--- stdout\n1 plan: 2 roads, 0 failures\n--- stderr\n");
    }
}

#[test]
fn a_plan_without_a_sound_scenario_is_a_failure() {
    let folder = Folder::new().file("lost.plan", HOLDS).file("notes.plan", HOLDS).file("notes.ron", "my notes");
    let tested = run(&["test", folder.text()], "");
    assert_eq!(tested.code, Some(1));
    for part in
        ["error[plan-without-scenario]: ", "error[plan-of-unsound-scenario]: ", "2 plans: 0 roads, 2 failures\n"]
    {
        assert!(tested.stdout.contains(part), "{part} in {tested:?}");
    }
    let folder = Folder::with(&["mine"]);
    let tested = run(&["test", &format!("{}/mine.ron", folder.text())], "");
    assert_eq!(tested.code, Some(1));
    assert!(tested.stdout.contains("error[missing-file]: ") && tested.stdout.contains("mine.plan"), "{tested:?}");
}

#[test]
fn where_there_is_no_plan_nothing_counts_as_tested() {
    let folder = Folder::with(&["mine"]);
    let tested = run(&["test", folder.text()], "");
    let expected = "\
exit: 2
--- stdout
--- stderr
error: there is no plan in DIR
help: a plan lies beside its scenario: my-own.plan beside my-own.ron
help: `bedside new` writes a scenario and its plan to start from
";
    assert_eq!(tested.shown(&folder), expected);
    let nowhere = run(&["test", &format!("{}/nowhere", folder.text())], "");
    assert_eq!(nowhere.code, Some(2), "{nowhere:?}");
}
