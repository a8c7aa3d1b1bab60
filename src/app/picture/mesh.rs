//! Triangles → the meshes of the picture, and the one material that they all share.

use bevy::asset::{Asset, RenderAssetUsages};
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy::render::render_resource::AsBindGroup;
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin};

use super::damage::difference;
use super::view::PICTURE_LAYER;
use crate::app::shaders::PICTURE;
use crate::picture::shapes::{Picture, Triangles, tessellate};

/// The material of the whole picture. It has no parameters: the colours are in the meshes.
#[derive(Asset, TypePath, AsBindGroup, Clone)]
struct PictureMaterial {}

impl Material2d for PictureMaterial {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(PICTURE)
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}

/// The handle of the only [`PictureMaterial`].
#[derive(Resource)]
pub(super) struct SharedMaterial(Handle<PictureMaterial>);

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(Material2dPlugin::<PictureMaterial>::default()).add_systems(PreStartup, add_shared_material);
}

fn add_shared_material(mut commands: Commands, mut materials: ResMut<Assets<PictureMaterial>>) {
    commands.insert_resource(SharedMaterial(materials.add(PictureMaterial {})));
}

/// The triangles that an entity's mesh was last made of.
#[derive(Component, Default)]
pub(super) struct PictureMesh(Triangles);

impl SharedMaterial {
    /// What an entity needs to be drawn, with a mesh of its own that is still empty.
    pub(super) fn mesh_bundle(&self, meshes: &mut Assets<Mesh>) -> impl Bundle + use<> {
        (
            Mesh2d(meshes.add(mesh(Triangles::default()))),
            PictureMesh::default(),
            MeshMaterial2d(self.0.clone()),
            PICTURE_LAYER,
            // The mesh is replaced as the face moves, but its bounds would stay those of the first.
            NoFrustumCulling,
        )
    }
}

impl PictureMesh {
    /// Replaces the mesh by that of another picture, and returns the rectangle in which the two differ, if they do.
    /// `pixel` is the width of a pixel in the picture's units.
    pub(super) fn redraw(
        &mut self,
        handle: &Mesh2d,
        meshes: &mut Assets<Mesh>,
        picture: &Picture,
        pixel: f32,
    ) -> Option<Rect> {
        let triangles = tessellate(picture, pixel);
        let changed = difference(&self.0, &triangles)?;
        self.0.clone_from(&triangles);
        if let Err(error) = meshes.insert(&handle.0, mesh(triangles)) {
            debug!("the mesh is gone: {error}");
        }
        Some(changed)
    }
}

/// Bevy 0.19 reports an error for a mesh without triangles, so an empty one gets a triangle without an area.
fn mesh(mut triangles: Triangles) -> Mesh {
    if triangles.indices.is_empty() {
        triangles = Triangles { positions: vec![[0.0; 3]; 3], colours: vec![[0.0; 4]; 3], indices: vec![0, 1, 2] };
    }
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, triangles.positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, triangles.colours)
        .with_inserted_indices(Indices::U32(triangles.indices))
}
