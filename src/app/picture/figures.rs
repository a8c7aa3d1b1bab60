//! The people in the picture: where they stand, and their meshes.

use bevy::prelude::*;

use super::damage::Damage;
use super::figure::{Figure, FromLeft};
use super::mesh::{PictureMesh, SharedMaterial};
use super::motion::ExpressionAnimation;
use super::order::PictureSystems;
use super::room::Room;
use super::view::View;
use crate::picture::backdrop::Light;
use crate::picture::company::{Standing, beside};
use crate::picture::portrait::portrait;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (
            (insert_meshes, arrange_figures).chain().in_set(PictureSystems::Arrange),
            draw_figures.in_set(PictureSystems::Draw),
        ),
    );
}

/// Gives each new figure a mesh to be drawn with.
fn insert_meshes(
    mut commands: Commands,
    without_mesh: Query<Entity, (With<Figure>, Without<Mesh2d>)>,
    material: Option<Res<SharedMaterial>>,
    meshes: Option<ResMut<Assets<Mesh>>>,
) {
    if without_mesh.is_empty() {
        return;
    }
    let (Some(material), Some(mut meshes)) = (material, meshes) else { return };
    for figure in &without_mesh {
        commands.entity(figure).insert(material.mesh_bundle(&mut meshes));
    }
}

/// Places figures side by side.
fn arrange_figures(
    changed: Query<(), Or<(Added<Figure>, Changed<Standing>, Changed<FromLeft>)>>,
    mut removed: RemovedComponents<Figure>,
    mut figures: Query<(Entity, &Standing, &FromLeft, &mut Transform), With<Figure>>,
    mut damage: ResMut<Damage>,
) {
    let any_removed = removed.read().count() > 0;
    if changed.is_empty() && !any_removed {
        return;
    }
    *damage = Damage::Whole;
    let mut order: Vec<(FromLeft, Entity)> = figures.iter().map(|(figure, _, place, _)| (*place, figure)).collect();
    order.sort_unstable();
    let people = order.len();
    for (slot, (_, figure)) in (0_u8..).zip(order) {
        let Ok((_, standing, _, mut transform)) = figures.get_mut(figure) else { continue };
        let depth = match standing {
            Standing::Front => 50.0,
            Standing::Back => 10.0,
        };
        let (x, scale) = (beside(slot.into(), people), standing.scale());
        *transform = Transform::from_xyz(x, 0.0, depth + f32::from(slot)).with_scale(Vec3::new(scale, scale, 1.0));
    }
}

/// Redraws the figures that have changed; all of them when light or view has.
fn draw_figures(
    mut figures: Query<(Ref<Figure>, Ref<ExpressionAnimation>, &Transform, Ref<Mesh2d>, &mut PictureMesh)>,
    room: Res<Room>,
    view: Res<View>,
    meshes: Option<ResMut<Assets<Mesh>>>,
    mut damage: ResMut<Damage>,
) {
    let Some(mut meshes) = meshes else { return };
    let all = room.is_changed() || view.is_changed();
    for (figure, animation, transform, handle, mut mesh) in &mut figures {
        if all || figure.is_changed() || animation.is_changed() || handle.is_added() {
            let light = Light::at(room.hour).on_figures;
            let picture = portrait(&figure.looks, figure.age, animation.now()).lit_by(light);
            let changed = mesh.redraw(&handle, meshes.bypass_change_detection(), &picture, view.pixel);
            if let Some(changed) = changed {
                damage.add(in_picture(changed, transform));
            }
        }
    }
}

/// A rectangle of a figure, in the units of the whole picture.
fn in_picture(rect: Rect, transform: &Transform) -> Rect {
    let (scale, at) = (transform.scale.truncate(), transform.translation.truncate());
    Rect::from_corners(rect.min * scale + at, rect.max * scale + at)
}
