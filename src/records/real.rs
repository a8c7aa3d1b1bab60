//! Whole numbers as real ones.

/// The nearest floating-point number.
#[allow(clippy::cast_precision_loss, reason = "to the nearest is all that is asked")]
pub(super) const fn real(number: i128) -> f64 {
    number as f64
}
