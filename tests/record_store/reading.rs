//! Reading attempts back.

use bedside::records::Outcome;
use bedside::records::export::json_lines::Fault;
use bedside::records::export::xapi::{Extension, statements};
use bedside::records::record_store::{AttemptReader, ReadingError, Trouble};
use bedside::records::report::{Asked, Cohort, csv_files, html};
use serde_json::{Value, json};

use super::server::{Reply, Server};
use super::store::Store;
use super::{client, now, outcomes, store_at};

/// A store that has all statements of these outcomes.
fn holding(outcomes: &[Outcome]) -> Store {
    let store = Store::default();
    let settings = store_at("https://lrs.example.org").settings();
    for statement in outcomes.iter().flat_map(|outcome| statements(outcome, &settings)) {
        store.put(&serde_json::to_string(&statement).expect("plain data"));
    }
    store
}

/// Everything that a reader finds.
fn read(reader: &mut AttemptReader) -> Result<Vec<Result<Outcome, Fault>>, ReadingError> {
    let mut all = Vec::new();
    while let Some(page) = reader.next_page(now())? {
        all.extend(page);
    }
    Ok(all)
}

fn attempt_statement(outcome: &Outcome) -> Value {
    let settings = store_at("https://lrs.example.org").settings();
    serde_json::to_value(statements(outcome, &settings).pop().expect("one")).expect("plain data")
}

fn page(statements: &[Value], more: &str) -> Reply {
    Reply::of(200, json!({"statements": statements, "more": more}).to_string())
}

#[test]
fn the_report_from_the_store_is_that_from_the_files_whatever_the_order() {
    let outcomes = outcomes(14);
    let store = holding(&outcomes);
    let server = Server::start(move |request| store.answer(request));
    let mut reader = AttemptReader::new(client(&server));
    let read = read(&mut reader).expect("it can be read");
    assert_eq!(read.len(), outcomes.len());
    let report = |outcomes: &mut dyn Iterator<Item = Outcome>| {
        let mut cohort = Cohort::new(Asked::default());
        outcomes.for_each(|outcome| cohort.add(&outcome));
        let report = cohort.report();
        (html(&report), csv_files(&report))
    };
    let from_store = report(&mut read.into_iter().map(|outcome| outcome.expect("as it was sent")));
    assert_eq!(from_store, report(&mut outcomes.iter().cloned()));
    assert_eq!(from_store, report(&mut outcomes.into_iter().rev()));
    for request in server.requests() {
        assert!(request.target.contains("verb=http%3A%2F%2Fadlnet.gov%2Fexpapi%2Fverbs%2F"), "{}", request.target);
        assert_eq!(request.method, "GET");
    }
    assert!(server.requests()[0].target.contains("&limit=100"));
}

#[test]
fn statements_of_other_programs_are_passed_over_and_damaged_ones_told_of() {
    let outcome = &outcomes(1)[0];
    let (whole, mut damaged) = (attempt_statement(outcome), attempt_statement(outcome));
    damaged["result"]["extensions"][Extension::Outcome.iri()]["scores"] = json!("all of them");
    let theirs = json!({"id": "x", "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": 7});
    let sent = [theirs, damaged, whole, Value::Null];
    let server = Server::start(
        move |request| {
            if request.target.contains("completed") { page(&sent, "") } else { page(&[], "") }
        },
    );
    let read = read(&mut AttemptReader::new(client(&server))).expect("it can be read");
    assert!(matches!(&read[..], [Err(Fault::Damaged(_)), Ok(found)] if found.attempt == outcome.attempt), "{read:?}");
}

#[test]
fn nothing_is_asked_of_another_host() {
    let other = Server::start(|_| page(&[], ""));
    for more in [other.address(), "https://evil.example.org/".to_owned(), "//evil.example.org/".to_owned()] {
        let server = Server::start(move |_| page(&[], &more));
        let mut reader = AttemptReader::new(client(&server));
        assert!(matches!(reader.next_page(now()), Err(ReadingError::Foreign(_))));
    }
    assert_eq!(other.requests().len(), 0);
}

#[test]
fn pages_without_an_end_end() {
    let circle = Server::start(|_| page(&[json!({})], "/xapi/statements?again"));
    let found = read(&mut AttemptReader::new(client(&circle)));
    assert!(matches!(found, Err(ReadingError::Circle)), "{found:?}");
    assert!(circle.requests().len() <= 3);
    let mut number = 0;
    let endless = Server::start(move |_| {
        number += 1;
        page(&[], &format!("?page={number}"))
    });
    let found = read(&mut AttemptReader::new(client(&endless)));
    assert!(matches!(found, Err(ReadingError::Endless)), "{found:?}");
    let long = Server::start(|_| Reply::Endless);
    let found = read(&mut AttemptReader::new(client(&long)));
    assert!(matches!(found, Err(ReadingError::TooLong)), "{found:?}");
}

#[test]
fn what_is_no_page_is_told_of() {
    for (reply, expected) in [
        (Reply::of(200, "{\"statements\": 7}"), "no page of statements"),
        (Reply::of(200, "<html>"), "no page of statements"),
        (Reply::of(200, "[".repeat(100_000)), "no page of statements"),
        (Reply::of(401, ""), "does not know this user"),
        (Reply::of(403, ""), "does not allow this user"),
        (Reply::of(404, ""), "is no record store"),
        (Reply::of(204, ""), "is no record store"),
    ] {
        let server = Server::start(move |_| reply.clone());
        let told = read(&mut AttemptReader::new(client(&server))).expect_err("no page").to_string();
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn a_page_that_did_not_come_can_be_asked_for_again() {
    let outcomes = outcomes(9);
    let store = holding(&outcomes);
    let mut requests = 0;
    let server = Server::start(move |request| {
        requests += 1;
        match requests % 3 {
            1 => Reply::Cut,
            2 => Reply::Answer(503, vec![("Retry-After", "3".to_owned())], String::new()),
            _ => store.answer(request),
        }
    });
    let mut reader = AttemptReader::new(client(&server));
    let (mut found, mut asked) = (0, Vec::new());
    loop {
        match reader.next_page(now()) {
            Ok(Some(page)) => found += page.len(),
            Ok(None) => break,
            Err(ReadingError::Later(trouble, wait)) => asked.push((trouble, wait.map(|wait| wait.as_secs()))),
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(found, outcomes.len());
    assert_eq!(asked[..2], [(Trouble::BrokeOff, None), (Trouble::Busy(503), Some(3))]);
}
