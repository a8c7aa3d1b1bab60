//! The fonts that the window and the pages to keep share. Their licence stands beside them in `assets/fonts`.

/// Inter, for what is read.
pub(crate) static REGULAR: &[u8] = include_bytes!("../assets/fonts/Inter-Regular.otf");
/// Inter `SemiBold`, for what stands out.
pub(crate) static STRONG: &[u8] = include_bytes!("../assets/fonts/Inter-SemiBold.otf");
/// Inter Italic, for what is told.
#[cfg(feature = "ui")]
pub(crate) static ITALIC: &[u8] = include_bytes!("../assets/fonts/Inter-Italic.otf");
