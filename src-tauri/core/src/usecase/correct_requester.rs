//! The owner says who really asks, or what a request is really about.

use sqlx::SqliteConnection;

use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::contact;
use crate::conversation::{EventKind, record};
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::RequestId;
use crate::intake::RequesterSource;
use crate::mail;
use crate::request::{self, Request};

use super::take_request::index_request;

/// Says who really asks. Replies then go to them; with another address, the contact is the one who has it.
pub async fn correct_requester(
    desk: &Desk,
    actor: Actor,
    id: RequestId,
    name: &str,
    address: &str,
) -> Result<(), Error> {
    let (name, address) = (one_line("name", name)?, address.trim().to_lowercase());
    if !address.is_empty() && !mail::is_address(&address) {
        return Err(Error::field("address", FieldProblem::NotAnAddress));
    }
    if name.is_empty() && address.is_empty() {
        return Err(Error::field("name", FieldProblem::Empty));
    }
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    let before = stored.requester_address.clone();
    stored.requester_name = name;
    stored.requester_address = address;
    stored.requester_source = RequesterSource::Body;
    if stored.requester_address != before {
        relink(&mut write, &mut stored, now).await?;
    }
    request::update(&mut write, &stored).await?;
    let detail = [("from", before.as_str()), ("to", stored.requester_address.as_str())];
    record(&mut write, id, actor, now, EventKind::RequesterCorrected, &detail).await?;
    index_request(&mut write, &stored).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}

/// Links the contact who has the requester's address, or nobody.
pub(super) async fn relink(
    connection: &mut SqliteConnection,
    request: &mut Request,
    now: Timestamp,
) -> Result<(), Error> {
    let found = contact::find_by_address(connection, &request.requester_address).await?;
    if found == request.contact_id {
        return Ok(());
    }
    request.contact_id = found;
    match found {
        Some(contact) => {
            let name = contact::find(connection, contact).await?.details.name;
            record(connection, request.id, Actor::Program, now, EventKind::ContactLinked, &[("name", &name)])
                .await
        }
        None => record(connection, request.id, Actor::Program, now, EventKind::ContactUnlinked, &[]).await,
    }
}

/// Changes what a request is about.
pub async fn rename_request(desk: &Desk, actor: Actor, id: RequestId, subject: &str) -> Result<(), Error> {
    let subject = one_line("subject", subject)?;
    if subject.is_empty() {
        return Err(Error::field("subject", FieldProblem::Empty));
    }
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    stored.subject = subject;
    request::update(&mut write, &stored).await?;
    record(&mut write, id, actor, now, EventKind::Renamed, &[]).await?;
    index_request(&mut write, &stored).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}

/// A value on one line, trimmed.
pub(super) fn one_line(field: &str, text: &str) -> Result<String, Error> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err(Error::field(field, FieldProblem::ControlCharacter));
    }
    Ok(text.to_owned())
}
