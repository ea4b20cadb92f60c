//! That a mail was taken as a forward by one of us can be put back: the same message, the same contact as before.

use serde::{Deserialize, Serialize};

use super::journal::Written;
use super::undo::drop_what_is_gone;
use super::{index_request, write_down};
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::contact;
use crate::conversation::{self, EventKind, Message, Rearranged, RecipientField, record};
use crate::desk::Write;
use crate::error::{Error, StateProblem};
use crate::id::{MessageId, NoteId, RearrangementId};
use crate::intake::{Field, Person};
use crate::language::Language;
use crate::request::{self, Request};
use crate::search;
use crate::usecase::receive_mail::index_message;

/// What was changed when a mail was taken as a forward.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::usecase) struct TakenAsForward {
    pub(in crate::usecase) message: MessageId,
    /// How the mail was understood before.
    pub(in crate::usecase) understood: Understood,
    /// The note that the words above the forwarded mail became.
    pub(in crate::usecase) note: Option<NoteId>,
    pub(in crate::usecase) before: Request,
    pub(in crate::usecase) after: Request,
}

/// What is understood of a mail, as far as reading it in another way changes it.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::usecase) struct Understood {
    sender: Person,
    subject: String,
    text: String,
    language: Option<Language>,
    quoted: String,
    signature: String,
    forwarded_by: Option<String>,
    evidence: String,
    fields: Vec<Field>,
    recipients: Vec<(RecipientField, Person)>,
}

impl Understood {
    pub(in crate::usecase) fn of(message: &Message, recipients: Vec<(RecipientField, Person)>) -> Self {
        let message = message.clone();
        Self {
            sender: message.sender,
            subject: message.subject,
            text: message.text,
            language: message.language,
            quoted: message.quoted,
            signature: message.signature,
            forwarded_by: message.forwarded_by,
            evidence: message.evidence,
            fields: message.fields,
            recipients,
        }
    }

    fn put_into(self, message: Message) -> (Message, Vec<(RecipientField, Person)>) {
        let message = Message {
            sender: self.sender,
            subject: self.subject,
            text: self.text,
            language: self.language,
            quoted: self.quoted,
            signature: self.signature,
            forwarded_by: self.forwarded_by,
            evidence: self.evidence,
            fields: self.fields,
            ..message
        };
        (message, self.recipients)
    }
}

impl TakenAsForward {
    /// Keeps what is needed to put it back.
    pub(in crate::usecase) async fn write_down(
        self,
        write: &mut Write<'_>,
        now: Timestamp,
    ) -> Result<Rearranged, Error> {
        let request = self.before.id;
        let written = Written::TakenAsForward(Box::new(self));
        write_down(write, RearrangementId::new(), (request, request), &written, now).await
    }

    /// The mail is read as it was, its note is gone, and whoever asked before asks again, unless that was
    /// changed by hand since.
    pub(super) async fn undo(
        self,
        write: &mut Write<'_>,
        request: Request,
        actor: Actor,
        now: Timestamp,
    ) -> Result<(), Error> {
        let messages = conversation::messages(write, request.id).await?;
        let message = messages
            .into_iter()
            .find(|message| message.id == self.message)
            .ok_or(Error::State(StateProblem::MovedOnSince))?;
        let (message, recipients) = self.understood.put_into(message);
        conversation::replace_message(write, &message, &recipients).await?;
        index_message(write, &message).await?;
        if let Some(note) = self.note {
            conversation::delete_note(write, note).await?;
            search::forget(write, note.uuid()).await?;
        }
        let back = put_back(&request, &self.before, &self.after);
        if back != request {
            settle(write, &request, back, actor, now).await?;
        }
        write.changed(Change::Request(request.id));
        Ok(())
    }
}

/// The request with what it had before, where it still is as it was made then.
fn put_back(now: &Request, before: &Request, after: &Request) -> Request {
    let mut back = now.clone();
    if now.requester_address == after.requester_address && now.requester_name == after.requester_name {
        back.requester_name.clone_from(&before.requester_name);
        back.requester_address.clone_from(&before.requester_address);
        back.requester_source = before.requester_source;
    }
    if now.contact_id == after.contact_id {
        back.contact_id = before.contact_id;
    }
    if now.language == after.language {
        back.language = before.language;
    }
    if now.subject == after.subject {
        back.subject.clone_from(&before.subject);
    }
    back
}

async fn settle(
    write: &mut Write<'_>,
    was: &Request,
    mut back: Request,
    actor: Actor,
    now: Timestamp,
) -> Result<(), Error> {
    drop_what_is_gone(write, &mut back).await?;
    request::update(write, &back).await?;
    index_request(write, &back).await?;
    if back.requester_address != was.requester_address {
        let detail = [("from", was.requester_address.as_str()), ("to", back.requester_address.as_str())];
        record(write, back.id, actor, now, EventKind::RequesterCorrected, &detail).await?;
    }
    match back.contact_id {
        unchanged if unchanged == was.contact_id => Ok(()),
        Some(contact) => {
            let name = contact::find(write, contact).await?.details.name;
            record(write, back.id, Actor::Program, now, EventKind::ContactLinked, &[("name", &name)]).await
        }
        None => record(write, back.id, Actor::Program, now, EventKind::ContactUnlinked, &[]).await,
    }
}
