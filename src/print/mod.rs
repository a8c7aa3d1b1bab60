//! A debrief as a page to keep: composed once as a [`Paper`], then written as HTML, and as PDF where the
//! feature `pdf` is on. The same debrief gives the same bytes: no clock, and nothing of this computer is in it.

mod arc;
mod behaviours;
mod compose;
mod html;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
mod scale;
mod scores;
mod turning;
mod voice;
mod words;

pub use compose::{Kept, compose};
pub use html::write_html;
pub use paper::{Block, Column, Depth, Paper, Run, RunKind, Table};
#[cfg(feature = "pdf")]
pub use pdf::{PdfError, PdfPages, write_pdf};
pub use picture::{Anchor, Colour, Line, Mark, Picture, Shape};
