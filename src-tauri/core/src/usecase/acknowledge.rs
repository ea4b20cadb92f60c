//! The acknowledgement of a new request: written in the customer's language, put into the outbox, and taken out
//! of it again when it has become pointless before it left.
//!
//! Its envelope sender is the mailbox's own address. RFC 3834 section 3.3 allows the null path, but servers that
//! take mail from their users want the user's address there (RFC 6409 section 6.1), and a delivery report
//! tells that the customer's address is wrong. What comes back to it is marked as automatic, and is
//! never acknowledged.

use serde::Serialize;
use sqlx::SqliteConnection;

use super::correct_requester::one_line;
use super::leaving_mail::LeavingMail;
use super::save_draft::sending_account;
use super::standard_text::fill;
use super::take_request::number_text;
use crate::acknowledgement::{self, LATEST_SECONDS, Silence, greeted_name};
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, EventKind, record};
use crate::desk::{Desk, Write};
use crate::error::{Error, FieldProblem};
use crate::id::RequestId;
use crate::intake::IncomingMail;
use crate::language::Language;
use crate::mail::compose::{self, NamedAddress, OutgoingMail};
use crate::outbox::{self, OutboxMail, OutboxPurpose};
use crate::request::{self, Request};
use crate::settings::{self, Acknowledgement, AcknowledgementText, standard};
use crate::{contact, search};

/// What an acknowledgement can name. Nothing of the mail but the name: what a stranger wrote is not sent on to
/// an address that the stranger typed.
#[derive(Serialize)]
struct Named {
    salutation: String,
    name: String,
    reference: String,
    company: String,
}

impl Named {
    fn new(language: Language, name: &str, reference: &str, company: &str) -> Self {
        Self {
            salutation: standard::salutation(language, name),
            name: name.to_owned(),
            reference: reference.to_owned(),
            company: company.to_owned(),
        }
    }

    fn fill(&self, text: &AcknowledgementText) -> Result<AcknowledgementText, Error> {
        let subject = fill(&text.subject, self)?.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(AcknowledgementText { subject, body: fill(&text.body, self)? })
    }
}

/// A request that is about to be acknowledged.
pub(super) struct Acknowledging<'a> {
    pub(super) settings: &'a Acknowledgement,
    pub(super) request: &'a Request,
    pub(super) mail: &'a IncomingMail,
    pub(super) now: Timestamp,
}

impl Acknowledging<'_> {
    /// Puts the acknowledgement into the outbox. Neither the request nor its timeline moves: it is no answer.
    pub(super) async fn commit_to_outbox(&self, write: &mut Write<'_>) -> Result<Result<(), Silence>, Error> {
        let Some(account) = sending_account(write, self.request).await? else {
            return Ok(Err(Silence::NoMailbox));
        };
        let language = self.language(write).await?;
        let company = settings::company(write).await?.name;
        let name = greeted_name(&self.request.requester_name);
        let named = Named::new(language, name, &self.request.reference, &company);
        let Ok(text) = named.fill(self.settings.text(language)) else {
            return Ok(Err(Silence::TextUnusable));
        };
        let Ok(message_id) = compose::new_message_id(&account.address) else {
            return Ok(Err(Silence::NoMailbox));
        };
        let mail = OutgoingMail {
            message_id,
            date: self.now,
            from: NamedAddress { name: account.display_name, address: account.address },
            to: vec![NamedAddress { name: name.to_owned(), address: self.request.requester_address.clone() }],
            cc: Vec::new(),
            bcc: Vec::new(),
            reply_to: None,
            subject: text.subject,
            reference_token: Some(self.request.reference.clone()),
            text: text.body,
            html: None,
            in_reply_to: self.mail.message_id.clone(),
            references: self.mail.references.clone(),
            attachments: Vec::new(),
            auto_submitted: true,
        };
        let Ok(composed) = compose::compose(&mail) else { return Ok(Err(Silence::TextUnusable)) };
        let delay = i64::from(settings::preferences(write).await?.undo_seconds);
        let leaving = LeavingMail {
            request: self.request.id,
            account: account.id,
            purpose: OutboxPurpose::Automatic,
            text: mail.text.clone(),
            quoted: String::new(),
            mail,
            composed,
            language: Some(language),
            user: None,
            quote: None,
            not_before: self.now.plus_seconds(delay),
            before: "{}".to_owned(),
            now: self.now,
        };
        leaving.commit_to_outbox(write).await?;
        acknowledgement::note(write, &self.request.requester_address, self.now).await?;
        Ok(Ok(()))
    }

    /// The language of the request, else of the client who asks, else the company's.
    async fn language(&self, connection: &mut SqliteConnection) -> Result<Language, Error> {
        if let Some(language) = self.request.language {
            return Ok(language);
        }
        match self.request.contact_id {
            Some(id) => Ok(contact::find(connection, id).await?.details.language),
            None => Ok(self.settings.fallback),
        }
    }
}

/// Says on the timeline why a request is not acknowledged.
pub(super) async fn record_silence(
    connection: &mut SqliteConnection,
    request: RequestId,
    silence: Silence,
    now: Timestamp,
) -> Result<(), Error> {
    let detail = [("reason", silence.code())];
    record(connection, request, Actor::Program, now, EventKind::NotAcknowledged, &detail).await
}

/// Why an acknowledgement that waits in the outbox shall not leave any more; none: it may.
pub async fn reason_to_withdraw(
    connection: &mut SqliteConnection,
    mail: &OutboxMail,
    now: Timestamp,
) -> Result<Option<Silence>, Error> {
    let request = request::find(connection, mail.request_id).await?;
    Ok(if !settings::acknowledgement(connection).await?.enabled {
        Some(Silence::Off)
    } else if conversation::is_answered(connection, mail.request_id).await? {
        Some(Silence::Answered)
    } else if request.status.is_closed() {
        Some(Silence::Closed)
    } else if mail.created_at < now.plus_seconds(-LATEST_SECONDS) {
        Some(Silence::TooLate)
    } else {
        None
    })
}

/// Takes an acknowledgement that has not begun to leave out of the outbox and the conversation.
pub async fn withdraw_acknowledgement(
    write: &mut Write<'_>,
    mail: &OutboxMail,
    silence: Silence,
    now: Timestamp,
) -> Result<(), Error> {
    for recipient in outbox::recipients(write, mail.id).await? {
        acknowledgement::forget(write, &recipient.address).await?;
    }
    outbox::withdraw(write, mail.id).await?;
    search::forget(write, mail.message_id.uuid()).await?;
    conversation::delete_message(write, mail.message_id).await?;
    record_silence(write, mail.request_id, silence, now).await?;
    write.changed(Change::Outbox);
    write.changed(Change::Request(mail.request_id));
    Ok(())
}

/// Takes out what waits to leave for a request that is about to be deleted.
pub(super) async fn withdraw_waiting(
    write: &mut Write<'_>,
    request: RequestId,
    now: Timestamp,
) -> Result<(), Error> {
    for id in outbox::waiting_automatic(write, request).await? {
        let mail = outbox::find(write, id).await?;
        withdraw_acknowledgement(write, &mail, Silence::Closed, now).await?;
    }
    Ok(())
}

/// Saves whether and how requests are acknowledged, once every text can be filled in.
pub async fn save_acknowledgement(desk: &Desk, mut typed: Acknowledgement) -> Result<(), Error> {
    for language in Language::ALL {
        let code = language.code();
        let text = match language {
            Language::Fr => &mut typed.fr,
            Language::Nl => &mut typed.nl,
            Language::De => &mut typed.de,
            Language::En => &mut typed.en,
        };
        text.subject = one_line(&format!("{code}.subject"), &text.subject)?;
        for (field, words) in [("subject", &text.subject), ("body", &text.body)] {
            if words.trim().is_empty() {
                return Err(Error::field(format!("{code}.{field}"), FieldProblem::Empty));
            }
        }
        Named::new(language, "Sophie Lambert", "D-1", "Quoin").fill(text)?;
    }
    let mut write = desk.write().await?;
    settings::store_acknowledgement(&mut write, &typed).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// How words would read for a customer; nothing is saved.
pub async fn preview_acknowledgement(
    desk: &Desk,
    language: Language,
    text: &AcknowledgementText,
) -> Result<AcknowledgementText, Error> {
    let mut reader = desk.reader().await?;
    let pattern = settings::numbering(&mut reader).await?.request;
    let reference = number_text(&pattern, desk.clock().today().0.year(), 147)?;
    let company = settings::company(&mut reader).await?.name;
    let name = standard::example_name(language);
    let filled = Named::new(language, name, &reference, &company).fill(text)?;
    Ok(AcknowledgementText { subject: format!("{} [{reference}]", filled.subject), ..filled })
}
