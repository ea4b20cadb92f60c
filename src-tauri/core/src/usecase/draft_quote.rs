//! A quote is begun, written and revised.

use sqlx::SqliteConnection;

use super::keep_mail_in_step;
use super::show_quote::show_quote;
use super::standard_text::terms;
use super::suggest_contact::suggest_prospect;
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::contact::{self, ContactDetails};
use crate::conversation::{EventKind, record};
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::id::{QuoteId, RequestId};
use crate::language::Language;
use crate::quote::{
    self, PriceMode, Quote, QuoteContent, QuoteDetail, QuoteInput, QuoteRecipient, QuoteState, StoredTotals,
    read, totals_of,
};
use crate::request::{self, Request, StatusEvent, Waiting};
use crate::search::{self, HitKind, SearchEntry};
use crate::settings::{self, QuoteDefaults};

/// Begins a quote for a request, with the contact's data and the company's defaults.
pub async fn create_quote(desk: &Desk, actor: Actor, request: RequestId) -> Result<QuoteId, Error> {
    let suggested = suggest_prospect(desk, request).await?;
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, request).await?;
    let details = match stored.contact_id {
        Some(contact) => contact::find(&mut write, contact).await?.details,
        None => suggested,
    };
    let defaults = settings::quote_defaults(&mut write).await?;
    let terms = terms(&mut write, details.language).await?;
    let content = first_content(&stored, details, &defaults, terms, desk);
    let quote = new_quote(&stored, actor, None, 1, content, now);
    store_draft(&mut write, &quote, now).await?;
    move_to_created(&mut write, &mut stored, quote.id, now).await?;
    record(&mut write, request, actor, now, EventKind::QuoteCreated, &[]).await?;
    write.changed(Change::Quote(quote.id));
    write.changed(Change::Request(request));
    write.commit().await?;
    Ok(quote.id)
}

/// Saves a draft as typed. Fields that cannot be read count as nothing until they can; what was
/// typed is kept. `revision` is the one the editor last got: a mismatch is refused.
pub async fn save_quote(
    desk: &Desk,
    id: QuoteId,
    revision: u32,
    input: &QuoteInput,
    language: Language,
) -> Result<QuoteDetail, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = quote::find(&mut write, id).await?;
    if stored.state != QuoteState::Draft {
        return Err(Error::State(StateProblem::QuoteFrozen));
    }
    if stored.revision != revision {
        return Err(Error::State(StateProblem::QuoteChangedElsewhere));
    }
    let mail = keep_mail_in_step::mail_of(&mut write, &stored).await?;
    stored.content = read(input, language).0;
    stored.typed = Some(input.clone());
    stored.typed_language = language;
    save(&mut write, &stored, now).await?;
    if let Some(mail) = mail {
        keep_mail_in_step::follow(&mut write, mail, &stored, now).await?;
        write.changed(Change::Request(stored.request_id));
    }
    write.changed(Change::Quote(id));
    write.commit().await?;
    show_quote(desk, id, language).await
}

/// Begins the next version of a finalised quote; the older one stays byte for byte as it was.
pub async fn revise_quote(desk: &Desk, actor: Actor, id: QuoteId) -> Result<QuoteId, Error> {
    let now = desk.clock().now();
    let today = desk.clock().today();
    let mut write = desk.write().await?;
    let old = quote::find(&mut write, id).await?;
    let Some(number) = old.number.clone().filter(|_| old.state != QuoteState::Draft) else {
        return Err(Error::State(StateProblem::QuoteNotFinalised));
    };
    let versions = quote::versions(&mut write, id).await?;
    if let Some(draft) = versions.iter().find(|version| version.state == QuoteState::Draft) {
        return Ok(draft.id);
    }
    let next = versions.iter().map(|version| version.version).max().unwrap_or(old.version) + 1;
    let validity = settings::quote_defaults(&mut write).await?.validity_days;
    let content =
        QuoteContent { issued_on: today, valid_until: today.plus_days(validity as i32), ..old.content };
    let mut stored = request::find(&mut write, old.request_id).await?;
    let quote = new_quote(&stored, actor, Some(number.clone()), next, content, now);
    store_draft(&mut write, &quote, now).await?;
    move_to_created(&mut write, &mut stored, quote.id, now).await?;
    let version = next.to_string();
    record(
        &mut write,
        old.request_id,
        actor,
        now,
        EventKind::QuoteCreated,
        &[("number", &number), ("version", &version)],
    )
    .await?;
    write.changed(Change::Quote(quote.id));
    write.changed(Change::Request(old.request_id));
    write.commit().await?;
    Ok(quote.id)
}

fn first_content(
    request: &Request,
    details: ContactDetails,
    defaults: &QuoteDefaults,
    terms: String,
    desk: &Desk,
) -> QuoteContent {
    let today = desk.clock().today();
    QuoteContent {
        title: request.subject.clone(),
        intro: String::new(),
        terms,
        language: details.language,
        issued_on: today,
        valid_until: today.plus_days(defaults.validity_days as i32),
        price_mode: PriceMode::Net,
        discount: crate::money::BasisPoints(0),
        discount_label: String::new(),
        deposit: defaults.deposit,
        site: String::new(),
        recipient: QuoteRecipient {
            salutation: details.salutation,
            name: details.name,
            company: details.company,
            street: details.street,
            postal_code: details.postal_code,
            city: details.city,
            country: details.country,
            vat_number: details.vat_number,
        },
        lines: Vec::new(),
    }
}

fn new_quote(
    request: &Request,
    actor: Actor,
    number: Option<String>,
    version: u32,
    content: QuoteContent,
    now: Timestamp,
) -> Quote {
    Quote {
        id: QuoteId::new(),
        request_id: request.id,
        contact_id: request.contact_id,
        number,
        version,
        state: QuoteState::Draft,
        typed_language: content.language,
        content,
        typed: None,
        document_sha256: None,
        revision: 0,
        created_by: actor.user(),
        created_at: now,
        updated_at: now,
        finalised_at: None,
        sent_at: None,
        decided_at: None,
        decision_reason: String::new(),
    }
}

async fn store_draft(connection: &mut SqliteConnection, quote: &Quote, now: Timestamp) -> Result<(), Error> {
    quote::insert(connection, quote).await?;
    save(connection, quote, now).await
}

/// Stores the content with what it comes to, and keeps the index up to date.
pub(super) async fn save(
    connection: &mut SqliteConnection,
    stored: &Quote,
    now: Timestamp,
) -> Result<(), Error> {
    let totals = totals_of(&stored.content, Vec::new());
    let totals = StoredTotals { net: totals.net, vat: totals.vat, gross: totals.gross };
    quote::save_content(connection, stored, totals, now).await?;
    index_quote(connection, stored).await
}

/// Puts a quote into the index: found by number, title, recipient and the words of its lines.
pub(super) async fn index_quote(connection: &mut SqliteConnection, quote: &Quote) -> Result<(), Error> {
    let content = &quote.content;
    let mut body = vec![
        quote.number.clone().unwrap_or_default(),
        content.recipient.name.clone(),
        content.recipient.company.clone(),
        content.intro.clone(),
    ];
    body.extend(content.lines.iter().flat_map(|line| [line.title.clone(), line.details.clone()]));
    let entry = SearchEntry {
        kind: HitKind::Quote,
        item: quote.id.uuid(),
        request: Some(quote.request_id),
        at: quote.created_at,
        title: &content.title,
        body: &body.join(" "),
    };
    search::index(connection, &entry).await
}

async fn move_to_created(
    connection: &mut SqliteConnection,
    request: &mut Request,
    quote: QuoteId,
    now: Timestamp,
) -> Result<(), Error> {
    request.status = request.status.after(StatusEvent::QuoteCreated);
    request.latest_quote_id = Some(quote);
    request.waiting = Waiting::Us;
    request.waiting_since = now;
    request.activity_at = now;
    request.unread = false;
    if !request.status.is_closed() {
        request.closed_reason.clear();
    }
    request::update(connection, request).await
}
