//! What is being written. A draft is deleted only when its mail is committed as sent.

use sqlx::SqliteConnection;

use super::{DraftAttachmentView, DraftKind, DraftPerson, DraftText};
use crate::clock::Timestamp;
use crate::error::{Error, StateProblem};
use crate::id::{AttachmentId, DraftId, MessageId, OutboxId, QuoteId, RequestId};

/// A draft as stored.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Draft {
    /// Its identity.
    pub id: DraftId,
    /// The request.
    pub request_id: RequestId,
    /// What it will be.
    pub kind: DraftKind,
    /// The quote to go with it.
    pub quote_id: Option<QuoteId>,
    /// Its words and recipients.
    pub text: DraftText,
    /// The mail that it answers.
    pub answers_id: Option<MessageId>,
    /// The mail that was made of it and has not left yet.
    pub outbox_id: Option<OutboxId>,
    /// When it was last saved.
    pub updated_at: Timestamp,
}

#[derive(serde::Serialize, serde::Deserialize, Default)]
struct Recipients {
    to: Vec<DraftPerson>,
    cc: Vec<DraftPerson>,
}

/// Stores a new draft.
pub async fn insert_draft(connection: &mut SqliteConnection, draft: &Draft) -> Result<(), Error> {
    let recipients = recipients_json(&draft.text);
    sqlx::query!(
        "INSERT INTO draft (id, request_id, kind, quote_id, answers_id, quotes, subject, body_text, recipients, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        draft.id,
        draft.request_id,
        draft.kind,
        draft.quote_id,
        draft.answers_id,
        draft.text.quotes,
        draft.text.subject,
        draft.text.text,
        recipients,
        draft.updated_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Saves a draft as it stands. One whose mail is leaving cannot be changed.
pub async fn update_draft(
    connection: &mut SqliteConnection,
    id: DraftId,
    text: &DraftText,
    at: Timestamp,
) -> Result<(), Error> {
    let recipients = recipients_json(text);
    let saved = sqlx::query!(
        "UPDATE draft SET subject = $2, body_text = $3, recipients = $4, quotes = $5, updated_at = $6 WHERE id = $1 AND outbox_id IS NULL",
        id,
        text.subject,
        text.text,
        recipients,
        text.quotes,
        at,
    )
    .execute(&mut *connection)
    .await?
    .rows_affected();
    if saved == 0 {
        // Either it is not there, or its mail is leaving.
        find_draft(connection, id).await?;
        return Err(Error::State(StateProblem::MailAlreadyLeaving));
    }
    Ok(())
}

/// The draft with an id.
pub async fn find_draft(connection: &mut SqliteConnection, id: DraftId) -> Result<Draft, Error> {
    sqlx::query_as!(
        StoredDraft,
        r#"SELECT id AS "id: DraftId", request_id AS "request_id: RequestId", kind AS "kind: DraftKind", quote_id AS "quote_id: QuoteId",
             answers_id AS "answers_id: MessageId", quotes AS "quotes: bool", subject, body_text, recipients, outbox_id AS "outbox_id: OutboxId", updated_at AS "updated_at: Timestamp"
           FROM draft WHERE id = $1"#,
        id
    )
    .fetch_optional(connection)
    .await?
    .map(Draft::from)
    .ok_or(Error::NotFound("draft"))
}

/// The draft of a kind being written for a request.
pub async fn draft_being_written(
    connection: &mut SqliteConnection,
    request: RequestId,
    kind: DraftKind,
) -> Result<Option<Draft>, Error> {
    Ok(sqlx::query_as!(
        StoredDraft,
        r#"SELECT id AS "id: DraftId", request_id AS "request_id: RequestId", kind AS "kind: DraftKind", quote_id AS "quote_id: QuoteId",
             answers_id AS "answers_id: MessageId", quotes AS "quotes: bool", subject, body_text, recipients, outbox_id AS "outbox_id: OutboxId", updated_at AS "updated_at: Timestamp"
           FROM draft WHERE request_id = $1 AND kind = $2 AND outbox_id IS NULL"#,
        request,
        kind,
    )
    .fetch_optional(connection)
    .await?
    .map(Draft::from))
}

/// The draft that became a mail in the outbox.
pub async fn draft_of_outbox(
    connection: &mut SqliteConnection,
    outbox: OutboxId,
) -> Result<Option<DraftId>, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT id AS "id: DraftId" FROM draft WHERE outbox_id = $1"#, outbox)
        .fetch_optional(connection)
        .await?)
}

/// Ties a draft to the mail that was made of it, or frees it again.
pub async fn tie_draft(
    connection: &mut SqliteConnection,
    id: DraftId,
    outbox: Option<OutboxId>,
) -> Result<(), Error> {
    sqlx::query!("UPDATE draft SET outbox_id = $2 WHERE id = $1", id, outbox).execute(connection).await?;
    Ok(())
}

/// Lets a draft be for another quote.
pub async fn tie_draft_to_quote(
    connection: &mut SqliteConnection,
    id: DraftId,
    quote: Option<QuoteId>,
) -> Result<(), Error> {
    sqlx::query!("UPDATE draft SET quote_id = $2 WHERE id = $1", id, quote).execute(connection).await?;
    Ok(())
}

/// Moves the files of a draft to the end of another's.
pub async fn move_draft_attachments(
    connection: &mut SqliteConnection,
    from: DraftId,
    into: DraftId,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE draft_attachment SET draft_id = $2, position = position + (SELECT count(*) FROM draft_attachment WHERE draft_id = $2)
         WHERE draft_id = $1",
        from,
        into,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Where the files of a draft stand.
pub async fn draft_attachment_places(
    connection: &mut SqliteConnection,
    draft: DraftId,
) -> Result<Vec<(AttachmentId, i64)>, Error> {
    Ok(sqlx::query!(
        r#"SELECT id AS "id: AttachmentId", position FROM draft_attachment WHERE draft_id = $1 ORDER BY position, id"#,
        draft
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| (row.id, row.position))
    .collect())
}

/// Puts a file of one draft to a place in another; nothing if it is not there any more.
pub async fn place_draft_attachment(
    connection: &mut SqliteConnection,
    id: AttachmentId,
    draft: DraftId,
    position: i64,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE draft_attachment SET draft_id = $2, position = $3 WHERE id = $1",
        id,
        draft,
        position
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes a draft with its files.
pub async fn delete_draft(connection: &mut SqliteConnection, id: DraftId) -> Result<(), Error> {
    sqlx::query!("DELETE FROM draft WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// Adds a file to a draft, at the end.
pub async fn insert_draft_attachment(
    connection: &mut SqliteConnection,
    draft: DraftId,
    file: &DraftAttachmentView,
    bytes: &[u8],
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO draft_attachment (id, draft_id, position, name, mime, size, bytes)
         VALUES ($1, $2, (SELECT count(*) FROM draft_attachment WHERE draft_id = $2), $3, $4, $5, $6)",
        file.id,
        draft,
        file.name,
        file.mime,
        file.size,
        bytes,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes a file out; says from which draft.
pub async fn delete_draft_attachment(
    connection: &mut SqliteConnection,
    id: AttachmentId,
) -> Result<DraftId, Error> {
    sqlx::query_scalar!(
        r#"DELETE FROM draft_attachment WHERE id = $1 AND draft_id IN (SELECT id FROM draft WHERE outbox_id IS NULL) RETURNING draft_id AS "id: DraftId""#,
        id
    )
    .fetch_optional(connection)
    .await?
    .ok_or(Error::NotFound("attachment"))
}

/// The files of a draft without their bytes, in their order.
pub async fn draft_attachments(
    connection: &mut SqliteConnection,
    draft: DraftId,
) -> Result<Vec<DraftAttachmentView>, Error> {
    Ok(sqlx::query_as!(
        DraftAttachmentView,
        r#"SELECT id AS "id: AttachmentId", name, mime, size FROM draft_attachment WHERE draft_id = $1 ORDER BY position, id"#,
        draft
    )
    .fetch_all(connection)
    .await?)
}

/// A file of a draft with its bytes.
#[derive(Debug)]
pub struct DraftFile {
    /// A safe name.
    pub name: String,
    /// The media type.
    pub mime: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files of a draft with their bytes, in their order.
pub async fn draft_files(connection: &mut SqliteConnection, draft: DraftId) -> Result<Vec<DraftFile>, Error> {
    Ok(sqlx::query_as!(
        DraftFile,
        "SELECT name, mime, bytes FROM draft_attachment WHERE draft_id = $1 ORDER BY position, id",
        draft
    )
    .fetch_all(connection)
    .await?)
}

struct StoredDraft {
    id: DraftId,
    request_id: RequestId,
    kind: DraftKind,
    quote_id: Option<QuoteId>,
    answers_id: Option<MessageId>,
    quotes: bool,
    subject: String,
    body_text: String,
    recipients: String,
    outbox_id: Option<OutboxId>,
    updated_at: Timestamp,
}

impl From<StoredDraft> for Draft {
    fn from(stored: StoredDraft) -> Self {
        let recipients: Recipients = serde_json::from_str(&stored.recipients).unwrap_or_default();
        Self {
            id: stored.id,
            request_id: stored.request_id,
            kind: stored.kind,
            quote_id: stored.quote_id,
            text: DraftText {
                to: recipients.to,
                cc: recipients.cc,
                subject: stored.subject,
                text: stored.body_text,
                quotes: stored.quotes,
            },
            answers_id: stored.answers_id,
            outbox_id: stored.outbox_id,
            updated_at: stored.updated_at,
        }
    }
}

fn recipients_json(text: &DraftText) -> String {
    serde_json::to_string(&Recipients { to: text.to.clone(), cc: text.cc.clone() }).unwrap_or_default()
}
