//! Today, reports, search.

use quoin_core::id::{RequestId, UserId};
use quoin_core::report::{self, IgnoredMail, ReportView, TodayView};
use quoin_core::search::{self, SearchHit};
use quoin_core::usecase;
use tauri::State;

use super::{Answer, acting_user};
use crate::workspace::Workspace;

/// What to do today, for one user or the whole team.
#[tauri::command]
#[specta::specta]
pub async fn today(workspace: State<'_, Workspace>, user: Option<UserId>) -> Answer<TodayView> {
    let desk = workspace.desk().await;
    Ok(report::today(&mut *desk.reader().await?, desk.clock(), user).await?)
}

/// How the company fared over the last twelve months.
#[tauri::command]
#[specta::specta]
pub async fn reports(workspace: State<'_, Workspace>) -> Answer<ReportView> {
    let desk = workspace.desk().await;
    Ok(report::last_year(&mut *desk.reader().await?, desk.clock()).await?)
}

/// Full text over everything, best first.
#[tauri::command]
#[specta::specta]
pub async fn search(workspace: State<'_, Workspace>, query: String, limit: u32) -> Answer<Vec<SearchHit>> {
    let desk = workspace.desk().await;
    Ok(search::find(&mut *desk.reader().await?, &query, limit.min(200)).await?)
}

/// Mail that arrived and is not a request, latest first.
#[tauri::command]
#[specta::specta]
pub async fn ignored_mail(workspace: State<'_, Workspace>, limit: u32) -> Answer<Vec<IgnoredMail>> {
    let desk = workspace.desk().await;
    Ok(report::ignored(&mut *desk.reader().await?, limit.min(500)).await?)
}

/// Makes a request of a mail that was not one. `sha256` is its identity.
#[tauri::command]
#[specta::specta]
pub async fn ignored_mail_to_request(workspace: State<'_, Workspace>, sha256: String) -> Answer<RequestId> {
    let desk = workspace.desk().await;
    Ok(usecase::make_request_of_mail(&desk, acting_user(&desk).await?, &sha256).await?)
}
