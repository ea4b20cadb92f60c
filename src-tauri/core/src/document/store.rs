//! Documents in the database.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Error;

/// A file on its way out of the program: a document or an attachment.
#[derive(Debug, Clone)]
pub struct DocumentFile {
    /// A safe name.
    pub name: String,
    /// The media type.
    pub mime: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Stores a document, once.
pub async fn insert(
    connection: &mut SqliteConnection,
    sha256: &[u8],
    file: &DocumentFile,
    pages: u32,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO document (sha256, name, bytes, pages, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sha256) DO NOTHING",
        sha256,
        file.name,
        file.bytes,
        pages,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The document with a hash.
pub async fn find(connection: &mut SqliteConnection, sha256: &[u8]) -> Result<DocumentFile, Error> {
    sqlx::query!("SELECT name, bytes FROM document WHERE sha256 = $1", sha256)
        .fetch_optional(connection)
        .await?
        .map(|row| DocumentFile { name: row.name, mime: "application/pdf".into(), bytes: row.bytes })
        .ok_or(Error::NotFound("document"))
}

/// How many pages the documents of a request's quotes have, by hash.
pub async fn pages(connection: &mut SqliteConnection, sha256: &[u8]) -> Result<u32, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT pages AS "pages: u32" FROM document WHERE sha256 = $1"#, sha256)
        .fetch_optional(connection)
        .await?
        .unwrap_or(0))
}

/// The hashes of all documents.
pub async fn hashes(connection: &mut SqliteConnection) -> Result<Vec<Vec<u8>>, Error> {
    Ok(sqlx::query_scalar!("SELECT sha256 FROM document ORDER BY sha256").fetch_all(connection).await?)
}
