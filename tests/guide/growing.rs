//! Merges an example into a scenario's text: what has its name is replaced, the rest is added.

use std::collections::BTreeSet;

use bedside::source::{Arena, Node, Span, Value, parse};

/// One part of an example or of what it goes into: its name or id, all of it, and where it is written.
struct Part {
    name: Option<String>,
    span: Span,
}

/// A text with the parts of `example` inserted at `path`: names of fields, keys, and ids of items of a list, joined by
/// slashes; `scenario` is the whole.
pub(super) fn with(text: &str, path: &str, example: &str) -> Result<String, String> {
    let arena = Arena::new();
    let (open, close) = match at(&root(text, &arena)?, path)?.value {
        Value::Map(_) => ('{', '}'),
        Value::List(_) => ('[', ']'),
        _ => ('(', ')'),
    };
    let example = format!("{open}{example}\n{close}");
    let mut grown = text.to_owned();
    for part in parts(&root(&example, &arena)?)? {
        let new = &example[part.span.start()..part.span.end()];
        let arena = Arena::new();
        let tree = root(&grown, &arena)?;
        let target = at(&tree, path)?;
        let old = parts(target)?.into_iter().find(|old| old.name.is_some() && old.name == part.name);
        if let Some(old) = old {
            grown.replace_range(old.span.start()..old.span.end(), new);
        } else {
            let end = target.span.end() - 1;
            let comma = if grown[..end].trim_end().ends_with([open, ',']) { "" } else { "," };
            grown.insert_str(end, &format!("{comma}\n{new},\n"));
        }
    }
    Ok(grown)
}

/// A text without the field `field` at `path`; unchanged if `field` is `None`.
pub(super) fn without(text: &str, path: &str, field: Option<&str>) -> Result<String, String> {
    let Some(field) = field else { return Ok(text.to_owned()) };
    let arena = Arena::new();
    let tree = root(text, &arena)?;
    let found = parts(at(&tree, path)?)?.into_iter().find(|part| part.name.as_deref() == Some(field));
    let span = found.ok_or_else(|| format!("there is no `{field}` in `{path}`"))?.span;
    Ok(cut(text, span))
}

/// A text without what stands at `span` and the comma after it.
fn cut(text: &str, span: Span) -> String {
    let rest = text[span.end()..].trim_start();
    format!("{}{}", &text[..span.start()], rest.strip_prefix(',').unwrap_or(rest))
}

/// A text without each of what stands under `field` anywhere, one at a time, with its line: the whole field and,
/// of a list of several, each item.
pub(super) fn each_without(text: &str, field: &str) -> Result<Vec<(usize, String)>, String> {
    let arena = Arena::new();
    let mut found = Vec::new();
    find(&root(text, &arena)?, field, &mut found);
    Ok(found.into_iter().map(|span| (text[..span.start()].lines().count(), cut(text, span))).collect())
}

fn find(node: &Node<'_>, field: &str, found: &mut Vec<Span>) {
    if let Value::Fields { fields, .. } = &node.value {
        for (name, value) in fields.iter().filter(|(name, _)| name.text == field) {
            found.push(name.span.to(value.span));
            if let Value::List(items @ [_, _, ..]) = &value.value {
                found.extend(items.iter().map(|item| item.span));
            }
        }
    }
    for (_, inner) in inner(node) {
        find(inner, field, found);
    }
}

fn root<'a>(text: &'a str, arena: &'a Arena) -> Result<Node<'a>, String> {
    let parsed = parse(text, arena);
    match (parsed.diagnostics.first(), parsed.root) {
        (None, Some(root)) => Ok(root),
        (first, _) => Err(format!("{first:?} in\n{text}")),
    }
}

/// What is at a path.
fn at<'a>(root: &'a Node<'a>, path: &str) -> Result<&'a Node<'a>, String> {
    let steps = path.split('/').filter(|step| *step != "scenario");
    steps.into_iter().try_fold(root, |node, step| {
        let found = match &node.value {
            Value::Fields { fields, .. } => fields.iter().find(|(name, _)| name.text == step).map(|(_, value)| value),
            Value::Map(entries) => entries.iter().find(|(key, _)| is_text(key, step)).map(|(_, value)| value),
            Value::List(items) => items.iter().find(|item| id(item).as_deref() == Some(step)),
            _ => None,
        };
        found.ok_or_else(|| format!("there is no `{step}` of `{path}`"))
    })
}

fn is_text(node: &Node<'_>, expected: &str) -> bool {
    matches!(&node.value, Value::Text(text) if *text == expected)
}

/// The id of something in a list.
fn id(node: &Node<'_>) -> Option<String> {
    let Value::Fields { fields, .. } = &node.value else { return None };
    fields.iter().find_map(|(name, value)| match &value.value {
        Value::Text(text) if name.text == "id" => Some(text.to_string()),
        _ => None,
    })
}

/// The fields, entries or items that something holds.
fn parts(node: &Node<'_>) -> Result<Vec<Part>, String> {
    Ok(match &node.value {
        Value::Unit => Vec::new(),
        Value::Fields { fields, .. } => fields
            .iter()
            .map(|(name, value)| Part { name: Some(name.text.to_string()), span: name.span.to(value.span) })
            .collect(),
        Value::Map(entries) => entries
            .iter()
            .map(|(key, value)| match &key.value {
                Value::Text(text) => Part { name: Some(text.to_string()), span: key.span.to(value.span) },
                _ => Part { name: None, span: key.span.to(value.span) },
            })
            .collect(),
        Value::List(items) => items.iter().map(|item| Part { name: id(item), span: item.span }).collect(),
        other => return Err(format!("nothing can be put into {other:?}")),
    })
}

/// Every single value of a text with its path, whatever the layout and the order of fields and entries.
pub(super) fn leaves(text: &str) -> BTreeSet<String> {
    let mut leaves = BTreeSet::new();
    let arena = Arena::new();
    let tree = root(text, &arena).unwrap_or_else(|error| panic!("{error}"));
    collect(&tree, "", &mut leaves);
    leaves
}

fn collect(node: &Node<'_>, path: &str, leaves: &mut BTreeSet<String>) {
    if !matches!(node.value, Value::Fields { .. } | Value::Map(_) | Value::List(_) | Value::Tuple { .. }) {
        leaves.insert(format!("{path}: {:?}", node.value));
    }
    for (name, value) in inner(node) {
        collect(value, &format!("{path}/{name}"), leaves);
    }
}

/// What something holds, each with its name, key or number.
fn inner<'a>(node: &'a Node<'_>) -> Vec<(String, &'a Node<'a>)> {
    match &node.value {
        Value::Fields { fields, .. } => fields.iter().map(|(name, value)| (name.text.to_string(), value)).collect(),
        Value::Map(entries) => entries.iter().map(|(key, value)| (format!("{:?}", key.value), value)).collect(),
        Value::List(items) => (0..).zip(*items).map(|(at, item): (usize, _)| (at.to_string(), item)).collect(),
        Value::Tuple { name, items } => {
            let name = name.as_ref().map_or("", |name| name.text);
            (0..).zip(*items).map(|(at, item): (usize, _)| (format!("{name}/{at}"), item)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn an_example_takes_the_place_of_what_has_its_name() {
    let text = "(a: 1, list: [(id: \"x\", n: 1), (id: \"y\", n: 2)], map: { \"k\": 1 })";
    assert_eq!(with(text, "scenario", "a: 2,").as_deref(), Ok(&*text.replace("a: 1", "a: 2")));
    assert_eq!(with(text, "list", "(id: \"y\", n: 3)").as_deref(), Ok(&*text.replace("n: 2", "n: 3")));
    assert_eq!(with(text, "list/x", "n: 7").as_deref(), Ok(&*text.replace("(id: \"x\", n: 1)", "(id: \"x\", n: 7)")));
    assert_eq!(with(text, "map", "\"l\": 2").as_deref(), Ok(&*text.replace("\"k\": 1 }", "\"k\": 1 ,\n\"l\": 2,\n}")));
    assert!(with(text, "lost", "a: 1").is_err());
}

#[test]
fn what_stands_under_a_name_is_taken_out_piece_by_piece() {
    let without = each_without("(a: 1, of: [(a: 2), (b: 3,\n a: [4, 5])])", "a");
    let texts = [
        "( of: [(a: 2), (b: 3,\n a: [4, 5])])",
        "(a: 1, of: [(), (b: 3,\n a: [4, 5])])",
        "(a: 1, of: [(a: 2), (b: 3,\n )])",
        "(a: 1, of: [(a: 2), (b: 3,\n a: [ 5])])",
        "(a: 1, of: [(a: 2), (b: 3,\n a: [4, ])])",
    ];
    let expected = std::iter::zip([1, 1, 2, 2, 2], texts.map(str::to_owned));
    assert_eq!(without, Ok(expected.collect()));
}
