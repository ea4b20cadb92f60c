//! The owner judges what the customer's answer to a quote means.

use super::{accept_quote, refuse_quote};
use crate::actor::Actor;
use crate::change::Change;
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::id::RequestId;
use crate::request::{self, Proposal};

/// Judges the answer: a yes accepts the latest quote, a no refuses it, anything else puts the
/// proposal away and leaves the request waiting for us.
pub async fn judge_answer(desk: &Desk, actor: Actor, id: RequestId, judgement: Option<Proposal>, reason: &str) -> Result<(), Error> {
    let stored = request::find(&mut *desk.reader().await?, id).await?;
    let quote = || stored.latest_quote_id.ok_or(Error::State(StateProblem::QuoteNotFinalised));
    match judgement {
        Some(Proposal::Accept) => accept_quote(desk, actor, quote()?, reason).await,
        Some(Proposal::Refuse) => refuse_quote(desk, actor, quote()?, reason).await,
        Some(Proposal::Question | Proposal::Answer) | None => put_proposal_away(desk, id).await,
    }
}

async fn put_proposal_away(desk: &Desk, id: RequestId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    stored.proposal = None;
    request::update(&mut write, &stored).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}
