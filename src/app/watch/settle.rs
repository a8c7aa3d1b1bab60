//! When a burst of changes is over: editors save by renaming, by emptying and writing, and in several steps.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// So long nothing may have happened before the files are read.
const QUIET: Duration = Duration::from_millis(80);
/// So long after its first sign a burst that does not end is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// One sign of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Something is different, and nothing more is to be expected.
    Changed(PathBuf),
    /// A file is being written, and its end will be told.
    Writing(PathBuf),
    /// The end of writing it.
    Written(PathBuf),
}

/// The burst of changes under way. Times are since any moment, always the same.
#[derive(Debug, Default)]
pub(super) struct Settle {
    burst: Option<Burst>,
}

#[derive(Debug)]
struct Burst {
    began: Duration,
    last: Duration,
    paths: BTreeSet<PathBuf>,
    writing: BTreeSet<PathBuf>,
}

impl Settle {
    /// Notes a sign.
    pub(super) fn note(&mut self, sign: Sign, now: Duration) {
        let new = || Burst { began: now, last: now, paths: BTreeSet::new(), writing: BTreeSet::new() };
        let burst = self.burst.get_or_insert_with(new);
        burst.last = now;
        let path = match sign {
            Sign::Changed(path) => path,
            Sign::Writing(path) => {
                burst.writing.insert(path.clone());
                path
            }
            Sign::Written(path) => {
                burst.writing.remove(&path);
                path
            }
        };
        burst.paths.insert(path);
    }

    /// How long to wait until the files can be read; `None` where nothing has changed.
    pub(super) fn due(&self, now: Duration) -> Option<Duration> {
        let burst = self.burst.as_ref()?;
        let limit = burst.began + PATIENCE;
        let at = if burst.writing.is_empty() { limit.min(burst.last + QUIET) } else { limit };
        Some(at.saturating_sub(now))
    }

    /// The burst is over, and forgotten; unless a file of it is still empty, as between emptying and
    /// writing, and there is patience left. Returns whether the files are to be read.
    pub(super) fn over(&mut self, now: Duration, is_empty: impl Fn(&Path) -> bool) -> bool {
        let Some(burst) = &mut self.burst else { return false };
        if now < burst.began + PATIENCE && burst.paths.iter().any(|path| is_empty(path)) {
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
        assert_eq!(Settle::default().due(at(5000)), None);
    }

    #[test]
    fn a_burst_is_read_once_after_its_last_sign() {
        let mut settle = Settle::default();
        for moment in [0, 30, 60] {
            settle.note(Sign::Changed(file()), at(moment));
        }
        assert_eq!(settle.due(at(60)), Some(QUIET));
        assert!(settle.over(at(140), |_| false));
        assert_eq!(settle.due(at(140)), None);
        assert!(!settle.over(at(150), |_| false), "it is over only once");
    }

    #[test]
    fn a_file_that_is_being_written_is_waited_for_but_not_for_ever() {
        let mut settle = Settle::default();
        settle.note(Sign::Writing(file()), at(0));
        assert_eq!(settle.due(at(300)), Some(at(700)));
        settle.note(Sign::Written(file()), at(400));
        assert_eq!(settle.due(at(400)), Some(QUIET));
        settle.note(Sign::Writing(file()), at(450));
        assert_eq!(settle.due(at(1000)), Some(Duration::ZERO));
    }

    #[test]
    fn an_empty_file_is_waited_for_but_not_for_ever() {
        let mut settle = Settle::default();
        settle.note(Sign::Changed(file()), at(0));
        assert!(!settle.over(at(80), |_| true));
        assert_eq!(settle.due(at(80)), Some(QUIET));
        assert!(settle.over(at(1000), |_| true));
    }

    #[test]
    fn signs_without_end_are_read_now_and_then() {
        let mut settle = Settle::default();
        for moment in 0..200 {
            settle.note(Sign::Changed(file()), at(10 * moment));
        }
        assert_eq!(settle.due(at(1990)), Some(Duration::ZERO));
    }
}
