//! The fields of a record: unknown, duplicate and missing ones noted, the rest read.

use super::{MOST_DIAGNOSTICS, Read, Reader, Subject, rules, short};
use crate::source::tree::{Name, Node, Value};
use crate::source::{Span, suggest};

/// Whether a record must have a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needed {
    Required,
    Optional,
}

impl Needed {
    pub(crate) const fn is_required(self) -> bool {
        matches!(self, Self::Required)
    }
}

/// The known fields of one record, as written.
pub(crate) struct Fields<'a> {
    written: Vec<Written<'a>>,
    lost: Lost,
}

/// A field as written.
struct Written<'a> {
    field: &'static str,
    value: &'a Node<'a>,
    name: Span,
    /// Whether the name is another one, and this was probably meant.
    guessed: bool,
}

/// The fields of a record that were written and could not be read, or not in full. It has been noted;
/// nobody should complain that they are absent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lost(Vec<&'static str>);

impl Lost {
    /// Whether this field is among them.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.0.contains(&field)
    }
}

impl Fields<'_> {
    /// Reads a field, where it was written and can be read.
    pub(crate) fn get<T: Read>(&mut self, reader: &mut Reader, field: &'static str) -> Option<T> {
        let written = self.written.iter().find(|written| written.field == field)?;
        let (value, whole) = reader.about(Subject::Field(field), |reader| {
            reader.in_full(|reader| {
                let node = written.value.unwrapped();
                if written.guessed { reader.guess(|reader| T::read(node, reader)) } else { T::read(node, reader) }
            })
        });
        if !whole {
            self.lost.0.push(field);
        }
        value
    }

    /// The fields that could not be read, once all have been.
    pub(crate) fn into_lost(self) -> Lost {
        self.lost
    }
}

/// A record's name to people, and its fields.
struct Shape<'k> {
    what: &'k str,
    known: &'k [(&'static str, Needed)],
}

impl Reader {
    /// The fields of a record, with unknown, duplicate and missing ones noted.
    pub(crate) fn record<'a>(
        &mut self,
        node: &'a Node<'a>,
        what: &str,
        known: &[(&'static str, Needed)],
    ) -> Option<Fields<'a>> {
        let (name, fields): (Option<&Name<'_>>, &[(Name<'a>, Node<'a>)]) = match &node.value {
            Value::Fields { name, fields } => (*name, fields),
            Value::Unit => (None, &[]),
            _ => return self.not_a_record(node, what),
        };
        if let Some(name) = name {
            self.unexpected_name(name, what);
        }
        let shape = Shape { what, known };
        let mut written = self.known_fields(fields, &shape);
        let absent = known.iter().copied().filter(|(field, _)| written.iter().all(|seen| seen.field != *field));
        let mut lost = Lost::default();
        if !self.complete || self.is_disturbed(node, fields) {
            lost.0.extend(absent.map(|(field, _)| field));
        } else {
            self.missing_fields(node, what, absent);
        }
        written.retain(|field| !(field.is_none() && shape.is_optional(field.field)));
        Some(Fields { written, lost })
    }

    fn not_a_record<T>(&mut self, node: &Node<'_>, what: &str) -> Option<T> {
        let hint = match node.value {
            Value::Map(_) => Some("use round brackets: `( name: value, … )`"),
            Value::Tuple { .. } => Some("give each value its name: `( name: value, … )`"),
            _ => None,
        };
        match self.subject {
            Subject::Field(_) => self.wrong_type(node, "`( … )` with fields", hint),
            _ => self.wrong_type(node, &format!("{what}, `( … )` with fields"), hint),
        }
    }

    /// Whether a syntax error stands between the fields of a record, where a field may have been lost.
    fn is_disturbed(&self, node: &Node<'_>, fields: &[(Name<'_>, Node<'_>)]) -> bool {
        let holds = |span: Span, fault: &Span| span.start() <= fault.start() && fault.end() <= span.end();
        let between = |fault: &&Span| fields.iter().all(|(name, value)| !holds(name.span.to(value.span), fault));
        self.faults.iter().filter(|fault| holds(node.span, fault)).any(|fault| between(&fault))
    }

    fn unexpected_name(&mut self, name: &Name<'_>, what: &str) {
        let word = short(name.text);
        let message = format!("`{word}` has no place before this bracket: {what} needs no such word");
        self.report(rules::UNEXPECTED_NAME.at(name.span, message).hint(format!("leave `{word}` out")));
    }

    fn known_fields<'a>(&mut self, fields: &'a [(Name<'a>, Node<'a>)], shape: &Shape<'_>) -> Vec<Written<'a>> {
        let mut written: Vec<Written<'a>> = Vec::with_capacity(fields.len());
        let mut unknown = Vec::new();
        for (name, value) in fields {
            let Some((field, _)) = shape.known.iter().find(|(field, _)| *field == name.text) else {
                if unknown.len() <= MOST_DIAGNOSTICS {
                    unknown.push((name, value));
                }
                continue;
            };
            if let Some(first) = written.iter().find(|seen| seen.field == *field) {
                let found = rules::DUPLICATE_FIELD.at(name.span, format!("`{field}` is given twice"));
                self.report(found.note(first.name, "it is given here already").hint("keep one of them"));
                continue;
            }
            written.push(Written { field, value, name: name.span, guessed: false });
        }
        for (name, value) in unknown {
            let meant = self.unknown_field(name, shape, &written);
            written.extend(meant.map(|field| Written { field, value, name: name.span, guessed: true }));
        }
        written
    }

    /// Notes an unknown field; returns the absent field that was probably meant.
    fn unknown_field(&mut self, name: &Name<'_>, shape: &Shape<'_>, written: &[Written<'_>]) -> Option<&'static str> {
        let absent =
            || shape.known.iter().map(|(field, _)| *field).filter(|field| written.iter().all(|it| it.field != *field));
        let close = suggest::closest(name.text, absent());
        let meant = absent().find(|field| Some(*field) == close);
        let hint = meant.map_or_else(|| shape.all_fields(), |field| format!("did you mean `{field}`?"));
        let message = format!("`{}` is not a field of {}", short(name.text), shape.what);
        self.report(rules::UNKNOWN_FIELD.at(name.span, message).hint(hint));
        meant
    }

    fn missing_fields(&mut self, node: &Node<'_>, what: &str, absent: impl Iterator<Item = (&'static str, Needed)>) {
        for (field, needed) in absent {
            if needed == Needed::Required {
                let message = format!("`{field}` is missing, and {what} needs it");
                self.report(
                    rules::MISSING_FIELD
                        .at(node.opening(), message)
                        .hint(format!("add `{field}: …,` inside the brackets that open here")),
                );
            }
        }
    }
}

impl Shape<'_> {
    fn is_optional(&self, field: &str) -> bool {
        self.known.iter().any(|(name, needed)| *name == field && *needed == Needed::Optional)
    }

    fn all_fields(&self) -> String {
        let all: Vec<String> = self.known.iter().map(|(field, _)| format!("`{field}`")).collect();
        format!("its fields are: {}", all.join(", "))
    }
}

impl Written<'_> {
    /// Whether it says that there is nothing.
    fn is_none(&self) -> bool {
        matches!(self.value.value, Value::Word("None"))
    }
}
