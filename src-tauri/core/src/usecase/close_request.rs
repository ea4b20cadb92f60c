//! A request's status is set by hand, or the request is deleted.

use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{self, EventKind, record};
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::id::RequestId;
use crate::request::{self, Status, StatusEvent, Waiting};
use crate::{outbox, search};

/// Puts a request into a status by hand. The reason stays with the request when it closes it.
pub async fn set_status(
    desk: &Desk,
    actor: Actor,
    id: RequestId,
    status: Status,
    reason: &str,
) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    let before = stored.status;
    if before == status {
        return Ok(());
    }
    stored.status = before.after(StatusEvent::SetByHand(status));
    stored.waiting = Waiting::after_our_action(status);
    stored.waiting_since = now;
    stored.activity_at = now;
    stored.proposal = None;
    stored.closed_reason = if status.is_closed() { reason.trim().to_owned() } else { String::new() };
    request::update(&mut write, &stored).await?;
    let detail = [("from", before.code()), ("to", status.code()), ("reason", reason.trim())];
    record(&mut write, id, actor, now, EventKind::StatusChanged, &detail).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}

/// Deletes a request with its conversation. One with a numbered quote stays: its number may not
/// leave a gap; it can be cancelled instead. One of which a mail is about to leave stays until it
/// has left or is taken back.
pub async fn delete_request(desk: &Desk, id: RequestId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    request::find(&mut write, id).await?;
    if request::has_issued_quote(&mut write, id).await? {
        return Err(Error::State(StateProblem::RequestHasIssuedQuote));
    }
    if outbox::is_leaving(&mut write, id).await? {
        return Err(Error::State(StateProblem::MailAlreadyLeaving));
    }
    search::forget_request(&mut write, id).await?;
    conversation::forget_rearrangements(&mut write, id).await?;
    request::delete(&mut write, id).await?;
    write.changed(Change::RequestDeleted(id));
    Ok(write.commit().await?)
}
