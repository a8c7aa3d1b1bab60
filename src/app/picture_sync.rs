//! Updates the picture from the conversation: who is in it, how they feel, where they are.

use std::time::Duration;

use bevy::prelude::*;

use crate::scenario::{PersonId, Scenario, Speaker};
use crate::session::{CurrentScene, Session};

use super::app_data::Preferences;
use super::desktop::Desktop;
use super::flow::{Screen, Step};
use super::picture::{
    Figure, FromLeft, Mood, PictureSystems, PictureVisible, ReducedMotion, Room, SceneMood, Standing,
};
use super::play::Play;
use super::waker::Waker;
use super::workstation::Workstation;

/// For how long the mood of an answer is acted out.
pub(super) const ANSWER: Duration = Duration::from_millis(2500);

/// The person of the scenario that a figure shows.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
struct Role(Speaker);

pub(super) fn plugin(app: &mut App) {
    app.configure_sets(Update, Step::Present.before(PictureSystems::Animate));
    app.add_systems(
        Update,
        (reduce_motion, show_picture, update_figures, update_moods, update_background).chain().in_set(Step::Present),
    );
}

fn reduce_motion(preferences: Res<Preferences>, desktop: Res<Desktop>, mut reduced: ResMut<ReducedMotion>) {
    let still = preferences.look(desktop.motion).still;
    reduced.set_if_neq(ReducedMotion(still));
}

/// The picture is visible in the conversation only.
fn show_picture(
    screen: Res<State<Screen>>,
    play: Option<Res<Play>>,
    mut visible: ResMut<PictureVisible>,
    mut room: ResMut<Room>,
) {
    let shown = *screen.get() == Screen::Conversation && play.is_some();
    visible.set_if_neq(PictureVisible(shown));
    if let Some(play) = play {
        let session = play.session();
        let (place, clock) = (session.scenario().place, session.current_scene().clock);
        room.set_if_neq(Room { place, hour: session.hour(), clock });
    }
}

/// Spawns and despawns figures, so that they are those of the current scene.
fn update_figures(
    mut commands: Commands,
    play: Option<Res<Play>>,
    mut present: Query<(Entity, &Role, &Figure, &mut FromLeft)>,
) {
    let wanted = play.as_ref().map_or_else(Vec::new, |play| figures(play.session()));
    let stays =
        |role: &Role, figure: &Figure| wanted.iter().any(|(speaker, wanted)| *speaker == role.0 && wanted == figure);
    for (entity, role, figure, _) in &present {
        if !stays(role, figure) {
            commands.entity(entity).despawn();
        }
    }
    for (place, (speaker, figure)) in wanted.iter().enumerate() {
        let place = FromLeft(place);
        let mut there = present.iter_mut().filter(|(_, role, present, _)| role.0 == *speaker && *present == figure);
        if let Some((.., mut stands)) = there.next() {
            stands.set_if_neq(place);
        } else {
            let standing = if *speaker == Speaker::Patient { Standing::Front } else { Standing::Back };
            commands.spawn((figure.clone(), Role(*speaker), standing, place, DespawnOnExit(Screen::Conversation)));
        }
    }
}

/// The figures of the current scene, from left to right.
pub(super) fn figures(session: &Session) -> Vec<(Speaker, Figure)> {
    let scenario = session.scenario();
    let people = session.current_scene().in_picture(scenario).into_iter();
    people.filter_map(|speaker| Some((speaker, figure(scenario, speaker)?))).collect()
}

fn figure(scenario: &Scenario, speaker: Speaker) -> Option<Figure> {
    let (looks, age) = match speaker {
        Speaker::Patient => (Some(&scenario.patient.looks), scenario.patient.age),
        Speaker::Person(id) => (scenario.person(id).looks.as_ref(), scenario.person(id).age),
    };
    looks.map(|looks| Figure { looks: looks.clone(), age })
}

/// Sets the moods of all figures. Everyone but the patient is calm, unless what they say has a mood of its own.
fn update_moods(
    play: Option<Res<Play>>,
    reduced: Res<ReducedMotion>,
    mut wake: ResMut<Waker>,
    mut answered: Local<(usize, Duration)>,
    mut figures: Query<(&Role, &mut Mood)>,
) {
    let Some(play) = play else { return };
    if answered.0 != play.met().len() {
        *answered = (play.met().len(), wake.now);
    }
    let left = (answered.1 + ANSWER).saturating_sub(wake.now);
    let current = play.session().current_scene();
    let answering = !reduced.0 && !left.is_zero() && current.answer.mood.is_some();
    if answering {
        wake.after(left);
    }
    let acted_out = scene_mood(current, answering, reduced.0);
    for (role, mut mood) in &mut figures {
        mood.set_if_neq(mood_of(play.session(), role.0, acted_out));
    }
}

/// The mood of somebody in the scene, where the patient acts out another.
pub(super) fn mood_of(session: &Session, speaker: Speaker, acted_out: Option<SceneMood>) -> Mood {
    match speaker {
        Speaker::Patient => patient_mood(session, acted_out),
        Speaker::Person(id) => person_mood(session.current_scene(), id),
    }
}

/// The mood that the patient acts out: that of the answer for a moment, then that of the scene. Without motion only one
/// of them, the scene's if it sets one.
pub(super) fn scene_mood(current: &CurrentScene, answering: bool, still: bool) -> Option<SceneMood> {
    let (answer, arrival) = (current.answer.mood.as_deref(), current.arrival.mood.as_deref());
    let id = match (answering, still) {
        (true, _) => answer,
        (false, true) => arrival.or(answer),
        (false, false) => arrival,
    };
    id.and_then(SceneMood::from_id)
}

fn person_mood(current: &CurrentScene, person: PersonId) -> Mood {
    let scene_mood = current.mood_of(person).and_then(|id| SceneMood::from_id(id));
    Mood { scene_mood, ..Mood::default() }
}

/// The mood of the patient, who acts out what the last scene asks for.
pub(super) fn mood_at_the_end(session: &Session) -> Mood {
    patient_mood(session, scene_mood(session.current_scene(), false, true))
}

fn patient_mood(session: &Session, scene_mood: Option<SceneMood>) -> Mood {
    let state = session.state();
    let share = |feeling: u8| f32::from(feeling) / 100.0;
    Mood {
        agitation: share(state.mind.feelings.agitation),
        trust: share(state.mind.feelings.trust),
        understanding: share(state.mind.feelings.understanding),
        hurting: state.hurts(session.scenario()),
        recovering: state.mind.recovering(),
        scene_mood,
    }
}

/// The window's background follows the theme.
fn update_background(
    (preferences, workstation, screen): (Res<Preferences>, Res<Workstation>, Res<State<Screen>>),
    mut background: ResMut<ClearColor>,
) {
    let theme = workstation.settings_on(*screen.get(), preferences.0).theme;
    let [red, green, blue, _] = crate::ui::Palette::of(theme).background.to_array();
    let colour = Color::srgb_u8(red, green, blue);
    if background.0 != colour {
        background.0 = colour;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::ShownPassage;

    #[test]
    fn an_answer_is_acted_out_for_a_moment_and_then_the_scene() {
        let passage = |mood: Option<&str>| ShownPassage { mood: mood.map(Into::into), ..ShownPassage::default() };
        let acted_out = |[answer, arrival]: [Option<&str>; 2], answering, still| {
            let current =
                CurrentScene { answer: passage(answer), arrival: passage(arrival), ..CurrentScene::default() };
            scene_mood(&current, answering, still).map(SceneMood::id)
        };
        let both = [Some("relieved"), Some("guarded")];
        assert_eq!(acted_out(both, true, false), Some("relieved"));
        assert_eq!(acted_out(both, false, false), Some("guarded"));
        assert_eq!(acted_out(both, false, true), Some("guarded"), "without motion only the scene's");
        assert_eq!(acted_out([Some("relieved"), None], false, true), Some("relieved"), "unless it has none");
        assert_eq!(acted_out([Some("relieved"), None], false, false), None);
    }
}
