//! Quotes in the database. What has left the draft is frozen: triggers refuse any change of it.

use sqlx::SqliteConnection;

use super::{LineKind, PriceMode, Quote, QuoteContent, QuoteState, QuoteVersion, StoredLine};
use crate::clock::{LocalDate, Timestamp};
use crate::error::{Error, StoreError};
use crate::id::{ContactId, ProductId, QuoteId, QuoteLineId, RequestId, UserId};
use crate::language::Language;
use crate::money::{BasisPoints, Money, Quantity, UnitPrice};

/// Stores a new draft without its content; [`save_content`] follows.
pub async fn insert(connection: &mut SqliteConnection, quote: &Quote) -> Result<(), Error> {
    let issued_on = quote.content.issued_on.to_string();
    let valid_until = quote.content.valid_until.to_string();
    sqlx::query!(
        "INSERT INTO quote (id, request_id, contact_id, number, version, state, language, issued_on, valid_until, created_by, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $10)",
        quote.id,
        quote.request_id,
        quote.contact_id,
        quote.number,
        quote.version,
        quote.content.language,
        issued_on,
        valid_until,
        quote.created_by,
        quote.created_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What a draft comes to, kept beside it for lists.
#[derive(Debug, Clone, Copy)]
pub struct StoredTotals {
    /// Without VAT.
    pub net: Money,
    /// VAT.
    pub vat: Money,
    /// With VAT.
    pub gross: Money,
}

/// Stores the content of a draft, with its editor's words; the revision goes up.
pub async fn save_content(
    connection: &mut SqliteConnection,
    quote: &Quote,
    totals: StoredTotals,
    at: Timestamp,
) -> Result<(), Error> {
    let content = &quote.content;
    let issued_on = content.issued_on.to_string();
    let valid_until = content.valid_until.to_string();
    let recipient = serde_json::to_string(&content.recipient).unwrap_or_default();
    let typed = quote.typed.as_ref().and_then(|typed| serde_json::to_string(typed).ok());
    sqlx::query!(
        "UPDATE quote SET title = $2, intro = $3, terms = $4, language = $5, issued_on = $6, valid_until = $7, price_mode = $8,
             discount = $9, discount_label = $10, deposit = $11, recipient = $12, site = $13, net_minor = $14, vat_minor = $15,
             gross_minor = $16, typed = $17, typed_language = $18, updated_at = $19, revision = revision + 1
         WHERE id = $1",
        quote.id,
        content.title,
        content.intro,
        content.terms,
        content.language,
        issued_on,
        valid_until,
        content.price_mode,
        content.discount,
        content.discount_label,
        content.deposit,
        recipient,
        content.site,
        totals.net.minor,
        totals.vat.minor,
        totals.gross.minor,
        typed,
        quote.typed_language,
        at,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("DELETE FROM quote_line WHERE quote_id = $1", quote.id).execute(&mut *connection).await?;
    for (position, line) in content.lines.iter().enumerate() {
        insert_line(connection, quote.id, position as i64, line).await?;
    }
    Ok(())
}

async fn insert_line(
    connection: &mut SqliteConnection,
    quote: QuoteId,
    position: i64,
    line: &StoredLine,
) -> Result<(), Error> {
    let id = QuoteLineId::new();
    sqlx::query!(
        "INSERT INTO quote_line (id, quote_id, position, kind, product_id, title, details, quantity, unit, unit_price, unit_cost, discount, vat_rate, optional)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        quote,
        position,
        line.kind,
        line.product_id,
        line.title,
        line.details,
        line.quantity,
        line.unit,
        line.unit_price,
        line.unit_cost,
        line.discount,
        line.vat_rate,
        line.optional,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// One version of a quote, whole.
pub async fn find(connection: &mut SqliteConnection, id: QuoteId) -> Result<Quote, Error> {
    let row = sqlx::query!(
        r#"SELECT request_id AS "request_id: RequestId", contact_id AS "contact_id: ContactId", number, version AS "version: u32",
             state AS "state: QuoteState", title, intro, terms, language AS "language: Language", issued_on, valid_until,
             price_mode AS "price_mode: PriceMode", discount AS "discount: BasisPoints", discount_label, deposit AS "deposit: BasisPoints",
             recipient, site, typed, typed_language AS "typed_language: Language", document_sha256, revision AS "revision: u32",
             created_by AS "created_by: UserId", created_at AS "created_at: Timestamp", updated_at AS "updated_at: Timestamp",
             finalised_at AS "finalised_at: Timestamp", sent_at AS "sent_at: Timestamp", decided_at AS "decided_at: Timestamp", decision_reason
           FROM quote WHERE id = $1"#,
        id
    )
    .fetch_optional(&mut *connection)
    .await?
    .ok_or(Error::NotFound("quote"))?;
    let lines = lines(connection, id).await?;
    Ok(Quote {
        id,
        request_id: row.request_id,
        contact_id: row.contact_id,
        number: row.number,
        version: row.version,
        state: row.state,
        content: QuoteContent {
            title: row.title,
            intro: row.intro,
            terms: row.terms,
            language: row.language,
            issued_on: date(&row.issued_on)?,
            valid_until: date(&row.valid_until)?,
            price_mode: row.price_mode,
            discount: row.discount,
            discount_label: row.discount_label,
            deposit: row.deposit,
            recipient: serde_json::from_str(&row.recipient).map_err(|_| StoreError::Damaged)?,
            site: row.site,
            lines,
        },
        typed: row.typed.and_then(|typed| serde_json::from_str(&typed).ok()),
        typed_language: row.typed_language,
        document_sha256: row.document_sha256,
        revision: row.revision,
        created_by: row.created_by,
        created_at: row.created_at,
        updated_at: row.updated_at,
        finalised_at: row.finalised_at,
        sent_at: row.sent_at,
        decided_at: row.decided_at,
        decision_reason: row.decision_reason,
    })
}

async fn lines(connection: &mut SqliteConnection, id: QuoteId) -> Result<Vec<StoredLine>, Error> {
    Ok(sqlx::query_as!(
        StoredLine,
        r#"SELECT kind AS "kind: LineKind", product_id AS "product_id: ProductId", title, details, quantity AS "quantity: Quantity", unit,
             unit_price AS "unit_price: UnitPrice", unit_cost AS "unit_cost: UnitPrice", discount AS "discount: BasisPoints",
             vat_rate AS "vat_rate: BasisPoints", optional AS "optional: bool"
           FROM quote_line WHERE quote_id = $1 ORDER BY position"#,
        id
    )
    .fetch_all(connection)
    .await?)
}

pub(super) fn date(stored: &str) -> Result<LocalDate, Error> {
    stored.parse().map_err(|_| StoreError::Damaged.into())
}

/// Freezes a draft: number, document and the value the document was made of.
pub async fn freeze(
    connection: &mut SqliteConnection,
    id: QuoteId,
    number: &str,
    document_sha256: &[u8],
    value: &str,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE quote SET number = $2, document_sha256 = $3, frozen_value = $4, state = 'finalised', finalised_at = $5, updated_at = $5, typed = NULL
         WHERE id = $1 AND state = 'draft'",
        id,
        number,
        document_sha256,
        value,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Numbers a draft that was issued elsewhere: in another program, or as sample data. It is frozen as
/// any other, but there is no document of it.
pub async fn issue_without_document(
    connection: &mut SqliteConnection,
    id: QuoteId,
    number: &str,
    state: QuoteState,
    at: Timestamp,
) -> Result<(), Error> {
    let decided_at = matches!(state, QuoteState::Accepted | QuoteState::Refused).then_some(at);
    sqlx::query!(
        "UPDATE quote SET number = $2, state = $3, finalised_at = $4, sent_at = $4, decided_at = $5, updated_at = $4, typed = NULL
         WHERE id = $1 AND state = 'draft'",
        id,
        number,
        state,
        at,
        decided_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes that a quote was sent.
pub async fn mark_sent(connection: &mut SqliteConnection, id: QuoteId, at: Timestamp) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE quote SET state = CASE WHEN state = 'finalised' THEN 'sent' ELSE state END, sent_at = coalesce(sent_at, $2), updated_at = $2 WHERE id = $1",
        id,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts a version into the state it had before a mail that was taken back; one that had never been
/// sent has not been sent.
pub async fn put_back(
    connection: &mut SqliteConnection,
    id: QuoteId,
    state: QuoteState,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE quote SET state = $2, sent_at = CASE WHEN $2 = 'finalised' THEN NULL ELSE sent_at END, updated_at = $3
         WHERE id = $1 AND state IN ('sent', 'superseded')",
        id,
        state,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The versions that a version puts aside when it is sent, with their states.
pub async fn superseded_by(
    connection: &mut SqliteConnection,
    id: QuoteId,
    number: &str,
) -> Result<Vec<(QuoteId, QuoteState)>, Error> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id: QuoteId", state AS "state: QuoteState" FROM quote
           WHERE number = $2 AND id <> $1 AND state IN ('finalised', 'sent', 'refused')"#,
        id,
        number,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.state)).collect())
}

/// Whether a number has been given already.
pub async fn has_number(connection: &mut SqliteConnection, number: &str) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM quote WHERE number = $1) AS "given: bool""#,
        number
    )
    .fetch_one(connection)
    .await?)
}

/// Puts every other version of a number aside: this one was accepted in their place.
pub async fn supersede_accepted(
    connection: &mut SqliteConnection,
    id: QuoteId,
    number: &str,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE quote SET state = 'superseded', updated_at = $3
         WHERE number = $2 AND id <> $1 AND state IN ('finalised', 'sent', 'refused', 'accepted')",
        id,
        number,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes what the customer decided.
pub async fn decide(
    connection: &mut SqliteConnection,
    id: QuoteId,
    state: QuoteState,
    reason: &str,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE quote SET state = $2, decision_reason = $3, decided_at = $4, updated_at = $4 WHERE id = $1",
        id,
        state,
        reason,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts every other version of a number aside: a newer one was sent.
pub async fn supersede_others(
    connection: &mut SqliteConnection,
    id: QuoteId,
    number: &str,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE quote SET state = 'superseded', updated_at = $3 WHERE number = $2 AND id <> $1 AND state IN ('finalised', 'sent', 'refused')",
        id,
        number,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes a draft.
pub async fn delete_draft(connection: &mut SqliteConnection, id: QuoteId) -> Result<(), Error> {
    sqlx::query!("DELETE FROM quote WHERE id = $1 AND state = 'draft'", id).execute(connection).await?;
    Ok(())
}

/// The versions that have a number, newest first.
pub async fn find_by_number(
    connection: &mut SqliteConnection,
    number: &str,
) -> Result<Vec<QuoteVersion>, Error> {
    Ok(sqlx::query_as!(
        QuoteVersion,
        r#"SELECT id AS "id: QuoteId", version AS "version: u32", state AS "state: QuoteState" FROM quote
           WHERE number = $1 ORDER BY version DESC"#,
        number
    )
    .fetch_all(connection)
    .await?)
}

/// Gives every quote of one contact to another.
pub async fn move_to_contact(
    connection: &mut SqliteConnection,
    from: ContactId,
    to: ContactId,
) -> Result<(), Error> {
    sqlx::query!("UPDATE quote SET contact_id = $2 WHERE contact_id = $1", from, to)
        .execute(connection)
        .await?;
    Ok(())
}
