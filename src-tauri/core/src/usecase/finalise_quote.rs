//! A draft gets its number and is frozen: number, document and its hash in one transaction.

use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use super::draft_quote::index_quote;
use super::take_request::number_text;
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::contact::vat_number::VatNumber;
use crate::conversation::{EventKind, record};
use crate::desk::{Desk, Write};
use crate::document::{self, DocumentFile};
use crate::error::{Error, StateProblem};
use crate::id::QuoteId;
use crate::intake;
use crate::language::Language;
use crate::mailbox;
use crate::pdf::document::{Company, Deposit, DocumentDiscount, Recipient, RequestReference, Salesperson};
use crate::pdf::{self, PdfError, QuoteDocument};
use crate::quote::{self, Quote, QuoteRecipient, QuoteState, mentions, read, totals_of};
use crate::request;
use crate::settings;

/// Gives a draft its number and freezes it. Says what stands in the way: a field that cannot be
/// read, no line, no company name.
pub async fn finalise_quote(
    desk: &Desk,
    actor: Actor,
    id: QuoteId,
) -> Result<crate::quote::QuoteDetail, Error> {
    let mut write = desk.write().await?;
    let stored = quote::find(&mut write, id).await?;
    if stored.state != QuoteState::Draft {
        return Err(Error::State(StateProblem::QuoteFrozen));
    }
    let language = stored.typed_language;
    freeze(desk, &mut write, actor, stored, desk.clock().now()).await?;
    write.commit().await?;
    super::show_quote::show_quote(desk, id, language).await
}

/// Freezes a draft within a transaction that is already open.
pub(super) async fn freeze(
    desk: &Desk,
    write: &mut Write<'_>,
    actor: Actor,
    stored: Quote,
    now: Timestamp,
) -> Result<Quote, Error> {
    refuse_incomplete(&stored)?;
    let number = match &stored.number {
        Some(number) => number.clone(),
        None => free_number(write, stored.content.issued_on.0.year()).await?,
    };
    let value = document_value(write, &stored, Some(&number), &desk.clock().zone()).await?;
    if value.company.name.is_empty() {
        return Err(Error::State(StateProblem::CompanyWithoutName));
    }
    let frozen_value = serde_json::to_string(&value).map_err(|_| Error::NotFound("document"))?;
    let (bytes, pages) = tokio::task::spawn_blocking(move || {
        Ok::<_, PdfError>((pdf::render(&value)?, pdf::page_count(&value)?))
    })
    .await
    .map_err(|_| Error::NotFound("document"))??;
    let sha256 = mailbox::hash(&bytes);
    let numbered = Quote {
        number: Some(number.clone()),
        state: QuoteState::Finalised,
        document_sha256: Some(sha256.clone()),
        finalised_at: Some(now),
        ..stored
    };
    let file = DocumentFile { name: document_name(&numbered), mime: "application/pdf".into(), bytes };
    document::insert(write, &sha256, &file, pages, now).await?;
    quote::freeze(write, numbered.id, &number, &sha256, &frozen_value, now).await?;
    index_quote(write, &numbered).await?;
    let version = numbered.version.to_string();
    record(
        write,
        numbered.request_id,
        actor,
        now,
        EventKind::QuoteFinalised,
        &[("number", &number), ("version", &version)],
    )
    .await?;
    write.changed(Change::Quote(numbered.id));
    write.changed(Change::Request(numbered.request_id));
    Ok(numbered)
}

/// The next number of a year that no quote has: after a change of the pattern, an older one may.
async fn free_number(connection: &mut SqliteConnection, year: i16) -> Result<String, Error> {
    let pattern = settings::numbering(connection).await?.quote;
    loop {
        let number = number_text(&pattern, year, settings::take_number(connection, "quote", year).await?)?;
        if !quote::has_number(connection, &number).await? {
            return Ok(number);
        }
    }
}

fn refuse_incomplete(stored: &Quote) -> Result<(), Error> {
    let unreadable =
        stored.typed.as_ref().map(|typed| read(typed, stored.typed_language).1).unwrap_or_default();
    if let Some(problem) = totals_of(&stored.content, unreadable).problems.into_iter().next() {
        return Err(Error::field(problem.field, problem.problem));
    }
    if !stored.content.has_items() {
        return Err(Error::State(StateProblem::QuoteWithoutLines));
    }
    Ok(())
}

/// The file name of a quote's document.
pub(super) fn document_name(quote: &Quote) -> String {
    let word = pdf::quote_word(quote.content.language);
    let number = quote.number.as_deref().unwrap_or_default();
    let version = if quote.version > 1 { format!("-v{}", quote.version) } else { String::new() };
    intake::safe_file_name(&format!("{word}-{number}{version}.pdf"))
}

/// The value of which a quote's document is made. Without a number it says that it is a draft.
pub(super) async fn document_value(
    connection: &mut SqliteConnection,
    quote: &Quote,
    number: Option<&str>,
    zone: &TimeZone,
) -> Result<QuoteDocument, Error> {
    let content = &quote.content;
    let request = request::find(connection, quote.request_id).await?;
    let company = settings::company(connection).await?;
    let logo = settings::logo(connection).await?;
    let salesperson = match request.assignee_id.or(quote.created_by) {
        Some(user) => Some(settings::user(connection, user).await?),
        None => None,
    };
    let received = request.received_at.date_in(zone);
    Ok(QuoteDocument {
        language: content.language,
        number: number.map(str::to_owned),
        version: quote.version,
        title: content.title.clone(),
        intro: content.intro.clone(),
        date: content.issued_on,
        valid_until: Some(content.valid_until),
        request: Some(RequestReference {
            date: Some(crate::clock::LocalDate(received)),
            reference: Some(request.reference),
        }),
        customer_reference: None,
        site: filled(&content.site),
        duration: None,
        salesperson: salesperson.map(|user| Salesperson {
            name: user.name,
            phone: filled(&user.phone),
            email: None,
        }),
        company: document_company(company, logo),
        recipient: document_recipient(&content.recipient),
        prices: content.price_mode,
        lines: content.quote_lines(),
        discount: (content.discount.0 > 0)
            .then(|| DocumentDiscount { percent: content.discount, label: filled(&content.discount_label) }),
        deposit: (content.deposit.0 > 0).then_some(Deposit { percent: content.deposit }),
        terms: content.terms.clone(),
        vat_mentions: vat_mentions(quote, content.language),
    })
}

fn document_company(company: settings::Company, logo: Option<Vec<u8>>) -> Company {
    let place = format!("{} {}", company.postal_code, company.city).trim().to_owned();
    Company {
        name: company.name,
        tagline: filled(&company.tagline),
        legal_form: filled(&company.legal_form),
        address: [company.street, place].into_iter().filter(|line| !line.is_empty()).collect(),
        vat_number: filled(&company.vat_number),
        register: filled(&company.register),
        iban: filled(&company.iban),
        bic: None,
        email: filled(&company.mail),
        phone: filled(&company.phone),
        website: filled(&company.website),
        logo,
    }
}

fn document_recipient(recipient: &QuoteRecipient) -> Recipient {
    let place = format!("{} {}", recipient.postal_code, recipient.city).trim().to_owned();
    let country = if matches!(recipient.country.as_str(), "" | "BE") {
        String::new()
    } else {
        recipient.country.clone()
    };
    let (name, attention) = if recipient.company.is_empty() || recipient.company == recipient.name {
        (recipient.name.clone(), None)
    } else {
        (recipient.company.clone(), filled(&recipient.name))
    };
    Recipient {
        salutation: filled(&recipient.salutation),
        name,
        attention,
        address: [recipient.street.clone(), place, country]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect(),
        vat_number: filled(&recipient.vat_number)
            .map(|typed| typed.parse::<VatNumber>().map_or(typed, |number| number.written())),
    }
}

fn vat_mentions(quote: &Quote, language: Language) -> Vec<String> {
    let rates = quote
        .content
        .lines
        .iter()
        .filter(|line| line.kind == quote::LineKind::Item)
        .map(|line| line.vat_rate);
    mentions::for_rates(rates, language)
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}
