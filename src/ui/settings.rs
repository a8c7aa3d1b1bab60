//! The user's settings, which are saved between runs.

use serde::{Deserialize, Serialize};

use super::{Look, ScreenScale};

#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub text: TextSize,
    pub theme: Theme,
    /// Whether things move.
    pub motion: Motion,
    /// Whether practice shows how the patient feels as numbers.
    pub meter: bool,
    /// Whether a box for one's own words comes before the options.
    pub own_words: bool,
    /// Whether scenes with a timer run it.
    pub timers: bool,
    /// Whether the system's voice reads the patient's lines aloud.
    pub aloud: bool,
    /// Whether the room tone of the place is played.
    pub place_sound: bool,
}

impl Settings {
    /// The look with these settings, on a desktop that prefers `surroundings`.
    #[must_use]
    pub const fn look(&self, surroundings: Motion) -> Look {
        let still = self.motion.is_reduced(surroundings);
        Look { theme: self.theme, text: self.text, still, screen: ScreenScale::ORDINARY }
    }
}

/// How screens are read: the part of the settings that counts before it is known whose they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    pub text: TextSize,
    pub theme: Theme,
}

impl Reading {
    /// These settings, read in this way.
    #[must_use]
    pub const fn of(self, settings: Settings) -> Settings {
        Settings { text: self.text, theme: self.theme, ..settings }
    }
}

/// The size of text, in percent: one of [`TextSize::STEPS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes on offer, in percent.
    pub const STEPS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

    /// The step nearest to `percent`.
    #[must_use]
    pub fn nearest(percent: u16) -> Self {
        Self(Self::STEPS.into_iter().min_by_key(|step| step.abs_diff(percent)).unwrap_or(100))
    }

    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// The factor for all sizes.
    #[must_use]
    pub fn scale(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger step, if there is one.
    #[must_use]
    pub fn larger(self) -> Option<Self> {
        Self::STEPS.into_iter().find(|&step| step > self.0).map(Self)
    }

    /// The next smaller step, if there is one.
    #[must_use]
    pub fn smaller(self) -> Option<Self> {
        Self::STEPS.into_iter().rev().find(|&step| step < self.0).map(Self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for TextSize {
    fn from(percent: u16) -> Self {
        Self::nearest(percent)
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// White on black, contrast at least 7:1.
    HighContrast,
}

impl Theme {
    /// All three, in the order shown.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The label in the settings.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Light => "Light",
            Self::Dark => "Dark",
            Self::HighContrast => "High contrast",
        }
    }
}

/// Whether things move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// As the system prefers.
    #[default]
    System,
    /// As little as possible.
    Reduced,
    Full,
}

impl Motion {
    /// All three, in the order shown.
    pub const ALL: [Self; 3] = [Self::System, Self::Reduced, Self::Full];

    /// The label in the settings.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "As this computer asks",
            Self::Reduced => "Keep still",
            Self::Full => "Let things move",
        }
    }

    /// Whether motion is reduced, on a desktop that prefers `surroundings`.
    #[must_use]
    pub const fn is_reduced(self, surroundings: Self) -> bool {
        match self {
            Self::System => matches!(surroundings, Self::Reduced),
            Self::Reduced => true,
            Self::Full => false,
        }
    }
}
