//! Mails whose whole text is inside their S/MIME signature (`signed-data`, RFC 8551 section 3.5.2).
//!
//! The signature is not verified, and nothing says that it was: it stays a file of the mail.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::header::{Headers, line_end};
use super::limits::MAX_SIGNED_BYTES;
use super::parameters::Parameterised;
use super::transfer;

/// The mail with the text that its signature holds as its first part and the signature as the second; any other
/// mail as it is.
pub(super) fn with_signed_content(mail: &[u8]) -> Cow<'_, [u8]> {
    let start = &mail[..mail.len().min(MAX_SEARCHED)];
    if memchr::memmem::find(start, b"pkcs7-mime").is_none() {
        return Cow::Borrowed(mail);
    }
    opened(mail).map_or(Cow::Borrowed(mail), Cow::Owned)
}

/// Where in a mail its own media type stands, in bytes.
const MAX_SEARCHED: usize = 64 << 10;

fn opened(mail: &[u8]) -> Option<Vec<u8>> {
    let (headers, body_start) = Headers::read(mail);
    let kind = Parameterised::read(headers.first("Content-Type")?).value;
    if !matches!(kind.as_str(), "application/pkcs7-mime" | "application/x-pkcs7-mime") {
        return None;
    }
    if mail.len() > MAX_SIGNED_BYTES {
        return None;
    }
    let body = transfer::decode(&mail[body_start..], headers.lower("Content-Transfer-Encoding").trim());
    let content = signed_content(&body)?;
    let (of_content, of_mail) = header_fields(&mail[..body_start]);
    let boundary = boundary_of(mail);
    let delimiter = format!("\n--{boundary}\n");
    let start = format!("Content-Type: multipart/mixed; boundary={boundary}\n{delimiter}");
    let end = format!("\n--{boundary}--\n");
    let pieces: [&[u8]; 8] = [
        &of_mail,
        start.as_bytes(),
        &content,
        delimiter.as_bytes(),
        &of_content,
        b"\n",
        &mail[body_start..],
        end.as_bytes(),
    ];
    Some(pieces.concat())
}

/// The fields that tell of the body, and the others, with their folded lines.
fn header_fields(header: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut of_content, mut of_mail) = (Vec::new(), Vec::new());
    let (mut at, mut is_of_content) = (0, false);
    while at < header.len() {
        let end = line_end(header, at);
        let line = &header[at..end];
        at = end;
        if line.trim_ascii().is_empty() {
            continue;
        }
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            is_of_content = line.get(..8).is_some_and(|name| name.eq_ignore_ascii_case(b"content-"));
        }
        if is_of_content { &mut of_content } else { &mut of_mail }.extend_from_slice(line);
    }
    (of_content, of_mail)
}

/// A boundary that is in neither text: nobody can write the hash of a text into it.
fn boundary_of(mail: &[u8]) -> String {
    format!("{:x}", Sha256::digest(mail))
}

const SEQUENCE: u8 = 0x30;
const OBJECT_IDENTIFIER: u8 = 0x06;
const OCTET_STRING: u8 = 0x04;
const CONSTRUCTED_OCTET_STRING: u8 = 0x24;
const EXPLICIT: u8 = 0xa0;
/// `id-signedData` and `id-data` (RFC 5652 sections 4 and 5.1).
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];

/// What a CMS `SignedData` holds (RFC 5652 section 5.1).
fn signed_content(message: &[u8]) -> Option<Vec<u8>> {
    let (info, _) = Element::expect(message, SEQUENCE)?;
    let (kind, rest) = Element::expect(info, OBJECT_IDENTIFIER)?;
    let (explicit, _) = Element::expect(rest, EXPLICIT)?;
    let (signed, _) = Element::expect(explicit, SEQUENCE)?;
    let version = Element::read(signed, 0)?;
    let algorithms = Element::read(version.rest, 0)?;
    let (content, _) = Element::expect(algorithms.rest, SEQUENCE)?;
    let (content_kind, rest) = Element::expect(content, OBJECT_IDENTIFIER)?;
    if kind != SIGNED_DATA || content_kind != DATA {
        return None;
    }
    let (explicit, _) = Element::expect(rest, EXPLICIT)?;
    let text = Element::read(explicit, 0)?;
    match text.tag {
        OCTET_STRING => Some(text.content.to_vec()),
        // A program that wrote while it read cut the text into pieces.
        CONSTRUCTED_OCTET_STRING => {
            let mut pieces = Vec::new();
            let mut rest = text.content;
            while let Some((piece, after)) = Element::expect(rest, OCTET_STRING) {
                pieces.extend_from_slice(piece);
                rest = after;
            }
            (rest.is_empty() && !pieces.is_empty()).then_some(pieces)
        }
        _ => None,
    }
}

/// An element in the basic or distinguished encoding of ASN.1 (X.690 section 8.1).
struct Element<'b> {
    tag: u8,
    content: &'b [u8],
    rest: &'b [u8],
}

/// Elements without a length inside each other.
const MAX_DEPTH: usize = 8;

impl<'b> Element<'b> {
    /// The content and what follows of an element with this tag.
    fn expect(bytes: &'b [u8], tag: u8) -> Option<(&'b [u8], &'b [u8])> {
        Self::read(bytes, 0)
            .filter(|element| element.tag == tag)
            .map(|element| (element.content, element.rest))
    }

    fn read(bytes: &'b [u8], depth: usize) -> Option<Self> {
        let [tag, length, after @ ..] = bytes else { return None };
        if *length == 0x80 {
            return Self::until_end(*tag, after, depth);
        }
        let (length, after) = match length {
            short @ 0..0x80 => (usize::from(*short), after),
            long => {
                let (digits, after) = after.split_at_checked(usize::from(long & 0x7f))?;
                let is_short = digits.len() <= size_of::<u32>();
                (is_short.then(|| digits.iter().fold(0, |sum, &digit| sum << 8 | usize::from(digit)))?, after)
            }
        };
        let (content, rest) = after.split_at_checked(length)?;
        Some(Self { tag: *tag, content, rest })
    }

    /// An element without a length: it ends with two zeros behind the elements inside.
    fn until_end(tag: u8, inside: &'b [u8], depth: usize) -> Option<Self> {
        let mut rest = inside;
        while !rest.starts_with(&[0, 0]) {
            rest = (depth < MAX_DEPTH).then(|| Self::read(rest, depth + 1))??.rest;
        }
        Some(Self { tag, content: &inside[..inside.len() - rest.len()], rest: &rest[2..] })
    }
}

#[cfg(test)]
#[path = "signed_content_tests.rs"]
mod tests;
