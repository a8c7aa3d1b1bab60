//! A database that grows, with one person's attempts.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bedside::library::Library;
use bedside::records::PersonId;
use bedside::records::database::{Database, FILE};
use bedside::records::progress::{Aims, ProgressAsked, ProgressTold, Shelved};
use bedside_benches::cohort::{self, Trainees, Wanted};
use rusqlite::{Connection, OpenFlags};

use crate::choice::{self, Durable};

/// How often each time is taken; the median counts.
const ROUNDS: usize = 5;
/// How many attempts are new when progress is looked at.
const NEW: usize = 10;
/// Progress is looked at once in so many attempts while the database grows.
const BETWEEN_LOOKS: usize = 10_000;

/// What a database of some size comes to. Times are in milliseconds.
#[derive(Clone, Debug)]
pub struct Grown {
    pub opened: f64,
    /// Progress is looked at, and nothing is new.
    pub progress: f64,
    /// The same after [`NEW`] attempts.
    pub after_new: f64,
    /// A bare `SELECT` of the rows that progress is made of.
    pub select: f64,
    pub choice: Durable,
    pub insert: Durable,
    /// Of the file, for each attempt.
    pub bytes: f64,
}

pub struct Growing {
    folder: PathBuf,
    person: PersonId,
    trainees: Trainees,
    library: Library,
    database: Database,
    attempts: usize,
}

impl Growing {
    pub fn begin(folder: &Path, seed: u64) -> Self {
        let wanted = Wanted { attempts: 1_000_000, seed, people: 1, days: 3 * 365, folder: folder.join("kept") };
        let trainees = Trainees::new(&wanted);
        let database = Database::open(&wanted.folder).expect("it is made").database;
        cohort::begin(&database, &trainees).expect("it is written");
        let person = trainees.people().next().expect("one");
        Self { folder: wanted.folder, person, trainees, library: Library::open(&[]), database, attempts: 0 }
    }

    /// Grows to so many attempts, and measures.
    pub fn to(&mut self, attempts: usize) -> Grown {
        while self.attempts < attempts {
            self.add((attempts - self.attempts).min(BETWEEN_LOOKS));
            self.look();
        }
        let path = self.folder.join(FILE);
        let bare = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a database");
        let (mut opened, mut progress, mut after_new, mut select) = (vec![], vec![], vec![], vec![]);
        for _ in 0..ROUNDS {
            opened.push(timed(|| drop(Database::open(&self.folder).expect("it is there"))));
            progress.push(timed(|| drop(self.look())));
            select.push(timed(|| bare_select(&bare, self.person)));
            self.add(NEW);
            after_new.push(timed(|| drop(self.look())));
        }
        hold_count(&bare, &self.look());
        let [choice, insert] = choice::measured(&self.database, &mut self.trainees, &self.folder);
        #[expect(clippy::cast_precision_loss, reason = "to a few digits")]
        let bytes = std::fs::metadata(path).expect("a file").len() as f64 / self.attempts as f64;
        let [opened, progress, after_new, select] = [opened, progress, after_new, select].map(median);
        Grown { opened, progress, after_new, select, choice, insert, bytes }
    }

    fn add(&mut self, attempts: usize) {
        cohort::add(&self.database, &mut self.trainees, attempts).expect("it is written");
        self.attempts += attempts;
    }

    /// What the screen of progress is made of.
    fn look(&self) -> ProgressTold {
        let progress = self.database.progress(self.person).expect("it can be read");
        let shelved: Vec<Shelved<'_>> =
            self.library.entries.iter().map(|entry| Shelved::from(&*entry.scenario)).collect();
        let aims = Aims::default();
        let today = jiff::civil::date(2030, 1, 1);
        let rubric = &self.library.entries[0].scenario.rubric;
        let asked = ProgressAsked { library: &shelved, rubric, aims: &aims, today };
        progress.told(asked)
    }
}

/// Holds that progress tells of each scenario how many attempts came to an end and the best scores, as SQLite counts them.
fn hold_count(bare: &Connection, told: &ProgressTold) {
    let best = |dimension| format!("max(json_extract(outcome, '$.scores.{dimension}'))");
    let [empathy, clarity, de_escalation] = ["empathy", "clarity", "de_escalation"].map(best);
    let ended = "json_extract(outcome, '$.ending') IS NOT NULL";
    let best = format!("{empathy}, {clarity}, {de_escalation}");
    let query = format!("SELECT count(*), {best} FROM outcomes WHERE {ended} GROUP BY scenario");
    let mut statement = bare.prepare(&query).expect("SQL");
    let counted = statement.query_map([], |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?])));
    let counted: Result<Vec<(i64, [Option<u8>; 3])>, _> = counted.expect("it can be read").collect();
    let versions = told.scenarios.iter().flat_map(|scenario| &scenario.versions);
    let told = versions.map(|version| {
        let [empathy, clarity, de_escalation, _] = version.measures.map(|(_, heights)| heights.best);
        (version.attempts.cast_signed(), [empathy, clarity, de_escalation])
    });
    assert_eq!(told.collect::<Vec<_>>(), counted.expect("counts"), "what progress tells, and what there is");
}

/// Reads the rows, and does nothing with them.
fn bare_select(bare: &Connection, person: PersonId) {
    let mut statement = bare.prepare("SELECT outcome FROM outcomes WHERE profile = ?1 ORDER BY ended").expect("SQL");
    let mut rows = statement.query([person.to_string()]).expect("it can be read");
    let mut length = 0;
    while let Some(row) = rows.next().expect("it can be read") {
        length += row.get_ref(0).expect("a column").as_str().expect("a text").len();
    }
    assert!(length > 0);
}

fn timed(what: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    what();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e3
}
