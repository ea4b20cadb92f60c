//! Mail leaves the outbox: each step is committed before it is taken, so that a mail of which
//! anything was said is never sent twice by itself (RELIABILITY 13–17).

use std::time::Duration;

use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, EventKind, record};
use crate::desk::{Desk, Write};
use crate::error::{Error, StateProblem};
use crate::id::OutboxId;
use crate::mail::compose::{ComposedMail, Envelope};
use crate::mail::smtp::{DeliveryOutcome, RecipientOutcome, RecipientState as ServerWord};
use crate::mailbox::{self, Account};
use crate::outbox::{self, OutboxEvent, OutboxMail, OutboxPurpose, OutboxState, RecipientState};
use crate::request::{self, Waiting};
use crate::usecase;

/// A claim on a mail runs out after this: longer than the longest wait for an answer.
const CLAIM: Duration = Duration::from_secs(20 * 60);

/// Seconds until the next try, by the number of tries so far; after the last, the mail is refused.
const RETRY_AFTER: [i64; 12] = [30, 60, 300, 900, 1800, 3600, 7200, 14_400, 14_400, 28_800, 28_800, 28_800];

/// Seconds between looks for an uncertain mail in Sent. After the last, only the user can tell.
const LOOK_AFTER: [i64; 5] = [0, 20, 60, 180, 300];

/// Seconds between tries to put a copy into Sent.
const COPY_AFTER: [i64; 6] = [0, 30, 300, 1800, 7200, 28_800];

/// When nothing more happens by itself.
const NEVER: Timestamp = Timestamp(i64::MAX);

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SendCounts {
    /// Mails that the server took.
    pub sent: u32,
    /// Mails of which nobody knows.
    pub uncertain: u32,
    /// Mails that failed, for now or for good.
    pub failed: u32,
}

/// One round: takes up what was left in the middle, sends what is due, settles what is uncertain,
/// copies what left to Sent.
pub async fn send_due(desk: &Desk) -> Result<SendCounts, Error> {
    recover_abandoned(desk).await?;
    let mut counts = SendCounts::default();
    let due = outbox::due(&mut *desk.reader().await?, desk.clock().now()).await?;
    let mut refused = None;
    for id in due {
        match send(desk, id).await {
            Ok(OutboxState::Sent) => counts.sent += 1,
            Ok(OutboxState::Uncertain) => counts.uncertain += 1,
            Ok(OutboxState::Refused | OutboxState::Retry) => counts.failed += 1,
            Ok(OutboxState::Queued | OutboxState::Connecting | OutboxState::DataStarted) => {}
            // What the database refuses of one mail does not hold up the others.
            Err(error) => refused = Some(error),
        }
    }
    let uncertain = outbox::uncertain(&mut *desk.reader().await?, desk.clock().now()).await?;
    for id in uncertain {
        look_in_sent(desk, id).await?;
    }
    let without_copy = outbox::without_copy(&mut *desk.reader().await?, desk.clock().now()).await?;
    for id in without_copy {
        copy_to_sent(desk, id).await?;
    }
    refused.map_or(Ok(counts), Err)
}

/// Mails that a worker left in the middle: of one that was being handed over nobody knows.
async fn recover_abandoned(desk: &Desk) -> Result<(), Error> {
    let now = desk.clock().now();
    let abandoned = outbox::abandoned(&mut *desk.reader().await?, now).await?;
    for id in abandoned {
        let mut write = desk.write().await?;
        let mail = outbox::find(&mut write, id).await?;
        let state = outbox::advance(&mut write, id, OutboxEvent::Abandoned, now).await?;
        outbox::release(&mut write, id, Some("interrupted"), now).await?;
        if state == OutboxState::Uncertain {
            record(&mut write, mail.request_id, Actor::Program, now, EventKind::DeliveryUncertain, &[])
                .await?;
        }
        tell(&mut write, &mail);
        write.commit().await?;
    }
    Ok(())
}

async fn send(desk: &Desk, id: OutboxId) -> Result<OutboxState, Error> {
    let Some((mail, account, composed)) = claim(desk, id).await? else { return Ok(OutboxState::Queued) };
    let outcome = match usecase::password(desk, &account).await {
        Ok(secret) => {
            let handing_over = commit_handing_over(desk, id);
            usecase::sender_of(&account, secret).deliver(&composed, handing_over).await?
        }
        Err(Error::Secret(secret)) => return settle_without_password(desk, &mail, secret.code()).await,
        Err(error) => return Err(error),
    };
    settle(desk, &mail, outcome).await
}

async fn claim(desk: &Desk, id: OutboxId) -> Result<Option<(OutboxMail, Account, ComposedMail)>, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mail = outbox::find(&mut write, id).await?;
    if !matches!(mail.state, OutboxState::Queued | OutboxState::Retry) || mail.not_before > now {
        return Ok(None);
    }
    if mail.purpose == OutboxPurpose::Automatic
        && let Some(silence) = usecase::reason_to_withdraw(&mut write, &mail, now).await?
    {
        usecase::withdraw_acknowledgement(&mut write, &mail, silence, now).await?;
        write.commit().await?;
        return Ok(None);
    }
    outbox::advance(&mut write, id, OutboxEvent::Claimed, now).await?;
    outbox::claim(&mut write, id, desk.process(), now.plus_seconds(CLAIM.as_secs() as i64)).await?;
    let account = account_of(&mut write, &mail).await?;
    let composed = exact_bytes(&mut write, &mail).await?;
    tell(&mut write, &mail);
    write.commit().await?;
    Ok(Some((mail, account, composed)))
}

/// The mail as it was committed. Recipients that have it already, or never will, are left out.
async fn exact_bytes(
    connection: &mut sqlx::SqliteConnection,
    mail: &OutboxMail,
) -> Result<ComposedMail, Error> {
    let recipients = outbox::recipients(connection, mail.id).await?;
    let open =
        recipients.into_iter().filter(|one| one.state == RecipientState::Pending).map(|one| one.address);
    Ok(ComposedMail {
        message_id: mail.mail_message_id.clone(),
        bytes: mailbox::raw(connection, &mail.raw_sha256).await?,
        envelope: Envelope { from: mail.envelope_from.clone(), recipients: open.collect() },
    })
}

/// Committed before DATA: from here on, a lost answer means "uncertain".
async fn commit_handing_over(desk: &Desk, id: OutboxId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    outbox::advance(&mut write, id, OutboxEvent::HandingOver, desk.clock().now()).await?;
    Ok(write.commit().await?)
}

async fn settle_without_password(
    desk: &Desk,
    mail: &OutboxMail,
    code: &'static str,
) -> Result<OutboxState, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let state = try_again(&mut write, mail, code, now).await?;
    tell(&mut write, mail);
    write.commit().await?;
    Ok(state)
}

async fn settle(desk: &Desk, mail: &OutboxMail, outcome: DeliveryOutcome) -> Result<OutboxState, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let state = match outcome {
        DeliveryOutcome::Sent { recipients, .. } => {
            record_recipients(&mut write, mail.id, &recipients).await?;
            match deferral(&recipients) {
                Some(code) => try_again(&mut write, mail, code, now).await?,
                None => left(&mut write, mail, OutboxEvent::Accepted, now).await?,
            }
        }
        DeliveryOutcome::Refused { reason, recipients } => {
            record_refused(&mut write, mail.id, &recipients).await?;
            give_up(&mut write, mail, reason.code(), now).await?
        }
        DeliveryOutcome::Retry { reason, recipients } => {
            record_refused(&mut write, mail.id, &recipients).await?;
            try_again(&mut write, mail, reason.code(), now).await?
        }
        DeliveryOutcome::Uncertain { reason, recipients } => {
            record_refused(&mut write, mail.id, &recipients).await?;
            let state = outbox::advance(&mut write, mail.id, OutboxEvent::AnswerLost, now).await?;
            outbox::release(&mut write, mail.id, Some(reason.code()), now).await?;
            record(&mut write, mail.request_id, Actor::Program, now, EventKind::DeliveryUncertain, &[])
                .await?;
            state
        }
    };
    tell(&mut write, mail);
    write.commit().await?;
    Ok(state)
}

/// The code of the reply with which a server that took the mail put off some recipient.
fn deferral(recipients: &[RecipientOutcome]) -> Option<&'static str> {
    recipients.iter().find_map(|one| match &one.state {
        ServerWord::Deferred(reply) => Some(reply.code()),
        ServerWord::Accepted | ServerWord::Refused(_) => None,
    })
}

/// Tries again later those who do not have the mail, unless that was done often enough.
async fn try_again(
    write: &mut Write<'_>,
    mail: &OutboxMail,
    code: &str,
    now: Timestamp,
) -> Result<OutboxState, Error> {
    let Some(at) = retry_at(mail, now) else { return give_up(write, mail, code, now).await };
    let state = outbox::advance(write, mail.id, OutboxEvent::FailedForNow, now).await?;
    outbox::release(write, mail.id, Some(code), at).await?;
    Ok(state)
}

/// Ends the tries: the mail is refused, or has left for those who took it.
async fn give_up(
    write: &mut Write<'_>,
    mail: &OutboxMail,
    code: &str,
    now: Timestamp,
) -> Result<OutboxState, Error> {
    let recipients = outbox::recipients(write, mail.id).await?;
    if recipients.iter().any(|one| one.state == RecipientState::Accepted) {
        outbox::settle_recipients(write, mail.id, RecipientState::Refused).await?;
        return left(write, mail, OutboxEvent::LeftForSome, now).await;
    }
    let state = outbox::advance(write, mail.id, OutboxEvent::RefusedForGood, now).await?;
    outbox::settle_recipients(write, mail.id, RecipientState::Refused).await?;
    outbox::release(write, mail.id, Some(code), NEVER).await?;
    mark_failed(write, mail, "", now).await?;
    Ok(state)
}

/// A mail left: its draft may go, and a recipient that was refused is a failed delivery.
async fn left(
    write: &mut Write<'_>,
    mail: &OutboxMail,
    event: OutboxEvent,
    now: Timestamp,
) -> Result<OutboxState, Error> {
    let state = outbox::advance(write, mail.id, event, now).await?;
    outbox::release(write, mail.id, None, now).await?;
    if let Some(draft) = conversation::draft_of_outbox(write, mail.id).await? {
        conversation::delete_draft(write, draft).await?;
    }
    let recipients = outbox::recipients(write, mail.id).await?;
    if mail.purpose == OutboxPurpose::Automatic {
        let to = recipients.first().map(|one| one.address.as_str()).unwrap_or_default();
        record(write, mail.request_id, Actor::Program, now, EventKind::Acknowledged, &[("to", to)]).await?;
    } else {
        record(write, mail.request_id, Actor::Program, now, EventKind::Delivered, &[]).await?;
    }
    let refused: Vec<&str> = recipients
        .iter()
        .filter(|one| one.state == RecipientState::Refused)
        .map(|one| one.address.as_str())
        .collect();
    if !refused.is_empty() {
        mark_failed(write, mail, &refused.join(", "), now).await?;
    }
    Ok(state)
}

/// A mail did not arrive: the request waits for us, and says so.
async fn mark_failed(
    write: &mut Write<'_>,
    mail: &OutboxMail,
    recipients: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let mut stored = request::find(write, mail.request_id).await?;
    stored.delivery_failed = true;
    stored.unread = true;
    if stored.waiting != Waiting::Us {
        stored.waiting = Waiting::Us;
        stored.waiting_since = now;
    }
    stored.activity_at = now;
    request::update(write, &stored).await?;
    record(
        write,
        mail.request_id,
        Actor::Program,
        now,
        EventKind::DeliveryFailed,
        &[("recipients", recipients)],
    )
    .await
}

/// What became of each recipient of a mail that the server took. One that it would only take later
/// still waits for it.
async fn record_recipients(
    write: &mut Write<'_>,
    id: OutboxId,
    outcomes: &[RecipientOutcome],
) -> Result<(), Error> {
    for outcome in outcomes {
        let (state, detail) = match &outcome.state {
            ServerWord::Accepted => (RecipientState::Accepted, String::new()),
            ServerWord::Refused(reply) => (RecipientState::Refused, reply.to_string()),
            ServerWord::Deferred(reply) => (RecipientState::Pending, reply.to_string()),
        };
        outbox::record_recipient(write, id, &outcome.address, state, &detail).await?;
    }
    Ok(())
}

/// Of a mail that was not sent, only refusals are final: whoever was accepted is asked again.
async fn record_refused(
    write: &mut Write<'_>,
    id: OutboxId,
    outcomes: &[RecipientOutcome],
) -> Result<(), Error> {
    for outcome in outcomes {
        if let ServerWord::Refused(reply) = &outcome.state {
            let detail = reply.to_string();
            outbox::record_recipient(write, id, &outcome.address, RecipientState::Refused, &detail).await?;
        }
    }
    Ok(())
}

/// Looks for an uncertain mail in Sent: found means sent; absence proves nothing.
async fn look_in_sent(desk: &Desk, id: OutboxId) -> Result<(), Error> {
    let (mail, account) = mail_and_account(desk, id).await?;
    let found = match usecase::password(desk, &account).await {
        Ok(secret) => {
            usecase::source_of(&account, secret).is_in_sent(&mail.mail_message_id).await.unwrap_or(false)
        }
        Err(_) => false,
    };
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    if found {
        outbox::settle_recipients(&mut write, id, RecipientState::Accepted).await?;
        left(&mut write, &mail, OutboxEvent::FoundInSent, now).await?;
        outbox::record_copy(&mut write, id, true, None).await?;
    } else {
        let next =
            LOOK_AFTER.get(mail.copy_tries as usize + 1).map_or(NEVER, |after| now.plus_seconds(*after));
        outbox::record_copy(&mut write, id, false, Some(next)).await?;
    }
    tell(&mut write, &mail);
    Ok(write.commit().await?)
}

/// Puts a copy of a mail that left into Sent, unless it is there. A second fact beside "sent".
async fn copy_to_sent(desk: &Desk, id: OutboxId) -> Result<(), Error> {
    let (mail, account) = mail_and_account(desk, id).await?;
    let composed = exact_bytes(&mut *desk.reader().await?, &mail).await?;
    let copied = match usecase::password(desk, &account).await {
        Ok(secret) => usecase::source_of(&account, secret).append_to_sent(&composed).await.is_ok(),
        Err(_) => false,
    };
    let now = desk.clock().now();
    let again = COPY_AFTER.get(mail.copy_tries as usize + 1).map(|after| now.plus_seconds(*after));
    let mut write = desk.write().await?;
    outbox::record_copy(&mut write, id, copied, again.filter(|_| !copied)).await?;
    tell(&mut write, &mail);
    Ok(write.commit().await?)
}

async fn mail_and_account(desk: &Desk, id: OutboxId) -> Result<(OutboxMail, Account), Error> {
    let mut reader = desk.reader().await?;
    let mail = outbox::find(&mut reader, id).await?;
    let account = account_of(&mut reader, &mail).await?;
    Ok((mail, account))
}

async fn account_of(connection: &mut sqlx::SqliteConnection, mail: &OutboxMail) -> Result<Account, Error> {
    mailbox::account(connection, mail.account_id.ok_or(Error::State(StateProblem::NoMailbox))?).await
}

/// When a failed mail is tried again; none when it was tried often enough.
fn retry_at(mail: &OutboxMail, now: Timestamp) -> Option<Timestamp> {
    RETRY_AFTER.get(mail.tries as usize).map(|after| now.plus_seconds(*after))
}

fn tell(write: &mut Write<'_>, mail: &OutboxMail) {
    write.changed(Change::Outbox);
    write.changed(Change::Request(mail.request_id));
}
