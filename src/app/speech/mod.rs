//! Reads the patient's lines aloud, if the setting is on and the system has a speech synthesiser.

mod synthesizer;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::scenario::Speaker;
use crate::ui::Settings;

use super::audio_feature::{AudioFeature, AudioStatus, apply_setting, report_problems};
use super::flow::{Screen, Step};
use super::play::Play;
use super::program::Running;
use super::speech_activity::SpeechActivity;
use synthesizer::{Hints, Synthesizer};

/// The lines being read aloud, and whether the feature works.
#[derive(Resource, Debug, Default)]
pub(super) struct Speech {
    /// What was read last: the number of scenes met, and the lines.
    moment: Option<(usize, String)>,
    spoken: Option<Running>,
    again: bool,
    status: AudioStatus,
}

impl Speech {
    /// Reads the same lines again, in the next frame.
    pub(super) const fn again(&mut self) {
        self.again = true;
    }

    /// Why lines cannot be read aloud although that is switched on.
    pub(super) fn problem(&self) -> Option<&str> {
        self.status.problem()
    }

    fn stop(&mut self) {
        self.spoken = None;
        self.moment = None;
    }
}

impl AudioFeature for Speech {
    fn is_enabled_in(settings: &Settings) -> bool {
        settings.aloud
    }

    fn missing() -> Option<String> {
        Synthesizer::of_system().missing()
    }

    fn status(&mut self) -> &mut AudioStatus {
        &mut self.status
    }
}

/// The systems that read aloud.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Speaking;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Speech>();
    app.add_systems(
        Update,
        (report_problems::<Speech>, apply_setting::<Speech>, speak).chain().in_set(Speaking).in_set(Step::Present),
    );
}

/// Reads the patient's lines when a scene begins, and stops when the conversation is left.
fn speak(
    screen: Res<State<Screen>>,
    play: Option<Res<Play>>,
    mut speech: ResMut<Speech>,
    speech_activity: Res<SpeechActivity>,
    proxy: Res<EventLoopProxyWrapper>,
) {
    let speech = speech.bypass_change_detection();
    let Some(play) = play.filter(|_| speech.status.is_wanted() && *screen.get() == Screen::Conversation) else {
        // Back from the settings, the same scene is not read again.
        match screen.get() {
            Screen::Settings => speech.spoken = None,
            _ => speech.stop(),
        }
        return;
    };
    let moment = (play.met().len(), lines(&play));
    if speech.moment.as_ref() == Some(&moment) && !std::mem::take(&mut speech.again) {
        return;
    }
    speech.again = false;
    speech.spoken = None;
    if !moment.1.is_empty() {
        let patient = &play.scenario().patient;
        let hints = Hints::of(patient.age, &patient.pronouns);
        let tell = speech.status.reporter(&proxy);
        speech.spoken = Some(Synthesizer::of_system().speak(&moment.1, hints, speech_activity.begin(), tell));
    }
    speech.moment = Some(moment);
}

/// What the patient says in the current scene.
fn lines(play: &Play) -> String {
    let lines = play.session().current_scene().lines();
    let said = lines.filter(|line| line.speaker == Speaker::Patient).map(|line| &*line.words);
    said.collect::<Vec<_>>().join("\n")
}
