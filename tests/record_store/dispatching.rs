//! Sending while a window is open.

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use bedside::records::PersonId;
use bedside::records::database::{Database, Sharing};
use bedside::records::record_store::{Dispatcher, Hindrance, RecordStore, Secret, Sending};

use super::server::{Reply, Server};
use super::store::Store;
use super::{ids, keep, outcomes, secret, store_at};
use crate::cli::harness::Folder;

const DEADLINE: Duration = Duration::from_mins(1);

/// A dispatcher in a folder, and what wakes whoever waits for it.
fn started(folder: &Folder, person: PersonId) -> (Dispatcher, Receiver<()>) {
    started_with(None, folder, person)
}

/// The same where a record store is named for everybody.
fn started_with(named: Option<RecordStore>, folder: &Folder, person: PersonId) -> (Dispatcher, Receiver<()>) {
    let (wake, woken) = mpsc::channel();
    let dispatcher = Dispatcher::start(folder.path().to_owned(), person, named, move || _ = wake.send(()));
    (dispatcher, woken)
}

/// What is told as soon as it is so.
fn until(dispatcher: &Dispatcher, woken: &Receiver<()>, what: &str, is_so: impl Fn(&Sending) -> bool) -> Sending {
    loop {
        let sending = dispatcher.sending();
        if is_so(&sending) {
            return sending;
        }
        assert!(woken.recv_timeout(DEADLINE).is_ok(), "waited for {what}: {sending:?}");
    }
}

#[test]
fn with_the_password_all_that_waits_is_sent_while_the_window_is_open() {
    let store = Store::default();
    let taking = store.clone();
    let server = Server::start(move |request| taking.answer(request));
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    database.keep_record_store(&store_at(&server.address())).expect("kept");
    keep(&database, &outcomes(5));
    let (dispatcher, woken) = started(&folder, outcomes(1)[0].person);
    let asked = until(&dispatcher, &woken, "the question", |sending| sending.hindrance == Some(Hindrance::Password));
    assert!(asked.on && asked.outbox.waiting == 5 && store.kept().is_empty());
    dispatcher.use_password(secret());
    let sent = until(&dispatcher, &woken, "the end", |sending| sending.outbox.waiting == 0);
    assert_eq!(store.kept().into_keys().collect::<Vec<_>>(), ids(&outcomes(5)));
    assert!(sent.hindrance.is_none() && sent.delivered.is_some());
}

#[test]
fn a_wrong_password_is_asked_for_again_and_whoever_switches_off_sends_nothing() {
    let store = Store::default();
    let taking = store.clone();
    let server = Server::start(move |request| {
        if request.header("authorization") == Some("Basic d2FyZDpvcGVuIHNlc2FtZQ==") {
            taking.answer(request)
        } else {
            Reply::of(401, "no")
        }
    });
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    database.keep_record_store(&store_at(&server.address())).expect("kept");
    let all = outcomes(2);
    keep(&database, &all);
    let (dispatcher, woken) = started(&folder, all[0].person);
    until(&dispatcher, &woken, "the question", |sending| sending.hindrance == Some(Hindrance::Password));
    dispatcher.use_password(Secret::new("guessed".to_owned()));
    dispatcher.share(false);
    let off = until(&dispatcher, &woken, "it to be off", |sending| {
        !sending.on && sending.hindrance == Some(Hindrance::Password)
    });
    assert_eq!((off.outbox.waiting, store.kept().len()), (1, 0), "the other shares still");
    dispatcher.use_password(secret());
    until(&dispatcher, &woken, "the end", |sending| sending.outbox.waiting == 0);
    assert_eq!(store.kept().into_keys().collect::<Vec<_>>(), ids(&all[1..]));
}

#[test]
fn what_is_ordered_while_the_database_cannot_be_used_is_told_of_and_done_as_soon_as_it_can_be() {
    let store = Store::default();
    let taking = store.clone();
    let server = Server::start(move |request| taking.answer(request));
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    database.keep_record_store(&store_at(&server.address())).expect("kept");
    let all = outcomes(2);
    keep(&database, &all);
    let (dispatcher, woken) = started(&folder, all[0].person);
    until(&dispatcher, &woken, "the question", |sending| sending.hindrance == Some(Hindrance::Password));
    let other = rusqlite::Connection::open(folder.path().join("records.sqlite")).expect("it");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    dispatcher.share(false);
    dispatcher.use_password(secret());
    let told = until(&dispatcher, &woken, "the trouble", |sending| sending.ordered == Some(false));
    let trouble = Hindrance::Records("another program is using the file".to_owned());
    assert!(told.on && told.store.is_some() && told.hindrance == Some(trouble), "{told:?}");
    other.execute_batch("ROLLBACK").expect("others may write again");
    let done = until(&dispatcher, &woken, "the end", |sending| sending.outbox.waiting == 0);
    assert!(!done.on && done.ordered.is_none(), "{done:?}");
    assert_eq!(store.kept().into_keys().collect::<Vec<_>>(), ids(&all[1..]), "with the password that was typed");
}

#[test]
fn the_store_that_is_named_for_everybody_takes_the_place_of_the_one_before() {
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    database.keep_record_store(&store_at("https://before.example.org/xapi")).expect("kept");
    let all = outcomes(1);
    keep(&database, &all);
    let named = store_at("https://named.example.org/xapi");
    let (dispatcher, woken) = started_with(Some(named.clone()), &folder, all[0].person);
    let told = until(&dispatcher, &woken, "the store", |sending| sending.store.is_some());
    assert_eq!(told.store.as_ref(), Some(&named));
    assert_eq!(database.record_store().expect("read"), Some(named));
}

#[test]
fn what_was_switched_on_for_one_store_is_not_sent_to_another() {
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    database.keep_record_store(&store_at("https://lrs.example.org/one")).expect("kept");
    let all = outcomes(1);
    keep(&database, &all);
    database.share(all[0].person, Sharing::Off).expect("kept");
    let (dispatcher, woken) = started(&folder, all[0].person);
    until(&dispatcher, &woken, "the store", |sending| sending.store.is_some());
    let other = rusqlite::Connection::open(folder.path().join("records.sqlite")).expect("it");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    dispatcher.share(true);
    until(&dispatcher, &woken, "the trouble", |sending| sending.ordered == Some(true));
    other.execute_batch("UPDATE store SET address = 'https://lrs.example.org/two'; COMMIT").expect("another store");
    let done = until(&dispatcher, &woken, "the end", |sending| sending.ordered.is_none());
    assert!(!done.on, "{done:?}");
}

#[test]
fn where_nothing_is_kept_or_no_store_is_named_nothing_is_made_and_nothing_sent() {
    let folder = Folder::new();
    let (dispatcher, _woken) = started(&folder, PersonId::of([1; 16]));
    dispatcher.share(true);
    drop(dispatcher);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    let database = Database::open(folder.path()).expect("it is made").database;
    keep(&database, &outcomes(1));
    database.share(outcomes(1)[0].person, Sharing::All).expect("kept");
    let (dispatcher, woken) = started(&folder, outcomes(1)[0].person);
    dispatcher.look();
    assert!(
        woken.recv_timeout(Duration::from_millis(300)).is_err(),
        "there is nothing to tell: {:?}",
        dispatcher.sending()
    );
}
