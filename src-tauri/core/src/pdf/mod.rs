//! Documents: a quote value in, the bytes of a PDF out; no database, no clock.
//!
//! A quote: [`QuoteDocument`] → totals of [`crate::quote::totals`] → [`template`] lays out a
//! [`layout::Layout`] → [`writer`] turns it into PDF. The same value always gives the same
//! bytes. Mails to be printed: [`Correspondence`] → the same template's pieces → the same writer.

use self::album::Album;
use self::particulars::Particulars;
use self::picture::Picture;
use crate::language::Language;
use crate::quote::totals::{Totals, TotalsError};

mod album;
mod contract;
pub mod correspondence;
mod deflate;
pub mod document;
mod font;
pub mod layout;
mod logo;
mod particulars;
mod payment_code;
mod picture;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod words;
mod writer;

pub use contract::{example, lines_from_json, schema};
pub use correspondence::Correspondence;
pub use document::QuoteDocument;
pub use logo::prepare as prepare_logo;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The logo is no PNG, JPEG or WebP picture, or too large to be read.
    #[error("the logo is not a picture that can be read (PNG, JPEG or WebP)")]
    LogoUnreadable,
    /// The lines have no totals.
    #[error(transparent)]
    Totals(#[from] TotalsError),
    /// The program was built with a broken font.
    #[error("the built-in font cannot be read")]
    Font,
    /// The PDF writer failed.
    #[error("the PDF could not be written: {0}")]
    Writer(String),
}

impl PdfError {
    /// A stable name for this failure, for catalogues of texts and for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LogoUnreadable => "logo_unreadable",
            Self::Totals(_) => "totals",
            Self::Font => "font",
            Self::Writer(_) => "writer",
        }
    }
}

/// What a quote is called in a language.
pub fn quote_word(language: Language) -> &'static str {
    words::words(language).quote
}

/// How many pages a document has.
///
/// # Errors
/// [`PdfError`].
pub fn page_count(document: &QuoteDocument) -> Result<u32, PdfError> {
    Ok(lay_out(document)?.pages.len() as u32)
}

/// The PDF of a quote: A4, fonts subset, tagged, its language set.
///
/// # Errors
/// [`PdfError`]; an unreadable logo is never left out silently.
pub fn render(document: &QuoteDocument) -> Result<Vec<u8>, PdfError> {
    let totals = totals_of(document)?;
    let logo = document.company.logo.as_deref().map(logo::read).transpose()?;
    let layout = template::compose(document, &totals, logo.as_deref().map(Picture::aspect))?;
    writer::write(&Particulars::of_quote(document)?, &layout, logo.as_deref())
}

/// Where everything stands on the pages of a quote, without writing a PDF.
///
/// # Errors
/// [`PdfError`].
pub fn lay_out(document: &QuoteDocument) -> Result<layout::Layout, PdfError> {
    let totals = totals_of(document)?;
    let logo = document.company.logo.as_deref().map(logo::read).transpose()?;
    template::compose(document, &totals, logo.as_deref().map(Picture::aspect))
}

/// The PDF of mails: A4, of text and pixels only, at most some hundreds of pages. A picture that cannot be
/// read is listed with the files.
///
/// # Errors
/// [`PdfError`].
pub fn render_correspondence(document: &Correspondence) -> Result<Vec<u8>, PdfError> {
    let album = Album::of(document);
    let layout = template::correspondence::compose(document, &album)?;
    writer::write(&Particulars::of_correspondence(document)?, &layout, &album.pictures)
}

/// The totals that a document prints.
///
/// # Errors
/// [`TotalsError`].
pub fn totals_of(document: &QuoteDocument) -> Result<Totals, TotalsError> {
    let discount = document.discount.as_ref().map(|discount| discount.percent).unwrap_or_default();
    Totals::of(&document.lines, discount, document.prices)
}
