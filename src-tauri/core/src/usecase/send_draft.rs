//! A mail is sent: the click, the quote's number, the document's hash, the exact bytes, the
//! Message-ID and the recipients are committed together (RELIABILITY 12).

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::finalise_quote::{document_name, freeze};
use super::leaving_mail::LeavingMail;
use super::save_draft::{last_incoming, quotation_of, reply_subject, sending_account};
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, Draft, DraftKind, DraftPerson, EventKind, record};
use crate::desk::{Desk, Write};
use crate::document;
use crate::error::{Error, FieldProblem, StateProblem, TooLargeToMail};
use crate::id::{DraftId, OutboxId, QuoteId};
use crate::mail::compose::{self, ComposeError, NamedAddress, OutgoingAttachment, OutgoingMail};
use crate::mailbox::Account;
use crate::outbox::OutboxPurpose;
use crate::quote::{self, Quote, QuoteState};
use crate::request::{self, Proposal, Request, Status, StatusEvent, Waiting};
use crate::settings;

/// Sends a draft: commits it to the outbox. It may leave once the time to take it back is over;
/// the draft itself is kept until its mail is committed as sent.
pub async fn send_draft(desk: &Desk, actor: Actor, id: DraftId) -> Result<OutboxId, Error> {
    let mut write = desk.write().await?;
    let draft = conversation::find_draft(&mut write, id).await?;
    if draft.outbox_id.is_some() {
        return Err(Error::State(StateProblem::MailAlreadyLeaving));
    }
    if draft.kind == DraftKind::Note {
        return Err(Error::NotFound("reply"));
    }
    let (sending, leaving) = Sending::prepare(desk, &mut write, actor, draft).await?;
    let outbox = leaving.commit_to_outbox(&mut write).await?;
    conversation::tie_draft(&mut write, id, Some(outbox)).await?;
    sending.move_request(&mut write).await?;
    write.commit().await?;
    desk.wake_send();
    Ok(outbox)
}

/// How a request and its quotes stood before a mail, to be restored when the mail is taken back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Before {
    pub(super) status: Status,
    pub(super) waiting: Waiting,
    pub(super) waiting_since: Timestamp,
    pub(super) proposal: Option<Proposal>,
    pub(super) closed_reason: String,
    pub(super) delivery_failed: bool,
    /// The versions whose state the mail changed.
    pub(super) quotes: Vec<(QuoteId, QuoteState)>,
}

/// What a mail that is sent moves.
struct Sending {
    actor: Actor,
    now: Timestamp,
    request: Request,
    quote: Option<Quote>,
}

impl Sending {
    async fn prepare(
        desk: &Desk,
        write: &mut Write<'_>,
        actor: Actor,
        draft: Draft,
    ) -> Result<(Self, LeavingMail), Error> {
        let now = desk.clock().now();
        let request = request::find(write, draft.request_id).await?;
        let account = sending_account(write, &request).await?.ok_or(Error::State(StateProblem::NoMailbox))?;
        if draft.text.to.iter().all(|person| person.address.trim().is_empty()) {
            return Err(Error::State(StateProblem::NoRequesterAddress));
        }
        let quote = match draft.quote_id {
            Some(id) => Some(ready_to_send(desk, write, actor, id, now).await?),
            None => None,
        };
        if quote.is_none() && draft.text.text.trim().is_empty() {
            return Err(Error::State(StateProblem::DraftEmpty));
        }
        let quoted = if draft.text.quotes { quotation_of(desk, write, &draft).await? } else { String::new() };
        let mut mail = outgoing(write, &draft, &request, &account, quote.as_ref(), now).await?;
        let text = mail.text.clone();
        if !quoted.is_empty() {
            mail.text = format!("{}\n\n{quoted}\n", text.trim_end());
        }
        let composed = compose::compose(&mail).map_err(of_compose)?;
        let undo = i64::from(settings::preferences(write).await?.undo_seconds);
        let sending = Self { actor, now, request, quote };
        let leaving = LeavingMail {
            request: sending.request.id,
            account: account.id,
            purpose: if sending.quote.is_some() { OutboxPurpose::Quote } else { OutboxPurpose::Reply },
            text,
            quoted,
            mail,
            composed,
            language: None,
            user: actor.user(),
            quote: sending.quote.as_ref().map(|quote| quote.id),
            not_before: now.plus_seconds(undo),
            before: serde_json::to_string(&sending.before(write).await?).unwrap_or_default(),
            now,
        };
        Ok((sending, leaving))
    }

    async fn before(&self, write: &mut Write<'_>) -> Result<Before, Error> {
        let mut quotes = Vec::new();
        if let Some(Quote { id, state, number: Some(number), .. }) = &self.quote {
            quotes = quote::superseded_by(write, *id, number).await?;
            quotes.push((*id, *state));
        }
        Ok(Before {
            status: self.request.status,
            waiting: self.request.waiting,
            waiting_since: self.request.waiting_since,
            proposal: self.request.proposal,
            closed_reason: self.request.closed_reason.clone(),
            delivery_failed: self.request.delivery_failed,
            quotes,
        })
    }

    async fn move_request(mut self, write: &mut Write<'_>) -> Result<(), Error> {
        let event = match &self.quote {
            Some(quote) => {
                quote::mark_sent(write, quote.id, self.now).await?;
                if let Some(number) = &quote.number {
                    quote::supersede_others(write, quote.id, number, self.now).await?;
                }
                let number = quote.number.clone().unwrap_or_default();
                let detail = [("number", number.as_str()), ("version", &quote.version.to_string())];
                record(write, self.request.id, self.actor, self.now, EventKind::QuoteSent, &detail).await?;
                write.changed(Change::Quote(quote.id));
                self.request.latest_quote_id = Some(quote.id);
                StatusEvent::QuoteSent
            }
            None => {
                record(write, self.request.id, self.actor, self.now, EventKind::Replied, &[]).await?;
                StatusEvent::Replied
            }
        };
        self.request.status = self.request.status.after(event);
        self.request.waiting =
            if self.request.status.is_closed() { Waiting::Nobody } else { Waiting::Customer };
        if !self.request.status.is_closed() {
            self.request.closed_reason.clear();
        }
        self.request.delivery_failed = false;
        self.request.waiting_since = self.now;
        self.request.activity_at = self.now;
        self.request.proposal = None;
        self.request.unread = false;
        request::update(write, &self.request).await
    }
}

/// The quote to go with a mail: frozen now, if it is still a draft.
async fn ready_to_send(
    desk: &Desk,
    write: &mut Write<'_>,
    actor: Actor,
    id: QuoteId,
    now: Timestamp,
) -> Result<Quote, Error> {
    let stored = quote::find(write, id).await?;
    match stored.state {
        QuoteState::Draft => freeze(desk, write, actor, stored, now).await,
        QuoteState::Superseded => Err(Error::State(StateProblem::QuoteSuperseded)),
        QuoteState::Finalised | QuoteState::Sent | QuoteState::Accepted | QuoteState::Refused => Ok(stored),
    }
}

/// The files of a mail: the quote's document first, byte for byte as frozen.
async fn attachments(
    connection: &mut SqliteConnection,
    draft: &Draft,
    quote: Option<&Quote>,
) -> Result<Vec<OutgoingAttachment>, Error> {
    let mut files = Vec::new();
    if let Some(quote) = quote {
        let sha256 = quote.document_sha256.as_ref().ok_or(Error::State(StateProblem::QuoteNotFinalised))?;
        let document = document::find(connection, sha256).await?;
        files.push(OutgoingAttachment {
            name: document_name(quote),
            mime: document.mime,
            bytes: document.bytes,
        });
    }
    let own = conversation::draft_files(connection, draft.id).await?;
    files.extend(own.into_iter().map(|file| OutgoingAttachment {
        name: file.name,
        mime: file.mime,
        bytes: file.bytes,
    }));
    Ok(files)
}

async fn outgoing(
    connection: &mut SqliteConnection,
    draft: &Draft,
    request: &Request,
    account: &Account,
    quote: Option<&Quote>,
    now: Timestamp,
) -> Result<OutgoingMail, Error> {
    let messages = conversation::messages(connection, request.id).await?;
    let thread: Vec<String> = messages.iter().filter_map(|message| message.mail_message_id.clone()).collect();
    let answers = draft.answers_id.and_then(|id| messages.iter().find(|message| message.id == id));
    let answered = answers.or_else(|| last_incoming(&messages));
    let answered =
        answered.and_then(|message| message.mail_message_id.clone()).or_else(|| thread.last().cloned());
    let subject = match (draft.text.subject.trim(), quote) {
        ("", Some(quote)) => quote_subject(quote, request),
        ("", None) => reply_subject(request, &messages),
        (typed, _) => typed.to_owned(),
    };
    let people = |people: &[DraftPerson]| {
        let named = |person: &DraftPerson| NamedAddress {
            name: person.name.trim().to_owned(),
            address: person.address.trim().to_owned(),
        };
        people.iter().filter(|person| !person.address.trim().is_empty()).map(named).collect()
    };
    Ok(OutgoingMail {
        message_id: compose::new_message_id(&account.address).map_err(of_compose)?,
        date: now,
        from: NamedAddress { name: account.display_name.clone(), address: account.address.clone() },
        to: people(&draft.text.to),
        cc: people(&draft.text.cc),
        bcc: Vec::new(),
        reply_to: None,
        subject,
        reference_token: Some(request.reference.clone()),
        text: draft.text.text.clone(),
        html: None,
        in_reply_to: answered,
        references: thread,
        attachments: attachments(connection, draft, quote).await?,
        auto_submitted: false,
    })
}

fn quote_subject(quote: &Quote, request: &Request) -> String {
    let word = crate::pdf::quote_word(quote.content.language);
    let number = quote.number.as_deref().unwrap_or_default();
    let title = if quote.content.title.is_empty() { &request.subject } else { &quote.content.title };
    format!("{word} {number} – {title}")
}

fn of_compose(error: ComposeError) -> Error {
    match error {
        ComposeError::InvalidAddress { field, .. } => Error::field(field, FieldProblem::NotAnAddress),
        ComposeError::NoRecipient => Error::State(StateProblem::NoRequesterAddress),
        ComposeError::ControlCharacter { field } => Error::field(field, FieldProblem::ControlCharacter),
        ComposeError::InvalidMessageId => Error::field("from", FieldProblem::NotAnAddress),
        ComposeError::TooLarge { size, limit } => {
            TooLargeToMail { name: None, size: size as u64, attached: 0, limit: limit as u64 }.into()
        }
    }
}
