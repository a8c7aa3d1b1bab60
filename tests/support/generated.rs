//! Pages that are generated from the code and kept in the repository.

use std::collections::BTreeMap;
use std::env;
use std::fs;

use super::{files, root, stem};

/// The environment variable that, if set, has the pages rewritten.
const WRITE: &str = "BEDSIDE_WRITE";

/// Asserts that a folder has exactly these pages, by their names without `.md`. If `BEDSIDE_WRITE` is set, makes it so.
#[track_caller]
pub(crate) fn folder_holds(folder: &str, pages: &BTreeMap<String, String>) {
    let (dir, write) = (root().join(folder), env::var_os(WRITE).is_some());
    if write {
        fs::create_dir_all(&dir).unwrap_or_else(|error| panic!("{folder}: {error}"));
    }
    let mut behind = Vec::new();
    for (name, text) in pages {
        let path = dir.join(format!("{name}.md"));
        if fs::read_to_string(&path).ok().as_ref() == Some(text) {
            continue;
        }
        if write {
            fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        } else {
            behind.push(format!("{folder}/{name}.md is not what the code says"));
        }
    }
    let kept = if dir.is_dir() { files(folder, "md") } else { Vec::new() };
    for path in kept.iter().filter(|path| !pages.contains_key(stem(path))) {
        if write {
            fs::remove_file(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        } else {
            behind.push(format!("{folder}/{}.md is of nothing in the code", stem(path)));
        }
    }
    assert!(
        behind.is_empty(),
        "{}\nWrite them anew: {WRITE}=1 cargo test --no-default-features reference",
        behind.join("\n")
    );
}

/// Asserts that a part of a page, between the line `<!-- made: NAME -->` and the line `<!-- made so far -->`, is this text.
/// If `BEDSIDE_WRITE` is set, makes it so.
#[track_caller]
pub(crate) fn page_holds(page: &str, name: &str, part: &str) {
    let path = root().join(page);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{page}: {error}"));
    let (start, end) = (format!("<!-- made: {name} -->\n"), "<!-- made so far -->\n");
    let (before, rest) = text.split_once(&start).unwrap_or_else(|| panic!("{page} has no line {start}"));
    let (held, after) = rest.split_once(end).unwrap_or_else(|| panic!("{page} has no line {end}"));
    if held == part {
        return;
    }
    assert!(
        env::var_os(WRITE).is_some(),
        "{page} is not what the code says: {WRITE}=1 cargo test --no-default-features --features records reference"
    );
    fs::write(&path, [before, &start, part, end, after].concat()).unwrap_or_else(|error| panic!("{page}: {error}"));
}
