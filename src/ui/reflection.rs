//! The reflection: a word for how it felt and a self-rating, before any score is shown.

use egui::Ui;

use crate::attempt::{Reflection, SelfRating};

/// What the reflection shows.
#[derive(Clone, Copy, Debug)]
pub struct ReflectionPage<'a> {
    /// How the app speaks of the patient.
    pub patient: &'a str,
    /// What has been said so far.
    pub draft: &'a Draft,
}

/// What the trainee has said so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// One word for how it felt.
    pub feeling: String,
    /// The self-rating on empathy, 0–100.
    pub empathy: Option<u8>,
    /// On clarity.
    pub clarity: Option<u8>,
    /// On de-escalation.
    pub de_escalation: Option<u8>,
}

impl Draft {
    /// What is kept of it: a self-rating counts where all three were given.
    #[must_use]
    pub fn finish(&self) -> Reflection {
        let rating = match (self.empathy, self.clarity, self.de_escalation) {
            (Some(empathy), Some(clarity), Some(de_escalation)) => Some(SelfRating { empathy, clarity, de_escalation }),
            _ => None,
        };
        Reflection { feeling: self.feeling.trim().to_owned(), rating }
    }
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReflectionAction {
    /// To say this from now on.
    Draft(Draft),
    /// To go on to the debrief with [`Draft::finish`].
    Continue,
    /// To go on to the debrief without a reflection.
    Skip,
}

/// Shows the reflection and returns what was asked for.
pub fn show(ui: &mut Ui, model: &ReflectionPage<'_>) -> Option<ReflectionAction> {
    let _ = (ui, model);
    None
}
