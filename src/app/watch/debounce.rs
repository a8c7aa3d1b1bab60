//! When a burst of changes is over: editors save by renaming, by emptying and writing, and in several steps.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// So long nothing may have happened before the files are read.
const QUIET_PERIOD: Duration = Duration::from_millis(80);
/// So long after its first sign a burst that does not end is waited for.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// One sign of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FileChange {
    /// Something is different, and nothing more is to be expected.
    Changed(PathBuf),
    /// A file is being written, and its end will be told.
    Writing(PathBuf),
    /// The end of writing it.
    Written(PathBuf),
}

/// The burst of changes under way. Times are since any moment, always the same.
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
    /// Notes a sign.
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

    /// The burst is over, and forgotten; unless a file of it is still empty, as between emptying and
    /// writing, and there is patience left. Returns whether the files are to be read.
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
