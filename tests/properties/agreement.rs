//! Any text is read as `ron` reads it or refused as `ron` refuses it, and every span lies in the text.
//!
//! The differences are those that `source/syntax/parse.rs` names: ranges, the forms of `Some` that two extensions
//! allow, letters beyond the plainest of Unicode, and the limits.

use bedside::source::{Arena, Diagnostic, Node, Span, Value, parse};

use super::oracle;

/// Whether `ron` may accept what has been refused with these codes.
fn may_differ(codes: &[&str], text: &str) -> bool {
    let extended = text.contains("implicit_some") || text.contains("unwrap_variant_newtypes");
    let bounds = ["too-deep", "too-large", "too-many-values"];
    codes.iter().all(|code| *code == "range" || bounds.contains(code) || (*code == "some-value" && extended))
}

/// We accept what `ron` accepts, read the same, and refuse the rest.
#[track_caller]
pub(crate) fn agrees(text: &str) {
    let arena = Arena::new();
    let parsed = parse(text, &arena);
    let codes: Vec<&str> = parsed.diagnostics.iter().map(|found| found.rule.code).collect();
    assert!(parsed.diagnostics.iter().all(Diagnostic::is_error), "{text:?}");
    match (oracle::read(text), parsed.root) {
        (Some(theirs), Some(ours)) if codes.is_empty() => {
            assert!(parsed.complete, "{text:?}");
            assert_eq!(oracle::as_ron(&ours), theirs, "{text:?}");
        }
        (Some(_), _) => {
            assert!(!codes.is_empty() && may_differ(&codes, text), "ron accepts {text:?}, we say {codes:?}");
        }
        (None, _) => assert!(!codes.is_empty(), "ron refuses {text:?}, we say nothing"),
    }
}

/// Every span of the tree and of the diagnostics lies in the text, on character boundaries, and in its parent.
#[track_caller]
pub(crate) fn spans_hold(text: &str) {
    let arena = Arena::new();
    let parsed = parse(text, &arena);
    let mut spans = parsed
        .diagnostics
        .iter()
        .map(|found| found.span)
        .chain(parsed.diagnostics.iter().flat_map(|found| found.notes.iter().map(|note| note.span)));
    assert!(spans.all(|span| text.get(span.start()..span.end()).is_some()), "{text:?}: {:?}", parsed.diagnostics);
    if let Some(root) = parsed.root {
        holds(text, &root, Span::new(0, text.len()));
    }
}

fn inside(inner: Span, outer: Span) -> bool {
    outer.start() <= inner.start() && inner.start() <= inner.end() && inner.end() <= outer.end()
}

#[track_caller]
fn holds(text: &str, node: &Node<'_>, outer: Span) {
    assert!(inside(node.span, outer), "{node:?} in {outer:?}");
    assert!(text.get(node.span.start()..node.span.end()).is_some(), "{node:?}");
    match &node.value {
        Value::Tuple { name: Some(name), .. } | Value::Fields { name: Some(name), .. } => {
            assert!(inside(name.span, node.span), "{node:?}");
        }
        _ => {}
    }
    match &node.value {
        Value::List(items) | Value::Tuple { items, .. } => items.iter().for_each(|item| holds(text, item, node.span)),
        Value::Map(entries) => {
            for (key, value) in *entries {
                holds(text, key, node.span);
                holds(text, value, node.span);
            }
        }
        Value::Fields { fields, .. } => {
            for (name, value) in *fields {
                assert!(inside(name.span, node.span), "{node:?}");
                holds(text, value, node.span);
            }
        }
        _ => {}
    }
}
