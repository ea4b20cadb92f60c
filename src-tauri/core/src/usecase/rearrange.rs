//! What stands in a wrong conversation is put into the right one by hand, and can be put back.

use sqlx::SqliteConnection;

use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, EventKind, Rearranged, Rearrangement, record};
use crate::desk::Write;
use crate::error::Error;
use crate::id::{RearrangementId, RequestId};
use crate::request::{self, Proposal, Request, Standing};

mod drafts;
mod forward;
mod journal;
mod merge;
mod part;
mod split;
mod standing;
mod undo;

pub(super) use forward::{TakenAsForward, Understood};
pub use merge::merge_requests;
pub use split::{move_message, split_request};
pub(super) use standing::standing_of;
pub use undo::undo_rearrangement;

use super::take_request::index_request;
use drafts::JoinedDraft;
use journal::{Journal, Side, Written};
use part::Part;

/// Something on its way from one request to another.
struct Rearranging {
    id: RearrangementId,
    actor: Actor,
    now: Timestamp,
    source: Side,
    target: Side,
    joined: Vec<JoinedDraft>,
}

impl Rearranging {
    async fn begin(
        write: &mut Write<'_>,
        actor: Actor,
        now: Timestamp,
        source: Request,
        target: Request,
    ) -> Result<Self, Error> {
        let source_was = standing_of(write, &source).await?;
        let target_was = standing_of(write, &target).await?;
        Ok(Self {
            id: RearrangementId::new(),
            actor,
            now,
            source: Side::before(source, source_was),
            target: Side::before(target, target_was),
            joined: Vec::new(),
        })
    }

    /// Takes a part of the source's conversation to the target's.
    async fn carry(&mut self, write: &mut Write<'_>, part: &Part) -> Result<(), Error> {
        part.carry(write, self.source.id(), self.target.id()).await?;
        for draft in &part.drafts {
            self.joined.extend(
                drafts::carry(write, self.actor, self.now, *draft, self.source.id(), self.target.id())
                    .await?,
            );
        }
        Ok(())
    }

    /// The target stands as its new content says, and what is to be judged or looked at goes along.
    async fn settle_target(&self, write: &mut Write<'_>, is_unread: bool) -> Result<Request, Error> {
        let mut target = self.target.before.clone();
        let is = standing_of(write, &target).await?;
        target.follow(&self.target.was, &is);
        let source = &self.source.before;
        if is.is_quote_answered() && !self.target.was.is_quote_answered() {
            target.proposal = target.proposal.or(source.proposal).or(Some(Proposal::Answer));
        }
        if is.has_undelivered() && !self.target.was.has_undelivered() {
            target.delivery_failed |= source.delivery_failed;
        }
        target.unread |= is_unread;
        request::update(write, &target).await?;
        index_request(write, &target).await?;
        write.changed(Change::Request(target.id));
        Ok(target)
    }

    /// The source stands as what is left in it says.
    async fn settle_source(&self, write: &mut Write<'_>, loses_unread: bool) -> Result<Request, Error> {
        let mut source = self.source.before.clone();
        let is = standing_of(write, &source).await?;
        source.follow(&self.source.was, &is);
        source.unread &= !loses_unread;
        request::update(write, &source).await?;
        write.changed(Change::Request(source.id));
        Ok(source)
    }

    async fn tell(
        &self,
        write: &mut Write<'_>,
        on: RequestId,
        kind: EventKind,
        other: &Request,
    ) -> Result<(), Error> {
        tell(write, on, self.actor, self.now, kind, other).await
    }

    /// Writes down what was moved.
    async fn write_down(self, write: &mut Write<'_>, part: Part) -> Result<Rearranged, Error> {
        let (source, target) = (self.source.id(), self.target.id());
        let journal = Journal { part, joined: self.joined, source: self.source, target: self.target };
        write_down(write, self.id, (source, target), &Written::Moved(Box::new(journal)), self.now).await
    }
}

/// Keeps what is needed to put things back, until `forget_old` drops it.
async fn write_down(
    connection: &mut SqliteConnection,
    id: RearrangementId,
    (source, target): (RequestId, RequestId),
    written: &Written,
    now: Timestamp,
) -> Result<Rearranged, Error> {
    let content = serde_json::to_string(written).unwrap_or_default();
    let moved = Rearrangement { id, source, target, content, at: now, undone_at: None };
    conversation::insert_rearrangement(connection, &moved).await?;
    Ok(Rearranged { id, request: target })
}

/// Puts on a timeline what was moved, with the name of the other request.
async fn tell(
    connection: &mut SqliteConnection,
    on: RequestId,
    actor: Actor,
    now: Timestamp,
    kind: EventKind,
    other: &Request,
) -> Result<(), Error> {
    let detail = [("reference", other.reference.as_str()), ("subject", other.subject.as_str())];
    record(connection, on, actor, now, kind, &detail).await
}

/// How a request stands once things came or went, however often it changed meanwhile.
async fn stand_again(
    connection: &mut SqliteConnection,
    mut request: Request,
    was: &Standing,
) -> Result<Request, Error> {
    let is = standing_of(connection, &request).await?;
    request.follow(was, &is);
    Ok(request)
}
