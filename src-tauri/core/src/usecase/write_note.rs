//! An internal note: it never leaves the program.

use sqlx::SqliteConnection;

use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{self, DraftKind, EventKind, NoteView, insert_note, record};
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::{NoteId, RequestId};
use crate::request;
use crate::search::{self, HitKind, SearchEntry};

/// Writes a note. Its draft is deleted in the same transaction.
pub async fn add_note(desk: &Desk, actor: Actor, id: RequestId, text: &str) -> Result<NoteId, Error> {
    if text.trim().is_empty() {
        return Err(Error::field("text", FieldProblem::Empty));
    }
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    let note = NoteView { id: NoteId::new(), at: now, user_id: actor.user(), text: text.trim().to_owned() };
    insert_note(&mut write, id, &note).await?;
    index_note(&mut write, id, &note).await?;
    stored.activity_at = now;
    request::update(&mut write, &stored).await?;
    record(&mut write, id, actor, now, EventKind::NoteAdded, &[]).await?;
    if let Some(draft) = conversation::draft_being_written(&mut write, id, DraftKind::Note).await? {
        conversation::delete_draft(&mut write, draft.id).await?;
    }
    write.changed(Change::Request(id));
    write.commit().await?;
    Ok(note.id)
}

/// Puts a note into the index.
pub(super) async fn index_note(
    connection: &mut SqliteConnection,
    request: RequestId,
    note: &NoteView,
) -> Result<(), Error> {
    let entry = SearchEntry {
        kind: HitKind::Note,
        item: note.id.uuid(),
        request: Some(request),
        at: note.at,
        title: "",
        body: &note.text,
    };
    search::index(connection, &entry).await
}
