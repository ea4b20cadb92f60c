//! Leads: a portal brings a customer together with us, and says how he can be answered.

use super::addresses::only_address;
use super::automatic_list::has_way_out_only;
use super::automatic_request::{asks_for_quote, beginning_of_new_text};
use super::decode::DecodedMail;
use super::envelope::Envelope;
use super::free_mail::is_free_mail_domain;
use super::model::{Person, RequesterSource};
use super::requester::{is_machine_name, name_by_address};
use super::silence::is_role_address;
use super::words::automatic::{DEPARTMENTS, NEWSLETTER_WORDS, PRICES};
use super::words::{lower, plain};

/// The customer whom a portal's mail is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lead {
    pub(super) customer: Person,
    /// Where the portal names him: Reply-To or the text.
    pub(super) source: RequesterSource,
}

/// Reads the lead in a mail that a program sends to many. None where the sender asks for himself, where the
/// mail is for readers, or where several people are named.
pub(super) fn find_lead(
    mail: &DecodedMail,
    envelope: &Envelope,
    is_ours: impl Fn(&str) -> bool,
) -> Option<Lead> {
    if !has_way_out_only(&mail.headers) {
        return None;
    }
    let portal = Portal::of(envelope.from.as_ref()?, is_ours)?;
    let text = format!("{}\n{}", envelope.subject, mail.body.text);
    let words = plain(&text);
    let answered = envelope.reply_to.iter().find(|person| portal.says_to_answer(person, &words));
    if let Some(customer) = answered {
        return Some(Lead { customer: customer.clone(), source: RequesterSource::ReplyTo });
    }
    let customer = portal.only_customer_in(&text)?;
    let can_be_quoted_for = PRICES.within(&words).is_some() || has_telephone(&text);
    let asks = || asks_for_quote(&beginning_of_new_text(&mail.body.text));
    (can_be_quoted_for && (portal.is_machine() || !asks()))
        .then_some(Lead { customer, source: RequesterSource::Body })
}

/// True for a text that tells how to get no more of its kind, or how to see it in a browser.
pub(super) fn is_newsletter(words: &str) -> bool {
    NEWSLETTER_WORDS.within(words).is_some()
}

/// The sender of a mail to many, who is not the customer.
struct Portal<F> {
    name: String,
    address: String,
    is_ours: F,
}

impl<F: Fn(&str) -> bool> Portal<F> {
    fn of(from: &Person, is_ours: F) -> Option<Self> {
        let address = lower(&from.address).into_owned();
        address.contains('@').then(|| Self { name: plain(&from.name).into_owned(), address, is_ours })
    }

    fn is_machine(&self) -> bool {
        is_machine_name(self.address.split('@').next().unwrap_or_default())
    }

    /// Somebody of another house whom the mail says to answer; if it is for readers as well, or he is reached
    /// through the portal, it speaks of him by his name.
    fn says_to_answer(&self, person: &Person, words: &str) -> bool {
        let name = plain(&person.name);
        let is_spoken_of = name.contains(' ') && words.contains(&*name);
        let is_portal = !name.is_empty() && name == self.name;
        let is_elsewhere = self.is_elsewhere(&person.address) && !is_newsletter(words);
        !is_portal && self.is_of_a_person(&person.address) && (is_elsewhere || is_spoken_of)
    }

    /// The one address of a text that is of another house, and whose owner it names or who has it for himself.
    fn only_customer_in(&self, text: &str) -> Option<Person> {
        let address =
            only_address(text, |address| self.is_elsewhere(address) && self.is_of_a_person(address))?;
        let name = name_by_address(&address, text);
        let is_private = || is_free_mail_domain(address.rsplit('@').next().unwrap_or_default());
        (name.is_some() || is_private()).then(|| Person { name: name.unwrap_or_default(), address })
    }

    fn is_elsewhere(&self, address: &str) -> bool {
        let address = lower(address);
        let Some((local, domain)) = address.rsplit_once('@') else { return false };
        let own = self.address.rsplit('@').next().unwrap_or_default();
        // "shop=mail.example@sender.example" is the address that a service sends for.
        house(domain) != house(own) && !self.address.contains(&format!("{local}={domain}"))
    }

    fn is_of_a_person(&self, address: &str) -> bool {
        let address = lower(address);
        let local = address.split(['@', '+']).next().unwrap_or_default();
        !is_role_address(&address)
            && !is_machine_name(local)
            && !DEPARTMENTS.has(local)
            && !(self.is_ours)(&address)
    }
}

/// Digits enough for a telephone number, with the signs that people put between them.
fn has_telephone(text: &str) -> bool {
    text.lines().any(|line| {
        let runs = line.split(|sign: char| !(sign.is_ascii_digit() || " +./-()".contains(sign)));
        runs.filter(|run| run.len() <= MAX_TELEPHONE)
            .any(|run| run.bytes().filter(u8::is_ascii_digit).count() >= MIN_DIGITS)
    })
}

const MIN_DIGITS: usize = 9;
const MAX_TELEPHONE: usize = 30;

/// The domain that a house registered: the last two labels, three below `co.uk` and the like.
fn house(domain: &str) -> &str {
    let mut dots = domain.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else { return domain };
    let is_shared = matches!(&domain[second + 1..last], "co" | "com" | "org" | "net" | "ac" | "gov" | "edu");
    let start = if is_shared { dots.next().map_or(0, |third| third + 1) } else { second + 1 };
    &domain[start..]
}

#[cfg(test)]
#[path = "lead_tests.rs"]
mod tests;
