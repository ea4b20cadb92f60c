//! A stored mail is read: it begins a request, joins a conversation, or is listed with its reason.

use sqlx::SqliteConnection;

use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation;
use crate::desk::{Desk, Write};
use crate::error::{Error, StoreError};
use crate::id::RequestId;
use crate::intake::{self, Arrival, Bounce, IncomingMail, IntakeContext, Verdict};
use crate::mailbox::{self, AccountMode, IntakeOutcome, PendingMail};
use crate::{request, settings};

mod acknowledge;
mod as_forward;
mod bounce;
mod keep_message;
mod request_or_reply;
mod round;

pub use round::receive_pending;

pub use as_forward::take_as_forward;
pub(super) use keep_message::index_message;

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It began a request.
    Request(RequestId),
    /// It joined a conversation.
    Message(RequestId),
    /// An automatic mail joined a conversation.
    Automatic(RequestId),
    /// A delivery report was put where it belongs.
    Bounce(RequestId),
    /// It is listed with its reason.
    Ignored,
    /// It is one of our own.
    Own,
    /// Its conversation had it already: it was read by two at the same time.
    Here(RequestId),
}

/// How many mails became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct IntakeCounts {
    /// Requests begun.
    pub requests: u32,
    /// Messages that joined conversations.
    pub messages: u32,
    /// Automatic mails.
    pub automatic: u32,
    /// Delivery reports.
    pub bounces: u32,
    /// Listed with a reason.
    pub ignored: u32,
}

impl IntakeCounts {
    pub(super) fn note(&mut self, received: Received) {
        match received {
            Received::Request(_) => self.requests += 1,
            Received::Message(_) => self.messages += 1,
            Received::Automatic(_) => self.automatic += 1,
            Received::Bounce(_) => self.bounces += 1,
            Received::Ignored => self.ignored += 1,
            Received::Own | Received::Here(_) => {}
        }
    }
}

/// Reads one stored mail. `insist`: the user wants a request of it, whatever it is.
///
/// A mail that cannot be placed as it was understood is placed as one that cannot be read, so that
/// it is seen.
pub(super) async fn read_one(desk: &Desk, pending: &PendingMail, insist: bool) -> Result<Received, Error> {
    let context = owner_context(&mut *desk.reader().await?).await?;
    let mail = read(desk, pending, &context).await?;
    let now = desk.clock().now();
    match place(desk, &Intake { pending, mail: &mail, context: &context, insist, now }).await {
        Err(error) if mail.unreadable.is_none() && !matches!(error, Error::Store(StoreError::DiskFull)) => {
            tracing::warn!(%error, "a mail cannot be placed as it was read");
            place(desk, &Intake { pending, mail: &unreadable(), context: &context, insist, now }).await
        }
        placed => placed,
    }
}

async fn read(desk: &Desk, pending: &PendingMail, context: &IntakeContext) -> Result<IncomingMail, Error> {
    match mailbox::raw(&mut *desk.reader().await?, &pending.sha256).await {
        Err(Error::Store(StoreError::Damaged)) => Ok(unreadable()),
        raw => Ok(understand(raw?, context).await),
    }
}

async fn understand(raw: Vec<u8>, context: &IntakeContext) -> IncomingMail {
    let context = context.clone();
    let mail = tokio::task::spawn_blocking(move || intake::read_mail(&raw, &context)).await;
    mail.unwrap_or_else(|_| unreadable())
}

/// What a stored mail would become if it were read now; nothing is written.
pub(super) async fn would_become(
    desk: &Desk,
    pending: &PendingMail,
) -> Result<(IncomingMail, Course), Error> {
    let context = owner_context(&mut *desk.reader().await?).await?;
    let mail = read(desk, pending, &context).await?;
    let now = desk.clock().now();
    let intake = Intake { pending, mail: &mail, context: &context, insist: false, now };
    let course = intake.course(&mut *desk.reader().await?).await?;
    Ok((mail, course))
}

async fn place(desk: &Desk, intake: &Intake<'_>) -> Result<Received, Error> {
    let mut write = desk.write().await?;
    let received = intake.place(desk, &mut write).await?;
    write.commit().await?;
    if matches!(received, Received::Request(_)) {
        desk.wake_send();
    }
    Ok(received)
}

/// Where somebody else put a mail while it was being read here, such as the mailbox's worker during an import.
async fn placed_meanwhile(
    connection: &mut SqliteConnection,
    sha256: &[u8],
) -> Result<Option<RequestId>, Error> {
    match mailbox::intake_of(connection, sha256).await? {
        Some((_, Some(_))) => request::holding_mail(connection, sha256).await,
        _ => Ok(None),
    }
}

/// A mail on which the reader itself failed: it is shown as unreadable, and can be exported.
fn unreadable() -> IncomingMail {
    IncomingMail {
        unreadable: Some("the reader failed".into()),
        ..intake::read_mail(b"", &IntakeContext::default())
    }
}

/// The user's own addresses: of mailboxes and of people.
async fn owner_context(connection: &mut SqliteConnection) -> Result<IntakeContext, Error> {
    let accounts = mailbox::accounts(connection).await?.into_iter().map(|account| account.address);
    let users = settings::users(connection).await?.into_iter().map(|user| user.address);
    let owner_addresses = accounts
        .chain(users)
        .map(|address| address.to_lowercase())
        .filter(|address| !address.is_empty())
        .collect();
    Ok(IntakeContext { owner_addresses, ..IntakeContext::default() })
}

/// One mail on its way to its place.
struct Intake<'a> {
    pending: &'a PendingMail,
    mail: &'a IncomingMail,
    context: &'a IntakeContext,
    insist: bool,
    now: Timestamp,
}

/// The conversation a mail belongs to.
pub(super) struct Place {
    pub(super) request: RequestId,
    /// When the mail was written that it answers: an answer is never before it, whatever its sender's clock says.
    answered: Option<Timestamp>,
}

/// What a mail becomes, before anything is written.
pub(super) enum Course {
    /// A copy of one of our own.
    Own,
    /// A report about a mail of ours.
    Report(Bounce),
    /// A message in a conversation.
    Join(Place),
    /// Listed with its reason.
    Ignore(String),
    /// A request.
    Begin,
}

impl Intake<'_> {
    async fn place(&self, desk: &Desk, write: &mut Write<'_>) -> Result<Received, Error> {
        if let Some(request) = placed_meanwhile(write, &self.pending.sha256).await? {
            return Ok(Received::Here(request));
        }
        match self.course(write).await? {
            Course::Own => self.ignore(write, IntakeOutcome::Own, "").await.map(|()| Received::Own),
            Course::Report(bounce) => self.place_bounce(write, &bounce).await,
            Course::Join(place) => self.join(write, place).await,
            Course::Ignore(reason) => {
                self.ignore(write, IntakeOutcome::Ignored, &reason).await.map(|()| Received::Ignored)
            }
            Course::Begin => self.begin(desk, write).await,
        }
    }

    async fn course(&self, connection: &mut SqliteConnection) -> Result<Course, Error> {
        if self.is_our_own(connection).await? {
            return Ok(Course::Own);
        }
        if let Some(bounce) = &self.mail.bounce
            && self.reported(connection, bounce).await?.is_some()
        {
            return Ok(Course::Report(bounce.clone()));
        }
        if let Some(place) = self.conversation(connection).await? {
            return Ok(Course::Join(place));
        }
        Ok(match self.judge(connection).await? {
            Verdict::Ignored(reason) if !self.insist => Course::Ignore(reason),
            Verdict::Ignored(_) | Verdict::Request => Course::Begin,
        })
    }

    /// A copy of a mail of ours. The Message-ID alone proves nothing: the customer has it too.
    async fn is_our_own(&self, connection: &mut SqliteConnection) -> Result<bool, Error> {
        match &self.mail.message_id {
            Some(id) if !self.insist && self.is_from_us() => {
                Ok(conversation::outgoing_with_mail_id(connection, id).await?.is_some())
            }
            _ => Ok(false),
        }
    }

    /// The conversation a mail belongs to: by a Message-ID it answers, by its own Message-ID when
    /// another mail had it, or by our reference together with a known participant. Never by subject alone.
    async fn conversation(&self, connection: &mut SqliteConnection) -> Result<Option<Place>, Error> {
        for id in self.answered_ids().chain(&self.mail.message_id) {
            if let Some((request, answered)) = conversation::conversation_of(connection, id).await? {
                return Ok(Some(Place { request, answered: Some(answered) }));
            }
        }
        let sender = self.sender().address;
        for token in reference_tokens(&self.mail.subject) {
            if let Some(request) = request::find_by_reference(connection, token).await?
                && conversation::takes_part(connection, request, &sender).await?
            {
                return Ok(Some(Place { request, answered: None }));
            }
        }
        Ok(None)
    }

    /// The Message-IDs of the mails that this one answers, the nearest first.
    fn answered_ids(&self) -> impl Iterator<Item = &String> {
        self.mail.in_reply_to.iter().chain(self.mail.references.iter().rev())
    }

    /// Whether a mail that is in no conversation is a request, by today's rules.
    async fn judge(&self, connection: &mut SqliteConnection) -> Result<Verdict, Error> {
        let is_general = match self.pending.account_id {
            Some(account) => mailbox::account(connection, account)
                .await
                .is_ok_and(|account| account.mode == AccountMode::Triage),
            None => false,
        };
        let speaker = self.sender().address;
        let arrival = Arrival::of(self.mail, &speaker, self.is_sent_by_us(), is_general);
        Ok(intake::judge(&arrival, &mailbox::rules(connection).await?))
    }

    async fn ignore(&self, write: &mut Write<'_>, outcome: IntakeOutcome, reason: &str) -> Result<(), Error> {
        mailbox::record_outcome(write, &self.pending.sha256, outcome, reason, None, self.now).await?;
        write.changed(Change::Mailboxes);
        Ok(())
    }

    fn is_from_us(&self) -> bool {
        self.context.owner_addresses.contains(&self.sender().address)
    }

    fn is_sent_by_us(&self) -> bool {
        let from = self.mail.from.as_ref().map(|from| from.address.to_lowercase());
        from.is_some_and(|from| self.context.owner_addresses.contains(&from))
    }

    /// When a mail was written, for the order of things: its own date, unless that lies in the
    /// future or before the mail it answers.
    fn written_at(&self, answered: Option<Timestamp>) -> Timestamp {
        let date = self.mail.date.filter(|date| date.0 > 0);
        let written = date.map_or(self.pending.stored_at, |date| date.min(self.pending.stored_at));
        written.max(answered.unwrap_or(written))
    }
}

/// What may be one of our references: words in square brackets at the end of a subject.
fn reference_tokens(subject: &str) -> impl Iterator<Item = &str> {
    subject
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split(']').next())
        .filter(|token| !token.is_empty() && token.len() <= 40)
}

#[cfg(test)]
mod tests {
    use super::reference_tokens;

    #[test]
    fn a_reference_stands_in_square_brackets() {
        let tokens: Vec<_> = reference_tokens("Re: [EXT] Salle de bain [D-2026-0147]").collect();
        assert_eq!(tokens, ["EXT", "D-2026-0147"]);
        assert_eq!(reference_tokens("D-2026-0147 sans crochets").count(), 0);
    }
}
