//! `bedside doctor`.

use std::fs;
use std::path::Path;

use bedside::policy::FILE_VARIABLE;
use bedside::records::database::Database;
use serde_json::Value;

use super::harness::{Folder, Outcome, run_at, run_with};

/// What was found of one thing: how it is, and what is said of it.
fn found(told: &Value, what: &str) -> (String, String) {
    let findings = told["findings"].as_array().expect("findings");
    let finding = findings.iter().find(|finding| finding["what"] == what).unwrap_or_else(|| panic!("{what}: {told}"));
    let text = |field: &str| finding[field].as_str().unwrap_or_default().to_owned();
    (text("state"), format!("{} {}", text("fact"), text("what_to_do")))
}

fn json(ran: &Outcome) -> Value {
    let told = ran.json();
    assert_eq!((&told["form"], &told["version"]), (&Value::from(1), &Value::from(env!("CARGO_PKG_VERSION"))));
    told
}

#[test]
fn each_thing_is_told_in_words_and_for_a_program_and_nothing_is_made() {
    let home = Folder::new();
    let words = run_at(home.path(), &["doctor"], "");
    let told = json(&run_at(home.path(), &["doctor", "--json"], ""));
    for what in [
        "program",
        "system",
        "session",
        "renderer",
        "voice",
        "sound",
        "fonts",
        "data folder",
        "disk",
        "records",
        "scenarios",
        "policy",
        "record store",
    ] {
        let (_, fact) = found(&told, what);
        assert!(!fact.trim().is_empty() && words.stdout.contains(&format!("{what}: ")), "{what}: {words:?}");
    }
    assert_eq!(found(&told, "records"), ("works".to_owned(), "nothing is kept yet ".to_owned()));
    assert_eq!(fs::read_dir(home.path()).expect("a folder").count(), 0);
}

#[cfg(not(feature = "app"))]
#[test]
fn a_build_without_a_window_has_not_looked_for_what_a_window_needs_and_can_be_used() {
    let ran = run_at(Folder::new().path(), &["doctor", "--json"], "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(found(&json(&ran), "renderer").0, "not_looked_at");
}

#[test]
fn a_folder_that_cannot_be_written_and_a_disk_that_is_full_are_told_of() {
    let in_the_way = Folder::new().file("file", "");
    let folder = in_the_way.path().join("file").join("bedside");
    let ran = run_at(&folder, &["doctor", "--json"], "");
    let (state, said) = found(&json(&ran), "data folder");
    assert!(ran.code == Some(1) && state == "fails" && said.contains("BEDSIDE_HOME"), "{ran:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_kept_on_a_full_disk_or_one_that_can_only_be_read_is_told_with_the_reason() {
    use super::harness::{command, run_command};

    // No file may grow, which is how a full disk answers; and a file system that nobody can write.
    let only_read = ["the disk can only be read", "not allowed"];
    for (home, limit, why) in [(None, "ulimit -f 0", &["the disk is full"][..]), (Some("/sys"), ":", &only_read)] {
        let own = Folder::new();
        let home = home.map_or_else(|| own.path().to_owned(), Into::into);
        let bedside = command(&["doctor", "--json"], &home);
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &format!("trap '' XFSZ; {limit}; exec \"$0\" \"$@\"")]);
        shell.arg(bedside.get_program()).args(bedside.get_args());
        for (name, value) in bedside.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        shell
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        let ran = run_command(shell, "");
        let (state, said) = found(&json(&ran), "data folder");
        assert!(
            ran.code == Some(1)
                && state == "fails"
                && why.iter().any(|why| said.contains(why))
                && said.contains("not kept"),
            "{ran:?}"
        );
    }
}

#[test]
fn a_policy_and_a_folder_with_mistakes_are_told_with_what_to_do() {
    let (home, ward) = (Folder::new(), Folder::new().file("broken.ron", "(format: 1"));
    let policies =
        Folder::new().file("policy.ron", format!("(form: 1, scenarios: [{:?}], off: [Phones])", ward.text()));
    let policy = policies.path().join("policy.ron");
    let ran = run_with(home.path(), &[(FILE_VARIABLE, &policy)], &["doctor", "--json"], "");
    let told = json(&ran);
    assert!(found(&told, "policy").1.contains("off: phones in group sessions"), "{told}");
    let (state, said) = found(&told, "scenarios");
    assert!(
        state == "works_in_part" && said.contains("1 file with mistakes") && said.contains("bedside check"),
        "{told}"
    );
    fs::write(&policy, "(form: 9)").expect("written");
    let ran = run_with(home.path(), &[(FILE_VARIABLE, &policy)], &["doctor", "--json"], "");
    assert!(ran.code == Some(1) && found(&json(&ran), "policy").1.contains("form 9"), "{ran:?}");
}

#[test]
fn nobody_is_named() {
    let home = Folder::new();
    for (kept, told) in [(home.path().join("kept"), "~"), (Folder::new().path().join("hermann/kept"), "/<user>/kept")] {
        let environment = [("HOME", home.path()), ("USERPROFILE", home.path()), ("USER", Path::new("hermann"))];
        let ran = run_with(&kept, &environment, &["doctor", "--json"], "");
        assert!(!ran.stdout.contains(home.text()) && !ran.stdout.contains("hermann"), "{}", ran.stdout);
        let told =
            if cfg!(windows) { told.replace('~', "%USERPROFILE%").replace('/', "\\\\") } else { told.to_owned() };
        assert!(found(&json(&ran), "data folder").1.contains(&told), "{}", ran.stdout);
    }
}

#[test]
fn a_database_is_looked_at_and_nothing_is_made_beside_it() {
    let home = Folder::new();
    drop(Database::open(home.path()).expect("it is made"));
    for beside in ["records.sqlite-wal", "records.sqlite-shm"] {
        let _ = fs::remove_file(home.path().join(beside));
    }
    let ran = run_at(home.path(), &["doctor", "--json"], "");
    assert!(found(&json(&ran), "records").1.starts_with("records.sqlite is sound, of version "), "{ran:?}");
    assert_eq!(fs::read_dir(home.path()).expect("a folder").count(), 1);
}
