//! A file of saved state: validated when read, replaced atomically, never lost.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::attempt_name::AttemptName;

/// A larger file is not one of ours.
const MAX_SIZE: u64 = 16 << 20;
/// How many unreadable files may be set aside.
const MAX_SET_ASIDE: usize = 100;

/// The files of saved state.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum StateFile {
    Settings,
    /// The attempt at a scenario.
    Attempt(AttemptName),
    /// The one attempt that versions before the second kept.
    FormerAttempt,
    Played,
}

/// The result of reading a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading<T> {
    Nothing,
    Found(T),
    /// It cannot be read, and was moved out of the way; with the message to show.
    SetAside(String),
    /// It cannot be read, nor moved, so it must not be overwritten; with the message to show.
    Stays(String),
}

impl StateFile {
    /// Where it is in the folder of saved state.
    pub(super) fn path(&self, folder: &Path) -> PathBuf {
        match self {
            Self::Settings => folder.join("settings.ron"),
            Self::Attempt(name) => name.path(folder),
            Self::FormerAttempt => folder.join("attempt.json"),
            Self::Played => folder.join("played.json"),
        }
    }

    /// What it contains, as the subject of a sentence.
    pub(super) const fn subject(&self) -> &'static str {
        match self {
            Self::Settings => "Your settings",
            Self::Attempt(_) | Self::FormerAttempt => "Your place in the conversation",
            Self::Played => "The list of what you have played",
        }
    }

    pub(super) fn read<T>(&self, folder: &Path, parse: impl Fn(&str) -> Result<T, String>) -> Reading<T> {
        let path = self.path(folder);
        if let Some(found) = complete_write(&path, &parse) {
            return Reading::Found(found);
        }
        let why = match read_text(&path).map(|text| text.map(|text| parse(&text))) {
            Ok(None) => return Reading::Nothing,
            Ok(Some(Ok(found))) => return Reading::Found(found),
            Ok(Some(Err(why))) => format!("it is damaged ({why})"),
            Err(why) => why,
        };
        let told = format!("{} could not be read from {}: {why}.", self.subject(), path.display());
        match set_aside(&path) {
            Ok(aside) => Reading::SetAside(format!("{told} It is now called {}.", aside.display())),
            Err(_) => Reading::Stays(format!(
                "{told} It could not be moved out of the way, so it stays as it is and nothing is saved over it."
            )),
        }
    }

    /// Replaces the file, or removes it.
    pub(super) fn write(&self, folder: &Path, text: Option<&str>) -> io::Result<()> {
        let path = self.path(folder);
        match text {
            Some(text) => fs::create_dir_all(path.parent().unwrap_or(folder)).and_then(|()| replace(&path, text)),
            None => remove(&temporary_path(&path)).and_then(|()| remove(&path)),
        }
    }

    /// Moves an unreadable file out of the way, if it is still there.
    pub(super) fn move_aside(&self, folder: &Path) -> io::Result<()> {
        ignore_missing(set_aside(&self.path(folder)).map(drop))
    }

    /// Gives the file the place of another, which is not there.
    pub(super) fn move_to(&self, other: &Self, folder: &Path) -> io::Result<()> {
        let place = other.path(folder);
        fs::create_dir_all(place.parent().unwrap_or(folder)).and_then(|()| fs::rename(self.path(folder), place))
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

/// The cause of an I/O error in plain words, to follow a colon.
pub(super) fn cause(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "the disk is full",
        ErrorKind::PermissionDenied => "Bedside is not allowed to",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::InvalidData => "it is not text",
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            "something else is in its place"
        }
        _ => "the disk has failed",
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

/// Writes a temporary file and renames it, so that a kill or a full disk leaves the old file.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let temporary = temporary_path(path);
    remove(&temporary)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(&temporary)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&temporary, path)
}

fn remove(path: &Path) -> io::Result<()> {
    ignore_missing(fs::remove_file(path))
}

/// A missing file is no error.
fn ignore_missing(done: io::Result<()>) -> io::Result<()> {
    done.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    const FILE: StateFile = StateFile::FormerAttempt;

    fn fresh(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("bedside-state-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn read(folder: &Path) -> Reading<u8> {
        FILE.read(folder, |text| text.parse().map_err(|_| "no number".to_owned()))
    }

    /// The message about a file that was moved out of the way.
    fn set_aside(folder: &Path) -> String {
        match read(folder) {
            Reading::SetAside(told) => told,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_written_is_read_again_until_it_is_removed() {
        let folder = fresh("written");
        assert_eq!(read(&folder), Reading::Nothing);
        FILE.write(&folder, Some("7")).expect("written");
        assert_eq!(read(&folder), Reading::Found(7));
        FILE.write(&folder, None).expect("removed");
        FILE.write(&folder, None).expect("nothing to remove");
        assert_eq!(read(&folder), Reading::Nothing);
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn a_write_that_a_kill_interrupted_is_completed_if_all_of_it_was_written() {
        let folder = fresh("killed");
        FILE.write(&folder, Some("7")).expect("written");
        fs::write(folder.join("attempt.new"), "8 and no mo").expect("a part of it");
        assert_eq!(read(&folder), Reading::Found(7));
        fs::write(folder.join("attempt.new"), "8").expect("all of it");
        assert_eq!(read(&folder), Reading::Found(8));
        assert_eq!(fs::read(folder.join("attempt.json")).expect("it is there"), b"8");
        fs::write(folder.join("attempt.new"), "9").expect("all of it");
        FILE.write(&folder, None).expect("removed");
        assert_eq!(read(&folder), Reading::Nothing, "what was discarded does not come back");
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
        assert!(set_aside(&folder).contains("it is not a file"));
        FILE.write(&folder, Some("7")).expect("written");
        assert_eq!(read(&folder), Reading::Found(7));
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_called_by_the_next_free_name() {
        let folder = fresh("aside");
        fs::create_dir(folder.join("attempt.unreadable")).expect("a folder in the way");
        fs::write(folder.join("attempt.json"), "seven").expect("a file");
        let told = set_aside(&folder);
        assert!(told.contains("it is damaged (no number)"), "{told}");
        assert!(told.ends_with("attempt.unreadable-2."), "{told}");
        fs::write(folder.join("attempt.json"), [0xff]).expect("a file");
        let told = set_aside(&folder);
        assert!(told.contains("it is not text") && told.ends_with("attempt.unreadable-3."), "{told}");
        assert_eq!(fs::read(folder.join("attempt.unreadable-2")).expect("it is there"), b"seven");
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn a_file_without_end_is_read_no_further_than_ours_are_long() {
        let folder = fresh("long");
        let file = File::create(folder.join("attempt.json")).expect("a file");
        file.set_len(1 << 40).expect("a file with a hole");
        assert!(set_aside(&folder).contains("it is too large"));
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn what_cannot_be_moved_out_of_the_way_is_said_to_stay() {
        let folder = fresh("stays");
        fs::write(folder.join("attempt.json"), "seven").expect("a file");
        for number in 1..=MAX_SET_ASIDE {
            let number = if number == 1 { String::new() } else { format!("-{number}") };
            fs::create_dir(folder.join(format!("attempt.unreadable{number}"))).expect("a folder in the way");
        }
        let Reading::Stays(told) = read(&folder) else { panic!("it cannot be moved") };
        assert!(told.contains("nothing is saved over it") && !told.contains("now called"), "{told}");
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn no_cause_is_given_in_the_system_s_own_words() {
        for (kind, plainly) in [
            (ErrorKind::StorageFull, "the disk is full"),
            (ErrorKind::PermissionDenied, "Bedside is not allowed to"),
            (ErrorKind::TimedOut, "the disk has failed"),
        ] {
            assert_eq!(cause(&kind.into()), plainly);
        }
    }
}
