//! Dialogs of the system, opened from Rust: the window never sees a path.

use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

use crate::ipc_error::{ErrorCode, IpcError};

/// Lets the user pick files to attach.
pub async fn pick_files(app: &AppHandle) -> Result<Vec<PathBuf>, IpcError> {
    paths(ask(|answer| app.dialog().file().pick_files(answer)).await?)
}

/// Lets the user pick saved mails.
pub async fn pick_mails(app: &AppHandle) -> Result<Vec<PathBuf>, IpcError> {
    paths(ask(|answer| app.dialog().file().add_filter("EML", &["eml"]).pick_files(answer)).await?)
}

/// Lets the user pick a picture; its bytes.
pub async fn pick_picture(app: &AppHandle) -> Result<Vec<u8>, IpcError> {
    let dialog = app.dialog().file().add_filter("PNG, JPEG", &["png", "jpg", "jpeg"]);
    let file = ask(|answer| dialog.pick_file(answer)).await?;
    read(&path(file)?).await
}

/// Lets the user pick a folder; its path as text, to be shown.
pub async fn pick_folder(app: &AppHandle) -> Result<String, IpcError> {
    let folder = ask(|answer| app.dialog().file().pick_folder(answer)).await?;
    Ok(path(folder)?.to_string_lossy().into_owned())
}

/// Saves bytes where the user says.
pub async fn save_as(app: &AppHandle, name: &str, bytes: &[u8]) -> Result<(), IpcError> {
    let dialog: FileDialogBuilder<_> = app.dialog().file().set_file_name(name);
    let file = ask(|answer| dialog.save_file(answer)).await?;
    tokio::fs::write(path(file)?, bytes).await.map_err(of_file)
}

/// Asks the system, and waits for the person. Closing the dialog is an answer, too.
async fn ask<T: Send + 'static>(open: impl FnOnce(Box<dyn FnOnce(Option<T>) + Send>)) -> Result<T, IpcError> {
    let (answer, answered) = oneshot::channel();
    open(Box::new(move |picked| {
        // The command may be gone with its window.
        let _ = answer.send(picked);
    }));
    answered.await.ok().flatten().ok_or_else(|| IpcError::new(ErrorCode::Dismissed))
}

fn path(file: FilePath) -> Result<PathBuf, IpcError> {
    file.into_path().map_err(|_| IpcError::new(ErrorCode::File))
}

fn paths(files: Vec<FilePath>) -> Result<Vec<PathBuf>, IpcError> {
    files.into_iter().map(path).collect()
}

async fn read(path: &std::path::Path) -> Result<Vec<u8>, IpcError> {
    tokio::fs::read(path).await.map_err(of_file)
}

fn of_file(error: std::io::Error) -> IpcError {
    quoin_core::error::Error::from(error).into()
}
