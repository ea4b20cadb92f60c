//! What the user does with a mail on its way out: take it back, let it leave now, send it again,
//! or say that it did arrive.

use super::save_draft::{append_words, take_words};
use super::send_draft::Before;
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, EventKind, record};
use crate::desk::{Desk, Write};
use crate::error::{Error, StateProblem};
use crate::id::{DraftId, OutboxId};
use crate::outbox::{self, OutboxEvent, OutboxPurpose, OutboxRow, OutboxState, RecipientState};
use crate::request::{self, Request, StatusEvent, Waiting};
use crate::{quote, search};

/// How many mails the outbox shows.
const SHOWN: u32 = 500;

/// Mails on their way out and gone, the latest first.
pub async fn list_outbox(desk: &Desk) -> Result<Vec<OutboxRow>, Error> {
    outbox::list(&mut *desk.reader().await?, SHOWN).await
}

/// Takes a mail back that has not begun to leave: its draft is there again, and the request stands
/// as before. A quote keeps its number.
pub async fn take_back(desk: &Desk, actor: Actor, id: OutboxId) -> Result<DraftId, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mail = outbox::find(&mut write, id).await?;
    let draft = conversation::draft_of_outbox(&mut write, id)
        .await?
        .ok_or(Error::State(StateProblem::MailAlreadyLeaving))?;
    let kind = conversation::find_draft(&mut write, draft).await?.kind;
    // Something new may have been begun meanwhile: what was typed of it goes below the mail taken back.
    let typed = match conversation::draft_being_written(&mut write, mail.request_id, kind).await? {
        Some(begun) => take_words(&mut write, actor, begun, draft).await?,
        None => None,
    };
    outbox::delete(&mut write, id).await?;
    conversation::tie_draft(&mut write, draft, None).await?;
    if let Some(words) = typed {
        append_words(&mut write, draft, &words, now).await?;
    }
    search::forget(&mut write, mail.message_id.uuid()).await?;
    conversation::delete_message(&mut write, mail.message_id).await?;
    let mut stored = request::find(&mut write, mail.request_id).await?;
    if let Ok(before) = serde_json::from_str::<Before>(&mail.before) {
        restore(&mut write, &mut stored, before, mail.purpose, now).await?;
    }
    request::update(&mut write, &stored).await?;
    record(&mut write, mail.request_id, actor, now, EventKind::TakenBack, &[]).await?;
    write.changed(Change::Request(mail.request_id));
    write.changed(Change::Outbox);
    write.commit().await?;
    Ok(draft)
}

/// Puts back what the mail changed; what changed since then for another reason stays.
async fn restore(
    write: &mut Write<'_>,
    request: &mut Request,
    before: Before,
    purpose: OutboxPurpose,
    now: Timestamp,
) -> Result<(), Error> {
    let event = if purpose == OutboxPurpose::Quote { StatusEvent::QuoteSent } else { StatusEvent::Replied };
    if request.status == before.status.after(event) {
        request.status = before.status;
        request.closed_reason = before.closed_reason;
    }
    if request.waiting == Waiting::Customer {
        request.waiting = before.waiting;
        request.waiting_since = before.waiting_since;
    }
    request.proposal = request.proposal.or(before.proposal);
    request.delivery_failed |= before.delivery_failed;
    for (quote, state) in before.quotes {
        quote::put_back(write, quote, state, now).await?;
        write.changed(Change::Quote(quote));
    }
    Ok(())
}

/// Lets a waiting mail leave at once.
pub async fn send_now(desk: &Desk, id: OutboxId) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mail = outbox::find(&mut write, id).await?;
    if !matches!(mail.state, OutboxState::Queued | OutboxState::Retry) {
        return Err(Error::State(StateProblem::MailAlreadyLeaving));
    }
    outbox::schedule(&mut write, id, now).await?;
    write.changed(Change::Request(mail.request_id));
    write.changed(Change::Outbox);
    write.commit().await?;
    desk.wake_send();
    Ok(())
}

/// Sends again what was refused or is uncertain: the same bytes with the same Message-ID, because
/// the user says so.
pub async fn send_again(desk: &Desk, actor: Actor, id: OutboxId) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mail = outbox::find(&mut write, id).await?;
    if mail.account_id.is_none() {
        return Err(Error::State(StateProblem::NoMailbox));
    }
    if mail.purpose == OutboxPurpose::Automatic {
        return Err(Error::State(StateProblem::NeverSentAgain));
    }
    outbox::advance(&mut write, id, OutboxEvent::SendAgain, now).await?;
    outbox::reopen_recipients(&mut write, id).await?;
    outbox::begin_copy(&mut write, id, now).await?;
    outbox::release(&mut write, id, None, now).await?;
    let mut stored = request::find(&mut write, mail.request_id).await?;
    stored.delivery_failed = false;
    request::update(&mut write, &stored).await?;
    tracing::info!(actor = actor.code(), outbox = %id, "the user sends a mail again");
    write.changed(Change::Request(mail.request_id));
    write.changed(Change::Outbox);
    write.commit().await?;
    desk.wake_send();
    Ok(())
}

/// The user knows that an uncertain mail arrived.
pub async fn confirm_sent(desk: &Desk, actor: Actor, id: OutboxId) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mail = outbox::find(&mut write, id).await?;
    outbox::advance(&mut write, id, OutboxEvent::ConfirmedByUser, now).await?;
    outbox::settle_recipients(&mut write, id, RecipientState::Accepted).await?;
    outbox::begin_copy(&mut write, id, now).await?;
    if let Some(draft) = conversation::draft_of_outbox(&mut write, id).await? {
        conversation::delete_draft(&mut write, draft).await?;
    }
    record(&mut write, mail.request_id, actor, now, EventKind::Delivered, &[("confirmed_by", "user")])
        .await?;
    write.changed(Change::Request(mail.request_id));
    write.changed(Change::Outbox);
    write.commit().await?;
    desk.wake_send();
    Ok(())
}
