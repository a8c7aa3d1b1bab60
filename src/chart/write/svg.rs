//! A chart as a self-contained SVG picture, on a light background.

use std::fmt::Write as _;

use crate::chart::{Area, Chart, Edge, Effect, Link, Node, NodeKind, PADDING, Point, ROW, Reach, Strand};
use crate::markup::escaped;
use crate::scenario::EndingKind;

use super::{APART, OUT_OF_REACH, hex, key, paint, summary};

/// The height of the title and the legend.
const HEADER: i64 = 84;

/// The least width of the picture, so that the title and the legend fit.
const LEAST_WIDTH: i64 = 760;

/// The distance between the strands of a line.
const STRAND: i64 = 5;

/// How far corners are cut off.
const CORNER: i64 = 12;

const STYLE: &str = "\
text { font-family: Inter, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif; font-size: 11.5px; fill: #33383f; }
.title { font-size: 20px; font-weight: bold; }
.name { font-size: 13px; font-weight: bold; fill: #1c1f24; }
.tag { font-weight: bold; }
.row { paint-order: stroke; stroke: #fbfaf7; stroke-width: 3px; }
.line { fill: none; stroke-linecap: round; }
";

/// Writes a chart as SVG.
#[must_use]
pub fn write_svg(chart: &Chart) -> String {
    let (width, height) = (chart.width.max(LEAST_WIDTH), chart.height + HEADER);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"chart-title chart-desc\">\n"
    );
    // Writing to a string cannot fail.
    let _ = write_all(&mut svg, chart);
    svg
}

fn write_all(svg: &mut String, chart: &Chart) -> std::fmt::Result {
    writeln!(svg, "<title id=\"chart-title\">{}: what leads where</title>", escaped(&chart.title))?;
    writeln!(svg, "<desc id=\"chart-desc\">{}</desc>", escaped(&summary::told(chart)))?;
    writeln!(svg, "<style>\n{STYLE}</style>")?;
    writeln!(svg, "<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf7\"/>")?;
    header(svg, chart)?;
    writeln!(svg, "<g transform=\"translate(0 {HEADER})\">")?;
    if let Some(area) = chart.apart {
        apart(svg, area)?;
    }
    for link in &chart.links {
        lines(svg, chart, link)?;
    }
    for link in &chart.links {
        label(svg, chart, link)?;
    }
    for node in &chart.nodes {
        boxed(svg, node)?;
    }
    writeln!(svg, "</g>\n</svg>")
}

fn header(svg: &mut String, chart: &Chart) -> std::fmt::Result {
    writeln!(svg, "<text class=\"title\" x=\"24\" y=\"34\">{}</text>", escaped(&chart.title))?;
    let mut left = 24;
    let mut entry = |svg: &mut String, effect: Effect, open: bool, words: &str| {
        let (from, to) = (Point { x: left, y: 60 }, Point { x: left + 34, y: 60 });
        line(svg, &format!("M{} {}H{}", from.x, from.y, to.x), effect, open)?;
        let colour = if open { hex(effect.colour()) } else { UNREACHED.to_owned() };
        let sign = if open { format!("{} ", effect.sign()) } else { String::new() };
        writeln!(svg, "<text x=\"{}\" y=\"64\" style=\"fill: {colour}\">{sign}{words}</text>", to.x + 8)?;
        left += 156;
        std::fmt::Result::Ok(())
    };
    for effect in Effect::ALL {
        entry(svg, effect, true, key(effect))?;
    }
    entry(svg, Effect::Mixed, false, OUT_OF_REACH)?;
    writeln!(svg, "<text x=\"24\" y=\"82\">{}</text>", escaped(&summary::counts(chart)))
}

/// The colour of lines that no trainee can take.
const UNREACHED: &str = "#6a6a6a";

fn apart(svg: &mut String, area: Area) -> std::fmt::Result {
    let Area { left, top, width, height } = area;
    writeln!(
        svg,
        "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"#f4f1fa\" stroke=\"#cfc6e3\"/>"
    )?;
    let heading = if width >= 440 { APART } else { "Interruptions" };
    writeln!(svg, "<text class=\"tag\" x=\"{}\" y=\"{}\">{heading}</text>", left + 20, top + 20)
}

/// One line for each strand, side by side, with one arrowhead for all of them.
fn lines(svg: &mut String, chart: &Chart, link: &Link) -> std::fmt::Result {
    let strands = chart.strands(link);
    let count = i64::try_from(strands.len()).unwrap_or(1);
    for (index, strand) in (0..).zip(&strands) {
        let aside = STRAND * index - STRAND * (count - 1) / 2;
        line(svg, &path(&link.route, aside), strand.effect, strand.open)?;
    }
    head(svg, link, &strands)
}

fn line(svg: &mut String, path: &str, effect: Effect, open: bool) -> std::fmt::Result {
    let (width, dashes) = match (open, effect) {
        (false, _) => ("1.6", " stroke-dasharray=\"8 7\""),
        (true, Effect::Helps) => ("3", ""),
        (true, Effect::Mixed) => ("1.5", ""),
        (true, Effect::Harms) => ("2.6", " stroke-dasharray=\"0.1 5.5\""),
    };
    let colour = if open { hex(effect.colour()) } else { UNREACHED.to_owned() };
    writeln!(svg, "<path class=\"line\" d=\"{path}\" stroke=\"{colour}\" stroke-width=\"{width}\"{dashes}/>")
}

/// The route as a path, moved aside, that ends where the arrowhead begins.
fn path(route: &[Point], aside: i64) -> String {
    let mut path = String::new();
    for (index, point) in route.iter().enumerate() {
        let last = index + 1 == route.len();
        let before = if index == 0 { *point } else { route[index - 1] };
        let room = if last { 7 * (point.y - before.y).signum() } else { 0 };
        let (x, y) = (point.x + aside, point.y - room);
        let _ = if index == 0 {
            write!(path, "M{x} {y}")
        } else if before.x == point.x {
            write!(path, "V{y}")
        } else {
            let middle = i64::midpoint(before.y, y);
            write!(path, "C{} {middle} {x} {middle} {x} {y}", before.x + aside)
        };
    }
    path
}

fn head(svg: &mut String, link: &Link, strands: &[Strand<'_>]) -> std::fmt::Result {
    let [.., before, tip] = link.route.as_slice() else { return Ok(()) };
    let back = 10 * (tip.y - before.y).signum();
    let colour = match strands {
        [only] if only.open => hex(only.effect.colour()),
        _ if strands.iter().any(|strand| strand.open) => "#33383f".to_owned(),
        _ => UNREACHED.to_owned(),
    };
    let half = 5 + STRAND * i64::try_from(strands.len()).unwrap_or(1).saturating_sub(1) / 2;
    writeln!(
        svg,
        "<path d=\"M{} {}L{} {}H{}Z\" fill=\"{colour}\"/>",
        tip.x,
        tip.y,
        tip.x - half,
        tip.y - back,
        tip.x + half
    )
}

fn label(svg: &mut String, chart: &Chart, link: &Link) -> std::fmt::Result {
    for (index, edge) in (0..).zip(chart.edges_of(link)) {
        let Edge { effect, reach, label, sentence, .. } = edge;
        let colour = if *reach == Reach::Open { hex(effect.colour()) } else { UNREACHED.to_owned() };
        let (x, y) = (link.label.left, link.label.top + ROW * index + 12);
        let (label, sentence) = (escaped(label), escaped(sentence));
        writeln!(
            svg,
            "<text class=\"row\" x=\"{x}\" y=\"{y}\" style=\"fill: {colour}\">{label}<title>{sentence}</title></text>"
        )?;
    }
    Ok(())
}

fn boxed(svg: &mut String, node: &Node) -> std::fmt::Result {
    let paint = paint(node);
    let width = if node.start { "3" } else { "1.5" };
    let dashes = if node.reach == Reach::Open { "" } else { " stroke-dasharray=\"8 6\"" };
    writeln!(
        svg,
        "<path d=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{width}\"{dashes}/>",
        outline(node),
        paint.inside,
        paint.outline
    )?;
    let x = node.area.middle().x;
    let mut y = node.area.top + PADDING + 8;
    let mut text = |svg: &mut String, class: &str, style: &str, text: &str, step: i64| {
        let text = escaped(text);
        let written =
            writeln!(svg, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"middle\"{style}>{text}</text>");
        y += step;
        written
    };
    if !node.tag.is_empty() {
        text(svg, "tag", &format!(" style=\"fill: {}\"", paint.outline), &node.tag, ROW)?;
    }
    text(svg, "name", "", &node.name, ROW + 1)?;
    node.detail.iter().try_for_each(|line| text(svg, "detail", "", line, ROW))
}

/// The outline of a node; its shape tells what it is.
fn outline(node: &Node) -> String {
    let area = node.area;
    let (left, right, top, bottom) = (area.left, area.right(), area.top, area.bottom());
    let (cut, half) = (CORNER, area.height / 2);
    let middle = top + half;
    match (node.ending, node.kind) {
        (Some(EndingKind::Good), _) => rounded(area, 26.min(half)),
        (Some(EndingKind::Mixed), _) => {
            let (inner_left, inner_right) = (left + cut, right - cut);
            format!(
                "M{inner_left} {top}H{inner_right}L{right} {middle}L{inner_right} {bottom}H{inner_left}L{left} {middle}Z"
            )
        }
        (Some(EndingKind::Poor), _) => format!("M{} {top}H{right}L{} {bottom}H{left}Z", left + cut, right - cut),
        (Some(EndingKind::Unsafe), _) => {
            let (inner_left, inner_right, upper, lower) = (left + cut, right - cut, top + cut, bottom - cut);
            format!(
                "M{inner_left} {top}H{inner_right}L{right} {upper}V{lower}L{inner_right} {bottom}H{inner_left}\
                 L{left} {lower}V{upper}Z"
            )
        }
        (None, NodeKind::Scene(_)) => rounded(area, 7),
        (None, _) => rounded(area, half),
    }
}

fn rounded(area: Area, radius: i64) -> String {
    let (left, right, top, bottom) = (area.left, area.right(), area.top, area.bottom());
    let corner = |x: i64, y: i64| format!("A{radius} {radius} 0 0 1 {x} {y}");
    format!(
        "M{} {top}H{}{}V{}{}H{}{}V{}{}Z",
        left + radius,
        right - radius,
        corner(right, top + radius),
        bottom - radius,
        corner(right - radius, bottom),
        left + radius,
        corner(left, bottom - radius),
        top + radius,
        corner(left + radius, top)
    )
}
