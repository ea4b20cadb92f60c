//! What was found in the mails of a request is taken into its contact.

use super::keep_contacts::index_contact;
use super::suggest_contact::{found_fields, split_address};
use crate::change::Change;
use crate::contact::{self, ContactDetails};
use crate::desk::Desk;
use crate::error::Error;
use crate::id::RequestId;
use crate::intake::Field;
use crate::request;

/// Takes found facts into the linked contact and says how many were taken. All at once fill only what is
/// empty; a single one, named by its kind and value, takes the place of what was there, which then stands
/// in the comment.
pub async fn take_found(desk: &Desk, id: RequestId, only: Option<(&str, &str)>) -> Result<u32, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let contact = request::find(&mut write, id).await?.contact_id.ok_or(Error::NotFound("contact"))?;
    let mut details = contact::find(&mut write, contact).await?.details;
    let mut taken = 0;
    for field in found_fields(&mut write, id).await? {
        let is_chosen = only.is_none_or(|(kind, value)| field.kind == kind && field.value == value);
        if is_chosen && take(&mut details, &field, only.is_some()) {
            taken += 1;
        }
    }
    if taken > 0 {
        contact::update(&mut write, contact, &details, now).await?;
        index_contact(&mut write, contact, &details, now).await?;
        write.changed(Change::Contact(contact));
        write.changed(Change::Request(id));
    }
    write.commit().await?;
    Ok(taken)
}

/// Takes one fact; false where it says nothing new, or something stands there that may not be replaced.
fn take(details: &mut ContactDetails, field: &Field, replaces: bool) -> bool {
    let mut before = String::new();
    let mut put = |place: &mut String| {
        let is_free = place.is_empty() || replaces;
        if !is_free || *place == field.value {
            return false;
        }
        before = std::mem::replace(place, field.value.clone());
        true
    };
    let is_taken = match field.kind.as_str() {
        "name" => put(&mut details.name),
        "phone" => put(&mut details.phone),
        "vat" => put(&mut details.vat_number),
        "company" => put(&mut details.company),
        "address" => return take_address(details, &field.value, replaces),
        _ => false,
    };
    remember(details, &before);
    is_taken
}

fn take_address(details: &mut ContactDetails, address: &str, replaces: bool) -> bool {
    let own = [&details.street, &details.postal_code, &details.city];
    let is_free = own.iter().all(|part| part.is_empty());
    let (street, postal_code, city) = split_address(address);
    if !(is_free || replaces) || own == [&street, &postal_code, &city] {
        return false;
    }
    let before = own.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    (details.street, details.postal_code, details.city) = (street, postal_code, city);
    remember(details, &before);
    true
}

/// What was replaced is not lost.
fn remember(details: &mut ContactDetails, before: &str) {
    if before.is_empty() || details.comment.lines().any(|line| line == before) {
        return;
    }
    if !details.comment.is_empty() {
        details.comment.push('\n');
    }
    details.comment.push_str(before);
}
