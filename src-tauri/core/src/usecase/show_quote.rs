//! A quote is looked at: in its editor, and as the very document.

use super::finalise_quote::{document_name, document_value};
use crate::desk::Desk;
use crate::document::{self, DocumentFile};
use crate::error::Error;
use crate::id::QuoteId;
use crate::language::Language;
use crate::pdf;
use crate::quote::{self, MissingFact, Quote, QuoteDetail, QuoteInput, read, rewrite, totals_of, write};
use crate::request;
use crate::settings::{self, Company};

/// A quote in its editor, numbers written in a language.
pub async fn show_quote(desk: &Desk, id: QuoteId, language: Language) -> Result<QuoteDetail, Error> {
    let mut reader = desk.reader().await?;
    let stored = quote::find(&mut reader, id).await?;
    let request = request::find(&mut reader, stored.request_id).await?;
    let company = settings::company(&mut reader).await?;
    let input = input_of(&stored, language);
    let totals = totals_of(&stored.content, read(&input, language).1);
    Ok(QuoteDetail {
        id,
        request_id: stored.request_id,
        request_subject: request.subject,
        request_reference: request.reference,
        contact_id: stored.contact_id,
        number: stored.number.clone(),
        version: stored.version,
        state: stored.state,
        totals,
        revision: stored.revision,
        versions: quote::versions(&mut reader, id).await?,
        missing: missing(&company, &stored),
        created_by: stored.created_by,
        updated_at: stored.updated_at,
        sent_at: stored.sent_at,
        decided_at: stored.decided_at,
        decision_reason: stored.decision_reason,
        document_sha256: stored.document_sha256.as_deref().map(super::look_at_files::hex_of_bytes),
        input,
    })
}

/// The editor's words: as typed while it is a draft, else written from what is stored.
fn input_of(quote: &Quote, language: Language) -> QuoteInput {
    match &quote.typed {
        Some(typed) => rewrite(typed, quote.typed_language, language),
        None => write(&quote.content, language),
    }
}

/// The very document: of a draft as saved, of a finalised quote its frozen bytes.
pub async fn quote_document(desk: &Desk, id: QuoteId) -> Result<DocumentFile, Error> {
    let mut reader = desk.reader().await?;
    let stored = quote::find(&mut reader, id).await?;
    if let Some(sha256) = &stored.document_sha256 {
        return document::find(&mut reader, sha256).await;
    }
    let value = document_value(&mut reader, &stored, None, &desk.clock().zone()).await?;
    let name = document_name(&stored);
    let bytes = tokio::task::spawn_blocking(move || pdf::render(&value))
        .await
        .map_err(|_| Error::NotFound("document"))??;
    Ok(DocumentFile { name, mime: "application/pdf".into(), bytes })
}

/// What a complete document for Belgium still lacks (company law 2:20 CSA, consumer law).
fn missing(company: &Company, quote: &Quote) -> Vec<MissingFact> {
    let recipient = &quote.content.recipient;
    let facts = [
        (MissingFact::CompanyAddress, company.street.is_empty() || company.city.is_empty()),
        (MissingFact::EnterpriseNumber, company.vat_number.is_empty()),
        (MissingFact::LegalForm, company.legal_form.is_empty()),
        (MissingFact::Register, company.register.is_empty()),
        (MissingFact::BankAccount, company.iban.is_empty()),
        (MissingFact::RecipientAddress, recipient.street.is_empty() || recipient.city.is_empty()),
        (MissingFact::Title, quote.content.title.is_empty()),
    ];
    facts.into_iter().filter_map(|(fact, is_missing)| is_missing.then_some(fact)).collect()
}
