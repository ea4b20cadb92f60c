//! The whole way from bytes to an understood mail.

use super::attribution::Attribution;
use super::automatic::{Classified, classify};
use super::decode::{self, DecodedMail};
use super::envelope::Envelope;
use super::extract::{find_facts, region_of};
use super::file_name::UniqueNames;
use super::form::{Form, read_form};
use super::html_text::{MarkedText, html_to_text};
use super::language::detect;
use super::lead::find_lead;
use super::lines::{join_raw, lines};
use super::model::*;
use super::reply::split_reply;
use super::requester::Correspondents;
use super::sanitise::sanitised;
use super::signed_content::with_signed_content;
use super::silence::asks_for_silence;
use super::unwrap::unwrap;
use crate::language::Language;

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
    let mail = decode::with_line_feeds(raw);
    let mail = with_signed_content(&mail);
    let decoded = decode::decode(&mail);
    let envelope = Envelope::read(&decoded.headers, None);
    understand(decoded, envelope, context)
}

/// Reads a body as if it were the only part of a mail that a person sent.
pub fn read_body(body: BareBody, subject: Option<&str>, context: &IntakeContext) -> IncomingMail {
    let decoded = match body {
        BareBody::Text(text) => DecodedMail::of_body(MarkedText::plain(text.replace("\r\n", "\n")), None),
        BareBody::Html(html) => DecodedMail::of_body(html_to_text(html), Some(html.to_owned())),
    };
    let envelope = Envelope::read(&decoded.headers, Some(subject.unwrap_or_default().to_owned()));
    understand(decoded, envelope, context)
}

fn understand(decoded: DecodedMail, envelope: Envelope, context: &IntakeContext) -> IncomingMail {
    let is_ours = |address: &str| context.is_owner(address);
    let lead = find_lead(&decoded, &envelope, is_ours);
    let classified = classify(&decoded, &envelope.subject, envelope.from.as_ref(), lead.as_ref(), is_ours);
    let asks_for_silence = asks_for_silence(&decoded);
    let body = lines(&decoded.body);
    let reply = split_reply(&body, envelope.around());
    let form = if classified.bounce.is_none() { read_form(&body) } else { None };
    let classified = reclassify(classified, form.as_ref());
    let unwrapped =
        if form.is_none() { unwrap(&decoded, &body, &envelope, &classified, context) } else { None };
    let (forward, inner_files) =
        unwrapped.map_or((None, Vec::new()), |(forward, files)| (Some(forward), files));
    let (requester, form) = requester_of(
        envelope.correspondents(lead.as_ref(), context),
        forward.as_ref(),
        form,
        &decoded.body.text,
    );
    let asked = match &form {
        Some(form) => form.filled_in.clone(),
        None => asked_text(&reply, forward.as_ref()),
    };
    let subject = forward.as_ref().map_or(envelope.subject.as_str(), |forward| forward.subject.as_str());
    let language = language_of(subject, &asked, form.as_ref());
    let fields = facts(&asked, form, &requester, language);
    let requester = with_signed_name(requester, &fields);
    let unreadable = unreadable_reason(&decoded, &envelope);
    let (html, omissions) = layout(decoded.html.as_deref(), decoded.omissions);
    IncomingMail {
        fields,
        language,
        unreadable,
        attachments: with_inner_files(decoded.attachments, inner_files),
        text: decoded.body.text,
        html,
        omissions,
        from: envelope.from,
        reply_to: envelope.reply_to,
        to: envelope.to,
        cc: envelope.cc,
        subject: envelope.subject,
        date: envelope.date,
        message_id: envelope.message_id,
        in_reply_to: envelope.in_reply_to,
        references: envelope.references,
        class: classified.class,
        class_reason: classified.reason,
        asks_for_silence,
        bounce: classified.bounce,
        forward,
        reply,
        requester,
    }
}

/// A form that a site sends carries the marks of automatic mail, and is a person's request all the same.
fn reclassify(classified: Classified, form: Option<&Form>) -> Classified {
    let by_machine = matches!(classified.class, MailClass::AutoReply | MailClass::List);
    let in_words = classified.reason.starts_with("subject");
    if by_machine && !in_words && form.is_some_and(|form| form.can_be_answered) {
        return Classified { class: MailClass::Personal, reason: "web form".to_owned(), bounce: None };
    }
    classified
}

/// The requester, and the form that names him: of this mail, or of a form mail that was forwarded.
fn requester_of(
    outer: Correspondents,
    forward: Option<&Forward>,
    form: Option<Form>,
    text: &str,
) -> (Requester, Option<Form>) {
    let Some(forward) = forward else {
        return (outer.requester(None, form.as_ref(), text), form);
    };
    let body = MarkedText::plain(forward.body.clone());
    if let Some(form) = read_form(&lines(&body)) {
        let inner = Correspondents {
            from: Some(&forward.from),
            reply_to: &forward.reply_to,
            to: &forward.to,
            sender: None,
            lead: None,
            is_by_program: false,
            context: outer.context,
        };
        let requester = inner.requester(None, Some(&form), &forward.body);
        if requester.source == RequesterSource::Form {
            return (requester, Some(form));
        }
    }
    (outer.requester(Some(forward), None, text), None)
}

/// What the requester wrote last: the new words of the forwarded text, else of this mail, and the signature.
fn asked_text(reply: &ReplyParts, forward: Option<&Forward>) -> String {
    let newest = forward.map(|forward| {
        let body = MarkedText::plain(forward.body.clone());
        split_reply(&lines(&body), forward.around())
    });
    let reply = newest.as_ref().unwrap_or(reply);
    let written = if reply.signature.is_empty() {
        reply.text.clone()
    } else {
        format!("{}\n\n{}", reply.text, reply.signature)
    };
    without_introductions(&written)
}

/// Answers between quoted lines keep the introduction above these, whose date is no wish.
fn without_introductions(text: &str) -> String {
    let body = MarkedText::plain(text.to_owned());
    let lines = lines(&body);
    if lines.iter().all(|line| line.depth == 0) {
        return text.to_owned();
    }
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let end = if line.depth > 0 { Attribution::read(&lines, at).map(|found| found.end) } else { None };
        if end.is_none() {
            kept.push(*line);
        }
        at = end.unwrap_or(at + 1);
    }
    join_raw(&kept)
}

/// The fields of the form, then the facts of the text that no label of the form says better.
fn facts(asked: &str, form: Option<Form>, requester: &Requester, language: Option<Language>) -> Vec<Field> {
    let mut fields = form.map(|form| form.fields).unwrap_or_default();
    let is_labelled = |kind: &str| fields.iter().any(|field| field.kind == kind);
    let labelled = ["company", "address"].map(|kind| (kind, is_labelled(kind)));
    let found = find_facts(asked, region_of(&requester.address), language);
    fields.extend(found.into_iter().filter(|field| !labelled.contains(&(field.kind.as_str(), true))));
    fields
}

/// A requester whom nothing names is called as he signs.
fn with_signed_name(mut requester: Requester, fields: &[Field]) -> Requester {
    let signed = fields.iter().find(|field| field.kind == "name");
    if let Some(signed) = signed.filter(|_| requester.name.is_empty() && !requester.address.is_empty()) {
        requester.name = signed.value.clone();
    }
    requester
}

/// By what the requester wrote; the subject helps a short text.
fn language_of(subject: &str, asked: &str, form: Option<&Form>) -> Option<Language> {
    let message = form.map(|form| form.message.as_str()).filter(|message| !message.is_empty());
    let text = message.unwrap_or(asked);
    // The labels of a form are in the language of its site; all that was filled in is a person's.
    detect(text)
        .or_else(|| message.and_then(|_| detect(asked)))
        .or_else(|| detect(&format!("{subject}\n{text}")))
}

/// The HTML made safe, and what is left out, which that may be, too.
fn layout(html: Option<&str>, mut omissions: Vec<Omission>) -> (Option<String>, Vec<Omission>) {
    let safe = html.and_then(|html| {
        let safe = sanitised(html);
        if safe.is_none() {
            omissions.push(Omission::Layout);
        }
        safe
    });
    (safe.filter(|html| !html.is_empty()), omissions)
}

/// The files of the mail and those inside the mail that it forwards, under names of their own.
fn with_inner_files(
    mut files: Vec<IncomingAttachment>,
    inner: Vec<IncomingAttachment>,
) -> Vec<IncomingAttachment> {
    if inner.is_empty() {
        return files;
    }
    files.extend(inner);
    let mut names = UniqueNames::default();
    for file in &mut files {
        file.name = names.claim(std::mem::take(&mut file.name));
    }
    files
}

/// Why there is nothing to show: a header that says nothing over nothing that can be read.
fn unreadable_reason(decoded: &DecodedMail, envelope: &Envelope) -> Option<String> {
    if decoded.is_bare || !envelope.is_empty() {
        return None;
    }
    let text = decoded.body.text.trim();
    if text.is_empty() && decoded.html.is_none() && decoded.attachments.is_empty() {
        return Some("the mail is empty".to_owned());
    }
    let sample = || text.chars().take(2_000);
    let is_junk =
        |character: &char| *character == '\u{fffd}' || character.is_control() && !character.is_whitespace();
    let is_binary = sample().filter(is_junk).count() * 20 > sample().count();
    (decoded.headers.is_empty() && is_binary).then(|| "these bytes are no mail".to_owned())
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
