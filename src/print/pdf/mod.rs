//! A page to keep as PDF by `krilla`: tagged for screen readers (PDF/UA-1, which `krilla` checks), fonts embedded.

mod columns;
mod drawing;
mod elements;
mod fonts;
mod fragment;
mod pages;
mod table;
mod text;
mod tree;

use krilla::configure::{Accessibility, ConfigurationBuilder, PdfVersion};
use krilla::error::KrillaError;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use thiserror::Error;

use crate::debrief::page::Page;
use crate::group::Handout;

use super::{Appendix, PrintDocument, lay_out, lay_out_handout};
use elements::Typesetter;
use fonts::Fonts;
use pages::{HEIGHT, Sheets, WIDTH};

/// The language of all texts in Bedside.
const LANGUAGE: &str = "en-GB";
/// All that a page asks of PDF is in this version. From 1.6 on, `krilla` writes `/Suspects false`: allowed, but Poppler,
/// up to 25.11, takes it for a mistake and says so.
const VERSION: PdfVersion = PdfVersion::Pdf15;

/// A page to keep as PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfPages {
    pub bytes: Vec<u8>,
    /// Characters that the font lacks, each once; a stand-in takes their place.
    pub missing_glyphs: Vec<char>,
}

/// Why a page cannot be written as PDF.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PdfError {
    #[error("a font of this program cannot be used")]
    Font,
    /// `krilla` refuses the document.
    #[error("the PDF cannot be made: {0}")]
    Refused(String),
}

/// The reason for a refusal; where PDF/UA is broken, each breach of it.
fn refusal(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(mistakes) => format!("{:?}", mistakes.iter().map(|(one, _)| one).collect::<Vec<_>>()),
        other => other.to_string(),
    }
}

/// Writes a debrief as PDF.
///
/// # Errors
/// Where `krilla` refuses the document, because it breaks PDF/UA-1 or for another reason.
pub fn write_pdf(page: &Page, appendix: Appendix) -> Result<PdfPages, PdfError> {
    written(lay_out(page), appendix)
}

/// Writes a handout as PDF.
///
/// # Errors
/// As [`write_pdf`].
pub fn write_handout_pdf(handout: &Handout) -> Result<PdfPages, PdfError> {
    written(lay_out_handout(handout), Appendix::Folded)
}

fn written(laid_out: PrintDocument, appendix: Appendix) -> Result<PdfPages, PdfError> {
    let mut fonts = Fonts::load().ok_or(PdfError::Font)?;
    let mut typesetter = Typesetter::new(&mut fonts);
    typesetter.elements(&laid_out.elements);
    if appendix == Appendix::Printed {
        typesetter.appendix(&laid_out.appendix);
    }
    let (fragments, repeated, tree) = typesetter.done();
    let sheets = Sheets::fill(fragments, &repeated, [&laid_out.title, &laid_out.footer], &mut fonts);
    let accessible = ConfigurationBuilder::new().with_version(VERSION).with_accessibility_validator(Accessibility::UA1);
    let configuration = accessible.finish().map_err(|error| PdfError::Refused(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut drawn = Vec::new();
    for sheet in &sheets.drawn {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| PdfError::Refused("the page's size".into()))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for item in sheet {
            drawing::draw(&mut surface, item, &fonts, &mut drawn);
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree.tagged(&drawn));
    document.set_outline(sheets.outline());
    let metadata = Metadata::new().title(laid_out.title).description(laid_out.about).keywords(vec![laid_out.footer]);
    document.set_metadata(metadata.language(LANGUAGE.to_owned()).creator("Bedside".to_owned()));
    let bytes = document.finish().map_err(|error| PdfError::Refused(refusal(&error)))?;
    Ok(PdfPages { bytes, missing_glyphs: fonts.missing_glyphs() })
}
