//! A chart in Mermaid's language, for notes and wikis that render it.

use std::fmt::Write as _;

use crate::chart::{Chart, Effect, Link, Node, Reach, Strand};
use crate::scenario::EndingKind;

use super::{APART, OUT_OF_REACH, hex, key, paint, summary};

/// Writes a chart as a Mermaid flowchart.
#[must_use]
pub fn write_mermaid(chart: &Chart) -> String {
    let mut mermaid = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut mermaid, chart);
    mermaid
}

fn write_all(out: &mut String, chart: &Chart) -> std::fmt::Result {
    let keys = Effect::ALL.map(|effect| format!("{} {}", effect.sign(), key(effect))).join(", ");
    writeln!(out, "---\ntitle: \"{}\"\n---", in_yaml(&chart.title))?;
    writeln!(out, "flowchart TD")?;
    writeln!(out, "    %% Lines: {keys}, {OUT_OF_REACH}.")?;
    writeln!(out, "    accTitle: What leads where")?;
    writeln!(out, "    accDescr: {}", summary::counts(chart))?;
    for node in (0..chart.nodes.len()).filter(|&node| !chart.nodes[node].apart) {
        writeln!(out, "    {}", boxed(chart, node))?;
    }
    if chart.apart.is_some() {
        writeln!(out, "    subgraph apart [\"{}\"]", escaped(APART))?;
        for node in (0..chart.nodes.len()).filter(|&node| chart.nodes[node].apart) {
            writeln!(out, "        {}", boxed(chart, node))?;
        }
        writeln!(out, "    end")?;
    }
    let strands = || chart.links.iter().flat_map(|link| chart.strands(link).into_iter().map(move |s| (link, s)));
    for (link, strand) in strands() {
        writeln!(out, "    {}", line(link, &strand))?;
    }
    for (index, (_, strand)) in strands().enumerate() {
        writeln!(out, "    linkStyle {index} {}", line_style(&strand))?;
    }
    for (index, node) in chart.nodes.iter().enumerate() {
        writeln!(out, "    style n{index} {}", box_style(node))?;
    }
    Ok(())
}

fn boxed(chart: &Chart, node: usize) -> String {
    let own = &chart.nodes[node];
    let lines = [&own.tag, &own.name].into_iter().chain(&own.detail).filter(|line| !line.is_empty());
    let label = lines.map(|line| escaped(line)).collect::<Vec<_>>().join("<br/>");
    let (open, close) = match own.ending {
        Some(EndingKind::Good) => ("([", "])"),
        Some(EndingKind::Mixed) => ("{{", "}}"),
        Some(EndingKind::Poor) => ("[/", "/]"),
        Some(EndingKind::Unsafe) => ("[[", "]]"),
        None => ("(", ")"),
    };
    format!("n{node}{open}\"{label}\"{close}")
}

fn line(link: &Link, strand: &Strand<'_>) -> String {
    let rows: Vec<String> = strand.edges.iter().map(|edge| escaped(&edge.label)).collect();
    let arrow = match (strand.open, strand.effect) {
        (true, Effect::Helps) => "==>",
        (true, Effect::Mixed) | (false, _) => "-->",
        (true, Effect::Harms) => "-.->",
    };
    let unreached = if strand.open { "" } else { "(out of reach)<br/>" };
    format!("n{} {arrow}|\"{unreached}{}\"| n{}", link.from, rows.join("<br/>"), link.to)
}

fn line_style(strand: &Strand<'_>) -> String {
    if strand.open {
        let colour = hex(strand.effect.colour());
        format!("stroke:{colour},color:{colour}")
    } else {
        "stroke:#6a6a6a,color:#6a6a6a,stroke-dasharray:8 7".to_owned()
    }
}

fn box_style(node: &Node) -> String {
    let paint = paint(node);
    let width = if node.start { "3px" } else { "1.5px" };
    let dashes = if node.reach == Reach::Open { "" } else { ",stroke-dasharray:8 6" };
    format!("fill:{},stroke:{},color:#1c1f24,stroke-width:{width}{dashes}", paint.inside, paint.outline)
}

/// Text between quotes, with Mermaid's own entities for the characters that it would misread.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' | '*' | '_' | ';' | '|' | '[' | ']' | '{' | '}' => {
                let _ = write!(escaped, "#{};", u32::from(sign));
            }
            '\n' => escaped.push_str("<br/>"),
            _ if sign.is_control() => escaped.push('\u{fffd}'),
            _ => escaped.push(sign),
        }
    }
    escaped
}

/// Text between quotes in YAML.
fn in_yaml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '"' | '\\' => escaped.extend(['\\', sign]),
            _ if sign.is_control() => escaped.push(' '),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped, in_yaml};

    #[test]
    fn any_text_is_held() {
        assert_eq!(escaped("\"a\" <b> #c;\n\u{1b}"), "#34;a#34; #60;b#62; #35;c#59;<br/>\u{fffd}");
        assert_eq!(in_yaml("a \"b\" \\ \n"), "a \\\"b\\\" \\\\  ");
    }
}
