//! What can be read from a tree.

use crate::source::span::Spanned;
use crate::source::syntax::Node;

use super::{Kind, Reader};

/// Something that can be read from a tree.
pub(crate) trait Read: Sized {
    /// What it is to an author: "a whole number".
    const WHAT: &'static str;

    /// `None` means that it could not be read, which has been reported.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self>;

    /// The values that may be written, as documented for authors.
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

/// For a part that few records have: in all others it takes only the room of a pointer.
impl<T: Read> Read for Box<T> {
    const WHAT: &'static str = T::WHAT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Self::new)
    }

    fn kind() -> Kind {
        T::kind()
    }
}
