//! The exchange format: one JSON object a line, in UTF-8, written and read a line at a time.
//!
//! A line begins with its `kind` and its `form`; what follows are the fields of [`Outcome`], [`RoomDecision`] or
//! [`Comment`]. Fields that this version does not know are passed over. A field that is added and may be absent leaves
//! the form as it is; any other change raises it.

mod on_threads;

use std::borrow::Cow;
use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::records::{Comment, Outcome, RoomDecision};

use super::Exported;
use super::exported::{ATTEMPT, COMMENT, GROUP_DECISION};
use super::plausible;

pub use on_threads::LinesOnThreads;

/// The form of every kind of line that this version writes, and the highest that it reads.
pub const FORM: u32 = 1;

/// [`FORM`] and what follows it in a line.
const USUAL_FORM: &[u8] = b"1,";

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
struct Head<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
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

    /// The line in the buffer. A byte order mark does not count: files may be joined.
    fn text(&self) -> &[u8] {
        self.buffer.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&self.buffer)
    }

    /// Takes the next line that is not empty into the buffer, and returns its number. `None` at the end of the file.
    fn advance(&mut self) -> Option<Result<u64, LineFault>> {
        while !self.ended {
            let taken = self.take();
            self.line += 1;
            let utf_16 =
                self.line == 1 && [[0xff, 0xfe], [0xfe, 0xff]].iter().any(|mark| self.buffer.starts_with(mark));
            let fault = match taken {
                Ok(None) => break,
                Ok(Some(())) if utf_16 => Fault::Utf16,
                Ok(Some(())) if self.text().trim_ascii().is_empty() => continue,
                Ok(Some(())) => return Some(Ok(self.line)),
                Err(fault) => fault,
            };
            self.ended = matches!(fault, Fault::Unreadable(_) | Fault::Utf16);
            return Some(Err(LineFault { line: self.line, fault }));
        }
        self.ended = true;
        None
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Exported, LineFault>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.advance()?;
        Some(line.and_then(|line| understand(self.text()).map_err(|fault| LineFault { line, fault })))
    }
}

/// What a line says.
pub(super) fn understand(line: &[u8]) -> Result<Exported, Fault> {
    let head = match usual(line) {
        Some(kind) => Head { kind: kind.into(), form: FORM },
        None => parse(line)?,
    };
    match (&*head.kind, head.form) {
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

/// The kind of a line that begins as this version writes it, so that a long line need not be read twice.
fn usual(line: &[u8]) -> Option<&'static str> {
    let rest = line.strip_prefix(br#"{"kind":""#)?;
    let begins = |kind: &&str| {
        let form = rest.strip_prefix(kind.as_bytes()).and_then(|rest| rest.strip_prefix(br#"","form":"#));
        form.is_some_and(|form| form.starts_with(USUAL_FORM))
    };
    [ATTEMPT, GROUP_DECISION, COMMENT].into_iter().find(begins)
}

fn parse<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T, Fault> {
    // Text that is known to be UTF-8 as a whole need not be looked at piece by piece.
    let parsed = str::from_utf8(line).map_or_else(|_| serde_json::from_slice(line), serde_json::from_str);
    parsed.map_err(|error| damaged(&error))
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
