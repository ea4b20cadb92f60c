//! What was moved by hand is put back.

use super::journal::Journal;
use super::merge::take_out;
use super::part::Part;
use super::{index_request, stand_again, standing_of, tell};
use crate::actor::Actor;
use crate::change::Change;
use crate::contact;
use crate::conversation::{self, EventKind};
use crate::desk::{Desk, Write};
use crate::error::{Error, StateProblem};
use crate::id::{RearrangementId, RequestId};
use crate::request::{self, Request};
use crate::{mailbox, search};

/// Puts back what was moved, and says to which request. What was written meanwhile stays where it was
/// written; of a request that was made by splitting, everything comes back.
pub async fn undo_rearrangement(desk: &Desk, actor: Actor, id: RearrangementId) -> Result<RequestId, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let moved = conversation::find_rearrangement(&mut write, id).await?;
    if moved.undone_at.is_some() {
        return Ok(moved.source);
    }
    let journal: Journal =
        serde_json::from_str(&moved.content).map_err(|_| Error::NotFound("rearrangement"))?;
    let target = still_there(&mut write, moved.target).await?;
    if journal.source.after.is_none() {
        journal.divide(&mut write, target, actor, now).await?;
    } else if journal.target.is_made {
        let source = still_there(&mut write, moved.source).await?;
        journal.reunite(&mut write, source, target, actor, now).await?;
    } else {
        let source = still_there(&mut write, moved.source).await?;
        journal.give_back(&mut write, source, target, actor, now).await?;
    }
    conversation::mark_undone(&mut write, id, now).await?;
    write.commit().await?;
    Ok(moved.source)
}

/// A request that was merged or deleted since has to come back first.
async fn still_there(write: &mut Write<'_>, id: RequestId) -> Result<Request, Error> {
    match request::find(write, id).await {
        Err(Error::NotFound(_)) => Err(Error::State(StateProblem::MovedOnSince)),
        found => found,
    }
}

impl Journal {
    /// Undoes a merge: the emptied request is there again, with what was its own.
    async fn divide(
        &self,
        write: &mut Write<'_>,
        target: Request,
        actor: Actor,
        now: crate::clock::Timestamp,
    ) -> Result<(), Error> {
        self.part.refuse_unsettled(write).await?;
        self.refuse_moved_on(write).await?;
        let mut source = self.source.before.clone();
        drop_what_is_gone(write, &mut source).await?;
        request::forget_former_reference(write, &source.reference).await?;
        request::insert(write, &source).await?;
        let stands = standing_of(write, &target).await?;
        self.carry_back(write).await?;
        let source = stand_again(write, source, &self.source.was).await?;
        let (target, was) = self.target.resume(target, stands);
        let target = stand_again(write, target, &was).await?;
        self.settle(write, &source, &target).await?;
        tell(write, source.id, actor, now, EventKind::RearrangementUndone, &target).await?;
        tell(write, target.id, actor, now, EventKind::RearrangementUndone, &source).await
    }

    /// Undoes a split: everything comes back, and the request that was made is gone.
    async fn reunite(
        &self,
        write: &mut Write<'_>,
        source: Request,
        target: Request,
        actor: Actor,
        now: crate::clock::Timestamp,
    ) -> Result<(), Error> {
        let whole = Part::whole(write, target.id).await?;
        whole.refuse_unsettled(write).await?;
        let is_untouched = self.target.after.as_ref() == Some(&target)
            && whole.messages == self.part.messages
            && whole.drafts == self.part.drafts
            && whole.notes.len() == self.part.notes.len()
            && whole.quotes.len() == self.part.quotes.len();
        let stands = standing_of(write, &source).await?;
        if is_untouched {
            self.carry_back(write).await?;
            request::delete(write, target.id).await?;
            search::forget(write, target.id.uuid()).await?;
            write.changed(Change::RequestDeleted(target.id));
        } else {
            whole.carry(write, target.id, source.id).await?;
            for draft in &whole.drafts {
                super::drafts::carry(write, actor, now, *draft, target.id, source.id).await?;
            }
            take_out(write, &target, source.id).await?;
        }
        let (source, was) = self.source.resume(source, stands);
        let source = stand_again(write, source, &was).await?;
        request::update(write, &source).await?;
        index_request(write, &source).await?;
        write.changed(Change::Request(source.id));
        tell(write, source.id, actor, now, EventKind::RearrangementUndone, &target).await
    }

    /// Undoes the move of a message.
    async fn give_back(
        &self,
        write: &mut Write<'_>,
        source: Request,
        target: Request,
        actor: Actor,
        now: crate::clock::Timestamp,
    ) -> Result<(), Error> {
        self.part.refuse_unsettled(write).await?;
        self.refuse_moved_on(write).await?;
        let source_stands = standing_of(write, &source).await?;
        let target_stands = standing_of(write, &target).await?;
        self.carry_back(write).await?;
        let (source, was) = self.source.resume(source, source_stands);
        let source = stand_again(write, source, &was).await?;
        let (target, was) = self.target.resume(target, target_stands);
        let target = stand_again(write, target, &was).await?;
        self.settle(write, &source, &target).await?;
        tell(write, source.id, actor, now, EventKind::RearrangementUndone, &target).await?;
        tell(write, target.id, actor, now, EventKind::RearrangementUndone, &source).await
    }

    /// What was moved on to a third request has to come back first: an emptied request helps nobody.
    async fn refuse_moved_on(&self, write: &mut Write<'_>) -> Result<(), Error> {
        for message in &self.part.messages {
            match conversation::request_of_message(write, *message).await {
                Ok(request) if request != self.target.id() => {
                    return Err(Error::State(StateProblem::MovedOnSince));
                }
                // A mail that was taken back since is no message any more.
                Ok(_) | Err(Error::NotFound(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    async fn carry_back(&self, write: &mut Write<'_>) -> Result<(), Error> {
        let (from, to) = (self.target.id(), self.source.id());
        self.part.carry(write, from, to).await?;
        for draft in &self.part.drafts {
            let is_joined = self.joined.iter().any(|joined| joined.is(*draft));
            if !is_joined {
                conversation::move_draft(write, *draft, from, to).await?;
            }
        }
        for joined in &self.joined {
            joined.part_again(write).await?;
        }
        Ok(())
    }

    async fn settle(&self, write: &mut Write<'_>, source: &Request, target: &Request) -> Result<(), Error> {
        for request in [source, target] {
            request::update(write, request).await?;
            index_request(write, request).await?;
            write.changed(Change::Request(request.id));
        }
        Ok(())
    }
}

/// A contact or mailbox may be gone since the request was taken out.
async fn drop_what_is_gone(write: &mut Write<'_>, request: &mut Request) -> Result<(), Error> {
    if let Some(contact) = request.contact_id
        && contact::find(write, contact).await.is_err()
    {
        request.contact_id = contact::find_by_address(write, &request.requester_address).await?;
    }
    if let Some(account) = request.account_id
        && mailbox::account(write, account).await.is_err()
    {
        request.account_id = None;
    }
    Ok(())
}
