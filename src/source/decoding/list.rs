//! Lists and maps.

use crate::source::span::Spanned;
use crate::source::syntax::{Node, Value};

use super::reader::{Reader, Subject};
use super::{Id, Kind, Read};

impl<T: Read> Read for Vec<T> {
    const WHAT: &'static str = "a list `[ … ]`";

    /// The entries that can be read; where some cannot, the reader is marked as incomplete.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::List(items) = &node.value else {
            let hint = "put it in square brackets: `[ … ]`";
            return reader.wrong_type(node, &list_of(T::WHAT), Some(hint));
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
        reader.incomplete |= read.len() < items.len();
        Some(read)
    }

    fn kind() -> Kind {
        T::kind().reworded(list_of)
    }
}

fn list_of(entry: &str) -> String {
    format!("a list `[ … ]`, each entry {entry}")
}

/// A map in written order, with duplicate keys, and `None` for a value that cannot be read.
#[derive(Clone, Debug)]
pub(crate) struct Entries<T>(pub(crate) Vec<(Spanned<Id>, Option<T>)>);

impl<T: Read> Read for Entries<T> {
    const WHAT: &'static str = "a map `{ \"id\": … }`";

    /// An entry without a key that can be read is left out.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return reader.wrong_type(node, Self::WHAT, Some("put it in braces: `{ \"id\": ( … ), }`"));
        };
        let read = reader.about(Subject::This, |reader| {
            let mut read = Self(Vec::with_capacity(entries.len()));
            for (key, value) in *entries {
                let key = Spanned::read(key, reader);
                let (value, _) = reader.checking_completeness(|reader| T::read(value.unwrapped(), reader));
                read.0.extend(key.map(|key| (key, value)));
            }
            read
        });
        reader.incomplete |= read.0.len() < entries.len();
        Some(read)
    }

    fn kind() -> Kind {
        T::kind().reworded(|entry| format!("a map `{{ \"id\": … }}`, each entry {entry}"))
    }
}
