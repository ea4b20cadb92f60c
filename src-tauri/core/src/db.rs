//! The database: one writer, several readers, and the promises they keep.
//!
//! WAL with `synchronous=FULL`: what was committed survives a power cut. SQLite below 3.51.3 has
//! the WAL-reset bug (sqlite.org/wal.html#walresetbug), so the version is asserted at start.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::Connection as _;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use crate::error::StoreError;

/// The migrations, oldest first, each in its own transaction.
pub static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// SQLite below this loses data when a WAL is reset.
const LEAST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// How long a connection waits for a lock that another process holds, a backup for example.
const BUSY: Duration = Duration::from_secs(10);

/// How many readers there are beside the one writer.
const READERS: u32 = 3;

/// An open workspace database. Only one process has it.
#[derive(Debug)]
pub struct Database {
    /// The one connection that writes: SQLite has one writer at a time, and waiting for a
    /// connection is fair where waiting for a lock is not.
    pub(crate) writer: SqlitePool,
    /// Connections that only read.
    pub(crate) readers: SqlitePool,
    _lock: WorkspaceLock,
}

impl Database {
    /// Opens the database of a workspace folder, making it if there is none.
    ///
    /// Errors: `Locked` when another process has it, `NewerSchema` when a newer program wrote it,
    /// `Unsafe` when the library or a pragma is not as required.
    pub async fn open(workspace: &Path) -> Result<Self, StoreError> {
        let lock = WorkspaceLock::take(workspace)?;
        let file = database_file(workspace);
        let existed = file.exists();
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            // On a full disk SQLite rolls back by itself, and sqlx still counts a transaction: such a
            // connection is thrown away, or nothing could be written until the next start.
            .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
            .connect_with(options(&file).create_if_missing(true))
            .await?;
        assert_promises(&writer).await?;
        migrate(&MIGRATOR, &writer, workspace, existed).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options(&file).pragma("query_only", "ON"))
            .await?;
        Ok(Self { writer, readers, _lock: lock })
    }

    /// Closes every connection, so that the WAL is written back.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Whether a commit waits until the disk has it. It does, unless told otherwise for data that can be
    /// made anew; told to wait again, all that was written before is brought to the disk first.
    pub async fn wait_for_disk(&self, wait: bool) -> Result<(), StoreError> {
        let mut connection = self.writer.acquire().await?;
        if wait {
            sqlx::query("PRAGMA synchronous = FULL").execute(&mut *connection).await?;
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut *connection).await?;
        } else {
            sqlx::query("PRAGMA synchronous = OFF").execute(&mut *connection).await?;
        }
        Ok(())
    }

    /// Says whether the database is sound: SQLite's own check and the foreign keys.
    pub async fn is_sound(&self) -> Result<bool, StoreError> {
        let verdict: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&self.readers).await?;
        let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(&self.readers).await?;
        Ok(verdict == "ok" && orphans.is_empty())
    }

    /// Copies the database to a file: complete, checked, and only then under its name.
    pub async fn back_up_to(&self, target: &Path) -> Result<(), StoreError> {
        back_up(&self.writer, target).await
    }
}

/// The database file of a workspace folder.
pub fn database_file(workspace: &Path) -> PathBuf {
    workspace.join("quoin.db")
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .pragma("cache_size", "-16000")
        .optimize_on_close(true, None)
}

async fn assert_promises(writer: &SqlitePool) -> Result<(), StoreError> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(writer).await?;
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < LEAST_SQLITE {
        return Err(StoreError::Unsafe(format!("SQLite {version}")));
    }
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(writer).await?;
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(writer).await?;
    let foreign_keys: i64 = sqlx::query_scalar("PRAGMA foreign_keys").fetch_one(writer).await?;
    if (journal.as_str(), synchronous, foreign_keys) != ("wal", 2, 1) {
        return Err(StoreError::Unsafe(format!(
            "journal {journal}, synchronous {synchronous}, foreign keys {foreign_keys}"
        )));
    }
    Ok(())
}

async fn migrate(
    migrator: &Migrator,
    writer: &SqlitePool,
    workspace: &Path,
    existed: bool,
) -> Result<(), StoreError> {
    if existed && needs_migration(migrator, writer).await? {
        back_up(writer, &workspace.join("before-migration.db")).await?;
    }
    migrator.run(writer).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => StoreError::NewerSchema,
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        other => StoreError::Unsafe(other.to_string()),
    })
}

async fn needs_migration(migrator: &Migrator, writer: &SqlitePool) -> Result<bool, StoreError> {
    let applied: Result<i64, _> =
        sqlx::query_scalar("SELECT count(*) FROM _sqlx_migrations WHERE success").fetch_one(writer).await;
    // A database without the table was never finished: there is nothing in it to keep.
    Ok(applied.is_ok_and(|applied| applied > 0 && (applied as usize) < migrator.iter().count()))
}

async fn back_up(writer: &SqlitePool, target: &Path) -> Result<(), StoreError> {
    let unfinished = target.with_extension("unfinished");
    let _ = std::fs::remove_file(&unfinished);
    sqlx::query("VACUUM INTO $1").bind(unfinished.to_string_lossy().as_ref()).execute(writer).await?;
    let copy = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(SqliteConnectOptions::new().filename(&unfinished).read_only(true))
        .await?;
    let verdict: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&copy).await?;
    copy.close().await;
    if verdict != "ok" {
        return Err(StoreError::Damaged);
    }
    publish(&unfinished, target).map_err(|error| StoreError::Database(sqlx::Error::Io(error)))
}

/// Puts a finished file under its name: synced, renamed, and the folder synced after it.
fn publish(unfinished: &Path, target: &Path) -> std::io::Result<()> {
    File::open(unfinished)?.sync_all()?;
    std::fs::rename(unfinished, target)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// An exclusive lock on a workspace folder, held while its database is open.
#[derive(Debug)]
struct WorkspaceLock(#[allow(dead_code, reason = "the open file is the lock")] File);

impl WorkspaceLock {
    fn take(workspace: &Path) -> Result<Self, StoreError> {
        let io = |error| StoreError::Database(sqlx::Error::Io(error));
        std::fs::create_dir_all(workspace).map_err(io)?;
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(workspace.join("quoin.lock"))
            .map_err(io)?;
        match file.try_lock() {
            Ok(()) => {
                file.set_len(0).map_err(io)?;
                write!(file, "{}", std::process::id()).map_err(io)?;
                Ok(Self(file))
            }
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.rewind().and_then(|()| file.read_to_string(&mut holder));
                Err(StoreError::Locked(holder))
            }
            Err(TryLockError::Error(error)) => Err(io(error)),
        }
    }
}

#[cfg(test)]
mod tests;
