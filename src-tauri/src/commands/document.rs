//! Files on their way out of the program: saved, opened, printed, looked at.

use quoin_core::id::{AttachmentId, MessageId, QuoteId, RequestId};
use quoin_core::language::Language;
use quoin_core::usecase;
use tauri::{AppHandle, State};

use super::Answer;
use crate::ipc_error::IpcError;
use crate::platform::{dialogs, links, printing, viewer};
use crate::workspace::Workspace;

/// Saves a quote's PDF where the user says.
#[tauri::command]
#[specta::specta]
pub async fn quote_pdf_save(app: AppHandle, workspace: State<'_, Workspace>, id: QuoteId) -> Answer<()> {
    let document = usecase::quote_document(&workspace.desk().await, id).await?;
    dialogs::save_as(&app, &document.name, &document.bytes).await
}

/// Opens a quote's PDF in the system's viewer.
#[tauri::command]
#[specta::specta]
pub async fn quote_pdf_open(app: AppHandle, workspace: State<'_, Workspace>, id: QuoteId) -> Answer<()> {
    let document = usecase::quote_document(&workspace.desk().await, id).await?;
    viewer::open(&app, &document.name, &document.bytes).await
}

/// Prints a quote's PDF; where that is not possible directly, opens it in the system's viewer.
#[tauri::command]
#[specta::specta]
pub async fn quote_pdf_print(
    app: AppHandle,
    workspace: State<'_, Workspace>,
    id: QuoteId,
) -> Answer<printing::Printed> {
    let document = usecase::quote_document(&workspace.desk().await, id).await?;
    printing::print(&app, &document.name, &document.bytes).await
}

/// Prints a mail, labels and dates in a language; where that is not possible directly, opens it in the viewer.
#[tauri::command]
#[specta::specta]
pub async fn message_print(
    app: AppHandle,
    workspace: State<'_, Workspace>,
    id: MessageId,
    interface_language: Language,
) -> Answer<printing::Printed> {
    let document = usecase::message_document(&workspace.desk().await, id, interface_language).await?;
    printing::print(&app, &document.name, &document.bytes).await
}

/// Prints the mails of a conversation; its notes stay inside.
#[tauri::command]
#[specta::specta]
pub async fn conversation_print(
    app: AppHandle,
    workspace: State<'_, Workspace>,
    id: RequestId,
    interface_language: Language,
) -> Answer<printing::Printed> {
    let document = usecase::conversation_document(&workspace.desk().await, id, interface_language).await?;
    printing::print(&app, &document.name, &document.bytes).await
}

/// The bytes of an attachment that can be shown as a picture; refused for anything else.
#[tauri::command]
pub async fn attachment_picture(
    workspace: State<'_, Workspace>,
    id: AttachmentId,
) -> Result<tauri::ipc::Response, IpcError> {
    let picture = usecase::attachment_picture(&workspace.desk().await, id).await?;
    Ok(tauri::ipc::Response::new(picture))
}

/// Saves an attachment where the user says.
#[tauri::command]
#[specta::specta]
pub async fn attachment_save(
    app: AppHandle,
    workspace: State<'_, Workspace>,
    id: AttachmentId,
) -> Answer<()> {
    let file = usecase::attachment_file(&workspace.desk().await, id).await?;
    dialogs::save_as(&app, &file.name, &file.bytes).await
}

/// Opens an attachment in the system's viewer. One that could run a program is only saved.
#[tauri::command]
#[specta::specta]
pub async fn attachment_open(
    app: AppHandle,
    workspace: State<'_, Workspace>,
    id: AttachmentId,
) -> Answer<()> {
    let file = usecase::attachment_file(&workspace.desk().await, id).await?;
    if quoin_core::intake::is_dangerous_file(&file.name, &file.mime) {
        return dialogs::save_as(&app, &file.name, &file.bytes).await;
    }
    viewer::open(&app, &file.name, &file.bytes).await
}

/// The real host of a link in a mail, to be confirmed by the user; none if it may not be opened.
#[tauri::command]
#[specta::specta]
pub fn link_host(link: String) -> Option<String> {
    links::host(&link)
}

/// Opens a link that the user confirmed: https or mailto only.
#[tauri::command]
#[specta::specta]
pub fn link_open(app: AppHandle, link: String) -> Answer<()> {
    links::open(&app, &link)
}
