//! A road from a file: choices and draws of chance, one step per line.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::session::{Road, RoadStep, Session};

use super::conversation_text::ConversationText;
use super::failure::Failure;
use super::options::{as_text, options_hint};
use super::scenarios::counted;
use super::terminal_page::TerminalPage;

/// The most bytes in a road.
const MAX_ROAD: u64 = 1 << 20;

/// A road, and the line of each of its steps.
pub(super) struct WrittenRoad {
    path: PathBuf,
    steps: Vec<(usize, RoadStep)>,
}

impl WrittenRoad {
    /// Reads a road from a file, or from standard input where the path is `-`.
    ///
    /// # Errors
    /// Where the file is missing, unreadable or too large, and where a line of it is not a step.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let unreadable = format!("the road {} cannot be read", path.display());
        let bytes = read_bounded(path).map_err(|error| {
            let failure = Failure::usage(&unreadable).because(error);
            failure.hint("--road takes a file with one choice's id a line, or `-` for standard input")
        })?;
        let unfit = |what: String| Failure::failed(what).hint("a road is a text file with one choice's id a line");
        if bytes.len() as u64 > MAX_ROAD {
            return Err(unfit(format!("the road {} is larger than {} KiB", path.display(), MAX_ROAD / 1024)));
        }
        let text =
            String::from_utf8(bytes).map_err(|_| unfit(format!("the road {} is not in UTF-8", path.display())))?;
        let road = Road::parse(&text).map_err(|error| unfit(unreadable).because(error))?;
        let numbers = text.lines().enumerate().filter(|(_, line)| holds_a_step(line)).map(|(index, _)| index + 1);
        Ok(Self { path: path.to_owned(), steps: numbers.zip(road.steps).collect() })
    }

    /// Plays the road, and writes the conversation to the page, if there is one.
    ///
    /// # Errors
    /// Where a step does not fit, or the output cannot be written.
    pub(super) fn play(&self, session: &mut Session, mut page: Option<&mut TerminalPage<'_>>) -> Result<(), Failure> {
        let mut text = ConversationText::default();
        if let Some(page) = &mut page {
            text.scene(page, session)?;
        }
        for (turn, (line, step)) in self.steps.iter().enumerate() {
            if let Some(page) = &mut page {
                write_choice(page, session, &step.choice)?;
            }
            session.follow(step, None).map_err(|refusal| {
                let what = format!("line {line} of the road {} (turn {}) does not fit", self.path.display(), turn + 1);
                Failure::failed(what).because(refusal)
            })?;
            if let Some(page) = &mut page {
                text.scene(page, session)?;
            }
        }
        Ok(())
    }

    /// The failure of a road that ends before the conversation does.
    pub(super) fn too_short(&self, session: &Session) -> Failure {
        let turns = counted(self.steps.len(), "step");
        let scene = &session.scene().id;
        let what = format!(
            "the road {} ended after {turns}, in the scene \u{201c}{scene}\u{201d}, before the conversation was over",
            self.path.display()
        );
        Failure::failed(what).hint(options_hint(session))
    }
}

/// Writes the options on offer, and the one that the road takes.
fn write_choice(page: &mut TerminalPage<'_>, session: &Session, choice: &str) -> io::Result<()> {
    let scenario = session.scenario();
    let chosen = session.current_scene().offer.iter().find(|&&id| scenario.choice(id).id == choice);
    let Some(&chosen) = chosen else { return Ok(()) };
    ConversationText::options(page, session)?;
    page.gap()?;
    page.text(&format!("You: {}", as_text(&scenario.choice(chosen).words)))
}

/// Whether a line contains a step: `Road::parse` skips the others.
fn holds_a_step(line: &str) -> bool {
    !line.split('#').next().unwrap_or_default().trim().is_empty()
}

fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(MAX_ROAD + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(MAX_ROAD + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
