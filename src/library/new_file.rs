//! Writes a file that does not exist yet, in full or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file that does not exist yet. Where that fails half-way, as on a full disk, what was written is removed
/// again.
///
/// # Errors
/// Where the file exists, or where it cannot be written in full.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_or_remove(File::create_new(path)?, path, bytes)
}

/// Writes a file in full, or removes it.
pub(crate) fn write_or_remove(mut file: File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(fs::remove_file(path)))
}
