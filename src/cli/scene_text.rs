//! The scenes of a scenario as written, with every wording of what varies.

use std::io;

use crate::chart::condition_in_words;
use crate::debrief::terms::quoted;
use crate::scenario::{Passage, Patient, Scenario, Speaker, Text};
use crate::sentence::{capitalised, ended};

use super::conversation_text::mood_label;
use super::terminal_page::TerminalPage;

/// The width of a page of scenes, whatever the terminal's: the same everywhere.
pub(super) const COLUMNS: usize = 92;

/// The indent of what belongs to a scene.
pub(super) const IN_SCENE: &str = "    ";

/// Writes what is read and heard.
#[derive(Clone, Copy)]
pub(super) struct SceneText<'a> {
    pub(super) scenario: &'a Scenario,
    /// Whether each wording has the condition that it is said by; otherwise the first stands, and all others after "or".
    pub(super) with_conditions: bool,
}

impl SceneText<'_> {
    /// What is read before the conversation, and who is met.
    pub(super) fn front(&self, page: &mut TerminalPage<'_>) -> io::Result<()> {
        let scenario = self.scenario;
        page.text(&scenario.title)?;
        page.text(&scenario.setting)?;
        if let Some(time) = scenario.clock {
            page.text(&format!("By the clock, from {time}."))?;
        }
        page.gap()?;
        page.text(&format!("You are {}", ended(&scenario.you_are)))?;
        page.text(&scenario.briefing)?;
        if let Some(note) = &scenario.content_note {
            page.item("Note: ", note)?;
        }
        page.heading("People")?;
        let Patient { name, age, pronouns, about, .. } = &scenario.patient;
        page.item("  ", &format!("{name} (the patient), {age}, {pronouns}: {about}"))?;
        scenario.people.iter().try_for_each(|person| page.item("  ", &format!("{}: {}", person.name, person.about)))
    }

    /// What happens and is said at once, and how the patient then looks.
    pub(super) fn passage(&self, page: &mut TerminalPage<'_>, indent: &str, passage: &Passage) -> io::Result<()> {
        if let Some(mood) = self.mood(passage.mood.as_deref()) {
            page.item(&format!("{indent}["), &format!("{} looks {mood}.]", self.scenario.patient.called))?;
        }
        passage.texts().try_for_each(|(speaker, text)| self.text(page, indent, speaker, text))
    }

    /// A mood in words; `None` where none is set, or one that shows nothing.
    pub(super) fn mood(&self, mood: Option<&str>) -> Option<String> {
        mood.and_then(|id| mood_label(self.scenario, id))
    }

    /// A text with all of its wordings.
    fn text(&self, page: &mut TerminalPage<'_>, indent: &str, speaker: Option<Speaker>, text: &Text) -> io::Result<()> {
        let who = speaker.map(|speaker| self.scenario.speaker_name(speaker));
        for (label, wording) in self.wordings(text) {
            let words = if who.is_some() { quoted(wording) } else { wording.to_owned() };
            match (who, label) {
                (None, None) => page.item(indent, &words)?,
                (Some(who), None) => page.item(&format!("{indent}{who}: "), &words)?,
                (who, Some(label)) => {
                    let label = who.into_iter().chain([&*label]).collect::<Vec<_>>().join(", ");
                    page.item(indent, &format!("{}:", capitalised(&label)))?;
                    page.item(&format!("{indent}  "), &words)?;
                }
            }
        }
        Ok(())
    }

    /// The wordings of a text, each with when it is said; `None` where that need not be told.
    fn wordings<'t>(&self, text: &'t Text) -> Vec<(Option<String>, &'t str)> {
        let mut wordings = Vec::new();
        for variant in &text.variants {
            for (number, wording) in variant.wordings.iter().enumerate() {
                let first = wordings.is_empty();
                let label = match &variant.when {
                    _ if !self.with_conditions => (!first).then(|| "or".to_owned()),
                    _ if number > 0 => Some("or, by chance".to_owned()),
                    Some(when) => Some(format!("if {}", condition_in_words(self.scenario, when))),
                    None => (!first).then(|| "otherwise".to_owned()),
                };
                wordings.push((label, &**wording));
            }
        }
        wordings
    }
}
