//! Contacts.

use quoin_core::contact::{self, Contact, ContactDetails, ContactKind, ContactRow};
use quoin_core::id::{ContactId, RequestId};
use quoin_core::intake::Field;
use quoin_core::request::LikelyContact;
use quoin_core::usecase;
use tauri::State;

use super::{Answer, acting_user};
use crate::workspace::Workspace;

/// Contacts by name, of one kind or both, that match some words; at most `limit` after `after`.
#[tauri::command]
#[specta::specta]
pub async fn contact_list(
    workspace: State<'_, Workspace>,
    query: String,
    kind: Option<ContactKind>,
    after: Option<ContactId>,
    limit: u32,
) -> Answer<Vec<ContactRow>> {
    let desk = workspace.desk().await;
    Ok(contact::list(&mut *desk.reader().await?, &query, kind, after, limit.min(500)).await?)
}

/// One contact.
#[tauri::command]
#[specta::specta]
pub async fn contact_detail(workspace: State<'_, Workspace>, id: ContactId) -> Answer<Contact> {
    let desk = workspace.desk().await;
    Ok(contact::find(&mut *desk.reader().await?, id).await?)
}

/// What a new prospect of a request would be: filled in from its mail, to be checked by the user.
#[tauri::command]
#[specta::specta]
pub async fn contact_suggest(workspace: State<'_, Workspace>, request: RequestId) -> Answer<ContactDetails> {
    Ok(usecase::suggest_prospect(&workspace.desk().await, request).await?)
}

/// Takes found facts of a request into its contact: all into what is empty, or one in place of what is there.
/// Says how many were taken.
#[tauri::command]
#[specta::specta]
pub async fn contact_take_found(
    workspace: State<'_, Workspace>,
    request: RequestId,
    only: Option<Field>,
) -> Answer<u32> {
    let only = only.as_ref().map(|field| (field.kind.as_str(), field.value.as_str()));
    Ok(usecase::take_found(&workspace.desk().await, request, only).await?)
}

/// Contacts that may be the same as one, most likely first.
#[tauri::command]
#[specta::specta]
pub async fn contact_duplicates(
    workspace: State<'_, Workspace>,
    id: ContactId,
) -> Answer<Vec<LikelyContact>> {
    Ok(usecase::likely_duplicates(&workspace.desk().await, id).await?)
}

/// Creates a contact and, given a request, links it.
#[tauri::command]
#[specta::specta]
pub async fn contact_create(
    workspace: State<'_, Workspace>,
    details: ContactDetails,
    request: Option<RequestId>,
) -> Answer<ContactId> {
    let desk = workspace.desk().await;
    Ok(usecase::create_contact(&desk, acting_user(&desk).await?, details, request).await?)
}

/// Changes a contact.
#[tauri::command]
#[specta::specta]
pub async fn contact_save(
    workspace: State<'_, Workspace>,
    id: ContactId,
    details: ContactDetails,
) -> Answer<()> {
    Ok(usecase::save_contact(&workspace.desk().await, id, details).await?)
}

/// Merges `other` into `kept`: nothing of either is lost.
#[tauri::command]
#[specta::specta]
pub async fn contact_merge(workspace: State<'_, Workspace>, kept: ContactId, other: ContactId) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::merge_contacts(&desk, acting_user(&desk).await?, kept, other).await?)
}
