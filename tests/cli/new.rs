//! `bedside new`.

use super::harness::{Folder, run};

fn made(id: &str) -> Folder {
    let folder = Folder::new();
    let made = run(&["new", id, "--in", folder.text()], "");
    let expected = format!(
        "\
exit: 0
--- stdout
Written: DIR/{id}.ron and DIR/{id}.plan

Open the first in a text editor: what to change stands beside each part. Then:
  bedside check DIR/{id}.ron
  bedside play {id} --terminal --scenarios DIR
  bedside test DIR/{id}.plan
--- stderr
"
    );
    assert_eq!(made.shown(&folder), expected);
    folder
}

#[test]
fn what_is_written_is_sound_and_goes_as_its_plan_says() {
    let folder = made("first-try");
    let checked = run(&["check", folder.text()], "");
    assert_eq!(checked.shown(&folder), "exit: 0\n--- stdout\n1 file checked: 0 errors, 0 warnings\n--- stderr\n");
    let tested = run(&["test", folder.text()], "");
    assert_eq!(tested.shown(&folder), "exit: 0\n--- stdout\n1 plan: 2 roads, 0 failures\n--- stderr\n");
    let listed = run(&["list", "--scenarios", folder.text()], "");
    assert!(listed.stdout.contains("first-try: First try\n"), "{listed:?}");
}

#[test]
fn nothing_is_written_over() {
    for taken in ["mine.ron", "mine.plan"] {
        let folder = Folder::new().file(taken, "my work");
        let refused = run(&["new", "mine", "--in", folder.text()], "");
        let expected = format!(
            "\
exit: 2
--- stdout
--- stderr
error: DIR/{taken} exists, and is left as it is
help: choose another id, or another folder with `--in DIR`
"
        );
        assert_eq!(refused.shown(&folder), expected);
        assert_eq!(std::fs::read_to_string(folder.path().join(taken)).expect("the file"), "my work");
        assert_eq!(folder.path().read_dir().expect("the folder").count(), 1, "nothing else is written");
    }
}

#[test]
fn an_id_that_cannot_be_is_refused_with_one_that_can() {
    let folder = Folder::new();
    for (id, hint) in [("My Own", "help: did you mean my-own?\n"), ("../x", "help: did you mean x?\n"), ("!", "")] {
        let refused = run(&["new", id, "--in", folder.text()], "");
        let expected = format!(
            "\
exit: 2
--- stdout
--- stderr
error: \u{201c}{id}\u{201d} cannot be a scenario's id
help: an id is lower-case words joined by hyphens, such as two-hours-in
{hint}"
        );
        assert_eq!(refused.shown(&folder), expected);
    }
    let nowhere = format!("{}/nowhere", folder.text());
    let refused = run(&["new", "mine", "--in", &format!("{nowhere}/of-mine")], "");
    assert_eq!(refused.code, Some(2));
    assert!(refused.stderr.starts_with(&format!("error: there is no folder {nowhere}\n")), "{refused:?}");
}

#[test]
fn a_folder_for_it_is_made() {
    let folder = Folder::new();
    let inner = format!("{}/my-scenarios/", folder.text());
    let made = run(&["new", "mine", "--in", &inner], "");
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(std::path::Path::new(&inner).join("mine.ron").is_file());
}
