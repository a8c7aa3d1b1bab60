//! Thumbnails of patients. Their triangles are made elsewhere, so that `ui` does not depend on how people are drawn.

use std::sync::Arc;

use egui::emath::TSTransform;
use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2};

use super::look::radius;
use super::tokens::measure;

/// The small picture of a patient on a card.
#[derive(Clone, Debug)]
pub struct Thumbnail {
    mesh: Arc<Mesh>,
    size: Vec2,
}

impl Thumbnail {
    /// Creates a thumbnail from vertices with their colours, in points from the upper left corner of a picture of this
    /// size, and three indices for each triangle.
    #[must_use]
    pub fn new(size: Vec2, vertices: impl IntoIterator<Item = (Pos2, Color32)>, indices: Vec<u32>) -> Self {
        let vertices = vertices.into_iter().map(|(pos, color)| Vertex { pos, uv: egui::epaint::WHITE_UV, color });
        let mesh = Mesh { indices, vertices: vertices.collect(), ..Mesh::default() };
        Self { mesh: Arc::new(mesh), size }
    }

    /// Paints it so that it covers `rect`, centred and clipped. `corners`, clockwise from the upper left, says which
    /// are rounded: they are painted over in the colour `around`.
    pub(crate) fn paint(&self, painter: &Painter, rect: Rect, corners: [bool; 4], around: Color32, edge: Stroke) {
        let scale = (rect.height() / self.size.y).max(rect.width() / self.size.x);
        let offset = rect.center().to_vec2() - self.size * scale / 2.0;
        let mut shape = Shape::mesh(Arc::clone(&self.mesh));
        shape.transform(TSTransform::new(offset, scale));
        painter.with_clip_rect(rect.intersect(painter.clip_rect())).add(shape);
        let positions = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
        for (position, round) in positions.into_iter().zip(corners) {
            if round {
                painter.add(corner(position, rect.center(), around));
            }
        }
        let mut rounds = radius(0.0);
        let round = radius(measure::RADIUS).nw;
        [rounds.nw, rounds.ne, rounds.se, rounds.sw] = corners.map(|is_round| if is_round { round } else { 0 });
        painter.rect_stroke(rect, rounds, edge, StrokeKind::Inside);
    }
}

/// The area between a corner and the arc that rounds it.
fn corner(at: Pos2, inside: Pos2, colour: Color32) -> Shape {
    const STEPS: u8 = 8;
    let towards = Vec2::new((inside.x - at.x).signum(), (inside.y - at.y).signum()) * measure::RADIUS;
    let centre = at + towards;
    let mut mesh = Mesh::default();
    mesh.colored_vertex(at, colour);
    for step in 0..=STEPS {
        let angle = std::f32::consts::FRAC_PI_2 * f32::from(step) / f32::from(STEPS);
        mesh.colored_vertex(pos2(centre.x - towards.x * angle.cos(), centre.y - towards.y * angle.sin()), colour);
        if step > 0 {
            mesh.add_triangle(0, u32::from(step), u32::from(step) + 1);
        }
    }
    Shape::mesh(mesh)
}
