//! Brings the stage in line with the conversation: who is there, how they feel, where it is.

use bevy::prelude::*;

use crate::scenario::{PersonId, Scenario, Speaker};
use crate::session::Session;

use super::Step;
use super::app_data::Preferences;
use super::desktop::Desktop;
use super::picture::{self, Figure, Mood, PictureSystems, PictureVisible, ReducedMotion, Room, SceneMood};
use super::play::Play;
use super::screens::Screen;

/// Who of the scenario somebody on the stage is.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
struct Role(Speaker);

pub(super) fn plugin(app: &mut App) {
    app.configure_sets(Update, Step::Present.before(PictureSystems::Move));
    app.add_systems(Update, (still, light_up, people, moods, ground).chain().in_set(Step::Present));
}

/// Movement as the settings and the desktop ask for it.
fn still(preferences: Res<Preferences>, desktop: Res<Desktop>, mut reduced: ResMut<ReducedMotion>) {
    let still = preferences.look(desktop.motion).still;
    reduced.set_if_neq(ReducedMotion(still));
}

/// The stage is lit only in the conversation.
fn light_up(
    screen: Res<State<Screen>>,
    play: Option<Res<Play>>,
    mut visible: ResMut<PictureVisible>,
    mut room: ResMut<Room>,
) {
    let lit = *screen.get() == Screen::Conversation && play.is_some();
    visible.set_if_neq(PictureVisible(lit));
    if let Some(play) = play {
        let scenario = play.session.scenario();
        room.set_if_neq(Room { place: scenario.place, hour: scenario.hour });
    }
}

/// Who is on the stage: the patient always, others who speak in the scene and can be seen.
fn people(mut commands: Commands, play: Option<Res<Play>>, there: Query<(Entity, &Role, &Figure)>) {
    let wanted = play.as_ref().map_or_else(Vec::new, |play| cast(&play.session));
    let right = |role: &Role, patient: &Figure| wanted.iter().any(|(wanted, who)| *wanted == role.0 && who == patient);
    for (entity, role, patient) in &there {
        if !right(role, patient) {
            commands.entity(entity).despawn();
        }
    }
    for (speaker, patient) in &wanted {
        if !there.iter().any(|(_, role, on_stage)| role.0 == *speaker && on_stage == patient) {
            let front = picture::Standing { front: *speaker == Speaker::Patient };
            commands.spawn((patient.clone(), Role(*speaker), front, DespawnOnExit(Screen::Conversation)));
        }
    }
}

/// Everyone who is to be seen in the scene on stage, in a fixed order.
fn cast(session: &Session) -> Vec<(Speaker, Figure)> {
    let scenario = session.scenario();
    let patient = Figure { looks: scenario.patient.looks.clone(), age: scenario.patient.age };
    let mut cast = vec![(Speaker::Patient, patient)];
    for line in &session.current_scene().lines {
        let Speaker::Person(id) = line.speaker else { continue };
        if cast.iter().all(|(speaker, _)| *speaker != line.speaker) {
            cast.extend(seen(scenario, id).map(|person| (line.speaker, person)));
        }
    }
    cast
}

fn seen(scenario: &Scenario, id: PersonId) -> Option<Figure> {
    let person = scenario.person(id);
    person.looks.as_ref().map(|looks| Figure { looks: looks.clone(), age: person.age })
}

/// How everyone feels. Others than the patient are calm company.
fn moods(play: Option<Res<Play>>, mut people: Query<(&Role, &mut Mood)>) {
    let Some(play) = play else { return };
    for (role, mut mood) in &mut people {
        let felt = match role.0 {
            Speaker::Patient => patient_mood(&play.session),
            Speaker::Person(_) => Mood::default(),
        };
        mood.set_if_neq(felt);
    }
}

fn patient_mood(session: &Session) -> Mood {
    let state = session.state();
    let share = |feeling: u8| f32::from(feeling) / 100.0;
    Mood {
        agitation: share(state.mind.feelings.agitation),
        trust: share(state.mind.feelings.trust),
        understanding: share(state.mind.feelings.understanding),
        need_open: state.any_need_open(),
        recovering: state.mind.recovering(),
        scene_mood: session.scene().mood.as_deref().and_then(SceneMood::from_id),
    }
}

/// The ground of the screens, in the colour of the theme.
fn ground(preferences: Res<Preferences>, mut ground: ResMut<ClearColor>) {
    let [red, green, blue, _] = crate::ui::Palette::of(preferences.theme).ground.to_array();
    let colour = Color::srgb_u8(red, green, blue);
    if ground.0 != colour {
        ground.0 = colour;
    }
}
