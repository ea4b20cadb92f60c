//! A mail is kept in its conversation, with its people, its files, and the owner's own words.

use sqlx::SqliteConnection;

use super::super::write_note::index_note;
use super::Intake;
use crate::clock::Timestamp;
use crate::conversation::{
    self, Attachment, Direction, Message, NoteView, RecipientField, insert_attachment, insert_message,
    insert_note,
};
use crate::desk::Write;
use crate::error::Error;
use crate::id::{AttachmentId, MessageId, NoteId, RequestId, UserId};
use crate::intake::{Person, RequesterSource};
use crate::mailbox;
use crate::search::{self, HitKind, SearchEntry};
use crate::settings;

impl Intake<'_> {
    pub(super) async fn store_message(
        &self,
        write: &mut Write<'_>,
        request: RequestId,
        at: Timestamp,
    ) -> Result<MessageId, Error> {
        let same_id_as_other = match &self.mail.message_id {
            Some(id) => conversation::conversation_of(write, id).await?.is_some(),
            None => false,
        };
        let message = Message { same_id_as_other, ..self.message(request, at) };
        insert_message(write, &message, &self.recipients()).await?;
        for (position, file) in self.mail.attachments.iter().enumerate() {
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

    /// A mail as a message: what it says, and who speaks in it.
    pub(super) fn message(&self, request: RequestId, at: Timestamp) -> Message {
        let mail = self.mail;
        let forward = mail.forward.as_ref();
        let (text, quoted, signature) = match forward {
            Some(forward) => (forward.body.clone(), String::new(), String::new()),
            None => (mail.reply.text.clone(), mail.reply.quoted.clone(), mail.reply.signature.clone()),
        };
        Message {
            id: MessageId::new(),
            request_id: request,
            direction: Direction::Incoming,
            class: mail.class,
            class_reason: mail.class_reason.clone(),
            sender: self.sender(),
            subject: self.subject().to_owned(),
            text,
            language: mail.language,
            quoted,
            signature,
            has_html: mail.html.is_some(),
            mail_message_id: mail.message_id.clone(),
            raw_sha256: Some(self.pending.sha256.clone()),
            forwarded_by: mail.from.as_ref().filter(|_| forward.is_some()).map(|from| from.address.clone()),
            evidence: forward.map(|forward| forward.evidence.clone()).unwrap_or_default(),
            fields: mail.fields.clone(),
            omissions: mail.omissions.clone(),
            same_id_as_other: false,
            user_id: None,
            quote_id: None,
            sent_at: mail.date.unwrap_or(self.pending.stored_at),
            created_at: at,
        }
    }

    /// What the owner wrote above a forwarded mail becomes an internal note of theirs; which one, if any.
    pub(super) async fn keep_owners_words(
        &self,
        write: &mut Write<'_>,
        request: RequestId,
        at: Timestamp,
    ) -> Result<Option<NoteId>, Error> {
        let Some(words) = self
            .mail
            .forward
            .as_ref()
            .map(|forward| forward.preamble.trim())
            .filter(|words| !words.is_empty())
        else {
            return Ok(None);
        };
        let user_id = self.forwarding_user(write).await?;
        let note = NoteView { id: NoteId::new(), at, user_id, text: words.to_owned() };
        insert_note(write, request, &note).await?;
        index_note(write, request, &note).await?;
        Ok(Some(note.id))
    }

    async fn forwarding_user(&self, connection: &mut SqliteConnection) -> Result<Option<UserId>, Error> {
        let Some(from) = &self.mail.from else { return Ok(None) };
        let users = settings::users(connection).await?;
        Ok(users
            .into_iter()
            .find(|user| !user.address.is_empty() && user.address.eq_ignore_ascii_case(&from.address))
            .map(|user| user.id))
    }

    pub(super) fn recipients(&self) -> Vec<(RecipientField, Person)> {
        let (to, cc) = match &self.mail.forward {
            Some(forward) => (&forward.to, &forward.cc),
            None => (&self.mail.to, &self.mail.cc),
        };
        let field = |field: RecipientField, people: &[Person]| {
            people
                .iter()
                .map(|person| {
                    (field, Person { name: person.name.clone(), address: person.address.to_lowercase() })
                })
                .collect::<Vec<_>>()
        };
        let mut recipients = field(RecipientField::To, to);
        recipients.extend(field(RecipientField::Cc, cc));
        recipients.extend(field(RecipientField::ReplyTo, &self.mail.reply_to));
        recipients.retain(|(_, person)| !person.address.is_empty());
        recipients
    }

    /// Who speaks: the original sender of a forward, the person behind a form, else the sender.
    pub(super) fn sender(&self) -> Person {
        let requester = &self.mail.requester;
        let speaks_for_itself = matches!(requester.source, RequesterSource::From | RequesterSource::ReplyTo);
        let from = self.mail.from.clone().unwrap_or_default();
        if speaks_for_itself && !from.address.is_empty() {
            return Person { name: from.name, address: from.address.to_lowercase() };
        }
        Person { name: requester.name.clone(), address: requester.address.to_lowercase() }
    }

    pub(super) fn subject(&self) -> &str {
        self.mail.forward.as_ref().map_or(&self.mail.subject, |forward| &forward.subject)
    }
}

/// Puts a message into the index.
pub(in crate::usecase) async fn index_message(
    connection: &mut SqliteConnection,
    message: &Message,
) -> Result<(), Error> {
    let entry = SearchEntry {
        kind: HitKind::Message,
        item: message.id.uuid(),
        request: Some(message.request_id),
        at: message.sent_at,
        title: &message.subject,
        body: &format!("{} {} {}", message.sender.name, message.sender.address, message.text),
    };
    search::index(connection, &entry).await
}
