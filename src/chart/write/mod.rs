//! Writes a chart as text that other programs draw or show.

mod dot;
mod mermaid;
mod summary;
mod svg;

pub use dot::write_dot;
pub use mermaid::write_mermaid;
pub use svg::write_svg;

use super::Effect;

/// The heading over what only interruptions lead to.
const APART: &str = "Interruptions: they break in, once, from wherever the talk is";

/// A colour as `#1d4f9c`.
fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The fill and the outline of a node on a light background.
struct Paint {
    inside: &'static str,
    outline: &'static str,
}

/// The legend of a picture for an effect and its line.
const fn key(effect: Effect) -> &'static str {
    match effect {
        Effect::Helps => "helps (thick)",
        Effect::Mixed => "mixed (thin)",
        Effect::Harms => "harms (dotted)",
    }
}

/// The legend for what is out of reach.
const OUT_OF_REACH: &str = "out of reach (dashed)";

/// The paint of a node. Its shape and words say the same.
fn paint(node: &super::Node) -> Paint {
    use crate::scenario::EndingKind::{Good, Mixed, Poor, Unsafe};
    let (inside, outline) = match (node.ending, node.interrupts, node.kind) {
        (Some(Good), ..) => ("#e2f0e4", "#2b6a3c"),
        (Some(Mixed), ..) => ("#f2eed8", "#6a5a16"),
        (Some(Poor), ..) => ("#f8e6d8", "#8f4a12"),
        (Some(Unsafe), ..) => ("#f8dde0", "#981b30"),
        (None, true, _) => ("#ece6f6", "#533a86"),
        (None, false, super::NodeKind::Scene(_)) => ("#ffffff", "#33383f"),
        (None, false, _) => ("#f0efec", "#6a6a6a"),
    };
    Paint { inside, outline }
}
