//! Files that a command line names: short texts that are read (a road, answers), and what is written.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::library::refuse_device;

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
    refuse_device(path).and_then(|()| fs::write(path, bytes)).map_err(|error| unwritable(path, error))
}

/// The files that paths name. On Windows nobody else looks up what `*` and `?` stand for; a path that fits nothing stays as it is.
pub(super) fn named_by(paths: &[PathBuf]) -> Vec<PathBuf> {
    if cfg!(windows) { paths.iter().flat_map(|path| looked_up(path)).collect() } else { paths.to_vec() }
}

/// The files of a path's folder whose names fit its last part, by name.
fn looked_up(path: &Path) -> Vec<PathBuf> {
    let pattern = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    if !pattern.contains(['*', '?']) {
        return vec![path.to_owned()];
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten().filter_map(Result::ok);
    let names = entries.map(|entry| entry.file_name());
    let fitting = names.filter(|name| fits(&name.to_string_lossy().to_lowercase(), &pattern));
    let mut found: Vec<PathBuf> = fitting.map(|name| path.with_file_name(name)).collect();
    found.sort();
    if found.is_empty() { vec![path.to_owned()] } else { found }
}

/// Whether a name fits a pattern, in which `*` stands for any letters and `?` for one.
fn fits(name: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let first: Vec<char> = parts.next().unwrap_or_default().chars().collect();
    let rest: Vec<Vec<char>> = parts.map(|part| part.chars().collect()).collect();
    let name: Vec<char> = name.chars().collect();
    let at = |start: usize, part: &[char]| {
        let letters = name.get(start..start + part.len());
        letters
            .is_some_and(|letters| letters.iter().zip(part).all(|(letter, wanted)| *wanted == '?' || letter == wanted))
    };
    let Some((last, inner)) = rest.split_last() else { return name.len() == first.len() && at(0, &first) };
    let mut start = first.len();
    if !at(0, &first) {
        return false;
    }
    for part in inner {
        let Some(found) = (start..=name.len()).find(|&start| at(start, part)) else { return false };
        start = found + part.len();
    }
    name.len() >= start + last.len() && at(name.len() - last.len(), last)
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    #[test]
    fn patterns_fit_what_shells_elsewhere_say_they_fit() {
        for (name, pattern, is_so) in [
            ("ward-a.jsonl", "*.jsonl", true),
            ("ward-a.jsonl", "ward-?.jsonl", true),
            ("ward-a.jsonl", "w*-*.j*", true),
            ("ward-a.jsonl", "*", true),
            ("ward-a.jsonl", "ward-a.jsonl*", true),
            ("ward-a.jsonl", "*a.jsonl.jsonl", false),
            ("aba", "ab*ba", false),
            ("abba", "ab*ba", true),
            ("ward-a.json", "*.jsonl", false),
            ("ward-.jsonl", "ward-?.jsonl", false),
            ("\u{fc}ben.jsonl", "?ben.*", true),
        ] {
            assert_eq!(fits(name, pattern), is_so, "{name} {pattern}");
        }
    }

    #[test]
    fn a_pattern_is_looked_up_in_its_folder_and_stays_where_it_fits_nothing() {
        let folder = env::temp_dir().join(format!("bedside-patterns-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for name in ["b.jsonl", "A.jsonl", "a.txt"] {
            fs::write(folder.join(name), "").expect("a file");
        }
        assert_eq!(looked_up(&folder.join("*.JSONL")), [folder.join("A.jsonl"), folder.join("b.jsonl")]);
        assert_eq!(looked_up(&folder.join("*.csv")), [folder.join("*.csv")]);
        assert_eq!(looked_up(&folder.join("c.csv")), [folder.join("c.csv")]);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
