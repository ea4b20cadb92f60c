//! Quotes: editor, preview, finalising, deciding.

use quoin_core::id::{QuoteId, RequestId};
use quoin_core::language::Language;
use quoin_core::quote::{self, QuoteDetail, QuoteInput, QuoteRow, QuoteState, QuoteTotals};
use quoin_core::usecase;
use tauri::State;

use super::{Answer, acting_user};
use crate::workspace::Workspace;

/// Quotes, the latest first; at most `limit` after `after`.
#[tauri::command]
#[specta::specta]
pub async fn quote_list(
    workspace: State<'_, Workspace>,
    query: String,
    state: Option<QuoteState>,
    after: Option<QuoteId>,
    limit: u32,
) -> Answer<Vec<QuoteRow>> {
    let desk = workspace.desk().await;
    Ok(quote::list(&mut *desk.reader().await?, &query, state, after, limit.min(500)).await?)
}

/// A quote in the editor, its numbers as text in the interface's language.
#[tauri::command]
#[specta::specta]
pub async fn quote_detail(
    workspace: State<'_, Workspace>,
    id: QuoteId,
    interface_language: Language,
) -> Answer<QuoteDetail> {
    Ok(usecase::show_quote(&workspace.desk().await, id, interface_language).await?)
}

/// Begins a quote for a request, with the contact's data and the company's defaults.
#[tauri::command]
#[specta::specta]
pub async fn quote_create(workspace: State<'_, Workspace>, request: RequestId) -> Answer<QuoteId> {
    let desk = workspace.desk().await;
    Ok(usecase::create_quote(&desk, acting_user(&desk).await?, request).await?)
}

/// Works out what a quote as typed comes to, and says which fields cannot be read. Saves nothing.
#[tauri::command]
#[specta::specta]
pub fn quote_compute(input: QuoteInput, interface_language: Language) -> QuoteTotals {
    quote::compute(&input, interface_language)
}

/// Saves a draft as typed; fields that cannot be read keep their last readable value.
/// `revision` is the one the editor last got: a mismatch is refused.
#[tauri::command]
#[specta::specta]
pub async fn quote_save(
    workspace: State<'_, Workspace>,
    id: QuoteId,
    revision: u32,
    input: QuoteInput,
    interface_language: Language,
) -> Answer<QuoteDetail> {
    Ok(usecase::save_quote(&workspace.desk().await, id, revision, &input, interface_language).await?)
}

/// The very document: of a draft as saved, of a finalised quote its frozen bytes. A PDF.
#[tauri::command]
pub async fn quote_pdf(
    workspace: State<'_, Workspace>,
    id: QuoteId,
) -> Result<tauri::ipc::Response, crate::ipc_error::IpcError> {
    let document = usecase::quote_document(&workspace.desk().await, id).await?;
    Ok(tauri::ipc::Response::new(document.bytes))
}

/// Gives a draft its number and freezes it.
#[tauri::command]
#[specta::specta]
pub async fn quote_finalise(workspace: State<'_, Workspace>, id: QuoteId) -> Answer<QuoteDetail> {
    let desk = workspace.desk().await;
    Ok(usecase::finalise_quote(&desk, acting_user(&desk).await?, id).await?)
}

/// The customer said yes.
#[tauri::command]
#[specta::specta]
pub async fn quote_accept(workspace: State<'_, Workspace>, id: QuoteId, reason: String) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::accept_quote(&desk, acting_user(&desk).await?, id, &reason).await?)
}

/// The customer said no.
#[tauri::command]
#[specta::specta]
pub async fn quote_refuse(workspace: State<'_, Workspace>, id: QuoteId, reason: String) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::refuse_quote(&desk, acting_user(&desk).await?, id, &reason).await?)
}

/// Begins the next version of a finalised quote.
#[tauri::command]
#[specta::specta]
pub async fn quote_revise(workspace: State<'_, Workspace>, id: QuoteId) -> Answer<QuoteId> {
    let desk = workspace.desk().await;
    Ok(usecase::revise_quote(&desk, acting_user(&desk).await?, id).await?)
}

/// Deletes a draft.
#[tauri::command]
#[specta::specta]
pub async fn quote_discard(workspace: State<'_, Workspace>, id: QuoteId) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::discard_quote(&desk, acting_user(&desk).await?, id).await?)
}
