//! Where a tree is kept.

use bumpalo::Bump;

/// Where a tree is kept: its parts lie side by side and are given back all at once, when this is dropped.
#[derive(Debug, Default)]
pub struct Arena(Bump);

impl Arena {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a text.
    pub(super) fn text(&self, text: &str) -> &str {
        self.0.alloc_str(text)
    }

    /// Keeps a value.
    pub(super) fn one<T: Copy>(&self, value: T) -> &T {
        self.0.alloc(value)
    }

    /// Keeps a list.
    pub(super) fn list<T: Copy>(&self, items: &[T]) -> &[T] {
        self.0.alloc_slice_copy(items)
    }
}
