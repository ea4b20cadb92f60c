//! The recipients of a mail on its way out: what became of each.

use sqlx::SqliteConnection;

use super::RecipientState;
use crate::error::Error;
use crate::id::OutboxId;

/// One recipient of a mail on its way out.
#[derive(Debug, Clone)]
pub struct OutboxRecipient {
    /// The mail.
    pub outbox_id: OutboxId,
    /// The address.
    pub address: String,
    /// What became of it.
    pub state: RecipientState,
    /// The server's words.
    pub detail: String,
}

/// The recipients of one mail.
pub async fn recipients(
    connection: &mut SqliteConnection,
    id: OutboxId,
) -> Result<Vec<OutboxRecipient>, Error> {
    Ok(sqlx::query_as!(
        OutboxRecipient,
        r#"SELECT outbox_id AS "outbox_id: OutboxId", address, state AS "state: RecipientState", detail
           FROM outbox_recipient WHERE outbox_id = $1 ORDER BY address"#,
        id
    )
    .fetch_all(connection)
    .await?)
}

/// Says what became of a recipient; false when the mail has no such recipient.
pub async fn record_recipient(
    connection: &mut SqliteConnection,
    id: OutboxId,
    address: &str,
    state: RecipientState,
    detail: &str,
) -> Result<bool, Error> {
    let recorded = sqlx::query!(
        "UPDATE outbox_recipient SET state = $3, detail = $4 WHERE outbox_id = $1 AND lower(address) = lower($2)",
        id,
        address,
        state,
        detail,
    )
    .execute(connection)
    .await?
    .rows_affected();
    Ok(recorded > 0)
}

/// Says that the recipients of which nothing was said yet have the mail, or that they never will.
pub async fn settle_recipients(
    connection: &mut SqliteConnection,
    id: OutboxId,
    state: RecipientState,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE outbox_recipient SET state = $2 WHERE outbox_id = $1 AND state = 'pending'",
        id,
        state
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Lets a mail be tried again for everybody who does not have it.
pub async fn reopen_recipients(connection: &mut SqliteConnection, id: OutboxId) -> Result<(), Error> {
    sqlx::query!("UPDATE outbox_recipient SET state = 'pending', detail = '' WHERE outbox_id = $1 AND state <> 'accepted'", id)
        .execute(connection)
        .await?;
    Ok(())
}
