//! Today, reports, search.

use quoin_core::id::UserId;
use quoin_core::report::{self, ReportView, TodayView};
use quoin_core::search::{self, SearchHit};
use tauri::State;

use super::Answer;
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
