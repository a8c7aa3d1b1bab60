//! Watches folders: by the system's events where it has them, by polling where not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Config, Event, EventHandler, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::debounce::FileChange;

/// The polling interval where the system has no events.
const POLL_INTERVAL: Duration = Duration::from_secs(2);

pub(super) struct FolderWatcher<H> {
    handler: H,
    paths: Vec<PathBuf>,
    native: Option<RecommendedWatcher>,
    polling: Option<PollWatcher>,
}

impl<H: EventHandler + Clone> FolderWatcher<H> {
    /// Starts watching `paths`, which are folders or single files.
    pub(super) fn new(paths: &[PathBuf], handler: H) -> Self {
        let native = notify::recommended_watcher(handler.clone()).ok();
        let mut watcher = Self { handler, paths: paths.to_owned(), native, polling: None };
        watcher.rewatch();
        watcher
    }

    /// Watches every path again, in case one was created, or removed and recreated.
    pub(super) fn rewatch(&mut self) {
        let folders: BTreeSet<PathBuf> = self.paths.iter().flat_map(|path| folders_to_watch(path)).collect();
        for folder in folders {
            self.watch(&folder);
        }
    }

    fn watch(&mut self, folder: &Path) {
        let native = self.native.as_mut().map(|watcher| watcher.watch(folder, RecursiveMode::NonRecursive));
        if matches!(native, Some(Ok(()))) || !folder.exists() {
            return;
        }
        if self.polling.is_none() {
            let config = Config::default().with_poll_interval(POLL_INTERVAL);
            self.polling = PollWatcher::new(self.handler.clone(), config).ok();
        }
        if let Some(polling) = &mut self.polling {
            // If this fails too, the user can still press "Look again".
            let _ = polling.watch(folder, RecursiveMode::NonRecursive);
        }
    }
}

/// The folders to watch for a path. A file is watched through its folder, because editors replace files; a link is
/// watched in both folders. A path that does not exist yet is watched through its parent.
pub(super) fn folders_to_watch(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() {
        return vec![path.to_owned()];
    }
    let folder = |file: &Path| match file.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.to_owned(),
        None => file.to_owned(),
    };
    let mut folders = vec![folder(path)];
    if path.is_symlink()
        && let Ok(real) = path.canonicalize()
    {
        folders.push(folder(&real));
    }
    folders
}

/// The relevant changes in an event; none if a file was only read.
pub(super) fn changes_of(event: &Event) -> Vec<FileChange> {
    let relevant = event.paths.iter().filter(|path| may_be_scenario(path)).cloned();
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => relevant.map(FileChange::Written).collect(),
        EventKind::Access(_) => Vec::new(),
        // Only Linux reports the end of writing.
        EventKind::Modify(ModifyKind::Data(_)) if cfg!(target_os = "linux") => {
            relevant.map(FileChange::Writing).collect()
        }
        _ if event.need_rescan() || event.paths.is_empty() => vec![FileChange::Changed(PathBuf::new())],
        _ => relevant.map(FileChange::Changed).collect(),
    }
}

/// Whether a path may be a scenario or a folder of them, and not an editor's temporary file.
pub(super) fn may_be_scenario(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_none_or(|extension| extension.eq_ignore_ascii_case("ron"))
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange};

    use super::*;

    fn changes(kind: EventKind, path: &str) -> Vec<FileChange> {
        changes_of(&Event::new(kind).add_path(PathBuf::from(path)))
    }

    #[test]
    fn reading_a_file_is_no_sign_and_writing_it_is() {
        let read = EventKind::Access(AccessKind::Open(AccessMode::Read));
        assert_eq!(changes(read, "a/b.ron"), []);
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(changes(written, "a/b.ron"), [FileChange::Written("a/b.ron".into())]);
        let data = changes(EventKind::Modify(ModifyKind::Data(DataChange::Any)), "a/b.ron");
        let expected = if cfg!(target_os = "linux") { FileChange::Writing } else { FileChange::Changed };
        assert_eq!(data, [expected("a/b.ron".into())]);
    }

    #[test]
    fn what_an_editor_keeps_beside_a_file_is_no_sign() {
        for name in ["a/.b.ron.swp", "a/b.ron~", "a/4913.tmp", "a/.b.ron"] {
            assert_eq!(changes(EventKind::Create(CreateKind::File), name), [], "{name}");
        }
    }
}
