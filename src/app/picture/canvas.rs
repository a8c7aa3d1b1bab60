//! Triangles → a mesh on the stage, with the one material that all of them share.

use bevy::asset::{Asset, RenderAssetUsages};
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy::render::render_resource::AsBindGroup;
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin};

use super::damage::difference;
use super::view::STAGE_LAYER;
use crate::app::shaders::PAPER;
use crate::picture::shapes::{Picture, Triangles, tessellate};

/// The material of everything on the stage: the colours are in the meshes.
#[derive(Asset, TypePath, AsBindGroup, Clone)]
struct Coloured {}

impl Material2d for Coloured {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(PAPER)
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}

/// What everything on the stage is painted on.
#[derive(Resource)]
pub(super) struct Paper(Handle<Coloured>);

/// Adds the material.
pub(super) fn plugin(app: &mut App) {
    app.add_plugins(Material2dPlugin::<Coloured>::default()).add_systems(PreStartup, lay_paper);
}

fn lay_paper(mut commands: Commands, mut materials: ResMut<Assets<Coloured>>) {
    commands.insert_resource(Paper(materials.add(Coloured {})));
}

/// What is painted on a sheet.
#[derive(Component, Default)]
pub(super) struct Painted(Triangles);

impl Paper {
    /// What an entity needs to be drawn: a mesh of its own to paint on.
    pub(super) fn sheet(&self, meshes: &mut Assets<Mesh>) -> impl Bundle + use<> {
        (
            Mesh2d(meshes.add(mesh(Triangles::default()))),
            Painted::default(),
            MeshMaterial2d(self.0.clone()),
            STAGE_LAYER,
            // The mesh is replaced as the face moves; its first bounds would not hold.
            NoFrustumCulling,
        )
    }
}

impl Painted {
    /// Paints a picture in the place of what is there, and returns the rectangle in which it looks other than that;
    /// `pixel` is the width of a pixel in the picture's units.
    pub(super) fn paint(
        &mut self,
        sheet: &Mesh2d,
        meshes: &mut Assets<Mesh>,
        picture: &Picture,
        pixel: f32,
    ) -> Option<Rect> {
        let triangles = tessellate(picture, pixel);
        let changed = difference(&self.0, &triangles)?;
        self.0.clone_from(&triangles);
        if let Err(error) = meshes.insert(&sheet.0, mesh(triangles)) {
            debug!("nothing to paint on any more: {error}");
        }
        Some(changed)
    }
}

/// Bevy 0.19 reports an error for a mesh without triangles, so an empty one is one without size.
fn mesh(mut triangles: Triangles) -> Mesh {
    if triangles.indices.is_empty() {
        triangles = Triangles { positions: vec![[0.0; 3]; 3], colours: vec![[0.0; 4]; 3], indices: vec![0, 1, 2] };
    }
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, triangles.positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, triangles.colours)
        .with_inserted_indices(Indices::U32(triangles.indices))
}
