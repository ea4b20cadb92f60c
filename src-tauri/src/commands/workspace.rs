//! The workspace: which one is open, and the first start.

use quoin_core::settings::Preferences;
use serde::Serialize;
use tauri::{AppHandle, State};

use super::Answer;
use crate::workspace::{Workspace, WorkspaceKind};

/// What the window needs before its first screen.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct WorkspaceView {
    /// The user's own, or the one with sample data.
    pub kind: WorkspaceKind,
    /// Whether the first start still has to be shown: no company name yet.
    pub first_start: bool,
    /// The company's name.
    pub company_name: String,
    /// Preferences.
    pub preferences: Preferences,
    /// The system's language, as a BCP 47 tag.
    pub system_language: String,
    /// The program's version.
    pub version: String,
}

/// What the window needs before its first screen.
#[tauri::command]
#[specta::specta]
pub async fn workspace_state(workspace: State<'_, Workspace>) -> Answer<WorkspaceView> {
    workspace.view().await
}

/// Opens the workspace with sample data, making it anew if there is none. Nothing of it leaves the machine.
#[tauri::command]
#[specta::specta]
pub async fn workspace_open_demo(app: AppHandle, workspace: State<'_, Workspace>) -> Answer<WorkspaceView> {
    workspace.open_demo(&app).await?;
    workspace.view().await
}

/// Opens the user's own workspace.
#[tauri::command]
#[specta::specta]
pub async fn workspace_open_own(app: AppHandle, workspace: State<'_, Workspace>) -> Answer<WorkspaceView> {
    workspace.open_own(&app).await?;
    workspace.view().await
}
