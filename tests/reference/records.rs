//! What `docs/records-format.md` says of what leaves the machine is what the code writes.

use std::fmt::Write as _;
use std::sync::Arc;

use bedside::attempt::{Attempt, Mode, Notes, Reflection, SelfRating};
use bedside::debrief::debrief;
use bedside::records::export::csv::Table;
use bedside::records::export::xapi::{Extension, Settings, Verb, Version, statements};
use bedside::records::export::{Exported, json_lines};
use bedside::records::report::{Asked, Cohort, csv_files};
use bedside::records::{AttemptId, Comment, Occasion, Outcome, PersonId, RoomDecision, SaidBy, SessionId, Timestamp};
use bedside::session::{Chance, RoadStep, Session};
use serde_json::Value;

use crate::support;

const PAGE: &str = "docs/records-format.md";

/// One decision, with all that a trainee may add to it.
fn outcome() -> Outcome {
    let scenario = support::playable(support::minimal());
    let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(7));
    session.follow(&RoadStep::choose("ask"), Some(4_200)).expect("it is on offer");
    let mut attempt = Attempt::begin(Mode::Practise, session.transcript().clone());
    let rating = Some(SelfRating { empathy: 60, clarity: 50, de_escalation: 50 });
    attempt.reflection = Some(Reflection { feeling: "calm".to_owned(), rating });
    attempt.own_words.insert(0, "Tell me about your night.".to_owned());
    attempt.notes = Notes { next_time: "sit down first".to_owned(), by: "Friday".to_owned(), ..Notes::default() };
    let occasion = Occasion {
        attempt: AttemptId::of([1; 16]),
        person: PersonId::of([2; 16]),
        app: "0.1.0".to_owned(),
        began: time("2026-05-08T09:30:00.5Z"),
        ended: time("2026-05-08T09:31:12.75Z"),
    };
    let debrief = debrief(&scenario, session.transcript()).expect("it is of this scenario");
    Outcome::of(occasion, &scenario, &attempt, &debrief)
}

fn time(written: &str) -> Timestamp {
    written.parse().expect("a time")
}

fn room_decision() -> RoomDecision {
    let outcome = outcome();
    RoomDecision {
        session: SessionId::of([3; 16]),
        scenario: outcome.scenario.id,
        hash: outcome.scenario.hash,
        scene: "morning".to_owned(),
        turn: 0,
        disagrees: true,
    }
}

fn comment() -> Comment {
    let RoomDecision { session, scenario, hash, scene, .. } = room_decision();
    let (person, words) = (PersonId::of([4; 16]), "Leaving can be right where he wants to sleep.".to_owned());
    Comment { session, person, scenario, hash, scene, by: SaidBy::Facilitator, words }
}

/// One test, since all of it writes one page.
#[test]
fn what_leaves_the_machine_is_as_documented() {
    lines();
    tables();
    tables_of_a_report();
    said();
}

fn lines() {
    let all: [(&str, Exported); 3] = [
        ("line of an attempt", outcome().into()),
        ("line of a group decision", room_decision().into()),
        ("line of a comment", comment().into()),
    ];
    for (name, exported) in all {
        let line = json_lines::line(&exported).expect("short enough");
        support::page_holds(PAGE, name, &format!("\n```json\n{line}```\n\n"));
        let fields: Value = serde_json::from_str(&line).expect("JSON");
        assert_named(&fields);
    }
}

/// Asserts that the page has a row for every field, and for those within it.
fn assert_named(fields: &Value) {
    let page = support::text(PAGE);
    for (name, value) in fields.as_object().expect("an object") {
        assert!(page.contains(&format!("\n| `{name}` | ")), "{PAGE} does not explain `{name}`");
        let first = value.as_array().and_then(|list| list.first()).unwrap_or(value);
        let keyed_by_id = ["objectives", "own_words"].contains(&name.as_str());
        for within in first.as_object().into_iter().flatten().filter(|_| !keyed_by_id) {
            let row = page.lines().find(|line| line.starts_with(&format!("| `{name}` | "))).unwrap_or_default();
            assert!(row.contains(&format!("`{}`", within.0)), "{PAGE} does not explain `{}` of `{name}`", within.0);
        }
    }
}

fn tables() {
    for (table, name) in [(Table::Attempts, "attempts"), (Table::Decisions, "decisions")] {
        let mut columns = "\n| column | what stands in it |\n|---|---|\n".to_owned();
        for column in table.columns() {
            let _ = writeln!(columns, "| `{}` | {} |", column.name, column.says);
        }
        support::page_holds(PAGE, &format!("columns of {name}"), &(columns + "\n"));
        let mut writer = table.begin(Vec::new()).expect("memory");
        writer.add(&outcome()).expect("memory");
        let text = String::from_utf8(writer.end().expect("memory")).expect("UTF-8");
        let shown = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        support::page_holds(PAGE, &format!("rows of {name}"), &format!("\n```csv\n{shown}```\n\n"));
    }
}

fn tables_of_a_report() {
    let mut files = "\n| file | columns |\n|---|---|\n".to_owned();
    for (name, text) in csv_files(&Cohort::new(Asked::default()).report()) {
        let heading = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
        let columns: Vec<String> = heading.split(',').map(|column| format!("`{column}`")).collect();
        let _ = writeln!(files, "| `{name}` | {} |", columns.join(", "));
    }
    support::page_holds("docs/reports.md", "tables of a report", &(files + "\n"));
}

fn said() {
    let mut verbs = "\n| verb | IRI | said when |\n|---|---|---|\n".to_owned();
    for verb in Verb::ALL {
        let _ = writeln!(verbs, "| {} | `{}` | {} |", verb.word(), verb.iri(), verb.says());
    }
    support::page_holds(PAGE, "verbs", &(verbs + "\n"));
    let mut extensions = "\n| extension | what its value is |\n|---|---|\n".to_owned();
    for extension in Extension::ALL {
        let _ = writeln!(extensions, "| `{}` | {} |", extension.iri(), extension.says());
    }
    support::page_holds(PAGE, "extensions", &(extensions + "\n"));

    let home_page = "https://training.example.org".parse().expect("a home page");
    let settings = Settings { version: Version::V2_0_0, home_page, words: true };
    let all = statements(&outcome(), &settings);
    let parts = [("choice", all.first()), ("comment", all.get(1)), ("attempt", all.last())];
    for (name, statement) in parts {
        let text = serde_json::to_string_pretty(statement.expect("one")).expect("plain data");
        support::page_holds(PAGE, &format!("statement of {name}"), &format!("\n```json\n{text}\n```\n\n"));
    }
}
