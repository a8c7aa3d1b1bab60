//! `bedside new`: writes a scenario to start from, with its plan.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::library::{visible, write_new};
use crate::sentence::capitalised;
use crate::source::decoding::Id;

use super::arguments::NewArguments;
use super::failure::{Failure, exists, no_folder, unwritable};

/// Includes a text of the template in the binary.
macro_rules! template {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/template/", $name))
    };
}

/// The template, in which the id and the title are replaced below.
const SCENARIO: &str = template!("my-scenario.ron");

/// The plan that belongs to it.
const PLAN: &str = template!("my-scenario.plan");

/// Writes a scenario and its plan, into a folder that is made if it is not there. Existing files are never overwritten.
///
/// # Errors
/// Where the id is not valid, where a file exists, where the folder that is to hold the new one does not, and where a file
/// cannot be written.
pub(super) fn run(arguments: &NewArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let NewArguments { id, folder } = arguments;
    if !Id::is_valid(id) {
        return Err(bad_id(id));
    }
    let files = [("ron", SCENARIO), ("plan", PLAN)].map(|(ending, text)| (file(folder, id, ending), text));
    if let Some((path, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(taken(path));
    }
    make(folder)?;
    let mut written: Vec<&Path> = Vec::new();
    for (path, text) in &files {
        if let Err(error) = write_new(path, filled_in(text, id).as_bytes()) {
            // One file of the two would be in the way of the next try.
            for path in written {
                let _ = fs::remove_file(path);
            }
            return Err(match error.kind() {
                io::ErrorKind::AlreadyExists => taken(path),
                _ => unwritable(path, error),
            });
        }
        written.push(path);
    }
    write_next_steps(&files.map(|(path, _)| path), id, folder, out)?;
    Ok(())
}

/// Makes the folder, not those that it lies in: a slip in a long path is not to make many.
fn make(folder: &Path) -> Result<(), Failure> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let holds = folder.parent().unwrap_or(folder);
            Err(no_folder(holds).hint("make it first, or name another one with `--in DIR`"))
        }
        Err(_) if folder.is_dir() => Ok(()),
        made => made.map_err(|error| unwritable(folder, error)),
    }
}

fn file(folder: &Path, id: &str, ending: &str) -> PathBuf {
    let name = format!("{id}.{ending}");
    if folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) }
}

/// A text of the template, for a scenario with this id.
fn filled_in(text: &str, id: &str) -> String {
    text.replace("my-scenario", id).replace("My scenario", &title(id))
}

/// A title for an id: its words.
fn title(id: &str) -> String {
    capitalised(&id.replace('-', " "))
}

fn write_next_steps(paths: &[PathBuf; 2], id: &str, folder: &Path, out: &mut dyn Write) -> io::Result<()> {
    // Not wrapped: the lines are meant to be copied.
    let [scenario, plan] = paths.each_ref().map(|path| quoted(path));
    writeln!(out, "Written: {scenario} and {plan}\n")?;
    writeln!(out, "Open the first in a text editor: what to change stands beside each part. Then:")?;
    writeln!(out, "  bedside check {scenario}")?;
    writeln!(out, "  bedside play {id} --terminal --scenarios {}", quoted(folder))?;
    writeln!(out, "  bedside test {plan}")
}

/// A path quoted for a command line.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let shown = visible(&path);
    if shown.contains(char::is_whitespace) { format!("\"{shown}\"") } else { shown.into_owned() }
}

fn bad_id(id: &str) -> Failure {
    let near = Id::corrected(id);
    let what = format!("\u{201c}{id}\u{201d} cannot be a scenario's id");
    let failure = Failure::usage(what).hint("an id is lower-case words joined by hyphens, such as two-hours-in");
    if near.is_empty() { failure } else { failure.hint(format!("did you mean {near}?")) }
}

fn taken(path: &Path) -> Failure {
    exists(path).hint("choose another id, or another folder with `--in DIR`")
}

#[cfg(test)]
mod tests {
    use super::{PLAN, SCENARIO, filled_in, title};

    #[test]
    fn id_and_title_are_put_in() {
        let text = filled_in(SCENARIO, "two-hours-in");
        assert!(text.contains("id: \"two-hours-in\",\n    title: \"Two hours in\","), "{text}");
        assert!(!text.contains("my-scenario") && !filled_in(PLAN, "two-hours-in").contains("my-scenario"));
        assert_eq!(title("a"), "A");
    }
}
