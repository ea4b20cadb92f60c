//! The catalogue.

use quoin_core::id::ProductId;
use quoin_core::product::{self, Product, ProductInput};
use quoin_core::usecase;
use tauri::State;

use super::Answer;
use crate::workspace::Workspace;

/// Catalogue items that match some words, by title.
#[tauri::command]
#[specta::specta]
pub async fn product_list(
    workspace: State<'_, Workspace>,
    query: String,
    limit: u32,
) -> Answer<Vec<Product>> {
    let desk = workspace.desk().await;
    Ok(product::list(&mut *desk.reader().await?, &query, limit.min(1000)).await?)
}

/// Saves a catalogue item; without an id, a new one.
#[tauri::command]
#[specta::specta]
pub async fn product_save(
    workspace: State<'_, Workspace>,
    id: Option<ProductId>,
    product: ProductInput,
) -> Answer<ProductId> {
    Ok(usecase::save_product(&workspace.desk().await, id, &product).await?)
}

/// Takes an item out of the catalogue; quotes that hold it keep it.
#[tauri::command]
#[specta::specta]
pub async fn product_remove(workspace: State<'_, Workspace>, id: ProductId) -> Answer<()> {
    Ok(usecase::remove_product(&workspace.desk().await, id).await?)
}
