//! A stored mail is read: it begins a request, joins a conversation, or is listed with its reason.

use sqlx::SqliteConnection;

use super::take_request::{index_request, new_request};
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, Attachment, Direction, EventKind, Message, NoteView, RecipientField, insert_attachment, insert_message, insert_note, record};
use crate::desk::{Desk, Write};
use crate::error::Error;
use crate::id::{AttachmentId, MessageId, NoteId, RequestId, UserId};
use crate::intake::{self, Bounce, IncomingMail, IntakeContext, MailClass, Person, RequesterSource};
use crate::mailbox::{self, AccountMode, IntakeOutcome, IntakeSource, PendingMail};
use crate::outbox::{self, RecipientState};
use crate::request::{self, Origin, Proposal, Request, Status, Waiting};
use crate::search::{self, HitKind, SearchEntry};
use crate::{contact, settings};

/// How many stored mails are taken up at a time.
const BATCH: u32 = 50;

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

/// Reads every stored mail that has not been read, oldest first.
pub async fn receive_pending(desk: &Desk) -> Result<IntakeCounts, Error> {
    let mut counts = IntakeCounts::default();
    loop {
        let pending = mailbox::pending(&mut *desk.reader().await?, BATCH).await?;
        if pending.is_empty() {
            return Ok(counts);
        }
        for mail in &pending {
            match read_one(desk, mail, false).await? {
                Received::Request(_) => counts.requests += 1,
                Received::Message(_) => counts.messages += 1,
                Received::Automatic(_) => counts.automatic += 1,
                Received::Bounce(_) => counts.bounces += 1,
                Received::Ignored => counts.ignored += 1,
                Received::Own => {}
            }
        }
    }
}

/// Reads one stored mail. `insist`: the user wants a request of it, whatever it is.
pub(super) async fn read_one(desk: &Desk, pending: &PendingMail, insist: bool) -> Result<Received, Error> {
    let (raw, context) = {
        let mut reader = desk.reader().await?;
        (mailbox::raw(&mut reader, &pending.sha256).await?, owner_context(&mut reader).await?)
    };
    let for_parser = context.clone();
    let mail = tokio::task::spawn_blocking(move || intake::read_mail(&raw, &for_parser)).await;
    let mail = mail.unwrap_or_else(|_| unreadable());
    let mut write = desk.write().await?;
    let intake = Intake { pending, mail: &mail, context: &context, insist, now: desk.clock().now() };
    let received = intake.place(desk, &mut write).await?;
    write.commit().await?;
    Ok(received)
}

/// A mail on which the reader itself failed: it is shown as unreadable, and can be exported.
fn unreadable() -> IncomingMail {
    IncomingMail { unreadable: Some("the reader failed".into()), ..intake::read_mail(b"", &IntakeContext::default()) }
}

/// The user's own addresses: of mailboxes and of people.
async fn owner_context(connection: &mut SqliteConnection) -> Result<IntakeContext, Error> {
    let accounts = mailbox::accounts(connection).await?.into_iter().map(|account| account.address);
    let users = settings::users(connection).await?.into_iter().map(|user| user.address);
    let owner_addresses = accounts.chain(users).map(|address| address.to_lowercase()).filter(|address| !address.is_empty()).collect();
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

impl Intake<'_> {
    async fn place(&self, desk: &Desk, write: &mut Write<'_>) -> Result<Received, Error> {
        if self.is_our_own(write).await? {
            return self.ignore(write, IntakeOutcome::Own, "").await.map(|()| Received::Own);
        }
        if let Some(bounce) = &self.mail.bounce
            && let Some(received) = self.place_bounce(write, bounce).await?
        {
            return Ok(received);
        }
        if let Some(request) = self.conversation(write).await? {
            return self.join(write, request).await;
        }
        if let Some(reason) = self.reason_to_ignore(write).await? {
            return self.ignore(write, IntakeOutcome::Ignored, &reason).await.map(|()| Received::Ignored);
        }
        self.begin(desk, write).await
    }

    async fn is_our_own(&self, connection: &mut SqliteConnection) -> Result<bool, Error> {
        match &self.mail.message_id {
            Some(id) if !self.insist => Ok(conversation::outgoing_with_mail_id(connection, id).await?.is_some()),
            _ => Ok(false),
        }
    }

    /// The conversation a mail belongs to: by a Message-ID it answers, by its own Message-ID when
    /// another mail had it, or by our reference together with a known participant. Never by subject alone.
    async fn conversation(&self, connection: &mut SqliteConnection) -> Result<Option<RequestId>, Error> {
        let answered = self.mail.in_reply_to.iter().chain(self.mail.references.iter().rev());
        for id in answered.chain(&self.mail.message_id) {
            if let Some(request) = conversation::conversation_of(connection, id).await? {
                return Ok(Some(request));
            }
        }
        let sender = self.sender().address;
        for token in reference_tokens(&self.mail.subject) {
            if let Some(request) = request::find_by_reference(connection, token).await?
                && conversation::takes_part(connection, request, &sender).await?
            {
                return Ok(Some(request));
            }
        }
        Ok(None)
    }

    async fn reason_to_ignore(&self, connection: &mut SqliteConnection) -> Result<Option<String>, Error> {
        if self.insist {
            return Ok(None);
        }
        let class = match self.mail.class {
            MailClass::Personal => None,
            MailClass::AutoReply => Some("auto_reply"),
            MailClass::Bounce => Some("bounce"),
            MailClass::List => Some("list"),
            MailClass::Feedback => Some("feedback"),
        };
        if let Some(class) = class {
            return Ok(Some(format!("{class}: {}", self.mail.class_reason)));
        }
        if let Some(account) = self.pending.account_id
            && mailbox::account(connection, account).await.is_ok_and(|account| account.mode == AccountMode::Triage)
        {
            return Ok(Some("triage".into()));
        }
        Ok(None)
    }

    async fn ignore(&self, write: &mut Write<'_>, outcome: IntakeOutcome, reason: &str) -> Result<(), Error> {
        mailbox::record_outcome(write, &self.pending.sha256, outcome, reason, None, self.now).await?;
        write.changed(Change::Mailboxes);
        Ok(())
    }

    /// A new request.
    async fn begin(&self, desk: &Desk, write: &mut Write<'_>) -> Result<Received, Error> {
        let at = self.written_at();
        let origin = self.origin();
        let requester = &self.mail.requester;
        let language = self.mail.language;
        let mut new = Request {
            subject: self.subject().to_owned(),
            requester_name: requester.name.clone(),
            requester_address: requester.address.to_lowercase(),
            requester_source: requester.source,
            language,
            account_id: self.pending.account_id,
            activity_at: at,
            ..new_request(write, desk.clock(), origin, at).await?
        };
        new.contact_id = contact::find_by_address(write, &new.requester_address).await?;
        request::insert(write, &new).await?;
        let message = self.store_message(write, new.id).await?;
        record(write, new.id, Actor::Customer, at, EventKind::Received, &[]).await?;
        if let Some(contact) = new.contact_id {
            let name = contact::find(write, contact).await?.details.name;
            record(write, new.id, Actor::Program, at, EventKind::ContactLinked, &[("name", &name)]).await?;
        }
        self.keep_owners_words(write, new.id).await?;
        index_request(write, &new).await?;
        mailbox::record_outcome(write, &self.pending.sha256, IntakeOutcome::Request, "", Some(message), self.now).await?;
        write.changed(Change::Request(new.id));
        Ok(Received::Request(new.id))
    }

    /// A mail in a conversation that is here already.
    async fn join(&self, write: &mut Write<'_>, id: RequestId) -> Result<Received, Error> {
        let at = self.written_at();
        let message = self.store_message(write, id).await?;
        let mut stored = request::find(write, id).await?;
        stored.activity_at = stored.activity_at.max(at);
        let personal = self.mail.class == MailClass::Personal;
        if personal && !self.is_from_us() {
            if stored.waiting != Waiting::Us {
                stored.waiting = Waiting::Us;
                stored.waiting_since = at;
            }
            stored.unread = true;
            if stored.status == Status::QuoteSent {
                stored.proposal = Some(Proposal::Answer);
            }
        }
        request::update(write, &stored).await?;
        let kind = if personal { EventKind::MessageReceived } else { EventKind::AutomaticReceived };
        record(write, id, Actor::Customer, at, kind, &[("name", self.sender().shown())]).await?;
        self.keep_owners_words(write, id).await?;
        let outcome = if personal { IntakeOutcome::Message } else { IntakeOutcome::Automatic };
        mailbox::record_outcome(write, &self.pending.sha256, outcome, "", Some(message), self.now).await?;
        write.changed(Change::Request(id));
        Ok(if personal { Received::Message(id) } else { Received::Automatic(id) })
    }

    /// A delivery report goes to the very message and recipient it is about.
    async fn place_bounce(&self, write: &mut Write<'_>, bounce: &Bounce) -> Result<Option<Received>, Error> {
        let about = match &bounce.original_message_id {
            Some(id) => conversation::outgoing_with_mail_id(write, id).await?,
            None => None,
        };
        let Some((message, id)) = about else { return Ok(None) };
        let state = if bounce.permanent { RecipientState::Bounced } else { RecipientState::Delayed };
        if let Some(outbox) = outbox::of_message(write, message).await? {
            let recipients = outbox::recipients(write, outbox).await?;
            let only = (recipients.len() == 1 && bounce.recipients.is_empty()).then(|| recipients[0].address.clone());
            for address in bounce.recipients.iter().cloned().chain(only) {
                outbox::record_recipient(write, outbox, &address, state, bounce.status.as_deref().unwrap_or_default()).await?;
            }
        }
        let at = self.written_at();
        let report = self.store_message(write, id).await?;
        let mut stored = request::find(write, id).await?;
        stored.activity_at = stored.activity_at.max(at);
        if bounce.permanent {
            stored.delivery_failed = true;
            stored.unread = true;
            stored.waiting = Waiting::Us;
            stored.waiting_since = at;
        }
        request::update(write, &stored).await?;
        let kind = if bounce.permanent { EventKind::DeliveryFailed } else { EventKind::DeliveryDelayed };
        record(write, id, Actor::Program, at, kind, &[("recipients", &bounce.recipients.join(", "))]).await?;
        mailbox::record_outcome(write, &self.pending.sha256, IntakeOutcome::Bounce, "", Some(report), self.now).await?;
        write.changed(Change::Request(id));
        Ok(Some(Received::Bounce(id)))
    }

    async fn store_message(&self, write: &mut Write<'_>, request: RequestId) -> Result<MessageId, Error> {
        let mail = self.mail;
        let forward = mail.forward.as_ref();
        let same_id_as_other = match &mail.message_id {
            Some(id) => conversation::conversation_of(write, id).await?.is_some(),
            None => false,
        };
        let (text, quoted, signature) = match forward {
            Some(forward) => (forward.body.clone(), String::new(), String::new()),
            None => (mail.reply.text.clone(), mail.reply.quoted.clone(), mail.reply.signature.clone()),
        };
        let message = Message {
            id: MessageId::new(),
            request_id: request,
            direction: Direction::Incoming,
            class: mail.class,
            class_reason: mail.class_reason.clone(),
            sender: self.sender(),
            subject: self.subject().to_owned(),
            text,
            quoted,
            signature,
            has_html: mail.html.is_some(),
            mail_message_id: mail.message_id.clone(),
            raw_sha256: Some(self.pending.sha256.clone()),
            forwarded_by: mail.from.as_ref().filter(|_| forward.is_some()).map(|from| from.address.clone()),
            evidence: forward.map(|forward| forward.evidence.clone()).unwrap_or_default(),
            fields: mail.fields.clone(),
            same_id_as_other,
            user_id: None,
            quote_id: None,
            sent_at: mail.date.unwrap_or(self.pending.stored_at),
            created_at: self.written_at(),
        };
        insert_message(write, &message, &self.recipients()).await?;
        for (position, file) in mail.attachments.iter().enumerate() {
            let stored = Attachment {
                id: AttachmentId::new(),
                message_id: message.id,
                name: file.name.clone(),
                mime: file.mime.clone(),
                size: file.bytes.len() as i64,
                sha256: mailbox::hash(&file.bytes),
                inline: file.inline,
                content_id: file.content_id.clone(),
            };
            insert_attachment(write, position as i64, &stored).await?;
        }
        index_message(write, &message).await?;
        Ok(message.id)
    }

    /// What the owner wrote above a forwarded mail becomes an internal note of theirs.
    async fn keep_owners_words(&self, write: &mut Write<'_>, request: RequestId) -> Result<(), Error> {
        let Some(words) = self.mail.forward.as_ref().map(|forward| forward.preamble.trim()).filter(|words| !words.is_empty()) else {
            return Ok(());
        };
        let user_id = self.forwarding_user(write).await?;
        let note = NoteView { id: NoteId::new(), at: self.written_at(), user_id, text: words.to_owned() };
        insert_note(write, request, &note).await?;
        super::write_note::index_note(write, request, &note).await
    }

    async fn forwarding_user(&self, connection: &mut SqliteConnection) -> Result<Option<UserId>, Error> {
        let Some(from) = &self.mail.from else { return Ok(None) };
        let users = settings::users(connection).await?;
        Ok(users.into_iter().find(|user| !user.address.is_empty() && user.address.eq_ignore_ascii_case(&from.address)).map(|user| user.id))
    }

    fn recipients(&self) -> Vec<(RecipientField, Person)> {
        let (to, cc) = match &self.mail.forward {
            Some(forward) => (&forward.to, &forward.cc),
            None => (&self.mail.to, &self.mail.cc),
        };
        let field = |field: RecipientField, people: &[Person]| {
            people.iter().map(|person| (field, Person { name: person.name.clone(), address: person.address.to_lowercase() })).collect::<Vec<_>>()
        };
        let mut recipients = field(RecipientField::To, to);
        recipients.extend(field(RecipientField::Cc, cc));
        recipients.extend(field(RecipientField::ReplyTo, &self.mail.reply_to));
        recipients.retain(|(_, person)| !person.address.is_empty());
        recipients
    }

    /// Who speaks: the original sender of a forward, the person behind a form, else the sender.
    fn sender(&self) -> Person {
        let requester = &self.mail.requester;
        let speaks_for_itself = matches!(requester.source, RequesterSource::From | RequesterSource::ReplyTo);
        let from = self.mail.from.clone().unwrap_or_default();
        if speaks_for_itself && !from.address.is_empty() {
            return Person { name: from.name, address: from.address.to_lowercase() };
        }
        Person { name: requester.name.clone(), address: requester.address.to_lowercase() }
    }

    fn is_from_us(&self) -> bool {
        self.context.owner_addresses.contains(&self.sender().address)
    }

    fn subject(&self) -> &str {
        self.mail.forward.as_ref().map_or(&self.mail.subject, |forward| &forward.subject)
    }

    fn origin(&self) -> Origin {
        if self.mail.unreadable.is_some() {
            return Origin::Unreadable;
        }
        match self.mail.requester.source {
            RequesterSource::Forward => Origin::Forward,
            RequesterSource::Form => Origin::Form,
            _ if self.pending.source == IntakeSource::Imported => Origin::File,
            RequesterSource::From | RequesterSource::ReplyTo | RequesterSource::Body => Origin::Mail,
        }
    }

    /// When a mail was written, for the order of things: its own date, unless that lies in the future.
    fn written_at(&self) -> Timestamp {
        let date = self.mail.date.filter(|date| date.0 > 0);
        date.map_or(self.pending.stored_at, |date| date.min(self.pending.stored_at))
    }
}

/// What may be one of our references: words in square brackets at the end of a subject.
fn reference_tokens(subject: &str) -> impl Iterator<Item = &str> {
    subject.split('[').skip(1).filter_map(|rest| rest.split(']').next()).filter(|token| !token.is_empty() && token.len() <= 40)
}

/// Puts a message into the index.
pub(super) async fn index_message(connection: &mut SqliteConnection, message: &Message) -> Result<(), Error> {
    let entry = SearchEntry {
        kind: HitKind::Message,
        item: message.id.uuid(),
        request: Some(message.request_id),
        at: message.sent_at,
        title: &message.subject,
        body: &message.text,
    };
    search::index(connection, &entry).await
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
