//! The window: Bevy, one plugin a file; the stage where the patient lives.

pub mod stage;
