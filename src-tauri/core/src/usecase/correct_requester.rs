//! The owner says who really asks, or what a request is really about.

use crate::actor::Actor;
use crate::change::Change;
use crate::contact;
use crate::conversation::{EventKind, record};
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::RequestId;
use crate::intake::RequesterSource;
use crate::mail;
use crate::request;

use super::take_request::index_request;

/// Says who really asks. Replies then go to them; a contact with their address is linked.
pub async fn correct_requester(desk: &Desk, actor: Actor, id: RequestId, name: &str, address: &str) -> Result<(), Error> {
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
    stored.contact_id = contact::find_by_address(&mut write, &stored.requester_address).await?;
    request::update(&mut write, &stored).await?;
    let detail = [("from", before.as_str()), ("to", stored.requester_address.as_str())];
    record(&mut write, id, actor, now, EventKind::RequesterCorrected, &detail).await?;
    index_request(&mut write, &stored).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
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
