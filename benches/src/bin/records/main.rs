//! Many attempts: makes a folder of them, or measures what is kept of them and made of them as they grow in number.

mod choice;
mod counted;
mod figures;
mod grown;
mod limits;
mod page;
mod report;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bedside_benches::cohort::{self, Wanted};

/// The first size; each is ten times the one before.
const FIRST: usize = 1_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("cohort") => make(&wanted(&arguments[1..]).0),
        Some("report") => return measure_reports(&wanted(&arguments[1..]).0),
        Some(report::CHILD) => report::make(&arguments[1..]),
        _ => return measure(wanted(&arguments)),
    }
    ExitCode::SUCCESS
}

/// What is asked for, and where the page goes.
fn wanted(arguments: &[String]) -> (Wanted, Option<String>) {
    let mut wanted = Wanted { attempts: 0, seed: 1, people: 1, days: 180, folder: PathBuf::new() };
    let mut page = None;
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { panic!("{pair:?} lacks its value") };
        match name.as_str() {
            "--attempts" => wanted.attempts = value.parse().expect("a number of attempts"),
            "--seed" => wanted.seed = value.parse().expect("a number"),
            "--people" => wanted.people = value.parse().expect("a number of people"),
            "--days" => wanted.days = value.parse().expect("a number of days"),
            "--out" => wanted.folder = PathBuf::from(value),
            "--page" => page = Some(value.clone()),
            _ => panic!("there is no {name}"),
        }
    }
    (wanted, page)
}

fn make(wanted: &Wanted) {
    assert!(!wanted.folder.as_os_str().is_empty(), "--out names the folder");
    cohort::make(wanted).expect("the folder can be written");
    println!("{} attempts of {} people in {}", wanted.attempts, wanted.people, wanted.folder.display());
}

fn measure((wanted, page): (Wanted, Option<String>)) -> ExitCode {
    let folder = Temporary::within(&wanted.folder);
    let mut growing = grown::Growing::begin(&folder.0, wanted.seed);
    let mut rows = Vec::new();
    for attempts in sizes(&wanted) {
        let report = report::measured(&folder.0, attempts, wanted.seed);
        eprintln!("{attempts}: {report:?}");
        let grown = growing.to(attempts);
        eprintln!("{attempts}: {grown:?}");
        rows.push(page::Row { attempts, grown, report });
    }
    drop(growing);
    drop(folder);
    let text = page::of(&rows);
    print!("{text}");
    if let Some(path) = page {
        std::fs::write(path, text).expect("the page can be written");
    }
    told_of(rows.iter().flat_map(|row| limits::missed(row.attempts, &row.report, Some(&row.grown))))
}

/// The reports alone, which take a few minutes of the hour.
fn measure_reports(wanted: &Wanted) -> ExitCode {
    let folder = Temporary::within(&wanted.folder);
    let row = |attempts| (attempts, report::measured(&folder.0, attempts, wanted.seed));
    let rows: Vec<_> = sizes(wanted).map(row).collect();
    print!("{}", page::of_reports(&rows));
    told_of(rows.iter().flat_map(|(attempts, report)| limits::missed(*attempts, report, None)))
}

/// Tells what was missed.
fn told_of(missed: impl Iterator<Item = String>) -> ExitCode {
    if missed.inspect(|what| eprintln!("missed: {what}")).count() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Each size up to the number of attempts wanted.
fn sizes(wanted: &Wanted) -> impl Iterator<Item = usize> + use<> {
    let most = if wanted.attempts == 0 { 1_000_000 } else { wanted.attempts };
    std::iter::successors(Some(FIRST), |size| Some(size * 10)).take_while(move |size| *size <= most)
}

/// A folder of this run alone, removed at its end.
struct Temporary(PathBuf);

impl Temporary {
    /// Within a folder; within the system's for such where none is named.
    fn within(folder: &Path) -> Self {
        let within = if folder.as_os_str().is_empty() { std::env::temp_dir() } else { folder.to_owned() };
        let folder = within.join(format!("bedside-records-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        Self(folder)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).expect("it is ours");
    }
}
