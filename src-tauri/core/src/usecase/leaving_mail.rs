//! A mail that leaves: its bytes, its message in the conversation and its place in the outbox are stored
//! together, in the transaction of whoever sends it (RELIABILITY 12).

use super::receive_mail::index_message;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{
    Attachment, Direction, Message, RecipientField, insert_attachment, insert_message,
};
use crate::desk::Write;
use crate::error::Error;
use crate::id::{AccountId, AttachmentId, MessageId, OutboxId, QuoteId, RequestId, UserId};
use crate::intake::{MailClass, Person};
use crate::language::Language;
use crate::mail::compose::{ComposedMail, NamedAddress, OutgoingMail};
use crate::mailbox;
use crate::outbox::{self, OutboxMail, OutboxPurpose, OutboxState};

/// A mail as it is committed.
pub(super) struct LeavingMail {
    pub(super) request: RequestId,
    pub(super) account: AccountId,
    pub(super) purpose: OutboxPurpose,
    /// What was written, without the mail that it quotes.
    pub(super) text: String,
    /// The answered mail, as it is quoted below the text; empty if it is not.
    pub(super) quoted: String,
    pub(super) mail: OutgoingMail,
    pub(super) composed: ComposedMail,
    /// The language, where the program wrote it.
    pub(super) language: Option<Language>,
    /// Who wrote it; nobody for what the program wrote.
    pub(super) user: Option<UserId>,
    pub(super) quote: Option<QuoteId>,
    /// When it may leave.
    pub(super) not_before: Timestamp,
    /// How the request stood before, as JSON, should the mail be taken back.
    pub(super) before: String,
    pub(super) now: Timestamp,
}

impl LeavingMail {
    /// Puts it into the conversation and the outbox.
    pub(super) async fn commit_to_outbox(self, write: &mut Write<'_>) -> Result<OutboxId, Error> {
        let sha256 = mailbox::hash(&self.composed.bytes);
        mailbox::insert_raw(write, &sha256, &self.composed.bytes, self.now).await?;
        let message_id = self.store_message(write, &sha256).await?;
        let outbox = OutboxMail {
            id: OutboxId::new(),
            request_id: self.request,
            message_id,
            account_id: Some(self.account),
            mail_message_id: self.composed.message_id,
            raw_sha256: sha256,
            envelope_from: self.composed.envelope.from,
            purpose: self.purpose,
            state: OutboxState::Queued,
            tries: 0,
            not_before: self.not_before,
            last_error: None,
            copy_tries: 0,
            before: self.before,
            created_at: self.now,
        };
        outbox::insert(write, &outbox, &self.composed.envelope.recipients).await?;
        write.changed(Change::Request(self.request));
        write.changed(Change::Outbox);
        Ok(outbox.id)
    }

    async fn store_message(&self, write: &mut Write<'_>, sha256: &[u8]) -> Result<MessageId, Error> {
        let is_automatic = self.purpose == OutboxPurpose::Automatic;
        let message = Message {
            id: MessageId::new(),
            request_id: self.request,
            direction: Direction::Outgoing,
            class: if is_automatic { MailClass::AutoReply } else { MailClass::Personal },
            class_reason: String::new(),
            sender: person(&self.mail.from),
            subject: self.mail.subject.clone(),
            text: self.text.clone(),
            language: self.language,
            quoted: self.quoted.clone(),
            signature: String::new(),
            has_html: false,
            mail_message_id: Some(self.composed.message_id.clone()),
            raw_sha256: Some(sha256.to_vec()),
            forwarded_by: None,
            evidence: String::new(),
            fields: Vec::new(),
            omissions: Vec::new(),
            same_id_as_other: false,
            user_id: self.user,
            quote_id: self.quote,
            sent_at: self.now,
            created_at: self.now,
        };
        insert_message(write, &message, &self.recipients()).await?;
        for (position, file) in self.mail.attachments.iter().enumerate() {
            let stored = Attachment {
                id: AttachmentId::new(),
                message_id: message.id,
                name: file.name.clone(),
                mime: file.mime.clone(),
                size: file.bytes.len() as i64,
                sha256: mailbox::hash(&file.bytes),
                inline: false,
                content_id: None,
            };
            insert_attachment(write, position as i64, &stored).await?;
        }
        index_message(write, &message).await?;
        Ok(message.id)
    }

    fn recipients(&self) -> Vec<(RecipientField, Person)> {
        let to = self.mail.to.iter().map(|address| (RecipientField::To, person(address)));
        let cc = self.mail.cc.iter().map(|address| (RecipientField::Cc, person(address)));
        to.chain(cc).collect()
    }
}

fn person(address: &NamedAddress) -> Person {
    Person { name: address.name.clone(), address: address.address.to_lowercase() }
}
