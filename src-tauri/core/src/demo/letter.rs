//! The customers' mails as bytes: what their mail programs would send.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::when::weekday;
use super::{drawing, photo};
use crate::clock::{LocalDate, Timestamp};
use crate::conversation::Message;
use crate::error::{Error, FieldProblem};
use crate::language::Language;
use crate::mail::compose::{self, NamedAddress, OutgoingAttachment, OutgoingMail};

macro_rules! templates {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("data/mails/", $name)))),+] };
}

const TEMPLATES: &[(&str, &str)] = templates![
    "away_maes.eml",
    "back_from_holiday.eml",
    "mailbox_full.eml",
    "newsletter_fair.eml",
    "newsletter_materials.eml",
    "parcel_notice.eml",
    "supplier_invoice.eml",
];

/// A mail that somebody wrote.
pub(super) struct Letter<'a> {
    pub(super) from: NamedAddress,
    pub(super) to: NamedAddress,
    pub(super) cc: Vec<NamedAddress>,
    pub(super) reply_to: Option<NamedAddress>,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: bool,
    pub(super) files: &'a BTreeMap<String, String>,
    pub(super) date: Timestamp,
    /// The mails of the conversation before it, oldest first.
    pub(super) thread: Vec<String>,
}

/// `Name <address>`, or an address alone.
pub(super) fn person(text: &str) -> NamedAddress {
    match text.split_once('<') {
        Some((name, address)) => NamedAddress {
            name: name.trim().to_owned(),
            address: address.trim_end_matches('>').trim().to_owned(),
        },
        None => NamedAddress { name: String::new(), address: text.trim().to_owned() },
    }
}

/// The bytes of a letter.
pub(super) fn bytes_of(letter: Letter) -> Result<Vec<u8>, Error> {
    let mail = OutgoingMail {
        message_id: compose::new_message_id(&letter.from.address).map_err(|_| not_an_address())?,
        date: letter.date,
        to: vec![letter.to],
        cc: letter.cc,
        bcc: Vec::new(),
        reply_to: letter.reply_to,
        subject: letter.subject,
        reference_token: None,
        html: letter.html.then(|| html(&letter.text)),
        text: letter.text,
        in_reply_to: letter.thread.last().cloned(),
        references: letter.thread,
        attachments: files(letter.files)?,
        auto_submitted: false,
        from: letter.from,
    };
    Ok(compose::compose(&mail).map_err(|_| not_an_address())?.bytes)
}

fn not_an_address() -> Error {
    Error::field("from", FieldProblem::NotAnAddress)
}

fn html(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let paragraphs: Vec<String> = escaped
        .split("\n\n")
        .map(|paragraph| format!("<p>{}</p>", paragraph.replace('\n', "<br>")))
        .collect();
    format!("<html><body style=\"font-family: sans-serif\">{}</body></html>", paragraphs.join("\n"))
}

/// Files by name, each with what it shows.
pub(super) fn files(files: &BTreeMap<String, String>) -> Result<Vec<OutgoingAttachment>, Error> {
    files
        .iter()
        .map(|(name, shows)| {
            let (mime, bytes) = if name.ends_with(".pdf") {
                ("application/pdf", drawing::pdf(shows)?)
            } else {
                ("image/jpeg", photo::jpeg(shows)?)
            };
            Ok(OutgoingAttachment { name: name.clone(), mime: mime.to_owned(), bytes })
        })
        .collect()
}

/// What stands below an answer: whom it answers, and what they wrote.
pub(super) fn history(
    answered: &Message,
    company: &NamedAddress,
    language: Language,
    zone: &TimeZone,
) -> String {
    let quoted: Vec<String> =
        answered.text.trim().lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    format!("{}\n\n{}", attribution(answered.sent_at, company, language, zone), quoted.join("\n"))
}

fn attribution(at: Timestamp, company: &NamedAddress, language: Language, zone: &TimeZone) -> String {
    let day = at.date_in(zone);
    let date = LocalDate(day).written_short(language);
    let time = clock_time(at, zone);
    let sender = format!("{} <{}>", company.name, company.address);
    match language {
        Language::Fr => format!("Le {} {date} à {time}, {sender} a écrit :", weekday(day, language)),
        Language::Nl => format!("Op {} {date} om {time} schreef {sender}:", weekday(day, language)),
        Language::De => format!("Am {}, {date} um {time} schrieb {sender}:", weekday(day, language)),
        Language::En => format!("On {}, {date} at {time}, {sender} wrote:", weekday(day, language)),
    }
}

/// Hours and minutes in a time zone.
pub(super) fn clock_time(at: Timestamp, zone: &TimeZone) -> String {
    jiff::Timestamp::from_millisecond(at.0)
        .map(|instant| instant.to_zoned_datetime(zone.clone()).strftime("%H:%M").to_string())
        .unwrap_or_default()
}

/// A mail from a file, its places filled in, with the line ends of the wire.
pub(super) fn from_template(
    name: &str,
    date: Timestamp,
    answered: Option<&Message>,
    recipient: &str,
) -> Result<Vec<u8>, Error> {
    let (_, template) =
        TEMPLATES.iter().find(|(known, _)| *known == name).ok_or(Error::NotFound("sample mail"))?;
    let rfc2822 = jiff::Timestamp::from_millisecond(date.0)
        .ok()
        .and_then(|instant| jiff::fmt::rfc2822::to_string(&instant.to_zoned_datetime(TimeZone::UTC)).ok());
    let filled = template
        .replace("{{date}}", &rfc2822.unwrap_or_default())
        .replace("{{id}}", &uuid::Uuid::now_v7().simple().to_string())
        .replace(
            "{{answered}}",
            answered.and_then(|message| message.mail_message_id.as_deref()).unwrap_or_default(),
        )
        .replace("{{subject}}", answered.map(|message| message.subject.as_str()).unwrap_or_default())
        .replace("{{recipient}}", recipient);
    Ok(filled.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes())
}
