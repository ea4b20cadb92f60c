//! A request by phone or at the counter: a name is enough.

use sqlx::SqliteConnection;

use super::correct_requester::one_line;
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Clock;
use crate::contact;
use crate::conversation::{EventKind, NoteView, insert_note, record};
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::{NoteId, RequestId};
use crate::intake::{self, RequesterSource};
use crate::quote::NumberFormat;
use crate::request::{self, NewRequest, Origin, Request, Status, Waiting};
use crate::search::{self, HitKind, SearchEntry};
use crate::{mail, settings};

/// Takes a request by hand. What the caller said becomes the first internal note.
pub async fn take_request(desk: &Desk, actor: Actor, taken: NewRequest) -> Result<RequestId, Error> {
    let name = one_line("name", &taken.name)?;
    if name.is_empty() {
        return Err(Error::field("name", FieldProblem::Empty));
    }
    let address = taken.address.trim().to_lowercase();
    if !address.is_empty() && !mail::is_address(&address) {
        return Err(Error::field("address", FieldProblem::NotAnAddress));
    }
    let phone = one_line("phone", &taken.phone)?;
    let phone = intake::phone_number(&phone, "BE").unwrap_or(phone);
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut new = Request {
        requester_name: name,
        requester_address: address,
        requester_phone: phone,
        subject: one_line("subject", &taken.subject)?,
        language: taken.language,
        unread: false,
        assignee_id: actor.user(),
        ..new_request(&mut write, desk.clock(), Origin::Hand).await?
    };
    new.contact_id = contact::find_by_address(&mut write, &new.requester_address).await?;
    request::insert(&mut write, &new).await?;
    record(&mut write, new.id, actor, now, EventKind::TakenByHand, &[]).await?;
    if !taken.text.trim().is_empty() {
        let note = NoteView {
            id: NoteId::new(),
            at: now,
            user_id: actor.user(),
            text: taken.text.trim().to_owned(),
        };
        insert_note(&mut write, new.id, &note).await?;
        super::write_note::index_note(&mut write, new.id, &note).await?;
    }
    index_request(&mut write, &new).await?;
    write.changed(Change::Request(new.id));
    write.commit().await?;
    Ok(new.id)
}

/// A request as it begins, with its reference taken from the sequence of its year.
pub(super) async fn new_request(
    connection: &mut SqliteConnection,
    clock: &Clock,
    origin: Origin,
) -> Result<Request, Error> {
    let at = clock.now();
    Ok(Request {
        id: RequestId::new(),
        reference: free_reference(connection, clock.today().0.year()).await?,
        subject: String::new(),
        status: Status::Received,
        waiting: Waiting::Us,
        waiting_since: at,
        origin,
        requester_name: String::new(),
        requester_address: String::new(),
        requester_phone: String::new(),
        requester_source: RequesterSource::From,
        language: None,
        contact_id: None,
        assignee_id: None,
        account_id: None,
        latest_quote_id: None,
        proposal: None,
        delivery_failed: false,
        unread: true,
        closed_reason: String::new(),
        received_at: at,
        activity_at: at,
    })
}

/// The next reference of a year that no request has: after a change of the pattern, an older one may.
pub(super) async fn free_reference(connection: &mut SqliteConnection, year: i16) -> Result<String, Error> {
    let pattern = settings::numbering(connection).await?.request;
    loop {
        let reference =
            number_text(&pattern, year, settings::take_number(connection, "request", year).await?)?;
        if request::find_by_reference(connection, &reference).await?.is_none() {
            return Ok(reference);
        }
    }
}

/// The number that a pattern gives.
pub(super) fn number_text(pattern: &str, year: i16, sequence: u32) -> Result<String, Error> {
    let format: NumberFormat =
        pattern.parse().map_err(|_| Error::field("numbering", FieldProblem::Invalid))?;
    Ok(format.write(year, sequence))
}

/// Puts a request into the index: found by subject, reference, and who asks.
pub(super) async fn index_request(connection: &mut SqliteConnection, request: &Request) -> Result<(), Error> {
    let contact = match request.contact_id {
        Some(id) => {
            let details = contact::find(connection, id).await?.details;
            format!("{} {}", details.name, details.company)
        }
        None => String::new(),
    };
    let former = request::former_references(connection, request.id).await?.join(" ");
    let body = [
        &request.reference,
        &former,
        &request.requester_name,
        &request.requester_address,
        &request.requester_phone,
        &contact,
    ]
    .map(String::as_str)
    .join(" ");
    let entry = SearchEntry {
        kind: HitKind::Request,
        item: request.id.uuid(),
        request: Some(request.id),
        at: request.received_at,
        title: &request.subject,
        body: &body,
    };
    search::index(connection, &entry).await
}
