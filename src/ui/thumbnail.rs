//! A picture of somebody in their place, as the screens show it: triangles, made elsewhere.

use std::sync::Arc;

use egui::emath::TSTransform;
use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2};

use super::look::radius;
use super::tokens::measure;

/// A picture of somebody in their place.
#[derive(Clone, Debug)]
pub struct Thumbnail {
    mesh: Arc<Mesh>,
    size: Vec2,
}

impl Thumbnail {
    /// A picture `size` wide and high: its corners and their colours, from the upper left, and three corners a triangle.
    #[must_use]
    pub fn new(size: Vec2, corners: impl IntoIterator<Item = (Pos2, Color32)>, indices: Vec<u32>) -> Self {
        let vertices = corners.into_iter().map(|(pos, color)| Vertex { pos, uv: egui::epaint::WHITE_UV, color });
        let mesh = Mesh { indices, vertices: vertices.collect(), ..Mesh::default() };
        Self { mesh: Arc::new(mesh), size }
    }

    /// Paints it over `rect`, as high as that is and with its middle in the middle. What stands over its corners is
    /// `around`, so that they are as round as a card's.
    pub(crate) fn paint(&self, painter: &Painter, rect: Rect, corners: [bool; 4], around: Color32, edge: Stroke) {
        let scale = (rect.height() / self.size.y).max(rect.width() / self.size.x);
        let middle = rect.center().to_vec2() - self.size * scale / 2.0;
        let mut shape = Shape::mesh(Arc::clone(&self.mesh));
        shape.transform(TSTransform::new(middle, scale));
        painter.with_clip_rect(rect.intersect(painter.clip_rect())).add(shape);
        let places = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
        for (place, round) in places.into_iter().zip(corners) {
            if round {
                painter.add(corner(place, rect.center(), around));
            }
        }
        let mut rounds = radius(0.0);
        let round = radius(measure::RADIUS).nw;
        [rounds.nw, rounds.ne, rounds.se, rounds.sw] = corners.map(|is_round| if is_round { round } else { 0 });
        painter.rect_stroke(rect, rounds, edge, StrokeKind::Inside);
    }
}

/// What lies between a corner and the arc that rounds it.
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
