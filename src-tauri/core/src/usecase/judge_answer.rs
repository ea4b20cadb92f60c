//! The owner judges what the customer's answer to a quote means.

use super::{accept_quote, refuse_quote};
use crate::actor::Actor;
use crate::change::Change;
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::id::{QuoteId, RequestId};
use crate::quote::{self, QuoteState};
use crate::request::{self, Proposal};

/// Judges the answer: a yes accepts the quote that the customer has, a no refuses it, anything else puts the
/// proposal away and leaves the request waiting for us.
pub async fn judge_answer(
    desk: &Desk,
    actor: Actor,
    id: RequestId,
    judgement: Option<Proposal>,
    reason: &str,
) -> Result<(), Error> {
    match judgement {
        Some(Proposal::Accept) => accept_quote(desk, actor, answered_quote(desk, id).await?, reason).await,
        Some(Proposal::Refuse) => refuse_quote(desk, actor, answered_quote(desk, id).await?, reason).await,
        Some(Proposal::Question | Proposal::Answer) | None => put_proposal_away(desk, id).await,
    }
}

/// The quote that the customer has in hand: the latest that was sent, else the latest that could have been.
/// A newer version that is still a draft is not what they answer.
async fn answered_quote(desk: &Desk, id: RequestId) -> Result<QuoteId, Error> {
    let mut reader = desk.reader().await?;
    request::find(&mut reader, id).await?;
    let quotes = quote::of_request(&mut reader, id).await?;
    let latest = |wanted: &[QuoteState]| {
        quotes.iter().find(|quote| wanted.contains(&quote.state)).map(|quote| quote.id)
    };
    latest(&[QuoteState::Sent])
        .or_else(|| latest(&[QuoteState::Finalised, QuoteState::Accepted, QuoteState::Refused]))
        .ok_or(Error::State(StateProblem::QuoteNotFinalised))
}

async fn put_proposal_away(desk: &Desk, id: RequestId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    stored.proposal = None;
    request::update(&mut write, &stored).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}
