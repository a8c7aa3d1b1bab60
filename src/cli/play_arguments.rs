//! The arguments of `bedside play`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::attempt::Mode;

use super::text_play::IfLeft;
use super::who::WhoArguments;

const PLAY_EXAMPLES: &str = "\
Examples:
  bedside play two-hours-in                          open the window on this scenario
  bedside play my-scenario.ron                       the same with a file; the window follows what you save
  bedside play two-hours-in --terminal               play it here, in text
  bedside play two-hours-in --terminal --seed 7      with the same chance every time
  yes 1 | head -40 | bedside play two-hours-in --terminal --seed 7 --json
                                                     always the first option; the debrief as JSON
  bedside play two-hours-in --terminal --road steps.txt
                                                     take the choices from a file, one a line
  bedside play two-hours-in --resume                 go on where it was left, here or in the window
  bedside play two-hours-in --terminal --guest       play it here, and keep nothing
  bedside play two-hours-in --print debrief.pdf      play it in this terminal, and keep the debrief on two sides
  bedside play two-hours-in --print debrief.pdf --appendix
                                                     the same with every turn in full";

#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, Args)]
#[command(after_help = PLAY_EXAMPLES)]
pub(super) struct PlayArguments {
    /// The scenario's id, as `bedside list` shows it, or its file.
    ///
    /// The window follows the file: what you save is in play at once.
    #[arg(value_name = "ID|FILE")]
    pub(super) id: String,
    /// Play in this terminal, in text, in place of the window.
    #[arg(long)]
    pub(super) terminal: bool,
    /// All chance comes from this number: the same number and choices give the same conversation.
    ///
    /// Without it, a number is drawn and shown.
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
    /// Read choices only, and print nothing but the debrief, as one JSON object.
    ///
    /// Implies --terminal.
    #[arg(long)]
    pub(super) json: bool,
    /// Take the choices from a file, one a line; `-` is standard input. Implies --terminal.
    ///
    /// A line is a choice's id, or `id > scene` where chance is to lead to that scene. Empty lines
    /// and what follows a `#` do not count.
    #[arg(long, value_name = "FILE")]
    pub(super) road: Option<PathBuf>,
    /// Write the debrief as a page to keep, as .pdf or .html: two sides of paper. Implies --terminal.
    ///
    /// A file that exists is left as it is.
    #[arg(long, value_name = "FILE")]
    pub(super) print: Option<PathBuf>,
    /// After the two sides of --print, everything else too: every turn in full, and what each point rests on.
    ///
    /// An .html page has it without this, folded away; with this it is open, and printed.
    #[arg(long, requires = "print")]
    pub(super) appendix: bool,
    /// `practise` gives hints, `assess` gives none.
    #[arg(long, value_enum, default_value_t = ModeArgument::Practise)]
    pub(super) mode: ModeArgument,
    /// Go on where the conversation was left, in the terminal or in the window. Implies --terminal.
    #[arg(long, conflicts_with_all = ["anew", "guest", "json", "mode", "road", "seed"])]
    resume: bool,
    /// Discard the conversation that was left, and begin again. Implies --terminal.
    #[arg(long, conflicts_with_all = ["guest", "json", "road"])]
    anew: bool,
    #[command(flatten)]
    pub(super) who: WhoArguments,
}

impl PlayArguments {
    /// Whether it is only for the terminal.
    pub(super) const fn implies_terminal(&self) -> bool {
        self.json || self.road.is_some() || self.print.is_some() || self.resume || self.anew
    }

    /// What is done where a conversation was left.
    pub(super) const fn if_left(&self) -> IfLeft {
        match (self.resume, self.anew) {
            (true, _) => IfLeft::Resume,
            (_, true) => IfLeft::Anew,
            _ => IfLeft::Ask,
        }
    }
}

/// How to play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ModeArgument {
    /// With hints.
    Practise,
    /// Without.
    Assess,
}

impl From<ModeArgument> for Mode {
    fn from(mode: ModeArgument) -> Self {
        match mode {
            ModeArgument::Practise => Self::Practise,
            ModeArgument::Assess => Self::Assess,
        }
    }
}
