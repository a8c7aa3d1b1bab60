//! A picture → triangles with a colour at each vertex and anti-aliased edges.
//!
//! Edges are anti-aliased by a fringe of triangles that fades out over about a pixel, instead of by multisampling,
//! which is expensive on software renderers.

use glam::Vec2;
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillTessellator, FillVertex, VertexBuffers, math,
    path::{EndpointId, Polygon},
};

use super::{
    outline::Outline,
    picture::{Paint, Picture, Shape},
    strip::strip,
};

/// How far a sharp corner may push the fringe out, in fringe widths.
const LONGEST_MITRE: f32 = 2.0;
/// How far a simplified outline may be off, in fringe widths: a fraction of a pixel.
const TOLERANCE: f32 = 0.15;
/// The rings of a glow, from the middle outwards: the share of the radius, and the share of the colour's alpha there.
/// The middle itself has all of it.
pub const GLOW_RINGS: [(f32, f32); 4] = [(0.3, 0.85), (0.55, 0.5), (0.78, 0.17), (1.0, 0.0)];

/// Triangles with a colour at each vertex, in painting order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Triangles {
    pub positions: Vec<[f32; 3]>,
    /// One for each position: linear light, straight alpha.
    pub colours: Vec<[f32; 4]>,
    /// Three for each triangle.
    pub indices: Vec<u32>,
}

/// The triangles of a picture; `fringe` is the width of an anti-aliased edge in the picture's units, ideally that of a
/// pixel.
#[must_use]
pub fn tessellate(picture: &Picture, fringe: f32) -> Triangles {
    let points: usize = picture.shapes.iter().map(|shape| shape.outline.points.len()).sum();
    let mut triangles = Triangles {
        positions: Vec::with_capacity(2 * points),
        colours: Vec::with_capacity(2 * points),
        indices: Vec::with_capacity(9 * points),
    };
    let mut tessellator = FillTessellator::new();
    for shape in &picture.shapes {
        match shape.paint {
            Paint::Glow(_) => triangles.push_glow(shape),
            Paint::Solid(_) | Paint::Gradient { .. } => triangles.push_fill(shape, fringe, &mut tessellator),
        }
    }
    triangles
}

/// Gives the vertices of a shape their colours.
struct VertexColour {
    paint: Paint,
    /// In linear light, where the whole shape has one colour.
    solid: Option<[f32; 4]>,
}

impl VertexColour {
    fn new(paint: Paint) -> Self {
        let solid = match paint {
            Paint::Solid(colour) | Paint::Glow(colour) => Some(colour.linear()),
            Paint::Gradient { .. } => None,
        };
        Self { paint, solid }
    }

    /// The colour at a point, its alpha multiplied by `alpha`.
    fn at(&self, point: Vec2, alpha: f32) -> [f32; 4] {
        let [red, green, blue, own] = self.solid.unwrap_or_else(|| self.paint.at(point).linear());
        [red, green, blue, own * alpha]
    }
}

impl Triangles {
    fn push_vertex(&mut self, at: Vec2, colour: &VertexColour, alpha: f32) -> u32 {
        let index = u32::try_from(self.positions.len()).unwrap_or(u32::MAX);
        self.positions.push([at.x, at.y, 0.0]);
        self.colours.push(colour.at(at, alpha));
        index
    }

    /// Rings of triangles around the middle.
    fn push_glow(&mut self, shape: &Shape) {
        let points = &shape.outline.points;
        let Ok(count) = u32::try_from(points.len()) else { return };
        if count < 3 {
            return;
        }
        let colour = VertexColour::new(shape.paint);
        let middle = points.iter().copied().sum::<Vec2>() / f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        let centre = self.push_vertex(middle, &colour, 1.0);
        for (out, alpha) in GLOW_RINGS {
            for point in points {
                self.push_vertex(middle.lerp(*point, out), &colour, alpha);
            }
        }
        for corner in 0..count {
            let (here, next) = (centre + 1 + corner, centre + 1 + (corner + 1) % count);
            self.indices.extend([centre, here, next]);
            for ring in 0..3 {
                let (inner, outer) = (ring * count, (ring + 1) * count);
                self.indices.extend([here + inner, here + outer, next + outer]);
                self.indices.extend([here + inner, next + outer, next + inner]);
            }
        }
    }

    /// The inside, and the fringe around it.
    fn push_fill(&mut self, shape: &Shape, fringe: f32, tessellator: &mut FillTessellator) {
        let outline = anticlockwise_without_repeats(&shape.outline).simplified(TOLERANCE * fringe);
        if outline.points.len() < 3 {
            return;
        }
        // A shape thinner than the fringe is made fainter, as it cannot be made thinner.
        let thickness = 2.0 * outline.signed_area() / outline.length().max(1e-6);
        let alpha = (2.0 * thickness / (fringe + thickness)).min(1.0);
        let inset = (fringe / 2.0).min(0.45 * thickness);
        let outset = fringe / 2.0;

        let colour = VertexColour::new(shape.paint);
        let first = u32::try_from(self.positions.len()).unwrap_or(u32::MAX);
        let mut inner = Vec::with_capacity(outline.points.len());
        for (at, out) in outward(&outline) {
            inner.push(at - out * inset);
            self.push_vertex(at - out * inset, &colour, alpha);
            self.push_vertex(at + out * outset, &colour, 0.0);
        }
        self.push_inside(&inner, first, (&colour, alpha), tessellator);
        let count = u32::try_from(inner.len()).unwrap_or(0);
        for corner in 0..count {
            let (here, next) = (first + 2 * corner, first + 2 * ((corner + 1) % count));
            self.indices.extend([here, here + 1, next + 1, here, next + 1, next]);
        }
    }

    /// Triangulates the inside of a ring whose vertices are already in the mesh: every second one from `first` on.
    fn push_inside(
        &mut self,
        ring: &[Vec2],
        first: u32,
        (colour, alpha): (&VertexColour, f32),
        tessellator: &mut FillTessellator,
    ) {
        if let Some(triangles) = strip(ring) {
            self.indices.extend(triangles.into_iter().flatten().map(|corner| first + 2 * corner));
            return;
        }
        let points: Vec<math::Point> = ring.iter().map(|point| math::point(point.x, point.y)).collect();
        let mut buffers: VertexBuffers<(math::Point, Option<EndpointId>), u32> = VertexBuffers::new();
        let mut output =
            BuffersBuilder::new(&mut buffers, |vertex: FillVertex| (vertex.position(), vertex.as_endpoint_id()));
        let polygon = Polygon { points: &points, closed: true };
        let options = FillOptions::non_zero();
        if tessellator.tessellate_with_ids(polygon.id_iter(), &polygon, None, &options, &mut output).is_err() {
            return;
        }
        // The corners of the ring are in the mesh already; where it crosses itself, tessellation adds a vertex.
        let corners: Vec<u32> = buffers
            .vertices
            .iter()
            .map(|(point, of_ring)| match of_ring {
                Some(EndpointId(corner)) => first + 2 * corner,
                None => self.push_vertex(Vec2::new(point.x, point.y), colour, alpha),
            })
            .collect();
        self.indices.extend(buffers.indices.iter().map(|index| corners[*index as usize]));
    }
}

/// The outline anticlockwise and without repeated points.
fn anticlockwise_without_repeats(outline: &Outline) -> Outline {
    let mut points: Vec<Vec2> = outline.points.iter().copied().filter(|point| point.is_finite()).collect();
    points.dedup_by(|next, point| next.distance_squared(*point) < 1e-4);
    while points.len() > 1 && points[0].distance_squared(points[points.len() - 1]) < 1e-4 {
        points.pop();
    }
    if (Outline { points: points.clone() }).signed_area() < 0.0 {
        points.reverse();
    }
    Outline { points }
}

/// Each corner with its outward mitre: of length 1 on a straight edge and longer at a corner.
fn outward(outline: &Outline) -> impl Iterator<Item = (Vec2, Vec2)> + '_ {
    let points = &outline.points;
    let count = points.len();
    points.iter().enumerate().map(move |(index, at)| {
        let arriving = -(*at - points[(index + count - 1) % count]).perp().normalize_or_zero();
        let leaving = -(points[(index + 1) % count] - *at).perp().normalize_or_zero();
        let out = (arriving + leaving).normalize_or_zero();
        let mitre = 1.0 / out.dot(leaving).max(1.0 / LONGEST_MITRE);
        (*at, out * mitre)
    })
}

#[cfg(test)]
mod tests {
    use super::super::colour::Colour;
    use super::*;

    /// The sum of area times mean alpha over all triangles.
    fn coverage(triangles: &Triangles) -> f32 {
        let corner = |index: u32| {
            let index = index as usize;
            (Vec2::new(triangles.positions[index][0], triangles.positions[index][1]), triangles.colours[index][3])
        };
        let areas = triangles.indices.chunks(3).map(|triangle| {
            let [(a, first), (b, second), (c, third)] = [corner(triangle[0]), corner(triangle[1]), corner(triangle[2])];
            (b - a).perp_dot(c - a).abs() / 2.0 * (first + second + third) / 3.0
        });
        areas.sum()
    }

    fn filled(outline: Outline) -> Picture {
        let mut picture = Picture::default();
        picture.fill(outline, Colour::hex(0x33_66_99));
        picture
    }

    #[test]
    fn a_soft_edge_keeps_the_area() {
        let picture = filled(Outline::ellipse(Vec2::ZERO, Vec2::splat(50.0)));
        let area = std::f32::consts::PI * 2500.0;
        for fringe in [0.5, 1.0, 4.0] {
            let covered = coverage(&tessellate(&picture, fringe));
            assert!((covered - area).abs() < area * 0.02, "{covered} at {fringe}");
        }
    }

    #[test]
    fn a_hair_line_stays_faint_when_a_pixel_is_wide() {
        let line = Outline::rectangle(Vec2::ZERO, Vec2::new(100.0, 2.0));
        let covered = coverage(&tessellate(&filled(line), 6.0));
        assert!((covered - 200.0).abs() < 60.0, "{covered}");
    }

    #[test]
    fn every_index_has_its_vertex_and_every_vertex_is_finite() {
        let mut picture = filled(Outline::polygon(&[Vec2::ZERO, Vec2::ZERO, Vec2::X, Vec2::X, Vec2::Y, Vec2::NAN]));
        picture.glow(Vec2::ZERO, Vec2::ONE, Colour::hex(0xFF_FF_FF));
        picture.fill(Outline::polygon(&[Vec2::ZERO, Vec2::X]), Colour::hex(0));
        let triangles = tessellate(&picture, 1.0);
        assert_eq!(triangles.positions.len(), triangles.colours.len());
        assert!(triangles.indices.iter().all(|index| (*index as usize) < triangles.positions.len()));
        assert!(triangles.positions.iter().flatten().all(|number| number.is_finite()));
    }

    #[test]
    fn a_glow_fades_out() {
        let mut picture = Picture::default();
        picture.glow(Vec2::ZERO, Vec2::splat(10.0), Colour::hex(0xFF_FF_FF));
        let triangles = tessellate(&picture, 1.0);
        let at_the_edge = triangles.positions.iter().zip(&triangles.colours).filter(|(at, _)| at[0].hypot(at[1]) > 9.5);
        assert!(at_the_edge.clone().count() > 10);
        assert!(at_the_edge.into_iter().all(|(_, colour)| colour[3] < 0.01));
    }
}
