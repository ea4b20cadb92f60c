//! Drafts go along. A request has one of a kind: where the other has one already, the words go below it.

use serde::{Deserialize, Serialize};

use super::super::save_draft::{append_words, take_words};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::conversation::{self, Draft, DraftText};
use crate::desk::Write;
use crate::error::Error;
use crate::id::{AttachmentId, DraftId, RequestId};

/// A draft whose words and files went into another.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct JoinedDraft {
    /// As it was.
    gone: Draft,
    /// Where its files stood.
    files: Vec<(AttachmentId, i64)>,
    /// The draft that took its words.
    into: DraftId,
    before: DraftText,
    before_at: Timestamp,
    after: DraftText,
}

/// Takes a draft along; says what was joined, if anything.
pub(super) async fn carry(
    write: &mut Write<'_>,
    actor: Actor,
    now: Timestamp,
    id: DraftId,
    from: RequestId,
    to: RequestId,
) -> Result<Option<JoinedDraft>, Error> {
    let draft = conversation::find_draft(write, id).await?;
    let Some(other) = conversation::draft_being_written(write, to, draft.kind).await? else {
        conversation::move_draft(write, id, from, to).await?;
        return Ok(None);
    };
    let files = conversation::draft_attachment_places(write, id).await?;
    if let Some(words) = take_words(write, actor, draft.clone(), other.id).await? {
        append_words(write, other.id, &words, now).await?;
    }
    let after = conversation::find_draft(write, other.id).await?.text;
    Ok(Some(JoinedDraft {
        gone: draft,
        files,
        into: other.id,
        before: other.text,
        before_at: other.updated_at,
        after,
    }))
}

impl JoinedDraft {
    /// Whether it is this draft.
    pub(super) fn is(&self, id: DraftId) -> bool {
        self.gone.id == id
    }

    /// Puts the draft back. The other gives the words back unless somebody went on writing in it.
    pub(super) async fn part_again(&self, write: &mut Write<'_>) -> Result<(), Error> {
        if conversation::draft_being_written(write, self.gone.request_id, self.gone.kind).await?.is_some() {
            return Ok(());
        }
        conversation::insert_draft(write, &self.gone).await?;
        for (file, position) in &self.files {
            conversation::place_draft_attachment(write, *file, self.gone.id, *position).await?;
        }
        match conversation::find_draft(write, self.into).await {
            Ok(other) if other.outbox_id.is_none() && other.text == self.after => {
                conversation::update_draft(write, self.into, &self.before, self.before_at).await
            }
            Ok(_) | Err(Error::NotFound(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
