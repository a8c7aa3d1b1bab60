//! Small files in the data folder, beside the database: what is of the computer, and of nobody who plays on it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::private_files::{make_folder, write_new};

/// What a file says; `None` where there is none, or where it cannot be read.
#[must_use]
pub fn read(folder: &Path, name: &str) -> Option<String> {
    fs::read_to_string(folder.join(name)).ok()
}

/// Keeps a text in a file that only its owner can read: the whole of it, or what was there before.
///
/// # Errors
/// Where the folder cannot be written.
pub fn keep(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    make_folder(folder)?;
    // One that was cut off is no use to anybody.
    let new = format!("{name}.new");
    remove(folder, &new)?;
    let new = folder.join(new);
    write_new(&new, text.as_bytes())?;
    fs::rename(new, folder.join(name))
}

/// Removes a file, if it is there.
///
/// # Errors
/// Where the folder cannot be written.
pub fn remove(folder: &Path, name: &str) -> io::Result<()> {
    match fs::remove_file(folder.join(name)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn what_is_kept_is_read_again_whole_and_is_for_its_owner_alone() {
        let folder = env::temp_dir().join(format!("bedside-small-file-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        remove(&folder, "one").expect("there is nothing to remove");
        assert_eq!(read(&folder, "one"), None);
        make_folder(&folder).expect("made");
        fs::write(folder.join("one.new"), "cut o").expect("left by a power cut");
        for text in ["a longer text", "short"] {
            keep(&folder, "one", text).expect("kept");
            assert_eq!(read(&folder, "one").as_deref(), Some(text));
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.join("one")).expect("a file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        remove(&folder, "one").expect("removed");
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 0);
        fs::remove_dir_all(folder).expect("ours");
    }
}
