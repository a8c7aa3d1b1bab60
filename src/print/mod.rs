//! A debrief as a page to keep, and a handout: laid out once as a `PrintDocument`, then written as HTML, and as PDF where the feature
//! `pdf` is on. Its words are those of the debrief's [page](crate::debrief::page); the same page gives the same bytes.

mod arc;
mod diagram;
mod document;
pub(crate) mod frame;
mod html;
mod layout;
#[cfg(feature = "pdf")]
mod pdf;
mod scale;

pub use crate::debrief::page::Appendix;
pub use diagram::Colour;
pub use html::{write_handout_html, write_html};
#[cfg(feature = "pdf")]
pub use pdf::{PdfError, PdfPages, write_handout_pdf, write_pdf};

pub(crate) use diagram::{Anchor, Diagram, Line, Mark, Shape};
pub(crate) use document::{AppendixPart, Column, Depth, Element, PrintDocument, Run, RunKind, Table};
#[cfg(feature = "records")]
pub(crate) use html::write_document_html;

use document::ColumnOfElements;
use layout::{lay_out, lay_out_handout};
