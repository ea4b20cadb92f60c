//! A request's status is set by hand, or the request is deleted.

use serde::{Deserialize, Serialize};

use super::acknowledge::withdraw_waiting;
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, EventKind, newest_event, record};
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::id::RequestId;
use crate::request::{self, Proposal, Request, Status, StatusEvent, Waiting};
use crate::{outbox, search};

/// How a request stood before its status was set by hand; kept with the entry on the timeline.
#[derive(Debug, Serialize, Deserialize)]
struct Standing {
    status: Status,
    waiting: Waiting,
    waiting_since: Timestamp,
    activity_at: Timestamp,
    proposal: Option<Proposal>,
    closed_reason: String,
}

impl Standing {
    fn of(request: &Request) -> Self {
        Self {
            status: request.status,
            waiting: request.waiting,
            waiting_since: request.waiting_since,
            activity_at: request.activity_at,
            proposal: request.proposal,
            closed_reason: request.closed_reason.clone(),
        }
    }

    fn put_back(self, request: &mut Request) {
        request.status = self.status;
        request.waiting = self.waiting;
        request.waiting_since = self.waiting_since;
        request.activity_at = self.activity_at;
        request.proposal = self.proposal;
        request.closed_reason = self.closed_reason;
    }
}

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
    let standing = serde_json::to_string(&Standing::of(&stored)).unwrap_or_default();
    stored.status = before.after(StatusEvent::SetByHand(status));
    stored.waiting = Waiting::after_our_action(status);
    stored.waiting_since = now;
    stored.activity_at = now;
    stored.proposal = None;
    stored.closed_reason = if status.is_closed() { reason.trim().to_owned() } else { String::new() };
    request::update(&mut write, &stored).await?;
    let detail =
        [("from", before.code()), ("to", status.code()), ("reason", reason.trim()), ("standing", &standing)];
    record(&mut write, id, actor, now, EventKind::StatusChanged, &detail).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}

/// Undoes the latest status set by hand: the request stands, waits and is listed as before. Does
/// nothing once something else has happened with it: that must not be undone unseen.
pub async fn take_back_status(desk: &Desk, actor: Actor, id: RequestId) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    let Some(entry) = newest_event(&mut write, id).await? else { return Ok(()) };
    let standing = entry.detail.get("standing").and_then(|text| serde_json::from_str::<Standing>(text).ok());
    let Some(standing) = standing.filter(|_| entry.at == stored.activity_at) else { return Ok(()) };
    let from = stored.status;
    standing.put_back(&mut stored);
    request::update(&mut write, &stored).await?;
    let detail = [("from", from.code()), ("to", stored.status.code()), ("reason", "")];
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
    withdraw_waiting(&mut write, id, desk.clock().now()).await?;
    if outbox::is_leaving(&mut write, id).await? {
        return Err(Error::State(StateProblem::MailAlreadyLeaving));
    }
    search::forget_request(&mut write, id).await?;
    conversation::forget_rearrangements(&mut write, id).await?;
    request::delete(&mut write, id).await?;
    write.changed(Change::RequestDeleted(id));
    Ok(write.commit().await?)
}
