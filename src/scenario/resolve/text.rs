//! Resolves texts that may vary, and passages of them.

use crate::scenario::document::{PassageDoc, TextDoc};
use crate::scenario::{Line, Passage, Speaker, Text, Variant};

use super::names::Names;

impl Names<'_> {
    /// `None` where a name cannot be resolved.
    pub(super) fn passage(&mut self, passage: PassageDoc<'_>) -> Option<Passage> {
        let mut lines = Vec::new();
        if passage.patient.is_some() {
            lines.push(Line { speaker: Speaker::Patient, text: self.text(passage.patient)?, mood: None });
        }
        for line in passage.lines() {
            let speaker = match &line.who {
                Some(who) => Speaker::Person(self.person(&who.value.0)?),
                None => Speaker::Patient,
            };
            let mut text = self.text(line.say.as_ref())?;
            if let Some(when) = self.optional_condition(line.when.as_deref())? {
                text.left_out_unless(&when);
            }
            let mood = line.mood.as_ref().filter(|_| line.who.is_some()).map(|mood| mood.value.0.clone());
            lines.push(Line { speaker, text, mood });
        }
        Some(Passage {
            narration: self.text(passage.narration)?,
            lines: lines.into(),
            mood: passage.patient_mood().map(|mood| mood.value.0.clone()),
        })
    }

    /// The text, without variants where it is absent; `None` where a name cannot be resolved.
    pub(super) fn text(&mut self, text: Option<&TextDoc>) -> Option<Text> {
        let mut variants = Vec::new();
        for variant in text.into_iter().flat_map(|text| &text.variants) {
            let when = self.optional_condition(variant.when.as_deref())?;
            variants.push(Variant { when, wordings: variant.say.as_ref()?.wordings.as_slice().into() });
        }
        Some(Text { variants: variants.into() })
    }
}
