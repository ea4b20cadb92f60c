//! A file is shown in the system's viewer: a private copy, thrown away at a later start.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_opener::OpenerExt;
use tokio::fs;

use crate::ipc_error::{ErrorCode, IpcError};

/// Opens a copy of a file in the system's viewer.
pub async fn open(app: &AppHandle, name: &str, bytes: &[u8]) -> Result<(), IpcError> {
    let copy = private_copy(app, name, bytes).await?;
    app.opener().open_path(copy.to_string_lossy(), None::<&str>).map_err(|_| IpcError::new(ErrorCode::File))
}

/// Writes a copy under its own name into a folder of its own, so that two of one name do not meet.
pub async fn private_copy(app: &AppHandle, name: &str, bytes: &[u8]) -> Result<PathBuf, IpcError> {
    let of_file = |error: std::io::Error| IpcError::from(quoin_core::error::Error::from(error));
    let cache = app.path().app_cache_dir().map_err(|_| IpcError::new(ErrorCode::File))?;
    let folder = cache.join("opened").join(quoin_core::id::EventId::new().to_string());
    fs::create_dir_all(&folder).await.map_err(of_file)?;
    let copy = folder.join(quoin_core::intake::safe_file_name(name));
    fs::write(&copy, bytes).await.map_err(of_file)?;
    Ok(copy)
}

/// Throws the copies of earlier starts away.
pub fn forget_copies(app: &AppHandle) {
    let Ok(cache) = app.path().app_cache_dir() else { return };
    // Nothing there is the usual case, and a copy still open elsewhere stays until the next start.
    let _ = std::fs::remove_dir_all(cache.join("opened"));
}
