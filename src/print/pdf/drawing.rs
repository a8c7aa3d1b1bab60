//! Draws items on a sheet, and records the identifier of each for the tag tree.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};

use crate::print::{Anchor, Colour, Line, Mark, Shape};

use super::fonts::{Face, Fonts};
use super::fragment::{Drawing, Item};
use super::text::Segment;

/// The length of the handles of the four Bézier curves that make a circle, in radii.
const HANDLE: f32 = 0.552_285;

/// Draws an item.
pub(super) fn draw(surface: &mut Surface<'_>, item: &Item, fonts: &Fonts, drawn: &mut Vec<(usize, Identifier)>) {
    let tag = match (item.number, item.words) {
        (None, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        (Some(_), true) => ContentTag::Span(SpanTag::empty()),
        (Some(_), false) => ContentTag::Other,
    };
    let identifier = surface.start_tagged(tag);
    for drawing in &item.drawings {
        match drawing {
            Drawing::Words(segment) => words(surface, segment, item.at, fonts),
            Drawing::Shape(shape) => self::shape(surface, shape, item.at, fonts),
        }
    }
    surface.end_tagged();
    if let Some(number) = item.number {
        drawn.push((number, identifier));
    }
}

fn words(surface: &mut Surface<'_>, segment: &Segment, [x, y]: [f32; 2], fonts: &Fonts) {
    let Segment { shaped, style, x: within } = segment;
    surface.set_stroke(None);
    surface.set_fill(Some(fill(style.colour)));
    let start = Point::from_xy(x + within, y);
    surface.draw_glyphs(start, &shaped.glyphs, fonts.drawn(shaped.face), &shaped.text, style.size, false);
}

fn shape(surface: &mut Surface<'_>, shape: &Shape, [left, top]: [f32; 2], fonts: &Fonts) {
    match shape {
        Shape::Path { points, line, width, colour } => {
            let points = points.iter().map(|[x, y]| [left + x, top + y]);
            surface.set_fill(None);
            surface.set_stroke(Some(stroke(*line, *width, *colour)));
            if let Some(path) = through(points, false) {
                surface.draw_path(&path);
            }
        }
        Shape::Mark { mark, at: [x, y], size, colour } => mark_at(surface, *mark, [left + x, top + y], *size, *colour),
        Shape::Text { text, at: [x, y], anchor, size, strong, colour } => {
            let face = if *strong { Face::Strong } else { Face::Regular };
            let shaped = fonts.shape(face, text.clone());
            let width = shaped.width * size;
            let before = match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width / 2.0,
                Anchor::End => width,
            };
            let style = super::text::Style { face, size: *size, colour: *colour };
            words(surface, &Segment { shaped, style, x: -before }, [left + x, top + y], fonts);
        }
    }
}

fn mark_at(surface: &mut Surface<'_>, mark: Mark, at: [f32; 2], size: f32, colour: Colour) {
    let [x, y] = at;
    let (inside, edge) = if mark.is_hollow() {
        (fill(Colour::Ground), Some(stroke(Line::Solid, 1.5, colour)))
    } else {
        (fill(colour), None)
    };
    surface.set_fill(Some(inside));
    surface.set_stroke(edge);
    let corners = mark.corners().iter().map(|[across, down]| [x + across * size, y + down * size]);
    let path = if mark.corners().is_empty() { circle(at, size) } else { through(corners, true) };
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn through(points: impl Iterator<Item = [f32; 2]>, closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, [x, y]) in points.enumerate() {
        if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn circle([x, y]: [f32; 2], r: f32) -> Option<Path> {
    let h = r * HANDLE;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
    path.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
    path.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
    path.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
    path.close();
    path.finish()
}

fn paint(colour: Colour) -> rgb::Color {
    let [red, green, blue] = colour.light();
    rgb::Color::new(red, green, blue)
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: paint(colour).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn stroke(line: Line, width: f32, colour: Colour) -> Stroke {
    let dash = |array: [f32; 2]| Some(StrokeDash { array: array.to_vec(), offset: 0.0 });
    Stroke {
        paint: paint(colour).into(),
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        dash: match line {
            Line::Solid => None,
            Line::Dashed => dash([7.0, 4.0]),
            Line::Dotted => dash([0.0, 4.0]),
        },
        ..Stroke::default()
    }
}
