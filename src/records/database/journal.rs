//! How changes are written: into a log, or, where the folder lies on another computer, straight into the file.
//!
//! A log needs memory that all processes share, so all have to be on one computer: <https://www.sqlite.org/wal.html>.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

/// The kinds of file systems, as Linux names them, whose files lie on another computer or are passed on from one.
const REMOTE: [&str; 17] = [
    "9p",
    "acfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.sshfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "vboxsf",
];

/// How often it is looked whether another window has finished.
const MOMENT: Duration = Duration::from_millis(2);

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Journal {
    /// Into a log beside the file: whoever reads and whoever writes do not wait for each other.
    Log,
    /// Into the file, after what was there has been put into a journal. One at a time, and slower.
    Rollback,
}

impl Journal {
    /// How changes to a database at this path are written.
    pub(super) fn of(path: &Path) -> Self {
        if is_remote(path) { Self::Rollback } else { Self::Log }
    }

    /// Before anything is read.
    pub(super) fn begin(self, connection: &mut Connection) -> rusqlite::Result<()> {
        match self {
            Self::Log => connection.busy_handler(Some(|times| waits(times, Duration::from_secs(2)))),
            // Leaving a log would need the memory that cannot be shared, but for who is alone.
            Self::Rollback => {
                // Whoever writes keeps everybody out, and waits for the network.
                connection.busy_handler(Some(|times| waits(times, Duration::from_secs(10))))?;
                connection.pragma_update(None, "locking_mode", "EXCLUSIVE")
            }
        }
    }

    /// Once the database is known to be sound.
    pub(super) fn settle(self, connection: &Connection) -> rusqlite::Result<()> {
        match self {
            Self::Log => connection.pragma_update(None, "journal_mode", "WAL"),
            Self::Rollback => {
                connection.pragma_update(None, "journal_mode", "TRUNCATE")?;
                connection.pragma_update(None, "locking_mode", "NORMAL")?;
                // The lock is let go of when the file is next read.
                connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
            }
        }
    }
}

/// Waits a moment for another window, unless that was done so often that it comes to this. SQLite's own way of waiting looks
/// ever more seldom, so that who waits longest is last.
fn waits(times: i32, most: Duration) -> bool {
    let before = MOMENT.saturating_mul(times.unsigned_abs());
    if before >= most {
        return false;
    }
    thread::sleep(MOMENT);
    true
}

/// Whether a file lies on another computer, as far as that is known: on Linux by the list of what is mounted, on Windows by
/// its name. On macOS it is not known.
fn is_remote(path: &Path) -> bool {
    let Ok(path) = fs::canonicalize(path) else { return false };
    if cfg!(windows) {
        return path.to_string_lossy().starts_with(r"\\?\UNC\");
    }
    fs::read_to_string("/proc/self/mountinfo").is_ok_and(|mounts| is_mounted_remotely(&path, &mounts))
}

/// Whether the file system that a path is on is remote, by a list in the form of Linux (`proc_pid_mountinfo(5)`).
fn is_mounted_remotely(path: &Path, mounts: &str) -> bool {
    let on = mounts.lines().filter_map(|line| {
        let (about, source) = line.split_once(" - ")?;
        let at = unescaped(about.split(' ').nth(4)?);
        let kind = source.split(' ').next()?;
        path.starts_with(&at).then_some((at.len(), kind))
    });
    // Of several at one place, the one mounted last is seen.
    on.max_by_key(|(length, _)| *length).is_some_and(|(_, kind)| REMOTE.contains(&kind))
}

/// A path of the list, in which spaces and the like stand as octal numbers.
fn unescaped(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .into_iter()
        .fold(text.to_owned(), |text, (number, letter)| text.replace(number, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:42 / /home rw shared:2 - nfs4 server:/home rw,vers=4.2
41 40 8:2 / /home/local\\040disk rw - xfs /dev/sdb1 rw
42 22 0:43 / /mnt/ward rw - cifs //server/ward rw
";

    #[test]
    fn a_folder_on_another_computer_is_known_by_the_innermost_mount() {
        for (path, remote) in [
            ("/var/records.sqlite", false),
            ("/home/sam/records.sqlite", true),
            ("/home/local disk/records.sqlite", false),
            ("/homework/records.sqlite", false),
            ("/mnt/ward/a/records.sqlite", true),
        ] {
            assert_eq!(is_mounted_remotely(Path::new(path), MOUNTS), remote, "{path}");
        }
        assert!(!is_mounted_remotely(Path::new("/a"), "what\nnobody - wrote\n - "));
    }
}
