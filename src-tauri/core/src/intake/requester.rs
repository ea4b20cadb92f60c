//! Who asks: the sender, or whom the mail speaks for.

use super::addresses::only_address;
use super::form::Form;
use super::free_mail::is_free_mail_domain;
use super::lead::Lead;
use super::model::{Forward, IntakeContext, Person, Requester, RequesterSource};
use super::words::form_labels::MACHINE_SENDERS;

/// What is known of a mail when its requester is sought.
pub(super) struct Correspondents<'m> {
    pub(super) from: Option<&'m Person>,
    pub(super) reply_to: &'m [Person],
    pub(super) to: &'m [Person],
    pub(super) sender: Option<&'m Person>,
    /// Whom a portal brings together with us.
    pub(super) lead: Option<&'m Lead>,
    /// The mail has the marks of a program that sends to many.
    pub(super) is_by_program: bool,
    pub(super) context: &'m IntakeContext,
}

impl Correspondents<'_> {
    /// The requester, by the best evidence there is: the original sender of a forward, the fields of a
    /// form, a Reply-To where From is no person, else From; failing all, the only address in the text.
    pub(super) fn requester(&self, forward: Option<&Forward>, form: Option<&Form>, text: &str) -> Requester {
        if let Some(forward) = forward {
            return self.of_forward(forward);
        }
        if let Some(form) = form.filter(|form| self.speaks_for(form)) {
            return self.of_form(form);
        }
        if let Some(lead) = self.lead {
            return named(&lead.customer, &lead.customer.name, lead.source);
        }
        let from = self.from.filter(|from| !from.address.is_empty());
        let reply_to =
            self.reply_to.iter().find(|person| !person.address.is_empty() && !self.is_owner(person));
        match (from, reply_to) {
            (Some(from), Some(reply_to))
                if self.is_machine(&from.address) && !self.is_machine(&reply_to.address) =>
            {
                named(reply_to, &reply_to.name, RequesterSource::ReplyTo)
            }
            // A site of ours writes from an address of its own, for who is to be answered.
            (Some(from), Some(reply_to)) if self.is_own_domain(from) && !self.is_own_domain(reply_to) => {
                named(reply_to, &reply_to.name, RequesterSource::ReplyTo)
            }
            (Some(from), _) if self.is_machine(&from.address) => {
                self.only_address_in(text).unwrap_or_else(|| named(from, &from.name, RequesterSource::From))
            }
            (Some(from), _) => named(from, &from.name, RequesterSource::From),
            (None, Some(reply_to)) => named(reply_to, self.name_of_from(reply_to), RequesterSource::ReplyTo),
            (None, None) => self.without_from(text),
        }
    }

    /// The original sender, or whom the original says to answer where its sender is a machine.
    fn of_forward(&self, forward: &Forward) -> Requester {
        if forward.from.address.is_empty()
            && let Some(found) = self.only_address_in(&forward.body)
        {
            return Requester { name: forward.from.name.clone(), ..found };
        }
        let mut answers = forward.reply_to.iter().filter(|person| !person.address.is_empty());
        if let Some(reply_to) = answers.find(|person| !self.is_machine(&person.address))
            && self.is_machine(&forward.from.address)
        {
            return named(reply_to, &reply_to.name, RequesterSource::Forward);
        }
        named(&forward.from, &forward.from.name, RequesterSource::Forward)
    }

    fn of_form(&self, form: &Form) -> Requester {
        let reply_to =
            self.reply_to.iter().find(|person| !person.address.is_empty() && !self.is_owner(person));
        let address = if form.address.is_empty() {
            reply_to.map(|person| person.address.clone()).unwrap_or_default()
        } else {
            form.address.clone()
        };
        let name = if form.name.is_empty() {
            reply_to.map(|person| person.name.clone()).unwrap_or_default()
        } else {
            form.name.clone()
        };
        Requester { name, address, source: RequesterSource::Form }
    }

    fn without_from(&self, text: &str) -> Requester {
        if let Some(sender) =
            self.sender.filter(|sender| !sender.address.is_empty() && !self.is_machine(&sender.address))
        {
            return named(sender, self.name_of_from(sender), RequesterSource::From);
        }
        let name = self.from.map(|from| from.name.clone()).unwrap_or_default();
        match self.only_address_in(text) {
            Some(found) => Requester { name, ..found },
            None => Requester { name, address: String::new(), source: RequesterSource::From },
        }
    }

    fn name_of_from<'p>(&'p self, person: &'p Person) -> &'p str {
        match self.from {
            Some(from) if person.name.is_empty() => &from.name,
            _ => &person.name,
        }
    }

    /// A form mail speaks for somebody else than its sender: a machine, a program that sends to many, ourselves,
    /// somebody who says so by Reply-To, or whoever sends nothing but a form in which another person is named.
    fn speaks_for(&self, form: &Form) -> bool {
        let Some(from) = self.from.filter(|from| !from.address.is_empty()) else { return true };
        let is_same = from.address.eq_ignore_ascii_case(&form.address);
        let says_so = self
            .reply_to
            .iter()
            .any(|person| !person.address.is_empty() && !person.address.eq_ignore_ascii_case(&from.address));
        !is_same
            && (form.can_be_answered || says_so)
            && (self.is_machine(&from.address)
                || self.is_by_program
                || says_so
                || self.is_own_domain(from)
                || is_another(from, form))
    }

    fn is_owner(&self, person: &Person) -> bool {
        self.context.is_owner(&person.address)
    }

    /// From the domain that the mail was sent to, or of an address of ours: a site writes to its own people.
    fn is_own_domain(&self, from: &Person) -> bool {
        let domain = |person: &Person| person.address.rsplit('@').next().unwrap_or_default().to_owned();
        let from_domain = domain(from);
        let ours = self.context.owner_addresses.iter().map(|owner| owner.rsplit('@').next().unwrap_or(owner));
        !is_free_mail_domain(&from_domain)
            && (self.to.iter().any(|person| domain(person) == from_domain)
                || ours.into_iter().any(|domain| domain.eq_ignore_ascii_case(&from_domain)))
    }

    /// Not a person's own address: ours, or one that sites send from.
    fn is_machine(&self, address: &str) -> bool {
        let local = address.split('@').next().unwrap_or_default().to_lowercase();
        self.context.is_owner(address) || is_machine_name(&local)
    }

    /// The one address of a text that is neither ours nor a machine's.
    fn only_address_in(&self, text: &str) -> Option<Requester> {
        let address = only_address(text, |address| !self.is_machine(address))?;
        let name = name_by_address(&address, text).unwrap_or_default();
        Some(Requester { name, address, source: RequesterSource::Body })
    }
}

/// Whether a form that no letter surrounds names a person with an address who is not its sender.
fn is_another(from: &Person, form: &Form) -> bool {
    let [sender, named] = [&from.name, &form.name].map(|name| name.to_lowercase());
    let is_same = named.split_whitespace().any(|part| part.len() > 2 && sender.contains(part));
    form.is_by_site && !form.address.is_empty() && !named.is_empty() && !is_same
}

pub(super) fn is_machine_name(local: &str) -> bool {
    let bare = local.split('+').next().unwrap_or(local);
    let long = |name: &str| name.len() >= 7;
    MACHINE_SENDERS.has(bare)
        || MACHINE_SENDERS.beginning(bare).any(long)
        || MACHINE_SENDERS.ending(bare).any(long)
}

/// `peter.boon@mail.example`, `p.boon@mail.example` in a text that speaks of Peter Boon: his name as it stands
/// there.
pub(super) fn name_by_address(address: &str, text: &str) -> Option<String> {
    let local = address.split('@').next()?.to_lowercase();
    let parts: Vec<&str> = local.split(['.', '_', '-']).filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 || parts.iter().all(|part| part.len() < 2) || parts.len() > MAX_NAME_PARTS {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().take(MAX_WORDS_SEARCHED).collect();
    let found = words.windows(parts.len()).find(|words| {
        let is_part = |(word, part): (&&str, &&str)| {
            let word = bare_word(word).to_lowercase();
            word == **part || part.len() == 1 && word.starts_with(*part)
        };
        words.iter().zip(&parts).all(is_part) && words.iter().all(|word| starts_with_capital(word))
    })?;
    Some(found.iter().map(|word| bare_word(word)).collect::<Vec<_>>().join(" "))
}

const MAX_NAME_PARTS: usize = 4;
const MAX_WORDS_SEARCHED: usize = 2_000;

fn bare_word(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric())
}

fn starts_with_capital(word: &str) -> bool {
    bare_word(word).starts_with(char::is_uppercase)
}

fn named(person: &Person, name: &str, source: RequesterSource) -> Requester {
    Requester { name: name.to_owned(), address: person.address.clone(), source }
}

#[cfg(test)]
#[path = "requester_tests.rs"]
mod tests;
