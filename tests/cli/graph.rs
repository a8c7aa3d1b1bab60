//! `bedside graph`.

use super::harness::{Folder, run, tiny};
use crate::support;

const MINIMAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios/good/minimal.ron");

fn drawn(format: &str) -> String {
    let drawn = run(&["graph", MINIMAL, "--format", format], "");
    assert_eq!((drawn.code, drawn.stderr.as_str()), (Some(0), ""), "{drawn:?}");
    drawn.stdout
}

#[test]
fn each_format_is_as_it_was_last_looked_at() {
    for (format, ending) in [("dot", "dot"), ("mermaid", "mmd"), ("svg", "svg")] {
        let expected = support::text(format!("tests/scenarios/good/minimal.{ending}"));
        assert_eq!(drawn(format), expected, "{format}");
    }
    assert_eq!(run(&["graph", MINIMAL], "").stdout, drawn("dot"), "the default");
}

#[test]
fn a_scenario_of_the_library_is_named_by_its_id() {
    let drawn = run(&["graph", "two-hours-in", "--format", "mermaid"], "");
    assert_eq!((drawn.code, drawn.stderr.as_str()), (Some(0), ""), "{drawn:?}");
    assert!(drawn.stdout.starts_with("---\ntitle: \"Two hours in\"\n---\nflowchart TD\n"), "{drawn:?}");
    let folder = Folder::with(&["my-own"]);
    let drawn = run(&["graph", "my-own", "--scenarios", folder.text()], "");
    assert!(drawn.stdout.starts_with("digraph \"my-own\" {\n"), "{drawn:?}");
}

#[test]
fn texts_with_signs_of_the_formats_are_held() {
    let hostile = r#"<b>\"R&D\"</b> \\N #35; `x` |y| ]] --> %% {{"#;
    let text = tiny("my-own", hostile).replace("At last.", hostile);
    let folder = Folder::new().file("my-own.ron", text);
    let path = format!("{}/my-own.ron", folder.text());
    let drawn = |format: &str| run(&["graph", &path, "--format", format], "").stdout;
    assert!(drawn("dot").contains(r#"<b>\"R&amp;D\"</b> \\N #35; `x` |y| ]] --> %% {{"#), "{}", drawn("dot"));
    assert!(drawn("svg").contains(r"&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; \N #35; `x` |y| ]] --&gt; %% {{"));
    let mermaid = drawn("mermaid");
    assert!(mermaid.contains("#60;b#62;#34;R#38;D#34;#60;/b#62; #92;N"), "{mermaid}");
    assert!(mermaid.starts_with("---\ntitle: \"<b>\\\"R&D\\\"</b> \\\\N "), "{mermaid}");
}

#[test]
fn what_no_road_reaches_is_marked() {
    // Agitation never falls that low: the branch leads there, but no road takes it.
    let text = tiny("my-own", "One").replace(
        "why: \"He knows.\", then: \"home\"",
        "why: \"He knows.\", then: [(when: Below(agitation, 1), to: \"garden\"), (to: \"home\")]",
    );
    let garden =
        "\"garden\": (ending: (title: \"The garden\", kind: Good, thought: \"Ah.\")),\n        \"home\": (narr";
    let folder = Folder::new().file("my-own.ron", text.replace("\"home\": (narr", garden));
    let drawn = run(&["graph", &format!("{}/my-own.ron", folder.text())], "");
    assert_eq!((drawn.code, drawn.stderr.as_str()), (Some(0), ""), "{drawn:?}");
    assert!(
        drawn.stdout.contains("(out of reach)\\l+ explain \u{b7} never gets there \u{b7} if agitation\u{2026}\\l"),
        "{drawn:?}"
    );
    let marked: Vec<&str> = drawn.stdout.lines().filter(|line| line.contains("no road gets here")).collect();
    assert_eq!(marked.len(), 1, "{drawn:?}");
    assert!(
        marked[0].contains("\"garden\" [label=\"Good ending \u{b7} (no road gets here)")
            && marked[0].contains("dashed")
    );
}

#[test]
fn a_picture_can_be_written_to_a_file() {
    let folder = Folder::with(&["my-own"]);
    let (from, to) = (format!("{}/my-own.ron", folder.text()), format!("{}/my-own.svg", folder.text()));
    let written = run(&["graph", &from, "--format", "svg", "--out", &to], "");
    assert_eq!(written.shown(&folder), "exit: 0\n--- stdout\n--- stderr\n");
    let svg = std::fs::read_to_string(&to).expect("the picture");
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{svg}");
    let nowhere = format!("{}/nowhere/my-own.svg", folder.text());
    let refused = run(&["graph", &from, "--out", &nowhere], "");
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.stderr.starts_with(&format!("error: {nowhere} cannot be written: ")), "{refused:?}");
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let folder = Folder::new().file("my-own.ron", tiny("my-own", "One").replace("called:", "caled:"));
    let broken = run(&["graph", &format!("{}/my-own.ron", folder.text())], "");
    assert_eq!((broken.code, broken.stdout.as_str()), (Some(1), ""));
    assert!(broken.stderr.starts_with("error[unknown-field]: `caled`"), "{broken:?}");
    let missing = run(&["graph", &format!("{}/nowhere.ron", folder.text())], "");
    let expected = "\
exit: 2
--- stdout
--- stderr
error: there is no file DIR/nowhere.ron
help: name a file, or a scenario by its id as `bedside list` shows it
";
    assert_eq!(missing.shown(&folder), expected);
    let unknown = run(&["graph", "two-hours"], "");
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("did you mean \u{201c}two-hours-in\u{201d}?"), "{unknown:?}");
}
