//! The header: who, to whom, about what, and in answer to what.

use std::time::{Duration, SystemTime};

use lettre::Address;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MessageBuilder};
use uuid::Uuid;

use super::{ComposeError, Envelope, NamedAddress, OutgoingMail, one_line};

/// The most identifiers in References: the first, which names the thread, and the latest.
const MOST_REFERENCES: usize = 25;

/// The longest identifier that is repeated (RFC 5322 §2.1.1 allows lines of 998 characters).
const LONGEST_IDENTIFIER: usize = 900;

/// A new Message-ID, without angle brackets, in the domain of the sender's address. It tells
/// nothing of this machine.
///
/// # Errors
/// [`ComposeError::InvalidAddress`] for a sender without a usable domain.
pub fn new_message_id(sender: &str) -> Result<String, ComposeError> {
    let address = wire_address("from", sender)?;
    Ok(format!("{}@{}", Uuid::now_v7().simple(), address.domain()))
}

/// The header without what the body adds, and the envelope that goes with it.
pub(super) fn head(mail: &OutgoingMail) -> Result<(MessageBuilder, Envelope), ComposeError> {
    if !is_identifier(&mail.message_id) {
        return Err(ComposeError::InvalidMessageId);
    }
    let from = mailbox("from", &mail.from)?;
    let mut envelope = Envelope { from: from.email.to_string(), recipients: Vec::new() };
    let mut head = Message::builder()
        .date(SystemTime::UNIX_EPOCH + Duration::from_millis(mail.date.0.max(0).unsigned_abs()))
        .raw_header(raw("Message-ID", format!("<{}>", mail.message_id)))
        .from(from);
    if let Some(reply_to) = &mail.reply_to {
        head = head.reply_to(mailbox("reply_to", reply_to)?);
    }
    for to in &mail.to {
        head = head.to(named(&mut envelope, "to", to)?);
    }
    for cc in &mail.cc {
        head = head.cc(named(&mut envelope, "cc", cc)?);
    }
    for bcc in &mail.bcc {
        named(&mut envelope, "bcc", bcc)?;
    }
    if envelope.recipients.is_empty() {
        return Err(ComposeError::NoRecipient);
    }
    head = threaded(head.subject(subject(mail)?), mail);
    if mail.auto_submitted {
        head = head
            .raw_header(raw("Auto-Submitted", "auto-replied".to_owned()))
            .raw_header(raw("X-Auto-Response-Suppress", "All".to_owned()));
    }
    Ok((head.envelope(carrier()?), envelope))
}

/// The library wants an envelope of its own to finish a message; ours is kept beside it.
fn carrier() -> Result<lettre::address::Envelope, ComposeError> {
    let nobody = Address::new_dangerous("nobody", "localhost");
    lettre::address::Envelope::new(None, vec![nobody]).map_err(|_| ComposeError::NoRecipient)
}

/// A recipient for the header, entered into the envelope if it is not there yet.
fn named(
    envelope: &mut Envelope,
    field: &'static str,
    recipient: &NamedAddress,
) -> Result<Mailbox, ComposeError> {
    let mailbox = mailbox(field, recipient)?;
    let address = mailbox.email.to_string();
    if !envelope.recipients.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
        envelope.recipients.push(address);
    }
    Ok(mailbox)
}

fn mailbox(field: &'static str, given: &NamedAddress) -> Result<Mailbox, ComposeError> {
    one_line(field, &given.name)?;
    let name = Some(given.name.trim().to_owned()).filter(|name| !name.is_empty());
    Ok(Mailbox::new(name, wire_address(field, &given.address)?))
}

/// An address as it goes on the wire: ASCII, its domain in the form of RFC 5890.
fn wire_address(field: &'static str, text: &str) -> Result<Address, ComposeError> {
    let invalid = || ComposeError::InvalidAddress { field, value: text.to_owned() };
    one_line(field, text)?;
    let (local, domain) = text.trim().rsplit_once('@').ok_or_else(invalid)?;
    let domain = match domain.starts_with('[') {
        true => domain.to_owned(),
        false => idna::domain_to_ascii(domain).map_err(|_| invalid())?,
    };
    let graphic = |part: &str| part.bytes().all(|byte| byte.is_ascii_graphic());
    if !graphic(local) || !graphic(&domain) {
        return Err(invalid());
    }
    Address::new(local, domain).map_err(|_| invalid())
}

fn subject(mail: &OutgoingMail) -> Result<String, ComposeError> {
    one_line("subject", &mail.subject)?;
    let subject = mail.subject.trim();
    let Some(token) = &mail.reference_token else {
        return Ok(subject.to_owned());
    };
    one_line("reference_token", token)?;
    let marked = format!("[{token}]");
    if subject.contains(&marked) {
        return Ok(subject.to_owned());
    }
    Ok(format!("{subject} {marked}").trim_start().to_owned())
}

/// In-Reply-To and References (RFC 5322 §3.6.4). Identifiers that may not stand in a header are
/// left out: a customer's broken mail must not keep us from answering it.
fn threaded(mut head: MessageBuilder, mail: &OutgoingMail) -> MessageBuilder {
    let parent = mail.in_reply_to.as_ref().filter(|id| is_identifier(id));
    let mut chain: Vec<&String> = Vec::new();
    for id in mail.references.iter().chain(parent) {
        if is_identifier(id) && !chain.contains(&id) {
            chain.push(id);
        }
    }
    if let Some(surplus) = chain.len().checked_sub(MOST_REFERENCES) {
        chain.drain(1..=surplus);
    }
    if let Some(parent) = parent {
        head = head.raw_header(raw("In-Reply-To", format!("<{parent}>")));
    }
    if !chain.is_empty() {
        let folded: Vec<String> = chain.iter().map(|id| format!("<{id}>")).collect();
        head = head.raw_header(raw("References", folded.join("\r\n ")));
    }
    head
}

/// Whether a text can stand between angle brackets as a message identifier.
fn is_identifier(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_IDENTIFIER
        && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'<' && byte != b'>')
}

/// A field whose value is ASCII and folded already.
fn raw(name: &'static str, value: String) -> HeaderValue {
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value)
}
