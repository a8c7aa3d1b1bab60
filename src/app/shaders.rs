//! The window's two shaders, simple enough for software rendering.

use bevy::asset::uuid_handle;
use bevy::prelude::*;
use bevy_egui::render::EGUI_SHADER_HANDLE;

/// Fills the triangles of the picture.
pub(super) const PICTURE: Handle<Shader> = uuid_handle!("7c1d7f0e-6a52-4a0b-9d55-2f6d0a3f8b61");

/// Adds the picture's shader, and replaces that of `bevy_egui` by a simpler one.
pub(super) fn plugin(app: &mut App) {
    let shaders = [
        (PICTURE, "picture.wgsl", include_str!("../../assets/shaders/picture.wgsl")),
        (EGUI_SHADER_HANDLE, "screens.wgsl", include_str!("../../assets/shaders/screens.wgsl")),
    ];
    let mut assets = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, name, source) in shaders {
        if let Err(error) = assets.insert(handle.id(), Shader::from_wgsl(source, name)) {
            error!("the shader {name} cannot be kept: {error}");
        }
    }
}
