//! What was moved by hand between conversations is written down, so that it can be put back.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::{RearrangementId, RequestId};

/// Something moved by hand.
#[derive(Debug, Clone)]
pub struct Rearrangement {
    /// Its identity.
    pub id: RearrangementId,
    /// The request that things were taken from.
    pub source: RequestId,
    /// The request that they came to.
    pub target: RequestId,
    /// All that is needed to put them back; written and read by who moves them.
    pub content: String,
    /// When.
    pub at: Timestamp,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

/// What a hand moved, as the screens get it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, specta::Type)]
pub struct Rearranged {
    /// With this it can be put back.
    pub id: RearrangementId,
    /// The request that things came to.
    pub request: RequestId,
}

/// Writes down what was moved.
pub async fn insert_rearrangement(
    connection: &mut SqliteConnection,
    moved: &Rearrangement,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO rearrangement (id, source_id, target_id, content, at) VALUES ($1, $2, $3, $4, $5)",
        moved.id,
        moved.source,
        moved.target,
        moved.content,
        moved.at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What was moved, by its identity.
pub async fn find_rearrangement(
    connection: &mut SqliteConnection,
    id: RearrangementId,
) -> Result<Rearrangement, Error> {
    sqlx::query_as!(
        Rearrangement,
        r#"SELECT id AS "id: RearrangementId", source_id AS "source: RequestId", target_id AS "target: RequestId", content,
             at AS "at: Timestamp", undone_at AS "undone_at: Timestamp"
           FROM rearrangement WHERE id = $1"#,
        id
    )
    .fetch_optional(connection)
    .await?
    .ok_or(Error::NotFound("rearrangement"))
}

/// Forgets what was moved before an instant: it can no longer be put back.
pub async fn forget_rearrangements_before(
    connection: &mut SqliteConnection,
    at: Timestamp,
) -> Result<u64, Error> {
    let forgotten = sqlx::query!("DELETE FROM rearrangement WHERE at < $1", at).execute(connection).await?;
    Ok(forgotten.rows_affected())
}

/// Notes that it was taken back; what was needed for that is forgotten.
pub async fn mark_undone(
    connection: &mut SqliteConnection,
    id: RearrangementId,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!("UPDATE rearrangement SET undone_at = $2, content = '' WHERE id = $1", id, at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets what was moved from or to a request that is deleted for good.
pub async fn forget_rearrangements(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), Error> {
    sqlx::query!("DELETE FROM rearrangement WHERE source_id = $1 OR target_id = $1", request)
        .execute(connection)
        .await?;
    Ok(())
}
