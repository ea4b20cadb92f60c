//! Quotes as they are listed: the versions of one, those of a request or contact, all of them.

use sqlx::SqliteConnection;

use super::store::date;
use super::{QuoteRecipient, QuoteRow, QuoteState, QuoteVersion};
use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::{ContactId, QuoteId, RequestId, UserId};
use crate::money::{Currency, Money};
use crate::request::RequestQuote;

/// The versions of a quote, oldest first; of a draft without number, itself.
pub async fn versions(connection: &mut SqliteConnection, id: QuoteId) -> Result<Vec<QuoteVersion>, Error> {
    Ok(sqlx::query_as!(
        QuoteVersion,
        r#"SELECT id AS "id: QuoteId", version AS "version: u32", state AS "state: QuoteState" FROM quote
           WHERE id = $1 OR number = (SELECT o.number FROM quote o WHERE o.id = $1) ORDER BY version"#,
        id
    )
    .fetch_all(connection)
    .await?)
}

/// The quotes of a request, newest first.
pub async fn of_request(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<RequestQuote>, Error> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id: QuoteId", number, version AS "version: u32", state AS "state: QuoteState", title, gross_minor, valid_until
           FROM quote WHERE request_id = $1 ORDER BY created_at DESC, id DESC"#,
        request
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(RequestQuote {
                id: row.id,
                number: row.number,
                version: row.version,
                state: row.state,
                title: row.title,
                total: Money { minor: row.gross_minor, currency: Currency::Eur },
                valid_until: date(&row.valid_until)?,
            })
        })
        .collect()
}

/// A quote of a request as far as it decides how the request stands, and which quotes belong together.
#[derive(Debug, Clone)]
pub struct QuoteMark {
    /// Its identity.
    pub id: QuoteId,
    /// The number that all its versions share; none while the first is a draft.
    pub number: Option<String>,
    /// Its state.
    pub state: QuoteState,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was accepted or refused.
    pub decided_at: Option<Timestamp>,
}

/// The quotes of a request in short, newest first.
pub async fn marks_of_request(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<QuoteMark>, Error> {
    Ok(sqlx::query_as!(
        QuoteMark,
        r#"SELECT id AS "id: QuoteId", number, state AS "state: QuoteState", created_at AS "created_at: Timestamp",
             decided_at AS "decided_at: Timestamp"
           FROM quote WHERE request_id = $1 ORDER BY created_at DESC, id DESC"#,
        request
    )
    .fetch_all(connection)
    .await?)
}

/// Moves a quote with all that is in it to another request; false when it is not of that one (any more).
pub async fn move_to_request(
    connection: &mut SqliteConnection,
    id: QuoteId,
    from: RequestId,
    to: RequestId,
) -> Result<bool, Error> {
    let moved =
        sqlx::query!("UPDATE quote SET request_id = $3 WHERE id = $1 AND request_id = $2", id, from, to)
            .execute(connection)
            .await?
            .rows_affected();
    Ok(moved == 1)
}

/// How many quotes a contact accepted, and what they come to.
pub async fn accepted_by(
    connection: &mut SqliteConnection,
    contact: ContactId,
) -> Result<(u32, Money), Error> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "count: u32", coalesce(sum(gross_minor), 0) AS "total!: i64" FROM quote WHERE contact_id = $1 AND state = 'accepted'"#,
        contact
    )
    .fetch_one(connection)
    .await?;
    Ok((row.count, Money { minor: row.total, currency: Currency::Eur }))
}

/// Quotes that match some words, the latest changed first; `after` is the last one already shown.
pub async fn list(
    connection: &mut SqliteConnection,
    query: &str,
    state: Option<QuoteState>,
    after: Option<QuoteId>,
    limit: u32,
) -> Result<Vec<QuoteRow>, Error> {
    let words = crate::search::expression(query);
    let rows = sqlx::query!(
        r#"SELECT q.id AS "id: QuoteId", q.request_id AS "request_id: RequestId", q.number, q.version AS "version: u32",
             q.state AS "state: QuoteState", q.title, r.subject, q.recipient, q.gross_minor, q.issued_on, q.valid_until,
             r.assignee_id AS "assignee_id: UserId", q.updated_at AS "updated_at: Timestamp"
           FROM quote q JOIN request r ON r.id = q.request_id
           WHERE ($1 IS NULL OR q.state = $1)
             AND ($2 IS NULL OR q.id IN (SELECT e.item FROM search JOIN search_entry e ON e.number = search.rowid WHERE search MATCH $2 AND e.kind = 'quote'))
             AND ($3 IS NULL OR (q.updated_at, q.id) < (SELECT l.updated_at, l.id FROM quote l WHERE l.id = $3))
           ORDER BY q.updated_at DESC, q.id DESC LIMIT $4"#,
        state,
        words,
        after,
        limit,
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let recipient: QuoteRecipient = serde_json::from_str(&row.recipient).unwrap_or_default();
            Ok(QuoteRow {
                id: row.id,
                request_id: row.request_id,
                number: row.number,
                version: row.version,
                state: row.state,
                title: if row.title.is_empty() { row.subject } else { row.title },
                recipient: recipient.shown_name(),
                total: Money { minor: row.gross_minor, currency: Currency::Eur },
                issued_on: date(&row.issued_on)?,
                valid_until: date(&row.valid_until)?,
                assignee_id: row.assignee_id,
                updated_at: row.updated_at,
            })
        })
        .collect()
}
