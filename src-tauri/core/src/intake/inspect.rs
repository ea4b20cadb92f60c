//! What intake understands of a mail, as one JSON document: the contract of `quoinctl inspect`.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::model::*;
use crate::clock::Timestamp;

/// The JSON form of an [`IncomingMail`].
#[derive(Debug, Serialize)]
pub struct Inspection<'i> {
    id: Option<&'i str>,
    error: Option<&'i str>,
    from: Option<&'i Person>,
    reply_to: &'i [Person],
    to: &'i [Person],
    cc: &'i [Person],
    subject: &'i str,
    date: Option<String>,
    message_id: Option<&'i str>,
    in_reply_to: &'i [String],
    references: &'i [String],
    text: &'i str,
    html: Option<&'i str>,
    language: Option<&'static str>,
    attachments: Vec<InspectedAttachment<'i>>,
    class: MailClass,
    class_reason: &'i str,
    forward: Option<InspectedForward<'i>>,
    reply: &'i ReplyParts,
    bounce: Option<&'i Bounce>,
    requester: &'i Requester,
    fields: &'i [Field],
    omissions: &'i [Omission],
}

#[derive(Debug, Serialize)]
struct InspectedAttachment<'i> {
    name: &'i str,
    mime: &'i str,
    size: usize,
    sha256: String,
    inline: bool,
    content_id: Option<&'i str>,
    is_complete: bool,
}

#[derive(Debug, Serialize)]
struct InspectedForward<'i> {
    from: &'i Person,
    subject: &'i str,
    date: Option<String>,
    to: &'i [Person],
    cc: &'i [Person],
    body: &'i str,
    preamble: &'i str,
    evidence: &'i str,
}

impl<'i> Inspection<'i> {
    /// The JSON form of a mail; `id` is handed through.
    pub fn new(id: Option<&'i str>, mail: &'i IncomingMail) -> Self {
        Self {
            id,
            error: mail.unreadable.as_deref(),
            from: mail.from.as_ref(),
            reply_to: &mail.reply_to,
            to: &mail.to,
            cc: &mail.cc,
            subject: &mail.subject,
            date: mail.date.and_then(Timestamp::to_rfc3339),
            message_id: mail.message_id.as_deref(),
            in_reply_to: &mail.in_reply_to,
            references: &mail.references,
            text: &mail.text,
            html: mail.html.as_deref(),
            language: mail.language.map(|language| language.code()),
            attachments: mail.attachments.iter().map(InspectedAttachment::new).collect(),
            class: mail.class,
            class_reason: &mail.class_reason,
            forward: mail.forward.as_ref().map(InspectedForward::new),
            reply: &mail.reply,
            bounce: mail.bounce.as_ref(),
            requester: &mail.requester,
            fields: &mail.fields,
            omissions: &mail.omissions,
        }
    }
}

impl<'i> InspectedAttachment<'i> {
    fn new(attachment: &'i IncomingAttachment) -> Self {
        Self {
            name: &attachment.name,
            mime: &attachment.mime,
            size: attachment.bytes.len(),
            sha256: hexadecimal(&Sha256::digest(&attachment.bytes)),
            inline: attachment.inline,
            content_id: attachment.content_id.as_deref(),
            is_complete: attachment.is_complete,
        }
    }
}

impl<'i> InspectedForward<'i> {
    fn new(forward: &'i Forward) -> Self {
        Self {
            from: &forward.from,
            subject: &forward.subject,
            date: forward.date.and_then(Timestamp::to_rfc3339),
            to: &forward.to,
            cc: &forward.cc,
            body: &forward.body,
            preamble: &forward.preamble,
            evidence: &forward.evidence,
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits =
        bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    digits.map(char::from).collect()
}
