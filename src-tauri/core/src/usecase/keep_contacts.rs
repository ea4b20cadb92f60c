//! Contacts are created, changed, linked and merged.

use sqlx::SqliteConnection;

use super::correct_requester::one_line;
use super::take_request::index_request;
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::contact::vat_number::VatNumber;
use crate::contact::{self, ContactDetails, ContactKind};
use crate::conversation::{EventKind, record};
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::{ContactId, RequestId};
use crate::search::{self, HitKind, SearchEntry};
use crate::{intake, mail, quote, request};

/// Creates a contact and, given a request, links it.
pub async fn create_contact(
    desk: &Desk,
    actor: Actor,
    details: ContactDetails,
    request: Option<RequestId>,
) -> Result<ContactId, Error> {
    let details = checked(details)?;
    let now = desk.clock().now();
    let id = ContactId::new();
    let mut write = desk.write().await?;
    contact::insert(&mut write, id, &details, now).await?;
    index_contact(&mut write, id, &details, now).await?;
    if let Some(request) = request {
        link(&mut write, actor, request, id, now, EventKind::ContactCreated).await?;
        write.changed(Change::Request(request));
    }
    write.changed(Change::Contact(id));
    write.commit().await?;
    Ok(id)
}

/// Changes a contact.
pub async fn save_contact(desk: &Desk, id: ContactId, details: ContactDetails) -> Result<(), Error> {
    let details = checked(details)?;
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    contact::update(&mut write, id, &details, now).await?;
    index_contact(&mut write, id, &details, now).await?;
    index_requests_of(&mut write, id).await?;
    write.changed(Change::Contact(id));
    Ok(write.commit().await?)
}

/// Links a request to a contact, or to none.
pub async fn link_contact(
    desk: &Desk,
    actor: Actor,
    id: RequestId,
    contact: Option<ContactId>,
) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    match contact {
        Some(contact) => link(&mut write, actor, id, contact, now, EventKind::ContactLinked).await?,
        None => {
            let mut stored = request::find(&mut write, id).await?;
            stored.contact_id = None;
            request::update(&mut write, &stored).await?;
            index_request(&mut write, &stored).await?;
            record(&mut write, id, actor, now, EventKind::ContactUnlinked, &[]).await?;
        }
    }
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}

/// Links a request, and teaches the contact the requester's address if nobody else has it.
async fn link(
    connection: &mut SqliteConnection,
    actor: Actor,
    id: RequestId,
    contact: ContactId,
    now: Timestamp,
    kind: EventKind,
) -> Result<(), Error> {
    let mut stored = request::find(connection, id).await?;
    let mut details = contact::find(connection, contact).await?.details;
    stored.contact_id = Some(contact);
    if stored.language.is_none() {
        stored.language = Some(details.language);
    }
    request::update(connection, &stored).await?;
    let address = stored.requester_address.clone();
    if !address.is_empty() && contact::find_by_address(connection, &address).await?.is_none() {
        details.addresses.push(address);
        contact::update(connection, contact, &details, now).await?;
        index_contact(connection, contact, &details, now).await?;
    }
    index_request(connection, &stored).await?;
    record(connection, id, actor, now, kind, &[("name", &details.name)]).await
}

/// Merges `other` into `kept`: requests, quotes and addresses move, empty fields are filled in, and
/// what differs is kept as a comment. Nothing of either is lost.
pub async fn merge_contacts(
    desk: &Desk,
    actor: Actor,
    kept: ContactId,
    other: ContactId,
) -> Result<(), Error> {
    if kept == other {
        return Err(Error::field("other", FieldProblem::Invalid));
    }
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let into = contact::find(&mut write, kept).await?.details;
    let from = contact::find(&mut write, other).await?.details;
    request::move_to_contact(&mut write, other, kept).await?;
    quote::move_to_contact(&mut write, other, kept).await?;
    search::forget(&mut write, other.uuid()).await?;
    contact::delete(&mut write, other).await?;
    let merged = merged(into, from);
    contact::update(&mut write, kept, &merged, now).await?;
    index_contact(&mut write, kept, &merged, now).await?;
    index_requests_of(&mut write, kept).await?;
    tracing::info!(actor = actor.code(), "contacts merged");
    write.changed(Change::Contact(kept));
    write.changed(Change::Contact(other));
    Ok(write.commit().await?)
}

fn merged(mut kept: ContactDetails, other: ContactDetails) -> ContactDetails {
    let mut differing = Vec::new();
    let mut take = |kept: &mut String, other: String| {
        if kept.is_empty() {
            *kept = other;
        } else if !other.is_empty() && *kept != other {
            differing.push(other);
        }
    };
    take(&mut kept.name, other.name);
    take(&mut kept.salutation, other.salutation);
    take(&mut kept.company, other.company);
    take(&mut kept.vat_number, other.vat_number);
    take(&mut kept.phone, other.phone);
    if kept.street.is_empty() && kept.postal_code.is_empty() && kept.city.is_empty() {
        (kept.street, kept.postal_code, kept.city, kept.country) =
            (other.street, other.postal_code, other.city, other.country);
    } else {
        let country = if other.country == kept.country { String::new() } else { other.country };
        let address = [other.street, other.postal_code, other.city, country]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let own = [kept.street.as_str(), &kept.postal_code, &kept.city]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        take(&mut own.clone(), address);
    }
    if other.kind == ContactKind::Client {
        kept.kind = ContactKind::Client;
    }
    kept.addresses.extend(other.addresses);
    let mut comment: Vec<String> =
        [kept.comment, other.comment].into_iter().filter(|part| !part.is_empty()).collect();
    comment.extend(differing);
    kept.comment = comment.join("\n");
    kept
}

/// A contact as it may be stored: trimmed, a name, addresses that are addresses, each once.
fn checked(mut details: ContactDetails) -> Result<ContactDetails, Error> {
    for (field, value) in [
        ("name", &mut details.name),
        ("salutation", &mut details.salutation),
        ("company", &mut details.company),
        ("vat_number", &mut details.vat_number),
        ("phone", &mut details.phone),
        ("street", &mut details.street),
        ("postal_code", &mut details.postal_code),
        ("city", &mut details.city),
        ("country", &mut details.country),
    ] {
        *value = one_line(field, value)?;
    }
    // As they are found in mails, so that they are recognised there.
    if let Some(number) = intake::phone_number(&details.phone, &details.country) {
        details.phone = number;
    }
    if let Ok(number) = details.vat_number.parse::<VatNumber>() {
        details.vat_number = number.as_str().to_owned();
    }
    if details.name.is_empty() {
        std::mem::swap(&mut details.name, &mut details.company);
    }
    if details.name.is_empty() {
        return Err(Error::field("name", FieldProblem::Empty));
    }
    let mut addresses: Vec<String> = Vec::new();
    for (position, address) in
        details.addresses.iter().map(|address| address.trim().to_lowercase()).enumerate()
    {
        if address.is_empty() || addresses.contains(&address) {
            continue;
        }
        if !mail::is_address(&address) {
            return Err(Error::field(format!("addresses.{position}"), FieldProblem::NotAnAddress));
        }
        addresses.push(address);
    }
    details.addresses = addresses;
    Ok(details)
}

/// A request is found by the names of its contact, too.
async fn index_requests_of(connection: &mut SqliteConnection, contact: ContactId) -> Result<(), Error> {
    for id in request::of_contact(connection, contact).await? {
        let stored = request::find(connection, id).await?;
        index_request(connection, &stored).await?;
    }
    Ok(())
}

pub(super) async fn index_contact(
    connection: &mut SqliteConnection,
    id: ContactId,
    details: &ContactDetails,
    at: Timestamp,
) -> Result<(), Error> {
    let body = [
        details.company.as_str(),
        &details.vat_number,
        &details.phone,
        &details.street,
        &details.postal_code,
        &details.city,
        &details.comment,
        &details.addresses.join(" "),
    ]
    .join(" ");
    let entry = SearchEntry {
        kind: HitKind::Contact,
        item: id.uuid(),
        request: None,
        at,
        title: &details.name,
        body: &body,
    };
    search::index(connection, &entry).await
}
