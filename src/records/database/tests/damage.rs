//! Damage to the file and to the log costs what lies there, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::history::{FRAME, Files, History, LOG_HEADER, PAGE, State, figures, history, places, token};
use super::*;
use crate::records::progress::AimChange;
use crate::records::simulated::Luck;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    Cut,
    /// A page is zeroed, or what there is of it.
    Zeroed,
    Flipped,
}

const DAMAGE: [Damage; 3] = [Damage::Cut, Damage::Zeroed, Damage::Flipped];

impl Damage {
    /// Damages the bytes at a place, and returns which of them it has touched.
    fn strike(self, bytes: &mut Vec<u8>, luck: &mut Luck) -> Range<usize> {
        let at = luck.below(bytes.len());
        match self {
            Self::Cut => {
                let touched = at..bytes.len();
                bytes.truncate(at);
                touched
            }
            Self::Zeroed => {
                let touched = at / PAGE * PAGE..(at / PAGE * PAGE + PAGE).min(bytes.len());
                bytes[touched.clone()].fill(0);
                touched
            }
            Self::Flipped => {
                bytes[at] ^= 1 << luck.below(8);
                at..at + 1
            }
        }
    }
}

/// The pages as they were written last, each with the bytes of the log that it takes, if it is there.
fn live(files: &Files) -> BTreeMap<usize, (&[u8], Option<Range<usize>>)> {
    let in_file = files.database.chunks(PAGE).enumerate().map(|(at, page)| (at + 1, (page, None)));
    let starts = (LOG_HEADER..files.log.len()).step_by(FRAME);
    let in_log = starts.map(|at| {
        let number = u32::from_be_bytes(files.log[at..at + 4].try_into().expect("four")) as usize;
        (number, (&files.log[at + FRAME - PAGE..at + FRAME], Some(at..at + FRAME)))
    });
    in_file.chain(in_log).collect()
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The numbers of the attempts whose texts a page holds a part of.
fn on(page: &[u8]) -> BTreeSet<u8> {
    let starts = page.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at);
    let numbers = starts.filter_map(|at| str::from_utf8(page.get(at + 1..at + 4)?).ok()?.parse().ok());
    numbers.filter(|number| *number <= 40).collect()
}

/// The attempts that lie on a page that was touched, in the file or in the log.
fn struck(files: &Files, in_file: &Range<usize>, in_log: &Range<usize>) -> BTreeSet<String> {
    let mut struck = BTreeSet::new();
    // One that is over is packed, and lies on the page that its row begins on.
    let begins: Vec<(String, String)> = (1..=40)
        .map(|number| attempt(number, ""))
        .map(|kept| {
            let id = kept.id.to_string();
            (format!("{id}{ME}{}{}", kept.scenario, kept.scenario_hash), id)
        })
        .collect();
    let holds = |page: &[u8], text: &str| memchr::memmem::find(page, text.as_bytes()).is_some();
    for (number, (page, frame)) in live(files) {
        let touched = match frame {
            Some(frame) => overlaps(&frame, in_log),
            None => overlaps(&((number - 1) * PAGE..number * PAGE), in_file),
        };
        if touched {
            struck.extend(on(page).iter().map(|number| attempt(*number, "").id.to_string()));
            struck.extend(begins.iter().filter(|(begins, _)| holds(page, begins)).map(|(_, id)| id.clone()));
        }
    }
    struck
}

/// Holds that of what was there all is left but what was struck, and that nothing is passed on that never was so.
fn hold(history: &History, found: &State, struck: &BTreeSet<String>, told: bool, case: &str) {
    let (last, _) = history.last();
    for (id, kept) in &last.attempts {
        let untouched = !struck.contains(id);
        assert!(
            !untouched || found.attempts.get(id) == Some(kept),
            "{case}: {id} is lost, and nothing of it was damaged"
        );
    }
    for (id, kept) in found.attempts.iter().filter(|(_, kept)| !kept.saved.is_empty()) {
        assert!(history.has_been(id, kept), "{case}: {id} never was as it is passed on: {kept:?}");
    }
    for (id, outcome) in &found.outcomes {
        let was = history.states.iter().any(|state| state.outcomes.get(id) == Some(outcome));
        assert!(was, "{case}: what {id} came to never was so");
    }
    assert!(told || (&found.attempts, &found.outcomes) == (&last.attempts, &last.outcomes), "{case}: nobody is told");
}

/// What damage of one kind came to, at all places together.
#[derive(Default)]
struct CameTo {
    messages: usize,
    on_pages: usize,
    losses: usize,
}

impl CameTo {
    fn add(&mut self, told: bool, on_pages: usize, losses: usize) {
        self.messages += usize::from(told);
        self.on_pages += on_pages;
        self.losses += losses;
    }

    fn tell(&self, what: &str, last: &State) {
        let attempts = places() * last.attempts.len();
        let told = [("told", self.messages), ("attempts", attempts), ("on damaged pages", self.on_pages)];
        figures(what, &[&[("places", places())], &told[..], &[("lost", self.losses)]].concat());
    }
}

/// Holds that play goes on, and is kept.
fn goes_on(database: &Database, case: &str) {
    database.add_profile(&me()).expect("kept");
    database.keep_attempt(&attempt(99, "goes on")).unwrap_or_else(|error| panic!("{case}: {error}"));
    assert!(database.attempt(ME, attempt(99, "").id).expect("read").is_some(), "{case}");
}

#[test]
fn damage_to_the_file_costs_what_lies_there_and_no_more() {
    let history = history("damage-file", 1, 150, 0);
    let (last, files) = history.last();
    assert!(files.log.is_empty() && last.attempts.len() > 25 && last.outcomes.len() > 5);
    let folder = fresh("damaged-file");
    for damage in DAMAGE {
        let mut luck = Luck::of(2);
        let mut came_to = CameTo::default();
        for place in 0..places() {
            let mut damaged = files.clone();
            let touched = damage.strike(&mut damaged.database, &mut luck);
            damaged.lay(&folder);
            let case = format!("{damage:?} {place} at {touched:?}");
            let opened = Database::open(&folder).unwrap_or_else(|error| panic!("{case}: {error:?}"));
            let found = State::of(&opened.database);
            let struck = struck(files, &touched, &(0..0));
            hold(&history, &found, &struck, opened.damaged.is_some(), &case);
            let gone = last.attempts.keys().filter(|id| found.attempts.get(*id) != last.attempts.get(*id)).count();
            let says = opened.damaged.as_ref();
            assert!(gone == 0 || says.is_some_and(|aside| aside.some_lost && aside.path.exists()), "{case}: {says:?}");
            came_to.add(says.is_some(), struck.len(), gone);
            goes_on(&opened.database, &case);
        }
        came_to.tell(&format!("file, {damage:?}"), last);
    }
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn damage_to_the_log_leaves_what_is_in_the_file_and_costs_what_lies_there_and_no_more() {
    let history = history("damage-log", 3, 60, 60);
    let (last, files) = history.last();
    let folder = fresh("damaged-log");
    let ends: Vec<usize> = history.files.iter().map(|files| files.log.len()).collect();
    // From the damage on a change is complete by what the header of its last frame says, and the frame after it is sound.
    let can_be_told = |touched: &Range<usize>| {
        let mut behind = ends.iter().filter(|end| **end > touched.start && **end < files.log.len());
        behind.any(|end| {
            let header = end - FRAME..end - PAGE;
            !overlaps(&header, touched) && !overlaps(&(*end..end + FRAME), touched)
        })
    };
    for damage in DAMAGE {
        let mut luck = Luck::of(4);
        let mut came_to = CameTo::default();
        for place in 0..places() {
            let mut damaged = files.clone();
            let touched = damage.strike(&mut damaged.log, &mut luck);
            damaged.lay(&folder);
            let case = format!("{damage:?} {place} at {touched:?}");
            let opened = Database::open(&folder).unwrap_or_else(|error| panic!("{case}: {error}"));
            let found = State::of(&opened.database);
            if damage == Damage::Cut || !can_be_told(&touched) {
                // As if it had never been longer, or the last change was cut off: it is read up to the change before.
                let whole = history.files.iter().rposition(|files| files.log.len() <= touched.start).unwrap_or(0);
                assert_eq!(found, history.states[whole], "{case}");
                assert_eq!(opened.damaged, None, "{case}");
            } else {
                let struck = struck(files, &(0..0), &touched);
                hold(&history, &found, &struck, opened.damaged.is_some(), &case);
                let gone = last.attempts.keys().filter(|id| found.attempts.get(*id) != last.attempts.get(*id));
                came_to.add(false, struck.len(), gone.count());
            }
            came_to.add(opened.damaged.is_some(), 0, 0);
            goes_on(&opened.database, &case);
        }
        came_to.tell(&format!("log, {damage:?}"), last);
    }
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn damage_in_use_costs_what_lies_there_and_what_is_kept_after_it_stays() {
    let folder = fresh("damage-in-use");
    let path = folder.join(FILE);
    let mut met = 0;
    let history = history("damage-in-use-before", 5, 60, 0);
    for place in 0..places() {
        let mut luck = Luck::of(6 + place as u64);
        let (_, files) = history.last();
        files.lay(&folder);
        // Two windows, of which one has read everything and the other nothing yet.
        let [database, mut other] = [open(&folder), open(&folder)];
        assert_eq!(&State::of(&database), history.last().0);
        let mut files = files.clone();
        let damage = DAMAGE[place % 3];
        let touched = damage.strike(&mut files.database, &mut luck);
        fs::write(&path, &files.database).expect("it is damaged");
        let case = format!("{damage:?} {place} at {touched:?}");
        let mut kept = Vec::new();
        for number in 100..110 {
            let changed = Timestamp::from_second(1_800_000_000 + i64::from(number)).expect("a time");
            let saved = format!("after the damage {}", token(number).repeat(800));
            let attempt = KeptAttempt { changed, ..attempt(number, &saved) };
            let keeps = |database: &Database| database.together(|database| database.keep_attempt(&attempt));
            if let Err(error) = keeps(&other) {
                assert!(error.is_damage(), "{case}: {error}");
                met += 1;
                drop(other);
                other = Database::anew(&path).expect("a new one").database;
                other.add_profile(&me()).expect("kept");
                keeps(&other).expect("it is kept in the new one");
            }
            kept.push(attempt);
        }
        drop([database, other]);
        let opened = Database::open(&folder).unwrap_or_else(|error| panic!("{case}: {error}"));
        for attempt in kept {
            let found = opened.database.attempt(ME, attempt.id).expect("read");
            assert_eq!(found, Some(attempt), "{case}");
        }
        for (id, found) in State::of(&opened.database).attempts.iter().filter(|(_, found)| !found.saved.is_empty()) {
            let is_new = found.saved.starts_with("after the damage");
            assert!(is_new || history.has_been(id, found), "{case}: {id} never was so");
        }
    }
    figures("in use", &[("places", places()), ("met at once", met)]);
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn a_window_whose_file_was_replaced_is_told_and_does_not_write_into_the_damaged_one() {
    let folder = fresh("replaced");
    let path = folder.join(FILE);
    let [one, other] = [open(&folder), open(&folder)];
    one.add_profile(&me()).expect("kept");
    let aim = AimChange::Compare(["one", "other"].map(|id| Some(id.to_owned())));
    one.change_aim(ME, aim).expect("kept");
    other.keep_attempt(&attempt(1, "before")).expect("kept");
    // A row that is not as it was written.
    one.connection.execute("UPDATE attempts SET scenario = 'another'", []).expect("damaged");
    one.keep_attempt(&attempt(2, "before")).expect("kept");
    let replaced = Database::anew(&path).expect("a new one");
    assert!(replaced.damaged.is_some_and(|aside| (aside.attempts, aside.some_lost) == (1, true)));
    let keeps = |database: &Database| database.together(|database| database.keep_attempt(&attempt(3, "after")));
    assert!(matches!(keeps(&other), Err(DatabaseError::Replaced)));
    // A second window that has found the same damage finds that it is mended.
    assert_eq!(Database::anew(&path).expect("it is whole").damaged, None);
    drop([one, other]);
    let database = open(&folder);
    keeps(&database).expect("kept");
    assert_eq!(database.aims(ME).expect("read").pair(), Some(["one", "other"]), "it is in the new one");
    drop(replaced.database);
    drop(database);
    let found = State::of(&open(&folder));
    assert_eq!(
        found.attempts.keys().collect::<Vec<_>>(),
        [2, 3].map(|number| attempt(number, "").id.to_string()).iter().collect::<Vec<_>>()
    );
    fs::remove_dir_all(folder).expect("ours");
}
