//! Settings, users, standard texts.

use quoin_core::id::{TextTemplateId, UserId};
use quoin_core::language::Language;
use quoin_core::settings::{
    Acknowledgement, AcknowledgementText, Company, Numbering, Preferences, QuoteDefaults, SettingsView,
    TextTemplateInput, UserInput,
};
use quoin_core::usecase;
use tauri::{AppHandle, State};

use super::Answer;
use crate::ipc_error::IpcError;
use crate::platform::dialogs;
use crate::workspace::Workspace;

/// Everything that can be set, except mailboxes.
#[tauri::command]
#[specta::specta]
pub async fn settings(workspace: State<'_, Workspace>) -> Answer<SettingsView> {
    Ok(usecase::show_settings(&workspace.desk().await).await?)
}

/// Saves the company.
#[tauri::command]
#[specta::specta]
pub async fn settings_save_company(workspace: State<'_, Workspace>, company: Company) -> Answer<()> {
    Ok(usecase::save_company(&workspace.desk().await, company).await?)
}

/// Lets the user pick a logo: a PNG or JPEG picture.
#[tauri::command]
#[specta::specta]
pub async fn settings_pick_logo(app: AppHandle, workspace: State<'_, Workspace>) -> Answer<()> {
    let bytes = dialogs::pick_picture(&app).await?;
    Ok(usecase::save_logo(&workspace.desk().await, Some(bytes)).await?)
}

/// Takes the logo away.
#[tauri::command]
#[specta::specta]
pub async fn settings_remove_logo(workspace: State<'_, Workspace>) -> Answer<()> {
    Ok(usecase::save_logo(&workspace.desk().await, None).await?)
}

/// The logo's bytes; empty without one.
#[tauri::command]
pub async fn settings_logo(workspace: State<'_, Workspace>) -> Result<tauri::ipc::Response, IpcError> {
    let logo = usecase::logo(&workspace.desk().await).await?;
    Ok(tauri::ipc::Response::new(logo.unwrap_or_default()))
}

/// Saves the patterns of numbers.
#[tauri::command]
#[specta::specta]
pub async fn settings_save_numbering(workspace: State<'_, Workspace>, numbering: Numbering) -> Answer<()> {
    Ok(usecase::save_numbering(&workspace.desk().await, numbering).await?)
}

/// Saves what a new quote begins with.
#[tauri::command]
#[specta::specta]
pub async fn settings_save_quote_defaults(
    workspace: State<'_, Workspace>,
    defaults: QuoteDefaults,
) -> Answer<()> {
    Ok(usecase::save_quote_defaults(&workspace.desk().await, defaults).await?)
}

/// Saves whether and how new requests are acknowledged.
#[tauri::command]
#[specta::specta]
pub async fn settings_save_acknowledgement(
    workspace: State<'_, Workspace>,
    acknowledgement: Acknowledgement,
) -> Answer<()> {
    Ok(usecase::save_acknowledgement(&workspace.desk().await, acknowledgement).await?)
}

/// How the words of an acknowledgement would read for a customer; nothing is saved.
#[tauri::command]
#[specta::specta]
pub async fn acknowledgement_preview(
    workspace: State<'_, Workspace>,
    language: Language,
    text: AcknowledgementText,
) -> Answer<AcknowledgementText> {
    Ok(usecase::preview_acknowledgement(&workspace.desk().await, language, &text).await?)
}

/// Saves the preferences.
#[tauri::command]
#[specta::specta]
pub async fn settings_save_preferences(
    workspace: State<'_, Workspace>,
    preferences: Preferences,
) -> Answer<()> {
    Ok(usecase::save_preferences(&workspace.desk().await, preferences).await?)
}

/// Saves a user; without an id, a new one.
#[tauri::command]
#[specta::specta]
pub async fn user_save(
    workspace: State<'_, Workspace>,
    id: Option<UserId>,
    user: UserInput,
) -> Answer<UserId> {
    Ok(usecase::save_user(&workspace.desk().await, id, user).await?)
}

/// Saves a standard text; without an id, a new one.
#[tauri::command]
#[specta::specta]
pub async fn text_template_save(
    workspace: State<'_, Workspace>,
    id: Option<TextTemplateId>,
    template: TextTemplateInput,
) -> Answer<TextTemplateId> {
    Ok(usecase::save_text_template(&workspace.desk().await, id, template).await?)
}

/// Deletes a standard text.
#[tauri::command]
#[specta::specta]
pub async fn text_template_delete(workspace: State<'_, Workspace>, id: TextTemplateId) -> Answer<()> {
    Ok(usecase::delete_text_template(&workspace.desk().await, id).await?)
}

/// A standard text with its placeholders filled in for a request.
#[tauri::command]
#[specta::specta]
pub async fn text_template_fill(
    workspace: State<'_, Workspace>,
    id: TextTemplateId,
    request: quoin_core::id::RequestId,
) -> Answer<String> {
    Ok(usecase::fill_text_template(&workspace.desk().await, id, request).await?)
}
