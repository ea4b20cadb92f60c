//! Migrations: a sound copy first, and all or nothing.

use std::borrow::Cow;

use sqlx::migrate::{Migration, MigrationType};

use super::*;

/// The migrator of a program one version newer than this one.
fn next_version(sql: &'static str) -> Migrator {
    let mut migrations: Vec<Migration> = MIGRATOR.iter().cloned().collect();
    let version = migrations.last().unwrap().version + 1;
    let next =
        Migration::new(version, "next".into(), MigrationType::Simple, sqlx::SqlStr::from_static(sql), false);
    migrations.push(next);
    Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT }
}

async fn workspace_of_this_version() -> (tempfile::TempDir, SqlitePool) {
    let home = tempfile::TempDir::new().unwrap();
    let database = Database::open(home.path()).await.unwrap();
    sqlx::query("INSERT INTO setting (key, value) VALUES ('kept', 'yes')")
        .execute(&database.writer)
        .await
        .unwrap();
    database.close().await;
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options(&database_file(home.path())))
        .await
        .unwrap();
    (home, writer)
}

async fn kept(pool: &SqlitePool) -> String {
    sqlx::query_scalar("SELECT value FROM setting WHERE key = 'kept'").fetch_one(pool).await.unwrap()
}

#[tokio::test]
async fn before_a_migration_a_sound_copy_is_made() {
    let (home, writer) = workspace_of_this_version().await;

    migrate(&next_version("CREATE TABLE later (id INTEGER) STRICT"), &writer, home.path(), true)
        .await
        .unwrap();

    assert_eq!(kept(&writer).await, "yes");
    let copy = home.path().join("before-migration.db");
    let copy =
        SqlitePool::connect_with(SqliteConnectOptions::new().filename(copy).read_only(true)).await.unwrap();
    assert_eq!(kept(&copy).await, "yes");
    assert!(
        sqlx::query("SELECT * FROM later").fetch_optional(&copy).await.is_err(),
        "it is as it was before"
    );
}

#[tokio::test]
async fn a_migration_that_fails_changes_nothing_and_the_copy_is_there() {
    let (home, writer) = workspace_of_this_version().await;
    let half =
        "CREATE TABLE later (id INTEGER) STRICT; UPDATE setting SET value = 'no'; SELECT no_such_function()";

    let failed = migrate(&next_version(half), &writer, home.path(), true).await;

    assert!(failed.is_err());
    assert_eq!(kept(&writer).await, "yes");
    assert!(home.path().join("before-migration.db").exists());
    writer.close().await;
    Database::open(home.path()).await.unwrap();
}

#[tokio::test]
async fn without_a_migration_no_copy_is_made() {
    let (home, writer) = workspace_of_this_version().await;

    migrate(&MIGRATOR, &writer, home.path(), true).await.unwrap();

    assert!(!home.path().join("before-migration.db").exists());
}
