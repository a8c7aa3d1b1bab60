//! The fields of a record: unknown, duplicate and missing ones are reported, the rest is read.

use crate::source::diagnostics::suggest;
use crate::source::span::Span;
use crate::source::syntax::{Name, Node, Value};

use super::reader::{MAX_DIAGNOSTICS, Reader, Subject};
use super::{Read, rules, short};

/// The hint where two things are written and only one may be.
pub(crate) const KEEP_ONE: &str = "keep one of them";

/// Whether a record must have a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Requirement {
    Required,
    Optional,
}

impl Requirement {
    pub(crate) const fn is_required(self) -> bool {
        matches!(self, Self::Required)
    }
}

/// The known fields of one record, as written, to be read in the order in which the record declares them.
pub(crate) struct Fields<'a, const N: usize> {
    known: &'static [(&'static str, Requirement); N],
    written: [Option<Written<'a>>; N],
    /// The index of the next field to read.
    next: usize,
    unread: UnreadFields,
}

/// A field as written.
#[derive(Clone, Copy)]
struct Written<'a> {
    value: &'a Node<'a>,
    name: Span,
    /// Whether an unknown name was written, and this field was probably meant.
    guessed: bool,
}

/// The fields of a record that were written and could not be read, or not in full. That has been reported, so
/// they must not be reported as missing.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnreadFields(Option<Box<Names>>);

/// Boxed where it is used, because few records have any: in all others it takes only the room of a pointer.
#[derive(Clone, Debug, Default)]
struct Names(Vec<&'static str>);

impl UnreadFields {
    pub(crate) fn has(&self, field: &str) -> bool {
        self.0.as_ref().is_some_and(|names| names.0.contains(&field))
    }

    /// Whether every field that is written could be read.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn add(&mut self, field: &'static str) {
        self.0.get_or_insert_default().0.push(field);
    }
}

impl<const N: usize> Fields<'_, N> {
    /// Reads the next field; `None` where it was not written or cannot be read.
    pub(crate) fn next<T: Read>(&mut self, reader: &mut Reader) -> Option<T> {
        let index = self.next;
        self.next += 1;
        let written = (*self.written.get(index)?)?;
        let (field, _) = *self.known.get(index)?;
        let (value, whole) = reader.about(Subject::Field(field), |reader| {
            reader.checking_completeness(|reader| {
                let node = written.value.unwrapped();
                if written.guessed { reader.guess(|reader| T::read(node, reader)) } else { T::read(node, reader) }
            })
        });
        if !whole {
            self.unread.add(field);
        }
        value
    }

    /// The fields that could not be read. Call it after the last [`next`](Self::next).
    pub(crate) fn into_unread(self) -> UnreadFields {
        self.unread
    }
}

/// What a record is called in messages, and its fields.
struct Shape<'k, const N: usize> {
    what: &'k str,
    known: &'static [(&'static str, Requirement); N],
    misnamed: Misnamed,
}

/// Names that no field of a record has, and that authors write all the same.
#[derive(Clone, Copy)]
pub(crate) struct Misnamed {
    /// Fields that an earlier format had, each with what to write in its place.
    pub(crate) former: &'static [(&'static str, &'static str)],
    /// Other names for a field, each with the field.
    pub(crate) otherwise: &'static [(&'static str, &'static str)],
}

impl Reader {
    /// The known fields of a record; unknown, duplicate and missing ones are reported.
    pub(crate) fn record<'a, const N: usize>(
        &mut self,
        node: &Node<'a>,
        what: &str,
        known: &'static [(&'static str, Requirement); N],
        misnamed: Misnamed,
    ) -> Option<Fields<'a, N>> {
        let (name, fields): (Option<&Name<'_>>, &'a [(Name<'a>, Node<'a>)]) = match &node.value {
            Value::Fields { name, fields } => (*name, fields),
            Value::Unit => (None, &[]),
            _ => return self.not_a_record(node, what),
        };
        if let Some(name) = name {
            self.unexpected_name(name, what);
        }
        let mut written = self.known_fields(fields, &Shape { what, known, misnamed });
        let absent = || known.iter().zip(&written).filter(|(_, written)| written.is_none()).map(|(known, _)| *known);
        let mut unread = UnreadFields::default();
        if !self.complete || self.is_disturbed(node, fields) {
            absent().for_each(|(field, _)| unread.add(field));
        } else {
            self.missing_fields(node, what, absent());
        }
        for (field, (_, requirement)) in written.iter_mut().zip(known) {
            let says_nothing = field.is_some_and(|field| matches!(field.value.value, Value::Word("None")));
            if says_nothing && *requirement == Requirement::Optional {
                *field = None;
            }
        }
        Some(Fields { known, written, next: 0, unread })
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

    /// Whether a syntax error is between the fields of a record, where a field may have been lost.
    fn is_disturbed(&self, node: &Node<'_>, fields: &[(Name<'_>, Node<'_>)]) -> bool {
        let holds = |span: Span, error: &Span| span.start() <= error.start() && error.end() <= span.end();
        let between = |error: &&Span| fields.iter().all(|(name, value)| !holds(name.span.to(value.span), error));
        self.syntax_errors.iter().filter(|error| holds(node.span, error)).any(|error| between(&error))
    }

    fn unexpected_name(&mut self, name: &Name<'_>, what: &str) {
        let word = short(name.text);
        let message = format!("`{word}` has no place before this bracket: {what} needs no such word");
        self.report(rules::UNEXPECTED_NAME.at(name.span, message).hint(format!("leave `{word}` out")));
    }

    fn known_fields<'a, const N: usize>(
        &mut self,
        fields: &'a [(Name<'a>, Node<'a>)],
        shape: &Shape<'_, N>,
    ) -> [Option<Written<'a>>; N] {
        let mut written = [None; N];
        let mut unknown = Vec::new();
        let mut next = 0;
        for (name, value) in fields {
            let Some(index) = shape.index(name.text, next) else {
                if unknown.len() <= MAX_DIAGNOSTICS {
                    unknown.push((name, value));
                }
                continue;
            };
            next = index + 1;
            match &written[index] {
                None => written[index] = Some(Written { value, name: name.span, guessed: false }),
                Some(first) => {
                    let found = rules::DUPLICATE_FIELD.at(name.span, format!("`{}` is given twice", name.text));
                    self.report(found.note(first.name, "it is given here already").hint(KEEP_ONE));
                }
            }
        }
        for (name, value) in unknown {
            if let Some(index) = self.unknown_field(name, shape, &written) {
                written[index] = Some(Written { value, name: name.span, guessed: true });
            }
        }
        written
    }

    /// Reports an unknown field; returns the index of the absent field that was probably meant.
    fn unknown_field<const N: usize>(
        &mut self,
        name: &Name<'_>,
        shape: &Shape<'_, N>,
        written: &[Option<Written<'_>>; N],
    ) -> Option<usize> {
        if let Some((field, way_out)) = shape.misnamed.former.iter().find(|(field, _)| *field == name.text) {
            let message = format!("`{field}` is no longer a field of {}", shape.what);
            self.report(rules::UNKNOWN_FIELD.at(name.span, message).hint(*way_out));
            return None;
        }
        let absent = shape.known.iter().zip(written).filter(|(_, written)| written.is_none());
        let mut otherwise = shape.misnamed.otherwise.iter().filter(|(other, _)| *other == name.text);
        if let Some((other, field)) = otherwise.find(|(_, field)| absent.clone().any(|((known, _), _)| known == field))
        {
            let message = format!("`{other}` is called `{field}` here");
            self.report(rules::UNKNOWN_FIELD.at(name.span, message).hint(format!("write `{field}: …`")));
            return shape.index(field, 0);
        }
        let close = suggest::closest(name.text, absent.map(|((field, _), _)| *field));
        let hint = close.map_or_else(|| shape.all_fields(), suggest::did_you_mean);
        let message = format!("`{}` is not a field of {}", short(name.text), shape.what);
        self.report(rules::UNKNOWN_FIELD.at(name.span, message).hint(hint));
        close.and_then(|field| shape.index(field, 0))
    }

    fn missing_fields(
        &mut self,
        node: &Node<'_>,
        what: &str,
        absent: impl Iterator<Item = (&'static str, Requirement)>,
    ) {
        for (field, requirement) in absent {
            if requirement == Requirement::Required {
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

impl<const N: usize> Shape<'_, N> {
    /// The index of a field among the known ones, searched from `first` on, because most files keep to the
    /// order of the record.
    fn index(&self, field: &str, first: usize) -> Option<usize> {
        (first..N).chain(0..first.min(N)).find(|index| self.known[*index].0 == field)
    }

    fn all_fields(&self) -> String {
        let all: Vec<String> = self.known.iter().map(|(field, _)| format!("`{field}`")).collect();
        format!("its fields are: {}", all.join(", "))
    }
}
