//! A debrief as a page to keep: laid out once as a `PrintDocument`, then written as HTML, and as PDF where the feature `pdf`
//! is on. What it says is the debrief's [page](crate::debrief::page); the same page gives the same bytes.

mod arc;
mod document;
mod html;
mod layout;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
mod scale;

pub use html::write_html;
#[cfg(feature = "pdf")]
pub use pdf::{PdfError, PdfPages, write_pdf};
pub use picture::Colour;

use document::{Column, Depth, Element, PrintDocument, Run, RunKind, Table};
use layout::lay_out;
use picture::{Anchor, Line, Mark, Picture, Shape};
