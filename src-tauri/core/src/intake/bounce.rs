//! Delivery reports: which mail did not, or did not yet, reach whom.

use super::addresses::find_address;
use super::automatic_request::{asks_for_quote, beginning_of_new_text};
use super::bounce_text::{self, Notification};
use super::decode::{self, DecodedMail};
use super::delivery_status::{Action, RecipientStatus, enhanced_status, field_of, read_recipients};
use super::free_mail::is_free_mail_domain;
use super::header::{Headers, split_message_ids};
use super::model::{Bounce, Person};
use super::words::bounces::{COMPLAINTS, DELAYS, SENTENCES, SUBJECTS};

/// A bounce with the evidence it was recognised by.
pub(super) struct Recognised {
    pub(super) bounce: Bounce,
    pub(super) reason: String,
    /// The recipients were read from sentences, and not from fields.
    is_in_words: bool,
}

/// What a mail says about delivery; `None` if it says nothing.
///
/// `is_ours` knows our own addresses, which a report in words names beside those that it is about.
pub(super) fn read_bounce(
    mail: &DecodedMail,
    subject: &str,
    from: Option<&Person>,
    is_ours: &dyn Fn(&str) -> bool,
) -> Option<Recognised> {
    let mut recognised = recognise(mail, subject, from)?;
    if recognised.is_in_words {
        recognised.bounce.recipients.retain(|address| !is_ours(address));
    }
    Some(recognised)
}

fn recognise(mail: &DecodedMail, subject: &str, from: Option<&Person>) -> Option<Recognised> {
    if !mail.reports.is_empty()
        && let Some(recognised) = read_reports(mail)
    {
        return recognised;
    }
    let is_declared = mail.report_type == "delivery-status";
    let evidence = if is_declared { None } else { Some(Evidence::weigh(mail, subject, from)?) };
    if let Some(recognised) = read_wrapped_report(mail) {
        return Some(recognised);
    }
    let Some(evidence) = evidence else {
        return Some(recognised(mail, Vec::new(), "delivery status notification (RFC 3464)"));
    };
    let bounce = bounce_of_text(mail, subject, &evidence.notification, from);
    let is_in_words = !mail.headers.has("X-Failed-Recipients");
    Some(Recognised { bounce, reason: evidence.reason, is_in_words })
}

/// The report of another server that a gateway wrapped.
fn read_wrapped_report(mail: &DecodedMail) -> Option<Recognised> {
    let nested = decode::decode(mail.nested.first()?);
    read_reports(&nested).flatten().filter(|recognised| !recognised.bounce.recipients.is_empty())
}

/// A machine-readable report: `Some(None)` if it says that the mail was delivered or read.
fn read_reports(mail: &DecodedMail) -> Option<Option<Recognised>> {
    let texts = |kind: &'static str| {
        mail.reports.iter().filter(move |(mime, _)| mime.ends_with(kind)).map(|(_, text)| text.as_str())
    };
    if let Some(disposition) = texts("disposition-notification").next() {
        let rejects = is_rejection(disposition, &mail.body.text);
        let bounce = || recognised(mail, read_recipients(disposition), "rejected by the recipient's server");
        return Some(rejects.then(bounce));
    }
    texts("delivery-status").next()?;
    let recipients: Vec<RecipientStatus> = texts("delivery-status").flat_map(read_recipients).collect();
    let is_good_news =
        !recipients.is_empty() && recipients.iter().all(|recipient| recipient.action == Action::Delivered);
    Some((!is_good_news).then(|| recognised(mail, recipients, "delivery status notification (RFC 3464)")))
}

/// A disposition (RFC 8098) that a machine made of a mail which it did not take.
fn is_rejection(disposition: &str, text: &str) -> bool {
    let value = field_of(disposition, "Disposition").unwrap_or_default().to_ascii_lowercase();
    let by_machine = value.contains("automatic-action") && !value.contains("displayed");
    by_machine
        && (value.contains("denied")
            || value.contains("failed")
            || SENTENCES.within(&text.to_lowercase()).is_some())
}

fn recognised(mail: &DecodedMail, recipients: Vec<RecipientStatus>, reason: &str) -> Recognised {
    let notification = Notification::of(&mail.body.text);
    let failed: Vec<&RecipientStatus> =
        recipients.iter().filter(|recipient| recipient.action == Action::Failed).collect();
    let delayed: Vec<&RecipientStatus> =
        recipients.iter().filter(|recipient| recipient.action == Action::Delayed).collect();
    let is_delayed =
        failed.is_empty() && !delayed.is_empty() || recipients.is_empty() && notification.says_delay();
    let chosen = if failed.is_empty() { delayed } else { failed };
    let status = chosen
        .iter()
        .find_map(|recipient| recipient.status.clone())
        .or_else(|| enhanced_status(notification.text()));
    let mut addresses: Vec<String> = chosen.iter().map(|recipient| recipient.address.clone()).collect();
    let is_in_words = addresses.is_empty() && !mail.headers.has("X-Failed-Recipients");
    if addresses.is_empty() {
        addresses =
            failed_header(&mail.headers).unwrap_or_else(|| bounce_text::recipients(&notification, mail));
    }
    let permanent = is_permanent(status.as_deref(), notification.text(), is_delayed);
    Recognised {
        bounce: Bounce {
            permanent,
            delayed: is_delayed,
            status,
            recipients: addresses,
            original_message_id: original_id(mail),
        },
        reason: reason.to_owned(),
        is_in_words,
    }
}

fn bounce_of_text(
    mail: &DecodedMail,
    subject: &str,
    notification: &Notification,
    from: Option<&Person>,
) -> Bounce {
    let delayed = notification.says_delay() || DELAYS.within(&subject.to_lowercase()).is_some();
    let status = enhanced_status(notification.text());
    let mut recipients =
        failed_header(&mail.headers).unwrap_or_else(|| bounce_text::recipients(notification, mail));
    if recipients.is_empty() {
        recipients = bounce_text::local_parts(notification, from);
    }
    Bounce {
        permanent: is_permanent(status.as_deref(), notification.text(), delayed),
        delayed,
        status,
        recipients,
        original_message_id: original_id(mail),
    }
}

/// By the class of the status, else of the first SMTP reply in the text, else by whether it still tries.
fn is_permanent(status: Option<&str>, text: &str, delayed: bool) -> bool {
    if delayed {
        return false;
    }
    match status.or_else(|| smtp_reply(text)) {
        Some(code) => !code.starts_with('4'),
        None => true,
    }
}

/// The first three-digit reply of class 4 or 5 that stands alone.
pub(super) fn smtp_reply(text: &str) -> Option<&str> {
    text.split(|character: char| !character.is_ascii_digit())
        .find(|digits| digits.len() == 3 && digits.starts_with(['4', '5']) && digits.as_bytes()[1] < b'6')
}

/// Exim's header with the failed recipients.
fn failed_header(headers: &Headers) -> Option<Vec<String>> {
    let value = headers.line("X-Failed-Recipients")?;
    let addresses: Vec<String> = super::addresses::read_addresses(value.as_bytes(), None)
        .into_iter()
        .map(|person| person.address)
        .collect();
    (!addresses.is_empty()).then_some(addresses)
}

/// The Message-ID of the mail that was returned, wherever it stands.
fn original_id(mail: &DecodedMail) -> Option<String> {
    let nested = mail
        .nested
        .iter()
        .find_map(|nested| Headers::read(nested).0.message_ids("Message-ID").into_iter().next());
    let reported = || {
        mail.reports.iter().find_map(|(_, text)| {
            ["Original-Message-ID", "X-Original-Message-ID", "Message-ID"]
                .into_iter()
                .find_map(|name| field_of(text, name))
                .and_then(|value| split_message_ids(value).into_iter().next())
        })
    };
    let written = || {
        mail.body.text.lines().find_map(|line| {
            let line = line.trim_start_matches(['>', ' ', '\t']);
            let value = line
                .get(..11)
                .filter(|name| name.eq_ignore_ascii_case("message-id:"))
                .map(|_| &line[11..])?;
            value.contains('<').then(|| split_message_ids(value).into_iter().next()).flatten()
        })
    };
    nested.or_else(reported).or_else(written)
}

/// Why a mail without a machine-readable report is taken for one.
struct Evidence<'m> {
    reason: String,
    notification: Notification<'m>,
}

impl<'m> Evidence<'m> {
    /// Two of sender, subject and text; without the sender, the text must name who was not reached, and show
    /// that it speaks of a mail and not of goods.
    fn weigh(mail: &'m DecodedMail, subject: &str, from: Option<&Person>) -> Option<Self> {
        let by_sender = is_mail_system(&mail.headers, from) && !is_keeper_of_mail(&mail.headers, from);
        let by_subject = SUBJECTS.within(&subject.to_lowercase());
        let has_header = mail.headers.has("X-Failed-Recipients");
        if !(by_sender || by_subject.is_some() || has_header) {
            return None;
        }
        let notification = Notification::of(&mail.body.text);
        let by_text = SENTENCES.within(notification.lower());
        let by_status = || by_sender && notification.refuses_address();
        let is_answer = mail.headers.has("In-Reply-To") && !by_sender;
        let is_one = has_header
            || by_sender && (by_subject.is_some() || by_text.is_some() || by_status())
            || by_subject.is_some()
                && by_text.is_some()
                && !is_answer
                && notification.names_recipient(from)
                && notification.shows_mail(mail)
                && !complains(mail, subject, from);
        let words =
            by_subject.or(by_text).unwrap_or(if has_header { "X-Failed-Recipients" } else { "status" });
        is_one.then(|| Self { reason: format!("delivery report: \"{words}\""), notification })
    }
}

/// Written by somebody who got a report and complains, without the parts of a report.
fn complains(mail: &DecodedMail, subject: &str, from: Option<&Person>) -> bool {
    if !mail.reports.is_empty() || !mail.nested.is_empty() || !mail.report_type.is_empty() {
        return false;
    }
    let start = beginning_of_new_text(&mail.body.text);
    let asks_why = || subject.trim_end().ends_with('?') || COMPLAINTS.within(&start).is_some();
    let domain = from.and_then(|from| from.address.rsplit_once('@')).map_or("", |(_, domain)| domain);
    let signs = || from.is_some_and(|from| returns_to(&mail.headers, from) && is_signed(&start, from));
    is_free_mail_domain(domain) || asks_why() || asks_for_quote(&start) || signs()
}

/// The last words of a text hold the first name of its sender, as the header or his address gives it.
fn is_signed(text: &str, from: &Person) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|character: char| !character.is_alphabetic());
        parts.filter(|word| word.len() > 2).map(str::to_lowercase).collect()
    };
    let first_names = [words(&from.name), words(&from.address)].map(|names| names.into_iter().next());
    words(text).into_iter().rev().take(3).any(|word| first_names.contains(&Some(word)))
}

/// A Return-Path to the sender himself, where a server leaves it empty (RFC 5321 section 4.5.5).
fn returns_to(headers: &Headers, from: &Person) -> bool {
    let path = headers.first("Return-Path").and_then(|path| find_address(&String::from_utf8_lossy(path)));
    path.is_some_and(|path| path.eq_ignore_ascii_case(&from.address))
}

/// Sent from `postmaster` by whoever keeps the mail of a house.
fn is_keeper_of_mail(headers: &Headers, from: Option<&Person>) -> bool {
    from.is_some_and(|from| {
        from.address.to_ascii_lowercase().starts_with("postmaster@") && returns_to(headers, from)
    })
}

/// Sent by a mail server rather than by a person.
pub(super) fn is_mail_system(headers: &Headers, from: Option<&Person>) -> bool {
    const LOCAL_PARTS: [&str; 8] = [
        "mailer-daemon",
        "mailerdaemon",
        "mail-daemon",
        "mdaemon",
        "postmaster",
        "mailadm",
        "mail.delivery.system",
        "double-bounce",
    ];
    const NAMES: [&str; 9] = [
        "mailer-daemon",
        "mail delivery",
        "delivery subsystem",
        "mail administrator",
        "mail system",
        "postmaster",
        "delivery system",
        "mail daemon",
        "system administrator",
    ];
    let Some(from) = from else { return headers.first("Return-Path").is_some_and(is_null_path) };
    let local = from.address.split('@').next().unwrap_or_default().to_ascii_lowercase();
    let name = from.name.to_lowercase();
    // "MicrosoftExchange" and 32 hexadecimal digits.
    let is_exchange = local.strip_prefix("microsoftexchange").is_some_and(|digits| digits.len() >= 16);
    let by_name = is_exchange
        || NAMES
            .iter()
            .any(|known| name.starts_with(known) || from.address.is_empty() && name.contains(known));
    LOCAL_PARTS.iter().any(|known| local == *known || local.starts_with("postmaster\\"))
        || by_name
        || headers.first("Return-Path").is_some_and(is_null_path)
}

/// `<>`, or the mailer daemon in its place.
pub(super) fn is_null_path(value: &[u8]) -> bool {
    let value = String::from_utf8_lossy(value).trim().to_ascii_lowercase();
    value == "<>" || value.starts_with("<mailer-daemon")
}

#[cfg(test)]
#[path = "bounce_tests.rs"]
mod tests;
