//! The place behind and before the people.

use bevy::prelude::*;

use super::PictureSystems;
use super::canvas::{Painted, Paper};
use super::damage::Damage;
use super::view::{PictureVisible, View};
use crate::picture::backdrop::{backdrop, foreground};
use crate::scenario::Place;

/// The place and the hour of the day, 0–23.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The place.
    pub place: Place,
    /// The hour; the light follows it.
    pub hour: u8,
}

impl Default for Room {
    fn default() -> Self {
        Self { place: Place::WaitingArea, hour: 12 }
    }
}

/// One of the two sheets that the place is painted on.
#[derive(Component, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Behind,
    Before,
}

/// Adds the place.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Room>().add_systems(Startup, spawn_layers).add_systems(
        Update,
        draw_room.in_set(PictureSystems::Draw).run_if(
            resource_changed::<Room>.or_else(resource_changed::<View>).or_else(resource_changed::<PictureVisible>),
        ),
    );
}

fn spawn_layers(mut commands: Commands, paper: Res<Paper>, mut meshes: ResMut<Assets<Mesh>>) {
    for (layer, depth) in [(Layer::Behind, 0.0), (Layer::Before, 100.0)] {
        commands.spawn((layer, paper.sheet(&mut meshes), Transform::from_xyz(0.0, 0.0, depth)));
    }
}

fn draw_room(
    room: Res<Room>,
    view: Res<View>,
    visible: Res<PictureVisible>,
    mut layers: Query<(&Layer, &Mesh2d, &mut Painted)>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut damage: ResMut<Damage>,
) {
    *damage = Damage::Whole;
    if !visible.0 {
        return;
    }
    for (layer, sheet, mut painted) in &mut layers {
        let picture = match layer {
            Layer::Behind => backdrop(room.place, room.hour, view.bounds),
            Layer::Before => foreground(room.place, room.hour, view.bounds),
        };
        painted.paint(sheet, &mut meshes, &picture, view.pixel);
    }
}
