//! Mailboxes in the database, with their cursors and the raw mails they brought.

use sqlx::SqliteConnection;

use super::{AccountKind, AccountMode, AccountView, ConnectionSecurity};
use crate::clock::Timestamp;
use crate::error::{Error, FieldProblem, StoreError};
use crate::id::{AccountId, FolderId};

/// A mailbox as stored.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// What the user calls it.
    pub name: String,
    /// What it is.
    pub kind: AccountKind,
    /// What it is for.
    pub mode: AccountMode,
    /// Its address.
    pub address: String,
    /// The name that recipients see.
    pub display_name: String,
    /// IMAP server.
    pub imap_host: String,
    /// IMAP port.
    pub imap_port: i64,
    /// IMAP security.
    pub imap_security: ConnectionSecurity,
    /// SMTP server.
    pub smtp_host: String,
    /// SMTP port.
    pub smtp_port: i64,
    /// SMTP security.
    pub smtp_security: ConnectionSecurity,
    /// Login.
    pub user_name: String,
    /// The environment variable that holds the password, instead of the keyring.
    pub password_env: Option<String>,
    /// The watched IMAP folder.
    pub folder_name: String,
    /// The directory of a mailbox of kind folder.
    pub folder_path: String,
    /// When it was last read with success.
    pub last_fetch_at: Option<Timestamp>,
    /// The code of the failure since.
    pub last_error_code: Option<String>,
    /// When that was.
    pub last_error_at: Option<Timestamp>,
}

/// Stores a new mailbox. A name that another one has is a field error.
pub async fn insert_account(
    connection: &mut SqliteConnection,
    account: &Account,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO account (id, name, kind, mode, address, display_name, imap_host, imap_port, imap_security, smtp_host,
             smtp_port, smtp_security, user_name, password_env, folder_name, folder_path, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        account.id,
        account.name,
        account.kind,
        account.mode,
        account.address,
        account.display_name,
        account.imap_host,
        account.imap_port,
        account.imap_security,
        account.smtp_host,
        account.smtp_port,
        account.smtp_security,
        account.user_name,
        account.password_env,
        account.folder_name,
        account.folder_path,
        at,
    )
    .execute(connection)
    .await
    .map_err(|error| match error.as_database_error() {
        Some(database) if database.is_unique_violation() => Error::field("name", FieldProblem::Taken),
        _ => error.into(),
    })?;
    Ok(())
}

/// All mailboxes, in the order they were added.
pub async fn accounts(connection: &mut SqliteConnection) -> Result<Vec<Account>, Error> {
    Ok(sqlx::query_as!(
        Account,
        r#"SELECT id AS "id: AccountId", name, kind AS "kind: AccountKind", mode AS "mode: AccountMode", address, display_name,
             imap_host, imap_port, imap_security AS "imap_security: ConnectionSecurity", smtp_host, smtp_port,
             smtp_security AS "smtp_security: ConnectionSecurity", user_name, password_env, folder_name, folder_path,
             last_fetch_at AS "last_fetch_at: Timestamp", last_error_code, last_error_at AS "last_error_at: Timestamp"
           FROM account ORDER BY created_at, id"#
    )
    .fetch_all(connection)
    .await?)
}

/// One mailbox.
pub async fn account(connection: &mut SqliteConnection, id: AccountId) -> Result<Account, Error> {
    accounts(connection).await?.into_iter().find(|account| account.id == id).ok_or(Error::NotFound("mailbox"))
}

/// The mailbox with a name.
pub async fn account_named(connection: &mut SqliteConnection, name: &str) -> Result<Account, Error> {
    accounts(connection)
        .await?
        .into_iter()
        .find(|account| account.name == name)
        .ok_or(Error::NotFound("mailbox"))
}

/// Since when a mailbox is watched.
pub async fn watched_since(connection: &mut SqliteConnection, id: AccountId) -> Result<Timestamp, Error> {
    sqlx::query_scalar!(r#"SELECT created_at AS "at: Timestamp" FROM account WHERE id = $1"#, id)
        .fetch_optional(connection)
        .await?
        .ok_or(Error::NotFound("mailbox"))
}

/// Deletes a mailbox with its cursors. What it brought and what left through it stays.
pub async fn delete_account(connection: &mut SqliteConnection, id: AccountId) -> Result<(), Error> {
    sqlx::query!("DELETE FROM account WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// Whether the outbox holds mail of a mailbox of which it is not yet known what became of it.
pub async fn has_waiting_mail(connection: &mut SqliteConnection, id: AccountId) -> Result<bool, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE account_id = $1 AND state NOT IN ('sent', 'refused')
             AND NOT (purpose = 'automatic' AND state = 'uncertain')) AS "waiting: bool""#,
        id
    )
    .fetch_one(connection)
    .await?)
}

/// Notes that a mailbox was read with success.
pub async fn record_fetch(
    connection: &mut SqliteConnection,
    id: AccountId,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE account SET last_fetch_at = $2, last_error_code = NULL, last_error_at = NULL WHERE id = $1",
        id,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes that a mailbox could not be read.
pub async fn record_failure(
    connection: &mut SqliteConnection,
    id: AccountId,
    code: &str,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!("UPDATE account SET last_error_code = $2, last_error_at = $3 WHERE id = $1", id, code, at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Claims a mailbox for reading until an instant; false when another process has it.
pub async fn claim_account(
    connection: &mut SqliteConnection,
    id: AccountId,
    process: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, Error> {
    let claimed = sqlx::query!(
        "UPDATE account SET claimed_by = $2, claimed_until = $4 WHERE id = $1 AND (claimed_by IS NULL OR claimed_by = $2 OR claimed_until < $3)",
        id,
        process,
        now,
        until,
    )
    .execute(connection)
    .await?
    .rows_affected();
    Ok(claimed == 1)
}

/// Ends a claim of one's own: the mailbox has been read.
pub async fn release_account(
    connection: &mut SqliteConnection,
    id: AccountId,
    process: &str,
) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE account SET claimed_by = NULL, claimed_until = 0 WHERE id = $1 AND claimed_by = $2",
        id,
        process
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends every claim on a mailbox: for a process that knows that it is the only one.
pub async fn end_claims(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query!("UPDATE account SET claimed_by = NULL, claimed_until = 0 WHERE claimed_by IS NOT NULL")
        .execute(connection)
        .await?;
    Ok(())
}

/// A watched folder and how far it has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderCursor {
    /// The folder.
    pub id: FolderId,
    /// The UIDVALIDITY to which `next_uid` belongs; 0 when it was never read.
    pub uid_validity: u32,
    /// Every UID below has been stored.
    pub next_uid: u32,
}

/// The cursor of a mailbox's folder, made if there is none.
pub async fn folder_cursor(
    connection: &mut SqliteConnection,
    account: AccountId,
    name: &str,
) -> Result<FolderCursor, Error> {
    let id = FolderId::new();
    sqlx::query!("INSERT INTO folder (id, account_id, name) VALUES ($1, $2, $3) ON CONFLICT (account_id, name) DO NOTHING", id, account, name)
        .execute(&mut *connection)
        .await?;
    Ok(sqlx::query_as!(
        FolderCursor,
        r#"SELECT id AS "id: FolderId", uid_validity AS "uid_validity: u32", next_uid AS "next_uid: u32"
           FROM folder WHERE account_id = $1 AND name = $2"#,
        account,
        name,
    )
    .fetch_one(connection)
    .await?)
}

/// Moves a cursor; in the same transaction as the mails it stands for.
pub async fn move_cursor(connection: &mut SqliteConnection, cursor: FolderCursor) -> Result<(), Error> {
    sqlx::query!(
        "UPDATE folder SET uid_validity = $2, next_uid = $3 WHERE id = $1",
        cursor.id,
        cursor.uid_validity,
        cursor.next_uid
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The places where mails of a folder have been seen.
pub async fn locators(
    connection: &mut SqliteConnection,
    folder: FolderId,
) -> Result<std::collections::HashSet<String>, Error> {
    Ok(sqlx::query_scalar!("SELECT locator FROM mail_location WHERE folder_id = $1", folder)
        .fetch_all(connection)
        .await?
        .into_iter()
        .collect())
}

/// Forgets the place of a mail that is no longer there, so that another mail can have it.
pub async fn forget_location(
    connection: &mut SqliteConnection,
    folder: FolderId,
    locator: &str,
) -> Result<(), Error> {
    sqlx::query!("DELETE FROM mail_location WHERE folder_id = $1 AND locator = $2", folder, locator)
        .execute(connection)
        .await?;
    Ok(())
}

/// Notes where a stored mail was seen.
pub async fn insert_location(
    connection: &mut SqliteConnection,
    folder: FolderId,
    uid_validity: u32,
    locator: &str,
    sha256: &[u8],
    truncated: bool,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO mail_location (folder_id, uid_validity, locator, sha256, truncated, seen_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (folder_id, uid_validity, locator) DO NOTHING",
        folder,
        uid_validity,
        locator,
        sha256,
        truncated,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

impl From<&Account> for AccountView {
    fn from(account: &Account) -> Self {
        let server =
            |host: &str, port: i64| if host.is_empty() { String::new() } else { format!("{host}:{port}") };
        Self {
            id: account.id,
            name: account.name.clone(),
            kind: account.kind,
            mode: account.mode,
            address: account.address.clone(),
            display_name: account.display_name.clone(),
            imap: server(&account.imap_host, account.imap_port),
            smtp: server(&account.smtp_host, account.smtp_port),
            folder: match account.kind {
                AccountKind::Imap => account.folder_name.clone(),
                AccountKind::Folder => account.folder_path.clone(),
            },
            last_fetch_at: account.last_fetch_at,
            last_error: account.last_error_code.clone(),
            last_error_at: account.last_error_at,
        }
    }
}
