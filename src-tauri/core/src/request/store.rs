//! Requests in the database.

use sqlx::SqliteConnection;

use super::{Origin, Proposal, Request, RequestCursor, RequestFilter, Status, Waiting};
use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::{AccountId, ContactId, QuoteId, RequestId, UserId};
use crate::intake::RequesterSource;
use crate::language::Language;

/// Stores a new request.
pub async fn insert(connection: &mut SqliteConnection, request: &Request) -> Result<(), Error> {
    let group = request.waiting.list_group();
    sqlx::query!(
        "INSERT INTO request (id, reference, subject, status, list_group, waiting_since, origin, requester_name, requester_address,
             requester_phone, requester_source, language, contact_id, assignee_id, account_id, latest_quote_id, proposal,
             delivery_failed, unread, closed_reason, received_at, activity_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
        request.id,
        request.reference,
        request.subject,
        request.status,
        group,
        request.waiting_since,
        request.origin,
        request.requester_name,
        request.requester_address,
        request.requester_phone,
        request.requester_source,
        request.language,
        request.contact_id,
        request.assignee_id,
        request.account_id,
        request.latest_quote_id,
        request.proposal,
        request.delivery_failed,
        request.unread,
        request.closed_reason,
        request.received_at,
        request.activity_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores everything that can change of a request.
pub async fn update(connection: &mut SqliteConnection, request: &Request) -> Result<(), Error> {
    let group = request.waiting.list_group();
    sqlx::query!(
        "UPDATE request SET subject = $2, status = $3, list_group = $4, waiting_since = $5, requester_name = $6,
             requester_address = $7, requester_phone = $8, requester_source = $9, language = $10, contact_id = $11,
             assignee_id = $12, latest_quote_id = $13, proposal = $14, delivery_failed = $15, unread = $16,
             closed_reason = $17, activity_at = $18
         WHERE id = $1",
        request.id,
        request.subject,
        request.status,
        group,
        request.waiting_since,
        request.requester_name,
        request.requester_address,
        request.requester_phone,
        request.requester_source,
        request.language,
        request.contact_id,
        request.assignee_id,
        request.latest_quote_id,
        request.proposal,
        request.delivery_failed,
        request.unread,
        request.closed_reason,
        request.activity_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The request with an id.
pub async fn find(connection: &mut SqliteConnection, id: RequestId) -> Result<Request, Error> {
    sqlx::query!(
        r#"SELECT id AS "id: RequestId", reference, subject, status AS "status: Status", list_group,
             waiting_since AS "waiting_since: Timestamp", origin AS "origin: Origin", requester_name, requester_address,
             requester_phone, requester_source AS "requester_source: RequesterSource", language AS "language: Language",
             contact_id AS "contact_id: ContactId", assignee_id AS "assignee_id: UserId", account_id AS "account_id: AccountId",
             latest_quote_id AS "latest_quote_id: QuoteId", proposal AS "proposal: Proposal",
             delivery_failed AS "delivery_failed: bool", unread AS "unread: bool", closed_reason,
             received_at AS "received_at: Timestamp", activity_at AS "activity_at: Timestamp"
         FROM request WHERE id = $1"#,
        id
    )
    .fetch_optional(connection)
    .await?
    .map(|row| Request {
        id: row.id,
        reference: row.reference,
        subject: row.subject,
        status: row.status,
        waiting: Waiting::from_list_group(row.list_group),
        waiting_since: row.waiting_since,
        origin: row.origin,
        requester_name: row.requester_name,
        requester_address: row.requester_address,
        requester_phone: row.requester_phone,
        requester_source: row.requester_source,
        language: row.language,
        contact_id: row.contact_id,
        assignee_id: row.assignee_id,
        account_id: row.account_id,
        latest_quote_id: row.latest_quote_id,
        proposal: row.proposal,
        delivery_failed: row.delivery_failed,
        unread: row.unread,
        closed_reason: row.closed_reason,
        received_at: row.received_at,
        activity_at: row.activity_at,
    })
    .ok_or(Error::NotFound("request"))
}

/// Deletes a request and everything that hangs on it.
pub async fn delete(connection: &mut SqliteConnection, id: RequestId) -> Result<(), Error> {
    sqlx::query!("DELETE FROM request WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// The request with a reference, or the one that a request with this reference was merged into. The
/// reference may be written in small letters instead of capitals.
pub async fn find_by_reference(
    connection: &mut SqliteConnection,
    reference: &str,
) -> Result<Option<RequestId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id!: RequestId" FROM request WHERE reference IN ($1, upper($1))
           UNION ALL SELECT request_id FROM former_reference WHERE reference IN ($1, upper($1)) LIMIT 1"#,
        reference
    )
    .fetch_optional(connection)
    .await?)
}

/// Lets mails that name a reference belong to a request, once the one that had it is gone.
pub async fn add_former_reference(
    connection: &mut SqliteConnection,
    reference: &str,
    request: RequestId,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO former_reference (reference, request_id) VALUES ($1, $2)
         ON CONFLICT (reference) DO UPDATE SET request_id = excluded.request_id",
        reference,
        request
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The references of requests that were merged into one.
pub async fn former_references(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<String>, Error> {
    Ok(sqlx::query_scalar!(
        "SELECT reference FROM former_reference WHERE request_id = $1 ORDER BY reference",
        request
    )
    .fetch_all(connection)
    .await?)
}

/// Forgets a former reference: its request is there again.
pub async fn forget_former_reference(
    connection: &mut SqliteConnection,
    reference: &str,
) -> Result<(), Error> {
    sqlx::query!("DELETE FROM former_reference WHERE reference = $1", reference).execute(connection).await?;
    Ok(())
}

/// The request whose conversation holds a mail.
pub async fn holding_mail(
    connection: &mut SqliteConnection,
    sha256: &[u8],
) -> Result<Option<RequestId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT request_id AS "id: RequestId" FROM message WHERE raw_sha256 = $1 LIMIT 1"#,
        sha256
    )
    .fetch_optional(connection)
    .await?)
}

/// Whether a quote of the request has a number.
pub async fn has_issued_quote(connection: &mut SqliteConnection, id: RequestId) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT EXISTS (SELECT 1 FROM quote WHERE request_id = $1 AND number IS NOT NULL) AS "issued: bool""#, id)
        .fetch_one(connection)
        .await?)
}

/// The requests of a contact.
pub async fn of_contact(
    connection: &mut SqliteConnection,
    contact: ContactId,
) -> Result<Vec<RequestId>, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT id AS "id: RequestId" FROM request WHERE contact_id = $1"#, contact)
        .fetch_all(connection)
        .await?)
}

/// Gives every request of one contact to another.
pub async fn move_to_contact(
    connection: &mut SqliteConnection,
    from: ContactId,
    to: ContactId,
) -> Result<(), Error> {
    sqlx::query!("UPDATE request SET contact_id = $2 WHERE contact_id = $1", from, to)
        .execute(connection)
        .await?;
    Ok(())
}

/// How a filter selects, ready for the list's queries.
pub(super) struct Selection {
    pub(super) status: Option<Status>,
    pub(super) assignee: Option<UserId>,
    pub(super) unassigned: bool,
    pub(super) open_only: bool,
    pub(super) contact: Option<ContactId>,
    pub(super) since: Option<Timestamp>,
    /// An FTS5 expression, or none.
    pub(super) words: Option<String>,
}

impl From<&RequestFilter> for Selection {
    fn from(filter: &RequestFilter) -> Self {
        Self {
            status: filter.status,
            assignee: filter.assignee,
            unassigned: filter.unassigned,
            open_only: filter.open_only,
            contact: filter.contact,
            since: filter.since,
            words: crate::search::expression(&filter.query),
        }
    }
}

/// Where a group's rows go on: after the cursor if it stands in this group, else at its top.
pub(super) fn start_in(group: Waiting, after: Option<RequestCursor>) -> (i64, RequestId) {
    match after {
        Some(cursor) if cursor.waiting == group => (cursor.activity_at.0, cursor.id),
        _ => (i64::MAX, RequestId::from(uuid::Uuid::max())),
    }
}
