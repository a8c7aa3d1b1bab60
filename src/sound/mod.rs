//! The sound of a place at an hour: a quiet loop of samples, made in code.
//!
//! Data flows one way: white noise and tones → `filter` → `parts` (air, hum, steps, …) → `room` (what a place
//! sounds of) → [`RoomTone`]. Everything lies on a `ring`, so that the loop's end meets its beginning. Pure functions:
//! the app hands the samples to a player, the command line writes them into files. Sines come from `libm` and chance
//! from a fixed key, so that the samples are the same on every machine.

mod filter;
mod parts;
mod ring;
mod room;
mod tone;

#[cfg(test)]
mod tests;

pub use tone::RoomTone;
