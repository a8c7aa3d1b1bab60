//! No text, however large, deep or strange, crashes the parser or holds it up.

use std::fmt::Write;

use bedside::source::limits::{MAX_BYTES, MAX_DEPTH, MAX_SYNTAX_DIAGNOSTICS, MAX_VALUES};
use bedside::source::{Arena, parse};

/// The codes that the parser reports for a text.
fn codes(text: &str) -> Vec<&'static str> {
    parse(text, &Arena::new()).diagnostics.iter().map(|found| found.rule.code).collect()
}

/// The length of a repetition, in bytes: long enough that quadratic time would take minutes.
const LONG: usize = 128 << 10;

/// As many repetitions as fit.
fn full_of(part: &str) -> String {
    part.repeat(LONG / part.len())
}

#[test]
fn depth_is_bounded() {
    for (open, close) in [("[", "]"), ("(", ")"), ("{", "}"), ("A(", ")"), ("(a:", ")"), ("{1:", "}")] {
        let nested = |depth: usize| open.repeat(depth) + "1" + &close.repeat(depth);
        if open != "{" {
            assert!(codes(&nested(MAX_DEPTH)).is_empty());
        }
        assert_eq!(codes(&nested(MAX_DEPTH + 1)), ["too-deep"]);
        assert_eq!(codes(&nested(100_000)), ["too-deep"]);
        assert_eq!(codes(&open.repeat(100_000)), ["too-deep"]);
    }
}

#[test]
fn size_is_bounded() {
    assert_eq!(codes(&" ".repeat(MAX_BYTES + 1)), ["too-large"]);
    assert_eq!(codes(&format!("{}1", " ".repeat(MAX_BYTES - 1))), [""; 0]);
    assert_eq!(codes(&format!("[{}]", "1,".repeat(MAX_VALUES - 1))), [""; 0]);
    assert_eq!(codes(&format!("[{}]", "1,".repeat(MAX_VALUES))), ["too-many-values"]);
    assert_eq!(codes(&format!("[{}]", "[],".repeat(MAX_VALUES))), ["too-many-values"]);
}

#[test]
fn diagnostics_are_bounded() {
    let mut text = String::from("(\n");
    for number in 0..1000 {
        writeln!(text, "a{number}: 1").expect("text");
    }
    let codes = codes(&(text + ")"));
    assert_eq!(codes.len(), MAX_SYNTAX_DIAGNOSTICS + 1);
    assert_eq!(codes.last(), Some(&"too-many-errors"));
}

/// Texts that are awkward when they are repeated.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "(", ")", "[]", "{", "}", ",", ":", "=", ";", "\"", "\\", "'", "\\\"", "\"a\n", "\"\n\\", "\"\" ",
    "\"a\" b", "“", "”a", "'a", "/*", "*/", "/", "//", "//\n", "#", "#![", "!", "r#", "r#\"", "r\"", "b\"",
    "br#", "b'", "0", "0x", "1.", "..", "-", "_", "a", "a-", "a:", "a:(", "é", "\u{A0}", "\u{FEFF}", "\n",
    "Some", "Some(", "()", "a(1),", "(\n", ")\n", "\"a,\nb: \"", "\"x\\\n", "@", "@\n", "a b\n", "\"“",
    "a = 1\n", "( ]\n", "{]", "\"a\"\"", "\"\" ,", "\"b ,c:\"",
];

#[test]
fn every_repetition_is_read_and_answered_in_bounds() {
    for part in PARTS {
        for text in [
            full_of(part),
            format!("({}", full_of(part)),
            format!("[\n{}]", full_of(part)),
            format!("(a: \"{}", full_of(part)),
        ] {
            assert!(codes(&text).len() <= MAX_SYNTAX_DIAGNOSTICS + 1, "{part:?}");
        }
    }
}
