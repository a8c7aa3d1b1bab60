//! We accept what `ron` accepts, read the same, and refuse the rest.
//!
//! The differences are those that `source/parse.rs` names: ranges, what two extensions let `Some` be
//! written without, letters beyond Unicode's plainest, and the bounds.

use bedside::source::{Node, Severity, Span, Value, parse};
use proptest::prelude::*;

use super::oracle;
use super::written::{borderline, document, mutated};

/// Whether `ron` may accept what has been refused with these codes.
fn may_differ(codes: &[&str], text: &str) -> bool {
    let extended = text.contains("implicit_some") || text.contains("unwrap_variant_newtypes");
    codes.iter().all(|code| *code == "range" || (*code == "some-value" && extended))
}

fn agrees(text: &str) -> Result<(), TestCaseError> {
    let parsed = parse(text);
    let codes: Vec<&str> = parsed.diagnostics.iter().map(|found| found.code).collect();
    prop_assert!(parsed.diagnostics.iter().all(|found| found.severity == Severity::Error));
    match (oracle::read(text), parsed.root) {
        (Some(theirs), Some(ours)) if codes.is_empty() => {
            prop_assert!(parsed.complete);
            prop_assert_eq!(oracle::as_ron(&ours), theirs);
        }
        (Some(_), _) => {
            prop_assert!(!codes.is_empty() && may_differ(&codes, text), "ron accepts it, we say {:?}", codes);
        }
        (None, _) => prop_assert!(!codes.is_empty(), "ron refuses it, we say nothing"),
    }
    Ok(())
}

fn inside(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
}

fn holds(text: &str, node: &Node, outer: Span) -> Result<(), TestCaseError> {
    prop_assert!(inside(node.span, outer), "{:?} in {:?}", node, outer);
    prop_assert!(text.get(node.span.start..node.span.end).is_some());
    let name = match &node.value {
        Value::Tuple { name, .. } | Value::Fields { name, .. } => name.as_ref(),
        _ => None,
    };
    prop_assert!(name.is_none_or(|name| inside(name.span, node.span)));
    match &node.value {
        Value::List(items) | Value::Tuple { items, .. } => {
            items.iter().try_for_each(|item| holds(text, item, node.span))
        }
        Value::Map(entries) => entries.iter().try_for_each(|(key, value)| {
            holds(text, key, node.span)?;
            holds(text, value, node.span)
        }),
        Value::Fields { fields, .. } => fields.iter().try_for_each(|(name, value)| {
            prop_assert!(inside(name.span, node.span));
            holds(text, value, node.span)
        }),
        _ => Ok(()),
    }
}

fn spans_hold(text: &str) -> Result<(), TestCaseError> {
    let parsed = parse(text);
    let mut places = parsed
        .diagnostics
        .iter()
        .map(|found| found.span)
        .chain(parsed.diagnostics.iter().flat_map(|found| found.notes.iter().map(|note| note.span)));
    prop_assert!(places.all(|span| text.get(span.start..span.end).is_some()));
    parsed.root.map_or(Ok(()), |root| holds(text, &root, Span::new(0, text.len())))
}

/// Spellings that chance seldom finds.
#[rustfmt::skip]
const SPELLINGS: &[&str] = &[
    r#""\u{000041}""#, r#""\u{0000041}""#, r#""\u{d800}""#, r#""\u{110000}""#, r#""\u41""#, r#""\xc3""#,
    r#""\xc3\x""#, r"'\xc3\xa9'", r"'\xe9'", r"b'\xe9'", r"b'\u{e9}'", "b'é'", "b, ", "''", "'\\'",
    "\u{feff}()", "()\u{feff}", "(a\u{a0}: 1)", "\"a\\\r\n b\"", "\"a\\\rb\"", "'a", "b'a", "/", "(/)",
    "1/**/", "//", "/*/", "/*/*/", "/**/*/1", "()()", "( )", "(,)", "[,]", "[1,,2]", "(a:1,,b:2)",
    "(a:1 b:2)", "{1:2 3:4}", "(a:1,2)", "(1,a:2)", "(a)", "(a,)", "A (1)", "A\n(a:1)", "true(1)", "None(1)",
    "inf(1)", "(true:1)", "(inf:1)", "(Some:1)", "(None:1)", "Some", "Some(1)", "Some(1,)", "Some()",
    "Some(1,2)", "Some(a:1)", "Some(A(a:1))", "Some((a:1))", "r#Some", "r#Some(1,2)", "r#true", "r#", "r##",
    "r#a.b", "a.b", "a-b", "(a.b:1)", "(r#a.b:1)", "(a:1,b-c:2)", "(\"a\":1)", "{a:1}", "{\"a\":1,\"a\":2}",
    "(a:1,a:2)", "(a=1)", "(a:1;b:2)", "a:1", "340282366920938463463374607431768211456",
    "-9223372036854775809", "18446744073709551616u64", "1e999", "-0", "-0u8", "-0.0", "1__0", "0x", "0b2",
    "0o8", "0x_1", "+_1", "_1", "1_", "1._5", "1_.5", "1e+_5", "- 1", "+-1", ".", "5.", ".5", "1.e5", ".e5",
    "0xFFi8", "0x7Fi8", "1i128", "1f32", "1.5u8", "#![enable()]1", "#![enable(implicit_some)1",
    "#![enable(implicit_some,)]1", "#![a]1", "1 #![enable(implicit_some)]", "#![type=1]1", "#",
];

#[test]
fn rare_spellings_are_told_apart_as_ron_does() {
    for text in SPELLINGS {
        agrees(text).unwrap_or_else(|why| panic!("{text:?}: {why}"));
        let inside = format!("(a: {text}, b: [{text}])");
        agrees(&inside).unwrap_or_else(|why| panic!("{inside:?}: {why}"));
    }
}

proptest! {
    #[test]
    fn what_is_well_formed_is_read_as_ron_reads_it(text in document()) {
        prop_assert!(oracle::read(&text).is_some(), "ron refuses {:?}", ron::from_str::<ron::Value>(&text));
        agrees(&text)?;
        spans_hold(&text)?;
    }

    #[test]
    fn what_ron_refuses_is_refused_and_no_more(text in mutated()) {
        agrees(&text)?;
        spans_hold(&text)?;
    }

    #[test]
    fn what_is_on_the_border_is_told_apart_as_ron_does(text in borderline()) {
        agrees(&text)?;
        spans_hold(&text)?;
        agrees(&format!("(a: {text}, b: 1)"))?;
    }

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        spans_hold(&text)?;
    }

    #[test]
    fn any_signs_are_survived(text in "[()\\[\\]{},:;='\"\\\\/*#!.+_01xbrneuS \n“”é-]{0,60}") {
        agrees(&text)?;
        spans_hold(&text)?;
    }
}
