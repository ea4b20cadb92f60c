//! A request goes into another as a whole: mails, notes, timeline, drafts, quotes.

use super::Rearranging;
use super::part::Part;
use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{EventKind, Rearranged};
use crate::desk::{Desk, Write};
use crate::error::{Error, StateProblem};
use crate::id::RequestId;
use crate::request::{self, Request};
use crate::search;

/// Merges a request into another. The emptied one is gone from every list, and comes back when this is
/// undone; mails that name its reference go to the other meanwhile.
pub async fn merge_requests(
    desk: &Desk,
    actor: Actor,
    id: RequestId,
    into: RequestId,
) -> Result<Rearranged, Error> {
    if id == into {
        return Err(Error::State(StateProblem::SameRequest));
    }
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let source = request::find(&mut write, id).await?;
    let target = request::find(&mut write, into).await?;
    let part = Part::whole(&mut write, id).await?;
    part.refuse_unsettled(&mut write).await?;
    let mut moving = Rearranging::begin(&mut write, actor, now, source, target).await?;
    moving.carry(&mut write, &part).await?;
    take_out(&mut write, &moving.source.before, into).await?;
    let mut target = moving.settle_target(&mut write, moving.source.before.unread).await?;
    complete(&mut target, &moving.source.before);
    request::update(&mut write, &target).await?;
    moving.target.after = Some(target);
    moving.tell(&mut write, into, EventKind::Merged, &moving.source.before).await?;
    let merged = moving.write_down(&mut write, part).await?;
    write.commit().await?;
    Ok(merged)
}

/// Takes an emptied request out; its reference leads to the one that has its content.
pub(super) async fn take_out(write: &mut Write<'_>, emptied: &Request, into: RequestId) -> Result<(), Error> {
    request::delete(write, emptied.id).await?;
    search::forget(write, emptied.id.uuid()).await?;
    request::add_former_reference(write, &emptied.reference, into).await?;
    write.changed(Change::RequestDeleted(emptied.id));
    Ok(())
}

/// What one request did not know, the other may.
fn complete(target: &mut Request, source: &Request) {
    target.assignee_id = target.assignee_id.or(source.assignee_id);
    if target.requester_address == source.requester_address || target.requester_address.is_empty() {
        target.contact_id = target.contact_id.or(source.contact_id);
        target.language = target.language.or(source.language);
        if target.requester_phone.is_empty() {
            target.requester_phone.clone_from(&source.requester_phone);
        }
        if target.requester_address.is_empty() {
            target.requester_address.clone_from(&source.requester_address);
            target.requester_source = source.requester_source;
        }
    }
}
