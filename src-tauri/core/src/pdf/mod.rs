//! TEMPORARY: replaced by the pdf branch.
#![allow(dead_code)]
use crate::quote::totals::TotalsError;
mod contract; pub mod document; mod words;
pub use document::*;
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError { #[error("x")] LogoUnreadable, #[error(transparent)] Totals(#[from] TotalsError), #[error("x")] Font, #[error("x")] Writer(String) }
impl PdfError { pub fn code(&self) -> &'static str { "x" } }
pub fn render(_d: &QuoteDocument) -> Result<Vec<u8>, PdfError> { Ok(b"%PDF-1.4 stub".to_vec()) }
pub fn page_count(_d: &QuoteDocument) -> Result<u32, PdfError> { Ok(1) }
pub fn quote_word(_: crate::language::Language) -> &'static str { "Offre" }
