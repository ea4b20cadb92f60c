//! Messages in the database.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::{MessageId, QuoteId, RequestId, UserId};
use crate::intake::{Field, MailClass, Omission, Person};
use crate::language::Language;

/// Which way a mail went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Direction {
    /// To us.
    Incoming,
    /// From us.
    Outgoing,
}

/// A mail in a conversation as stored; its recipients and files are stored apart.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its identity.
    pub id: MessageId,
    /// The conversation.
    pub request_id: RequestId,
    /// Which way it went.
    pub direction: Direction,
    /// Who or what wrote it.
    pub class: MailClass,
    /// The evidence for the class.
    pub class_reason: String,
    /// Who wrote it.
    pub sender: Person,
    /// Its subject.
    pub subject: String,
    /// What is new in it.
    pub text: String,
    /// The language it is written in, as far as that is known.
    pub language: Option<Language>,
    /// The quoted history.
    pub quoted: String,
    /// The signature.
    pub signature: String,
    /// Whether its HTML can be shown.
    pub has_html: bool,
    /// The Message-ID header, without angle brackets.
    pub mail_message_id: Option<String>,
    /// The mail itself.
    pub raw_sha256: Option<Vec<u8>>,
    /// The owner's address that forwarded it.
    pub forwarded_by: Option<String>,
    /// By which words the forward was recognised.
    pub evidence: String,
    /// Facts found in it.
    pub fields: Vec<Field>,
    /// What its mail holds that was not read.
    pub omissions: Vec<Omission>,
    /// Another mail with other content has the same Message-ID.
    pub same_id_as_other: bool,
    /// The user who wrote it.
    pub user_id: Option<UserId>,
    /// The quote it carries.
    pub quote_id: Option<QuoteId>,
    /// The time in its Date header, or when it was queued.
    pub sent_at: Timestamp,
    /// When it was stored: the order of the conversation.
    pub created_at: Timestamp,
}

/// A header field that names recipients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum RecipientField {
    /// To.
    To,
    /// Cc.
    Cc,
    /// Reply-To.
    ReplyTo,
}

/// Stores a message with its recipients.
pub async fn insert_message(
    connection: &mut SqliteConnection,
    message: &Message,
    recipients: &[(RecipientField, Person)],
) -> Result<(), Error> {
    let fields = serde_json::to_string(&message.fields).unwrap_or_default();
    let omissions = serde_json::to_string(&message.omissions).unwrap_or_default();
    sqlx::query!(
        "INSERT INTO message (id, request_id, direction, class, class_reason, sender_name, sender_address, subject, body_text,
             quoted_text, signature_text, has_html, mail_message_id, raw_sha256, forwarded_by, evidence, fields,
             same_id_as_other, user_id, quote_id, sent_at, created_at, language, omissions)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)",
        message.id,
        message.request_id,
        message.direction,
        message.class,
        message.class_reason,
        message.sender.name,
        message.sender.address,
        message.subject,
        message.text,
        message.quoted,
        message.signature,
        message.has_html,
        message.mail_message_id,
        message.raw_sha256,
        message.forwarded_by,
        message.evidence,
        fields,
        message.same_id_as_other,
        message.user_id,
        message.quote_id,
        message.sent_at,
        message.created_at,
        message.language,
        omissions,
    )
    .execute(&mut *connection)
    .await?;
    insert_recipients(connection, message.id, recipients).await
}

/// Puts what a message says and who speaks in it in place of what was understood of its mail before.
pub async fn replace_message(
    connection: &mut SqliteConnection,
    message: &Message,
    recipients: &[(RecipientField, Person)],
) -> Result<(), Error> {
    let fields = serde_json::to_string(&message.fields).unwrap_or_default();
    let omissions = serde_json::to_string(&message.omissions).unwrap_or_default();
    sqlx::query!(
        "UPDATE message SET sender_name = $2, sender_address = $3, subject = $4, body_text = $5, quoted_text = $6,
             signature_text = $7, forwarded_by = $8, evidence = $9, fields = $10, language = $11, omissions = $12
         WHERE id = $1",
        message.id,
        message.sender.name,
        message.sender.address,
        message.subject,
        message.text,
        message.quoted,
        message.signature,
        message.forwarded_by,
        message.evidence,
        fields,
        message.language,
        omissions,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("DELETE FROM message_recipient WHERE message_id = $1", message.id)
        .execute(&mut *connection)
        .await?;
    insert_recipients(connection, message.id, recipients).await
}

async fn insert_recipients(
    connection: &mut SqliteConnection,
    message: MessageId,
    recipients: &[(RecipientField, Person)],
) -> Result<(), Error> {
    for (position, (field, person)) in recipients.iter().enumerate() {
        let position = position as i64;
        sqlx::query!(
            "INSERT INTO message_recipient (message_id, position, field, name, address) VALUES ($1, $2, $3, $4, $5)",
            message,
            position,
            field,
            person.name,
            person.address,
        )
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// The messages of a conversation, oldest first.
pub async fn messages(connection: &mut SqliteConnection, request: RequestId) -> Result<Vec<Message>, Error> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id: MessageId", direction AS "direction: Direction", class AS "class: MailClass", class_reason,
             sender_name, sender_address, subject, body_text, language AS "language: Language", quoted_text, signature_text,
             has_html AS "has_html: bool",
             mail_message_id, raw_sha256, forwarded_by, evidence, fields, omissions, same_id_as_other AS "same_id_as_other: bool",
             user_id AS "user_id: UserId", quote_id AS "quote_id: QuoteId", sent_at AS "sent_at: Timestamp",
             created_at AS "created_at: Timestamp"
           FROM message WHERE request_id = $1 ORDER BY created_at, id"#,
        request
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Message {
            id: row.id,
            request_id: request,
            direction: row.direction,
            class: row.class,
            class_reason: row.class_reason,
            sender: Person { name: row.sender_name, address: row.sender_address },
            subject: row.subject,
            text: row.body_text,
            language: row.language,
            quoted: row.quoted_text,
            signature: row.signature_text,
            has_html: row.has_html,
            mail_message_id: row.mail_message_id,
            raw_sha256: row.raw_sha256,
            forwarded_by: row.forwarded_by,
            evidence: row.evidence,
            fields: serde_json::from_str(&row.fields).unwrap_or_default(),
            omissions: serde_json::from_str(&row.omissions).unwrap_or_default(),
            same_id_as_other: row.same_id_as_other,
            user_id: row.user_id,
            quote_id: row.quote_id,
            sent_at: row.sent_at,
            created_at: row.created_at,
        })
        .collect())
}

/// How many mails a conversation holds.
pub async fn count_messages(connection: &mut SqliteConnection, request: RequestId) -> Result<u32, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT count(*) AS "count: u32" FROM message WHERE request_id = $1"#, request)
        .fetch_one(connection)
        .await?)
}

/// Whether somebody of us wrote to the customer in a conversation; what the program sends by itself is no answer.
pub async fn is_answered(connection: &mut SqliteConnection, request: RequestId) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM message WHERE request_id = $1 AND direction = 'outgoing' AND class = 'personal')
             AS "answered: bool""#,
        request
    )
    .fetch_one(connection)
    .await?)
}

/// The recipients of every message of a conversation, in their order.
pub async fn recipients(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<(MessageId, RecipientField, Person)>, Error> {
    let rows = sqlx::query!(
        r#"SELECT p.message_id AS "message_id: MessageId", p.field AS "field: RecipientField", p.name, p.address
           FROM message m JOIN message_recipient p ON p.message_id = m.id
           WHERE m.request_id = $1 ORDER BY p.message_id, p.position"#,
        request
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.message_id, row.field, Person { name: row.name, address: row.address }))
        .collect())
}

/// The messages of a conversation of which only the header was brought in.
pub async fn header_only(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<HashSet<MessageId>, Error> {
    let ids = sqlx::query_scalar!(
        r#"SELECT m.id AS "id: MessageId" FROM message m JOIN mail_location l ON l.sha256 = m.raw_sha256
           WHERE m.request_id = $1 AND l.truncated = 1"#,
        request
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().collect())
}

/// The hash of the mail that a message is.
pub async fn raw_of(connection: &mut SqliteConnection, message: MessageId) -> Result<Option<Vec<u8>>, Error> {
    sqlx::query_scalar!("SELECT raw_sha256 FROM message WHERE id = $1", message)
        .fetch_optional(connection)
        .await?
        .ok_or(Error::NotFound("message"))
}

/// The conversation that holds the latest mail with a Message-ID, and when that mail was written.
pub async fn conversation_of(
    connection: &mut SqliteConnection,
    mail_message_id: &str,
) -> Result<Option<(RequestId, Timestamp)>, Error> {
    Ok(sqlx::query!(
        r#"SELECT request_id AS "id: RequestId", created_at AS "at: Timestamp" FROM message
           WHERE mail_message_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1"#,
        mail_message_id
    )
    .fetch_optional(connection)
    .await?
    .map(|row| (row.id, row.at)))
}

/// The message of ours that has a Message-ID, and when it was written.
pub async fn outgoing_with_mail_id(
    connection: &mut SqliteConnection,
    mail_message_id: &str,
) -> Result<Option<(MessageId, RequestId, Timestamp)>, Error> {
    Ok(sqlx::query!(
        r#"SELECT id AS "id: MessageId", request_id AS "request_id: RequestId", created_at AS "at: Timestamp" FROM message
           WHERE mail_message_id = $1 AND direction = 'outgoing'"#,
        mail_message_id
    )
    .fetch_optional(connection)
    .await?
    .map(|row| (row.id, row.request_id, row.at)))
}

/// Whether an address takes part in a conversation, as sender or recipient.
pub async fn takes_part(
    connection: &mut SqliteConnection,
    request: RequestId,
    address: &str,
) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM request WHERE id = $1 AND requester_address = $2)
               OR EXISTS (SELECT 1 FROM message WHERE request_id = $1 AND sender_address = $2)
               OR EXISTS (SELECT 1 FROM message m JOIN message_recipient p ON p.message_id = m.id WHERE m.request_id = $1 AND p.address = $2)
             AS "takes_part: bool""#,
        request,
        address,
    )
    .fetch_one(connection)
    .await?)
}

/// Deletes a message: only one of ours that was taken back before it left.
pub async fn delete_message(connection: &mut SqliteConnection, message: MessageId) -> Result<(), Error> {
    sqlx::query!("DELETE FROM message WHERE id = $1", message).execute(connection).await?;
    Ok(())
}
