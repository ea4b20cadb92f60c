//! What people call things, turned into ids: a reference, a number, an address, a name.

use quoin_core::desk::Desk;
use quoin_core::error::Error;
use quoin_core::id::{AccountId, ContactId, QuoteId, RequestId, UserId};
use quoin_core::{contact, mailbox, quote, request, settings};

use crate::failure::Failure;

/// How many contacts are looked through for an exact name.
const LOOKED_THROUGH: u32 = 200;

/// A request by its id or its reference, `D-2026-0147`.
pub async fn request(desk: &Desk, text: &str) -> Result<RequestId, Failure> {
    let mut reader = desk.reader().await?;
    let found = match text.parse::<RequestId>() {
        Ok(id) => request::find(&mut reader, id).await.map(|found| Some(found.id)),
        Err(_) => request::find_by_reference(&mut reader, text.trim()).await,
    };
    found_or(found, || format!("there is no request {text}"), "`requests list` shows the requests there are.")
}

/// A quote by its id, its number (the newest version), or number and version, `2026-0083/2`.
pub async fn quote(desk: &Desk, text: &str) -> Result<QuoteId, Failure> {
    let mut reader = desk.reader().await?;
    let found = match text.parse::<QuoteId>() {
        Ok(id) => quote::find(&mut reader, id).await.map(|found| Some(found.id)),
        Err(_) => {
            let (number, version) = match text
                .rsplit_once('/')
                .and_then(|(number, version)| Some((number, version.parse::<u32>().ok()?)))
            {
                Some((number, version)) => (number, Some(version)),
                None => (text, None),
            };
            let versions = quote::find_by_number(&mut reader, number.trim()).await;
            versions.map(|versions| {
                versions
                    .into_iter()
                    .find(|found| version.is_none_or(|version| found.version == version))
                    .map(|found| found.id)
            })
        }
    };
    found_or(
        found,
        || format!("there is no quote {text}"),
        "`requests show ID` shows the quotes of a request.",
    )
}

/// A contact by its id, one of its addresses, or its exact name.
pub async fn contact(desk: &Desk, text: &str) -> Result<ContactId, Failure> {
    let mut reader = desk.reader().await?;
    if let Ok(id) = text.parse::<ContactId>() {
        let found = contact::find(&mut reader, id).await.map(|found| Some(found.id));
        return found_or(found, || format!("there is no contact {text}"), CONTACTS);
    }
    if let Some(id) = contact::find_by_address(&mut reader, text.trim()).await? {
        return Ok(id);
    }
    let same = |name: &str| name.to_lowercase() == text.trim().to_lowercase();
    let rows = contact::list(&mut reader, text, None, None, LOOKED_THROUGH).await?;
    let mut named = rows.into_iter().filter(|row| same(&row.name) || same(&row.company));
    match (named.next(), named.next()) {
        (Some(one), None) => Ok(one.id),
        (None, _) => Err(Failure::new(format!("there is no contact {text}")).advise(CONTACTS)),
        (Some(_), Some(_)) => Err(Failure::new(format!("several contacts are called {text}"))
            .advise("Name one by its id or address.")),
    }
}

const CONTACTS: &str = "`contacts list` shows the contacts there are.";

/// A user by id, initials, address or name; none for `none`.
pub async fn user(desk: &Desk, text: &str) -> Result<Option<UserId>, Failure> {
    if text.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let wanted = text.trim().to_lowercase();
    let users = settings::users(&mut *desk.reader().await?).await?;
    let is_wanted = |user: &settings::User| {
        [user.id.to_string(), user.initials.to_lowercase(), user.address.clone(), user.name.to_lowercase()]
            .contains(&wanted)
    };
    users.into_iter().find(is_wanted).map(|user| Some(user.id)).ok_or_else(|| {
        Failure::new(format!("there is no user {text}")).advise("`settings show` shows the users there are.")
    })
}

/// A mailbox by its name or address.
pub async fn account(desk: &Desk, text: &str) -> Result<AccountId, Failure> {
    let accounts = mailbox::accounts(&mut *desk.reader().await?).await?;
    let found = accounts
        .iter()
        .find(|account| account.name == text)
        .or_else(|| accounts.iter().find(|account| account.address == text));
    found.map(|account| account.id).ok_or_else(|| {
        Failure::new(format!("there is no mailbox {text}"))
            .advise("`account list` shows the mailboxes there are.")
    })
}

fn found_or<T>(
    found: Result<Option<T>, Error>,
    missing: impl Fn() -> String,
    to_do: &str,
) -> Result<T, Failure> {
    match found {
        Ok(Some(id)) => Ok(id),
        Ok(None) | Err(Error::NotFound(_)) => Err(Failure::new(missing()).advise(to_do)),
        Err(error) => Err(error.into()),
    }
}
