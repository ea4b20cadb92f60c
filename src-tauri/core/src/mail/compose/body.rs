//! The body: text, perhaps HTML beside it, and files.

use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Attachment, Body, Message, MessageBuilder, MultiPart, SinglePart};
use sha2::{Digest, Sha256};

use super::{ComposeError, OutgoingAttachment, OutgoingMail, one_line};

/// The whole message in bytes.
pub(super) fn message(head: MessageBuilder, mail: &OutgoingMail) -> Result<Vec<u8>, ComposeError> {
    let built = match (&mail.html, mail.attachments.as_slice()) {
        (None, []) => head.singlepart(text_part(mail)?),
        (Some(html), []) => head.multipart(both_forms(mail, html)?),
        (html, files) => {
            let mixed = MultiPart::mixed().boundary(boundary(mail, "mixed"));
            let mut whole = match html {
                None => mixed.singlepart(text_part(mail)?),
                Some(html) => mixed.multipart(both_forms(mail, html)?),
            };
            for file in files {
                whole = whole.singlepart(attachment(file)?);
            }
            head.multipart(whole)
        }
    };
    let message: Message = built.map_err(|_| ComposeError::NoRecipient)?;
    let mut bytes = message.formatted();
    if !bytes.ends_with(b"\r\n") {
        bytes.extend_from_slice(b"\r\n");
    }
    Ok(bytes)
}

fn both_forms(mail: &OutgoingMail, html: &str) -> Result<MultiPart, ComposeError> {
    let html = SinglePart::html(crlf("html", html)?);
    let forms = MultiPart::alternative().boundary(boundary(mail, "alternative"));
    Ok(forms.singlepart(text_part(mail)?).singlepart(html))
}

fn text_part(mail: &OutgoingMail) -> Result<SinglePart, ComposeError> {
    Ok(SinglePart::plain(crlf("text", &mail.text)?))
}

/// The text with CRLF between its lines; the library ends the last one.
fn crlf(field: &'static str, text: &str) -> Result<String, ComposeError> {
    if text.contains('\0') {
        return Err(ComposeError::ControlCharacter { field });
    }
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(unix.strip_suffix('\n').unwrap_or(&unix).replace('\n', "\r\n"))
}

/// Always base64: any other encoding would change a file's line ends on the way.
fn attachment(file: &OutgoingAttachment) -> Result<SinglePart, ComposeError> {
    one_line("attachments", &file.name)?;
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or(&file.name);
    let body = Body::new_with_encoding(file.bytes.clone(), ContentTransferEncoding::Base64)
        .unwrap_or_else(Body::new);
    Ok(Attachment::new(name.to_owned()).body(body, media_type(&file.mime)))
}

/// RFC 2046 §5.2.1 forbids base64 inside `message/…` and `multipart/…`: those go as plain files.
fn media_type(mime: &str) -> ContentType {
    let unknown = "application/octet-stream";
    let composite = ["message/", "multipart/"].iter().any(|kind| mime.starts_with(kind));
    let wanted = if composite || !mime.is_ascii() { unknown } else { mime };
    ContentType::parse(wanted).or_else(|_| ContentType::parse(unknown)).unwrap_or(ContentType::TEXT_PLAIN)
}

/// A boundary that follows from the Message-ID, so that composing has one result.
fn boundary(mail: &OutgoingMail, kind: &str) -> String {
    let digest = Sha256::digest(format!("{kind} {}", mail.message_id));
    let half: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("=_{half}")
}
