//! Lists and maps.

use super::{Id, Read, Reader, Subject};
use crate::source::tree::{Node, Value};
use crate::source::{Kind, Spanned};

impl<T: Read> Read for Vec<T> {
    const WHAT: &'static str = "a list `[ … ]`";

    /// What of the list can be read.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::List(items) = &node.value else {
            let hint = "put it in square brackets: `[ … ]`";
            return reader.wrong_type(node, &format!("a list `[ … ]`, each entry {}", T::WHAT), Some(hint));
        };
        let subject = match reader.subject {
            Subject::Field(name) => Subject::EntryOf(name),
            other => other,
        };
        let read = reader.about(subject, |reader| {
            let mut read = Self::with_capacity(items.len());
            read.extend(items.iter().filter_map(|item| T::read(item, reader)));
            read
        });
        reader.lost |= read.len() < items.len();
        Some(read)
    }

    fn kind() -> Kind {
        T::kind().said(|entry| format!("a list `[ … ]`, each entry {entry}"))
    }
}

/// A map in written order, duplicate keys and unreadable values included.
#[derive(Clone, Debug)]
pub(crate) struct Entries<T>(pub(crate) Vec<(Spanned<Id>, Option<T>)>);

impl<T: Read> Entries<T> {
    /// Reads the next entry; one without a key that can be read is left out.
    pub(crate) fn add(&mut self, key: &Node<'_>, value: &Node<'_>, reader: &mut Reader) {
        let key = Spanned::read(key, reader);
        let (value, _) = reader.in_full(|reader| T::read(value.unwrapped(), reader));
        self.0.extend(key.map(|key| (key, value)));
    }
}

impl<T: Read> Read for Entries<T> {
    const WHAT: &'static str = "a map `{ \"id\": … }`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return reader.wrong_type(node, Self::WHAT, Some("put it in braces: `{ \"id\": ( … ), }`"));
        };
        let read = reader.about(Subject::This, |reader| {
            let mut read = Self(Vec::with_capacity(entries.len()));
            for (key, value) in *entries {
                read.add(key, value, reader);
            }
            read
        });
        reader.lost |= read.0.len() < entries.len();
        Some(read)
    }

    fn kind() -> Kind {
        T::kind().said(|entry| format!("a map `{{ \"id\": … }}`, each entry {entry}"))
    }
}
