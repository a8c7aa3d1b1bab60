//! Files and folders about people, which nobody else on the machine can read.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

use crate::library::{refuse_device, write_or_remove};

/// A new file that nobody else on the machine can read.
///
/// # Errors
/// Where it is there already, or cannot be made.
pub(crate) fn new_file(path: &Path) -> io::Result<File> {
    refuse_device(path)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a file that does not exist yet, in full or not at all, for nobody else to read.
///
/// # Errors
/// Where the file exists, or where it cannot be written in full.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_or_remove(new_file(path)?, path, bytes)
}

/// Makes a folder that is not there yet, for nobody else to look into.
///
/// # Errors
/// Where it is there already, or cannot be made.
pub(crate) fn new_folder(path: &Path) -> io::Result<()> {
    builder().create(path)
}

/// Makes a folder, and those that it lies in, for nobody else to look into. What is there already stays as it is.
///
/// # Errors
/// Where it cannot be made.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    builder().recursive(true).create(path)
}

fn builder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no modes"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn nobody_else_can_read_them() {
        let folder = std::env::temp_dir().join(format!("bedside-private-{}", std::process::id()));
        let inner = folder.join("inner");
        make_folder(&folder).expect("it can be made");
        make_folder(&folder).expect("it is there");
        new_folder(&inner).expect("it can be made");
        new_folder(&inner).expect_err("it is there");
        let file = inner.join("page.html");
        write_new(&file, b"about somebody").expect("it can be written");
        assert_eq!(write_new(&file, b"").expect_err("it is there").kind(), io::ErrorKind::AlreadyExists);
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!([&folder, &inner, &file].map(|path| mode(path)), [0o700, 0o700, 0o600]);
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
