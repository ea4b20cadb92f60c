//! The customer said yes or no.

use super::rearrange::standing_of;
use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{EventKind, record};
use crate::desk::{Desk, Write};
use crate::error::{Error, StateProblem};
use crate::id::QuoteId;
use crate::quote::{self, Quote, QuoteState};
use crate::request::{self, StatusEvent, Waiting};

/// The customer said yes. An expired quote can still be accepted: the timeline says that it was.
pub async fn accept_quote(desk: &Desk, actor: Actor, id: QuoteId, reason: &str) -> Result<(), Error> {
    decide(desk, actor, id, QuoteState::Accepted, reason).await
}

/// The customer said no.
pub async fn refuse_quote(desk: &Desk, actor: Actor, id: QuoteId, reason: &str) -> Result<(), Error> {
    decide(desk, actor, id, QuoteState::Refused, reason).await
}

async fn decide(
    desk: &Desk,
    actor: Actor,
    id: QuoteId,
    state: QuoteState,
    reason: &str,
) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let stored = quote::find(&mut write, id).await?;
    refuse_undecidable(&stored)?;
    quote::decide(&mut write, id, state, reason.trim(), now).await?;
    let accepted = state == QuoteState::Accepted;
    if let (true, Some(number)) = (accepted, &stored.number) {
        quote::supersede_accepted(&mut write, id, number, now).await?;
    }
    let (event, kind) = if accepted {
        (StatusEvent::QuoteAccepted, EventKind::QuoteAccepted)
    } else {
        (StatusEvent::QuoteRefused, EventKind::QuoteRefused)
    };
    let late = if desk.clock().today() > stored.content.valid_until { "yes" } else { "" };
    let number = stored.number.unwrap_or_default();
    let version = stored.version.to_string();
    let detail =
        [("number", number.as_str()), ("version", &version), ("reason", reason.trim()), ("late", late)];
    record(&mut write, stored.request_id, actor, now, kind, &detail).await?;
    close(&mut write, stored.request_id, id, event, reason, now).await?;
    write.changed(Change::Quote(id));
    write.changed(Change::Request(stored.request_id));
    Ok(write.commit().await?)
}

async fn close(
    write: &mut Write<'_>,
    request_id: crate::id::RequestId,
    quote: QuoteId,
    event: StatusEvent,
    reason: &str,
    now: crate::clock::Timestamp,
) -> Result<(), Error> {
    let mut request = request::find(write, request_id).await?;
    request.status = request.status.after(event);
    request.waiting = Waiting::after_our_action(request.status);
    request.waiting_since = now;
    request.activity_at = now;
    request.proposal = None;
    request.closed_reason = reason.trim().to_owned();
    request.latest_quote_id = Some(quote);
    request::update(write, &request).await
}

fn refuse_undecidable(quote: &Quote) -> Result<(), Error> {
    match quote.state {
        QuoteState::Draft => Err(Error::State(StateProblem::QuoteNotFinalised)),
        QuoteState::Superseded => Err(Error::State(StateProblem::QuoteSuperseded)),
        QuoteState::Finalised | QuoteState::Sent | QuoteState::Accepted | QuoteState::Refused => Ok(()),
    }
}

/// Throws a draft away; the request is again as its other quotes leave it.
pub async fn discard_quote(desk: &Desk, actor: Actor, id: QuoteId) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let stored = quote::find(&mut write, id).await?;
    if stored.state != QuoteState::Draft {
        return Err(Error::State(StateProblem::QuoteFrozen));
    }
    let mut request = request::find(&mut write, stored.request_id).await?;
    let was = standing_of(&mut write, &request).await?;
    crate::search::forget(&mut write, id.uuid()).await?;
    quote::delete_draft(&mut write, id).await?;
    record(&mut write, stored.request_id, actor, now, EventKind::QuoteDiscarded, &[]).await?;
    let before = request.status;
    request.follow(&was, &standing_of(&mut write, &request).await?);
    request::update(&mut write, &request).await?;
    if request.status != before {
        let detail = [("from", before.code()), ("to", request.status.code())];
        record(&mut write, stored.request_id, Actor::Program, now, EventKind::StatusChanged, &detail).await?;
    }
    write.changed(Change::Quote(id));
    write.changed(Change::Request(stored.request_id));
    Ok(write.commit().await?)
}
