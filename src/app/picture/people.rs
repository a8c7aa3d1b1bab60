//! The people on the stage: who they are, where they stand, and their drawing.

use bevy::ecs::component::{Component, Mutable, StorageType};
use bevy::prelude::*;

use super::PictureSystems;
use super::canvas::{Painted, Paper};
use super::damage::Damage;
use super::motion::Shown;
use super::room::Room;
use super::view::View;
use crate::picture::backdrop::Light;
use crate::picture::face::Mood;
use crate::picture::portrait::portrait;
use crate::scenario::Looks;

/// How far apart people stand, in the stage's units.
const APART: f32 = 270.0;
/// How large those stand who are not speaking.
const FURTHER_BACK: f32 = 0.88;

/// A person on the stage. Spawn it, set its [`Mood`], despawn it to let them leave.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
#[require(Mood, Shown, Transform, Visibility)]
pub struct Figure {
    /// How they look.
    pub looks: Looks,
    /// How old they are, in years.
    pub age: u8,
}

/// Whether somebody stands in front, because they are speaking. Without it, they do.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// In front; else further back.
    pub front: bool,
}

impl Component for Mood {
    const STORAGE_TYPE: StorageType = StorageType::Table;
    type Mutability = Mutable;
}

/// Adds the people.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        ((lay_sheets, place_people).chain().in_set(PictureSystems::Place), draw_people.in_set(PictureSystems::Draw)),
    );
}

/// Gives everyone new a sheet to be painted on.
fn lay_sheets(
    mut commands: Commands,
    unpainted: Query<Entity, (With<Figure>, Without<Mesh2d>)>,
    paper: Option<Res<Paper>>,
    meshes: Option<ResMut<Assets<Mesh>>>,
) {
    if unpainted.is_empty() {
        return;
    }
    let (Some(paper), Some(mut meshes)) = (paper, meshes) else { return };
    for person in &unpainted {
        commands.entity(person).insert(paper.sheet(&mut meshes));
    }
}

/// Side by side in the order they were spawned, whoever speaks in front.
fn place_people(
    changed: Query<(), Or<(Added<Figure>, Changed<Speaker>)>>,
    mut left: RemovedComponents<Figure>,
    mut people: Query<(Entity, Option<&Speaker>, &mut Transform), With<Figure>>,
    mut damage: ResMut<Damage>,
) {
    let someone_left = left.read().count() > 0;
    if changed.is_empty() && !someone_left {
        return;
    }
    *damage = Damage::Whole;
    let mut order: Vec<Entity> = people.iter().map(|(person, ..)| person).collect();
    order.sort_unstable();
    let middle = f32::from(u8::try_from(order.len()).unwrap_or(u8::MAX).saturating_sub(1)) / 2.0;
    for (slot, person) in (0_u8..).zip(order) {
        let Ok((_, speaker, mut place)) = people.get_mut(person) else { continue };
        let front = speaker.is_none_or(|speaker| speaker.front);
        let scale = if front { 1.0 } else { FURTHER_BACK };
        let depth = if front { 50.0 } else { 10.0 };
        let x = (f32::from(slot) - middle) * APART;
        *place = Transform::from_xyz(x, 0.0, depth + f32::from(slot)).with_scale(Vec3::new(scale, scale, 1.0));
    }
}

/// Paints everyone who looks other than before; everyone when light or view has changed.
fn draw_people(
    mut people: Query<(Ref<Figure>, Ref<Shown>, &Transform, Ref<Mesh2d>, &mut Painted)>,
    room: Res<Room>,
    view: Res<View>,
    meshes: Option<ResMut<Assets<Mesh>>>,
    mut damage: ResMut<Damage>,
) {
    let Some(mut meshes) = meshes else { return };
    let all = room.is_changed() || view.is_changed();
    for (patient, shown, place, sheet, mut painted) in &mut people {
        if all || patient.is_changed() || shown.is_changed() || sheet.is_added() {
            let light = Light::at(room.hour).on_people;
            let picture = portrait(&patient.looks, patient.age, shown.now()).under(light);
            let changed = painted.paint(&sheet, meshes.bypass_change_detection(), &picture, view.pixel);
            if let Some(changed) = changed {
                damage.add(on_stage(changed, place));
            }
        }
    }
}

/// A rectangle of somebody's drawing, where they stand.
fn on_stage(rect: Rect, place: &Transform) -> Rect {
    let (scale, at) = (place.scale.truncate(), place.translation.truncate());
    Rect::from_corners(rect.min * scale + at, rect.max * scale + at)
}
