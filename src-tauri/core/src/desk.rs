//! The handle through which everything in the core reaches its database, clock and secrets.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use tokio::sync::{Notify, broadcast};

use crate::change::Change;
use crate::clock::Clock;
use crate::db::Database;
use crate::error::{Error, StoreError};
use crate::id::UserId;
use crate::secret::SecretStore;
use crate::{mailbox, outbox, settings};

/// How many changes a slow listener may be behind before it has to ask for everything again.
const CHANGES_KEPT: usize = 1024;

/// An open workspace. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    database: Database,
    clock: Clock,
    secrets: SecretStore,
    changes: broadcast::Sender<Change>,
    fetch_waker: Notify,
    send_waker: Notify,
    /// Who claims work in the database on behalf of this process.
    process: String,
}

impl Desk {
    /// Opens a workspace folder, making it if there is none. What a process that is no more had
    /// claimed is free again: this one has the workspace alone.
    pub async fn open(folder: &Path, clock: Clock, secrets: SecretStore) -> Result<Self, StoreError> {
        let database = Database::open(folder).await?;
        let desk = Self(Arc::new(Inner {
            folder: folder.to_owned(),
            database,
            clock,
            secrets,
            changes: broadcast::channel(CHANGES_KEPT).0,
            fetch_waker: Notify::new(),
            send_waker: Notify::new(),
            process: format!("{}-{}", std::process::id(), uuid::Uuid::now_v7().simple()),
        }));
        desk.end_claims_of_the_dead().await?;
        Ok(desk)
    }

    async fn end_claims_of_the_dead(&self) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        mailbox::end_claims(&mut write).await?;
        outbox::end_claims(&mut write).await?;
        write.commit().await
    }

    /// The workspace folder.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// The database, for checks and backups.
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Where passwords are kept.
    pub fn secrets(&self) -> &SecretStore {
        &self.0.secrets
    }

    /// The name under which this process claims work.
    pub fn process(&self) -> &str {
        &self.0.process
    }

    /// A connection that only reads.
    pub async fn reader(&self) -> Result<PoolConnection<Sqlite>, StoreError> {
        Ok(self.0.database.readers.acquire().await?)
    }

    /// A write transaction; its changes are told once it is committed, or never.
    pub async fn write(&self) -> Result<Write<'_>, StoreError> {
        let transaction = self.0.database.writer.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Write { desk: self, transaction, changes: Vec::new() })
    }

    /// Hears every committed change from now on.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.0.changes.subscribe()
    }

    /// Lets the mailboxes be read now.
    pub fn wake_fetch(&self) {
        self.0.fetch_waker.notify_one();
    }

    /// Lets the outbox be looked at now.
    pub fn wake_send(&self) {
        self.0.send_waker.notify_one();
    }

    /// Both.
    pub fn wake_all(&self) {
        self.wake_fetch();
        self.wake_send();
    }

    /// Waits until the mailboxes shall be read.
    pub async fn fetch_woken(&self) {
        self.0.fetch_waker.notified().await;
    }

    /// Waits until the outbox shall be looked at.
    pub async fn send_woken(&self) {
        self.0.send_waker.notified().await;
    }

    /// The user who sits at this machine, if one was chosen.
    pub async fn current_user(&self) -> Result<Option<UserId>, Error> {
        Ok(settings::preferences(&mut *self.reader().await?).await?.current_user)
    }

    /// Closes the database; every clone is useless afterwards.
    pub async fn close(&self) {
        self.0.database.close().await;
    }
}

/// A write transaction together with what it changes.
pub struct Write<'a> {
    desk: &'a Desk,
    transaction: Transaction<'a, Sqlite>,
    changes: Vec<Change>,
}

impl Write<'_> {
    /// Notes what the transaction changes.
    pub fn changed(&mut self, change: Change) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    /// Commits, then tells the changes.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().await?;
        for change in self.changes {
            // Nobody listening is no error.
            let _ = self.desk.0.changes.send(change);
        }
        Ok(())
    }
}

impl Deref for Write<'_> {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        &self.transaction
    }
}

impl DerefMut for Write<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }
}
