//! What the window hears: committed changes, and files that hover over it or are dropped.

use quoin_core::change::Change;
use quoin_core::desk::Desk;
use quoin_core::id::RequestId;
use serde::Serialize;
use tauri::AppHandle;
use tokio::sync::broadcast::error::RecvError;

/// Something was committed; whoever shows it asks again.
#[derive(Debug, Clone, Serialize, specta::Type, tauri_specta::Event)]
pub struct Changed(pub Change);

/// Files over the window. Their paths stay in Rust; the drop's number stands for them.
#[derive(Debug, Clone, Serialize, specta::Type, tauri_specta::Event)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum FilesOverWindow {
    /// They hover, at a point in CSS pixels.
    Hover {
        /// From the left edge.
        x: i32,
        /// From the top edge.
        y: i32,
        /// How many files.
        count: u32,
    },
    /// They went away.
    Left,
    /// They were let go.
    Dropped {
        /// From the left edge.
        x: i32,
        /// From the top edge.
        y: i32,
        /// The drop's number.
        drop: u32,
        /// Their names.
        names: Vec<String>,
        /// Whether all are saved mails.
        all_mails: bool,
    },
}

/// A request that the window should show: a mail opened from the file manager, a notification.
#[derive(Debug, Clone, Serialize, specta::Type, tauri_specta::Event)]
pub struct ShowRequest(pub RequestId);

/// Tells the window every committed change of a workspace, until its desk is closed.
pub fn forward_changes(app: &AppHandle, desk: &Desk) {
    let app = app.clone();
    let mut changes = desk.changes();
    tauri::async_runtime::spawn(async move {
        loop {
            match changes.recv().await {
                Ok(change) => tell(&app, &Changed(change)),
                // Too far behind: whoever listens asks for everything again.
                Err(RecvError::Lagged(_)) => tell(&app, &Changed(Change::Settings)),
                Err(RecvError::Closed) => return,
            }
        }
    });
}

/// Shows the last of some requests.
pub fn show_last(app: &AppHandle, requests: &[RequestId]) {
    if let Some(request) = requests.last() {
        tell(app, &ShowRequest(*request));
    }
}

/// Sends an event to the window. A window that is not there hears nothing, and that is no error.
pub fn tell<E: tauri_specta::Event + Serialize + Clone>(app: &AppHandle, event: &E) {
    if let Err(error) = event.emit(app) {
        tracing::warn!(%error, "an event cannot be sent to the window");
    }
}
