//! Internal notes in the database. They never leave the program.

use sqlx::SqliteConnection;

use super::NoteView;
use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::{NoteId, RequestId, UserId};

/// Stores a note.
pub async fn insert_note(
    connection: &mut SqliteConnection,
    request: RequestId,
    note: &NoteView,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO note (id, request_id, user_id, body_text, created_at) VALUES ($1, $2, $3, $4, $5)",
        note.id,
        request,
        note.user_id,
        note.text,
        note.at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The notes of a conversation, oldest first.
pub async fn notes(connection: &mut SqliteConnection, request: RequestId) -> Result<Vec<NoteView>, Error> {
    Ok(sqlx::query_as!(
        NoteView,
        r#"SELECT id AS "id: NoteId", user_id AS "user_id: UserId", body_text AS text, created_at AS "at: Timestamp"
           FROM note WHERE request_id = $1 ORDER BY created_at, id"#,
        request
    )
    .fetch_all(connection)
    .await?)
}

/// Deletes a note: only one that the program made of a mail which is read in another way now.
pub async fn delete_note(connection: &mut SqliteConnection, id: NoteId) -> Result<(), Error> {
    sqlx::query!("DELETE FROM note WHERE id = $1", id).execute(connection).await?;
    Ok(())
}
