//! Polls the files while the window has the keyboard focus: some file systems, such as network shares, accept a watch
//! but never report what other machines change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::folder_watcher::{folders_to_watch, may_be_scenario};

/// The polling interval.
const INTERVAL: Duration = Duration::from_secs(2);

/// The modification time and length of each file.
pub(super) type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// What the last poll found, and when the next is due. Times are since any fixed moment.
#[derive(Debug, Default)]
pub(super) struct FilePoll {
    last: Stamps,
    next: Option<Duration>,
}

impl FilePoll {
    /// Starts polling at once when the window gets the focus, and stops when it loses it.
    pub(super) fn focus_changed(&mut self, focused: bool, now: Duration) {
        self.next = focused.then_some(now);
    }

    /// How long until the next poll; `None` while the window has no focus.
    pub(super) fn due(&self, now: Duration) -> Option<Duration> {
        self.next.map(|next| next.saturating_sub(now))
    }

    /// Records a poll, and returns whether anything has changed since the last.
    pub(super) fn update(&mut self, stamps: Stamps, now: Duration) -> bool {
        self.next = self.next.map(|_| now + INTERVAL);
        let differs = stamps != self.last;
        self.last = stamps;
        differs
    }

    /// Records what is about to be read, so that it is not reported as a change.
    pub(super) fn set_baseline(&mut self, stamps: Stamps) {
        self.last = stamps;
    }
}

/// The stamps of possible scenario files in these paths. Files that cannot be read have none.
pub(super) fn stamps(paths: &[PathBuf]) -> Stamps {
    let folders: BTreeSet<PathBuf> = paths.iter().flat_map(|path| folders_to_watch(path)).collect();
    folders.iter().flat_map(|folder| stamps_in(folder, paths)).collect()
}

fn stamps_in(folder: &Path, paths: &[PathBuf]) -> Stamps {
    let Ok(entries) = fs::read_dir(folder) else { return Stamps::new() };
    // A path that does not exist yet may become a folder; otherwise only files with an extension can matter.
    let counts = |path: &PathBuf| paths.contains(path) || (path.extension().is_some() && may_be_scenario(path));
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(counts);
    // `metadata` follows links, as reading does.
    paths.filter_map(|path| fs::metadata(&path).ok().map(|file| (path, (file.modified().ok(), file.len())))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn seen(length: u64) -> Stamps {
        Stamps::from([(PathBuf::from("a.ron"), (None, length))])
    }

    #[test]
    fn nothing_is_polled_while_the_window_has_no_focus() {
        let mut poll = FilePoll::default();
        assert_eq!(poll.due(at(0)), None);
        poll.focus_changed(true, at(5));
        assert_eq!(poll.due(at(5)), Some(Duration::ZERO), "whoever comes back sees what has changed meanwhile");
        poll.focus_changed(false, at(6));
        assert_eq!(poll.due(at(6)), None);
        assert!(poll.update(seen(1), at(6)));
        assert_eq!(poll.due(at(7)), None);
    }

    #[test]
    fn a_poll_every_two_seconds_reports_a_change_once() {
        let mut poll = FilePoll::default();
        poll.set_baseline(seen(1));
        poll.focus_changed(true, at(0));
        assert!(!poll.update(seen(1), at(0)), "it has been read already");
        assert_eq!(poll.due(at(1)), Some(at(1)));
        assert!(poll.update(seen(2), at(2)));
        assert!(!poll.update(seen(2), at(4)));
    }

    #[test]
    fn a_file_that_comes_changes_or_goes_leaves_other_stamps() {
        let folder = std::env::temp_dir().join(format!("bedside-poll-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let (file, paths) = (folder.join("a.ron"), [folder.clone()]);
        let empty = stamps(&paths);
        fs::write(&file, "(").expect("a file");
        fs::write(folder.join("a.ron~"), "(").expect("a file");
        let one = stamps(&paths);
        fs::write(&file, "()").expect("a file");
        let longer = stamps(&paths);
        assert_eq!((empty.len(), one.len()), (0, 1));
        assert_ne!(one, longer);
        assert_eq!(stamps(std::slice::from_ref(&file)), longer, "a file is seen through its folder");
        let seen = stamps(&paths);
        fs::remove_dir_all(&folder).expect("it is ours");
        let gone = stamps(&paths);
        assert!(seen.keys().all(|path| !gone.contains_key(path)), "{gone:?}");
    }
}
