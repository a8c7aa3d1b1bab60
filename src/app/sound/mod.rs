//! Plays the room tone of the place during the conversation, if the setting is on and the system has a player.

mod player;

use std::sync::Arc;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::scenario::Place;
use crate::sound::RoomTone;
use crate::ui::Settings;

use super::audio_feature::{AudioFeature, AudioStatus, apply_setting, report_problems};
use super::flow::{Screen, Step};
use super::play::Play;
use super::program::Running;
use super::speech::Speaking;
use super::speech_activity::SpeechActivity;
use player::{Player, ToneStream};

/// The room tone being played, with its place and hour, and whether the feature works.
#[derive(Resource, Debug, Default)]
pub(super) struct Sound {
    playing: Option<(Place, u8, Running)>,
    status: AudioStatus,
}

impl Sound {
    /// Why the room tone cannot be heard although it is switched on.
    pub(super) fn problem(&self) -> Option<&str> {
        self.status.problem()
    }
}

impl AudioFeature for Sound {
    fn is_enabled_in(settings: &Settings) -> bool {
        settings.place_sound
    }

    fn missing() -> Option<String> {
        player::missing(&Player::of_system())
    }

    fn status(&mut self) -> &mut AudioStatus {
        &mut self.status
    }
}

impl Drop for Sound {
    /// Stops the player and waits for it, so that it does not outlive the window.
    fn drop(&mut self) {
        if let Some((_, _, running)) = self.playing.take() {
            running.end();
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sound>().init_resource::<SpeechActivity>();
    app.add_systems(
        Update,
        (report_problems::<Sound>, apply_setting::<Sound>, play).chain().after(Speaking).in_set(Step::Present),
    );
}

/// Plays the room tone while the conversation is open in a focused window and has not been stopped. After all players
/// have failed, they are tried again when the conversation comes back into view.
fn play(
    screen: Res<State<Screen>>,
    play: Option<Res<Play>>,
    windows: Query<&Window>,
    mut sound: ResMut<Sound>,
    (speech_activity, proxy): (Res<SpeechActivity>, Res<EventLoopProxyWrapper>),
) {
    let sound = sound.bypass_change_detection();
    let in_sight = windows.iter().any(|window| window.focused && window.visible);
    let heard = sound.status.is_wanted() && in_sight && *screen.get() == Screen::Conversation;
    let Some(play) = play.filter(|play| heard && !play.is_stopped()) else {
        sound.playing = None;
        return;
    };
    let scenario = play.scenario();
    let (place, hour) = (scenario.place, scenario.hour);
    if sound.playing.as_ref().is_some_and(|(at, when, _)| (*at, *when) == (place, hour)) {
        return;
    }
    let (speech_activity, tell) = (speech_activity.clone(), sound.status.reporter(&proxy));
    let running = Running::start(move |stopped| {
        let reel = Arc::new(ToneStream::new(RoomTone::of(place, hour)));
        if let Some(trouble) = player::keep_playing(&Player::of_system(), &reel, &speech_activity, stopped) {
            tell(trouble);
        }
    });
    sound.playing = Some((place, hour, running));
}
