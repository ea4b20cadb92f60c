//! Every row of a workspace as text, to say that two states are the same.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, Row, SqliteConnection};

/// The rows of each table, in an order of their own. Timelines are told apart, for they only grow; what a
/// program keeps for itself (the number given next, what can be undone) is left out.
pub async fn all_rows(connection: &mut SqliteConnection) -> BTreeMap<String, Vec<String>> {
    let own = ["event", "rearrangement", "number_sequence", "_sqlx_migrations", "search_entry"];
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%' AND name <> 'search'",
    )
    .fetch_all(&mut *connection)
    .await
    .unwrap();
    let mut dump = BTreeMap::new();
    for table in tables.into_iter().filter(|table| !own.contains(&table.as_str())) {
        dump.insert(table.clone(), rows(connection, &format!("SELECT * FROM {table}")).await);
    }
    let found = "SELECT e.kind, e.item, e.request_id, e.at, coalesce(s.title, ''), coalesce(s.body, '') FROM search_entry e JOIN search s ON s.rowid = e.number";
    dump.insert("search".into(), rows(connection, found).await);
    dump
}

/// The entries of all timelines.
pub async fn timelines(connection: &mut SqliteConnection) -> Vec<String> {
    rows(connection, "SELECT * FROM event").await
}

async fn rows(connection: &mut SqliteConnection, query: &str) -> Vec<String> {
    let rows = sqlx::query(AssertSqlSafe(query.to_owned())).fetch_all(connection).await.unwrap();
    let mut texts: Vec<String> = rows
        .iter()
        .map(|row| {
            (0..row.len())
                .map(|column| {
                    let bytes = row.try_get_unchecked::<Option<Vec<u8>>, _>(column);
                    format!(
                        "{:?}",
                        bytes.map(|bytes| bytes
                            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned() + &hex(&bytes)))
                    )
                })
                .collect::<Vec<_>>()
                .join("|")
        })
        .collect();
    texts.sort();
    texts
}

fn hex(bytes: &[u8]) -> String {
    if bytes.len() > 64 { String::new() } else { bytes.iter().map(|byte| format!("{byte:02x}")).collect() }
}

/// Says which rows are gone or new.
pub fn assert_same(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<String>>) {
    for (table, rows) in before {
        let now = &after[table];
        let gone: Vec<_> = rows.iter().filter(|row| !now.contains(row)).collect();
        let new: Vec<_> = now.iter().filter(|row| !rows.contains(row)).collect();
        assert!(gone.is_empty() && new.is_empty(), "{table}\n was {gone:#?}\n is {new:#?}");
    }
}
