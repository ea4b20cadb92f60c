//! The mail that the user forwarded: in the text, or as an attachment.

use super::automatic::Classified;
use super::decode::{self, DecodedMail};
use super::envelope::Envelope;
use super::forward::{Surroundings, find_forward};
use super::html_text::MarkedText;
use super::limits::MAX_NESTED_MAILS;
use super::lines::{Line, lines};
use super::model::{Forward, IncomingAttachment, IntakeContext, MailClass};
use super::signed_content::with_signed_content;
use super::subject;

/// A longer text beside an attached mail is a letter with a mail attached, not a forward.
const MAX_COVER_LETTER: usize = 600;

/// The forwarded mail with the files that came inside it.
///
/// Only the user's own mails are unwrapped, or those that the user says are forwards.
pub(super) fn unwrap(
    mail: &DecodedMail,
    body: &[Line],
    envelope: &Envelope,
    classified: &Classified,
    context: &IntakeContext,
) -> Option<(Forward, Vec<IncomingAttachment>)> {
    let is_report =
        matches!(classified.class, MailClass::Bounce | MailClass::Feedback | MailClass::AutoReply);
    if !context.treat_as_forward && (is_report || !envelope.is_from_owner(context)) {
        return None;
    }
    inline_forward(body, envelope, context)
        .map(|forward| (forward, Vec::new()))
        .or_else(|| attached_forward(mail, envelope, context, 0))
}

/// The forward in the text; where one of ours forwarded a forward, the one inside.
fn inline_forward(body: &[Line], envelope: &Envelope, context: &IntakeContext) -> Option<Forward> {
    let around = Surroundings {
        subject: &envelope.subject,
        sender_name: envelope.sender_name(),
        is_answer: !envelope.in_reply_to.is_empty(),
        is_declared: context.treat_as_forward,
    };
    let mut forward = find_forward(body, around)?;
    for _ in 0..MAX_NESTED_MAILS {
        if !context.is_owner(&forward.from.address) {
            break;
        }
        let inner = MarkedText::plain(forward.body.clone());
        let around = Surroundings {
            subject: &forward.subject,
            sender_name: &forward.from.name,
            ..Surroundings::default()
        };
        let Some(inner) = find_forward(&lines(&inner), around) else { break };
        let preamble = [forward.preamble.as_str(), inner.preamble.as_str()].join("\n\n").trim().to_owned();
        forward = Forward { preamble, ..inner };
    }
    Some(forward)
}

/// The mail that was forwarded as an attachment; where that is one of ours that forwards in its turn, the one
/// inside. Recursion is bounded by [`MAX_NESTED_MAILS`].
fn attached_forward(
    mail: &DecodedMail,
    envelope: &Envelope,
    context: &IntakeContext,
    depth: usize,
) -> Option<(Forward, Vec<IncomingAttachment>)> {
    let nested = mail.nested.first()?;
    let says_forward = context.treat_as_forward || depth > 0 || subject::is_forward(&envelope.subject);
    let preamble = mail.body.text.trim();
    if mail.mime == "multipart/report" || !says_forward && preamble.len() > MAX_COVER_LETTER {
        return None;
    }
    let nested = with_signed_content(nested);
    let inner_mail = decode::decode(&nested);
    let inner = Envelope::read(&inner_mail.headers, None);
    let from = inner.from.clone().unwrap_or_default();
    if context.is_owner(&from.address) && depth < MAX_NESTED_MAILS {
        let body = lines(&inner_mail.body);
        let told = inline_forward(&body, &inner, context).map(|forward| (forward, Vec::new()));
        let found = told.or_else(|| attached_forward(&inner_mail, &inner, context, depth + 1));
        if let Some((forward, files)) = found {
            let preamble = [preamble, forward.preamble.as_str()].join("\n\n").trim().to_owned();
            return Some((Forward { preamble, ..forward }, [inner_mail.attachments, files].concat()));
        }
    }
    let forward = Forward {
        from,
        reply_to: inner.reply_to,
        subject: inner.subject,
        date: inner.date,
        to: inner.to,
        cc: inner.cc,
        body: inner_mail.body.text.trim().to_owned(),
        preamble: preamble.to_owned(),
        evidence: "attached message/rfc822".to_owned(),
    };
    Some((forward, inner_mail.attachments))
}
