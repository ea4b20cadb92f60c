//! Who a requester may be, and what a new prospect of a request would be.

use sqlx::SqliteConnection;

use crate::contact::{self, Candidate, ContactDetails, Named, Sought};
use crate::conversation;
use crate::desk::Desk;
use crate::error::Error;
use crate::id::{ContactId, RequestId};
use crate::intake::{Field, is_free_mail_domain};
use crate::language::Language;
use crate::request::{self, LikelyContact, Likeness, Request};
use crate::search;

/// How many likely contacts are proposed.
const PROPOSED: usize = 3;

/// What a new prospect of a request would be, filled in from its first mail; to be checked by the user.
pub async fn suggest_prospect(desk: &Desk, id: RequestId) -> Result<ContactDetails, Error> {
    let mut reader = desk.reader().await?;
    let stored = request::find(&mut reader, id).await?;
    let found = found_fields(&mut reader, id).await?;
    let value = |kind: &str| {
        found.iter().find(|field| field.kind == kind).map(|field| field.value.clone()).unwrap_or_default()
    };
    let (street, postal_code, city) = split_address(&value("address"));
    let company = value("company");
    let signed = value("name");
    let name = [&stored.requester_name, &signed, &company, &stored.requester_address]
        .into_iter()
        .find(|name| !name.is_empty());
    Ok(ContactDetails {
        name: name.cloned().unwrap_or_default(),
        company,
        vat_number: value("vat"),
        phone: if stored.requester_phone.is_empty() { value("phone") } else { stored.requester_phone },
        language: stored.language.unwrap_or(Language::Fr),
        street,
        postal_code,
        city,
        addresses: Some(stored.requester_address).filter(|address| !address.is_empty()).into_iter().collect(),
        ..ContactDetails::default()
    })
}

/// The facts found in the mails of a conversation, each once.
pub(super) async fn found_fields(
    connection: &mut SqliteConnection,
    id: RequestId,
) -> Result<Vec<Field>, Error> {
    let mut found: Vec<Field> = Vec::new();
    for message in conversation::messages(connection, id).await? {
        for field in message.fields {
            if !found.iter().any(|known| known.kind == field.kind && known.value == field.value) {
                found.push(field);
            }
        }
    }
    Ok(found)
}

/// Contacts that the requester may be, most likely first, each with what they have in common.
pub(super) async fn likely_contacts(
    connection: &mut SqliteConnection,
    request: &Request,
    found: &[Field],
) -> Result<Vec<LikelyContact>, Error> {
    let value = |kind: &str| {
        found.iter().find(|field| field.kind == kind).map(|field| field.value.clone()).unwrap_or_default()
    };
    let phone =
        if request.requester_phone.is_empty() { value("phone") } else { request.requester_phone.clone() };
    let (_, postal_code, city) = split_address(&value("address"));
    let asks = Named {
        name: request.requester_name.clone(),
        company: value("company"),
        postal_code,
        city,
        phone: phone.clone(),
    };
    let sought = Sought {
        address: request.requester_address.clone(),
        vat_number: value("vat"),
        phone,
        domain: telling_domain(connection, &request.requester_address).await?,
        name_words: similar_names(&asks),
    };
    let mut likely = alike(connection, &sought, &asks).await?;
    likely.truncate(PROPOSED);
    Ok(likely)
}

/// Contacts that may be the same as one, most likely first, each with what they have in common.
pub async fn likely_duplicates(desk: &Desk, id: ContactId) -> Result<Vec<LikelyContact>, Error> {
    let mut reader = desk.reader().await?;
    let details = contact::find(&mut reader, id).await?.details;
    let known = Named {
        name: details.name,
        company: details.company,
        postal_code: details.postal_code,
        city: details.city,
        phone: details.phone.clone(),
    };
    let mut likely: Vec<LikelyContact> = Vec::new();
    let addresses = if details.addresses.is_empty() { vec![String::new()] } else { details.addresses };
    for address in addresses {
        let sought = Sought {
            domain: telling_domain(&mut reader, &address).await?,
            address,
            vat_number: details.vat_number.clone(),
            phone: details.phone.clone(),
            name_words: similar_names(&known),
        };
        for found in alike(&mut reader, &sought, &known).await? {
            match likely.iter_mut().find(|known| known.id == found.id) {
                Some(known) if known.reasons.len() < found.reasons.len() => *known = found,
                Some(_) => {}
                None => likely.push(found),
            }
        }
    }
    likely.retain(|contact| contact.id != id);
    most_likely_first(&mut likely);
    Ok(likely)
}

/// The domain of an address, where it says who somebody is: not that of a free-mail provider, nor one at
/// which unrelated contacts have addresses.
async fn telling_domain(connection: &mut SqliteConnection, address: &str) -> Result<String, Error> {
    let Some((_, domain)) = address.split_once('@') else { return Ok(String::new()) };
    let says_nothing =
        is_free_mail_domain(domain) || contact::is_domain_of_several(connection, domain).await?;
    Ok(if says_nothing { String::new() } else { domain.to_owned() })
}

/// Who may have a similar name: two of its words together, or one at the same place.
fn similar_names(named: &Named) -> Option<String> {
    let words: Vec<Vec<String>> = named.words().iter().map(|word| contact::spellings(word)).collect();
    let places = [&named.postal_code, &named.city].map(|place| contact::telling_words(place));
    let mut sets = Vec::new();
    for (position, word) in words.iter().enumerate() {
        sets.extend(words.iter().skip(position + 1).map(|other| vec![word.clone(), other.clone()]));
        sets.extend(places.iter().filter_map(|place| Some(vec![word.clone(), vec![place.first()?.clone()]])));
    }
    search::any_set_of(&sets)
}

async fn alike(
    connection: &mut SqliteConnection,
    sought: &Sought,
    named: &Named,
) -> Result<Vec<LikelyContact>, Error> {
    let mut likely = Vec::new();
    for candidate in contact::candidates(connection, sought).await? {
        let is_similar = has_similar_name(connection, &candidate, named).await?;
        likely.push(likeness(candidate, is_similar));
    }
    likely.retain(|contact: &LikelyContact| !contact.reasons.is_empty());
    most_likely_first(&mut likely);
    Ok(likely)
}

/// The same name, or one rare word of it at the same place or with the same end of a phone number.
async fn has_similar_name(
    connection: &mut SqliteConnection,
    candidate: &Candidate,
    named: &Named,
) -> Result<bool, Error> {
    let known = Named {
        name: candidate.name.clone(),
        company: candidate.company.clone(),
        postal_code: candidate.postal_code.clone(),
        city: candidate.city.clone(),
        phone: candidate.phone.clone(),
    };
    if named.has_name_of(&known) {
        return Ok(true);
    }
    if !named.is_near(&known) {
        return Ok(false);
    }
    for word in named.shared_words(&known) {
        let who_has_it = search::any_set_of(&[vec![contact::spellings(&word)]]).unwrap_or_default();
        if contact::count_found(connection, &who_has_it).await? <= contact::RARE {
            return Ok(true);
        }
    }
    Ok(false)
}

fn most_likely_first(likely: &mut [LikelyContact]) {
    likely.sort_by_key(|contact| {
        (!contact.reasons.contains(&Likeness::Address), std::cmp::Reverse(contact.reasons.len()))
    });
}

fn likeness(candidate: Candidate, has_similar_name: bool) -> LikelyContact {
    let reasons = [
        (Likeness::Address, candidate.same_address),
        (Likeness::VatNumber, candidate.same_vat),
        (Likeness::Phone, candidate.same_phone),
        (Likeness::Domain, candidate.same_domain && !candidate.same_address),
        (Likeness::Name, has_similar_name),
    ];
    LikelyContact {
        id: candidate.id,
        kind: candidate.kind,
        reasons: reasons.into_iter().filter_map(|(reason, holds)| holds.then_some(reason)).collect(),
        name: candidate.name,
        company: candidate.company,
    }
}

/// A postal address on one line taken apart: street, postal code, city. What cannot be told apart is the street.
pub(super) fn split_address(address: &str) -> (String, String, String) {
    let parts = address.rsplit_once(',').map(|(street, place)| (street.trim(), place.trim()));
    let Some((street, (code, city))) =
        parts.and_then(|(street, place)| Some((street, place.split_once(' ')?)))
    else {
        return (address.to_owned(), String::new(), String::new());
    };
    if code.chars().any(|letter| letter.is_ascii_digit()) {
        (street.to_owned(), code.to_owned(), city.trim().to_owned())
    } else {
        (address.to_owned(), String::new(), String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::split_address;

    #[test]
    fn a_belgian_address_is_taken_apart() {
        let split = split_address("Rue des Brasseurs 41, 5000 Namur");
        assert_eq!(split, ("Rue des Brasseurs 41".into(), "5000".into(), "Namur".into()));
        let whole = split_address("Ferme du Try");
        assert_eq!(whole, ("Ferme du Try".into(), String::new(), String::new()));
    }
}
