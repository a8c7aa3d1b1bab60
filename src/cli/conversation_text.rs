//! A conversation in text: the prebrief, each scene, and how the patient looks.

use std::io;

use crate::attempt::Mode;
use crate::rubric::Stage;
use crate::scenario::{ClockTime, Scenario};
use crate::session::{Chance, Road, Session, SpokenLine};

use super::options::as_text;
use super::terminal_page::TerminalPage;

/// Writes who the trainee is, who the patient is, and what the conversation is about.
pub(super) fn prebrief(page: &mut TerminalPage<'_>, scenario: &Scenario, mode: Mode, seed: u64) -> io::Result<()> {
    page.text(&scenario.title)?;
    page.text(&scenario.setting)?;
    if let Some(time) = scenario.clock {
        page.text(&time.announced())?;
    }
    page.gap()?;
    page.text(&format!("You are {}.", scenario.you_are))?;
    if let Some(note) = &scenario.content_note {
        page.gap()?;
        page.text(&format!("Please note before you begin: {note}"))?;
    }
    page.gap()?;
    page.text(&scenario.briefing)?;
    let patient = &scenario.patient;
    page.heading("The patient")?;
    page.text(&format!("{}, {} years old, {}. {}", patient.name, patient.age, patient.pronouns, patient.about))?;
    for person in &scenario.people {
        page.text(&format!("{}: {}", person.name, person.about))?;
    }
    page.heading("What to aim for")?;
    for objective in &scenario.objectives {
        page.item("- ", &objective.text)?;
    }
    page.gap()?;
    page.text(
        "This is practice: nothing you choose here can hurt anyone. Afterwards you are told how empathic, clear and \
         calming your choices were, and why. You can stop at any time.",
    )?;
    page.gap()?;
    page.text(&help(mode))?;
    page.text(&format!("Seed {seed}: with --seed {seed} chance falls the same way again."))
}

/// The keys that can be typed.
pub(super) fn help(mode: Mode) -> String {
    let hint = match mode {
        Mode::Practise => "h for a hint, ",
        Mode::Assess => "",
    };
    format!(
        "Type the number of an option and press Enter. You can also type: {hint}t to read again what was said, q to \
         stop, ? for this help."
    )
}

/// What has been written of a conversation so far.
#[derive(Default)]
pub(super) struct ConversationText {
    paragraphs: Vec<String>,
    stage: Option<Stage>,
    /// The time that was shown last.
    clock: Option<ClockTime>,
}

impl ConversationText {
    /// What would have been written of a conversation before its current scene.
    pub(super) fn of(session: &Session) -> io::Result<Self> {
        let mut text = Self::default();
        let (scenario, transcript) = (session.scenario(), session.transcript());
        let mut again = Session::begin(scenario.clone(), Chance::from_seed(transcript.seed));
        let mut unread = io::sink();
        let mut page = TerminalPage::new(&mut unread);
        for step in Road::of(transcript).steps {
            text.scene(&mut page, &again)?;
            let chosen = again.current_scene().offer.iter().find(|&&id| scenario.choice(id).id == step.choice);
            if let Some(&choice) = chosen {
                text.note_choice(&as_text(&scenario.choice(choice).words));
            }
            if again.follow(&step, None).is_err() {
                break;
            }
        }
        Ok(text)
    }

    /// Writes the current scene.
    pub(super) fn scene(&mut self, page: &mut TerminalPage<'_>, session: &Session) -> io::Result<()> {
        let scenario = session.scenario();
        let speech = |line: &SpokenLine| format!("{}: {}", scenario.speaker_name(line.speaker), line.words);
        let mut paragraphs: Vec<String> = Vec::new();
        let clock = session.current_scene().clock;
        if std::mem::replace(&mut self.clock, clock) != clock {
            paragraphs.extend(clock.map(|time| format!("({}.)", time.shown())));
        }
        for passage in session.current_scene().passages() {
            paragraphs.extend(passage.narration.as_ref().map(ToString::to_string));
            paragraphs.extend(self.looks(session, passage.mood.as_deref()));
            paragraphs.extend(passage.lines.iter().map(speech));
        }
        for paragraph in paragraphs {
            page.gap()?;
            page.text(&paragraph)?;
            self.paragraphs.push(paragraph);
        }
        Ok(())
    }

    /// How the patient looks, where that has changed or the scene sets a mood: in place of the window's picture of the
    /// patient.
    fn looks(&mut self, session: &Session, mood: Option<&str>) -> Option<String> {
        let stage = session.state().mind.stage;
        let mood = mood.and_then(|id| mood_label(session.scenario(), id));
        let changed = self.stage.replace(stage) != Some(stage);
        if !changed && mood.is_none() {
            return None;
        }
        let with_mood = mood.map(|mood| format!(", {mood}")).unwrap_or_default();
        Some(format!("({} looks {}{with_mood}.)", session.scenario().patient.called, stage_in_words(stage)))
    }

    /// Writes the options, numbered.
    pub(super) fn options(page: &mut TerminalPage<'_>, session: &Session) -> io::Result<()> {
        page.gap()?;
        for (index, &id) in session.current_scene().offer.iter().enumerate() {
            page.item(&format!("{}. ", index + 1), &as_text(&session.scenario().choice(id).words))?;
        }
        Ok(())
    }

    /// Notes what the trainee did.
    pub(super) fn note_choice(&mut self, words: &str) {
        self.paragraphs.push(format!("You: {words}"));
    }

    /// Writes again what has been written so far.
    pub(super) fn repeat(&self, page: &mut TerminalPage<'_>) -> io::Result<()> {
        page.heading("So far")?;
        for paragraph in &self.paragraphs {
            page.text(paragraph)?;
        }
        Ok(())
    }
}

/// A mood's label as part of a sentence; `None` for the mood that shows nothing.
pub(super) fn mood_label(scenario: &Scenario, id: &str) -> Option<String> {
    let mood = scenario.rubric.moods.iter().find(|mood| mood.id == id)?;
    (mood.id != "neutral").then(|| mood.label.to_lowercase())
}

const fn stage_in_words(stage: Stage) -> &'static str {
    match stage {
        Stage::Calm => "calm",
        Stage::Anxious => "tense",
        Stage::Escalating => "very agitated",
        Stage::Crisis => "at breaking point",
    }
}
