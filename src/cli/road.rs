//! A road from a file: choices and draws of chance, one step per line.

use std::io;
use std::path::{Path, PathBuf};

use crate::session::{Road, RoadStep, Session};

use super::conversation_text::ConversationText;
use super::failure::Failure;
use super::files::{SHORT, TextFile};
use super::options::{as_text, options_hint};
use super::scenarios::counted;
use super::terminal_page::TerminalPage;

/// What a road is, for messages.
const FILE: TextFile = TextFile {
    name: "the road",
    option: "--road takes a file with one choice's id a line, or `-` for standard input",
    content: "a road is a text file with one choice's id a line",
    most: SHORT,
};

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
        let text = FILE.read(path)?;
        let road = Road::parse(&text).map_err(|error| FILE.unfit(FILE.unreadable(path)).because(error))?;
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
