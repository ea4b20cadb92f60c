//! The timeline: who did what when. Append-only.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::{EventId, RequestId, UserId};
use crate::request::TimelineEntry;

/// What can stand on a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum EventKind {
    /// The request arrived.
    Received,
    /// It was taken by phone or at the counter.
    TakenByHand,
    /// A mail from outside joined the conversation.
    MessageReceived,
    /// An automatic mail joined it.
    AutomaticReceived,
    /// A reply was written.
    Replied,
    /// A mail was taken back before it left.
    TakenBack,
    /// A mail left.
    Delivered,
    /// A mail did not arrive.
    DeliveryFailed,
    /// The program acknowledged the request.
    Acknowledged,
    /// It did not, for a reason.
    NotAcknowledged,
    /// A mail is late.
    DeliveryDelayed,
    /// Nobody knows whether a mail arrived.
    DeliveryUncertain,
    /// A note was written.
    NoteAdded,
    /// A contact was linked.
    ContactLinked,
    /// A contact was created from the request.
    ContactCreated,
    /// The link to a contact was removed.
    ContactUnlinked,
    /// A salesperson was named.
    Assigned,
    /// Nobody is the salesperson any more.
    Unassigned,
    /// The status moved.
    StatusChanged,
    /// The requester was corrected.
    RequesterCorrected,
    /// The subject was changed.
    Renamed,
    /// A quote was begun.
    QuoteCreated,
    /// A quote got its number.
    QuoteFinalised,
    /// A quote was sent.
    QuoteSent,
    /// A quote was accepted.
    QuoteAccepted,
    /// A quote was refused.
    QuoteRefused,
    /// A draft of a quote was thrown away.
    QuoteDiscarded,
    /// Messages of it became a request of their own.
    SplitOff,
    /// It was made of messages of another request.
    SplitFrom,
    /// Another request was merged into it.
    Merged,
    /// A message of it went to another request.
    MovedOut,
    /// A message of another request came to it.
    MovedIn,
    /// What was moved by hand is back where it was.
    RearrangementUndone,
}

/// Adds an entry to a timeline.
pub async fn record(
    connection: &mut SqliteConnection,
    request: RequestId,
    actor: Actor,
    at: Timestamp,
    kind: EventKind,
    detail: &[(&str, &str)],
) -> Result<(), Error> {
    let id = EventId::new();
    let code = actor.code();
    let user = actor.user();
    let detail: BTreeMap<_, _> = detail.iter().copied().collect();
    let detail = serde_json::to_string(&detail).unwrap_or_default();
    sqlx::query!(
        "INSERT INTO event (id, request_id, at, actor, user_id, kind, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        request,
        at,
        code,
        user,
        kind,
        detail,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The newest entry on the timeline of a request, without what became of its acknowledgement: the program
/// writes that by itself, whatever else happens.
pub async fn newest_event(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Option<TimelineEntry>, Error> {
    let by_itself = ["acknowledged", "not_acknowledged"];
    let mut entries = timeline(connection, request).await?.into_iter();
    Ok(entries.find(|entry| !by_itself.contains(&entry.event.as_str())))
}

/// The timeline of a request, newest first.
pub async fn timeline(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<TimelineEntry>, Error> {
    let rows = sqlx::query!(
        r#"SELECT at AS "at: Timestamp", actor, user_id AS "user_id: UserId", kind, detail
           FROM event WHERE request_id = $1 ORDER BY at DESC, id DESC"#,
        request
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| TimelineEntry {
            at: row.at,
            actor: row.actor,
            user_id: row.user_id,
            event: row.kind,
            detail: serde_json::from_str(&row.detail).unwrap_or_default(),
        })
        .collect())
}
