//! The fields of a record: unknown, duplicate and missing ones noted, the rest read.

use crate::source::diagnostics::suggest;
use crate::source::span::Span;
use crate::source::syntax::{Name, Node, Value};

use super::reader::{MOST_DIAGNOSTICS, Reader, Subject};
use super::{Read, rules, short};

/// What to do where two things are written of which one belongs there.
pub(crate) const KEEP_ONE: &str = "keep one of them";

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

/// The known fields of one record, as written, to be read in the order in which the record declares them.
pub(crate) struct Fields<'a, const N: usize> {
    known: &'static [(&'static str, Needed); N],
    written: [Option<Written<'a>>; N],
    /// How many have been asked for.
    asked: usize,
    lost: Lost,
}

/// A field as written.
#[derive(Clone, Copy)]
struct Written<'a> {
    value: &'a Node<'a>,
    name: Span,
    /// Whether the name is another one, and this was probably meant.
    guessed: bool,
}

/// The fields of a record that were written and could not be read, or not in full. It has been noted;
/// nobody should complain that they are absent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lost(Option<Box<Names>>);

/// Few records have lost a field: in all others this takes no more room than a pointer.
#[derive(Clone, Debug, Default)]
struct Names(Vec<&'static str>);

impl Lost {
    /// Whether this field is among them.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.0.as_ref().is_some_and(|names| names.0.contains(&field))
    }

    fn add(&mut self, field: &'static str) {
        self.0.get_or_insert_default().0.push(field);
    }
}

impl<const N: usize> Fields<'_, N> {
    /// Reads the next field, where it was written and can be read.
    pub(crate) fn next<T: Read>(&mut self, reader: &mut Reader) -> Option<T> {
        let place = self.asked;
        self.asked += 1;
        let written = (*self.written.get(place)?)?;
        let (field, _) = *self.known.get(place)?;
        let (value, whole) = reader.about(Subject::Field(field), |reader| {
            reader.in_full(|reader| {
                let node = written.value.unwrapped();
                if written.guessed { reader.guess(|reader| T::read(node, reader)) } else { T::read(node, reader) }
            })
        });
        if !whole {
            self.lost.add(field);
        }
        value
    }

    /// The fields that could not be read, once all have been.
    pub(crate) fn into_lost(self) -> Lost {
        self.lost
    }
}

/// A record's name to people, and its fields.
struct Shape<'k, const N: usize> {
    what: &'k str,
    known: &'static [(&'static str, Needed); N],
}

impl Reader {
    /// The fields of a record, with unknown, duplicate and missing ones noted.
    pub(crate) fn record<'a, const N: usize>(
        &mut self,
        node: &Node<'a>,
        what: &str,
        known: &'static [(&'static str, Needed); N],
    ) -> Option<Fields<'a, N>> {
        let (name, fields): (Option<&Name<'_>>, &'a [(Name<'a>, Node<'a>)]) = match &node.value {
            Value::Fields { name, fields } => (*name, fields),
            Value::Unit => (None, &[]),
            _ => return self.not_a_record(node, what),
        };
        if let Some(name) = name {
            self.unexpected_name(name, what);
        }
        let mut written = self.known_fields(fields, &Shape { what, known });
        let absent = || known.iter().zip(&written).filter(|(_, written)| written.is_none()).map(|(known, _)| *known);
        let mut lost = Lost::default();
        if !self.complete || self.is_disturbed(node, fields) {
            absent().for_each(|(field, _)| lost.add(field));
        } else {
            self.missing_fields(node, what, absent());
        }
        for (place, (_, needed)) in written.iter_mut().zip(known) {
            let says_nothing = place.is_some_and(|field| matches!(field.value.value, Value::Word("None")));
            if says_nothing && *needed == Needed::Optional {
                *place = None;
            }
        }
        Some(Fields { known, written, asked: 0, lost })
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

    fn known_fields<'a, const N: usize>(
        &mut self,
        fields: &'a [(Name<'a>, Node<'a>)],
        shape: &Shape<'_, N>,
    ) -> [Option<Written<'a>>; N] {
        let mut written = [None; N];
        let mut unknown = Vec::new();
        let mut next = 0;
        for (name, value) in fields {
            let Some(place) = shape.place(name.text, next) else {
                if unknown.len() <= MOST_DIAGNOSTICS {
                    unknown.push((name, value));
                }
                continue;
            };
            next = place + 1;
            match &written[place] {
                None => written[place] = Some(Written { value, name: name.span, guessed: false }),
                Some(first) => {
                    let found = rules::DUPLICATE_FIELD.at(name.span, format!("`{}` is given twice", name.text));
                    self.report(found.note(first.name, "it is given here already").hint(KEEP_ONE));
                }
            }
        }
        for (name, value) in unknown {
            if let Some(place) = self.unknown_field(name, shape, &written) {
                written[place] = Some(Written { value, name: name.span, guessed: true });
            }
        }
        written
    }

    /// Notes an unknown field; returns the place of the absent field that was probably meant.
    fn unknown_field<const N: usize>(
        &mut self,
        name: &Name<'_>,
        shape: &Shape<'_, N>,
        written: &[Option<Written<'_>>; N],
    ) -> Option<usize> {
        let absent = shape.known.iter().zip(written).filter(|(_, written)| written.is_none());
        let close = suggest::closest(name.text, absent.map(|((field, _), _)| *field));
        let hint = close.map_or_else(|| shape.all_fields(), suggest::did_you_mean);
        let message = format!("`{}` is not a field of {}", short(name.text), shape.what);
        self.report(rules::UNKNOWN_FIELD.at(name.span, message).hint(hint));
        close.and_then(|field| shape.place(field, 0))
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

impl<const N: usize> Shape<'_, N> {
    /// The place of a field among the known ones, looked for from `first` on, because most files keep to the
    /// order of the record.
    fn place(&self, field: &str, first: usize) -> Option<usize> {
        (first..N).chain(0..first.min(N)).find(|place| self.known[*place].0 == field)
    }

    fn all_fields(&self) -> String {
        let all: Vec<String> = self.known.iter().map(|(field, _)| format!("`{field}`")).collect();
        format!("its fields are: {}", all.join(", "))
    }
}
