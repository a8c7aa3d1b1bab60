//! What can be read from a tree.

use crate::source::span::Spanned;
use crate::source::syntax::Node;

use super::{Kind, Reader};

/// Something that can be read from a tree. `None` means that it could not be, and that this has been reported.
pub(crate) trait Read: Sized {
    /// What it is to an author: "a whole number".
    const WHAT: &'static str;

    /// Reads it.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self>;

    /// What authors read about the values that may be written.
    fn kind() -> Kind {
        Kind::plain(Self::WHAT)
    }
}

impl<T: Read> Read for Spanned<T> {
    const WHAT: &'static str = T::WHAT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(|value| Self::new(value, node.span))
    }

    fn kind() -> Kind {
        T::kind()
    }
}

/// A part that few have: elsewhere it takes no more room than a pointer.
impl<T: Read> Read for Box<T> {
    const WHAT: &'static str = T::WHAT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Self::new)
    }

    fn kind() -> Kind {
        T::kind()
    }
}
