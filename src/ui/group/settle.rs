//! The largest type in which something fits.

use crate::ui::TypeSize;

/// Sizes to try, largest first.
const SIZES: [TypeSize; 4] = [TypeSize::Title, TypeSize::Lead, TypeSize::Body, TypeSize::Small];

/// The largest size in which `height` is at most `room`; the smallest where none is.
pub(super) fn largest(room: f32, height: impl Fn(TypeSize) -> f32) -> TypeSize {
    largest_of(&SIZES, room, height)
}

/// The same, of these sizes, the largest of which comes first.
pub(super) fn largest_of(sizes: &[TypeSize], room: f32, height: impl Fn(TypeSize) -> f32) -> TypeSize {
    sizes.iter().copied().find(|&size| height(size) <= room).unwrap_or(TypeSize::Small)
}
