//! The exchange format: one JSON object a line, in UTF-8, written and read a line at a time.
//!
//! A line begins with its `kind` and its `form`; what follows are the fields of [`Outcome`], [`RoomDecision`] or
//! [`Comment`]. Fields that this version does not know are passed over. A field that is added and may be absent leaves
//! the form as it is; any other change raises it.

use std::io::{self, BufRead, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::records::{Comment, Outcome, RoomDecision};

use super::Exported;
use super::exported::{ATTEMPT, COMMENT, GROUP_DECISION};
use super::plausible;

/// The form of every kind of line that this version writes, and the highest that it reads.
pub const FORM: u32 = 1;

/// The most bytes of a line, its end not counted: a hundred times what a long conversation comes to.
pub const LONGEST_LINE: usize = 4 << 20;

/// How much of what a file says is repeated in a message.
const REPEATED: usize = 120;

/// What is wrong with a line, and what to do.
#[derive(Debug, Error)]
pub enum Fault {
    #[error("it is longer than {} MB, which no line of Bedside's is: export again where it comes from", LONGEST_LINE >> 20)]
    TooLong,
    #[error("it is not as Bedside writes it ({0}): export again where it comes from, or delete the line")]
    Damaged(String),
    #[error("this Bedside knows no kind \u{201c}{0}\u{201d}: a later version may, so update it here")]
    UnknownKind(String),
    #[error(
        "it was written by a later version, in form {0}, and this one reads up to form {FORM}: update Bedside here"
    )]
    LaterForm(u32),
    #[error(
        "the file is in UTF-16, as some shells write what is redirected: save it as UTF-8, or export to a file by name"
    )]
    Utf16,
    #[error("the file could not be read any further: {0}")]
    Unreadable(#[from] io::Error),
}

/// A line that could not be read.
#[derive(Debug, Error)]
#[error("line {line}: {fault}")]
pub struct LineFault {
    /// Its number, from 1.
    pub line: u64,
    pub fault: Fault,
}

#[derive(Serialize)]
struct Line<'a, T> {
    kind: &'static str,
    form: u32,
    #[serde(flatten)]
    what: &'a T,
}

/// How a line begins.
#[derive(Deserialize)]
struct Head {
    kind: String,
    form: u32,
}

/// What is exported as a line, its end included.
///
/// # Errors
/// Where the line is longer than [`LONGEST_LINE`], which no reader would take.
pub fn line(exported: &Exported) -> Result<String, Fault> {
    let kind = exported.kind();
    let mut line = match exported {
        Exported::Attempt(what) => text(kind, &**what),
        Exported::GroupDecision(what) => text(kind, what),
        Exported::Comment(what) => text(kind, what),
    }?;
    if line.len() > LONGEST_LINE {
        return Err(Fault::TooLong);
    }
    line.push('\n');
    Ok(line)
}

fn text(kind: &'static str, what: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(&Line { kind, form: FORM, what }).map_err(|error| damaged(&error))
}

/// Writes what is exported as lines.
///
/// # Errors
/// Where `to` cannot be written to, or a line is too long.
pub fn write<'a>(exported: impl IntoIterator<Item = &'a Exported>, mut to: impl Write) -> io::Result<()> {
    for one in exported {
        let line = line(one).map_err(|fault| io::Error::new(io::ErrorKind::InvalidData, fault))?;
        to.write_all(line.as_bytes())?;
    }
    Ok(())
}

/// Reads the lines of a file as they come; no more than one of them is held. Empty lines are passed over, and a line that
/// cannot be read does not keep the others from being read.
#[must_use]
pub fn read<R: BufRead>(from: R) -> Lines<R> {
    Lines { from, line: 0, buffer: Vec::new(), ended: false }
}

/// The lines of a file: see [`read`].
#[derive(Debug)]
pub struct Lines<R> {
    from: R,
    /// How many have been read.
    line: u64,
    buffer: Vec<u8>,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// Takes the next line into the buffer, without its end. `None` at the end of the file.
    fn take(&mut self) -> Result<Option<()>, Fault> {
        self.buffer.clear();
        let (mut any, mut fits) = (false, true);
        loop {
            let ahead = match self.from.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                ahead => ahead?,
            };
            let end = memchr::memchr(b'\n', ahead);
            let part = ahead.get(..end.unwrap_or(ahead.len())).unwrap_or_default();
            let used = part.len() + usize::from(end.is_some());
            fits = fits && self.buffer.len() + part.len() <= LONGEST_LINE;
            if fits {
                self.buffer.extend_from_slice(part);
            }
            self.from.consume(used);
            any |= used > 0;
            if used == 0 || end.is_some() {
                return if fits { Ok(any.then_some(())) } else { Err(Fault::TooLong) };
            }
        }
    }

    /// What the line in the buffer says; `None` where it is empty. A byte order mark does not count: files may be joined.
    fn taken(&mut self) -> Option<Result<Exported, Fault>> {
        let line = self.buffer.as_slice();
        if self.line == 1 && (line.starts_with(&[0xff, 0xfe]) || line.starts_with(&[0xfe, 0xff])) {
            self.ended = true;
            return Some(Err(Fault::Utf16));
        }
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        (!line.trim_ascii().is_empty()).then(|| understand(line))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Exported, LineFault>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let taken = self.take();
            self.line += 1;
            let found = match taken {
                Ok(None) => break,
                Ok(Some(())) => self.taken(),
                Err(fault) => {
                    self.ended = matches!(fault, Fault::Unreadable(_));
                    Some(Err(fault))
                }
            };
            if let Some(found) = found {
                return Some(found.map_err(|fault| LineFault { line: self.line, fault }));
            }
        }
        self.ended = true;
        None
    }
}

/// What a line says.
pub(super) fn understand(line: &[u8]) -> Result<Exported, Fault> {
    let head: Head = parse(line)?;
    match (head.kind.as_str(), head.form) {
        (ATTEMPT, FORM) => {
            let outcome: Outcome = parse(line)?;
            plausible::check(&outcome).map_err(|cannot_be| Fault::Damaged(cannot_be.to_string()))?;
            Ok(outcome.into())
        }
        (GROUP_DECISION, FORM) => Ok(parse::<RoomDecision>(line)?.into()),
        (COMMENT, FORM) => Ok(parse::<Comment>(line)?.into()),
        (ATTEMPT | GROUP_DECISION | COMMENT, 0) => Err(Fault::Damaged("there is no form 0".to_owned())),
        (ATTEMPT | GROUP_DECISION | COMMENT, form) => Err(Fault::LaterForm(form)),
        (kind, _) => Err(Fault::UnknownKind(shown(kind))),
    }
}

fn parse<T: DeserializeOwned>(line: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(line).map_err(|error| damaged(&error))
}

/// What serde says, without its place, which counts lines within the line.
fn damaged(error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
    match error.column() {
        0 => Fault::Damaged(shown(what)),
        column => Fault::Damaged(format!("{} at column {column}", shown(what))),
    }
}

/// A text of a file in a message: short, and without what a terminal could take for a command.
fn shown(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control()).take(REPEATED).collect();
    if text.chars().nth(REPEATED).is_some() { kept + "\u{2026}" } else { kept }
}

#[cfg(test)]
mod tests;
