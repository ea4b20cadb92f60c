//! Files and sources are looked at: always taken from the mail as it came.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use crate::base64;
use crate::conversation;
use crate::desk::Desk;
use crate::document::DocumentFile;
use crate::error::{Error, FieldProblem};
use crate::id::{AttachmentId, MessageId};
use crate::intake::{self, IncomingAttachment, IncomingMail, IntakeContext};
use crate::mailbox;

/// The largest picture that is shown in the window, in bytes.
pub(super) const LARGEST_PICTURE: usize = 20 * 1024 * 1024;

/// The sanitised HTML of a mail, its inline pictures in place; empty if it has none.
pub async fn message_html(desk: &Desk, id: MessageId) -> Result<String, Error> {
    let mail = parsed(&mut *desk.reader().await?, id).await?;
    let pictures = inline_pictures(&mail);
    Ok(mail.html.map(|html| intake::sanitise_html_for_frame(&html, pictures)).unwrap_or_default())
}

/// The pictures that came with a mail, as `data:` URLs by the source that names them.
fn inline_pictures(mail: &IncomingMail) -> HashMap<String, String> {
    let with_id = |file: &IncomingAttachment| {
        let id = file
            .content_id
            .as_ref()
            .filter(|_| file.mime.starts_with("image/") && file.bytes.len() <= LARGEST_PICTURE)?;
        Some((format!("cid:{id}"), format!("data:{};base64,{}", file.mime, base64::encode(&file.bytes))))
    };
    mail.attachments.iter().filter_map(with_id).collect()
}

/// The mail exactly as it came or left.
pub async fn message_source(desk: &Desk, id: MessageId) -> Result<Vec<u8>, Error> {
    source(&mut *desk.reader().await?, id).await
}

/// An attachment with its bytes.
pub async fn attachment_file(desk: &Desk, id: AttachmentId) -> Result<DocumentFile, Error> {
    let mut reader = desk.reader().await?;
    let stored = conversation::attachment(&mut reader, id).await?;
    let mail = parsed(&mut reader, stored.message_id).await?;
    mail.attachments
        .into_iter()
        .find(|file| file.name == stored.name && mailbox::hash(&file.bytes) == stored.sha256)
        .map(|file| DocumentFile { name: file.name, mime: file.mime, bytes: file.bytes })
        .ok_or(Error::NotFound("attachment"))
}

/// The bytes of an attachment that is a picture; refused for anything else.
pub async fn attachment_picture(desk: &Desk, id: AttachmentId) -> Result<Vec<u8>, Error> {
    let file = attachment_file(desk, id).await?;
    let is_picture = matches!(
        image::guess_format(&file.bytes),
        Ok(image::ImageFormat::Png
            | image::ImageFormat::Jpeg
            | image::ImageFormat::WebP
            | image::ImageFormat::Gif)
    );
    if !is_picture || file.bytes.len() > LARGEST_PICTURE {
        return Err(Error::field("attachment", FieldProblem::NotAnImage));
    }
    Ok(file.bytes)
}

async fn source(connection: &mut SqliteConnection, id: MessageId) -> Result<Vec<u8>, Error> {
    let sha256 = conversation::raw_of(connection, id).await?.ok_or(Error::NotFound("mail"))?;
    mailbox::raw(connection, &sha256).await
}

pub(super) async fn parsed(connection: &mut SqliteConnection, id: MessageId) -> Result<IncomingMail, Error> {
    let raw = source(connection, id).await?;
    tokio::task::spawn_blocking(move || intake::read_mail(&raw, &IntakeContext::default()))
        .await
        .map_err(|_| Error::NotFound("mail"))
}

/// Bytes as lower-case hexadecimal.
pub(super) fn hex_of_bytes(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes that a hexadecimal text stands for.
pub(super) fn bytes_of_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes().chunks_exact(2);
    if !digits.remainder().is_empty() {
        return None;
    }
    digits
        .map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_survives_being_written() {
        assert_eq!(hex_of_bytes(&[0, 15, 255]), "000fff");
        assert_eq!(bytes_of_hex("000fff"), Some(vec![0, 15, 255]));
        assert_eq!(bytes_of_hex("abc"), None);
        assert_eq!(bytes_of_hex("zz"), None);
    }
}
