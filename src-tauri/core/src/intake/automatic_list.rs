//! Mails that went to many: lists, newsletters, bulk mail.

use super::automatic_request::{asks_for_quote, asks_something, beginning_of_new_text};
use super::decode::DecodedMail;
use super::header::Headers;
use super::lead::{Lead, is_newsletter};
use super::model::Person;
use super::words::automatic::LIST_COMMANDS;
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
/// mail, also where a person writes to one other. Then the words and the lead decide.
pub(super) fn list_reason(
    mail: &DecodedMail,
    subject: &str,
    from: Option<&Person>,
    lead: Option<&Lead>,
    is_ours: impl Fn(&str) -> bool,
) -> Option<String> {
    let headers = &mail.headers;
    if is_list_of(headers, &is_ours) {
        return None;
    }
    if has_way_out_only(headers) && is_of_a_person(mail, lead) {
        return command_to_a_robot(subject);
    }
    let mut found = list_fields(headers);
    let is_answer = found.clone().eq(["List-Unsubscribe"]) && answers_a_mail(headers);
    if let Some(field) = found.next().filter(|_| !is_answer) {
        return Some(field.to_owned());
    }
    let in_precedence = precedence(headers).map(|(field, value)| format!("{field}: {value}"));
    in_precedence.or_else(|| robot_of_a_list(from)).or_else(|| command_to_a_robot(subject))
}

/// True for a mail of a program that gives a way out of its mails and no other mark of a list.
pub(super) fn has_way_out_only(headers: &Headers) -> bool {
    let mut fields = list_fields(headers);
    let first = fields.next();
    let precedence = precedence(headers);
    (first.is_some() || precedence.is_some())
        && first.is_none_or(|field| field == "List-Unsubscribe" && fields.next().is_none())
        && precedence.is_none_or(|(_, value)| value == "bulk")
}

fn list_fields(headers: &Headers) -> impl Iterator<Item = &'static str> + Clone {
    LIST_FIELDS.into_iter().filter(|field| headers.has(field))
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

/// A person asks for a quote, or is quoted with a request, or is brought together with us.
fn is_of_a_person(mail: &DecodedMail, lead: Option<&Lead>) -> bool {
    let text = &mail.body.text;
    let asks = || !is_newsletter(&plain(text)) && asks_for_quote(&beginning_of_new_text(text));
    lead.is_some() || asks() || quotes_a_request(text)
}

/// A passage in quotation marks, alone on its line or behind a colon, in which somebody asks: how a portal
/// hands a message on. What customers say stands within a sentence of the newsletter.
fn quotes_a_request(text: &str) -> bool {
    text.lines().take(MAX_LINES_SEARCHED).any(|line| {
        let line = line.trim();
        let passage = line.rsplit_once(": ").map_or(line, |(_, passage)| passage);
        let [mut signs, mut ends] = [passage.chars(), passage.chars()];
        let is_quotation = signs.next().is_some_and(|sign| "«\"“„”".contains(sign))
            && ends.next_back().is_some_and(|sign| "»\"”“".contains(sign));
        is_quotation
            && asks_something(&plain(
                passage.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '?'),
            ))
    })
}

const MAX_LINES_SEARCHED: usize = 200;

#[cfg(test)]
#[path = "automatic_list_tests.rs"]
mod tests;
