//! One request of many: its mails, notes and timeline, as they would have come about.

use super::person::{Person, first_mail};
use super::{Seeding, words_of};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::contact::{self, ContactDetails, ContactKind};
use crate::conversation::{
    Direction, EventKind, Message, NoteView, RecipientField, insert_message, insert_note, record,
};
use crate::desk::{Desk, Write};
use crate::error::Error;
use crate::id::{ContactId, MessageId, NoteId, RequestId, UserId};
use crate::intake::{self, MailClass, RequesterSource};
use crate::request::{self, Origin, Request, Status, Waiting};
use crate::usecase::keep_contacts::index_contact;
use crate::usecase::receive_mail::index_message;
use crate::usecase::take_request::{free_reference, index_request};
use crate::usecase::write_note::index_note;

/// The company's address in the mails.
const OURS: &str = "offres@ateliers.example";

impl Seeding {
    pub(super) async fn add_request(
        &mut self,
        desk: &Desk,
        write: &mut Write<'_>,
        place: u32,
    ) -> Result<(), Error> {
        let at = self.arrival(place);
        let (person, contact_id) = self.person(write, at).await?;
        let status = self.status(place);
        let user = *self.chance.pick(&self.users);
        let words = words_of(&self.words, person.language)?;
        let trade = self.chance.pick(&words.trades);
        let (subject, text) = first_mail(&mut self.chance, words, trade, &person);
        let year = at.date_in(&desk.clock().zone()).year();
        let request = Request {
            id: RequestId::from(self.chance.id(at)),
            reference: free_reference(write, year).await?,
            subject,
            status,
            waiting: Waiting::Us,
            waiting_since: at,
            origin: Origin::Mail,
            requester_name: person.name.clone(),
            requester_address: person.address.clone(),
            requester_phone: String::new(),
            requester_source: RequesterSource::From,
            language: Some(person.language),
            contact_id,
            assignee_id: (status != Status::Received || self.chance.percent(30)).then_some(user),
            account_id: None,
            latest_quote_id: None,
            proposal: None,
            delivery_failed: false,
            unread: status == Status::Received,
            closed_reason: String::new(),
            received_at: at,
            activity_at: at,
        };
        request::insert(write, &request).await?;
        record(write, request.id, Actor::Customer, at, EventKind::Received, &[]).await?;
        let (mut last, is_ours) = self.add_mails(write, &request, &person, text, place).await?;
        if self.chance.percent(30) {
            self.add_note(write, &request, user, last).await?;
        }
        let quote = match status {
            Status::Received | Status::Replied | Status::Cancelled => None,
            _ => Some(self.add_quote(write, &request, &person, user, last).await?),
        };
        if let Some((_, at)) = quote {
            last = last.max(at);
        }
        let waiting = if status == Status::Replied && !is_ours {
            Waiting::Us
        } else {
            Waiting::after_our_action(status)
        };
        let stored = Request {
            waiting,
            waiting_since: last,
            latest_quote_id: quote.map(|(id, _)| id),
            activity_at: last,
            closed_reason: if status == Status::QuoteRefused { "prix".into() } else { String::new() },
            ..request
        };
        request::update(write, &stored).await?;
        index_request(write, &stored).await?;
        self.seeded.requests += 1;
        Ok(())
    }

    pub(super) async fn add_contact(
        &mut self,
        write: &mut Write<'_>,
        person: &Person,
        at: Timestamp,
    ) -> Result<ContactId, Error> {
        let details = ContactDetails {
            kind: if self.chance.percent(40) { ContactKind::Client } else { ContactKind::Prospect },
            name: person.name.clone(),
            phone: person.phone.clone(),
            language: person.language,
            street: person.street.clone(),
            postal_code: person.postal_code.clone(),
            city: person.city.clone(),
            addresses: vec![person.address.clone()],
            ..ContactDetails::default()
        };
        let id = ContactId::from(self.chance.id(at));
        contact::insert(write, id, &details, at).await?;
        index_contact(write, id, &details, at).await?;
        self.seeded.contacts += 1;
        Ok(id)
    }

    /// The mails of a conversation, in turn; when the last one was written, and whether by us.
    async fn add_mails(
        &mut self,
        write: &mut Write<'_>,
        request: &Request,
        person: &Person,
        first: String,
        place: u32,
    ) -> Result<(Timestamp, bool), Error> {
        let (mut at, mut is_ours, mut text) = (request.received_at, false, first);
        for turn in 0..self.messages_of(place) {
            if turn > 0 {
                at = at
                    .plus_seconds(3600 + i64::try_from(self.chance.below(40 * 3600)).unwrap_or(0))
                    .min(self.now);
                is_ours = turn % 2 == 1 && request.status != Status::Received;
                let words = words_of(&self.words, person.language)?;
                text = self.chance.pick(if is_ours { &words.replies } else { &words.answers }).clone();
            }
            let user = request.assignee_id.filter(|_| is_ours);
            let message = self.mail(request, person, text.clone(), at, user, is_ours);
            let (name, address) = if is_ours {
                (person.name.clone(), person.address.clone())
            } else {
                (String::new(), OURS.to_owned())
            };
            insert_message(write, &message, &[(RecipientField::To, intake::Person { name, address })])
                .await?;
            index_message(write, &message).await?;
            if turn > 0 {
                let (actor, kind) = if is_ours {
                    (Actor::User(user), EventKind::Replied)
                } else {
                    (Actor::Customer, EventKind::MessageReceived)
                };
                record(write, request.id, actor, at, kind, &[]).await?;
            }
            self.seeded.messages += 1;
        }
        Ok((at, is_ours))
    }

    fn mail(
        &mut self,
        request: &Request,
        person: &Person,
        text: String,
        at: Timestamp,
        user_id: Option<UserId>,
        is_ours: bool,
    ) -> Message {
        let id = self.chance.id(at);
        let ours = intake::Person { name: "Ateliers de la Dyle".into(), address: OURS.into() };
        let theirs = intake::Person { name: person.name.clone(), address: person.address.clone() };
        Message {
            id: MessageId::from(id),
            request_id: request.id,
            direction: if is_ours { Direction::Outgoing } else { Direction::Incoming },
            class: MailClass::Personal,
            class_reason: String::new(),
            sender: if is_ours { ours } else { theirs },
            subject: request.subject.clone(),
            text,
            language: request.language,
            quoted: String::new(),
            signature: String::new(),
            has_html: false,
            mail_message_id: Some(format!("{}@seeded.example", id.simple())),
            raw_sha256: None,
            forwarded_by: None,
            evidence: String::new(),
            fields: Vec::new(),
            omissions: Vec::new(),
            same_id_as_other: false,
            user_id,
            quote_id: None,
            sent_at: at,
            created_at: at,
        }
    }

    async fn add_note(
        &mut self,
        write: &mut Write<'_>,
        request: &Request,
        user: UserId,
        after: Timestamp,
    ) -> Result<(), Error> {
        let at = after.plus_seconds(900).min(self.now);
        let words = words_of(&self.words, request.language.unwrap_or(crate::language::Language::Fr))?;
        let text = self.chance.pick(&words.notes).clone();
        let note = NoteView { id: NoteId::from(self.chance.id(at)), at, user_id: Some(user), text };
        insert_note(write, request.id, &note).await?;
        index_note(write, request.id, &note).await?;
        record(write, request.id, Actor::User(Some(user)), at, EventKind::NoteAdded, &[]).await
    }
}
