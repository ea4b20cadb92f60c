//! Conversations: entries, notes, drafts, replies.

use quoin_core::conversation::{DraftKind, DraftText, DraftView, Entry, Rearranged};
use quoin_core::id::{
    AttachmentId, DraftId, MessageId, NoteId, OutboxId, QuoteId, RearrangementId, RequestId,
};
use quoin_core::outbox::OutboxRow;
use quoin_core::usecase;
use tauri::{AppHandle, State};

use super::{Answer, acting_user};
use crate::platform::{dialogs, dropped::DroppedFiles};
use crate::workspace::Workspace;

/// The entries of a conversation, oldest first.
#[tauri::command]
#[specta::specta]
pub async fn conversation_entries(workspace: State<'_, Workspace>, id: RequestId) -> Answer<Vec<Entry>> {
    Ok(usecase::show_conversation(&workspace.desk().await, id).await?)
}

/// The sanitised HTML of a mail, for the sandboxed frame; empty if it has none.
#[tauri::command]
#[specta::specta]
pub async fn message_html(workspace: State<'_, Workspace>, id: MessageId) -> Answer<String> {
    Ok(usecase::message_html(&workspace.desk().await, id).await?)
}

/// Saves the mail exactly as it came, where the user says.
#[tauri::command]
#[specta::specta]
pub async fn message_export(app: AppHandle, workspace: State<'_, Workspace>, id: MessageId) -> Answer<()> {
    let mail = usecase::message_source(&workspace.desk().await, id).await?;
    dialogs::save_as(&app, "message.eml", &mail).await
}

/// Makes a request of a message or, `following`, of it and all that came after it.
#[tauri::command]
#[specta::specta]
pub async fn message_split(
    workspace: State<'_, Workspace>,
    id: MessageId,
    following: bool,
) -> Answer<Rearranged> {
    let desk = workspace.desk().await;
    Ok(usecase::split_request(&desk, acting_user(&desk).await?, id, following).await?)
}

/// Moves a message, with the quote it carries, into another request.
#[tauri::command]
#[specta::specta]
pub async fn message_move(
    workspace: State<'_, Workspace>,
    id: MessageId,
    to: RequestId,
) -> Answer<Rearranged> {
    let desk = workspace.desk().await;
    Ok(usecase::move_message(&desk, acting_user(&desk).await?, id, to).await?)
}

/// Merges a request into another.
#[tauri::command]
#[specta::specta]
pub async fn request_merge(
    workspace: State<'_, Workspace>,
    id: RequestId,
    into: RequestId,
) -> Answer<Rearranged> {
    let desk = workspace.desk().await;
    Ok(usecase::merge_requests(&desk, acting_user(&desk).await?, id, into).await?)
}

/// Puts back what was split, merged or moved, and says to which request.
#[tauri::command]
#[specta::specta]
pub async fn rearrangement_undo(workspace: State<'_, Workspace>, id: RearrangementId) -> Answer<RequestId> {
    let desk = workspace.desk().await;
    Ok(usecase::undo_rearrangement(&desk, acting_user(&desk).await?, id).await?)
}

/// Reads a message again as a forward by one of us.
#[tauri::command]
#[specta::specta]
pub async fn message_take_as_forward(workspace: State<'_, Workspace>, id: MessageId) -> Answer<Rearranged> {
    let desk = workspace.desk().await;
    Ok(usecase::take_as_forward(&desk, acting_user(&desk).await?, id).await?)
}

/// Writes an internal note.
#[tauri::command]
#[specta::specta]
pub async fn note_add(workspace: State<'_, Workspace>, id: RequestId, text: String) -> Answer<NoteId> {
    let desk = workspace.desk().await;
    Ok(usecase::add_note(&desk, acting_user(&desk).await?, id, &text).await?)
}

/// The draft of a kind for a request: what was being written, else a new one with its recipients
/// and standard text filled in.
#[tauri::command]
#[specta::specta]
pub async fn draft_open(
    workspace: State<'_, Workspace>,
    id: RequestId,
    kind: DraftKind,
    quote: Option<QuoteId>,
) -> Answer<DraftView> {
    let desk = workspace.desk().await;
    Ok(usecase::open_draft(&desk, acting_user(&desk).await?, id, kind, quote).await?)
}

/// Saves a draft as it stands.
#[tauri::command]
#[specta::specta]
pub async fn draft_save(workspace: State<'_, Workspace>, id: DraftId, text: DraftText) -> Answer<()> {
    Ok(usecase::save_draft(&workspace.desk().await, id, &text).await?)
}

/// Throws a draft away.
#[tauri::command]
#[specta::specta]
pub async fn draft_discard(workspace: State<'_, Workspace>, id: DraftId) -> Answer<()> {
    Ok(usecase::discard_draft(&workspace.desk().await, id).await?)
}

/// Lets the user pick files and adds them to a draft.
#[tauri::command]
#[specta::specta]
pub async fn draft_attach_picked(
    app: AppHandle,
    workspace: State<'_, Workspace>,
    id: DraftId,
) -> Answer<DraftView> {
    let files = dialogs::pick_files(&app).await?;
    Ok(usecase::attach_files(&workspace.desk().await, id, &files).await?)
}

/// Adds the files of a drop to a draft. `drop` is the number that the drop event carried.
#[tauri::command]
#[specta::specta]
pub async fn draft_attach_dropped(
    workspace: State<'_, Workspace>,
    dropped: State<'_, DroppedFiles>,
    id: DraftId,
    drop: u32,
) -> Answer<DraftView> {
    let files = dropped.take(drop);
    Ok(usecase::attach_files(&workspace.desk().await, id, &files).await?)
}

/// Takes a file out of a draft.
#[tauri::command]
#[specta::specta]
pub async fn draft_detach(workspace: State<'_, Workspace>, id: AttachmentId) -> Answer<DraftView> {
    Ok(usecase::detach_file(&workspace.desk().await, id).await?)
}

/// Sends a draft: it is committed to the outbox and may leave once the time to take it back is over.
#[tauri::command]
#[specta::specta]
pub async fn draft_send(workspace: State<'_, Workspace>, id: DraftId) -> Answer<OutboxId> {
    let desk = workspace.desk().await;
    Ok(usecase::send_draft(&desk, acting_user(&desk).await?, id).await?)
}

/// Makes requests of the saved mails among the files of a drop; says which requests.
#[tauri::command]
#[specta::specta]
pub async fn mail_import_dropped(
    workspace: State<'_, Workspace>,
    dropped: State<'_, DroppedFiles>,
    drop: u32,
) -> Answer<Vec<RequestId>> {
    let files = dropped.take(drop);
    Ok(usecase::import_mail_files(&workspace.desk().await, &files).await?)
}

/// Lets the user pick saved mails and makes requests of them.
#[tauri::command]
#[specta::specta]
pub async fn mail_import_picked(app: AppHandle, workspace: State<'_, Workspace>) -> Answer<Vec<RequestId>> {
    let files = dialogs::pick_mails(&app).await?;
    Ok(usecase::import_mail_files(&workspace.desk().await, &files).await?)
}

/// Mail on its way out, and mail that needs the user.
#[tauri::command]
#[specta::specta]
pub async fn outbox_list(workspace: State<'_, Workspace>) -> Answer<Vec<OutboxRow>> {
    Ok(usecase::list_outbox(&workspace.desk().await).await?)
}

/// Takes a mail back while it may not leave yet; its draft is there again.
#[tauri::command]
#[specta::specta]
pub async fn outbox_take_back(workspace: State<'_, Workspace>, id: OutboxId) -> Answer<DraftId> {
    let desk = workspace.desk().await;
    Ok(usecase::take_back(&desk, acting_user(&desk).await?, id).await?)
}

/// Lets a waiting mail leave at once.
#[tauri::command]
#[specta::specta]
pub async fn outbox_send_now(workspace: State<'_, Workspace>, id: OutboxId) -> Answer<()> {
    Ok(usecase::send_now(&workspace.desk().await, id).await?)
}

/// Sends again what was refused or is uncertain: the same bytes with the same Message-ID.
#[tauri::command]
#[specta::specta]
pub async fn outbox_send_again(workspace: State<'_, Workspace>, id: OutboxId) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::send_again(&desk, acting_user(&desk).await?, id).await?)
}

/// The user knows that an uncertain mail arrived.
#[tauri::command]
#[specta::specta]
pub async fn outbox_confirm_sent(workspace: State<'_, Workspace>, id: OutboxId) -> Answer<()> {
    let desk = workspace.desk().await;
    Ok(usecase::confirm_sent(&desk, acting_user(&desk).await?, id).await?)
}
