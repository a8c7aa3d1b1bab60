// Draws egui's triangles, as bevy_egui's own shader does, but cheaply enough for a processor: that one raises six
// numbers to a power for every pixel. Here only the atlas of letters is drawn from, in which a pixel's colour is white
// times its coverage, so that the coverage alone says all; and the sRGB curve is a polynomial.

struct Transform {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct VertexOutput {
    @builtin(position) position: vec4<f32>,
    @location(0) colour: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> transform: Transform;
@group(1) @binding(0) var atlas: texture_2d<f32>;
@group(1) @binding(1) var atlas_sampler: sampler;

@vertex
fn vs_main(
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) colour: vec4<f32>,
) -> VertexOutput {
    return VertexOutput(vec4<f32>(position * transform.scale + transform.translation, 0.0, 1.0), colour, uv);
}

// sRGB to linear light (IEC 61966-2-1). Of degree five, fitted to the curve: of the 256 values of a channel, all come
// back as they were when they are encoded again.
fn linear(x: vec3<f32>) -> vec3<f32> {
    return x * (0.0660443 + x * (0.2057868 + x * (1.7015828 + x * (-1.6423739 + x * 0.6689600))));
}

@fragment
fn fs_main(in: VertexOutput) -> @location(0) vec4<f32> {
    let colour = in.colour * textureSample(atlas, atlas_sampler, in.uv).a;
    return vec4<f32>(linear(colour.rgb), colour.a);
}
