//! What the window could be drawn, speak and sound with on this computer, found out without opening it.

use super::preflight::{Obstacle, Renderer, renderers};
use super::sound::Sound;
use super::speech::Speech;

/// What was found: of voice and sound the program that would be started, or why there is none, as a sentence.
#[derive(Debug)]
pub struct Checkup {
    pub renderers: Result<Vec<Renderer>, Obstacle>,
    pub voice: Result<String, String>,
    pub sound: Result<String, String>,
}

impl Checkup {
    /// Looks. Nothing is started but what it takes to ask graphics drivers for their names.
    #[must_use]
    pub fn of_this_computer() -> Self {
        Self { renderers: renderers(), voice: Speech::program(), sound: Sound::program() }
    }
}
