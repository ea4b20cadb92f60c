//! Settings in the database. Each is stored as JSON over its defaults, so that a new field has its default.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;

use super::{
    Acknowledgement, Company, Numbering, Preferences, QuoteDefaults, TextPurpose, TextTemplate, User,
};
use crate::clock::Timestamp;
use crate::error::{Error, StoreError};
use crate::id::{TextTemplateId, UserId};
use crate::language::Language;

async fn load<T: Default + Serialize + DeserializeOwned>(
    connection: &mut SqliteConnection,
    key: &str,
) -> Result<T, Error> {
    let stored = sqlx::query_scalar!("SELECT value FROM setting WHERE key = $1", key)
        .fetch_optional(connection)
        .await?;
    let Some(stored) = stored else { return Ok(T::default()) };
    let (Ok(mut value), Ok(changes)) = (serde_json::to_value(T::default()), serde_json::from_str(&stored))
    else {
        return Err(StoreError::Damaged.into());
    };
    if let (serde_json::Value::Object(fields), serde_json::Value::Object(changes)) = (&mut value, changes) {
        fields.extend(changes);
    }
    serde_json::from_value(value).map_err(|_| StoreError::Damaged.into())
}

async fn save<T: Serialize>(connection: &mut SqliteConnection, key: &str, value: &T) -> Result<(), Error> {
    let value = serde_json::to_string(value).unwrap_or_default();
    sqlx::query!("INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
        .execute(connection)
        .await?;
    Ok(())
}

/// The company.
pub async fn company(connection: &mut SqliteConnection) -> Result<Company, Error> {
    load(connection, "company").await
}

/// Stores the company.
pub async fn store_company(connection: &mut SqliteConnection, company: &Company) -> Result<(), Error> {
    save(connection, "company", company).await
}

/// Numbering.
pub async fn numbering(connection: &mut SqliteConnection) -> Result<Numbering, Error> {
    load(connection, "numbering").await
}

/// Stores the numbering.
pub async fn store_numbering(connection: &mut SqliteConnection, numbering: &Numbering) -> Result<(), Error> {
    save(connection, "numbering", numbering).await
}

/// What a new quote begins with.
pub async fn quote_defaults(connection: &mut SqliteConnection) -> Result<QuoteDefaults, Error> {
    load(connection, "quote_defaults").await
}

/// Stores what a new quote begins with.
pub async fn store_quote_defaults(
    connection: &mut SqliteConnection,
    defaults: &QuoteDefaults,
) -> Result<(), Error> {
    save(connection, "quote_defaults", defaults).await
}

/// Whether and how new requests are acknowledged.
pub async fn acknowledgement(connection: &mut SqliteConnection) -> Result<Acknowledgement, Error> {
    load(connection, "acknowledgement").await
}

/// Stores whether and how new requests are acknowledged.
pub async fn store_acknowledgement(
    connection: &mut SqliteConnection,
    acknowledgement: &Acknowledgement,
) -> Result<(), Error> {
    save(connection, "acknowledgement", acknowledgement).await
}

/// Preferences.
pub async fn preferences(connection: &mut SqliteConnection) -> Result<Preferences, Error> {
    load(connection, "preferences").await
}

/// Stores the preferences.
pub async fn store_preferences(
    connection: &mut SqliteConnection,
    preferences: &Preferences,
) -> Result<(), Error> {
    save(connection, "preferences", preferences).await
}

/// The logo's bytes.
pub async fn logo(connection: &mut SqliteConnection) -> Result<Option<Vec<u8>>, Error> {
    Ok(sqlx::query_scalar!("SELECT bytes FROM logo WHERE id = 1").fetch_optional(connection).await?)
}

/// Stores the logo, or takes it away.
pub async fn store_logo(connection: &mut SqliteConnection, bytes: Option<&[u8]>) -> Result<(), Error> {
    match bytes {
        Some(bytes) => {
            sqlx::query!("INSERT INTO logo (id, bytes) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes", bytes)
                .execute(connection)
                .await?
        }
        None => sqlx::query!("DELETE FROM logo").execute(connection).await?,
    };
    Ok(())
}

/// The users, in the order they came.
pub async fn users(connection: &mut SqliteConnection) -> Result<Vec<User>, Error> {
    Ok(sqlx::query_as!(
        User,
        r#"SELECT id AS "id: UserId", name, initials, address, phone, active AS "active: bool" FROM user ORDER BY created_at, id"#
    )
    .fetch_all(connection)
    .await?)
}

/// One user.
pub async fn user(connection: &mut SqliteConnection, id: UserId) -> Result<User, Error> {
    users(connection).await?.into_iter().find(|user| user.id == id).ok_or(Error::NotFound("user"))
}

/// Stores a user, new or changed.
pub async fn store_user(connection: &mut SqliteConnection, user: &User, at: Timestamp) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO user (id, name, initials, address, phone, active, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, initials = excluded.initials, address = excluded.address,
             phone = excluded.phone, active = excluded.active",
        user.id,
        user.name,
        user.initials,
        user.address,
        user.phone,
        user.active,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The standard texts, by name.
pub async fn text_templates(connection: &mut SqliteConnection) -> Result<Vec<TextTemplate>, Error> {
    Ok(sqlx::query_as!(
        TextTemplate,
        r#"SELECT id AS "id: TextTemplateId", purpose AS "purpose: TextPurpose", language AS "language: Language", name, body
           FROM text_template ORDER BY name, id"#
    )
    .fetch_all(connection)
    .await?)
}

/// Stores a standard text, new or changed.
pub async fn store_text_template(
    connection: &mut SqliteConnection,
    text: &TextTemplate,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO text_template (id, purpose, language, name, body) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose, language = excluded.language, name = excluded.name, body = excluded.body",
        text.id,
        text.purpose,
        text.language,
        text.name,
        text.body,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes a standard text.
pub async fn delete_text_template(
    connection: &mut SqliteConnection,
    id: TextTemplateId,
) -> Result<(), Error> {
    sqlx::query!("DELETE FROM text_template WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// The next number of a sequence; taken for good when the transaction commits, so there are no gaps.
pub async fn take_number(connection: &mut SqliteConnection, kind: &str, year: i16) -> Result<u32, Error> {
    Ok(sqlx::query_scalar!(
        r#"INSERT INTO number_sequence (kind, year, next_number) VALUES ($1, $2, 2)
           ON CONFLICT (kind, year) DO UPDATE SET next_number = next_number + 1
           RETURNING next_number - 1 AS "number!: u32""#,
        kind,
        year,
    )
    .fetch_one(connection)
    .await?)
}

/// Makes the number given next at least this one: numbering goes on where another program, or
/// paper, stopped. A number that was given is never given again.
pub async fn start_numbers_at(
    connection: &mut SqliteConnection,
    kind: &str,
    year: i16,
    number: u32,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO number_sequence (kind, year, next_number) VALUES ($1, $2, $3)
         ON CONFLICT (kind, year) DO UPDATE SET next_number = max(next_number, excluded.next_number)",
        kind,
        year,
        number,
    )
    .execute(connection)
    .await?;
    Ok(())
}
