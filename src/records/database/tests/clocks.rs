//! A clock that was set back or forward, or that says what no clock should: what comes first and last is then what was kept
//! first and last, and nothing fails.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::*;
use crate::debrief::Band;
use crate::records::Outcome;
use crate::records::export::csv::Table;
use crate::records::export::xapi::{Settings, Version, statements};
use crate::records::export::{Exported, json_lines};
use crate::records::progress::{Aims, Progress, ProgressAsked, ProgressTold, Shelved, Why};
use crate::records::samples::{outcomes, shipped};

const HOUR: i64 = 3_600;
const YEAR: i64 = 365 * 24 * HOUR;
/// A day in November 2026, in seconds.
const NOW: i64 = 1_795_000_000;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).expect("a time")
}

/// What the clock said as three attempts at one scenario ended, one after the other.
fn clocks() -> BTreeMap<&'static str, [Timestamp; 3]> {
    let [first, last] = [Timestamp::MIN, Timestamp::MAX];
    BTreeMap::from([
        ("as it should be", [at(NOW), at(NOW + HOUR), at(NOW + 2 * HOUR)]),
        ("back by hours", [at(NOW), at(NOW - 5 * HOUR), at(NOW - 4 * HOUR)]),
        ("back by a year", [at(NOW), at(NOW - YEAR), at(NOW - YEAR + HOUR)]),
        ("forward by a year, and back", [at(NOW), at(NOW + YEAR), at(NOW + HOUR)]),
        ("stopped", [at(NOW), at(NOW), at(NOW)]),
        (
            "within a millisecond",
            [at(NOW), Timestamp::new(NOW, 1).expect("a time"), Timestamp::new(NOW, 2).expect("a time")],
        ),
        // An hour that comes twice where clocks go back at the end of summer; by UTC it does not.
        ("at the end of summer time", [at(1_792_889_999), at(1_792_890_000), at(1_792_893_600)]),
        ("at the ends of time", [last, first, last]),
        ("before 1970", [at(-1), at(0), at(-YEAR)]),
    ])
}

/// Three attempts at one scenario, each kept when the one before was.
fn played(database: &Database, times: [Timestamp; 3]) -> Vec<Outcome> {
    database.add_profile(&me()).expect("kept");
    let sample = outcomes().swap_remove(1);
    let bands = [Band::Strong, Band::Beginning, Band::Secure];
    let play = |((number, ended), band): ((u8, Timestamp), Band)| {
        let began = if number == 2 { Timestamp::MAX } else { times[0] };
        // Ids in another order than that of time.
        let kept = KeptAttempt { began, changed: ended, open: false, ..attempt(10 - number, "{}") };
        let mut outcome = Outcome { attempt: kept.id, person: ME, began, ended, band: Some(band), ..sample.clone() };
        outcome.scores.empathy = Some(10 * number);
        outcome.notes.next_time = format!("try {number}");
        outcome.notes.by = "next week".to_owned();
        database.keep_attempt(&kept).expect("kept");
        database.keep_outcome(&outcome).expect("kept");
        outcome
    };
    (1..).zip(times).zip(bands).map(play).collect()
}

fn kept(database: &Database) -> Vec<Outcome> {
    let mut kept = Vec::new();
    assert_eq!(database.outcomes(None, |outcome| kept.push(outcome)).expect("read"), 0);
    kept
}

/// Every case in a folder of its own.
fn each(name: &str, mut hold: impl FnMut(&str, &Database, &[Outcome])) {
    for (number, (case, times)) in clocks().into_iter().enumerate() {
        let folder = fresh(&format!("clock-{name}-{number}"));
        let database = open(&folder);
        let played = played(&database, times);
        hold(case, &database, &played);
        drop(database);
        fs::remove_dir_all(folder).expect("ours");
    }
}

fn told(progress: &Progress, today: Date) -> ProgressTold {
    let scenario = &shipped()[0];
    let library = [Shelved::from(&**scenario)];
    let (rubric, aims) = (&scenario.rubric, Aims::default());
    progress.told(ProgressAsked { library: &library, rubric, aims: &aims, today })
}

fn settings() -> Settings {
    let home_page = "https://bedside.invalid".parse().expect("an address");
    Settings { version: Version::V1_0_3, home_page, words: true }
}

#[test]
fn the_first_attempt_is_the_one_that_was_kept_first_whatever_the_clock_said() {
    each("first", |case, database, played| {
        for _ in 0..2 {
            let firsts: Vec<AttemptId> =
                kept(database).into_iter().filter(|outcome| outcome.first).map(|outcome| outcome.attempt).collect();
            assert_eq!(firsts, [played[0].attempt], "{case}");
            // Notes are made later, and what is kept again stays what it was.
            for outcome in played {
                database.keep_outcome(outcome).expect("kept again");
            }
        }
    });
}

#[test]
fn an_attempt_that_was_stopped_costs_nobody_the_first_one() {
    let folder = fresh("stopped");
    let database = open(&folder);
    let played = played(&database, [at(NOW); 3]);
    let firsts = |stopped: usize| {
        for outcome in &played[..stopped] {
            database.keep_outcome(&Outcome { ending: None, ..outcome.clone() }).expect("kept again");
        }
        for outcome in &played[stopped..] {
            database.keep_outcome(outcome).expect("kept again");
        }
        kept(&database).iter().map(|outcome| outcome.first).collect::<Vec<_>>()
    };
    assert!(played[0].came_to_an_end());
    assert_eq!(firsts(0), [true, false, false]);
    assert_eq!(firsts(1), [true, true, false], "the second is the first that came to an end");
    assert_eq!(firsts(2), [true, true, true]);
    drop(database);
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn what_was_kept_last_comes_last_in_the_list_in_the_tally_and_in_progress() {
    each("last", |case, database, played| {
        let order: Vec<AttemptId> = kept(database).into_iter().map(|outcome| outcome.attempt).collect();
        assert_eq!(order, played.iter().map(|outcome| outcome.attempt).collect::<Vec<_>>(), "{case}");
        let tallies = database.tallies(ME).expect("read");
        let tally = tallies[&played[0].scenario.id];
        assert_eq!((tally.times, tally.last, tally.best), (3, Some(Band::Secure), Some(Band::Strong)), "{case}");
        let progress = database.progress(ME).expect("read");
        let told = told(&progress, date(2026, 11, 30));
        let version = &told.scenarios[0].versions[0];
        let (_, heights) = version.measures[0];
        assert_eq!((heights.first, heights.latest, heights.best), (Some(10), Some(30), Some(30)), "{case}");
    });
}

#[test]
fn what_is_due_is_found_whatever_the_clock_said_and_what_was_played_since_is_not_due() {
    each("due", |case, database, played| {
        let progress = database.progress(ME).expect("read");
        for today in [Date::MIN, date(2026, 11, 30), Date::MAX] {
            let told = told(&progress, today);
            let wanted =
                told.next.iter().any(|next| matches!(&next.why, Why::Due { next_time, .. } if next_time != "try 3"));
            assert!(!wanted, "{case}: only what was written last counts: {:?}", told.next);
        }
        let in_time = played[2].ended.to_zoned(TimeZone::UTC).date().checked_add(7.days());
        let due = in_time.map(|day| told(&progress, day).next.iter().any(|next| matches!(next.why, Why::Due { .. })));
        assert!(due.unwrap_or(true), "{case}: it is due in time");
        let mut since = Outcome { attempt: attempt(200, "").id, ..played[0].clone() };
        since.notes.next_time = String::new();
        since.ended = Timestamp::MIN;
        database.keep_attempt(&KeptAttempt { open: false, ..attempt(200, "{}") }).expect("kept");
        database.keep_outcome(&since).expect("kept");
        let progress = database.progress(ME).expect("read");
        let is_due = |today: Date| told(&progress, today).next.iter().any(|next| matches!(next.why, Why::Due { .. }));
        let written = played[2].ended.to_zoned(TimeZone::UTC).date();
        let after = |days: i64| written.checked_add(days.days()).unwrap_or(Date::MIN);
        assert!(!is_due(after(7)), "{case}: it was played since");
        // A day that was ahead by the clock counts as practice after it was written: it comes back later then.
        let days_ahead = ["back by a year", "forward by a year, and back", "before 1970"].contains(&case);
        let back = after(if days_ahead { 3 * 365 } else { 21 });
        assert_eq!(is_due(back), case != "at the ends of time", "{case}: it comes back");
    });
}

#[test]
fn exports_are_valid_and_no_time_that_was_taken_is_negative() {
    each("exports", |case, database, _| {
        for outcome in kept(database) {
            for version in [Version::V1_0_3, Version::V2_0_0] {
                let settings = Settings { version, words: true, ..settings() };
                for statement in statements(&outcome, &settings) {
                    let said = serde_json::to_value(&statement).expect("plain data");
                    let timestamp = said["timestamp"].as_str().expect("a text");
                    assert!(timestamp.parse::<Timestamp>().is_ok() && timestamp.len() == 24, "{case}: {timestamp}");
                    let duration = &said["result"]["duration"];
                    assert!(duration.as_str().is_none_or(|took| took.starts_with('P')), "{case}: {duration}");
                }
            }
            let exported = Exported::from(outcome.clone());
            let line = json_lines::line(&exported).expect("a line");
            let read: Vec<_> = json_lines::read(line.as_bytes()).map(|line| line.expect("read again")).collect();
            assert_eq!(read, [exported], "{case}");
            let mut table = Table::Attempts.begin(Vec::new()).expect("a table");
            table.add(&outcome).expect("a row");
            let text = String::from_utf8(table.end().expect("a table")).expect("UTF-8");
            let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let at = rows.headers().expect("a head").iter().position(|name| name == "seconds").expect("a column");
            let row = rows.records().next().expect("a row").expect("a row");
            let took = outcome.ended.as_second() - outcome.began.as_second();
            let shown = if took < 0 { String::new() } else { took.to_string() };
            assert_eq!(&row[at], shown, "{case}");
        }
    });
}

#[test]
fn of_what_can_be_taken_up_the_attempt_that_was_changed_last_comes_first() {
    for (number, (case, times)) in clocks().into_iter().enumerate() {
        let folder = fresh(&format!("clock-open-{number}"));
        let database = open(&folder);
        database.add_profile(&me()).expect("kept");
        for (number, changed) in (1..).zip(times) {
            database.keep_attempt(&KeptAttempt { changed, ..attempt(number, "{}") }).expect("kept");
        }
        let order = || -> Vec<AttemptId> {
            database.open_attempts(ME, 9).expect("read").attempts.iter().map(|kept| kept.id).collect()
        };
        let ids = |numbers: [u8; 3]| numbers.map(|number| attempt(number, "").id);
        let ends = case == "at the ends of time";
        assert!(ends || order() == ids([3, 2, 1]), "{case}");
        database.keep_attempt(&KeptAttempt { changed: Timestamp::MIN, ..attempt(2, "{}") }).expect("kept");
        assert!(ends || order() == ids([2, 3, 1]), "{case}");
        assert_eq!(order().len(), 3, "{case}");
        fs::remove_dir_all(folder).expect("ours");
    }
}

#[test]
fn the_order_in_which_attempts_were_kept_outlasts_packing_the_file_and_damage() {
    let folder = fresh("clock-order");
    let times = clocks()["back by a year"];
    let database = open(&folder);
    let played = played(&database, times);
    let other = Profile { id: PersonId::of([9; 16]), ..me() };
    database.add_profile(&other).expect("kept");
    for number in 50..60 {
        let kept = KeptAttempt { person: other.id, ..attempt(number, "{}") };
        database.keep_attempt(&kept).expect("kept");
        let outcome = Outcome { attempt: kept.id, person: other.id, ..played[0].clone() };
        database.keep_outcome(&outcome).expect("kept");
    }
    let mine = attempt(60, "{}");
    database.keep_attempt(&mine).expect("kept");
    database.keep_outcome(&Outcome { attempt: mine.id, ..played[0].clone() }).expect("kept");
    let rows = |database: &Database| -> Vec<(i64, String)> {
        let mut statement =
            database.connection.prepare("SELECT rowid, attempt FROM outcomes ORDER BY rowid").expect("plain");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("read");
        rows.map(|row| row.expect("a row")).collect()
    };
    let before = rows(&database);
    database.delete_profile(other.id).expect("deleted");
    let left: Vec<_> = before
        .into_iter()
        .filter(|(_, id)| played.iter().any(|one| one.attempt.to_string() == *id) || *id == mine.id.to_string())
        .collect();
    assert_eq!(rows(&database), left, "progress keeps these numbers");
    database.connection.execute("UPDATE attempts SET app = 'another' WHERE rowid = 1", []).expect("damaged");
    drop(database);
    let opened = Database::open(&folder).expect("a new one");
    assert!(opened.damaged.is_some());
    assert_eq!(rows(&opened.database), left);
    drop(opened);
    fs::remove_dir_all(folder).expect("ours");
}
