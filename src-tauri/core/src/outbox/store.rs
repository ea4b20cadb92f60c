//! The outbox in the database: every step of a mail on its way out is committed before it is taken.

use sqlx::SqliteConnection;

use super::{OutboxEvent, OutboxPurpose, OutboxRow, OutboxState};
use crate::clock::Timestamp;
use crate::error::{Error, StateProblem, StoreError};
use crate::id::{AccountId, MessageId, OutboxId, RequestId};

/// A mail on its way out as stored.
#[derive(Debug, Clone)]
pub struct OutboxMail {
    /// Its identity.
    pub id: OutboxId,
    /// The request.
    pub request_id: RequestId,
    /// The message in the conversation.
    pub message_id: MessageId,
    /// The mailbox it leaves through; none once it was removed, which only a settled mail allows.
    pub account_id: Option<AccountId>,
    /// The Message-ID header, without angle brackets.
    pub mail_message_id: String,
    /// The exact bytes.
    pub raw_sha256: Vec<u8>,
    /// The sender in the SMTP envelope.
    pub envelope_from: String,
    /// Why it leaves.
    pub purpose: OutboxPurpose,
    /// Where it stands.
    pub state: OutboxState,
    /// How often it was tried.
    pub tries: i64,
    /// When it may leave, or be tried again.
    pub not_before: Timestamp,
    /// The code of the last failure.
    pub last_error: Option<String>,
    /// How often the copy in Sent was tried.
    pub copy_tries: i64,
    /// How the request stood before, as JSON, should the mail be taken back.
    pub before: String,
    /// When it was committed.
    pub created_at: Timestamp,
}

/// Stores a mail that shall leave, with its recipients.
pub async fn insert(
    connection: &mut SqliteConnection,
    mail: &OutboxMail,
    recipients: &[String],
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO outbox (id, request_id, message_id, account_id, mail_message_id, raw_sha256, envelope_from, purpose, state, not_before, before, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        mail.id,
        mail.request_id,
        mail.message_id,
        mail.account_id,
        mail.mail_message_id,
        mail.raw_sha256,
        mail.envelope_from,
        mail.purpose,
        mail.state,
        mail.not_before,
        mail.before,
        mail.created_at,
    )
    .execute(&mut *connection)
    .await?;
    for address in recipients {
        sqlx::query!("INSERT INTO outbox_recipient (outbox_id, address) VALUES ($1, $2) ON CONFLICT (outbox_id, address) DO NOTHING", mail.id, address)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// One mail.
pub async fn find(connection: &mut SqliteConnection, id: OutboxId) -> Result<OutboxMail, Error> {
    sqlx::query_as!(
        OutboxMail,
        r#"SELECT id AS "id: OutboxId", request_id AS "request_id: RequestId", message_id AS "message_id: MessageId",
             account_id AS "account_id: AccountId", mail_message_id, raw_sha256, envelope_from, purpose AS "purpose: OutboxPurpose",
             state AS "state: OutboxState", tries, not_before AS "not_before: Timestamp", last_error, copy_tries, before,
             created_at AS "created_at: Timestamp"
           FROM outbox WHERE id = $1"#,
        id
    )
    .fetch_optional(connection)
    .await?
    .ok_or(Error::NotFound("outgoing mail"))
}

/// Mails whose time has come and that nobody else is sending: to be claimed one by one.
pub async fn due(connection: &mut SqliteConnection, now: Timestamp) -> Result<Vec<OutboxId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id: OutboxId" FROM outbox WHERE state IN ('queued', 'retry') AND not_before <= $1 AND claimed_until < $1
           ORDER BY not_before, id LIMIT 50"#,
        now
    )
    .fetch_all(connection)
    .await?)
}

/// Mails that a worker left in the middle: its claim has run out, or was ended.
pub async fn abandoned(connection: &mut SqliteConnection, now: Timestamp) -> Result<Vec<OutboxId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id: OutboxId" FROM outbox WHERE state IN ('connecting', 'data_started') AND claimed_until < $1"#,
        now,
    )
    .fetch_all(connection)
    .await?)
}

/// Mails of which nobody knows whether they arrived, due to be looked for in Sent.
pub async fn uncertain(connection: &mut SqliteConnection, now: Timestamp) -> Result<Vec<OutboxId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id: OutboxId" FROM outbox WHERE state = 'uncertain' AND not_before <= $1 ORDER BY not_before LIMIT 50"#,
        now
    )
    .fetch_all(connection)
    .await?)
}

/// Mails that left and have no copy in Sent yet.
pub async fn without_copy(connection: &mut SqliteConnection, now: Timestamp) -> Result<Vec<OutboxId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id: OutboxId" FROM outbox WHERE state = 'sent' AND copy_state = 'pending' AND not_before <= $1
             AND account_id IS NOT NULL
           ORDER BY sent_at LIMIT 50"#,
        now
    )
    .fetch_all(connection)
    .await?)
}

/// When something in the outbox will next be due.
pub async fn next_due(connection: &mut SqliteConnection) -> Result<Option<Timestamp>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT min(not_before) AS "at: Timestamp" FROM outbox
           WHERE state IN ('queued', 'retry', 'uncertain') OR (state = 'sent' AND copy_state = 'pending' AND account_id IS NOT NULL)"#
    )
    .fetch_one(connection)
    .await?)
}

/// Moves a mail by an event; the new state. An event that cannot happen is a state error and changes nothing.
pub async fn advance(
    connection: &mut SqliteConnection,
    id: OutboxId,
    event: OutboxEvent,
    at: Timestamp,
) -> Result<OutboxState, Error> {
    let state = sqlx::query_scalar!(r#"SELECT state AS "state: OutboxState" FROM outbox WHERE id = $1"#, id)
        .fetch_optional(&mut *connection)
        .await?
        .ok_or(Error::NotFound("outgoing mail"))?;
    let next = state.after(event).ok_or(Error::State(StateProblem::MailAlreadyLeaving))?;
    let sent_at = (next == OutboxState::Sent).then_some(at);
    sqlx::query!(
        "UPDATE outbox SET state = $2, sent_at = coalesce($3, sent_at) WHERE id = $1",
        id,
        next,
        sent_at
    )
    .execute(connection)
    .await?;
    Ok(next)
}

/// Claims a mail for sending until an instant, and counts the try.
pub async fn claim(
    connection: &mut SqliteConnection,
    id: OutboxId,
    process: &str,
    until: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE outbox SET claimed_by = $2, claimed_until = $3, tries = tries + 1 WHERE id = $1",
        id,
        process,
        until
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends a claim, with the code of a failure, and says when the mail may be taken up again.
pub async fn release(
    connection: &mut SqliteConnection,
    id: OutboxId,
    error: Option<&str>,
    not_before: Timestamp,
) -> Result<(), Error> {
    sqlx::query!("UPDATE outbox SET claimed_by = NULL, claimed_until = 0, last_error = $2, not_before = $3 WHERE id = $1", id, error, not_before)
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends every claim on a mail: for a process that knows that it is the only one.
pub async fn end_claims(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query!("UPDATE outbox SET claimed_by = NULL, claimed_until = 0 WHERE claimed_by IS NOT NULL")
        .execute(connection)
        .await?;
    Ok(())
}

/// Lets a mail leave at an instant.
pub async fn schedule(
    connection: &mut SqliteConnection,
    id: OutboxId,
    not_before: Timestamp,
) -> Result<(), Error> {
    sqlx::query!("UPDATE outbox SET not_before = $2 WHERE id = $1", id, not_before)
        .execute(connection)
        .await?;
    Ok(())
}

/// Lets all mails of a mailbox that wait for another try leave at an instant.
pub async fn schedule_retries(
    connection: &mut SqliteConnection,
    account: AccountId,
    not_before: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE outbox SET not_before = $2 WHERE account_id = $1 AND state = 'retry' AND not_before > $2",
        account,
        not_before
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Says how the copy in Sent stands. Ended tries are not repeated.
pub async fn record_copy(
    connection: &mut SqliteConnection,
    id: OutboxId,
    done: bool,
    again_at: Option<Timestamp>,
) -> Result<(), Error> {
    let state = match (done, again_at) {
        (true, _) => "done",
        (false, Some(_)) => "pending",
        (false, None) => "failed",
    };
    sqlx::query!(
        "UPDATE outbox SET copy_state = $2, copy_tries = copy_tries + 1, not_before = coalesce($3, not_before) WHERE id = $1",
        id,
        state,
        again_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Begins the copy in Sent anew: the looks for the mail there do not count as tries.
pub async fn begin_copy(
    connection: &mut SqliteConnection,
    id: OutboxId,
    now: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE outbox SET copy_state = 'pending', copy_tries = 0, not_before = $2 WHERE id = $1",
        id,
        now
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a mail of a request is about to leave, or leaving.
pub async fn is_leaving(connection: &mut SqliteConnection, request: RequestId) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE request_id = $1 AND state IN ('queued', 'connecting', 'data_started')) AS "leaving: bool""#,
        request
    )
    .fetch_one(connection)
    .await?)
}

/// The mail in the outbox that a message is.
pub async fn of_message(
    connection: &mut SqliteConnection,
    message: MessageId,
) -> Result<Option<OutboxId>, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT id AS "id: OutboxId" FROM outbox WHERE message_id = $1"#, message)
        .fetch_optional(connection)
        .await?)
}

/// Takes a mail out of the outbox: only one that has never begun to leave.
pub async fn delete(connection: &mut SqliteConnection, id: OutboxId) -> Result<(), Error> {
    let deleted = sqlx::query!("DELETE FROM outbox WHERE id = $1 AND state = 'queued' AND tries = 0", id)
        .execute(connection)
        .await?
        .rows_affected();
    if deleted == 0 { Err(Error::State(StateProblem::MailAlreadyLeaving)) } else { Ok(()) }
}

/// The mails by the program itself that wait to leave for a request.
pub async fn waiting_automatic(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<OutboxId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT id AS "id: OutboxId" FROM outbox
           WHERE request_id = $1 AND purpose = 'automatic' AND state IN ('queued', 'retry')"#,
        request
    )
    .fetch_all(connection)
    .await?)
}

/// Takes a mail by the program itself out of the outbox, of which no server has taken anything.
pub async fn withdraw(connection: &mut SqliteConnection, id: OutboxId) -> Result<(), Error> {
    let deleted = sqlx::query!(
        "DELETE FROM outbox WHERE id = $1 AND purpose = 'automatic' AND state IN ('queued', 'retry')",
        id
    )
    .execute(connection)
    .await?
    .rows_affected();
    if deleted == 0 { Err(Error::State(StateProblem::MailAlreadyLeaving)) } else { Ok(()) }
}

/// A mail of a conversation on its way out.
#[derive(Debug, Clone)]
pub struct OutboxOfRequest {
    /// The mail.
    pub id: OutboxId,
    /// The message it is.
    pub message_id: MessageId,
    /// Why it leaves.
    pub purpose: OutboxPurpose,
    /// Where it stands.
    pub state: OutboxState,
    /// When it may leave.
    pub not_before: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// The code of the last failure.
    pub last_error: Option<String>,
    /// Whether its copy in Sent is made.
    pub copied: bool,
}

/// The mails of a conversation on their way out, or gone.
pub async fn of_request(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<OutboxOfRequest>, Error> {
    Ok(sqlx::query_as!(
        OutboxOfRequest,
        r#"SELECT id AS "id: OutboxId", message_id AS "message_id: MessageId", purpose AS "purpose: OutboxPurpose",
             state AS "state: OutboxState", not_before AS "not_before: Timestamp", tries AS "tries: u32", last_error,
             copy_state = 'done' AS "copied!: bool"
           FROM outbox WHERE request_id = $1"#,
        request
    )
    .fetch_all(connection)
    .await?)
}

/// All mails on their way out or gone, the latest first.
pub async fn list(connection: &mut SqliteConnection, limit: u32) -> Result<Vec<OutboxRow>, Error> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id: OutboxId", request_id AS "request_id: RequestId", message_id AS "message_id: MessageId", mail_message_id,
             purpose AS "purpose: OutboxPurpose", state AS "state: OutboxState", tries AS "tries: u32", not_before AS "not_before: Timestamp", last_error,
             coalesce((SELECT group_concat(address, char(10)) FROM outbox_recipient o WHERE o.outbox_id = outbox.id), '') AS "recipients!: String"
           FROM outbox ORDER BY created_at DESC, id DESC LIMIT $1"#,
        limit
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OutboxRow {
            id: row.id,
            request_id: row.request_id,
            conversation_message_id: row.message_id,
            message_id: row.mail_message_id,
            purpose: row.purpose,
            state: row.state,
            recipients: row.recipients.lines().map(str::to_owned).collect(),
            tries: row.tries,
            not_before: row.not_before,
            last_error: row.last_error,
        })
        .collect())
}

/// How many mails wait to leave, and how many need the user. What the program sent by itself needs nobody: it is
/// never sent again.
pub async fn counts(connection: &mut SqliteConnection) -> Result<(u32, u32), Error> {
    let row = sqlx::query!(
        r#"SELECT coalesce(sum(state IN ('queued', 'connecting', 'data_started', 'retry')), 0) AS "waiting!: u32",
             coalesce(sum(state IN ('refused', 'uncertain') AND purpose <> 'automatic'), 0) AS "attention!: u32"
           FROM outbox WHERE state <> 'sent'"#
    )
    .fetch_one(connection)
    .await?;
    Ok((row.waiting, row.attention))
}
