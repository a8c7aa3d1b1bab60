//! Detects the end of a burst of changes: editors save by renaming, by truncating and writing, and in several steps.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long nothing must have changed before the files are read.
const QUIET_PERIOD: Duration = Duration::from_millis(80);
/// The longest time from the first change of a burst until the files are read anyway.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// A change to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FileChange {
    /// It has changed, and no further event is expected.
    Changed(PathBuf),
    /// It is being written; a `Written` will follow.
    Writing(PathBuf),
    /// Writing it has ended.
    Written(PathBuf),
}

/// The current burst of changes. Times are since any fixed moment.
#[derive(Debug, Default)]
pub(super) struct Debounce {
    burst: Option<Burst>,
}

#[derive(Debug)]
struct Burst {
    began: Duration,
    last: Duration,
    paths: BTreeSet<PathBuf>,
    writing: BTreeSet<PathBuf>,
}

impl Debounce {
    pub(super) fn record(&mut self, change: FileChange, now: Duration) {
        let new = || Burst { began: now, last: now, paths: BTreeSet::new(), writing: BTreeSet::new() };
        let burst = self.burst.get_or_insert_with(new);
        burst.last = now;
        let path = match change {
            FileChange::Changed(path) => path,
            FileChange::Writing(path) => {
                burst.writing.insert(path.clone());
                path
            }
            FileChange::Written(path) => {
                burst.writing.remove(&path);
                path
            }
        };
        burst.paths.insert(path);
    }

    /// How long to wait until the files can be read; `None` where nothing has changed.
    pub(super) fn due(&self, now: Duration) -> Option<Duration> {
        let burst = self.burst.as_ref()?;
        let limit = burst.began + MAX_WAIT;
        let at = if burst.writing.is_empty() { limit.min(burst.last + QUIET_PERIOD) } else { limit };
        Some(at.saturating_sub(now))
    }

    /// Ends the burst and returns whether the files should be read. The burst goes on if one of its files is still
    /// empty, as between truncating and writing, and the longest wait is not over.
    pub(super) fn finish(&mut self, now: Duration, is_empty: impl Fn(&Path) -> bool) -> bool {
        let Some(burst) = &mut self.burst else { return false };
        if now < burst.began + MAX_WAIT && burst.paths.iter().any(|path| is_empty(path)) {
            burst.last = now;
            return false;
        }
        self.burst = None;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    fn file() -> PathBuf {
        PathBuf::from("a.ron")
    }

    #[test]
    fn nothing_is_due_while_nothing_changes() {
        assert_eq!(Debounce::default().due(at(5000)), None);
    }

    #[test]
    fn a_burst_is_read_once_after_its_last_sign() {
        let mut debounce = Debounce::default();
        for moment in [0, 30, 60] {
            debounce.record(FileChange::Changed(file()), at(moment));
        }
        assert_eq!(debounce.due(at(60)), Some(QUIET_PERIOD));
        assert!(debounce.finish(at(140), |_| false));
        assert_eq!(debounce.due(at(140)), None);
        assert!(!debounce.finish(at(150), |_| false), "it is over only once");
    }

    #[test]
    fn a_file_that_is_being_written_is_waited_for_but_not_for_ever() {
        let mut debounce = Debounce::default();
        debounce.record(FileChange::Writing(file()), at(0));
        assert_eq!(debounce.due(at(300)), Some(at(700)));
        debounce.record(FileChange::Written(file()), at(400));
        assert_eq!(debounce.due(at(400)), Some(QUIET_PERIOD));
        debounce.record(FileChange::Writing(file()), at(450));
        assert_eq!(debounce.due(at(1000)), Some(Duration::ZERO));
    }

    #[test]
    fn an_empty_file_is_waited_for_but_not_for_ever() {
        let mut debounce = Debounce::default();
        debounce.record(FileChange::Changed(file()), at(0));
        assert!(!debounce.finish(at(80), |_| true));
        assert_eq!(debounce.due(at(80)), Some(QUIET_PERIOD));
        assert!(debounce.finish(at(1000), |_| true));
    }

    #[test]
    fn signs_without_end_are_read_now_and_then() {
        let mut debounce = Debounce::default();
        for moment in 0..200 {
            debounce.record(FileChange::Changed(file()), at(10 * moment));
        }
        assert_eq!(debounce.due(at(1990)), Some(Duration::ZERO));
    }
}
