//! What the user does with a mail on its way out: take it back, let it leave now, send it again,
//! or say that it did arrive.

use super::send_draft::Before;
use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{self, EventKind, record};
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::id::{DraftId, OutboxId};
use crate::outbox::{self, OutboxEvent, OutboxPurpose, OutboxRow};
use crate::{quote, request, search};

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
    let draft = conversation::draft_of_outbox(&mut write, id).await?.ok_or(Error::State(StateProblem::MailAlreadyLeaving))?;
    let kind = conversation::find_draft(&mut write, draft).await?.kind;
    if let Some(begun) = conversation::draft_being_written(&mut write, mail.request_id, kind).await? {
        // Something new was begun meanwhile; the mail taken back is the one to keep at hand.
        conversation::delete_draft(&mut write, begun.id).await?;
    }
    outbox::delete(&mut write, id).await?;
    conversation::tie_draft(&mut write, draft, None).await?;
    search::forget(&mut write, mail.message_id.uuid()).await?;
    conversation::delete_message(&mut write, mail.message_id).await?;
    let mut stored = request::find(&mut write, mail.request_id).await?;
    if let Ok(before) = serde_json::from_str::<Before>(&mail.before) {
        stored.status = before.status;
        stored.waiting = before.waiting;
        stored.waiting_since = before.waiting_since;
        stored.proposal = before.proposal;
    }
    if mail.purpose == OutboxPurpose::Quote
        && let Some(quote) = stored.latest_quote_id
    {
        quote::unmark_sent(&mut write, quote, now).await?;
        write.changed(Change::Quote(quote));
    }
    request::update(&mut write, &stored).await?;
    record(&mut write, mail.request_id, actor, now, EventKind::TakenBack, &[]).await?;
    write.changed(Change::Request(mail.request_id));
    write.changed(Change::Outbox);
    write.commit().await?;
    Ok(draft)
}

/// Lets a waiting mail leave at once.
pub async fn send_now(desk: &Desk, id: OutboxId) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    outbox::schedule(&mut write, id, now).await?;
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
    outbox::advance(&mut write, id, OutboxEvent::SendAgain, now).await?;
    outbox::release(&mut write, id, None, now).await?;
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
    if let Some(draft) = conversation::draft_of_outbox(&mut write, id).await? {
        conversation::delete_draft(&mut write, draft).await?;
    }
    record(&mut write, mail.request_id, actor, now, EventKind::Delivered, &[("confirmed_by", "user")]).await?;
    write.changed(Change::Request(mail.request_id));
    write.changed(Change::Outbox);
    write.commit().await?;
    desk.wake_send();
    Ok(())
}
