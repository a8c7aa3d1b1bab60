//! How long a choice takes to be on the disk, beside a bare insert.

use std::path::Path;
use std::time::Instant;

use bedside::records::database::Database;
use bedside_benches::cohort::Trainees;
use rusqlite::Connection;

/// How many choices are made.
const CHOICES: usize = 1_000;

/// Milliseconds at the median and at the 99th percentile.
#[derive(Clone, Copy, Debug)]
pub struct Durable {
    pub median: f64,
    pub most: f64,
}

/// Choices as the window's thread keeps them, and inserts of a row with the same text into a file of SQLite's with the same
/// settings beside it, one after the other, each first in turn.
pub fn measured(database: &Database, trainees: &mut Trainees, folder: &Path) -> [Durable; 2] {
    let path = folder.join("bare.sqlite");
    let bare = bare(&path);
    let mut insert = bare.prepare("INSERT INTO rows (text) VALUES (?1)").expect("SQL");
    let (mut choices, mut inserts) = (Vec::new(), Vec::new());
    while choices.len() < CHOICES {
        let attempt = trainees.under_way();
        for kept in &attempt {
            let mut choose = || {
                let begun = Instant::now();
                database.together(|database| database.keep_attempt(kept)).expect("it is kept");
                choices.push(begun.elapsed().as_secs_f64() * 1e3);
            };
            let mut insert = || {
                let begun = Instant::now();
                insert.execute([&kept.saved]).expect("it is inserted");
                inserts.push(begun.elapsed().as_secs_f64() * 1e3);
            };
            if kept.changed.as_second() % 2 == 0 {
                choose();
                insert();
            } else {
                insert();
                choose();
            }
        }
        database.discard_attempt(attempt[0].id).expect("it was there");
    }
    drop(insert);
    drop(bare);
    std::fs::remove_file(path).expect("it is ours");
    [durable(choices), durable(inserts)]
}

/// With the settings of the database.
fn bare(path: &Path) -> Connection {
    let bare = Connection::open(path).expect("a file");
    for (name, value) in [("journal_mode", "WAL"), ("synchronous", "FULL"), ("secure_delete", "ON")] {
        bare.pragma_update(None, name, value).expect("a setting");
    }
    bare.execute_batch("CREATE TABLE rows (text TEXT NOT NULL) STRICT").expect("SQL");
    bare
}

fn durable(mut all: Vec<f64>) -> Durable {
    all.sort_by(f64::total_cmp);
    let at = |hundredths: usize| all[(all.len() * hundredths / 100).min(all.len() - 1)];
    Durable { median: at(50), most: at(99) }
}
