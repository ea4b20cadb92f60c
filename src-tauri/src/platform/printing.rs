//! Printing. WebKitGTK shows no PDF and its `window.print()` is unreliable, so the document goes to
//! the system's own printing where there is one, else to its viewer, which can print.

use std::path::Path;

use serde::Serialize;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;
use tokio::process::Command;

use super::viewer::private_copy;
use crate::ipc_error::{ErrorCode, IpcError};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Printed {
    /// The default printer has it.
    SentToPrinter,
    /// The system's viewer shows it, to be printed from there.
    OpenedInViewer,
}

/// Prints a PDF on the default printer; where that is not possible, opens it in the viewer.
pub async fn print(app: &AppHandle, name: &str, pdf: &[u8]) -> Result<Printed, IpcError> {
    let copy = private_copy(app, name, pdf).await?;
    if send_to_printer(&copy).await {
        return Ok(Printed::SentToPrinter);
    }
    app.opener()
        .open_path(copy.to_string_lossy(), None::<&str>)
        .map_err(|_| IpcError::new(ErrorCode::File))?;
    Ok(Printed::OpenedInViewer)
}

/// CUPS on Linux and macOS: succeeds only where a default printer is set.
#[cfg(unix)]
async fn send_to_printer(copy: &Path) -> bool {
    let printed = Command::new("lp").arg("--").arg(copy).output().await;
    printed.is_ok_and(|output| output.status.success())
}

/// The shell's `print` verb on Windows: the program that shows PDFs prints it.
#[cfg(windows)]
async fn send_to_printer(copy: &Path) -> bool {
    let quoted = copy.to_string_lossy().replace('\'', "''");
    let printed = Command::new("powershell")
        .args(["-NoProfile", "-NonInteractive", "-Command"])
        .arg(format!("Start-Process -FilePath '{quoted}' -Verb Print"))
        .output()
        .await;
    printed.is_ok_and(|output| output.status.success())
}
