//! A conversation played in text, with the trainee's input.

use std::io;

use crate::attempt::Mode;
use crate::scenario::ChoiceId;
use crate::session::Session;

use super::attempt_under_way::AttemptUnderWay;
use super::conversation_text::{ConversationText, help};
use super::failure::{Failure, refused, unreadable_input};
use super::input::{Line, Lines};
use super::options::{as_text, pick};
use super::terminal_page::TerminalPage;

/// How a conversation played in text ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finish {
    /// The conversation is over.
    Over,
    /// The trainee stopped it.
    Stopped,
    /// The input ended.
    InputEnded,
}

pub(super) struct Conversation<'p, 'out, 'i, 'r> {
    pub(super) session: Session,
    pub(super) page: &'p mut TerminalPage<'out>,
    pub(super) lines: &'i mut Lines<'r>,
    pub(super) mode: Mode,
    /// Whether the input must be written too, since no terminal shows it.
    pub(super) echo: bool,
    pub(super) text: ConversationText,
    pub(super) attempt: AttemptUnderWay,
}

impl Conversation<'_, '_, '_, '_> {
    /// Plays until the conversation is over, or the trainee or the input stops it.
    ///
    /// # Errors
    /// Where the input cannot be read or the output cannot be written.
    pub(super) fn play(&mut self) -> Result<Finish, Failure> {
        self.text.scene(self.page, &self.session)?;
        while !self.session.is_over() {
            ConversationText::options(self.page, &self.session)?;
            let choice = match self.ask()? {
                Answer::Choice(choice) => choice,
                Answer::Finish(finish) => return Ok(finish),
            };
            let words = as_text(&self.session.scenario().choice(choice).words);
            self.session.choose(choice, self.attempt.at()).map_err(refused)?;
            self.attempt.keep_choice(&self.session);
            self.text.note_choice(&words);
            self.page.gap()?;
            self.page.text(&format!("You: {words}"))?;
            self.attempt.tell(self.page)?;
            self.text.scene(self.page, &self.session)?;
        }
        Ok(Finish::Over)
    }

    /// Asks until an option is chosen, or the input ends.
    fn ask(&mut self) -> Result<Answer, Failure> {
        let most = self.session.current_scene().offer.len();
        loop {
            self.page.gap()?;
            self.page.ask(&format!("Your choice (1 to {most}, or ? for help):"))?;
            let Some(entry) = self.lines.next_entry().map_err(unreadable_input)? else {
                self.page.gap()?;
                return Ok(Answer::Finish(Finish::InputEnded));
            };
            if self.echo {
                self.page.text(&entry.text)?;
            }
            if let Some(choice) = pick(&self.session, &entry.text) {
                return Ok(Answer::Choice(choice));
            }
            match entry.text.as_str() {
                "q" => return Ok(Answer::Finish(Finish::Stopped)),
                "?" => self.page.text(&help(self.mode))?,
                "h" => self.hint()?,
                "t" => self.text.repeat(self.page)?,
                _ => self.refuse(&entry, most)?,
            }
        }
    }

    fn hint(&mut self) -> io::Result<()> {
        match (self.mode, &self.session.scene().cue) {
            (Mode::Assess, _) => self.page.text("There are no hints in assess mode."),
            (Mode::Practise, Some(cue)) => self.page.text(&format!("Hint: {cue}")),
            (Mode::Practise, None) => self.page.text("There is no hint for this moment."),
        }
    }

    fn refuse(&mut self, entry: &Line, most: usize) -> io::Result<()> {
        let text = format!(
            "\u{201c}{}\u{201d} (line {}) is not one of the options: type a number from 1 to {most}, or ? for help.",
            entry.text, entry.number
        );
        self.page.text(&text)
    }
}

enum Answer {
    Choice(ChoiceId),
    Finish(Finish),
}
