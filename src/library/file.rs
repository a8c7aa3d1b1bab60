//! Reads one file as text, of limited size, and only if it is a regular file in UTF-8.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::rules::files;
use crate::source::limits::MAX_BYTES;
use crate::source::syntax::rules::TOO_LARGE;

use super::Notice;

/// Reads the text of a file. The line ends of Windows are read as those of everywhere else: a scenario is known by the hash of its
/// text, and stays the same when an editor there has saved it.
///
/// # Errors
/// A [`Notice`] where the file is missing, cannot be read, is not a regular file, is larger than
/// [`MAX_BYTES`], or is not in UTF-8.
pub(super) fn read_text(path: &Path) -> Result<String, Notice> {
    // Opening a FIFO would wait for a writer for ever, so the kind is checked before opening.
    let before = fs::metadata(path).map_err(|error| Notice::unreadable_file(path, &error))?;
    check_kind(path, &before)?;
    let file = File::open(path).map_err(|error| Notice::unreadable_file(path, &error))?;
    let opened = file.metadata().map_err(|error| Notice::unreadable_file(path, &error))?;
    check_kind(path, &opened)?;
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    file.take(most).read_to_end(&mut bytes).map_err(|error| Notice::unreadable_file(path, &error))?;
    if bytes.len() > MAX_BYTES {
        return Err(too_large(path));
    }
    let text =
        String::from_utf8(bytes).map_err(|error| not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to()))?;
    Ok(if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text })
}

fn check_kind(path: &Path, metadata: &fs::Metadata) -> Result<(), Notice> {
    if metadata.is_dir() {
        return Err(Notice::new(&files::NOT_A_FILE, path, "this is a folder, not a file", "name a file in it"));
    }
    if !metadata.is_file() {
        let message = "this is not a regular file (it may be a device or a pipe)";
        return Err(Notice::new(&files::NOT_A_FILE, path, message, "put the scenario into a file of its own"));
    }
    if metadata.len() > MAX_BYTES as u64 {
        return Err(too_large(path));
    }
    Ok(())
}

fn too_large(path: &Path) -> Notice {
    let message = format!("this file is larger than {} MiB, the most that is read", MAX_BYTES / (1024 * 1024));
    Notice::new(
        &TOO_LARGE,
        path,
        message,
        "a scenario is a text of some dozen kilobytes: check that this is the right file",
    )
}

fn not_utf8(path: &Path, bytes: &[u8], valid: usize) -> Notice {
    let message = if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        "this file is in UTF-16, not in UTF-8".to_owned()
    } else {
        let line = bytes.iter().take(valid).filter(|&&byte| byte == b'\n').count() + 1;
        format!("this file is not in UTF-8: see line {line}, byte {} of the file", valid + 1)
    };
    Notice::new(
        &files::NOT_UTF_8,
        path,
        message,
        "in your editor choose \u{201c}save as\u{201d} and the encoding UTF-8",
    )
}
