//! The whole way from bytes to an understood mail.

use super::addresses::read_addresses;
use super::automatic::classify;
use super::dates::read_date_field;
use super::decode::{self, DecodedMail};
use super::forward::{Surroundings, find_forward};
use super::header::Headers;
use super::html_text::{MarkedText, html_to_text};
use super::lines::lines;
use super::model::*;
use super::reply::split_reply;
use super::sanitise::sanitise_html;

/// A body without a mail around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BareBody<'b> {
    /// A plain text.
    Text(&'b str),
    /// An HTML document or fragment.
    Html(&'b str),
}

/// Reads a mail. Never fails and never panics; what it costs is bounded by the limits of this room.
pub fn read_mail(raw: &[u8], context: &IntakeContext) -> IncomingMail {
    understand(decode::decode(raw), None, context)
}

/// Reads a body as if it were the only part of a mail that a person sent.
pub fn read_body(body: BareBody, subject: Option<&str>, context: &IntakeContext) -> IncomingMail {
    let (body, html) = match body {
        BareBody::Text(text) => (MarkedText::plain(text.replace("\r\n", "\n")), None),
        BareBody::Html(html) => (html_to_text(html), Some(html.to_owned())),
    };
    let decoded = DecodedMail { body, html, ..DecodedMail::default() };
    understand(decoded, subject, context)
}

fn understand(decoded: DecodedMail, subject: Option<&str>, context: &IntakeContext) -> IncomingMail {
    let headers = &decoded.headers;
    let html = decoded.html.as_deref().map(sanitise_html).filter(|html| !html.is_empty());
    let people = |name: &str| people(headers, name);
    let from = people("From").into_iter().next();
    let subject = subject.map(str::to_owned).unwrap_or_else(|| headers.line("Subject").unwrap_or_default());
    let body_lines = lines(&decoded.body);
    let sender_name = from.as_ref().map(|from| from.name.as_str()).unwrap_or_default();
    let classified = classify(&decoded, &subject, from.as_ref());
    let reply = split_reply(&body_lines, sender_name);
    let forward = context
        .any_sender_is_owner
        .then(|| {
            find_forward(
                &body_lines,
                Surroundings {
                    subject: &subject,
                    is_answer: headers.has("In-Reply-To"),
                    is_declared: context.treat_as_forward,
                },
            )
        })
        .flatten();
    IncomingMail {
        from,
        reply_to: people("Reply-To"),
        to: people("To"),
        cc: people("Cc"),
        subject,
        date: headers.line("Date").and_then(|date| read_date_field(&date)),
        message_id: headers.message_ids("Message-ID").into_iter().next(),
        in_reply_to: headers.message_ids("In-Reply-To"),
        references: headers.message_ids("References"),
        text: decoded.body.text,
        html,
        language: None,
        attachments: decoded.attachments,
        class: classified.class,
        class_reason: classified.reason,
        forward,
        reply,
        bounce: classified.bounce,
        requester: Requester { name: String::new(), address: String::new(), source: RequesterSource::From },
        fields: Vec::new(),
        omissions: decoded.omissions,
        unreadable: None,
    }
}

fn people(headers: &Headers, name: &str) -> Vec<Person> {
    headers.all(name).flat_map(|value| read_addresses(value, headers.fallback_charset.as_deref())).collect()
}
