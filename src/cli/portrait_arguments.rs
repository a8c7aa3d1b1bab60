//! The arguments of `bedside portrait`.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{ArgGroup, Args, ValueEnum};

use crate::picture::face::PortraitState;

const PORTRAIT_EXAMPLES: &str = "\
Examples:
  bedside portrait --all --out sheets                         every patient in nine states, on one sheet
  bedside portrait my-own.ron --out sheets                    the people of a file
  bedside portrait two-hours-in --state \"in pain\" --size 900 --out sheets
                                                              in one state, large
  bedside portrait my-own.ron --moods --out sheets            in every mood that a scene can set
  bedside portrait --looks --out sheets                       every form of hair, clothes and faces";

#[derive(Debug, Args)]
#[command(after_help = PORTRAIT_EXAMPLES)]
#[command(group = ArgGroup::new("whom").args(["scenario", "all", "looks", "places"]).required(true).multiple(true))]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(super) struct PortraitArguments {
    /// A scenario's id, as `bedside list` shows it, or its file.
    #[arg(value_name = "ID|FILE", conflicts_with = "all")]
    pub(super) scenario: Option<String>,
    /// Every scenario of the library, on one sheet.
    #[arg(long)]
    pub(super) all: bool,
    /// Every form of hair, clothes, faces and bodies that a file can ask for.
    #[arg(long)]
    pub(super) looks: bool,
    /// Every place, at four hours of the day.
    #[arg(long)]
    pub(super) places: bool,
    /// In this state only.
    #[arg(long, value_enum)]
    pub(super) state: Option<StateArgument>,
    /// In the moods that a scene can set, in place of the nine states.
    #[arg(long, conflicts_with = "state")]
    pub(super) moods: bool,
    /// How many pixels wide a picture of a person is.
    #[arg(long, value_name = "N", default_value_t = 260, value_parser = clap::value_parser!(u16).range(32..=2000))]
    pub(super) size: u16,
    /// Write no labels, to see who can tell the states apart without them.
    #[arg(long)]
    pub(super) unlabelled: bool,
    /// The folder to write the PNG files into; what has their names is written over.
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
}

/// The state in which people are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StateArgument(PortraitState);

impl From<StateArgument> for PortraitState {
    fn from(StateArgument(state): StateArgument) -> Self {
        state
    }
}

impl ValueEnum for StateArgument {
    fn value_variants<'a>() -> &'a [Self] {
        const {
            &[
                Self(PortraitState::Calm),
                Self(PortraitState::Anxious),
                Self(PortraitState::Escalating),
                Self(PortraitState::Crisis),
                Self(PortraitState::Recovering),
                Self(PortraitState::Sad),
                Self(PortraitState::InPain),
                Self(PortraitState::Confused),
                Self(PortraitState::Relieved),
            ]
        }
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}
