//! The files that Bedside kept before it had a database. They are taken over once.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::de::DeserializeOwned;

use crate::records::database::cause;
use crate::records::saved_attempt::SavedAttempt;
use crate::ui::Settings;
use crate::ui::library::Played;

use super::kept_attempts::MOST_KEPT;

/// A larger file is not one of ours.
const MAX_SIZE: u64 = 16 << 20;
/// How many unreadable files may be set aside.
const MAX_SET_ASIDE: usize = 100;
/// The folder of the attempts, a file for each.
const ATTEMPTS: &str = "attempts";

/// What an earlier Bedside has left.
#[derive(Debug, Default)]
pub(super) struct FormerFiles {
    pub(super) settings: Option<Settings>,
    /// The one left last first.
    pub(super) attempts: Vec<SavedAttempt>,
    pub(super) played: BTreeMap<String, Played>,
    /// What could not be read, in words.
    pub(super) problems: Vec<String>,
    /// The files that were read.
    read: Vec<PathBuf>,
}

/// The result of reading a file.
#[derive(Debug, PartialEq, Eq)]
enum Reading<T> {
    Nothing,
    Found(T),
    /// It cannot be read, with the message to show.
    Unreadable(String),
}

impl FormerFiles {
    /// Reads what is there.
    pub(super) fn read(folder: &Path) -> Self {
        let mut former = Self::default();
        let settings = |text: &str| ron::from_str(text).map_err(|error| error.to_string());
        former.settings = former.take(&folder.join("settings.ron"), "Your settings", settings);
        former.played =
            former.take(&folder.join("played.json"), "The list of what you have played", of_json).unwrap_or_default();
        let attempts = [folder.join("attempt.json")].into_iter().chain(attempts(folder));
        for path in attempts {
            if let Some(attempt) = former.take(&path, "Your place in the conversation", SavedAttempt::read) {
                former.attempts.push(attempt);
            }
        }
        former.attempts.truncate(MOST_KEPT);
        former
    }

    fn take<T>(&mut self, path: &Path, subject: &str, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        match read(path, subject, parse) {
            Reading::Nothing => None,
            Reading::Found(found) => {
                self.read.push(path.to_owned());
                Some(found)
            }
            Reading::Unreadable(told) => {
                self.problems.push(told);
                None
            }
        }
    }

    /// Whether there was anything to take over.
    pub(super) fn is_empty(&self) -> bool {
        self.read.is_empty()
    }

    /// Removes the files that were read, which are in the database now.
    pub(super) fn remove(&self, folder: &Path) {
        for path in &self.read {
            // One that stays is taken over again, which changes nothing: an attempt is the same, by its id.
            let _ = fs::remove_file(path);
        }
        // It stays where something is left in it.
        let _ = fs::remove_dir(folder.join(ATTEMPTS));
    }
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The files of the attempts, the one saved last first.
fn attempts(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder.join(ATTEMPTS)).into_iter().flatten().flatten();
    let mut found: Vec<(SystemTime, PathBuf)> = files
        .filter_map(|file| {
            let path = file.path();
            // A first write that was interrupted has left only its temporary file.
            let ours = path.extension().is_some_and(|extension| extension == "json" || extension == "new");
            let modified = file.metadata().and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
            ours.then(|| (modified, path.with_extension("json")))
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    let mut paths: Vec<PathBuf> = Vec::new();
    for (_, path) in found {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

fn read<T>(path: &Path, subject: &str, parse: impl Fn(&str) -> Result<T, String>) -> Reading<T> {
    if let Some(found) = complete_write(path, &parse) {
        return Reading::Found(found);
    }
    let why = match read_text(path).map(|text| text.map(|text| parse(&text))) {
        Ok(None) => return Reading::Nothing,
        Ok(Some(Ok(found))) => return Reading::Found(found),
        Ok(Some(Err(why))) => format!("it is damaged ({why})"),
        Err(why) => why,
    };
    let told = format!("{subject} could not be read from {}: {why}.", path.display());
    match set_aside(path) {
        Ok(aside) => Reading::Unreadable(format!("{told} It is now called {}.", aside.display())),
        Err(_) => Reading::Unreadable(format!("{told} It stays as it is.")),
    }
}

/// Completes a write that was interrupted by a kill after everything had been written to the temporary file.
fn complete_write<T>(path: &Path, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    let modified = |path: &Path| fs::metadata(path).and_then(|about| about.modified()).ok();
    let temporary = temporary_path(path);
    if modified(&temporary)? < modified(path).unwrap_or(SystemTime::UNIX_EPOCH) {
        return None;
    }
    let found = parse(&read_text(&temporary).ok()??).ok()?;
    fs::rename(&temporary, path).ok().map(|()| found)
}

/// Where a file is written before it is renamed.
fn temporary_path(path: &Path) -> PathBuf {
    path.with_extension("new")
}

/// The text of a file, if there is one; or why it cannot be read, in plain words.
fn read_text(path: &Path) -> Result<Option<String>, String> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(cause(&error).to_owned()),
    };
    // Opening anything else may block for ever: a pipe waits for a writer.
    if !about.is_file() {
        return Err("it is not a file".to_owned());
    }
    let mut text = String::new();
    match File::open(path).and_then(|file| file.take(MAX_SIZE + 1).read_to_string(&mut text)) {
        Ok(_) if text.len() as u64 > MAX_SIZE => Err("it is too large".to_owned()),
        Ok(_) => Ok(Some(text)),
        Err(error) => Err(cause(&error).to_owned()),
    }
}

/// Renames a file to the first free name beside it, and returns that.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    for number in 1..=MAX_SET_ASIDE {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let aside = path.with_extension(format!("unreadable{number}"));
        match fs::symlink_metadata(&aside) {
            Err(error) if error.kind() == ErrorKind::NotFound => return fs::rename(path, &aside).map(|()| aside),
            Err(error) => return Err(error),
            Ok(_) => {}
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;
    use crate::app::kept_attempts::tests::attempt_at;

    fn fresh(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("bedside-former-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join(ATTEMPTS)).expect("a folder");
        folder
    }

    fn number(folder: &Path) -> Reading<u8> {
        read(&folder.join("attempt.json"), "It", |text| text.parse().map_err(|_| "no number".to_owned()))
    }

    /// The message about a file that cannot be read.
    fn told(folder: &Path) -> String {
        match number(folder) {
            Reading::Unreadable(told) => told,
            other => panic!("{other:?}"),
        }
    }

    fn json(saved: &SavedAttempt) -> String {
        serde_json::to_string(saved).expect("plain data")
    }

    #[test]
    fn all_that_an_earlier_bedside_has_left_is_taken_over_and_then_gone() {
        let folder = fresh("all");
        let mut first = serde_json::to_value(attempt_at("a")).expect("plain data");
        for field in ["format", "identity"] {
            first.as_object_mut().expect("fields").remove(field).expect("today's says it");
        }
        fs::write(folder.join("attempt.json"), first.to_string()).expect("a file");
        fs::write(folder.join(ATTEMPTS).join("b-1.json"), json(&attempt_at("b"))).expect("a file");
        fs::write(folder.join(ATTEMPTS).join("c-1.new"), json(&attempt_at("c"))).expect("a first write, interrupted");
        fs::write(folder.join(ATTEMPTS).join("d-1.json"), "{").expect("a damaged file");
        fs::write(folder.join("settings.ron"), "(timers: true)").expect("a file");
        fs::write(folder.join("played.json"), r#"{"a":{"times":2,"last":"secure","best":"strong"}}"#).expect("a file");
        let former = FormerFiles::read(&folder);
        let mut ids: Vec<&str> = former.attempts.iter().map(SavedAttempt::scenario).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["a", "b", "c"]);
        assert!(former.settings.is_some_and(|settings| settings.timers));
        assert_eq!(former.played["a"].times, 2);
        assert_eq!(former.problems.len(), 1, "{:?}", former.problems);
        former.remove(&folder);
        let after = FormerFiles::read(&folder);
        assert!(after.is_empty() && after.problems.is_empty(), "{after:?}");
        assert!(folder.join(ATTEMPTS).join("d-1.unreadable").exists(), "nothing is lost");
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn a_write_that_a_kill_interrupted_is_completed_if_all_of_it_was_written() {
        let folder = fresh("killed");
        fs::write(folder.join("attempt.json"), "7").expect("written");
        fs::write(folder.join("attempt.new"), "8 and no mo").expect("a part of it");
        assert_eq!(number(&folder), Reading::Found(7));
        fs::write(folder.join("attempt.new"), "8").expect("all of it");
        assert_eq!(number(&folder), Reading::Found(8));
        assert_eq!(fs::read(folder.join("attempt.json")).expect("it is there"), b"8");
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_in_its_place_is_not_waited_for() {
        let folder = fresh("pipe");
        for name in ["attempt.json", "attempt.new"] {
            let made = process::Command::new("mkfifo").arg(folder.join(name)).status().expect("mkfifo");
            assert!(made.success());
        }
        assert!(told(&folder).contains("it is not a file"));
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_called_by_the_next_free_name() {
        let folder = fresh("aside");
        fs::create_dir(folder.join("attempt.unreadable")).expect("a folder in the way");
        fs::write(folder.join("attempt.json"), "seven").expect("a file");
        let why = told(&folder);
        assert!(why.contains("it is damaged (no number)") && why.ends_with("attempt.unreadable-2."), "{why}");
        fs::write(folder.join("attempt.json"), [0xff]).expect("a file");
        let why = told(&folder);
        assert!(why.contains("it is not text") && why.ends_with("attempt.unreadable-3."), "{why}");
        assert_eq!(fs::read(folder.join("attempt.unreadable-2")).expect("it is there"), b"seven");
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn a_file_without_end_is_read_no_further_than_ours_are_long() {
        let folder = fresh("long");
        let file = File::create(folder.join("attempt.json")).expect("a file");
        file.set_len(1 << 40).expect("a file with a hole");
        assert!(told(&folder).contains("it is too large"));
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
