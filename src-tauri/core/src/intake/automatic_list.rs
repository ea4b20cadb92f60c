//! Mails that went to many: lists, newsletters, bulk mail.

use super::addresses::read_addresses;
use super::automatic_request::{asks_for_quote, beginning_of_new_text};
use super::decode::DecodedMail;
use super::header::Headers;
use super::model::Person;
use super::silence::is_role_address;
use super::words::automatic::{DEPARTMENTS, LIST_COMMANDS, NEWSLETTER_WORDS};
use super::words::{lower, plain};

/// Fields of mailing lists (RFC 2369, 2919) and of bulk mail.
const LIST_FIELDS: [&str; 12] = [
    "List-Id",
    "List-Post",
    "List-Unsubscribe",
    "List-Subscribe",
    "List-Help",
    "List-Archive",
    "List-Owner",
    "Mailing-List",
    "X-Mailing-List",
    "X-Campaign",
    "X-CampaignID",
    "X-Mailman-Version",
];

/// What tells a mail to many. A way out alone is no list: marketing programs and portals put one into each
/// mail, also where a person writes to one other. Then the words and the Reply-To decide.
pub(super) fn list_reason(
    mail: &DecodedMail,
    subject: &str,
    from: Option<&Person>,
    is_ours: impl Fn(&str) -> bool,
) -> Option<String> {
    let headers = &mail.headers;
    if is_list_of(headers, &is_ours) {
        return None;
    }
    let found: Vec<&str> = LIST_FIELDS.into_iter().filter(|field| headers.has(field)).collect();
    let precedence = precedence(headers);
    let is_bulk = !found.is_empty() || precedence.is_some();
    let is_way_out = is_bulk
        && matches!(found[..], [] | ["List-Unsubscribe"])
        && precedence.as_ref().is_none_or(|(_, value)| value == "bulk");
    if is_way_out && is_of_a_person(mail, from, is_ours) {
        return command_to_a_robot(subject);
    }
    match found.first() {
        Some(&"List-Unsubscribe") if found.len() == 1 && answers_a_mail(headers) => {}
        Some(field) => return Some((*field).to_owned()),
        None => {}
    }
    let in_precedence = precedence.map(|(field, value)| format!("{field}: {value}"));
    in_precedence.or_else(|| robot_of_a_list(from)).or_else(|| command_to_a_robot(subject))
}

fn precedence(headers: &Headers) -> Option<(&'static str, String)> {
    ["Precedence", "X-Precedence"]
        .into_iter()
        .map(|field| (field, headers.lower(field)))
        .find(|(_, value)| matches!(value.as_str(), "bulk" | "list" | "junk"))
}

/// `club-bounces@lists.example`, from which a list's robot tells that a mail waits or is refused.
fn robot_of_a_list(from: Option<&Person>) -> Option<String> {
    let local = lower(from?.address.split('@').next()?);
    local.ends_with("-bounces").then(|| format!("sent by {local}"))
}

/// A request to a list's robot, which its sender takes us for.
fn command_to_a_robot(subject: &str) -> Option<String> {
    let words = lower(subject.trim());
    LIST_COMMANDS.has(&words).then(|| format!("subject \"{words}\""))
}

/// `List-Id: <info.company.example>` of `info@company.example` (RFC 2919), where that address is our own.
fn is_list_of(headers: &Headers, is_ours: impl Fn(&str) -> bool) -> bool {
    let id = headers.lower("List-Id");
    let id = id.rsplit('<').next().unwrap_or_default().trim_end_matches(['>', ' ']);
    id.split_once('.').is_some_and(|(local, domain)| is_ours(&format!("{local}@{domain}")))
}

/// An answer through a service that adds a way out to every mail; what a list sends answers nobody.
fn answers_a_mail(headers: &Headers) -> bool {
    headers.has("In-Reply-To")
}

/// A person asks for a quote, or the mail says to answer a person whom it brings together with us.
fn is_of_a_person(mail: &DecodedMail, from: Option<&Person>, is_ours: impl Fn(&str) -> bool) -> bool {
    let text = plain(&mail.body.text);
    let is_newsletter = NEWSLETTER_WORDS.within(&text).is_some();
    if !is_newsletter && asks_for_quote(&beginning_of_new_text(&mail.body.text)) {
        return true;
    }
    let Some(customer) = from.and_then(|from| brought_together(&mail.headers, from, is_ours)) else {
        return false;
    };
    let name = plain(&customer.name);
    let is_spoken_of = name.contains(' ') && text.contains(&*name);
    !is_newsletter || is_spoken_of
}

/// The person of another house, and of another name than the sender, whom a mail says to answer.
fn brought_together(headers: &Headers, from: &Person, is_ours: impl Fn(&str) -> bool) -> Option<Person> {
    let sender = lower(&from.address);
    let (_, domain) = sender.rsplit_once('@')?;
    let is_another = |person: &Person| {
        let address = lower(&person.address);
        let Some((local, other)) = address.rsplit_once('@') else { return false };
        // "shop=mail.example@sender.example" is the address that a service sends for.
        let is_sender = sender.contains(&format!("{local}={other}"))
            || !person.name.is_empty() && lower(&person.name) == lower(&from.name);
        house(other) != house(domain)
            && !is_sender
            && !is_role_address(&address)
            && !DEPARTMENTS.has(local.split('+').next().unwrap_or(local))
            && !is_ours(&address)
    };
    read_addresses(headers.first("Reply-To")?, None).into_iter().find(is_another)
}

/// The domain that a house registered: the last two labels, three below `co.uk` and the like.
fn house(domain: &str) -> &str {
    let mut dots = domain.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else { return domain };
    let is_shared = matches!(&domain[second + 1..last], "co" | "com" | "org" | "net" | "ac" | "gov" | "edu");
    let start = if is_shared { dots.next().map_or(0, |third| third + 1) } else { second + 1 };
    &domain[start..]
}

#[cfg(test)]
#[path = "automatic_list_tests.rs"]
mod tests;
