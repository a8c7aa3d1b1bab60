//! `bedside profile`.

use bedside::records::PersonId;
use bedside::records::database::{Database, Profile};

use super::harness::{Folder, Outcome, run};
use crate::record_store::{keep, outcomes};

/// A folder in which Ana has played, and somebody without a name has not.
fn shared() -> Folder {
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    let outcome = &outcomes(1)[0];
    keep(&database, std::slice::from_ref(outcome));
    database.rename_profile(outcome.person, "Ana").expect("written");
    let nameless = Profile { id: PersonId::of([9; 16]), ..Profile::new("", outcome.began) };
    database.add_profile(&nameless).expect("written");
    folder
}

fn profile(folder: &Folder, words: &[&str]) -> Outcome {
    run(&[&["profile", "--data", folder.text()], words].concat(), "")
}

#[test]
fn everybody_is_named_with_how_much_is_kept_and_no_result() {
    let listed = profile(&shared(), &["list"]);
    assert_eq!(listed.code, Some(0), "{listed:?}");
    let lines: Vec<&str> = listed.stdout.lines().collect();
    assert!(lines.iter().any(|line| line.starts_with("Ana  one conversation, on ")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("Without a name  nothing played, here since ")), "{lines:?}");
}

#[test]
fn somebody_is_deleted_once_that_is_said_and_nobody_else() {
    let folder = shared();
    let asked = profile(&folder, &["delete", "ana"]);
    assert_eq!(asked.code, Some(2));
    assert!(asked.stderr.contains("nothing is deleted yet: that would be one conversation, on "), "{asked:?}");
    let nobody = profile(&folder, &["delete", "Kim", "--yes"]);
    assert!(
        nobody.code == Some(2) && nobody.stderr.contains("nobody called \u{201c}Kim\u{201d} plays here"),
        "{nobody:?}"
    );
    let deleted = profile(&folder, &["delete", "ana", "--yes"]);
    assert_eq!(deleted.code, Some(0), "{deleted:?}");
    let left = Database::open(folder.path()).expect("it is there").database.profiles().expect("readable");
    assert_eq!(left.iter().map(|profile| profile.name.as_str()).collect::<Vec<_>>(), [""]);
    let bytes = std::fs::read(folder.path().join(bedside::records::database::FILE)).expect("a file");
    assert!(!bytes.windows(3).any(|bytes| bytes == b"Ana"));
}
