//! Files about people.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// A new file that nobody else on the machine can read: it is about people.
///
/// # Errors
/// Where it is there already, or cannot be made.
pub fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
