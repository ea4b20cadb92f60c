//! What was moved by hand is put back.

use super::journal::{Journal, Side, Written};
use super::merge::take_out;
use super::part::Part;
use super::{index_request, stand_again, standing_of, tell};
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::contact;
use crate::conversation::{self, EventKind};
use crate::desk::{Desk, Write};
use crate::error::{Error, StateProblem};
use crate::id::{RearrangementId, RequestId};
use crate::request::{self, Request, Standing};
use crate::{mailbox, search};

/// Puts back what was moved, and says to which request. What was written meanwhile stays where it was
/// written; of a request that was made by splitting, everything comes back.
pub async fn undo_rearrangement(desk: &Desk, actor: Actor, id: RearrangementId) -> Result<RequestId, Error> {
    let undoing = Undoing { actor, now: desk.clock().now() };
    let mut write = desk.write().await?;
    let moved = conversation::find_rearrangement(&mut write, id).await?;
    if moved.undone_at.is_some() {
        return Ok(moved.source);
    }
    let written = serde_json::from_str(&moved.content).map_err(|_| Error::NotFound("rearrangement"))?;
    let target = still_there(&mut write, moved.target).await?;
    match written {
        Written::TakenAsForward(taken) => taken.undo(&mut write, target, actor, undoing.now).await?,
        Written::Moved(journal) if journal.source.after.is_none() => {
            journal.divide(&mut write, target, undoing).await?;
        }
        Written::Moved(journal) => {
            let source = still_there(&mut write, moved.source).await?;
            if journal.target.is_made {
                journal.reunite(&mut write, source, target, undoing).await?;
            } else {
                journal.give_back(&mut write, source, target, undoing).await?;
            }
        }
    }
    conversation::mark_undone(&mut write, id, undoing.now).await?;
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

/// Who puts things back, and when.
#[derive(Clone, Copy)]
struct Undoing {
    actor: Actor,
    now: Timestamp,
}

/// A request to which things come back, or which they leave: the row to go on from, and how it stood.
struct Returned {
    row: Request,
    was: Standing,
}

impl Returned {
    /// Asked before anything is put back.
    async fn before(write: &mut Write<'_>, side: &Side, now: Request) -> Result<Self, Error> {
        let stands = standing_of(write, &now).await?;
        let (row, was) = side.resume(now, stands);
        Ok(Self { row, was })
    }

    /// What is done with each request once things are back: it stands as its content says, is stored and found,
    /// and its timeline tells of the other.
    async fn settle(self, write: &mut Write<'_>, undoing: Undoing, other: &Request) -> Result<(), Error> {
        let row = stand_again(write, self.row, &self.was).await?;
        request::update(write, &row).await?;
        index_request(write, &row).await?;
        write.changed(Change::Request(row.id));
        tell(write, row.id, undoing.actor, undoing.now, EventKind::RearrangementUndone, other).await
    }
}

impl Journal {
    /// Undoes a merge: the emptied request is there again, with what was its own.
    async fn divide(&self, write: &mut Write<'_>, target: Request, undoing: Undoing) -> Result<(), Error> {
        self.part.refuse_unsettled(write).await?;
        self.refuse_moved_on(write).await?;
        let mut source = self.source.before.clone();
        drop_what_is_gone(write, &mut source).await?;
        request::forget_former_reference(write, &source.reference).await?;
        request::insert(write, &source).await?;
        let target = Returned::before(write, &self.target, target).await?;
        let source = Returned { row: source, was: self.source.was.clone() };
        self.carry_back(write).await?;
        settle_both(write, source, target, undoing).await
    }

    /// Undoes a split: everything comes back, and the request that was made is gone.
    async fn reunite(
        &self,
        write: &mut Write<'_>,
        source: Request,
        target: Request,
        undoing: Undoing,
    ) -> Result<(), Error> {
        let whole = Part::whole(write, target.id).await?;
        whole.refuse_unsettled(write).await?;
        let is_untouched = self.target.after.as_ref() == Some(&target)
            && whole.messages == self.part.messages
            && whole.drafts == self.part.drafts
            && whole.notes.len() == self.part.notes.len()
            && whole.quotes.len() == self.part.quotes.len();
        let source = Returned::before(write, &self.source, source).await?;
        if is_untouched {
            self.carry_back(write).await?;
            request::delete(write, target.id).await?;
            search::forget(write, target.id.uuid()).await?;
            write.changed(Change::RequestDeleted(target.id));
        } else {
            whole.carry(write, target.id, source.row.id).await?;
            for draft in &whole.drafts {
                let (from, to) = (target.id, source.row.id);
                super::drafts::carry(write, undoing.actor, undoing.now, *draft, from, to).await?;
            }
            take_out(write, &target, source.row.id).await?;
        }
        source.settle(write, undoing, &target).await
    }

    /// Undoes the move of a message.
    async fn give_back(
        &self,
        write: &mut Write<'_>,
        source: Request,
        target: Request,
        undoing: Undoing,
    ) -> Result<(), Error> {
        self.part.refuse_unsettled(write).await?;
        self.refuse_moved_on(write).await?;
        let source = Returned::before(write, &self.source, source).await?;
        let target = Returned::before(write, &self.target, target).await?;
        self.carry_back(write).await?;
        settle_both(write, source, target, undoing).await
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
}

async fn settle_both(
    write: &mut Write<'_>,
    source: Returned,
    target: Returned,
    undoing: Undoing,
) -> Result<(), Error> {
    let (source_row, target_row) = (source.row.clone(), target.row.clone());
    source.settle(write, undoing, &target_row).await?;
    target.settle(write, undoing, &source_row).await
}

/// A contact or mailbox may be gone since the request was taken out.
pub(super) async fn drop_what_is_gone(write: &mut Write<'_>, request: &mut Request) -> Result<(), Error> {
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
