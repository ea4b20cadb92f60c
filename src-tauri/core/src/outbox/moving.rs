//! Mails that go to another request together with their messages.

use sqlx::SqliteConnection;

use crate::error::Error;
use crate::id::{MessageId, RequestId};

/// Whether a mail of ours has not left yet, or nobody knows whether it did.
pub async fn is_unsettled(connection: &mut SqliteConnection, message: MessageId) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE message_id = $1 AND state NOT IN ('sent', 'refused')
             AND NOT (purpose = 'automatic' AND state = 'uncertain')) AS "unsettled: bool""#,
        message
    )
    .fetch_one(connection)
    .await?)
}

/// Lets a mail belong to the request to which its message went.
pub async fn move_to_request(
    connection: &mut SqliteConnection,
    message: MessageId,
    to: RequestId,
) -> Result<(), Error> {
    sqlx::query!("UPDATE outbox SET request_id = $2 WHERE message_id = $1", message, to)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether a mail of a request was refused, or came back from one of its recipients.
pub async fn has_undelivered(connection: &mut SqliteConnection, request: RequestId) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox o LEFT JOIN outbox_recipient r ON r.outbox_id = o.id
             WHERE o.request_id = $1 AND (o.state = 'refused' OR r.state IN ('refused', 'bounced'))) AS "undelivered: bool""#,
        request
    )
    .fetch_one(connection)
    .await?)
}
