//! One mistake gives one diagnostic, at the right span.

use bedside::source::{Arena, Name, Node, Value, parse};

/// The codes with the text they point at.
fn found(text: &str) -> Vec<(&'static str, &str)> {
    let arena = Arena::new();
    let parsed = parse(text, &arena);
    parsed
        .diagnostics
        .iter()
        .map(|found| (found.rule.code, text.get(found.span.start()..found.span.end()).unwrap_or("?")))
        .collect()
}

const SOUND: &str = r#"(
    id: "two-hours-in", // the file's name
    level: Foundation,
    minutes: 6,
    practises: [timeliness, active_listening],
    patient: (
        name: "Martin Kowalczyk",
        feels: (agitation: 45, trust: 40),
    ),
    scenes: {
        "arrival": (
            narration: "He stands when he sees your badge.",
            choices: [
                (
                    id: "go-over",
                    say: "Mr Kowalczyk, I'm Ana. Two hours with no news, and that wrist hurting.",
                    then: "softens",
                ),
                (
                    id: "policy",
                    say: "Sir, we see people in order of how ill they are.",
                    then: [(when: AtLeast(agitation, 50), to: "stands-over-you")],
                ),
            ],
        ),
        "home": (ending: (title: "He goes in", kind: Good)),
    },
)
"#;

/// The sound text with one change.
#[track_caller]
fn mistaken(right: &str, wrong: &str) -> String {
    assert!(SOUND.contains(right), "{right}");
    SOUND.replacen(right, wrong, 1)
}

/// One diagnostic with this code at this text.
#[track_caller]
fn one(text: &str, code: &str, at: &str) {
    let found = found(text);
    assert_eq!(found, [(code, at)], "{:#?}\n{text}", parse(text, &Arena::new()).diagnostics);
}

/// The field at a path, through fields, maps and lists.
fn at<'t>(node: &'t Node<'t>, path: &[&str]) -> Option<&'t Node<'t>> {
    let Some((step, rest)) = path.split_first() else { return Some(node) };
    let next = match &node.value {
        Value::Fields { fields, .. } => &fields.iter().find(|(Name { text, .. }, _)| text == step)?.1,
        Value::Map(entries) => &entries.iter().find(|(key, _)| key.value == Value::Text(step))?.1,
        Value::List(items) => items.get(step.parse::<usize>().ok()?)?,
        _ => return None,
    };
    at(next, rest)
}

#[track_caller]
fn last_is_read(text: &str) {
    let arena = Arena::new();
    let parsed = parse(text, &arena);
    let title = parsed.root.as_ref().and_then(|root| at(root, &["scenes", "home", "ending", "title"]));
    assert_eq!(title.map(|node| &node.value), Some(&Value::Text("He goes in")), "{:#?}", parsed.root);
    assert!(parsed.complete);
}

#[test]
fn a_sound_text_has_no_diagnostics() {
    assert_eq!(found(SOUND), []);
    last_is_read(SOUND);
}

#[test]
fn a_forgotten_comma() {
    for (right, wrong) in [
        ("level: Foundation,", "level: Foundation"),
        ("minutes: 6,", "minutes: 6"),
        ("\"go-over\",", "\"go-over\""),
        ("timeliness, ", "timeliness "),
        ("45, trust", "45 trust"),
        ("(agitation, 50)", "(agitation 50)"),
        ("                ),\n                (", "                )\n                ("),
        ("},\n)", "}\n)"),
    ] {
        let text = mistaken(right, wrong);
        if right.starts_with('}') {
            assert_eq!(found(&text), []);
        } else {
            one(&text, "missing-comma", "");
        }
        last_is_read(&text);
    }
}

#[test]
fn a_forgotten_closing_quote() {
    for (right, wrong) in [
        ("\"two-hours-in\",", "\"two-hours-in,"),
        ("\"Martin Kowalczyk\",", "\"Martin Kowalczyk,"),
        ("wrist hurting.\"", "wrist hurting."),
        ("\"He goes in\", kind", "\"He goes in, kind"),
    ] {
        let text = mistaken(right, wrong);
        one(&text, "unclosed-text", "\"");
    }
    last_is_read(&mistaken("\"Martin Kowalczyk\",", "\"Martin Kowalczyk,"));
    one(&mistaken("to: \"stands-over-you\"", "to: \"stands-over-you"), "unclosed-text", "\"");
}

#[test]
fn a_forgotten_opening_quote() {
    one(&mistaken("\"softens\"", "softens\""), "unclosed-text", "\"");
}

#[test]
fn typographic_quotes() {
    let text = mistaken("\"Martin Kowalczyk\"", "“Martin Kowalczyk”");
    one(&text, "typographic-quotes", "“");
    last_is_read(&text);
    one(&mistaken("\"Martin Kowalczyk\"", "\"Martin Kowalczyk”"), "typographic-quotes", "”");
    one(&mistaken("\"Martin Kowalczyk\"", "“Martin Kowalczyk\""), "typographic-quotes", "“");
    one(&mistaken("\"Martin Kowalczyk\"", "„Martin Kowalczyk“"), "typographic-quotes", "„");
    let all: String = SOUND.split('"').enumerate().map(|(part, text)| ["“", "”"][part % 2].to_owned() + text).collect();
    let all = all.trim_start_matches('“').replace('“', "\u{0}").replace('”', "“").replace('\u{0}', "”");
    one(&all, "typographic-quotes", "“");
    last_is_read(&all.replace(['“', '”'], "\""));
    assert_eq!(found("(a: \"He said “no”, and left\")"), []);
}

#[test]
fn single_quotes() {
    let text = mistaken("\"Martin Kowalczyk\"", "'Martin Kowalczyk'");
    one(&text, "single-quotes", "'");
    last_is_read(&text);
}

#[test]
fn an_equals_sign_or_a_semicolon() {
    one(&mistaken("minutes: 6", "minutes = 6"), "wrong-separator", "=");
    one(&mistaken("minutes: 6,", "minutes: 6;"), "wrong-separator", ";");
    last_is_read(&mistaken("minutes: 6,", "minutes: 6;"));
}

#[test]
fn a_missing_bracket() {
    let text = mistaken("                ),\n                (", "                \n                (");
    assert_eq!(found(&text).len(), 1, "{:#?}", found(&text));
    for (right, wrong, at) in [
        ("trust: 40),", "trust: 40,", ")"),
        ("active_listening],", "active_listening,", "patient"),
        ("            ],\n        ),", "            \n        ),", ")"),
        ("then: \"softens\",\n                ),", "then: \"softens\",", "("),
        ("    },\n)\n", "    },\n", ""),
        ("    },\n)\n", ")\n", ")"),
        ("kind: Good)),", "kind: Good),", "}"),
        ("            ],\n        ),\n        \"home\"", "            ],\n        \"home\"", "\"home\""),
    ] {
        one(&mistaken(right, wrong), "unclosed-bracket", at);
    }
}

#[test]
fn a_missing_bracket_where_nothing_is_indented() {
    let text = mistaken("            ],\n        ),\n", "            ],\n");
    let flat: Vec<&str> = text.lines().map(str::trim_start).collect();
    one(&flat.join("\n"), "unclosed-bracket", "}");
}

#[test]
fn an_extra_bracket() {
    one(&format!("{SOUND})"), "extra-bracket", ")");
    one(&mistaken("active_listening]", "active_listening]]"), "extra-bracket", "]");
    one(&mistaken("minutes: 6,", "minutes: 6),"), "extra-bracket", ")");
    one(&mistaken("kind: Good)),", "kind: Good))),"), "extra-bracket", ")");
    one(&mistaken("active_listening]", "active_listening)"), "wrong-bracket", ")");
    last_is_read(&mistaken("active_listening]", "active_listening)"));
}

#[test]
fn a_missing_opening_bracket() {
    assert_eq!(found(&mistaken("practises: [", "practises: ")).len(), 1);
    one(&mistaken("(\n    id", "\n    id"), "extra-bracket", ")");
    one("a: 1, b: 2", "missing-brackets", "a");
}

#[test]
fn invisible_characters() {
    let text = mistaken("minutes: 6", "minutes:\u{A0}6");
    one(&text, "invisible-character", "\u{A0}");
    last_is_read(&text);
    assert_eq!(found(&mistaken("minutes: 6", "minutes:\t6")), []);
    one(&SOUND.replace(": ", ":\u{A0}"), "invisible-character", "\u{A0}");
}

#[test]
fn text_after_the_end() {
    one(&format!("{SOUND}\nThat was it."), "text-after-end", "That");
    one("() ()", "text-after-end", "(");
}

#[test]
fn inner_quotes() {
    for wrong in [
        "\"She said \"no\" to me\"",
        "\"She said \"no\", to me\"",
        "\"She said \"no\"\"",
        "\"\"No\" to me\"",
        "\"She said \" no \" to me\"",
        "\"It is 5\" tall\"",
    ] {
        let text = mistaken("\"Martin Kowalczyk\"", wrong);
        one(&text, "inner-quotes", "\"");
        last_is_read(&text);
    }
}

#[test]
fn a_windows_path() {
    one(&mistaken("\"Martin Kowalczyk\"", r#""C:\Users\Dana""#), "bad-escape", r"\U");
    one(&mistaken("\"Martin Kowalczyk\"", r#""C:\users\Dana""#), "bad-escape", r"\u");
    assert_eq!(found(&mistaken("\"Martin Kowalczyk\"", r#""C:\""#)).len(), 1);
}

#[test]
fn quotes_left_out() {
    one(&mistaken("\"Martin Kowalczyk\"", "Martin Kowalczyk"), "missing-quotes", "Kowalczyk");
    one(&mistaken("\"go-over\"", "go-over"), "missing-quotes", "go-over");
    one(
        &mistaken("\"He stands when he sees your badge.\"", "He stands, isn't it, when he: sees."),
        "missing-quotes",
        "stands",
    );
    last_is_read(&mistaken("\"Martin Kowalczyk\"", "Martin Kowalczyk"));
}

#[test]
fn what_is_missing_or_too_much() {
    one(&mistaken("minutes: 6", "minutes:"), "missing-value", "minutes");
    one(&mistaken("minutes: 6,", "minutes:"), "missing-value", "minutes");
    one(&mistaken("minutes: 6", "minutes"), "missing-value", "minutes");
    one(&mistaken("minutes: 6", "minutes 6"), "missing-colon", "");
    one(&mistaken("id: \"two-hours-in\"", "id \"two-hours-in\""), "missing-colon", "");
    one(&mistaken("\"home\": (", "\"home\" ("), "missing-colon", "");
    one(&mistaken("minutes: 6,", "minutes: 6,,"), "extra-comma", ",");
    one(&mistaken("minutes: 6", "6"), "missing-name", "6");
    one(&mistaken("minutes: 6", "\"minutes\": 6"), "quoted-name", "\"minutes\"");
    one(&mistaken("minutes: 6", "minutes: 6 minutes"), "missing-quotes", "6 minutes");
    one(&mistaken("minutes: 6", "minutes: 6min"), "bad-number", "6min");
    one(&mistaken("minutes: 6", "minutes: 19:40"), "missing-quotes", "19:40");
    one(&mistaken("minutes: 6", "minutes: 6 @"), "stray-character", "@");
    one(&mistaken("minutes: 6", "minutes: @"), "stray-character", "@");
    one(&mistaken("minutes: 6", "minutes: 5..6"), "range", "5..6");
    one(&mistaken("[timeliness, active_listening]", "[a: timeliness, b: active_listening]"), "unexpected-colon", ":");
    one("(\"a\": 1, \"b-c\": 2)", "quoted-name", "\"a\"");
    one("(\"a-b\": 1, \"c\": 2)", "wrong-bracket", "(");
    one("(a: 1, /* b: 2)", "unclosed-comment", "/*");
    one("#![enable(implicit)]\n()", "bad-attribute", "implicit");
    one("(a: Some)", "some-value", "Some");
}

#[test]
fn nothing_here() {
    for text in ["", " \n\t", "// only words", "/* */", "#![enable(implicit_some)]"] {
        one(text, "nothing-here", "");
        assert!(parse(text, &Arena::new()).root.is_none());
    }
}
