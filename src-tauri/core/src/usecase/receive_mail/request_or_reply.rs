//! A mail begins a request, or joins one.

use super::super::take_request::{index_request, new_request};
use super::{Intake, Place, Received};
use crate::actor::Actor;
use crate::change::Change;
use crate::contact;
use crate::conversation::{EventKind, record};
use crate::desk::{Desk, Write};
use crate::error::Error;
use crate::intake::{MailClass, RequesterSource};
use crate::mailbox::{self, IntakeOutcome, IntakeSource};
use crate::request::{self, Origin, Proposal, Request, Status, Waiting};

impl Intake<'_> {
    /// A new request.
    pub(super) async fn begin(&self, desk: &Desk, write: &mut Write<'_>) -> Result<Received, Error> {
        let at = self.written_at(None);
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
            received_at: at,
            waiting_since: at,
            activity_at: at,
            ..new_request(write, desk.clock(), origin).await?
        };
        new.contact_id = contact::find_by_address(write, &new.requester_address).await?;
        request::insert(write, &new).await?;
        let message = self.store_message(write, new.id, at).await?;
        record(write, new.id, Actor::Customer, at, EventKind::Received, &[]).await?;
        if let Some(contact) = new.contact_id {
            let name = contact::find(write, contact).await?.details.name;
            record(write, new.id, Actor::Program, at, EventKind::ContactLinked, &[("name", &name)]).await?;
        }
        self.keep_owners_words(write, new.id, at).await?;
        index_request(write, &new).await?;
        self.acknowledge(write, &new).await?;
        mailbox::record_outcome(
            write,
            &self.pending.sha256,
            IntakeOutcome::Request,
            "",
            Some(message),
            self.now,
        )
        .await?;
        write.changed(Change::Request(new.id));
        Ok(Received::Request(new.id))
    }

    /// A mail in a conversation that is here already.
    pub(super) async fn join(&self, write: &mut Write<'_>, place: Place) -> Result<Received, Error> {
        let id = place.request;
        let at = self.written_at(place.answered);
        let message = self.store_message(write, id, at).await?;
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
        self.keep_owners_words(write, id, at).await?;
        let outcome = if personal { IntakeOutcome::Message } else { IntakeOutcome::Automatic };
        mailbox::record_outcome(write, &self.pending.sha256, outcome, "", Some(message), self.now).await?;
        write.changed(Change::Request(id));
        Ok(if personal { Received::Message(id) } else { Received::Automatic(id) })
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
}
