//! Many attempts: makes a folder of them, or measures what is kept of them and made of them as they grow in number.

mod choice;
mod grown;
mod page;
mod report;

use std::path::PathBuf;

use bedside_benches::cohort::{self, Wanted};

/// The first size; each is ten times the one before.
const FIRST: usize = 1_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("cohort") => make(&wanted(&arguments[1..]).0),
        Some(report::CHILD) => report::make(&arguments[1..]),
        _ => measure(wanted(&arguments)),
    }
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

fn measure((wanted, page): (Wanted, Option<String>)) {
    let most = if wanted.attempts == 0 { 1_000_000 } else { wanted.attempts };
    let folder = if wanted.folder.as_os_str().is_empty() { std::env::temp_dir() } else { wanted.folder };
    let folder = folder.join(format!("bedside-records-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let mut growing = grown::Growing::begin(&folder, wanted.seed);
    let sizes = std::iter::successors(Some(FIRST), |size| Some(size * 10)).take_while(|size| *size <= most);
    let mut rows = Vec::new();
    for attempts in sizes {
        let report = report::measured(&folder, attempts, wanted.seed);
        eprintln!("{attempts}: {report:?}");
        let grown = growing.to(attempts);
        eprintln!("{attempts}: {grown:?}");
        rows.push(page::Row { attempts, grown, report });
    }
    drop(growing);
    std::fs::remove_dir_all(&folder).expect("it is ours");
    let text = page::of(&rows);
    print!("{text}");
    if let Some(path) = page {
        std::fs::write(path, text).expect("the page can be written");
    }
}
