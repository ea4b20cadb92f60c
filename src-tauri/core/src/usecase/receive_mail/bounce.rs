//! A delivery report is put with the very mail and recipient that it is about.

use sqlx::SqliteConnection;

use super::{Intake, Received};
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, EventKind, record};
use crate::desk::Write;
use crate::error::Error;
use crate::id::{MessageId, RequestId};
use crate::intake::Bounce;
use crate::mailbox::{self, IntakeOutcome};
use crate::outbox::{self, RecipientState};
use crate::request::{self, Waiting};

impl Intake<'_> {
    /// Puts a delivery report with the mail that it is about.
    pub(super) async fn place_bounce(
        &self,
        write: &mut Write<'_>,
        bounce: &Bounce,
    ) -> Result<Received, Error> {
        let (message, id, sent_at) = self.reported(write, bounce).await?.ok_or(Error::NotFound("message"))?;
        mark_recipients(write, message, bounce).await?;
        let at = self.written_at(Some(sent_at));
        let report = self.store_message(write, id, at).await?;
        let mut stored = request::find(write, id).await?;
        stored.activity_at = stored.activity_at.max(at);
        if !bounce.delayed {
            stored.delivery_failed = true;
            stored.unread = true;
            if stored.waiting != Waiting::Us {
                stored.waiting = Waiting::Us;
                stored.waiting_since = at;
            }
        }
        request::update(write, &stored).await?;
        let kind = if bounce.delayed { EventKind::DeliveryDelayed } else { EventKind::DeliveryFailed };
        record(write, id, Actor::Program, at, kind, &[("recipients", &bounce.recipients.join(", "))]).await?;
        mailbox::record_outcome(
            write,
            &self.pending.sha256,
            IntakeOutcome::Bounce,
            "",
            Some(report),
            self.now,
        )
        .await?;
        write.changed(Change::Request(id));
        write.changed(Change::Outbox);
        Ok(Received::Bounce(id))
    }

    /// The mail of ours that a report is about: the one it names, else the one it answers.
    pub(super) async fn reported(
        &self,
        connection: &mut SqliteConnection,
        bounce: &Bounce,
    ) -> Result<Option<(MessageId, RequestId, Timestamp)>, Error> {
        for id in bounce.original_message_id.iter().chain(self.answered_ids()) {
            if let Some(reported) = conversation::outgoing_with_mail_id(connection, id).await? {
                return Ok(Some(reported));
            }
        }
        Ok(None)
    }
}

/// A report names a recipient by the last address it was passed on to. Where that is none of ours,
/// the mail's only recipient is meant.
async fn mark_recipients(write: &mut Write<'_>, message: MessageId, bounce: &Bounce) -> Result<(), Error> {
    let Some(outbox) = outbox::of_message(write, message).await? else { return Ok(()) };
    let state = if bounce.delayed { RecipientState::Delayed } else { RecipientState::Bounced };
    let status = bounce.status.as_deref().unwrap_or_default();
    let mut is_marked = false;
    for address in &bounce.recipients {
        is_marked |= outbox::record_recipient(write, outbox, address, state, status).await?;
    }
    if let ([only], false) = (outbox::recipients(write, outbox).await?.as_slice(), is_marked) {
        outbox::record_recipient(write, outbox, &only.address, state, status).await?;
    }
    Ok(())
}
