//! Writes a file that does not exist yet, in full or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// The names that Windows keeps for devices; those of the second list have a digit behind them.
const DEVICES: [&str; 6] = ["aux", "con", "conin$", "conout$", "nul", "prn"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Refuses a file that would be a device: what is written to it would be gone, or be waited for.
///
/// # Errors
/// On Windows, for a name that it keeps for a device.
pub(crate) fn refuse_device(path: &Path) -> io::Result<()> {
    if cfg!(windows) && is_device(path) {
        let why = "Windows keeps this name for a device: choose another one";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    }
    Ok(())
}

/// Whether Windows keeps a name for a device, in any folder and with any ending.
fn is_device(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let stem = name.split(['.', ':']).next().unwrap_or_default().trim_end();
    let digit =
        |rest: &str| matches!(rest.chars().collect::<Vec<_>>()[..], ['0'..='9' | '\u{b9}' | '\u{b2}' | '\u{b3}']);
    DEVICES.contains(&stem) || NUMBERED_DEVICES.iter().any(|device| stem.strip_prefix(device).is_some_and(digit))
}

/// Writes a file that does not exist yet. Where that fails half-way, as on a full disk, what was written is removed
/// again.
///
/// # Errors
/// Where the file exists, or where it cannot be written in full.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    refuse_device(path)?;
    write_or_remove(File::create_new(path)?, path, bytes)
}

/// Writes a file in full, or removes it.
pub(crate) fn write_or_remove(mut file: File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(fs::remove_file(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_known_in_any_folder_and_with_any_ending() {
        for name in ["NUL", "con", "Con.pdf", "ward/aux.html", "prn .txt", "COM1", "lpt\u{b2}.csv", "nul:", "CONOUT$"] {
            assert!(is_device(Path::new(name)), "{name}");
        }
        for name in ["console.pdf", "con/report.pdf", "com", "com12", "lpta", "annul", "my-con.ron", "", ".."] {
            assert!(!is_device(Path::new(name)), "{name}");
        }
        assert_eq!(refuse_device(Path::new("con")).is_err(), cfg!(windows));
    }
}
