//! Plays the room tone of the place during the conversation, if the setting is on and the system has a player.

mod player;

use std::sync::Arc;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::policy::Feature;
use crate::scenario::Place;
use crate::session::Session;
use crate::sound::RoomTone;
use crate::ui::Settings;

use super::audio_feature::{AudioFeature, AudioStatus, apply_setting, report_problems};
use super::flow::{Screen, Step};
use super::play::Play;
use super::program::Running;
use super::speech::Speaking;
use super::speech_activity::SpeechActivity;
use player::{Player, ToneStream};

/// A place at an hour, 0–23.
#[derive(Clone, Copy, Debug)]
struct PlaceAndHour {
    place: Place,
    hour: u8,
}

impl PlaceAndHour {
    /// Where and when the current scene is.
    fn of(session: &Session) -> Self {
        Self { place: session.scenario().place, hour: session.hour() }
    }

    /// Whether there is nothing else to be heard then: what sounds the same is not begun anew.
    fn sounds_like(self, other: Self) -> bool {
        self.place == other.place && RoomTone::is_alike(self.hour, other.hour)
    }

    fn tone(self) -> RoomTone {
        RoomTone::of(self.place, self.hour)
    }
}

/// The room tone being played, with its place and hour, and whether the feature works.
#[derive(Resource, Debug, Default)]
pub(super) struct Sound {
    playing: Option<(PlaceAndHour, Running)>,
    status: AudioStatus,
}

impl Sound {
    /// Why the room tone cannot be heard although it is switched on.
    pub(super) fn problem(&self) -> Option<&str> {
        self.status.problem()
    }
}

impl Sound {
    /// The first program that would play on this computer, or why there is none.
    pub(super) fn program() -> Result<String, String> {
        let players = Player::of_system();
        let installed = players.iter().find(|player| player.program().is_installed());
        installed
            .map(|player| player.program().to_string())
            .ok_or_else(|| player::missing(&players).unwrap_or_default())
    }
}

impl AudioFeature for Sound {
    const FEATURE: Feature = Feature::Sound;

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
        if let Some((_, running)) = self.playing.take() {
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
    let here = PlaceAndHour::of(play.session());
    if sound.playing.as_ref().is_some_and(|(heard, _)| heard.sounds_like(here)) {
        return;
    }
    let (speech_activity, tell) = (speech_activity.clone(), sound.status.reporter(&proxy));
    let running = Running::start(move |stopped| {
        let reel = Arc::new(ToneStream::new(here.tone()));
        if let Some(trouble) = player::keep_playing(&Player::of_system(), &reel, &speech_activity, stopped) {
            tell(trouble);
        }
    });
    sound.playing = Some((here, running));
}

#[cfg(test)]
mod tests {
    use super::PlaceAndHour;
    use crate::app::play::tests::version;
    use crate::session::{Chance, Session};

    #[test]
    fn the_room_tone_follows_the_clock_of_the_conversation() {
        let by_the_clock = [
            ("hour: 19", "clock: \"16:30\""),
            ("id: \"come-to-you-first\",", "id: \"come-to-you-first\", minutes: 20,"),
            ("id: \"read-the-notes\",", "id: \"read-the-notes\", minutes: 90,"),
        ];
        let scenario = version(&by_the_clock);
        let begun = || Session::begin(scenario.clone(), Chance::from_seed(7));
        let (before, start) = (PlaceAndHour::of(&begun()), scenario.start);
        assert_eq!(before.hour, 16);
        for (choice, hour, same) in [("come-to-you-first", 16, true), ("read-the-notes", 18, false)] {
            let mut session = begun();
            let choice = scenario.find_choice(start, choice).expect("it has this choice");
            session.choose(choice, None).expect("it is on offer");
            let after = PlaceAndHour::of(&session);
            assert_eq!((after.hour, before.sounds_like(after)), (hour, same));
        }
        let session = Session::begin(version(&[]), Chance::from_seed(7));
        assert_eq!(PlaceAndHour::of(&session).hour, 19, "without a clock it is the hour of the file");
    }
}
