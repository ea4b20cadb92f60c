//! A mail that began a request is acknowledged, or the timeline says why not.

use sqlx::SqliteConnection;

use super::super::acknowledge::{Acknowledging, record_silence};
use super::super::save_draft::sending_account;
use super::Intake;
use crate::acknowledgement::{self, Coming, Occasion};
use crate::conversation;
use crate::desk::Write;
use crate::error::Error;
use crate::intake::Verdict;
use crate::mailbox::{self, IntakeSource, TO_SORT};
use crate::request::Request;
use crate::settings;

/// Seconds of the spans in which acknowledgements are counted.
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

impl Intake<'_> {
    /// Puts the acknowledgement into the outbox, in the transaction in which the request begins: exactly once,
    /// or not at all.
    pub(super) async fn acknowledge(&self, write: &mut Write<'_>, request: &Request) -> Result<(), Error> {
        let settings = settings::acknowledgement(write).await?;
        if !settings.enabled {
            return Ok(());
        }
        let occasion = self.occasion(write, request).await?;
        let left = match acknowledgement::silence(&occasion) {
            Some(silence) => Err(silence),
            None => {
                let acknowledging =
                    Acknowledging { settings: &settings, request, mail: self.mail, now: self.now };
                acknowledging.commit_to_outbox(write).await?
            }
        };
        match left {
            Ok(()) => Ok(()),
            Err(silence) => record_silence(write, request.id, silence, self.now).await,
        }
    }

    async fn occasion(
        &self,
        connection: &mut SqliteConnection,
        request: &Request,
    ) -> Result<Occasion, Error> {
        let mail = self.mail;
        let now = self.now;
        // A mail that is sorted by hand came through its mailbox all the same.
        let coming = match mailbox::intake_of(connection, &self.pending.sha256).await? {
            Some((stored, _)) => stored.source,
            None => self.pending.source,
        };
        let watched_since = match self.pending.account_id {
            Some(account) => Some(mailbox::watched_since(connection, account).await?),
            None => None,
        };
        let is_blocked = match self.judge(connection).await? {
            Verdict::Request => false,
            Verdict::Ignored(reason) => reason != TO_SORT,
        };
        Ok(Occasion {
            enabled: true,
            coming: match coming {
                IntakeSource::Mailbox => Coming::Mailbox,
                IntakeSource::Relinked => Coming::Relinked,
                IntakeSource::Imported => Coming::File,
            },
            readable: mail.unreadable.is_none(),
            class: mail.class,
            asks_for_silence: mail.asks_for_silence.clone(),
            is_forward: mail.forward.is_some(),
            is_blocked,
            source: request.requester_source,
            requester: request.requester_address.clone(),
            sender: mail.from.as_ref().map(|from| from.address.to_lowercase()).unwrap_or_default(),
            recipients: mail.to.iter().chain(&mail.cc).map(|person| person.address.to_lowercase()).collect(),
            message_id: mail.message_id.clone(),
            own_addresses: self.context.owner_addresses.clone(),
            written_at: mail.date,
            received_at: self.pending.received_at,
            stored_at: self.pending.stored_at,
            watched_since,
            is_answered: conversation::is_answered(connection, request.id).await?,
            had_one_lately: acknowledgement::had_one_lately(connection, &request.requester_address, now)
                .await?,
            in_last_hour: acknowledgement::count_since(connection, now.plus_seconds(-HOUR)).await?,
            in_last_day: acknowledgement::count_since(connection, now.plus_seconds(-DAY)).await?,
            can_send: sending_account(connection, request).await?.is_some(),
            now,
        })
    }
}
