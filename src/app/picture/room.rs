//! The place around the people: a layer behind them and a layer in front.

use bevy::prelude::*;

use super::damage::Damage;
use super::mesh::{PictureMesh, SharedMaterial};
use super::order::PictureSystems;
use super::view::{PictureVisible, View};
use crate::picture::backdrop::{backdrop, foreground};
use crate::scenario::{ClockTime, Place};

/// The place and the hour that are drawn.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    pub place: Place,
    /// 0–23; the light follows it.
    pub hour: u8,
    /// What the clock on the wall shows, where the conversation runs by it.
    pub clock: Option<ClockTime>,
}

impl Default for Room {
    fn default() -> Self {
        Self { place: Place::WaitingArea, hour: 12, clock: None }
    }
}

/// One of the two layers that the place is drawn on.
#[derive(Component, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Backdrop,
    Foreground,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Room>().add_systems(Startup, spawn_layers).add_systems(
        Update,
        draw_room.in_set(PictureSystems::Draw).run_if(
            resource_changed::<Room>.or_else(resource_changed::<View>).or_else(resource_changed::<PictureVisible>),
        ),
    );
}

fn spawn_layers(mut commands: Commands, material: Res<SharedMaterial>, mut meshes: ResMut<Assets<Mesh>>) {
    for (layer, depth) in [(Layer::Backdrop, 0.0), (Layer::Foreground, 100.0)] {
        commands.spawn((layer, material.mesh_bundle(&mut meshes), Transform::from_xyz(0.0, 0.0, depth)));
    }
}

fn draw_room(
    room: Res<Room>,
    view: Res<View>,
    visible: Res<PictureVisible>,
    mut layers: Query<(&Layer, &Mesh2d, &mut PictureMesh)>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut damage: ResMut<Damage>,
) {
    *damage = Damage::Whole;
    if !visible.0 {
        return;
    }
    for (layer, handle, mut mesh) in &mut layers {
        let picture = match layer {
            Layer::Backdrop => backdrop(room.place, room.hour, room.clock, view.bounds),
            Layer::Foreground => foreground(room.place, room.hour, view.bounds),
        };
        mesh.redraw(handle, &mut meshes, &picture, view.pixel);
    }
}
