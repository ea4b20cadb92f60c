//! From the parts of a mail to its readable body, its files and its reports.

use std::borrow::Cow;

use super::armour::without_armour;
use super::attachment::Files;
use super::body::{Piece, clean_lines, join, merge_alternatives, readable_body, whole_html};
use super::charset;
use super::flowed::unflow;
use super::header::Headers;
use super::html_text::MarkedText;
use super::limits::{MAX_HTML_BYTES, MAX_MAIL_BYTES, MAX_TEXT_BYTES};
use super::model::{IncomingAttachment, Omission};
use super::structure::{Part, Structure};
use super::transfer;

/// A mail decoded, nothing in it understood yet.
#[derive(Debug, Default)]
pub(super) struct DecodedMail<'m> {
    pub(super) headers: Headers<'m>,
    /// The media type of the whole mail, lower case, and its `report-type`.
    pub(super) mime: String,
    pub(super) report_type: String,
    /// The readable body.
    pub(super) body: MarkedText,
    /// The HTML body as it came, not safe to show.
    pub(super) html: Option<String>,
    pub(super) attachments: Vec<IncomingAttachment>,
    /// Machine-readable reports (delivery status and the like): media type and text.
    pub(super) reports: Vec<(String, String)>,
    /// Mails inside this mail, as bytes.
    pub(super) nested: Vec<Cow<'m, [u8]>>,
    pub(super) omissions: Vec<Omission>,
    /// There is no mail around the body.
    pub(super) is_bare: bool,
}

impl DecodedMail<'_> {
    /// A body without a mail around it.
    pub(super) fn of_body(mut body: MarkedText, html: Option<String>) -> Self {
        let is_long = body.text.len() > MAX_TEXT_BYTES;
        truncate(&mut body.text, MAX_TEXT_BYTES);
        let omissions = if is_long { vec![Omission::Text] } else { Vec::new() };
        Self { body, html, omissions, is_bare: true, ..Self::default() }
    }
}

/// Decodes a mail. Never fails; at most [`MAX_MAIL_BYTES`] of it are read.
pub(super) fn decode(mail: &[u8]) -> DecodedMail<'_> {
    let is_whole = mail.len() <= MAX_MAIL_BYTES;
    let mail = &mail[..mail.len().min(MAX_MAIL_BYTES)];
    let mail = mail.strip_prefix(b"\xef\xbb\xbf").unwrap_or(mail);
    let structure = Structure::read(mail, is_whole);
    let mut collector =
        Collector { structure, decoded: DecodedMail::default(), files: Files::default(), named_text: None };
    if !is_whole {
        collector.decoded.omissions.push(Omission::Length);
    }
    let pieces = collector.collect(0, Place::Root);
    collector.finish(pieces)
}

/// A mail whose lines all end with a carriage return alone, as old Macs wrote them, with line feeds instead;
/// any other mail as it is.
pub(super) fn with_line_feeds(mail: &[u8]) -> Cow<'_, [u8]> {
    let read = cut(mail, MAX_MAIL_BYTES);
    if memchr::memchr(b'\r', read).is_none() || memchr::memchr(b'\n', read).is_some() {
        return Cow::Borrowed(mail);
    }
    Cow::Owned(mail.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect())
}

/// Mails in one mail that are kept at hand for reading; all of them are files as well.
const MAX_NESTED: usize = 20;

/// Where a part stands, which decides whether a text is the body or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Alternative,
    Related,
    Mixed,
}

struct Collector<'m> {
    structure: Structure<'m>,
    decoded: DecodedMail<'m>,
    files: Files,
    /// A text that has the name of a file and is to be shown: the body, if there is no other.
    named_text: Option<usize>,
}

impl<'m> Collector<'m> {
    /// The body pieces of a part; its files are put aside. Recursion is bounded by the depth that
    /// [`Structure`] opens.
    fn collect(&mut self, index: usize, place: Place) -> Vec<Piece> {
        let Some(part) = self.structure.parts.get_mut(index) else {
            return Vec::new();
        };
        if !part.is_multipart() {
            return self.collect_leaf(index, place).into_iter().collect();
        }
        let is_double = part.mime() == "multipart/appledouble";
        let mut children = std::mem::take(&mut part.children);
        if is_double {
            // The half that only a Mac reads has the name of the file and none of what is in it (RFC 1740).
            let parts = &self.structure.parts;
            children.retain(|&child| parts[child].mime() != "application/applefile");
        }
        let inside = match self.structure.parts[index].mime() {
            "multipart/alternative" => Place::Alternative,
            "multipart/related" => Place::Related,
            _ => Place::Mixed,
        };
        if inside == Place::Alternative {
            let forms = children.into_iter().map(|child| join(self.collect(child, inside))).collect();
            return merge_alternatives(forms).into_iter().collect();
        }
        children.into_iter().flat_map(|child| self.collect(child, inside)).collect()
    }

    fn collect_leaf(&mut self, index: usize, place: Place) -> Option<Piece> {
        let part = &self.structure.parts[index];
        let mime = if part.is_boundless { "text/plain" } else { part.mime() }.to_owned();
        if is_body(part, &mime, place) {
            return Some(self.text_piece(index, &mime));
        }
        if place == Place::Alternative && OTHER_FORMS.contains(&mime.as_str()) {
            return None;
        }
        if self.named_text.is_none() && TEXTS.contains(&mime.as_str()) && part.disposition.value == "inline" {
            self.named_text = Some(index);
        }
        if is_report(&mime) {
            let text =
                charset::decode(&transfer::decode(cut(part.body, MAX_TEXT_BYTES), &part.encoding), None);
            self.decoded.reports.push((mime.clone(), text));
        } else if part.body.len() <= MAX_MAIL_BYTES / 2
            && self.decoded.nested.len() < MAX_NESTED
            && let Some(nested) = nested_mail(part, &mime)
        {
            self.decoded.nested.push(nested);
        }
        self.files.add_part(&self.structure.parts[index], &mime, place == Place::Related);
        None
    }

    fn text_piece(&mut self, index: usize, mime: &str) -> Piece {
        let part = &self.structure.parts[index];
        // Quoted-printable takes at most three bytes for one.
        let limit = if mime == "text/html" { MAX_HTML_BYTES } else { 3 * MAX_TEXT_BYTES };
        if part.body.len() > limit {
            self.decoded.omissions.push(Omission::Text);
        }
        let bytes = transfer::decode(cut(part.body, limit), &part.encoding);
        let declared = part.content_type.text("charset");
        let label =
            declared.or_else(|| (mime == "text/html").then(|| charset::named_in_html(&bytes)).flatten());
        let text = charset::decode(&bytes, label.as_deref());
        if mime == "text/html" || looks_like_html(&text) {
            return Piece { plain: None, html: Some(text) };
        }
        let is_flowed =
            part.content_type.text("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
        let text = if is_flowed {
            let deletes =
                part.content_type.text("delsp").is_some_and(|delsp| delsp.eq_ignore_ascii_case("yes"));
            unflow(&text, deletes)
        } else {
            without_armour(clean_lines(text))
        };
        Piece { plain: Some(self.files.take_uuencoded(text)), html: None }
    }

    fn finish(mut self, mut pieces: Vec<Piece>) -> DecodedMail<'m> {
        if let Some(index) = self.named_text.filter(|_| pieces.is_empty()) {
            let mime = self.structure.parts[index].mime().to_owned();
            pieces.push(self.text_piece(index, &mime));
        }
        let (files, tnef_text) = self.files.finish();
        let mut decoded = self.decoded;
        if let Some(root) = self.structure.parts.first_mut() {
            decoded.mime = root.mime().to_owned();
            decoded.report_type =
                root.content_type.text("report-type").unwrap_or_default().to_ascii_lowercase();
            decoded.headers = std::mem::take(&mut root.headers);
        }
        decoded.headers.fallback_charset = body_charset(&self.structure.parts);
        decoded.attachments = files;
        decoded.body = readable_body(&pieces, tnef_text);
        decoded.html = whole_html(pieces);
        if decoded.body.text.len() > MAX_TEXT_BYTES {
            truncate(&mut decoded.body.text, MAX_TEXT_BYTES);
            decoded.omissions.push(Omission::Text);
        }
        decoded.omissions.append(&mut self.structure.omissions);
        decoded.omissions.sort_by_key(|omission| *omission as u8);
        decoded.omissions.dedup();
        decoded
    }
}

fn cut(bytes: &[u8], limit: usize) -> &[u8] {
    &bytes[..bytes.len().min(limit)]
}

/// Cuts a text at a limit of bytes, between characters.
pub(super) fn truncate(text: &mut String, limit: usize) {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
}

/// Media types of texts that people write, with what programs that err call them.
const TEXTS: [&str; 10] = [
    "text/plain",
    "text/html",
    "text/enriched",
    "text/richtext",
    "text/markdown",
    "text/x-markdown",
    "text/x-plain",
    "text/*",
    "text/unknown",
    "plain/text",
];

/// Other forms of the body, for programs and watches, beside those that are shown.
const OTHER_FORMS: [&str; 2] = ["text/x-amp-html", "text/watch-html"];

/// True for a text that is read as (part of) the message rather than offered as a file.
fn is_body(part: &Part, mime: &str, place: Place) -> bool {
    if !TEXTS.contains(&mime) {
        return false;
    }
    let is_named = part.disposition.decoded("filename", None).is_some()
        || part.content_type.decoded("name", None).is_some();
    match (place, part.disposition.value.as_str()) {
        (Place::Root, "attachment") => !is_named,
        (Place::Root, _) | (Place::Alternative, "" | "inline") => true,
        (_, "attachment") => false,
        _ => !is_named,
    }
}

/// The mail that a part holds, by its type, or by the name of a file and how that begins.
fn nested_mail<'m>(part: &Part<'m>, mime: &str) -> Option<Cow<'m, [u8]>> {
    if matches!(mime, "message/rfc822" | "message/global") {
        return Some(transfer::decode(part.body, &part.encoding));
    }
    let name =
        part.disposition.decoded("filename", None).or_else(|| part.content_type.decoded("name", None))?;
    let is_named = name.len() > 4 && name.to_lowercase().ends_with(".eml");
    let bytes = is_named.then(|| transfer::decode(part.body, &part.encoding))?;
    begins_like_a_mail(&bytes).then_some(bytes)
}

/// How much of a file is looked at for the header of a mail.
const HEADER_BYTES: usize = 64 << 10;

fn begins_like_a_mail(bytes: &[u8]) -> bool {
    let (headers, _) = Headers::read(cut(bytes, HEADER_BYTES));
    headers.has("From") && ["Date", "Subject", "To", "Message-ID"].into_iter().any(|name| headers.has(name))
}

/// Machine-readable parts of a multipart/report (RFC 3462) and its relatives.
fn is_report(mime: &str) -> bool {
    matches!(
        mime,
        "message/delivery-status"
            | "message/global-delivery-status"
            | "message/disposition-notification"
            | "message/global-disposition-notification"
            | "message/feedback-report"
            | "text/rfc822-headers"
            | "message/rfc822-headers"
            | "message/global-headers"
    )
}

/// HTML under the label of plain text.
fn looks_like_html(text: &str) -> bool {
    let start = text.trim_start().get(..15).unwrap_or_default().to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// The charset that the first text part declares: the best guess for raw bytes in the header.
fn body_charset(parts: &[Part]) -> Option<String> {
    parts
        .iter()
        .filter(|part| part.mime().starts_with("text/"))
        .find_map(|part| part.content_type.text("charset"))
}
