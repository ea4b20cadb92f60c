//! The files of a mail: their names, their bytes, and those hidden in other files.

use super::charset;
use super::encoded_word::visible_line;
use super::file_kind::mime_of_name;
use super::file_name::{UniqueNames, safe_file_name};
use super::header::Headers;
use super::limits::{MAX_FILE_BYTES, MAX_FILES};
use super::model::IncomingAttachment;
use super::structure::Part;
use super::{tnef, transfer};

/// Gathers the files of one mail, within the limits of [`super::limits`].
#[derive(Debug, Default)]
pub(super) struct Files {
    files: Vec<IncomingAttachment>,
    names: UniqueNames,
    bytes: usize,
    /// The text of a `winmail.dat`.
    tnef_text: Option<String>,
}

impl Files {
    /// Adds the file that a part holds.
    pub(super) fn add_part(&mut self, part: &Part, mime: &str, in_related: bool) {
        let charset = part.headers.fallback_charset.as_deref();
        let given_name = part
            .disposition
            .decoded("filename", charset)
            .or_else(|| part.content_type.decoded("name", charset));
        // What will not be kept is not decoded either.
        let is_complete = part.is_complete && self.bytes + part.body.len() / 4 * 3 <= MAX_FILE_BYTES;
        let body = if is_complete { part.body } else { &part.body[..0] };
        let bytes = transfer::decode(body, &part.encoding);
        let is_tnef = matches!(mime, "application/ms-tnef" | "application/vnd.ms-tnef")
            || given_name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("winmail.dat"));
        if is_tnef && self.add_tnef(&bytes) {
            return;
        }
        let content_id = part.headers.first("Content-ID").map(content_id).filter(|id| !id.is_empty());
        let is_inline = part.disposition.value == "inline" || (in_related && content_id.is_some());
        let name = given_name.unwrap_or_else(|| made_name(mime, &bytes, self.files.len() + 1));
        if let Some(file) = self.add(name, mime, bytes.into_owned(), is_complete) {
            file.inline = is_inline;
            file.content_id = content_id;
        }
    }

    /// Adds a file; `None` if there are too many already.
    fn add(
        &mut self,
        name: String,
        mime: &str,
        bytes: Vec<u8>,
        is_complete: bool,
    ) -> Option<&mut IncomingAttachment> {
        if self.files.len() >= MAX_FILES {
            return None;
        }
        let fits = self.bytes + bytes.len() <= MAX_FILE_BYTES;
        let bytes = if fits && is_complete { bytes } else { Vec::new() };
        self.bytes += bytes.len();
        let name = match safe_file_name(&name) {
            empty if empty.is_empty() => made_name(mime, &bytes, self.files.len() + 1),
            name => name,
        };
        self.files.push(IncomingAttachment {
            name: self.names.claim(name),
            mime: mime.to_owned(),
            is_complete: fits && is_complete,
            bytes,
            inline: false,
            content_id: None,
        });
        self.files.last_mut()
    }

    /// Adds the files inside a `winmail.dat`; false if there is nothing in it to take its place.
    fn add_tnef(&mut self, bytes: &[u8]) -> bool {
        let Some(tnef) = tnef::read(bytes) else {
            return false;
        };
        if let Some(text) = &tnef.text {
            self.tnef_text = Some(charset::decode(text, None));
        }
        let has_files = !tnef.files.is_empty();
        for file in tnef.files {
            let mime = file
                .mime
                .filter(|mime| mime.contains('/'))
                .unwrap_or_else(|| mime_of_name(&file.name).to_owned());
            self.add(file.name, &mime, file.bytes, true);
        }
        has_files || tnef.text.is_some()
    }

    /// Takes uuencoded files out of a plain text; returns the text without them.
    pub(super) fn take_uuencoded(&mut self, text: String) -> String {
        if !text.contains("\nend") || !(text.starts_with("begin ") || text.contains("\nbegin ")) {
            return text;
        }
        let mut kept = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((before, name, data, after)) = next_uuencoded(rest) {
            kept.push_str(before);
            self.add(
                name.to_owned(),
                mime_of_name(name),
                transfer::decode_uuencoded_lines(data.as_bytes()),
                true,
            );
            rest = after;
        }
        kept.push_str(rest);
        kept
    }

    /// The files, and the text that a `winmail.dat` held.
    pub(super) fn finish(self) -> (Vec<IncomingAttachment>, Option<String>) {
        (self.files, self.tnef_text)
    }
}

/// The text before, the name, the lines and the text after the next uuencoded file.
fn next_uuencoded(text: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    loop {
        let start =
            if text[from..].starts_with("begin ") { from } else { from + text[from..].find("\nbegin ")? + 1 };
        let line_end = start + text[start..].find('\n')?;
        let mut words = text[start..line_end].splitn(3, ' ').skip(1);
        let (mode, name) = (words.next()?, words.next().unwrap_or_default());
        let is_mode = mode.len() == 3 && mode.bytes().all(|digit| digit.is_ascii_digit());
        if is_mode && !name.is_empty() {
            let data = &text[line_end + 1..];
            let end = data.find("\nend")?;
            let after = &data[end + 4..];
            return Some((
                &text[..start],
                name.trim(),
                &data[..end],
                after.strip_prefix('\n').unwrap_or(after),
            ));
        }
        from = line_end;
    }
}

fn content_id(value: &[u8]) -> String {
    let id = String::from_utf8_lossy(value);
    id.trim().trim_matches(['<', '>']).trim().to_owned()
}

/// A name for a part without one: what it is, and a number where several may be alike.
fn made_name(mime: &str, bytes: &[u8], number: usize) -> String {
    match mime {
        "message/rfc822" | "message/global" => {
            let subject =
                Headers::read(&bytes[..bytes.len().min(64 << 10)]).0.line("Subject").unwrap_or_default();
            let subject = visible_line(subject.trim_matches(['.', ' ']));
            if subject.is_empty() { "message.eml".to_owned() } else { format!("{subject}.eml") }
        }
        "text/calendar" => "invitation.ics".to_owned(),
        "text/vcard" | "text/x-vcard" => "contact.vcf".to_owned(),
        "message/delivery-status" | "message/global-delivery-status" => "delivery-status.txt".to_owned(),
        "message/disposition-notification" => "disposition-notification.txt".to_owned(),
        "message/feedback-report" => "feedback-report.txt".to_owned(),
        "text/rfc822-headers" | "message/rfc822-headers" => "message-headers.txt".to_owned(),
        "application/pgp-encrypted" => "pgp-version.txt".to_owned(),
        "application/pgp-signature" => "signature.asc".to_owned(),
        "application/pkcs7-mime" | "application/x-pkcs7-mime" => "smime.p7m".to_owned(),
        "application/pkcs7-signature" | "application/x-pkcs7-signature" => "smime.p7s".to_owned(),
        "application/octet-stream" if bytes.starts_with(b"-----BEGIN PGP MESSAGE") => {
            "encrypted.asc".to_owned()
        }
        _ => {
            let kind = mime
                .split('/')
                .next()
                .filter(|kind| matches!(*kind, "image" | "audio" | "video"))
                .unwrap_or("file");
            format!("{kind}-{number}{}", extension_of(mime))
        }
    }
}

/// Media types with the extension that names them best.
const EXTENSIONS: [(&str, &str); 24] = [
    ("image/jpeg", ".jpg"),
    ("image/png", ".png"),
    ("image/gif", ".gif"),
    ("image/webp", ".webp"),
    ("image/heic", ".heic"),
    ("image/tiff", ".tif"),
    ("image/bmp", ".bmp"),
    ("image/svg+xml", ".svg"),
    ("application/pdf", ".pdf"),
    ("application/zip", ".zip"),
    ("application/msword", ".doc"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    ("application/vnd.ms-excel", ".xls"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    ("application/xml", ".xml"),
    ("text/xml", ".xml"),
    ("text/csv", ".csv"),
    ("text/html", ".html"),
    ("text/plain", ".txt"),
    ("text/rtf", ".rtf"),
    ("audio/mpeg", ".mp3"),
    ("audio/mp4", ".m4a"),
    ("video/mp4", ".mp4"),
    ("video/quicktime", ".mov"),
];

fn extension_of(mime: &str) -> &'static str {
    EXTENSIONS.iter().find(|(known, _)| *known == mime).map_or(".bin", |&(_, extension)| extension)
}
