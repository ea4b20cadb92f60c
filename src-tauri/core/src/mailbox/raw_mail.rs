//! The mails themselves, byte for byte, and what became of each.

use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::{Error, StoreError};
use crate::id::{AccountId, MessageId};

/// zstd's own default: about 5:1 on mail text at hundreds of megabytes a second.
const COMPRESSION: i32 = 3;

/// Why a stored mail is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum IntakeSource {
    /// It arrived in a watched mailbox.
    Mailbox,
    /// It was found again after the server renumbered its mails: nothing automatic may follow.
    Relinked,
    /// The user brought it.
    Imported,
}

/// What became of a stored mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum IntakeOutcome {
    /// It began a request.
    Request,
    /// It joined a conversation.
    Message,
    /// It is not a request; the reason says why.
    Ignored,
    /// It is one of our own.
    Own,
    /// An automatic mail that joined a conversation.
    Automatic,
    /// A delivery report about a mail of ours.
    Bounce,
}

/// A stored mail that still has to be read.
#[derive(Debug, Clone)]
pub struct PendingMail {
    /// The hash of its bytes.
    pub sha256: Vec<u8>,
    /// The mailbox it came through.
    pub account_id: Option<AccountId>,
    /// Why it is here.
    pub source: IntakeSource,
    /// When its server took it (INTERNALDATE), if the mailbox tells.
    pub received_at: Option<Timestamp>,
    /// When it was stored.
    pub stored_at: Timestamp,
}

/// The identity of a mail's bytes.
pub fn hash(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

/// Stores the bytes of a mail, once.
pub async fn insert_raw(
    connection: &mut SqliteConnection,
    sha256: &[u8],
    bytes: &[u8],
    at: Timestamp,
) -> Result<(), Error> {
    let size = bytes.len() as i64;
    let compressed = zstd::encode_all(bytes, COMPRESSION)?;
    sqlx::query!(
        "INSERT INTO raw_mail (sha256, size, bytes, stored_at) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING",
        sha256,
        size,
        compressed,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts a stored mail in line to be read; false when it was there already.
pub async fn insert_pending(connection: &mut SqliteConnection, mail: &PendingMail) -> Result<bool, Error> {
    let inserted = sqlx::query!(
        "INSERT INTO intake (sha256, account_id, source, received_at, stored_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (sha256) DO NOTHING",
        mail.sha256,
        mail.account_id,
        mail.source,
        mail.received_at,
        mail.stored_at,
    )
    .execute(connection)
    .await?
    .rows_affected();
    Ok(inserted == 1)
}

/// The mails that still have to be read, oldest first; `after` is the last one already taken up.
pub async fn pending(
    connection: &mut SqliteConnection,
    after: Option<&PendingMail>,
    limit: u32,
) -> Result<Vec<PendingMail>, Error> {
    let (since, since_sha256) =
        after.map_or((Timestamp(i64::MIN), [].as_slice()), |mail| (mail.stored_at, mail.sha256.as_slice()));
    Ok(sqlx::query_as!(
        PendingMail,
        r#"SELECT sha256, account_id AS "account_id: AccountId", source AS "source: IntakeSource",
             received_at AS "received_at: Timestamp", stored_at AS "stored_at: Timestamp"
           FROM intake WHERE outcome IS NULL AND (stored_at, sha256) > ($1, $2) ORDER BY stored_at, sha256 LIMIT $3"#,
        since,
        since_sha256,
        limit
    )
    .fetch_all(connection)
    .await?)
}

/// The line of one mail, read or not.
pub async fn intake_of(
    connection: &mut SqliteConnection,
    sha256: &[u8],
) -> Result<Option<(PendingMail, Option<IntakeOutcome>)>, Error> {
    Ok(sqlx::query!(
        r#"SELECT account_id AS "account_id: AccountId", source AS "source: IntakeSource",
             received_at AS "received_at: Timestamp", stored_at AS "stored_at: Timestamp",
             outcome AS "outcome: IntakeOutcome"
           FROM intake WHERE sha256 = $1"#,
        sha256
    )
    .fetch_optional(connection)
    .await?
    .map(|row| {
        let mail = PendingMail {
            sha256: sha256.to_vec(),
            account_id: row.account_id,
            source: row.source,
            received_at: row.received_at,
            stored_at: row.stored_at,
        };
        (mail, row.outcome)
    }))
}

/// The reason of a mail that waits to be sorted.
pub const TO_SORT: &str = "triage";

/// The reason of a mail that was sorted by hand and left.
pub const LEFT: &str = "left";

/// Why a mail is not a request.
pub async fn reason_of(connection: &mut SqliteConnection, sha256: &[u8]) -> Result<String, Error> {
    sqlx::query_scalar!("SELECT reason FROM intake WHERE sha256 = $1", sha256)
        .fetch_optional(connection)
        .await?
        .ok_or(Error::NotFound("mail"))
}

/// Every mail that is not a request with the reason why, oldest first.
pub async fn ignored_mails(connection: &mut SqliteConnection) -> Result<Vec<(PendingMail, String)>, Error> {
    Ok(sqlx::query!(
        r#"SELECT sha256, account_id AS "account_id: AccountId", source AS "source: IntakeSource",
             received_at AS "received_at: Timestamp", stored_at AS "stored_at: Timestamp", reason
           FROM intake WHERE outcome = 'ignored' ORDER BY stored_at, sha256"#
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let mail = PendingMail {
            sha256: row.sha256,
            account_id: row.account_id,
            source: row.source,
            received_at: row.received_at,
            stored_at: row.stored_at,
        };
        (mail, row.reason)
    })
    .collect())
}

/// Says what became of a mail.
pub async fn record_outcome(
    connection: &mut SqliteConnection,
    sha256: &[u8],
    outcome: IntakeOutcome,
    reason: &str,
    message: Option<MessageId>,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE intake SET outcome = $2, reason = $3, message_id = $4, read_at = $5 WHERE sha256 = $1",
        sha256,
        outcome,
        reason,
        message,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The bytes of a stored mail, exactly as they came or left.
pub async fn raw(connection: &mut SqliteConnection, sha256: &[u8]) -> Result<Vec<u8>, Error> {
    let compressed = sqlx::query_scalar!("SELECT bytes FROM raw_mail WHERE sha256 = $1", sha256)
        .fetch_optional(connection)
        .await?
        .ok_or(Error::NotFound("mail"))?;
    zstd::decode_all(compressed.as_slice()).map_err(|_| StoreError::Damaged.into())
}

/// The hashes of stored mails in their order, from the one after `after` on; to go through all of them.
pub async fn raw_hashes(
    connection: &mut SqliteConnection,
    after: &[u8],
    limit: u32,
) -> Result<Vec<Vec<u8>>, Error> {
    Ok(sqlx::query_scalar!(
        "SELECT sha256 FROM raw_mail WHERE sha256 > $1 ORDER BY sha256 LIMIT $2",
        after,
        limit
    )
    .fetch_all(connection)
    .await?)
}
