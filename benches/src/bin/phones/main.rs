//! Measures a room full of phones beside a bare echo under the same load, and what a siege of connections does to it.
//!
//! The room and the echo are processes of their own, started from this program, so that memory and time on a processor
//! are theirs alone.

#[path = "../../../../tests/phones/crowd/mod.rs"]
mod crowd;
mod echo;
mod load;
mod page;
mod process;
mod room;
mod siege;

use std::time::Duration;

use crowd::Habits;

/// What is asked for.
struct Wanted {
    phones: usize,
    minutes: f64,
    connections: usize,
    page: Option<String>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("serve-room") => room::serve_room(&arguments[1]),
        Some("serve-echo") => echo::serve_echo(),
        Some("siege") => {
            let wanted = wanted(&arguments[1..]);
            siege::run(habits(wanted.phones), wanted.connections);
        }
        _ => {
            let wanted = wanted(&arguments);
            let page = load::run(habits(wanted.phones), Duration::from_secs_f64(60.0 * wanted.minutes));
            print!("{page}");
            if let Some(path) = wanted.page {
                std::fs::write(path, page).expect("the page can be written");
            }
        }
    }
}

fn wanted(arguments: &[String]) -> Wanted {
    let mut wanted = Wanted { phones: 500, minutes: 10.0, connections: 10_000, page: None };
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { panic!("{pair:?} lacks its value") };
        match name.as_str() {
            "--phones" => wanted.phones = value.parse().expect("a number of phones"),
            "--minutes" => wanted.minutes = value.parse().expect("a number of minutes"),
            "--connections" => wanted.connections = value.parse().expect("a number of connections"),
            "--page" => wanted.page = Some(value.clone()),
            _ => panic!("there is no {name}"),
        }
    }
    wanted
}

fn habits(phones: usize) -> Habits {
    Habits {
        phones,
        addresses: 20,
        within: Duration::from_secs(6),
        drops_within: Duration::from_secs(20),
        back_within: Duration::from_secs(5),
        seed: 7,
    }
}
