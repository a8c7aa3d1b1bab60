//! Files that a command line names: short texts that are read (a road, answers), and what is written.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::failure::{Failure, unwritable};

/// The most bytes in one.
const MAX_BYTES: u64 = 1 << 20;

/// What a short text file is, for messages.
pub(super) struct TextFile {
    /// `the road`.
    pub(super) name: &'static str,
    /// What the option that names it takes.
    pub(super) option: &'static str,
    /// What stands in it.
    pub(super) content: &'static str,
}

impl TextFile {
    /// Reads it, from standard input where the path is `-`.
    ///
    /// # Errors
    /// Where it is missing, unreadable, too large or not in UTF-8.
    pub(super) fn read(&self, path: &Path) -> Result<String, Failure> {
        let bytes = read_bounded(path)
            .map_err(|error| Failure::usage(self.unreadable(path)).because(error).hint(self.option))?;
        let named = format!("{} {}", self.name, path.display());
        if bytes.len() as u64 > MAX_BYTES {
            return Err(self.unfit(format!("{named} is larger than {} KiB", MAX_BYTES / 1024)));
        }
        String::from_utf8(bytes).map_err(|_| self.unfit(format!("{named} is not in UTF-8")))
    }

    /// That it cannot be read.
    pub(super) fn unreadable(&self, path: &Path) -> String {
        format!("{} {} cannot be read", self.name, path.display())
    }

    /// The failure of a file with other content.
    pub(super) fn unfit(&self, what: String) -> Failure {
        Failure::failed(what).hint(self.content)
    }
}

fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Writes a file, in place of one that may be there.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| unwritable(path, error))
}
