//! What a file says about its document, beside the pages.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::PdfError;
use super::correspondence::Correspondence;
use super::document::QuoteDocument;
use super::words::{fill, words};
use crate::clock::LocalDate;
use crate::language::Language;

/// Title, author, language, day and identity of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// How the document is called.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// Its language.
    pub language: Language,
    /// Its day.
    pub date: LocalDate,
    /// The same document has the same identity, and another one another.
    pub identity: [u8; 16],
}

impl Particulars {
    /// Those of a quote: `Offre 2026-0083, version 1: Rénovation de la salle de bain`.
    ///
    /// # Errors
    /// [`PdfError::Writer`] when the quote has no JSON form.
    pub fn of_quote(document: &QuoteDocument) -> Result<Self, PdfError> {
        let words = words(document.language);
        let version = document.version.to_string();
        let reference = document.number.as_deref().map_or_else(
            || words.draft_reference.to_owned(),
            |number| fill(words.reference, &[("number", number), ("version", &version)]),
        );
        let title = match document.title.trim() {
            "" => reference,
            title => format!("{reference}: {title}"),
        };
        Ok(Self {
            title,
            author: document.company.name.clone(),
            language: document.language,
            date: document.date,
            identity: identity(document)?,
        })
    }

    /// Those of mails, of the day of the last one.
    ///
    /// # Errors
    /// [`PdfError::Writer`] when they have no JSON form.
    pub fn of_correspondence(document: &Correspondence) -> Result<Self, PdfError> {
        let last = document.mails.last().map(|mail| mail.at.date());
        Ok(Self {
            title: document.subject.clone(),
            author: document.company.clone(),
            language: document.language,
            date: last.unwrap_or(LocalDate(jiff::civil::date(1970, 1, 1))),
            identity: identity(document)?,
        })
    }
}

/// Sixteen bytes that follow from everything in a value.
///
/// # Errors
/// [`PdfError::Writer`] when it has no JSON form.
fn identity(value: &impl Serialize) -> Result<[u8; 16], PdfError> {
    let json = serde_json::to_vec(value).map_err(|error| PdfError::Writer(error.to_string()))?;
    let mut identity = [0; 16];
    identity.copy_from_slice(&Sha256::digest(json)[..16]);
    Ok(identity)
}
