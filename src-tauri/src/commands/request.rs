//! Requests: list, detail, and what is done to them.

use quoin_core::id::{ContactId, RequestId, UserId};
use quoin_core::request::{
    self, NewRequest, Proposal, RequestCursor, RequestDetail, RequestFilter, RequestPage, Status,
};
use quoin_core::usecase;
use tauri::State;

use super::{Answer, acting_user};
use crate::workspace::Workspace;

/// Some rows of the list, after a cursor.
#[tauri::command]
#[specta::specta]
pub async fn request_list(
    workspace: State<'_, Workspace>,
    filter: RequestFilter,
    after: Option<RequestCursor>,
    limit: u32,
) -> Answer<RequestPage> {
    let desk = workspace.desk().await;
    Ok(request::page(&mut *desk.reader().await?, &filter, after, limit.min(500)).await?)
}

/// Everything about one request except its conversation.
#[tauri::command]
#[specta::specta]
pub async fn request_detail(workspace: State<'_, Workspace>, id: RequestId) -> Answer<RequestDetail> {
    Ok(usecase::show_request(&workspace.desk().await, id).await?)
}

/// A request taken by phone or at the counter.
#[tauri::command]
#[specta::specta]
pub async fn request_create(workspace: State<'_, Workspace>, request: NewRequest) -> Answer<RequestId> {
    let desk = workspace.desk().await;
    Ok(usecase::take_request(&desk, acting_user(&desk).await?, request).await?)
}

/// Puts a request into a status by hand, with an optional reason.
#[tauri::command]
#[specta::specta]
pub async fn request_set_status(
    workspace: State<'_, Workspace>,
    id: RequestId,
    status: Status,
    reason: String,
) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::set_status(&desk, acting_user(&desk).await?, id, status, &reason).await?)
}

/// Undoes the latest status set by hand.
#[tauri::command]
#[specta::specta]
pub async fn request_take_back_status(workspace: State<'_, Workspace>, id: RequestId) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::take_back_status(&desk, acting_user(&desk).await?, id).await?)
}

/// Gives a request to a salesperson, or to nobody.
#[tauri::command]
#[specta::specta]
pub async fn request_assign(
    workspace: State<'_, Workspace>,
    id: RequestId,
    user: Option<UserId>,
) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::assign(&desk, acting_user(&desk).await?, id, user).await?)
}

/// Marks a request as looked at, or not.
#[tauri::command]
#[specta::specta]
pub async fn request_mark_read(workspace: State<'_, Workspace>, id: RequestId, read: bool) -> Answer<()> {
    Ok(usecase::mark_read(&workspace.desk().await, id, read).await?)
}

/// Says who really asks. Replies then go to them.
#[tauri::command]
#[specta::specta]
pub async fn request_correct_requester(
    workspace: State<'_, Workspace>,
    id: RequestId,
    name: String,
    address: String,
) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::correct_requester(&desk, acting_user(&desk).await?, id, &name, &address).await?)
}

/// Changes what a request is about.
#[tauri::command]
#[specta::specta]
pub async fn request_rename(workspace: State<'_, Workspace>, id: RequestId, subject: String) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::rename_request(&desk, acting_user(&desk).await?, id, &subject).await?)
}

/// Judges the answer that the program proposes: `None` puts the proposal away.
#[tauri::command]
#[specta::specta]
pub async fn request_judge_answer(
    workspace: State<'_, Workspace>,
    id: RequestId,
    judgement: Option<Proposal>,
    reason: String,
) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::judge_answer(&desk, acting_user(&desk).await?, id, judgement, &reason).await?)
}

/// Links a request to a contact, or to none.
#[tauri::command]
#[specta::specta]
pub async fn request_link_contact(
    workspace: State<'_, Workspace>,
    id: RequestId,
    contact: Option<ContactId>,
) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::link_contact(&desk, acting_user(&desk).await?, id, contact).await?)
}

/// Deletes a request with its conversation. Refused once it has a numbered quote.
#[tauri::command]
#[specta::specta]
pub async fn request_delete(workspace: State<'_, Workspace>, id: RequestId) -> Answer<()> {
    Ok(usecase::delete_request(&workspace.desk().await, id).await?)
}
