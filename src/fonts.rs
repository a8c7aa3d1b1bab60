//! The fonts of the window, of saved PDFs and of portrait sheets. Their licence is beside them in `assets/fonts`.

/// Inter, for running text.
pub(crate) static REGULAR: &[u8] = include_bytes!("../assets/fonts/Inter-Regular.otf");
/// Inter `SemiBold`, for emphasis.
pub(crate) static STRONG: &[u8] = include_bytes!("../assets/fonts/Inter-SemiBold.otf");
/// Inter Italic, for narration.
#[cfg(feature = "ui")]
pub(crate) static ITALIC: &[u8] = include_bytes!("../assets/fonts/Inter-Italic.otf");
