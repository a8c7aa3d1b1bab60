//! Where what is played is kept: whether it can be, and how what is there is.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process;

use crate::records::database::{Database, DatabaseError, FILE, FileState, cause};

use super::finding::Finding;

/// What is tried to write: more than a file's name takes.
static TRIED: [u8; 64 << 10] = [0; 64 << 10];
/// Below this much free room, in bytes, it is told that the disk is nearly full.
const LITTLE: u64 = 200 << 20;

const NAME_ANOTHER: &str =
    "name another folder with BEDSIDE_HOME, or let whoever looks after the computer make this one writable";

/// The folder, the disk, and the database. `None` where the system has no folder for its user.
pub(super) fn findings(folder: Option<&Path>) -> Vec<Finding> {
    let Some(folder) = folder else {
        let none = Finding::fails("data folder", "the system names none for this user, so nothing can be kept");
        return vec![none.way_out("set BEDSIDE_HOME to a folder")];
    };
    let there = nearest(folder);
    vec![written(folder, there.map(try_to_write)), room(there.map(fs4::available_space)), database(folder)]
}

/// The folder, or the nearest above it that exists.
fn nearest(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.symlink_metadata().is_ok())
}

/// Whether a file can be written there: one is, and is removed.
fn try_to_write(folder: &Path) -> io::Result<()> {
    let path = folder.join(format!(".bedside-doctor-{}", process::id()));
    let written = File::create_new(&path).and_then(|mut file| {
        file.write_all(&TRIED)?;
        file.sync_all()
    });
    // What could not be written whole may be there in part, or not at all.
    let removed = fs::remove_file(&path);
    written.and(removed)
}

fn written(folder: &Path, tried: Option<io::Result<()>>) -> Finding {
    let folder = folder.display();
    match tried {
        Some(Ok(())) => Finding::works("data folder", format!("{folder} can be written")),
        Some(Err(error)) => {
            let fact =
                format!("{folder} cannot be written: {}. Conversations can be played, and are not kept", cause(&error));
            Finding::fails("data folder", fact).way_out(NAME_ANOTHER)
        }
        None => Finding::fails("data folder", format!("nothing of {folder} exists")).way_out(NAME_ANOTHER),
    }
}

fn room(free: Option<io::Result<u64>>) -> Finding {
    match free {
        Some(Ok(free)) => {
            let fact = format!("{} MB are free", free >> 20);
            if free < LITTLE {
                Finding::in_part("disk", fact).way_out("make room: a year of practice takes a few MB")
            } else {
                Finding::works("disk", fact)
            }
        }
        Some(Err(error)) => {
            Finding::not_looked_at("disk", format!("the system does not say what is free: {}", cause(&error)))
        }
        None => Finding::not_looked_at("disk", "there is no folder to look at"),
    }
}

/// The database as it is, which stays as it is.
fn database(folder: &Path) -> Finding {
    let told = |state| match state {
        None => Finding::works("records", "nothing is kept yet"),
        Some(FileState::UpToDate(version)) => {
            Finding::works("records", format!("{FILE} is sound, of version {version}"))
        }
        Some(FileState::Earlier(version)) => Finding::works(
            "records",
            format!("{FILE} is of version {version}, and is brought up to date at the next start"),
        ),
    };
    Database::state_in(folder).map_or_else(|error| broken(&error), told)
}

fn broken(error: &DatabaseError) -> Finding {
    let finding = Finding::fails("records", error.in_words());
    match error {
        _ if error.is_damage() => finding.way_out(
            "start Bedside: it sets the damaged file aside, takes over what can be read of it, and says what that is",
        ),
        DatabaseError::Newer { .. } => finding.way_out("update Bedside here"),
        _ => finding.way_out("close other programs that use the file, or name another folder with BEDSIDE_HOME"),
    }
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::io::ErrorKind;

    use super::super::finding::State;
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_written_is_told_with_the_reason() {
        let told = |kind: ErrorKind| written(Path::new("/home/her/bedside"), Some(Err(kind.into())));
        for (kind, why) in [
            (ErrorKind::StorageFull, "the disk is full"),
            (ErrorKind::ReadOnlyFilesystem, "the disk can only be read"),
            (ErrorKind::PermissionDenied, "not allowed"),
        ] {
            let finding = told(kind);
            assert!(
                finding.state == State::Fails && finding.fact.contains(why) && finding.what_to_do.is_some(),
                "{finding:?}"
            );
        }
    }

    #[test]
    fn little_room_is_told_of() {
        assert_eq!(room(Some(Ok(LITTLE))).state, State::Works);
        assert_eq!(room(Some(Ok(LITTLE - 1))).state, State::WorksInPart);
        assert_eq!(room(None).state, State::NotLookedAt);
    }

    #[test]
    fn what_is_looked_at_stays_as_it_is() {
        let folder = env::temp_dir().join(format!("bedside-doctor-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        let names = |folder: &Path| fs::read_dir(folder).expect("a folder").count();
        let states = |folder: &Path| findings(Some(folder)).iter().map(|finding| finding.state).collect::<Vec<_>>();
        assert_eq!(states(&folder)[..1], [State::Works], "it can be made");
        assert!(!folder.exists(), "and is not");
        fs::create_dir_all(&folder).expect("a folder");
        assert_eq!((states(&folder)[2], names(&folder)), (State::Works, 0));
        fs::write(folder.join(FILE), "this was never a database, or is one no more").expect("written");
        let damaged = findings(Some(&folder)).pop().expect("the last");
        assert!(
            damaged.state == State::Fails
                && damaged.what_to_do.is_some_and(|text| text.contains("sets the damaged file aside"))
        );
        assert_eq!(names(&folder), 1, "it is not set aside yet");
        fs::remove_dir_all(&folder).expect("ours");
        assert_eq!(findings(None)[0].state, State::Fails);
    }
}
