//! What is in a conversation goes to another one, each thing with its identity.

use sqlx::SqliteConnection;

use crate::error::Error;
use crate::id::{DraftId, EventId, MessageId, NoteId, RequestId};

/// Moves a message with its files and the draft it was made of; false when it is not in that conversation
/// (any more).
pub async fn move_message(
    connection: &mut SqliteConnection,
    id: MessageId,
    from: RequestId,
    to: RequestId,
) -> Result<bool, Error> {
    let moved =
        sqlx::query!("UPDATE message SET request_id = $3 WHERE id = $1 AND request_id = $2", id, from, to)
            .execute(&mut *connection)
            .await?
            .rows_affected();
    sqlx::query!(
        "UPDATE draft SET request_id = $3
         WHERE request_id = $2 AND outbox_id IN (SELECT id FROM outbox WHERE message_id = $1)",
        id,
        from,
        to
    )
    .execute(connection)
    .await?;
    Ok(moved == 1)
}

/// Moves a note; false when it is not in that conversation.
pub async fn move_note(
    connection: &mut SqliteConnection,
    id: NoteId,
    from: RequestId,
    to: RequestId,
) -> Result<bool, Error> {
    let moved =
        sqlx::query!("UPDATE note SET request_id = $3 WHERE id = $1 AND request_id = $2", id, from, to)
            .execute(connection)
            .await?
            .rows_affected();
    Ok(moved == 1)
}

/// Moves an entry of a timeline; false when it is not on that one.
pub async fn move_event(
    connection: &mut SqliteConnection,
    id: EventId,
    from: RequestId,
    to: RequestId,
) -> Result<bool, Error> {
    let moved =
        sqlx::query!("UPDATE event SET request_id = $3 WHERE id = $1 AND request_id = $2", id, from, to)
            .execute(connection)
            .await?
            .rows_affected();
    Ok(moved == 1)
}

/// Moves a draft that is being written; false when it is not of that request.
pub async fn move_draft(
    connection: &mut SqliteConnection,
    id: DraftId,
    from: RequestId,
    to: RequestId,
) -> Result<bool, Error> {
    let moved = sqlx::query!(
        "UPDATE draft SET request_id = $3 WHERE id = $1 AND request_id = $2 AND outbox_id IS NULL",
        id,
        from,
        to
    )
    .execute(connection)
    .await?
    .rows_affected();
    Ok(moved == 1)
}

/// The entries of a timeline, oldest first.
pub async fn event_ids(connection: &mut SqliteConnection, request: RequestId) -> Result<Vec<EventId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id: EventId" FROM event WHERE request_id = $1 ORDER BY at, id"#,
        request
    )
    .fetch_all(connection)
    .await?)
}

/// The drafts being written for a request.
pub async fn drafts_being_written(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<DraftId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id: DraftId" FROM draft WHERE request_id = $1 AND outbox_id IS NULL ORDER BY id"#,
        request
    )
    .fetch_all(connection)
    .await?)
}

/// The conversation that holds a message.
pub async fn request_of_message(
    connection: &mut SqliteConnection,
    id: MessageId,
) -> Result<RequestId, Error> {
    sqlx::query_scalar!(r#"SELECT request_id AS "id: RequestId" FROM message WHERE id = $1"#, id)
        .fetch_optional(connection)
        .await?
        .ok_or(Error::NotFound("message"))
}
