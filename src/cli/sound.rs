//! `bedside sound`: writes the sound of a place into a WAV file.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, value_parser};

use crate::library::{refuse_device, visible};
use crate::scenario::Place;
use crate::sound::RoomTone;

use super::failure::{Failure, unwritable};

const SOUND_EXAMPLES: &str = "\
Examples:
  bedside sound Ward --hour 3 --out ward.wav      a ward by night; played round and round, it has no seam";

#[derive(Debug, Args)]
#[command(after_help = SOUND_EXAMPLES)]
pub(super) struct SoundArguments {
    /// The place, as a scenario's `place` names it.
    #[arg(value_name = "PLACE", value_parser = places())]
    place: Place,
    /// The hour of the day.
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = value_parser!(u8).range(0..24))]
    hour: u8,
    /// The WAV file to write; what is there is written over.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn places() -> impl TypedValueParser<Value = Place> {
    let named =
        |word: String| Place::ALL.into_iter().find(|place| place.word() == word).ok_or("there is no such place");
    PossibleValuesParser::new(Place::ALL.map(Place::word)).try_map(named)
}

/// Writes the sound of a place, and prints the name of the file.
///
/// # Errors
/// If the file cannot be written.
pub(super) fn run(arguments: &SoundArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let name = visible(&arguments.out.display().to_string()).into_owned();
    let tone = RoomTone::of(arguments.place, arguments.hour);
    refuse_device(&arguments.out)
        .and_then(|()| File::create(&arguments.out))
        .and_then(|file| tone.write_wav(file))
        .map_err(|error| unwritable(&arguments.out, error))?;
    Ok(writeln!(out, "{name}")?)
}
