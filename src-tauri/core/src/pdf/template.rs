//! The A4 template of a quote, in the document's language.
//!
//! First page: company and title, facts and address, subject. Then the lines as a table
//! that carries its sum from page to page, the totals, the deposit with the terms, and the
//! acceptance at the foot of the last page.

use super::PdfError;
use super::document::QuoteDocument;
use super::layout::Layout;
use super::words::{Words, fill, words};
use crate::iban::Iban;
use crate::language::Language;
use crate::money::Money;
use crate::quote::totals::Totals;

mod acceptance;
mod closing;
mod columns;
pub mod correspondence;
mod flow;
mod letterhead;
mod margins;
mod measures;
mod piece;
mod row;
mod rows;
mod sums;
mod table;

use flow::Flow;
use measures::MM;

/// What every part of the template reads.
struct Sheet<'a> {
    document: &'a QuoteDocument,
    totals: &'a Totals,
    words: &'static Words,
    language: Language,
}

/// Lays out a quote. `logo` is the logo's width divided by its height.
pub fn compose(document: &QuoteDocument, totals: &Totals, logo: Option<f32>) -> Result<Layout, PdfError> {
    let language = document.language;
    let sheet = Sheet { document, totals, words: words(language), language };
    let footer = margins::Footer::of(&sheet)?;
    let mut flow = Flow::new(margins::running_head(&sheet)?, footer.floor());
    flow.place(letterhead::company_and_title(&sheet, logo)?);
    flow.space(15.0 * MM);
    flow.place(letterhead::facts_and_address(&sheet)?);
    letterhead::subject(&sheet, &mut flow)?;
    table::lines(&sheet, &mut flow)?;
    let acceptance = acceptance::acceptance_box(&sheet)?;
    let closing = closing::Closing::of(&sheet)?;
    // Nobody should sign a page that says nothing else: what comes last goes with it.
    let signed = acceptance.height + acceptance::ABOVE;
    sums::totals(&sheet, &mut flow, if closing.is_empty() { signed } else { 0.0 })?;
    closing.place(&sheet, &mut flow, signed)?;
    acceptance::place(&mut flow, acceptance);
    let mut layout = flow.into_layout();
    footer.number_pages(&sheet, &mut layout)?;
    Ok(layout)
}

impl Sheet<'_> {
    /// An amount with its currency, in the document's language.
    fn money(&self, amount: Money) -> String {
        amount.written(self.language)
    }

    /// How the document is called: with its number and version, or as a draft.
    fn reference(&self) -> String {
        match &self.document.number {
            Some(number) => self.numbered(self.words.reference, number),
            None => self.words.draft_reference.to_owned(),
        }
    }

    /// The company's account: a valid IBAN in groups of four with its name, any other as it is.
    fn account(&self) -> Option<String> {
        let account = present(self.document.company.iban.as_deref())?;
        let iban = account.parse::<Iban>().map(|iban| format!("IBAN {iban}"));
        Some(iban.unwrap_or_else(|_| account.to_owned()))
    }

    /// A pattern with the document's number and version.
    fn numbered(&self, pattern: &str, number: &str) -> String {
        fill(pattern, &[("number", number), ("version", &self.document.version.to_string())])
    }
}

/// A text if it holds more than spaces.
fn present(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
