//! The full-text index. Entries are replaced in the transaction that changes what they index.

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{HitKind, SearchHit};
use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::RequestId;

/// How many words stand around a find.
const EXCERPT_WORDS: i64 = 14;

/// The FTS5 expression for what somebody typed: every word must be there, the last letters may be
/// missing. `None` for nothing.
pub fn expression(query: &str) -> Option<String> {
    let words: Vec<String> = query
        .split(|letter: char| !letter.is_alphanumeric() && !is_combining(letter))
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A search expression for what holds all words of one of these sets; of each word it has one of the spellings.
/// Words are letters and digits only.
pub fn any_set_of(sets: &[Vec<Vec<String>>]) -> Option<String> {
    let quoted = |spelling: &String| {
        let plain: String = spelling.chars().filter(|letter| letter.is_alphanumeric()).collect();
        format!("\"{plain}\"")
    };
    let one_of =
        |word: &Vec<String>| format!("({})", word.iter().map(quoted).collect::<Vec<_>>().join(" OR "));
    let all_of =
        |set: &Vec<Vec<String>>| format!("({})", set.iter().map(one_of).collect::<Vec<_>>().join(" AND "));
    let expressions: Vec<String> = sets.iter().filter(|set| !set.is_empty()).map(all_of).collect();
    (!expressions.is_empty()).then(|| expressions.join(" OR "))
}

/// An accent written as a character of its own (Unicode's block of combining diacritical marks): part of its word.
const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// What an entry of the index says.
#[derive(Debug)]
pub struct SearchEntry<'a> {
    /// What it is.
    pub kind: HitKind,
    /// Its id.
    pub item: Uuid,
    /// The request it belongs to.
    pub request: Option<RequestId>,
    /// When it was written.
    pub at: Timestamp,
    /// Its title.
    pub title: &'a str,
    /// Its text.
    pub body: &'a str,
}

/// Puts an entry into the index, in place of an older one of the same item.
pub async fn index(connection: &mut SqliteConnection, entry: &SearchEntry<'_>) -> Result<(), Error> {
    let number = sqlx::query_scalar!(
        "INSERT INTO search_entry (kind, item, request_id, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (item) DO UPDATE SET request_id = excluded.request_id, at = excluded.at
         RETURNING number",
        entry.kind,
        entry.item,
        entry.request,
        entry.at,
    )
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query!("DELETE FROM search WHERE rowid = $1", number).execute(&mut *connection).await?;
    sqlx::query!(
        "INSERT INTO search (rowid, title, body) VALUES ($1, $2, $3)",
        number,
        entry.title,
        entry.body
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Lets an entry belong to another request.
pub async fn move_entry(
    connection: &mut SqliteConnection,
    item: Uuid,
    request: RequestId,
) -> Result<(), Error> {
    sqlx::query!("UPDATE search_entry SET request_id = $2 WHERE item = $1", item, request)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes an item out of the index.
pub async fn forget(connection: &mut SqliteConnection, item: Uuid) -> Result<(), Error> {
    let number = sqlx::query_scalar!(
        r#"DELETE FROM search_entry WHERE item = $1 RETURNING number AS "number!""#,
        item
    )
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(number) = number {
        sqlx::query!("DELETE FROM search WHERE rowid = $1", number).execute(connection).await?;
    }
    Ok(())
}

/// Takes everything of a request out of the index.
pub async fn forget_request(connection: &mut SqliteConnection, request: RequestId) -> Result<(), Error> {
    sqlx::query!(
        "DELETE FROM search WHERE rowid IN (SELECT number FROM search_entry WHERE request_id = $1)",
        request
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("DELETE FROM search_entry WHERE request_id = $1", request).execute(connection).await?;
    Ok(())
}

/// What matches, best first; titles weigh more than texts.
pub async fn find(
    connection: &mut SqliteConnection,
    query: &str,
    limit: u32,
) -> Result<Vec<SearchHit>, Error> {
    let Some(words) = expression(query) else { return Ok(Vec::new()) };
    // Sorted by the index itself, so that an excerpt is made of what is returned only.
    // `coalesce`: a column of a virtual table has no declared type, and the macro (sqlx 0.9) dies on that.
    Ok(sqlx::query_as!(
        SearchHit,
        r#"SELECT e.kind AS "kind: HitKind", e.item AS "id: Uuid", e.request_id AS "request_id: RequestId",
             coalesce(s.title, '') AS "title!: String", snippet(search, 1, char(8296), char(8297), '…', $2) AS "excerpt!: String",
             e.at AS "at: Timestamp"
           FROM search s JOIN search_entry e ON e.number = s.rowid
           WHERE search MATCH $1 AND rank MATCH 'bm25(4.0, 1.0)'
           ORDER BY rank LIMIT $3"#,
        words,
        EXCERPT_WORDS,
        limit,
    )
    .fetch_all(connection)
    .await?)
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn what_somebody_types_is_never_an_operator() {
        assert_eq!(
            expression("salle \"bain\" OR -x").as_deref(),
            Some("\"salle\"* \"bain\"* \"OR\"* \"x\"*")
        );
        assert_eq!(expression("  *\"( "), None);
    }
}
