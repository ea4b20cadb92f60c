//! The list of requests, paged by key.

use sqlx::SqliteConnection;

use super::store::{Selection, start_in};
use super::{GroupCounts, Proposal, RequestCursor, RequestFilter, RequestPage, RequestRow, Status, Waiting};
use crate::clock::{LocalDate, Timestamp};
use crate::error::Error;
use crate::id::{ContactId, RequestId, UserId};
use crate::language::Language;
use crate::money::{Currency, Money};

/// A page of the list: the groups one after the other, the latest activity first in each.
pub async fn page(
    connection: &mut SqliteConnection,
    filter: &RequestFilter,
    after: Option<RequestCursor>,
    limit: u32,
) -> Result<RequestPage, Error> {
    let selection = Selection::from(filter);
    let counts = count(connection, &selection).await?;
    let mut rows = Vec::new();
    let first = after.map_or(Waiting::Us, |cursor| cursor.waiting);
    for group in Waiting::ALL.into_iter().filter(|group| *group >= first) {
        let room = limit as usize - rows.len();
        if room == 0 || (filter.open_only && group == Waiting::Nobody) {
            break;
        }
        rows.extend(group_rows(connection, &selection, group, after, room as i64).await?);
    }
    let next = (rows.len() == limit as usize).then(|| rows.last().map(cursor_of)).flatten();
    Ok(RequestPage { rows, next, counts })
}

/// The row of one request.
pub async fn row(connection: &mut SqliteConnection, id: RequestId) -> Result<RequestRow, Error> {
    sqlx::query_as!(
        StoredRow,
        r#"SELECT r.id AS "id: RequestId", r.reference, r.subject, r.status AS "status: Status", r.list_group,
             r.waiting_since AS "waiting_since: Timestamp", r.requester_name, r.requester_address AS address,
             r.language AS "language: Language", r.contact_id AS "contact_id: ContactId", c.name AS "contact_name?",
             r.assignee_id AS "assignee_id: UserId", q.gross_minor AS "gross_minor?", q.state AS "quote_state?",
             q.valid_until AS "valid_until?", r.proposal AS "proposal: Proposal", r.delivery_failed AS "delivery_failed: bool",
             r.unread AS "unread: bool", r.closed_reason, r.activity_at AS "activity_at: Timestamp"
         FROM request r LEFT JOIN contact c ON c.id = r.contact_id LEFT JOIN quote q ON q.id = r.latest_quote_id
         WHERE r.id = $1"#,
        id
    )
    .fetch_optional(connection)
    .await?
    .map(StoredRow::into_row)
    .ok_or(Error::NotFound("request"))
}

async fn count(connection: &mut SqliteConnection, selection: &Selection) -> Result<GroupCounts, Error> {
    let groups = sqlx::query!(
        r#"SELECT list_group, count(*) AS "count: u32" FROM request r
           WHERE ($1 IS NULL OR r.status = $1) AND ($2 IS NULL OR r.assignee_id = $2) AND (NOT $3 OR r.assignee_id IS NULL)
             AND (NOT $4 OR r.list_group < 2) AND ($5 IS NULL OR r.contact_id = $5) AND ($6 IS NULL OR r.activity_at >= $6)
             AND ($7 IS NULL OR r.id IN (SELECT e.request_id FROM search JOIN search_entry e ON e.number = search.rowid WHERE search MATCH $7))
           GROUP BY list_group"#,
        selection.status,
        selection.assignee,
        selection.unassigned,
        selection.open_only,
        selection.contact,
        selection.since,
        selection.words,
    )
    .fetch_all(connection)
    .await?;
    let mut counts = GroupCounts::default();
    for group in groups {
        match Waiting::from_list_group(group.list_group) {
            Waiting::Us => counts.us = group.count,
            Waiting::Customer => counts.customer = group.count,
            Waiting::Nobody => counts.closed = group.count,
        }
    }
    Ok(counts)
}

async fn group_rows(
    connection: &mut SqliteConnection,
    selection: &Selection,
    group: Waiting,
    after: Option<RequestCursor>,
    limit: i64,
) -> Result<Vec<RequestRow>, Error> {
    let (before, before_id) = start_in(group, after);
    let group = group.list_group();
    let rows = sqlx::query_as!(
        StoredRow,
        r#"SELECT r.id AS "id: RequestId", r.reference, r.subject, r.status AS "status: Status", r.list_group,
             r.waiting_since AS "waiting_since: Timestamp", r.requester_name, r.requester_address AS address,
             r.language AS "language: Language", r.contact_id AS "contact_id: ContactId", c.name AS "contact_name?",
             r.assignee_id AS "assignee_id: UserId", q.gross_minor AS "gross_minor?", q.state AS "quote_state?",
             q.valid_until AS "valid_until?", r.proposal AS "proposal: Proposal", r.delivery_failed AS "delivery_failed: bool",
             r.unread AS "unread: bool", r.closed_reason, r.activity_at AS "activity_at: Timestamp"
         FROM request r LEFT JOIN contact c ON c.id = r.contact_id LEFT JOIN quote q ON q.id = r.latest_quote_id
         WHERE r.list_group = $1 AND (r.activity_at, r.id) < ($2, $3)
             AND ($4 IS NULL OR r.status = $4) AND ($5 IS NULL OR r.assignee_id = $5) AND (NOT $6 OR r.assignee_id IS NULL)
             AND ($7 IS NULL OR r.contact_id = $7) AND ($8 IS NULL OR r.activity_at >= $8)
             AND ($9 IS NULL OR r.id IN (SELECT e.request_id FROM search JOIN search_entry e ON e.number = search.rowid WHERE search MATCH $9))
         ORDER BY r.activity_at DESC, r.id DESC LIMIT $10"#,
        group,
        before,
        before_id,
        selection.status,
        selection.assignee,
        selection.unassigned,
        selection.contact,
        selection.since,
        selection.words,
        limit,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(StoredRow::into_row).collect())
}

struct StoredRow {
    id: RequestId,
    reference: String,
    subject: String,
    status: Status,
    list_group: i64,
    waiting_since: Timestamp,
    requester_name: String,
    address: String,
    language: Option<Language>,
    contact_id: Option<ContactId>,
    contact_name: Option<String>,
    assignee_id: Option<UserId>,
    gross_minor: Option<i64>,
    quote_state: Option<String>,
    valid_until: Option<String>,
    proposal: Option<Proposal>,
    delivery_failed: bool,
    unread: bool,
    closed_reason: String,
    activity_at: Timestamp,
}

impl StoredRow {
    fn into_row(self) -> RequestRow {
        let is_sent = self.quote_state.as_deref() == Some("sent");
        let named = [self.contact_name.unwrap_or_default(), self.requester_name, self.address.clone()];
        RequestRow {
            id: self.id,
            reference: self.reference,
            subject: self.subject,
            status: self.status,
            waiting: Waiting::from_list_group(self.list_group),
            waiting_since: self.waiting_since,
            who: named.into_iter().find(|name| !name.is_empty()).unwrap_or_default(),
            address: self.address,
            language: self.language,
            contact_id: self.contact_id,
            assignee_id: self.assignee_id,
            amount: self
                .gross_minor
                .filter(|minor| *minor != 0)
                .map(|minor| Money { minor, currency: Currency::Eur }),
            valid_until: self.valid_until.filter(|_| is_sent).and_then(|date| date.parse::<LocalDate>().ok()),
            proposal: self.proposal,
            delivery_failed: self.delivery_failed,
            unread: self.unread,
            closed_reason: self.closed_reason,
            activity_at: self.activity_at,
        }
    }
}

fn cursor_of(row: &RequestRow) -> RequestCursor {
    RequestCursor { waiting: row.waiting, activity_at: row.activity_at, id: row.id }
}
