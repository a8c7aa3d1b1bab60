//! `--print`, `guide` and `group summary`: a debrief or a handout as a page to keep.

use std::io;
use std::path::{Path, PathBuf};

use crate::debrief::page::Page;
use crate::group::Handout;
use crate::library::visible;
use crate::print::{Appendix, PdfError, PdfPages, write_handout_html, write_handout_pdf, write_html, write_pdf};
use crate::private_files::write_new;

use super::failure::{Failure, exists, no_folder, unwritable};

/// The format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Html,
    Pdf,
}

/// A page that will be written once there is a debrief.
pub(super) struct Print {
    path: PathBuf,
    format: Format,
    appendix: Appendix,
}

impl Print {
    /// Checks the path of the page before anything is played, so that no conversation is played in vain.
    ///
    /// # Errors
    /// Where the extension names no format, where the file exists already, and where the folder does not exist.
    pub(super) fn to(path: &Path, appendix: Appendix) -> Result<Self, Failure> {
        let shown = path.display();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        let format = match ending.as_str() {
            "html" | "htm" => Format::Html,
            "pdf" => Format::Pdf,
            _ => {
                let failure = Failure::usage(format!("{shown} ends neither in .pdf nor in .html"));
                return Err(failure.hint("the ending says how the page is written, such as page.pdf"));
            }
        };
        if path.symlink_metadata().is_ok() {
            return Err(taken(path));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(no_folder(folder).hint("make it first, or name another one"));
        }
        Ok(Self { path: path.to_owned(), format, appendix })
    }

    /// Writes the page of what was played; returns a message about it.
    ///
    /// # Errors
    /// Where the file cannot be written, or has been created since.
    pub(super) fn write(&self, page: &Page) -> Result<String, Failure> {
        let note = self.write_as(
            || write_html(page, self.appendix),
            || write_pdf(page, self.appendix),
            "play it again with the same seed and another place for the page",
        )?;
        Ok(format!("Your page to keep: {}.{note}", visible(&self.path.display().to_string())))
    }

    /// Writes a handout, which `called` names; returns a message about it.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub(super) fn write_handout(&self, handout: &Handout, called: &str) -> Result<String, Failure> {
        let note =
            self.write_as(|| write_handout_html(handout), || write_handout_pdf(handout), "name another place for it")?;
        Ok(format!("{called}: {}.{note}", visible(&self.path.display().to_string())))
    }

    /// Writes a page in its format; returns a note on what it cannot show.
    fn write_as(
        &self,
        html: impl FnOnce() -> String,
        pdf: impl FnOnce() -> Result<PdfPages, PdfError>,
        otherwise: &str,
    ) -> Result<String, Failure> {
        let (bytes, note) = match self.format {
            Format::Html => (html().into_bytes(), String::new()),
            Format::Pdf => {
                let pages = pdf().map_err(|error| unwritable(&self.path, error))?;
                (pages.bytes, missing_glyphs(&pages.missing_glyphs))
            }
        };
        write_new(&self.path, &bytes).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => taken(&self.path),
            _ => unwritable(&self.path, error).hint(otherwise),
        })?;
        Ok(note)
    }
}

/// A note on the characters that a page cannot show.
fn missing_glyphs(missing_glyphs: &[char]) -> String {
    if missing_glyphs.is_empty() {
        return String::new();
    }
    let shown: Vec<String> = missing_glyphs.iter().map(ToString::to_string).collect();
    format!(" Its font lacks {}; an .html page shows them.", visible(&shown.join(" ")))
}

fn taken(path: &Path) -> Failure {
    exists(path).hint("choose another name for the page")
}
