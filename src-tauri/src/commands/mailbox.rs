//! Mailboxes.

use quoin_core::id::AccountId;
use quoin_core::mailbox::{NewAccount, SyncView};
use quoin_core::secret::Secret;
use quoin_core::usecase;
use tauri::{AppHandle, State};

use super::Answer;
use crate::platform::dialogs;
use crate::workspace::Workspace;

/// How the mailboxes stand.
#[tauri::command]
#[specta::specta]
pub async fn mailbox_status(workspace: State<'_, Workspace>) -> Answer<SyncView> {
    Ok(usecase::sync_status(&workspace.desk().await).await?)
}

/// Checks a mailbox, keeps its password in the keyring and begins to watch it.
#[tauri::command]
#[specta::specta]
pub async fn mailbox_add(
    workspace: State<'_, Workspace>,
    account: NewAccount,
    password: String,
) -> Answer<AccountId> {
    Ok(usecase::connect_mailbox(&workspace.desk().await, account, Secret::new(password)).await?)
}

/// Gives a mailbox a new password, after checking it.
#[tauri::command]
#[specta::specta]
pub async fn mailbox_set_password(
    workspace: State<'_, Workspace>,
    id: AccountId,
    password: String,
) -> Answer<()> {
    Ok(usecase::change_password(&workspace.desk().await, id, Secret::new(password)).await?)
}

/// Checks a mailbox as it is.
#[tauri::command]
#[specta::specta]
pub async fn mailbox_check(workspace: State<'_, Workspace>, id: AccountId) -> Answer<()> {
    Ok(usecase::check_mailbox(&workspace.desk().await, id).await?)
}

/// Stops watching a mailbox and forgets its password. Requests stay.
#[tauri::command]
#[specta::specta]
pub async fn mailbox_remove(workspace: State<'_, Workspace>, id: AccountId) -> Answer<()> {
    Ok(usecase::remove_mailbox(&workspace.desk().await, id).await?)
}

/// Lets the user pick the folder of a mailbox on this machine.
#[tauri::command]
#[specta::specta]
pub async fn mailbox_pick_folder(app: AppHandle) -> Answer<String> {
    dialogs::pick_folder(&app).await
}

/// Reads all mailboxes and sends what waits, now.
#[tauri::command]
#[specta::specta]
pub async fn mailbox_sync_now(workspace: State<'_, Workspace>) -> Answer<()> {
    workspace.desk().await.wake_all();
    Ok(())
}
