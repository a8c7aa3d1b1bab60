//! Handouts of a group session as pages in the user's documents.

use crate::app::page_writer::Printed;
use crate::group::Handout;
use crate::print::{PdfError, PdfPages, write_handout_html, write_handout_pdf};

/// A handout, and what its file's name says after "bedside".
pub(in crate::app) struct HandoutFile {
    pub(in crate::app) stem: String,
    pub(in crate::app) handout: Handout,
}

impl Printed for HandoutFile {
    fn stem(&self) -> String {
        self.stem.clone()
    }

    fn pdf(&self) -> Result<PdfPages, PdfError> {
        write_handout_pdf(&self.handout)
    }

    fn html(&self) -> String {
        write_handout_html(&self.handout)
    }
}
