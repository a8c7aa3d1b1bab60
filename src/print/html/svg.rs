//! Pictures as SVG within the page, with a name and a description for readers who cannot see them.

use std::fmt::{Result, Write};

use crate::markup::escaped;
use crate::print::{Anchor, Colour, Diagram, Line, Mark, Shape};

/// Writes a diagram, the `number`th of the page.
pub(super) fn write(page: &mut String, diagram: &Diagram, number: usize) -> Result {
    let Diagram { title, description, width, height, .. } = diagram;
    let (named, described) = (format!("picture-{number}"), format!("picture-{number}-told"));
    writeln!(
        page,
        "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{named}\" aria-describedby=\"{described}\">"
    )?;
    writeln!(page, "<title id=\"{named}\">{}</title>", escaped(title))?;
    writeln!(page, "<desc id=\"{described}\">{}</desc>", escaped(description))?;
    diagram.shapes.iter().try_for_each(|shape| self::shape(page, shape))?;
    writeln!(page, "</svg>")
}

fn shape(page: &mut String, shape: &Shape) -> Result {
    match shape {
        Shape::Path { points, line, width, colour } => path(page, points, *line, *width, *colour),
        Shape::Mark { mark, at, size, colour } => mark_at(page, *mark, *at, *size, *colour),
        Shape::Text { text, at: [x, y], anchor, size, strong, colour } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if *strong { " font-weight=\"600\"" } else { "" };
            let (x, y) = (short(*x), short(*y));
            write!(page, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{size}\"{weight}")?;
            writeln!(page, " style=\"fill: var(--{})\">{}</text>", colour.name(), escaped(text))
        }
    }
}

fn path(page: &mut String, points: &[[f32; 2]], line: Line, width: f32, colour: Colour) -> Result {
    let gaps = match line {
        Line::Solid => "",
        Line::Dashed => " stroke-dasharray=\"7 4\"",
        Line::Dotted => " stroke-dasharray=\"0 4\"",
    };
    write!(page, "<polyline points=\"{}\" fill=\"none\" stroke-width=\"{width}\"", joined(points.iter().copied()))?;
    write!(page, " stroke-linecap=\"round\" stroke-linejoin=\"round\"{gaps}")?;
    writeln!(page, " style=\"stroke: var(--{})\"/>", colour.name())
}

fn mark_at(page: &mut String, mark: Mark, at: [f32; 2], size: f32, colour: Colour) -> Result {
    let [x, y] = at;
    let name = colour.name();
    if mark.corners().is_empty() {
        let (x, y) = (short(x), short(y));
        return writeln!(page, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{size}\" style=\"fill: var(--{name})\"/>");
    }
    let corners = mark.corners().iter().map(|[across, down]| [x + across * size, y + down * size]);
    let look = if mark.is_hollow() {
        format!("fill: var(--{}); stroke: var(--{name}); stroke-width: 1.5", Colour::Ground.name())
    } else {
        format!("fill: var(--{name})")
    };
    writeln!(page, "<polygon points=\"{}\" style=\"{look}\"/>", joined(corners))
}

fn joined(points: impl Iterator<Item = [f32; 2]>) -> String {
    let each: Vec<String> = points.map(|[x, y]| format!("{},{}", short(x), short(y))).collect();
    each.join(" ")
}

/// A number rounded to hundredths, without trailing zeros.
fn short(number: f32) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
