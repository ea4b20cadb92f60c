//! The files of messages. Their bytes stay in the mail they came with.

use sqlx::SqliteConnection;

use crate::error::Error;
use crate::id::{AttachmentId, MessageId, RequestId};

/// A file of a message as stored.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its identity.
    pub id: AttachmentId,
    /// The message.
    pub message_id: MessageId,
    /// A safe name.
    pub name: String,
    /// The media type.
    pub mime: String,
    /// Bytes.
    pub size: i64,
    /// The hash of its bytes.
    pub sha256: Vec<u8>,
    /// Shown in the text.
    pub inline: bool,
    /// Content-ID without angle brackets.
    pub content_id: Option<String>,
}

/// Stores a file of a message.
pub async fn insert_attachment(
    connection: &mut SqliteConnection,
    position: i64,
    file: &Attachment,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO attachment (id, message_id, position, name, mime, size, sha256, inline, content_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        file.id,
        file.message_id,
        position,
        file.name,
        file.mime,
        file.size,
        file.sha256,
        file.inline,
        file.content_id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The files of every message of a conversation, in their order.
pub async fn attachments(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<Attachment>, Error> {
    Ok(sqlx::query_as!(
        Attachment,
        r#"SELECT a.id AS "id: AttachmentId", a.message_id AS "message_id: MessageId", a.name, a.mime, a.size, a.sha256,
             a.inline AS "inline: bool", a.content_id
           FROM message m JOIN attachment a ON a.message_id = m.id
           WHERE m.request_id = $1 ORDER BY m.created_at, m.id, a.position"#,
        request
    )
    .fetch_all(connection)
    .await?)
}

/// One file.
pub async fn attachment(connection: &mut SqliteConnection, id: AttachmentId) -> Result<Attachment, Error> {
    sqlx::query_as!(
        Attachment,
        r#"SELECT id AS "id: AttachmentId", message_id AS "message_id: MessageId", name, mime, size, sha256,
             inline AS "inline: bool", content_id
           FROM attachment WHERE id = $1"#,
        id
    )
    .fetch_optional(connection)
    .await?
    .ok_or(Error::NotFound("attachment"))
}
