//! `bedside sync`, and `bedside report --lrs`.

use std::fs;

use bedside::records::database::{Database, KeptAttempt, Profile, Sharing};
use bedside::records::export::xapi::{Settings, Version, statements};
use bedside::records::{AttemptId, PersonId, Timestamp};

use super::harness::{Folder, Outcome, run};
use crate::record_store::server::{Reply, Server};
use crate::record_store::store::Store;
use crate::record_store::{keep, outcomes};

const PASSWORD: &str = "open sesame";

fn sync(folder: &Folder, words: &[&str]) -> Outcome {
    let ran = run(&[&["sync", "--data", folder.text()], words].concat(), &format!("{PASSWORD}\n"));
    let unwrapped = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let ran = Outcome { code: ran.code, stdout: unwrapped(&ran.stdout), stderr: unwrapped(&ran.stderr) };
    assert!(!format!("{ran:?}").contains(PASSWORD), "{ran:?}");
    ran
}

#[track_caller]
fn done(ran: &Outcome, told: &str) {
    assert!(ran.code == Some(0) && ran.stderr.is_empty() && ran.stdout.contains(told), "{told}: {ran:?}");
}

#[track_caller]
fn failed(ran: &Outcome, code: i32, told: &str) {
    assert!(ran.code == Some(code) && ran.stderr.contains(told), "{told}: {ran:?}");
}

fn answering(store: &Store) -> Server {
    let store = store.clone();
    Server::start(move |request| store.answer(request))
}

/// A folder in which the attempt of one person is kept, that has not asked for anything to be sent.
fn played() -> Folder {
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    let outcome = &outcomes(1)[0];
    keep(&database, std::slice::from_ref(outcome));
    database.share(outcome.person, Sharing::Off).expect("kept");
    folder
}

#[test]
fn a_store_is_named_switched_on_sent_to_and_forgotten() {
    let (folder, store) = (played(), Store::default());
    let server = answering(&store);
    failed(&sync(&folder, &[]), 1, "no record store is known");
    failed(&sync(&folder, &["on"]), 1, "bedside sync to URL --user NAME");
    let ran = sync(&folder, &["to", &server.address(), "--user", "ward"]);
    done(&ran, "answers as a record store, and knows xAPI 1.0.3, 2.0.0");
    done(&ran, "Nothing is sent yet");
    done(&sync(&folder, &[]), "Nothing waits to be sent");
    done(&sync(&folder, &["on"]), "unless you add --earlier: 1 from before");
    done(&sync(&folder, &[]), "Nothing waits to be sent");
    assert!(store.kept().is_empty(), "nothing was asked for");
    done(&sync(&folder, &["on", "--earlier"]), "from now on, as ward");
    done(&sync(&folder, &["status"]), "Attempts that wait: 1");
    done(&sync(&folder, &[]), "The store has taken");
    assert_eq!(store.kept().len(), outcomes(1)[0].decisions.len() + 1);
    let ran = sync(&folder, &["status"]);
    done(&ran, "Attempts that wait: 0");
    assert!(ran.stdout.contains("last took something: 2"), "{ran:?}");
    done(&sync(&folder, &["off"]), "What the store has already stays there");
    done(&sync(&folder, &["forget"]), "its password are forgotten");
    failed(&sync(&folder, &["status"]), 1, "no record store is known");
    for entry in fs::read_dir(folder.path()).expect("a folder").flatten() {
        let bytes = fs::read(entry.path()).expect("a file");
        let found = bytes.windows(PASSWORD.len()).any(|window| window == PASSWORD.as_bytes());
        assert!(!found, "no password is in {}", entry.path().display());
    }
}

#[test]
fn what_is_refused_is_told_with_its_reason_and_sent_again_when_asked_for() {
    let folder = played();
    let store = Store::refusing(&[first_id()]);
    let server = answering(&store);
    done(&sync(&folder, &["to", &server.address(), "--user", "ward"]), "answers");
    done(&sync(&folder, &["on", "--earlier"]), "from now on");
    done(&sync(&folder, &[]), "It refused 1");
    done(&sync(&folder, &["status"]), &format!("{}: status 400: I do not like", first_id()));
    done(&sync(&folder, &["--refused"]), "It refused 1");
    done(&sync(&folder, &[]), "Nothing waits to be sent");
}

#[test]
fn what_is_still_open_in_its_debrief_waits_and_it_is_said() {
    let (folder, store) = (played(), Store::default());
    let server = answering(&store);
    done(&sync(&folder, &["to", &server.address(), "--user", "ward"]), "answers");
    done(&sync(&folder, &["on"]), "from now on");
    let database = Database::open(folder.path()).expect("opened").database;
    let outcome = bedside::records::Outcome { attempt: AttemptId::of([77; 16]), ..outcomes(1)[0].clone() };
    let open = KeptAttempt {
        id: outcome.attempt,
        person: outcome.person,
        scenario: outcome.scenario.id.clone(),
        scenario_hash: outcome.scenario.hash.clone(),
        rubric_hash: outcome.rubric.clone(),
        app: outcome.app.clone(),
        began: Timestamp::now(),
        changed: Timestamp::now(),
        open: true,
        player: None,
        saved: "{}".to_owned(),
    };
    database.keep_attempt(&open).expect("kept");
    database.keep_outcome(&outcome).expect("kept");
    done(&sync(&folder, &[]), "still open in its debrief");
    assert!(store.kept().is_empty());
    database.keep_attempt(&KeptAttempt { open: false, ..open }).expect("kept");
    done(&sync(&folder, &[]), "The store has taken");
}

#[test]
fn sending_is_switched_for_some_or_for_everybody_and_a_wrong_name_changes_nothing() {
    let (folder, store) = (Folder::new(), Store::default());
    let server = answering(&store);
    let database = Database::open(folder.path()).expect("it is made").database;
    for (number, name) in (1..).zip(["Ana", "Kim", "Sam"]) {
        let profile = Profile { id: PersonId::of([number; 16]), name: name.to_owned(), made: Timestamp::UNIX_EPOCH };
        database.add_profile(&profile).expect("kept");
    }
    let on = || {
        let people = database.profiles().expect("read").into_iter();
        people.filter(|one| database.shares(one.id).expect("read")).map(|one| one.name).collect::<Vec<_>>()
    };
    done(&sync(&folder, &["to", &server.address(), "--user", "ward"]), "answers");
    failed(&sync(&folder, &["on"]), 2, "3 people play here: Ana, Kim, Sam");
    failed(&sync(&folder, &["on", "--profile", "ana", "--profile", "Bo"]), 2, "who does: Ana, Kim, Sam");
    assert!(on().is_empty());
    done(&sync(&folder, &["on", "--profile", "ana", "--profile", "Sam"]), "from now on");
    assert_eq!(on(), ["Ana", "Sam"]);
    done(&sync(&folder, &["off", "--profile", &PersonId::of([1; 16]).to_string()]), "Others here still send: 1.");
    assert_eq!(on(), ["Sam"]);
    done(&sync(&folder, &["on", "--all"]), "from now on");
    assert_eq!(on(), ["Ana", "Kim", "Sam"]);
    done(&sync(&folder, &["off", "--all"]), "Nothing is sent any more");
    assert!(on().is_empty());
    failed(&sync(&folder, &["on", "--all", "--profile", "Ana"]), 2, "cannot be used with");
}

/// The id of the first choice of the first attempt.
fn first_id() -> String {
    let settings = Settings {
        version: Version::V1_0_3,
        home_page: "https://training.example.org".parse().expect("a home page"),
        words: false,
    };
    statements(&outcomes(1)[0], &settings)[0].id().to_string()
}

#[test]
fn a_store_that_cannot_be_used_costs_nothing_and_the_way_out_is_told() {
    let folder = played();
    let refusing = Server::start(|_| Reply::of(401, ""));
    let to = |server: &Server| sync(&folder, &["to", &server.address(), "--user", "ward"]);
    failed(&to(&refusing), 1, "does not know this user with this password");
    failed(&sync(&folder, &[]), 1, "no record store is known");
    let busy = Server::start(|_| Reply::Answer(503, vec![("Retry-After", "30".to_owned())], String::new()));
    done(&to(&busy), "It is remembered all the same");
    done(&sync(&folder, &["on", "--earlier"]), "from now on");
    for asked in 1..=2 {
        let ran = sync(&folder, &["--wait", "0", "--now"]);
        failed(&ran, 1, "cannot be used now: it has too much to do (status 503)");
        failed(&ran, 1, "--now asks it all the same");
        failed(&sync(&folder, &["--wait", "0"]), 1, "it is left alone until ");
        let posts = busy.requests().iter().filter(|request| request.method == "POST").count();
        assert_eq!(posts, asked, "only where it was told to");
    }
    done(&sync(&folder, &["status"]), "Attempts that wait: 1");
    let page = Server::start(|_| Reply::of(200, "<html>Welcome"));
    failed(&to(&page), 1, "is no record store (status 200: Welcome)");
    for (words, told) in [
        (&["to", "http://lrs.example.org/xapi", "--user", "ward"][..], "would be sent in clear text"),
        (&["to", "https://ward:sesame@lrs.example.org", "--user", "ward"], "does not belong into the address"),
        (&["to", "https://lrs.example.org", "--user", "a:b"], "holds no colon"),
        (&["to", "https://lrs.example.org"], "--user"),
        (&["on", "--profile", "nobody"], "nobody called \u{201c}nobody\u{201d} plays here"),
    ] {
        failed(&sync(&folder, words), 2, told);
    }
    let ran = run(&["sync", "to", &page.address(), "--user", "ward", "--data", folder.text()], "");
    failed(&ran, 1, "no password was given for ward");
}

#[test]
fn a_report_from_a_store_is_that_from_the_files_and_both_together_count_nothing_twice() {
    let (folder, store) = (Folder::new(), Store::default());
    let server = answering(&store);
    let database = Database::open(folder.path()).expect("it is made").database;
    keep(&database, &outcomes(9));
    drop(database);
    done(&sync(&folder, &["to", &server.address(), "--user", "ward"]), "answers");
    done(&sync(&folder, &[]), "The store has taken");
    let export = format!("{}/all.jsonl", folder.text());
    assert_eq!(run(&["export", "--data", folder.text(), "--out", &export], "").code, Some(0));
    let address = server.address();
    let lrs = ["--lrs", &address, "--user", "ward"];
    for (out, sources) in
        [("files", &[export.as_str()][..]), ("store", &lrs), ("both", &[&[export.as_str()][..], &lrs].concat())]
    {
        let out = format!("{}/{out}", folder.text());
        let ran = run(&[&["report", "--out", &out], sources].concat(), &format!("{PASSWORD}\n"));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    }
    let files = |out: &str| {
        let entries = fs::read_dir(folder.path().join(out)).expect("a folder").flatten();
        let mut files: Vec<_> =
            entries.map(|file| (file.file_name(), fs::read(file.path()).expect("a file"))).collect();
        files.sort();
        files
    };
    assert_eq!(files("store"), files("files"));
    let scores = |out: &str| fs::read(folder.path().join(out).join("scores.csv")).expect("a table");
    assert_eq!(scores("both"), scores("files"));
    let ran = run(&["report", "--out", &format!("{}/none", folder.text())], "");
    failed(&ran, 2, "required");
    let gone = Server::start(|_| Reply::of(404, ""));
    let out = format!("{}/gone", folder.text());
    let ran = run(&["report", "--out", &out, "--lrs", &gone.address(), "--user", "ward"], "x\n");
    failed(&ran, 1, "is no record store");
    assert!(!folder.path().join("gone").exists(), "no report was written");
}
