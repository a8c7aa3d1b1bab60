//! Reads the patient's lines aloud by the system's voice, where that is asked for and there is one.

mod voice;

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::scenario::Speaker;

use super::Step;
use super::desk::Preferences;
use super::notice::Notices;
use super::play::Play;
use super::screens::Screen;
use voice::{Hints, Spoken, Voice};

/// What is being read aloud, and what stood in the way of it.
#[derive(Resource, Debug)]
pub(super) struct Speech {
    /// What was read last: the number of scenes met, and the lines.
    moment: Option<(usize, String)>,
    spoken: Option<Spoken>,
    wanted: bool,
    again: bool,
    trouble: Option<String>,
    told: Sender<String>,
    heard: Mutex<Receiver<String>>,
}

impl Default for Speech {
    fn default() -> Self {
        let (told, heard) = mpsc::channel();
        let (moment, spoken, trouble) = (None, None, None);
        Self { moment, spoken, wanted: false, again: false, trouble, told, heard: Mutex::new(heard) }
    }
}

impl Speech {
    /// Reads the same lines again.
    pub(super) const fn again(&mut self) {
        self.again = true;
    }

    /// Why lines cannot be read aloud, where they are asked for.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref().filter(|_| self.wanted)
    }

    fn stop(&mut self) {
        self.spoken = None;
        self.moment = None;
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Speech>();
    app.add_systems(Update, (hear, want, speak).chain().in_set(Step::Present));
}

/// Tells what stood in the way, once.
fn hear(mut speech: ResMut<Speech>, mut notices: ResMut<Notices>) {
    let quiet = speech.bypass_change_detection();
    let told = quiet.heard.lock().ok().and_then(|heard| heard.try_iter().last());
    if let Some(trouble) = told {
        if quiet.trouble.as_ref() != Some(&trouble) {
            notices.tell(trouble.clone());
        }
        quiet.trouble = Some(trouble);
    }
}

/// Follows the setting. When it is switched on, what cannot work is told at once.
fn want(preferences: Res<Preferences>, mut speech: ResMut<Speech>) {
    let speech = speech.bypass_change_detection();
    if preferences.aloud && !speech.wanted {
        speech.trouble = Voice::of_system().missing();
    }
    speech.wanted = preferences.aloud;
}

/// Reads a scene's lines when it begins, and falls silent when the conversation is left.
fn speak(
    screen: Res<State<Screen>>,
    play: Option<Res<Play>>,
    mut speech: ResMut<Speech>,
    proxy: Res<EventLoopProxyWrapper>,
) {
    let speech = speech.bypass_change_detection();
    let Some(play) = play.filter(|_| speech.wanted && *screen.get() == Screen::Conversation) else {
        // Back from the settings, the same scene is not read again.
        match screen.get() {
            Screen::Settings => speech.spoken = None,
            _ => speech.stop(),
        }
        return;
    };
    let moment = (play.met.len(), lines(&play));
    if speech.moment.as_ref() == Some(&moment) && !std::mem::take(&mut speech.again) {
        return;
    }
    speech.again = false;
    speech.spoken = None;
    if !moment.1.is_empty() {
        let (told, proxy) = (speech.told.clone(), (**proxy).clone());
        let patient = &play.session.scenario().patient;
        let hints = Hints::of(patient.age, &patient.pronouns);
        let spoken = Voice::of_system().speak(&moment.1, hints, move |trouble| {
            // Where nobody listens any more, the window is closing.
            let _ = told.send(trouble);
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        });
        speech.spoken = Some(spoken);
    }
    speech.moment = Some(moment);
}

/// What the patient says in the scene on stage.
fn lines(play: &Play) -> String {
    let lines = &play.session.on_stage().lines;
    let said = lines.iter().filter(|line| line.speaker == Speaker::Patient).map(|line| &*line.words);
    said.collect::<Vec<_>>().join("\n")
}
