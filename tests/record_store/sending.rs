//! Sending what is in the outbox.

use std::time::Duration;

use bedside::records::Timestamp;
use bedside::records::database::Database;
use bedside::records::record_store::{Client, Next, Sender, Stopped, Trouble};
use serde_json::{Value, json};

use super::server::{Reply, Server};
use super::store::Store;
use super::{PASSWORD, client, drive, ids, keep, now, outcomes, secret, store_at};
use crate::cli::harness::Folder;

/// A database with so many attempts to be sent to a server.
fn waiting(server: &Server, people: u8) -> (Folder, Database, Sender) {
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    let store = store_at(&server.address());
    database.keep_record_store(&store).expect("kept");
    keep(&database, &outcomes(people));
    let sender = Sender::with_client(client(server), &store);
    (folder, database, sender)
}

/// Another computer of the same person has sent three of the statements that wait.
fn sent_by_another_computer(store: &Store, server: &Server, database: &Database) {
    database.fill_outbox(&store_at(&server.address()).settings(), now()).expect("filled");
    let waiting = database.waiting_statements(50, usize::MAX).expect("read");
    for number in [0, 3, 4] {
        store.put(&waiting[number].text);
    }
}

fn later(seconds: i64) -> Timestamp {
    Timestamp::from_second(now().as_second() + seconds).expect("a time")
}

fn kept(store: &Store) -> Vec<String> {
    store.kept().into_keys().collect()
}

#[test]
fn all_arrives_once_as_who_it_is_said_to_be() {
    let store = Store::default();
    let taking = store.clone();
    let server = Server::start(move |request| taking.answer(request));
    let (_folder, database, mut sender) = waiting(&server, 12);
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    assert_eq!(kept(&store), ids(&outcomes(12)));
    assert_eq!(sender.sent(), store.kept().len() as u64);
    assert_eq!(database.outbox().expect("read").waiting, 0);
    assert_eq!(database.last_delivery().expect("read"), Some(now()));
    for request in server.requests() {
        assert_eq!(request.header("authorization"), Some("Basic d2FyZDpvcGVuIHNlc2FtZQ=="));
        assert_eq!(request.header("x-experience-api-version"), Some("1.0.3"));
        assert_eq!(request.header("content-type"), Some("application/json"));
    }
    let requests = server.requests().len();
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    assert_eq!(server.requests().len(), requests, "nothing is left to be sent");
}

#[test]
fn a_batch_whose_answer_was_lost_is_sent_again_and_nothing_changes() {
    let store = Store::default();
    let taking = store.clone();
    let mut posts = 0;
    let server = Server::start(move |request| {
        posts += 1;
        let reply = taking.answer(request);
        // The first is stored, and its answer lost.
        if posts == 1 { Reply::Cut } else { reply }
    });
    let (_folder, database, mut sender) = waiting(&server, 6);
    let Next::At(until, Trouble::BrokeOff) = drive(&mut sender, &database, now()) else { panic!("it was cut") };
    let first = store.kept();
    assert!(!first.is_empty());
    assert_eq!(drive(&mut sender, &database, until), Next::Done);
    assert_eq!(kept(&store), ids(&outcomes(6)));
    assert!(first.iter().all(|(id, statement)| store.kept()[id] == *statement));
}

#[test]
fn a_conflict_hides_no_statement_that_is_not_there_yet() {
    let all = ids(&outcomes(3));
    let store = Store::default();
    let taking = store.clone();
    let server = Server::start(move |request| taking.answer(request));
    let (_folder, database, mut sender) = waiting(&server, 3);
    sent_by_another_computer(&store, &server, &database);
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    assert_eq!((kept(&store), database.outbox().expect("read").refused), (all, 0));
}

#[test]
fn a_store_may_name_only_the_statements_that_it_did_not_have_yet() {
    let store = Store::default();
    let taking = store.clone();
    let server = Server::start(move |request| {
        let sent: Vec<Value> = serde_json::from_slice(&request.body).expect("an array");
        let mut named = Vec::new();
        for statement in &sent {
            let id = statement["id"].as_str().expect("an id");
            if !taking.kept().contains_key(id) {
                taking.put(&statement.to_string());
                named.push(id.to_owned());
            }
        }
        // As LaRS answers.
        if named.is_empty() { Reply::of(204, "") } else { Reply::of(200, json!(named).to_string()) }
    });
    let (_folder, database, mut sender) = waiting(&server, 3);
    sent_by_another_computer(&store, &server, &database);
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    assert_eq!((kept(&store), sender.sent()), (ids(&outcomes(3)), store.kept().len() as u64));
    assert_eq!(server.requests().len(), 2, "the three that it did not name were sent once more, together");
}

#[test]
fn a_statement_that_is_refused_is_kept_with_the_reason_and_holds_nobody_up() {
    let all = ids(&outcomes(8));
    let refused = [all[7].clone(), all[40].clone(), all[41].clone()];
    let store = Store::refusing(&refused);
    let taking = store.clone();
    let server = Server::start(move |request| taking.answer(request));
    let (_folder, database, mut sender) = waiting(&server, 8);
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    let others: Vec<String> = all.iter().filter(|id| !refused.contains(id)).cloned().collect();
    assert_eq!(kept(&store), others);
    let outbox = database.outbox().expect("read");
    assert_eq!((outbox.waiting, outbox.refused, sender.refused()), (0, 3, 3));
    for one in outbox.refusals {
        assert!(refused.contains(&one.id));
        assert_eq!(one.reason, format!("status 400: I do not like {}", one.id));
    }
    let requests = server.requests().len();
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    assert_eq!(server.requests().len(), requests, "it is not sent again by itself");
    assert_eq!(database.retry_refused().expect("kept"), 3);
    drive(&mut sender, &database, now());
    assert!(server.requests().len() > requests, "unless asked for");
}

#[test]
fn a_batch_that_is_too_large_is_halved() {
    let store = Store::default();
    let taking = store.clone();
    let server =
        Server::start(
            move |request| {
                if request.body.len() > 60_000 { Reply::of(413, "too large") } else { taking.answer(request) }
            },
        );
    let (_folder, database, mut sender) = waiting(&server, 6);
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    assert_eq!((kept(&store), database.outbox().expect("read").refused), (ids(&outcomes(6)), 0));
    assert!(server.requests().iter().any(|request| request.body.len() > 60_000), "one was too large");
}

#[test]
fn a_store_that_asks_to_be_left_alone_is_and_what_waits_is_kept() {
    let store = Store::default();
    let taking = store.clone();
    let mut posts = 0;
    let server = Server::start(move |request| {
        posts += 1;
        match posts {
            1 => Reply::Answer(429, vec![("Retry-After", "7".to_owned())], String::new()),
            2 => Reply::Answer(503, vec![("Retry-After", "Fri, 31 Dec 2100 00:00:00 GMT".to_owned())], String::new()),
            3 => Reply::of(500, "oh"),
            _ => taking.answer(request),
        }
    });
    let (_folder, database, mut sender) = waiting(&server, 2);
    let steps = [(0, 7, 429), (7, 7 + 3_600, 503)];
    for (at, until, status) in steps {
        let expected = Next::At(later(until), Trouble::Busy(status));
        for time in [at, at, until - 1] {
            assert_eq!(drive(&mut sender, &database, later(time)), expected);
        }
    }
    assert_eq!(server.requests().len(), 2, "it was left alone");
    let Next::At(until, Trouble::Busy(500)) = drive(&mut sender, &database, later(3_607)) else { panic!("500") };
    assert!((later(3_608)..later(3_620)).contains(&until), "{until}");
    assert_eq!(drive(&mut sender, &database, until), Next::Done);
    assert_eq!(kept(&store), ids(&outcomes(2)));
}

#[test]
fn a_later_run_leaves_a_store_alone_too_that_has_asked_for_it_unless_it_is_told_to_ask() {
    let store = Store::default();
    let taking = store.clone();
    let mut posts = 0;
    let server = Server::start(move |request| {
        posts += 1;
        let busy = Reply::Answer(429, vec![("Retry-After", "3600".to_owned())], String::new());
        if posts < 3 { busy } else { taking.answer(request) }
    });
    let (folder, database, mut first) = waiting(&server, 1);
    let asked = Next::At(later(3_600), Trouble::Busy(429));
    assert_eq!(drive(&mut first, &database, now()), asked);
    let next_run = || Sender::with_client(client(&server), &store_at(&server.address()));
    assert_eq!(drive(&mut next_run(), &database, later(60)), asked);
    assert_eq!(server.requests().len(), 1, "it was left alone");
    let mut told_to = next_run();
    told_to.ask_at_once(&database);
    assert_eq!(drive(&mut told_to, &database, later(60)), Next::At(later(3_660), Trouble::Busy(429)));
    assert_eq!(drive(&mut next_run(), &database, later(3_660)), Next::Done);
    assert_eq!(kept(&store), ids(&outcomes(1)));
    let files = || std::fs::read_dir(folder.path()).expect("a folder").flatten();
    assert!(files().all(|file| !file.file_name().to_string_lossy().contains("rest")), "it is over");
}

#[test]
fn of_a_store_that_is_forgotten_or_replaced_it_is_not_kept_how_long_to_leave_it_alone() {
    let server = Server::start(|_| Reply::Answer(503, vec![("Retry-After", "3600".to_owned())], String::new()));
    let other = store_at("https://lrs.example.org/other");
    for leave in [|database: &Database, _: &_| database.forget_record_store(), Database::keep_record_store] {
        let (folder, database, mut sender) = waiting(&server, 1);
        drive(&mut sender, &database, now());
        let said = || {
            let files = std::fs::read_dir(folder.path()).expect("a folder").flatten();
            let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
            texts.filter(|text| text.contains(&server.address())).count()
        };
        assert_eq!(said(), 1);
        leave(&database, &other).expect("kept");
        assert_eq!(said(), 0);
    }
}

#[test]
fn what_is_no_use_to_repeat_is_told_and_nothing_is_lost() {
    let redirected = Server::start(|_| Reply::of(200, "[]"));
    let elsewhere = redirected.address();
    for (reply, told) in [
        (Reply::of(401, "who?"), "does not know this user with this password"),
        (Reply::of(403, "no"), "does not allow this user"),
        (Reply::of(404, "<h1>Nothing</h1> here"), "is no record store (status 404: Nothing here)"),
        (Reply::of(200, "<html>Welcome to our guest network"), "is no record store (status 200: Welcome"),
        (Reply::of(200, "[]"), "is no record store"),
        (Reply::of(200, "[[[[[[[[["), "is no record store"),
        (Reply::Answer(307, vec![("Location", elsewhere.clone())], String::new()), "is no record store (status 307)"),
        (Reply::Answer(302, vec![("Location", elsewhere.clone())], String::new()), "is no record store (status 302)"),
        (Reply::Endless, "is no record store"),
    ] {
        let server = Server::start(move |_| reply.clone());
        let (_folder, database, mut sender) = waiting(&server, 1);
        let Next::Stopped(stopped) = drive(&mut sender, &database, now()) else { panic!("{told}: it goes on") };
        assert!(stopped.to_string().contains(told), "{stopped}");
        assert_eq!(database.outbox().expect("read").waiting, 1);
        assert_eq!(database.last_delivery().expect("read"), None);
    }
    assert_eq!(redirected.requests().len(), 0, "the password is not carried elsewhere");
}

#[test]
fn a_store_that_refuses_everything_is_not_asked_about_each_statement() {
    let server = Server::start(|_| Reply::of(400, r#"{"message": "no version 1.0.3 here"}"#));
    let (_folder, database, mut sender) = waiting(&server, 9);
    let next = drive(&mut sender, &database, now());
    assert_eq!(next, Next::Stopped(Stopped::RefusesAll("status 400: no version 1.0.3 here".to_owned())));
    assert!(server.requests().len() < 60, "{}", server.requests().len());
    let outbox = database.outbox().expect("read");
    assert!(outbox.refused == 20 && outbox.waiting > 5, "{outbox:?}");
}

#[test]
fn nobody_waits_for_ever_for_a_store() {
    let silent = Server::start(|_| Reply::Silence);
    let (_folder, database, _) = waiting(&silent, 1);
    let store = store_at(&silent.address());
    let impatient = Client::with_patience(&store, &secret(), Duration::from_millis(300));
    let mut sender = Sender::with_client(impatient, &store);
    assert!(matches!(drive(&mut sender, &database, now()), Next::At(_, Trouble::Late)));
    let gone = {
        let server = Server::start(|_| Reply::Silence);
        server.address()
    };
    let mut sender = Sender::new(&store_at(&gone), &secret());
    assert!(matches!(drive(&mut sender, &database, now()), Next::At(_, Trouble::Refused)));
    assert_eq!(database.outbox().expect("read").waiting, 1);
}

#[test]
fn what_is_deleted_or_switched_off_between_two_requests_is_not_sent() {
    let store = Store::refusing(&ids(&outcomes(1))[..1]);
    let taking = store.clone();
    let server = Server::start(move |request| taking.answer(request));
    let (_folder, database, mut sender) = waiting(&server, 1);
    // The batch is refused, and its halves wait in memory.
    assert_eq!(sender.step(&database, now()).expect("read"), Next::Again);
    database.forget(outcomes(1)[0].person).expect("forgotten");
    assert_eq!(drive(&mut sender, &database, now()), Next::Done);
    assert_eq!((store.kept().len(), server.requests().len()), (0, 1));
}

#[test]
fn no_password_is_in_what_is_shown_to_find_mistakes() {
    let server = Server::start(|_| Reply::of(200, ""));
    let (_folder, database, sender) = waiting(&server, 1);
    let shown = format!("{sender:?} {:?} {:?} {database:?}", secret(), client(&server));
    assert!(!shown.contains(PASSWORD) && !shown.contains("d2FyZDpvcGVu"), "{shown}");
}
