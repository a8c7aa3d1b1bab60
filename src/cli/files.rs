//! Files that a command line names: short texts that are read (a road, answers), and what is written.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::failure::{Failure, unwritable};

/// The most bytes in a short one.
pub(super) const SHORT: u64 = 1 << 20;

/// What a text file is, for messages, and how large it may be.
pub(super) struct TextFile {
    /// `the road`.
    pub(super) name: &'static str,
    /// What the option that names it takes.
    pub(super) option: &'static str,
    /// What stands in it.
    pub(super) content: &'static str,
    /// The most bytes in it.
    pub(super) most: u64,
}

impl TextFile {
    /// Reads it, from standard input where the path is `-`.
    ///
    /// # Errors
    /// Where it is missing, unreadable, too large or not in UTF-8.
    pub(super) fn read(&self, path: &Path) -> Result<String, Failure> {
        self.text(path, self.bytes(path)?)
    }

    /// Reads a file that may break off in the middle of a letter, which then does not count.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub(super) fn read_as_far_as_it_goes(&self, path: &Path) -> Result<String, Failure> {
        let mut bytes = self.bytes(path)?;
        let cut = std::str::from_utf8(&bytes).err().filter(|error| error.error_len().is_none());
        if let Some(cut) = cut {
            bytes.truncate(cut.valid_up_to());
        }
        self.text(path, bytes)
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        let bytes = read_bounded(path, self.most);
        let bytes = bytes.map_err(|error| Failure::usage(self.unreadable(path)).because(error).hint(self.option))?;
        if bytes.len() as u64 > self.most {
            return Err(self.unfit(format!("{} is larger than {} KiB", self.named(path), self.most / 1024)));
        }
        Ok(bytes)
    }

    fn text(&self, path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
        String::from_utf8(bytes).map_err(|_| self.unfit(format!("{} is not in UTF-8", self.named(path))))
    }

    fn named(&self, path: &Path) -> String {
        format!("{} {}", self.name, path.display())
    }

    /// That it cannot be read.
    pub(super) fn unreadable(&self, path: &Path) -> String {
        format!("{} cannot be read", self.named(path))
    }

    /// The failure of a file with other content.
    pub(super) fn unfit(&self, what: String) -> Failure {
        Failure::failed(what).hint(self.content)
    }
}

fn read_bounded(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(most + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Writes a file, in place of one that may be there.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| unwritable(path, error))
}
