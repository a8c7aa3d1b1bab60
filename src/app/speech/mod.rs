//! Reads the patient's lines aloud, if the setting is on and the system has a speech synthesiser.

mod synthesizer;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::policy::Feature;
use crate::scenario::Speaker;
use crate::session::CurrentScene;
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

impl Speech {
    /// The program that reads aloud on this computer, or why there is none.
    pub(super) fn program() -> Result<String, String> {
        let synthesizer = Synthesizer::of_system();
        synthesizer.missing().map_or_else(|| Ok(synthesizer.program().to_string()), Err)
    }
}

impl AudioFeature for Speech {
    const FEATURE: Feature = Feature::Voice;

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
    let moment = (play.met().len(), words_of_patient(play.session().current_scene()));
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

/// What the patient says: in answer to the choice before, and on entering the scene.
fn words_of_patient(current: &CurrentScene) -> String {
    let said = current.lines().filter(|line| line.speaker == Speaker::Patient).map(|line| &*line.words);
    said.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::library::Library;
    use crate::session::{Chance, RoadStep, Session};

    #[test]
    fn the_answer_to_a_choice_is_read_first_and_once() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples");
        let library = Library::open(&[folder]);
        let scenario = Arc::clone(&library.find("the-ring").expect("it is there").scenario);
        let mut session = Session::begin(scenario, Chance::from_seed(1));
        session.follow(&RoadStep::choose("rules"), None).expect("it is on offer");
        let words = words_of_patient(session.current_scene());
        assert!(words.starts_with("The rule. I see.\n"), "{words}");
        assert_eq!(words.lines().count(), 2, "{words}");
        session.follow(&RoadStep::choose("sorry"), None).expect("it is on offer");
        assert!(!words_of_patient(session.current_scene()).contains("The rule"));
    }

    #[test]
    fn an_answer_is_read_before_an_interruption_on_the_way_back_and_before_an_ending() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/answers.ron");
        let library = Library::open(&[file]);
        let scenario = Arc::clone(&library.find("answers").expect("it is there").scenario);
        let mut session = Session::begin(scenario, Chance::from_seed(7));
        for (choice, read) in [
            ("hush", "Hush?\nI am off home."),
            ("wait", "What for?"),
            ("leave", "So that was it.\nNobody stays past noon."),
        ] {
            session.follow(&RoadStep::choose(choice), None).expect("it is on offer");
            assert_eq!(words_of_patient(session.current_scene()), read);
        }
    }
}
