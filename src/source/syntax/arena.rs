//! The arena that a tree is allocated in.

use bumpalo::Bump;

/// The arena that a tree is allocated in: its parts lie side by side and are freed all at once, when it is dropped.
#[derive(Debug, Default)]
pub struct Arena(Bump);

impl Arena {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Copies a text into the arena.
    pub(super) fn text(&self, text: &str) -> &str {
        self.0.alloc_str(text)
    }

    /// Copies a value into the arena.
    pub(super) fn one<T: Copy>(&self, value: T) -> &T {
        self.0.alloc(value)
    }

    /// Copies a list into the arena.
    pub(super) fn list<T: Copy>(&self, items: &[T]) -> &[T] {
        self.0.alloc_slice_copy(items)
    }
}
