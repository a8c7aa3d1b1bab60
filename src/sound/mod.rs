//! The room tone of a place at an hour: a quiet loop of samples, synthesised in code.
//!
//! Data flows one way: white noise and sines → `filter` → `elements` (air, hum, footsteps, …) → `mix` (which elements a
//! place has, and how loud) → [`RoomTone`]. Everything is an `AudioLoop`, so that the end joins the beginning without a
//! seam. All of it is pure functions: the app hands the samples to a player, the command line writes them to files.
//! Sines come from `libm` and random numbers from fixed seeds, so that the samples are the same on every machine.

mod audio_loop;
mod elements;
mod filter;
mod mix;
mod room_tone;
mod sampling;

#[cfg(test)]
mod tests;

pub use room_tone::RoomTone;
