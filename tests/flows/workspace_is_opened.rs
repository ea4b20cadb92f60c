//! A workspace is opened: by one program at a time, never by an older one, and never changed
//! without a copy.

use std::path::{Path, PathBuf};

use quoin_core::clock::Clock;
use quoin_core::db::{self, Database};
use quoin_core::desk::Desk;
use quoin_core::error::StoreError;
use quoin_core::secret::SecretStore;
use sqlx::{Connection, Executor, SqliteConnection};
use tempfile::TempDir;

use crate::letter::Letter;
use crate::office::{MONDAY, Office};

async fn open(folder: &Path) -> Result<Desk, StoreError> {
    Desk::open(folder, Clock::fixed(MONDAY), SecretStore::memory()).await
}

async fn closed_workspace() -> (TempDir, PathBuf) {
    let home = TempDir::new().unwrap();
    let workspace = home.path().join("new").join("workspace");
    let desk = open(&workspace).await.unwrap();
    desk.close().await;
    (home, workspace)
}

async fn database(workspace: &Path) -> SqliteConnection {
    SqliteConnection::connect(&format!("sqlite://{}", db::database_file(workspace).display())).await.unwrap()
}

#[tokio::test]
async fn a_second_program_is_told_which_process_has_it() {
    let office = Office::open().await;

    let refused = open(&office.workspace()).await.map(drop);

    assert!(
        matches!(&refused, Err(StoreError::Locked(pid)) if *pid == std::process::id().to_string()),
        "{refused:?}"
    );
}

#[tokio::test]
async fn it_is_free_again_once_it_was_closed() {
    let (_home, workspace) = closed_workspace().await;
    open(&workspace).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_starts_at_once_one_gets_it() {
    let (_home, workspace) = closed_workspace().await;
    let starts: Vec<_> = (0..20)
        .map(|_| {
            let workspace = workspace.clone();
            tokio::spawn(async move { open(&workspace).await })
        })
        .collect();
    let mut opened = Vec::new();
    for start in starts {
        match start.await.unwrap() {
            Ok(desk) => opened.push(desk),
            Err(error) => assert!(matches!(error, StoreError::Locked(_)), "{error:?}"),
        }
    }
    assert_eq!(opened.len(), 1);
}

#[tokio::test]
async fn what_a_newer_program_wrote_is_refused_and_left_alone() {
    let (_home, workspace) = closed_workspace().await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'future', 1, x'00', 0)";
    database(&workspace).await.execute(newer).await.unwrap();

    let refused = open(&workspace).await.map(drop);

    assert!(matches!(refused, Err(StoreError::NewerSchema)), "{refused:?}");
    let newest: i64 = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations")
        .fetch_one(&mut database(&workspace).await)
        .await
        .unwrap();
    assert_eq!(newest, 9999);
}

#[tokio::test]
async fn what_is_no_database_is_called_damaged_and_left_alone() {
    let home = TempDir::new().unwrap();
    let junk = b"this is not a database, but somebody's letter".repeat(200);
    std::fs::write(db::database_file(home.path()), &junk).unwrap();

    let refused = open(home.path()).await.map(drop);

    assert!(matches!(refused, Err(StoreError::Damaged)), "{refused:?}");
    assert!(std::fs::read(db::database_file(home.path())).unwrap() == junk);
}

#[tokio::test]
async fn it_keeps_its_promises() {
    let office = Office::open().await;
    let mut reader = office.desk.reader().await.unwrap();
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *reader).await.unwrap();
    assert_eq!(journal, "wal");
    assert!(sqlx::query("DELETE FROM setting").execute(&mut *reader).await.is_err(), "a reader cannot write");
    let mut write = office.desk.write().await.unwrap();
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut *write).await.unwrap();
    let foreign_keys: i64 = sqlx::query_scalar("PRAGMA foreign_keys").fetch_one(&mut *write).await.unwrap();
    let secure_delete: i64 = sqlx::query_scalar("PRAGMA secure_delete").fetch_one(&mut *write).await.unwrap();
    assert_eq!((synchronous, foreign_keys, secure_delete), (2, 1, 1));
}

#[tokio::test]
async fn a_backup_is_whole_and_opens() {
    let office = Office::open().await;
    office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let elsewhere = office.home().join("elsewhere");
    std::fs::create_dir(&elsewhere).unwrap();

    office.desk.database().back_up_to(&db::database_file(&elsewhere)).await.unwrap();

    let copy = Database::open(&elsewhere).await.unwrap();
    assert!(copy.is_sound().await.unwrap());
    let requests: i64 = sqlx::query_scalar("SELECT count(*) FROM request")
        .fetch_one(&mut database(&elsewhere).await)
        .await
        .unwrap();
    assert_eq!(requests, 1);
    assert!(
        std::fs::read_dir(&elsewhere).unwrap().all(|entry| !entry
            .unwrap()
            .file_name()
            .to_string_lossy()
            .contains("unfinished"))
    );
}

#[tokio::test]
async fn a_change_that_is_not_committed_is_neither_kept_nor_told() {
    let office = Office::open().await;
    let mut changes = office.desk.changes();

    let mut write = office.desk.write().await.unwrap();
    sqlx::query("DELETE FROM setting").execute(&mut *write).await.unwrap();
    write.changed(quoin_core::change::Change::Settings);
    drop(write);

    assert_eq!(office.count("SELECT count(*) FROM setting WHERE key = 'company'").await, 1);
    assert!(changes.try_recv().is_err());
    office.request_by_mail(Letter::from_sophie("Escalier")).await;
}
