//! A chart in Graphviz's language.

use std::fmt::Write as _;

use crate::chart::{Chart, Effect, Link, Node, NodeKind, Reach, Strand};
use crate::scenario::EndingKind;

use super::{APART, OUT_OF_REACH, hex, key, paint, summary};

/// Writes a chart in Graphviz's language: `dot -Tsvg` draws it.
#[must_use]
pub fn write_dot(chart: &Chart) -> String {
    let mut dot = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut dot, chart);
    dot
}

fn write_all(dot: &mut String, chart: &Chart) -> std::fmt::Result {
    let keys = Effect::ALL.map(|effect| format!("{} {}", effect.sign(), key(effect))).join("   ");
    let heading = [chart.title.as_str(), &keys, OUT_OF_REACH, &summary::counts(chart)].map(escaped).join("\\n");
    writeln!(dot, "digraph \"{}\" {{", escaped(&chart.id))?;
    writeln!(dot, "    graph [label=\"{heading}\" labelloc=t fontname=\"Helvetica\" bgcolor=\"#fbfaf7\" rankdir=TB]")?;
    writeln!(dot, "    node [shape=box style=\"rounded,filled\" fontname=\"Helvetica\" fontsize=11]")?;
    writeln!(dot, "    edge [fontname=\"Helvetica\" fontsize=10]")?;
    for node in (0..chart.nodes.len()).filter(|&node| !chart.nodes[node].apart) {
        writeln!(dot, "    {}", boxed(chart, node))?;
    }
    if chart.apart.is_some() {
        writeln!(dot, "    subgraph \"cluster_apart\" {{")?;
        writeln!(
            dot,
            "        label=\"{}\" style=\"rounded,filled\" color=\"#cfc6e3\" fillcolor=\"#f4f1fa\"",
            escaped(APART)
        )?;
        for node in (0..chart.nodes.len()).filter(|&node| chart.nodes[node].apart) {
            writeln!(dot, "        {}", boxed(chart, node))?;
        }
        writeln!(dot, "    }}")?;
    }
    for link in &chart.links {
        for strand in chart.strands(link) {
            writeln!(dot, "    {}", line(chart, link, &strand))?;
        }
    }
    writeln!(dot, "}}")
}

/// A node's name in the file: for a scene its id, which cannot contain a colon.
fn name(chart: &Chart, node: usize) -> String {
    let own = &chart.nodes[node];
    match own.kind {
        NodeKind::Scene(_) => format!("\"{}\"", escaped(&own.name)),
        NodeKind::Elsewhere(_) => format!("\"elsewhere:{node}\""),
        NodeKind::Back => format!("\"back:{node}\""),
    }
}

fn boxed(chart: &Chart, node: usize) -> String {
    let own = &chart.nodes[node];
    let lines = [&own.tag, &own.name].into_iter().chain(&own.detail).filter(|line| !line.is_empty());
    let label: Vec<String> = lines.map(|line| escaped(line)).collect();
    let paint = paint(own);
    let style = if own.reach == Reach::Open { "filled" } else { "filled,dashed" };
    let width = if own.start { " penwidth=3" } else { "" };
    format!(
        "{} [label=\"{}\" shape={} style=\"{style}{}\" fillcolor=\"{}\" color=\"{}\"{width}]",
        name(chart, node),
        label.join("\\n"),
        shape(own),
        if own.ending.is_none() { ",rounded" } else { "" },
        paint.inside,
        paint.outline
    )
}

const fn shape(node: &Node) -> &'static str {
    match node.ending {
        Some(EndingKind::Good) => "ellipse",
        Some(EndingKind::Mixed) => "hexagon",
        Some(EndingKind::Poor) => "parallelogram",
        Some(EndingKind::Unsafe) => "octagon",
        None => "box",
    }
}

fn line(chart: &Chart, link: &Link, strand: &Strand<'_>) -> String {
    let rows: String = strand.edges.iter().map(|edge| escaped(&edge.label) + "\\l").collect();
    let tooltip: Vec<String> = strand.edges.iter().map(|edge| escaped(&edge.sentence)).collect();
    let (style, colour) = match (strand.open, strand.effect) {
        (false, _) => ("dashed", "#6a6a6a".to_owned()),
        (true, Effect::Helps) => ("bold", hex(strand.effect.colour())),
        (true, Effect::Mixed) => ("solid", hex(strand.effect.colour())),
        (true, Effect::Harms) => ("dotted", hex(strand.effect.colour())),
    };
    let unreached = if strand.open { "" } else { "(out of reach)\\l" };
    format!(
        "{} -> {} [label=\"{unreached}{rows}\" style={style} color=\"{colour}\" fontcolor=\"{colour}\" tooltip=\"{}\"]",
        name(chart, link.from),
        name(chart, link.to),
        tooltip.join("\\n")
    )
}

/// Text between quotes: a backslash is doubled, since Graphviz reads escapes of its own after one.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            // Graphviz reads entities in all texts.
            '&' => escaped.push_str("&amp;"),
            '\n' => escaped.push_str("\\n"),
            _ if sign.is_control() => escaped.push('\u{fffd}'),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn any_text_is_held() {
        assert_eq!(escaped("a \"b\" \\N &lt;\n\u{1b}"), "a \\\"b\\\" \\\\N &amp;lt;\\n\u{fffd}");
    }
}
