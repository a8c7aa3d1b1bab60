//! Group sessions in `bedside export`: from their recordings in the data folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::library;
use crate::records::{GroupRecord, RECORDINGS};

use super::failure::{Failure, unreadable};
use super::group_replay::record;
use super::scenarios::refuse;

/// The recordings of a data folder, by name.
///
/// # Errors
/// Where their folder cannot be read.
pub(super) fn recordings(data: &Path) -> Result<Vec<PathBuf>, Failure> {
    let folder = data.join(RECORDINGS);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error| unreadable(&folder).because(error);
    let files = fs::read_dir(&folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let paths = files.into_iter().map(|file| file.path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "group")).collect();
    paths.sort();
    Ok(paths)
}

/// Plays recordings again, and hands on what those come to whose conversation is over. One that cannot be read is told of on
/// standard error, and keeps no other from being read.
///
/// # Errors
/// Where there is no rubric to play them by, and where `take` fails.
pub(super) fn each(
    paths: &[PathBuf],
    mut take: impl FnMut(GroupRecord) -> Result<(), Failure>,
) -> Result<usize, Failure> {
    let mut taken = 0;
    if paths.is_empty() {
        return Ok(taken);
    }
    let rubric = Arc::new(library::rubric().map_err(|reports| refuse(&reports))?);
    for path in paths {
        match record(path, &rubric) {
            Ok(Some(group)) => {
                take(group)?;
                taken += 1;
            }
            Ok(None) => {}
            Err(failure) => failure.warn(),
        }
    }
    Ok(taken)
}
