//! Many attempts: makes a folder of them.

use std::path::PathBuf;

use bedside_benches::cohort::{self, Wanted};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("cohort") => make(&arguments[1..]),
        other => panic!("there is no {other:?}"),
    }
}

fn make(arguments: &[String]) {
    let mut wanted = Wanted { attempts: 200, seed: 1, people: 1, days: 180, folder: PathBuf::new() };
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { panic!("{pair:?} lacks its value") };
        match name.as_str() {
            "--attempts" => wanted.attempts = value.parse().expect("a number of attempts"),
            "--seed" => wanted.seed = value.parse().expect("a number"),
            "--people" => wanted.people = value.parse().expect("a number of people"),
            "--days" => wanted.days = value.parse().expect("a number of days"),
            "--out" => wanted.folder = PathBuf::from(value),
            _ => panic!("there is no {name}"),
        }
    }
    assert!(!wanted.folder.as_os_str().is_empty(), "--out names the folder");
    cohort::make(&wanted).expect("the folder can be written");
    println!("{} attempts of {} people in {}", wanted.attempts, wanted.people, wanted.folder.display());
}
