//! `bedside group replay`: plays a recording again, step by step.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use crate::group::recording::{MOST_BYTES, Recorded, Recording, RecordingError, line};
use crate::group::{Disagreement, GroupSession, RoomView};
use crate::library::{Library, visible};
use crate::records::GroupRecord;
use crate::rubric::Rubric;
use crate::rules::rules;

use super::failure::Failure;
use super::files::TextFile;
use super::group_text::{self, timed};
use super::scenarios;
use super::terminal_page::TerminalPage;

#[derive(Debug, Args)]
pub(super) struct ReplayArguments {
    /// The recording.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A JSON object for each step: its time, what went in, what the room then sees, and where the facilitator disagrees
    /// with the key.
    #[arg(long)]
    json: bool,
}

/// A step of a recording that is played again.
#[derive(Serialize)]
struct Replayed<'a> {
    /// What went in; `None` before anything has.
    #[serde(flatten)]
    recorded: Option<&'a Recorded>,
    room: RoomView,
    /// Where the facilitator disagrees with the key so far.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    disagreements: Vec<Disagreement>,
}

/// What a recording is, for messages.
const FILE: TextFile = TextFile {
    name: "the recording",
    option: "`bedside group open ID --record FILE` makes one",
    content: "each line of it is one thing that happened in a group session",
    most: MOST_BYTES,
};

/// The recording of a file.
///
/// # Errors
/// Where it cannot be read, or is none.
pub(super) fn recording(path: &Path) -> Result<Recording, Failure> {
    Recording::read(&FILE.read_as_far_as_it_goes(path)?)
        .map_err(|error| FILE.unfit(FILE.unreadable(path)).because(error))
}

/// What a recording comes to for a programme; `None` while its conversation is under way.
///
/// # Errors
/// Where it cannot be read or played, or is none.
pub(super) fn record(path: &Path, rubric: &Arc<Rubric>) -> Result<Option<GroupRecord>, Failure> {
    let unfit = |error: RecordingError| FILE.unfit(FILE.unreadable(path)).because(error);
    let text = FILE.read_as_far_as_it_goes(path)?;
    let recording = Recording::read(&text).map_err(unfit)?;
    let record = GroupRecord::of_recording(&text, |step| recording.replay(rubric, rules(), |_, group| step(group)));
    record.map_err(unfit)
}

/// The session that a recording comes to; calls `step` as [`Recording::replay`] does.
///
/// # Errors
/// Where this version cannot play it.
pub(super) fn played(
    path: &Path,
    recording: &Recording,
    library: &Library,
    step: impl FnMut(Option<&Recorded>, &GroupSession),
) -> Result<GroupSession, Failure> {
    let Some(rubric) = &library.rubric else {
        return Err(Failure::failed("there is no rubric to play it by"));
    };
    recording.replay(rubric, rules(), step).map_err(|error| FILE.unfit(FILE.unreadable(path)).because(error))
}

/// Says where a recording breaks off, and that all before it was `done`; nothing where it is whole.
pub(super) fn breaks_off(path: &Path, recording: &Recording, done: &str) -> io::Result<()> {
    let Some(line) = recording.breaks_off else { return Ok(()) };
    let name = visible(&path.to_string_lossy()).into_owned();
    writeln!(anstream::stderr(), "note: {name} breaks off in the middle of line {line}; all before it was {done}")
}

/// Plays it again.
///
/// # Errors
/// Where the file is no recording that this version can play.
pub(super) fn run(arguments: &ReplayArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let recording = recording(&arguments.file)?;
    let library = scenarios::open(folders);
    let mut text = Vec::new();
    let mut written: io::Result<()> = Ok(());
    let replayed = played(&arguments.file, &recording, &library, |recorded, group| {
        if written.is_err() {
            return;
        }
        written = if arguments.json {
            let step = Replayed { recorded, room: group.room_view(), disagreements: group.for_author() };
            line(&step).map_err(io::Error::from).and_then(|line| text.write_all(line.as_bytes()))
        } else if let Some(recorded) = recorded {
            let mut page = TerminalPage::new(&mut text);
            page.item(&format!("{}  ", timed(recorded.at)), &group_text::happened(&recorded.input, group))
        } else {
            TerminalPage::new(&mut text).heading(&group.conversation().scenario().title)
        };
    });
    out.write_all(&text)?;
    written?;
    let group = replayed?;
    if !arguments.json {
        group_text::stands(&mut TerminalPage::new(out), &group)?;
    }
    Ok(breaks_off(&arguments.file, &recording, "played")?)
}
