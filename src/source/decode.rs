//! Reads values out of a tree: every mistake is noted and reading goes on, so that one pass finds all.

use super::tree::{Name, Node, Value};
use super::words::Words;
use super::{Diagnostic, Span, Spanned, suggest};

/// The code of a field that is not there.
pub(crate) const MISSING_FIELD: &str = "missing-field";

/// Collects what is wrong while values are read.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    pub(crate) diagnostics: Vec<Diagnostic>,
    field: Option<&'static str>,
}

/// Something that can be read from a tree. `None` means that it could not be, and that this has been noted.
pub(crate) trait Read: Sized {
    /// What it is to an author: "a whole number".
    const WHAT: &'static str;

    /// Reads it.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self>;
}

/// Whether a record must have a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needed {
    Required,
    Optional,
}

/// The known fields of one record, as written.
pub(crate) struct Fields<'a>(Vec<(&'static str, &'a Node)>);

impl Fields<'_> {
    /// Reads a field, where it was written and can be read.
    pub(crate) fn get<T: Read>(&self, reader: &mut Reader, name: &'static str) -> Option<T> {
        let (_, node) = self.0.iter().find(|(known, _)| *known == name)?;
        let outer = reader.field.replace(name);
        let value = T::read(node.unwrapped(), reader);
        reader.field = outer;
        value
    }
}

impl Node {
    /// The value inside `Some(…)`, which an author may write and need not.
    pub(crate) fn unwrapped(&self) -> &Self {
        match &self.value {
            Value::Tuple { name: Some(name), items } if name.text == "Some" && items.len() == 1 => &items[0],
            _ => self,
        }
    }

    /// What an author would call it.
    pub(crate) fn found(&self) -> String {
        match &self.value {
            Value::Unit => "`()`".to_owned(),
            Value::Bool(value) => format!("`{value}`"),
            Value::Char(_) => "a single character".to_owned(),
            Value::Integer(value) => format!("the number {value}"),
            Value::Float(_) => "a number with a fraction".to_owned(),
            Value::Text(_) => "a text in quotes".to_owned(),
            Value::Bytes(_) => "bytes".to_owned(),
            Value::Word(word) => format!("the word `{word}`"),
            Value::List(_) => "a list `[ ]`".to_owned(),
            Value::Map(_) => "a map `{ }`".to_owned(),
            Value::Tuple { name: Some(name), .. } | Value::Fields { name: Some(name), .. } => {
                format!("`{}( )`", name.text)
            }
            Value::Tuple { name: None, .. } => "a `( )` without field names".to_owned(),
            Value::Fields { name: None, .. } => "a `( )` with fields".to_owned(),
            Value::Broken => "something unreadable".to_owned(),
        }
    }
}

impl Reader {
    /// Notes something.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Notes a value of the wrong type; nothing where the value is broken, which has been noted.
    pub(crate) fn wrong_type<T>(&mut self, node: &Node, expected: &str, hint: Option<&str>) -> Option<T> {
        if !matches!(node.value, Value::Broken) {
            let subject = self.field.map_or_else(|| "this".to_owned(), |field| format!("`{field}`"));
            let message = format!("{subject} should be {expected}, and is {}", node.found());
            self.report(Diagnostic::error("wrong-type", node.span, message).hints(hint.map(str::to_owned)));
        }
        None
    }

    /// The fields of a record, with unknown, duplicate and missing ones noted.
    pub(crate) fn record<'a>(
        &mut self,
        node: &'a Node,
        what: &str,
        known: &[(&'static str, Needed)],
    ) -> Option<Fields<'a>> {
        let (name, written): (Option<&Name>, &[(Name, Node)]) = match &node.value {
            Value::Fields { name, fields } => (name.as_ref(), fields),
            Value::Unit => (None, &[]),
            _ => return self.wrong_type(node, &format!("{what}, `( … )` with fields"), None),
        };
        if let Some(name) = name {
            let message = format!("{what} begins with a bare `(`, without the word `{}`", name.text);
            self.report(
                Diagnostic::error("unexpected-name", name.span, message).hint(format!("leave `{}` out", name.text)),
            );
        }
        let mut fields: Vec<(&'static str, &Node, Span)> = Vec::new();
        let mut meant = Vec::new();
        for (name, value) in written {
            let Some((field, _)) = known.iter().find(|(field, _)| *field == name.text) else {
                meant.extend(self.unknown_field(name, what, known, written));
                continue;
            };
            if let Some((_, _, first)) = fields.iter().find(|(seen, _, _)| seen == field) {
                let message = format!("{what} has `{field}` twice");
                let found =
                    Diagnostic::error("duplicate-field", name.span, message).note(*first, "it stands here already");
                self.report(found.hint("keep one of them"));
                continue;
            }
            fields.push((field, value, name.span));
        }
        self.missing_fields(node, what, known, &fields, &meant);
        let absent = |node: &Node| matches!(&node.value, Value::Word(word) if word == "None");
        Some(Fields(
            fields
                .into_iter()
                .filter(|(field, node, _)| !(absent(node) && is_optional(known, field)))
                .map(|(field, node, _)| (field, node))
                .collect(),
        ))
    }

    /// Notes an unknown field; returns the absent field that was probably meant.
    fn unknown_field(
        &mut self,
        name: &Name,
        what: &str,
        known: &[(&'static str, Needed)],
        written: &[(Name, Node)],
    ) -> Option<&'static str> {
        let absent = || {
            known.iter().map(|(field, _)| *field).filter(|field| written.iter().all(|(name, _)| name.text != **field))
        };
        let meant = suggest::closest(&name.text, absent());
        let hint = match meant {
            Some(field) => format!("did you mean `{field}`?"),
            None => format!(
                "{what} has the fields: {}",
                known.iter().map(|(field, _)| format!("`{field}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        let message = format!("{what} has no field `{}`", name.text);
        self.report(Diagnostic::error("unknown-field", name.span, message).hint(hint));
        meant.and_then(|meant| absent().find(|field| *field == meant))
    }

    fn missing_fields(
        &mut self,
        node: &Node,
        what: &str,
        known: &[(&'static str, Needed)],
        fields: &[(&'static str, &Node, Span)],
        meant: &[&str],
    ) {
        for (field, needed) in known {
            let there = fields.iter().any(|(seen, _, _)| seen == field) || meant.contains(field);
            if *needed == Needed::Required && !there {
                let opening = Span::new(node.span.start, (node.span.start + 1).min(node.span.end));
                let message = format!("{what} needs a field `{field}`");
                self.report(
                    Diagnostic::error(MISSING_FIELD, opening, message)
                        .hint(format!("add `{field}: …,` between the brackets that open here")),
                );
            }
        }
    }
}

fn is_optional(known: &[(&'static str, Needed)], field: &str) -> bool {
    known.contains(&(known.iter().find(|(name, _)| *name == field).map_or("", |(name, _)| name), Needed::Optional))
}

impl<T: Read> Read for Spanned<T> {
    const WHAT: &'static str = T::WHAT;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(|value| Self::new(value, node.span))
    }
}

impl Read for String {
    const WHAT: &'static str = "a text in quotes";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            let hint = matches!(node.value, Value::Word(_)).then_some("put it in quotes: `\"…\"`");
            return reader.wrong_type(node, Self::WHAT, hint);
        };
        let subject = reader.field.map_or_else(|| "this text".to_owned(), |field| format!("`{field}`"));
        if text.trim().is_empty() {
            reader.report(
                Diagnostic::error("empty-text", node.span, format!("{subject} is empty"))
                    .hint("write what belongs here, or leave the field out where it is optional"),
            );
            return None;
        }
        if let Some(control) = text.chars().find(|c| is_invisible(*c)) {
            let message = format!("{subject} holds an invisible control character ({})", control.escape_unicode());
            reader.report(
                Diagnostic::error("control-character", node.span, message)
                    .hint("delete it; line breaks and tabs are welcome"),
            );
            return None;
        }
        Some(text.clone())
    }
}

/// Control characters, and those that change the direction of the text around them.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

impl Read for bool {
    const WHAT: &'static str = "`true` or `false`";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => reader.wrong_type(node, Self::WHAT, None),
        }
    }
}

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whole<const MIN: i64, const MAX: i64>(i64);

impl<const MIN: i64, const MAX: i64> Whole<MIN, MAX> {
    /// The number as a smaller type; the bounds make sure that it fits.
    pub(crate) fn get<T: TryFrom<i64> + Default>(self) -> T {
        T::try_from(self.0).unwrap_or_default()
    }
}

impl<const MIN: i64, const MAX: i64> Read for Whole<MIN, MAX> {
    const WHAT: &'static str = "a whole number";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Integer(value) = node.value else {
            return reader.wrong_type(node, &format!("a whole number from {MIN} to {MAX}"), None);
        };
        match i64::try_from(value) {
            Ok(value) if (MIN..=MAX).contains(&value) => Some(Self(value)),
            _ => {
                let subject = reader.field.map_or_else(|| "this number".to_owned(), |field| format!("`{field}`"));
                reader.report(Diagnostic::error(
                    "out-of-range",
                    node.span,
                    format!("{subject} should be from {MIN} to {MAX}, and is {value}"),
                ));
                None
            }
        }
    }
}

/// A word without quotes, from a catalogue that is looked at later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word(pub(crate) String);

impl Read for Word {
    const WHAT: &'static str = "a word without quotes";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Word(word) => Some(Self(word.clone())),
            Value::Text(_) => reader.wrong_type(node, Self::WHAT, Some("leave the quotes out")),
            _ => reader.wrong_type(node, Self::WHAT, None),
        }
    }
}

/// A word of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OneOf<W>(pub(crate) W);

impl<W: Words> Read for OneOf<W> {
    const WHAT: &'static str = W::WHAT;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Word(word) = Word::read(node, reader)?;
        let found = W::ALL.iter().find(|(known, _)| *known == word);
        if found.is_none() {
            let hint = suggest::hint(&word, W::ALL.iter().map(|(known, _)| *known));
            reader.report(
                Diagnostic::error("unknown-word", node.span, format!("`{word}` is not {}", W::WHAT)).hints(hint),
            );
        }
        found.map(|(_, value)| Self(*value))
    }
}

/// An identifier: lower-case words joined by hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(pub(crate) String);

impl Id {
    const LONGEST: usize = 64;

    pub(crate) fn is_valid(text: &str) -> bool {
        let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        text.len() <= Self::LONGEST && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.split('-').all(word)
    }

    /// What the text might be as an identifier.
    fn mended(text: &str) -> String {
        let lower: String =
            text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let mended = lower.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
        mended.chars().skip_while(char::is_ascii_digit).skip_while(|c| *c == '-').take(Self::LONGEST).collect()
    }
}

impl Read for Id {
    const WHAT: &'static str = "an identifier in quotes";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            let hint = matches!(node.value, Value::Word(_)).then_some("put it in quotes: `\"…\"`");
            return reader.wrong_type(node, Self::WHAT, hint);
        };
        if !Self::is_valid(text) {
            let message =
                "an identifier is lower-case words joined by hyphens, starting with a letter, at most 64 characters";
            let mended = Self::mended(text);
            let hint = (!mended.is_empty()).then(|| format!("write `\"{mended}\"`"));
            reader.report(Diagnostic::error("bad-id", node.span, message).hints(hint));
            return None;
        }
        Some(Self(text.clone()))
    }
}

impl<T: Read> Read for Vec<T> {
    const WHAT: &'static str = "a list `[ … ]`";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(items) => Some(items.iter().filter_map(|item| T::read(item, reader)).collect()),
            Value::Broken => None,
            _ => reader.wrong_type(node, &format!("a list of {}", T::WHAT), Some("put it in square brackets: `[ … ]`")),
        }
    }
}

/// A map in written order, duplicate keys and unreadable values included.
#[derive(Clone, Debug)]
pub(crate) struct Entries<T>(pub(crate) Vec<(Spanned<Id>, Option<T>)>);

impl<T: Read> Read for Entries<T> {
    const WHAT: &'static str = "a map `{ \"id\": … }`";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return reader.wrong_type(node, Self::WHAT, None);
        };
        let mut read = Vec::new();
        for (key, value) in entries {
            let key = Spanned::read(key, reader);
            let outer = reader.field.take();
            let value = T::read(value.unwrapped(), reader);
            reader.field = outer;
            if let Some(key) = key {
                read.push((key, value));
            }
        }
        Some(Self(read))
    }
}
