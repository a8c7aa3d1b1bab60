//! Pictures and text → pixels → a PNG file.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use ab_glyph::{Font, FontRef, OutlineCurve, ScaleFont};
use glam::Vec2;
use tiny_skia::{
    Color, ColorSpace, FillRule, GradientStop, LinearGradient, Mask, PathBuilder, Pixmap, PixmapPaint, Point,
    RadialGradient, Shader, SpreadMode, Transform,
};

use crate::fonts;
use crate::library::refuse_device;
use crate::picture::shapes::{Colour, GLOW_RINGS, Outline, Paint, Picture, Shape};

/// Pixels that pictures and text are painted on.
pub(super) struct Canvas {
    pixels: Pixmap,
    /// A mask that hides nothing. Without a mask, tiny-skia 0.12 ignores the colour space when it blends the inside of
    /// translucent shapes (though not their edges).
    everywhere: Mask,
}

/// Which part of a picture is on a canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Framing {
    /// The point of the picture at the canvas's upper left corner.
    pub(super) corner: Vec2,
    /// Pixels per unit of the picture.
    pub(super) scale: f32,
}

impl Framing {
    fn transform(self) -> Transform {
        let Self { corner, scale } = self;
        Transform::from_row(scale, 0.0, 0.0, -scale, -corner.x * scale, corner.y * scale)
    }
}

impl Canvas {
    /// `None` if the canvas would be empty, or too large for memory.
    pub(super) fn new(width: u32, height: u32, background: Colour) -> Option<Self> {
        let mut pixels = Pixmap::new(width, height)?;
        pixels.fill(color(background));
        let mut everywhere = Mask::new(width, height)?;
        everywhere.invert();
        Some(Self { pixels, everywhere })
    }

    pub(super) fn paint(&mut self, picture: &Picture, framing: Framing) {
        for shape in &picture.shapes {
            if let (Some(path), Some(shader)) = (path(&shape.outline), shader(shape)) {
                self.fill(&path, shader, framing.transform());
            }
        }
    }

    /// Blends in linear light, as graphics cards do.
    fn fill(&mut self, path: &tiny_skia::Path, shader: Shader<'_>, transform: Transform) {
        let paint = tiny_skia::Paint { shader, colorspace: ColorSpace::FullSRGBGamma, ..Default::default() };
        let mask = (!paint.shader.is_opaque()).then_some(&self.everywhere);
        self.pixels.fill_path(path, &paint, FillRule::EvenOdd, transform, mask);
    }

    /// Writes a line of text whose baseline begins at a point; `size` is the line height in pixels.
    pub(super) fn write_text(&mut self, text: &str, at: Vec2, size: f32, colour: Colour) -> io::Result<()> {
        let font = FontRef::try_from_slice(fonts::REGULAR).map_err(io::Error::other)?;
        let scaled = font.as_scaled(size);
        let scale = size / font.height_unscaled();
        let mut pen = at.x;
        for letter in text.chars() {
            let glyph = font.glyph_id(letter);
            if let Some(path) = font.outline(glyph).and_then(|outline| glyph_path(&outline.curves)) {
                let transform = Transform::from_row(scale, 0.0, 0.0, -scale, pen, at.y);
                self.fill(&path, Shader::SolidColor(color(colour)), transform);
            }
            pen += scaled.h_advance(glyph);
        }
        Ok(())
    }

    /// Draws another canvas over this one, its upper left corner at a pixel.
    pub(super) fn overlay(&mut self, other: &Self, x: i32, y: i32) {
        self.pixels.draw_pixmap(x, y, other.pixels.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    }

    pub(super) fn save_png(&self, path: &Path) -> io::Result<()> {
        refuse_device(path)?;
        let file = BufWriter::new(File::create(path)?);
        let mut encoder = png::Encoder::new(file, self.pixels.width(), self.pixels.height());
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
        let mut writer = encoder.write_header().map_err(io::Error::other)?;
        // Every pixel is opaque, as the background is: premultiplied and straight alpha are the same.
        writer.write_image_data(self.pixels.data()).map_err(io::Error::other)?;
        writer.finish().map_err(io::Error::other)
    }

    /// Red, green, blue and alpha of every pixel, row by row.
    #[cfg(test)]
    pub(super) fn data(&self) -> &[u8] {
        self.pixels.data()
    }
}

fn path(outline: &Outline) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    let (first, rest) = outline.points.split_first()?;
    builder.move_to(first.x, first.y);
    for point in rest {
        builder.line_to(point.x, point.y);
    }
    builder.close();
    builder.finish()
}

fn glyph_path(curves: &[OutlineCurve]) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    for curve in curves {
        let (OutlineCurve::Line(from, to) | OutlineCurve::Quad(from, _, to) | OutlineCurve::Cubic(from, _, _, to)) =
            curve;
        if builder.last_point() != Some(Point::from_xy(from.x, from.y)) {
            builder.move_to(from.x, from.y);
        }
        match curve {
            OutlineCurve::Line(..) => builder.line_to(to.x, to.y),
            OutlineCurve::Quad(_, by, _) => builder.quad_to(by.x, by.y, to.x, to.y),
            OutlineCurve::Cubic(_, one, two, _) => builder.cubic_to(one.x, one.y, two.x, two.y, to.x, to.y),
        }
    }
    builder.finish()
}

fn color(colour: Colour) -> Color {
    let [red, green, blue, alpha] =
        [colour.red, colour.green, colour.blue, colour.alpha].map(|part| part.clamp(0.0, 1.0));
    Color::from_rgba(red, green, blue, alpha).unwrap_or(Color::TRANSPARENT)
}

/// `None` where nothing of the shape can be seen.
fn shader(shape: &Shape) -> Option<Shader<'static>> {
    match shape.paint {
        Paint::Solid(colour) => Some(Shader::SolidColor(color(colour))),
        Paint::Gradient { from, start, to, end } => {
            let stops = vec![GradientStop::new(0.0, color(start)), GradientStop::new(1.0, color(end))];
            let (from, to) = (Point::from_xy(from.x, from.y), Point::from_xy(to.x, to.y));
            LinearGradient::new(from, to, stops, SpreadMode::Pad, Transform::identity())
        }
        Paint::Glow(colour) => {
            let ring =
                |(out, alpha): (f32, f32)| GradientStop::new(out, color(colour.with_alpha(colour.alpha * alpha)));
            let stops = std::iter::once((0.0, 1.0)).chain(GLOW_RINGS).map(ring).collect();
            let (middle, around) = (Point::zero(), circle_to_ellipse(&shape.outline)?);
            RadialGradient::new(middle, 0.0, middle, 1.0, stops, SpreadMode::Pad, around)
        }
    }
}

/// The transform from the unit circle to an ellipse: the variance of the ellipse's evenly spaced points gives its axes.
fn circle_to_ellipse(ellipse: &Outline) -> Option<Transform> {
    let count = f32::from(u16::try_from(ellipse.points.len()).ok()?);
    let middle = ellipse.points.iter().copied().sum::<Vec2>() / count;
    let spread =
        |part: fn(Vec2) -> f32| 2.0 * ellipse.points.iter().map(|point| part(*point - middle)).sum::<f32>() / count;
    let (across, both, up) = (spread(|out| out.x * out.x), spread(|out| out.x * out.y), spread(|out| out.y * out.y));
    let wide = across.sqrt();
    let slant = both / wide;
    let high = (up - slant * slant).sqrt();
    (wide > 0.0 && high > 0.0).then(|| Transform::from_row(wide, slant, 0.0, high, middle.x, middle.y))
}
