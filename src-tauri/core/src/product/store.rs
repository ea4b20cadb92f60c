//! The catalogue in the database.

use sqlx::SqliteConnection;

use super::Product;
use crate::clock::Timestamp;
use crate::error::Error;
use crate::id::ProductId;
use crate::money::{BasisPoints, UnitPrice};

/// Stores an item, new or changed.
pub async fn save(connection: &mut SqliteConnection, product: &Product, at: Timestamp) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO product (id, code, title, details, unit, unit_price, unit_cost, vat_rate, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (id) DO UPDATE SET code = excluded.code, title = excluded.title, details = excluded.details,
             unit = excluded.unit, unit_price = excluded.unit_price, unit_cost = excluded.unit_cost, vat_rate = excluded.vat_rate",
        product.id,
        product.code,
        product.title,
        product.details,
        product.unit,
        product.unit_price,
        product.unit_cost,
        product.vat_rate,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes an item out of the catalogue.
pub async fn remove(connection: &mut SqliteConnection, id: ProductId) -> Result<(), Error> {
    sqlx::query!("UPDATE product SET active = 0 WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// Items whose code or title holds the words, by title.
pub async fn list(connection: &mut SqliteConnection, query: &str, limit: u32) -> Result<Vec<Product>, Error> {
    let pattern = format!("%{}%", query.trim().replace(['%', '_'], ""));
    Ok(sqlx::query_as!(
        Product,
        r#"SELECT id AS "id: ProductId", code, title, details, unit, unit_price AS "unit_price: UnitPrice",
             unit_cost AS "unit_cost: UnitPrice", vat_rate AS "vat_rate: BasisPoints"
           FROM product WHERE active = 1 AND (title LIKE $1 OR code LIKE $1 OR details LIKE $1)
           ORDER BY title, id LIMIT $2"#,
        pattern,
        limit,
    )
    .fetch_all(connection)
    .await?)
}
