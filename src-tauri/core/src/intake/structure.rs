//! The parts of a mail (RFC 2046), found without recursion and within fixed limits.

use super::header::{Headers, line_end, trim_line_end};
use super::limits::{MAX_DEPTH, MAX_PARTS};
use super::model::Omission;
use super::parameters::Parameterised;

/// One entity of a mail: the mail itself, a multipart or a leaf.
#[derive(Debug)]
pub(super) struct Part<'m> {
    pub(super) headers: Headers<'m>,
    pub(super) content_type: Parameterised,
    pub(super) disposition: Parameterised,
    /// Content-Transfer-Encoding, lower case.
    pub(super) encoding: String,
    /// The body as it stands in the mail; empty for a multipart that was opened.
    pub(super) body: &'m [u8],
    /// Indexes of the parts inside, in order.
    pub(super) children: Vec<usize>,
    /// False if the mail ended, or reading stopped, inside this part.
    pub(super) is_complete: bool,
    /// A multipart in which no boundary stands: its body is one text.
    pub(super) is_boundless: bool,
}

impl Part<'_> {
    /// The media type, with the default that RFC 2045 section 5.2 gives.
    pub(super) fn mime(&self) -> &str {
        let value = self.content_type.value.as_str();
        if value.contains('/') { value } else { "text/plain" }
    }

    /// True for a multipart that was opened.
    pub(super) fn is_multipart(&self) -> bool {
        !self.children.is_empty()
    }
}

/// All parts of a mail, the mail itself first, each before the parts inside it.
#[derive(Debug, Default)]
pub(super) struct Structure<'m> {
    pub(super) parts: Vec<Part<'m>>,
    pub(super) omissions: Vec<Omission>,
}

struct OpenMultipart {
    part: usize,
    boundary: Vec<u8>,
    is_digest: bool,
}

/// A line that begins or ends a part.
struct Delimiter {
    start: usize,
    end: usize,
    /// Index into the open multiparts.
    level: usize,
    closes: bool,
}

impl<'m> Structure<'m> {
    /// Takes a mail apart. `whole` is false if the bytes are only the beginning of it.
    pub(super) fn read(mail: &'m [u8], whole: bool) -> Self {
        let mut structure = Self::default();
        let mut open: Vec<OpenMultipart> = Vec::new();
        let mut next_entity = Some(0);
        let mut at = 0;
        loop {
            if let Some(start) = next_entity.take() {
                if structure.parts.len() >= MAX_PARTS {
                    structure.omissions.push(Omission::Parts);
                    break;
                }
                let index = structure.add_part(mail, start, &open);
                at = mail.len() - structure.parts[index].body.len();
                if let Some(boundary) = structure.boundary_to_open(index, open.len()) {
                    let is_digest = structure.parts[index].mime() == "multipart/digest";
                    open.push(OpenMultipart { part: index, boundary, is_digest });
                    structure.parts[index].body = &[];
                    structure.parts[index].is_complete = false;
                } else {
                    at = structure.end_leaf(mail, index, at, &open, whole);
                }
            }
            let Some(delimiter) = next_delimiter(mail, at, &open) else {
                break;
            };
            for closed in open.drain(delimiter.level + usize::from(!delimiter.closes)..) {
                structure.parts[closed.part].is_complete = true;
            }
            at = delimiter.end;
            if !delimiter.closes {
                next_entity = Some(at);
            }
        }
        structure
    }

    fn add_part(&mut self, mail: &'m [u8], start: usize, open: &[OpenMultipart]) -> usize {
        let (mut headers, offset) = Headers::read(&mail[start..]);
        let mut content_type = headers.first("Content-Type").map(Parameterised::read).unwrap_or_default();
        if content_type.value.is_empty() && open.last().is_some_and(|parent| parent.is_digest) {
            content_type.value = "message/rfc822".to_owned();
        }
        headers.fallback_charset = content_type.text("charset");
        let disposition = headers.first("Content-Disposition").map(Parameterised::read).unwrap_or_default();
        let encoding = headers.lower("Content-Transfer-Encoding");
        let encoding = encoding.split([';', ' ']).next().unwrap_or_default().to_owned();
        let index = self.parts.len();
        if let Some(parent) = open.last() {
            self.parts[parent.part].children.push(index);
        }
        let body = &mail[start + offset..];
        self.parts.push(Part {
            headers,
            content_type,
            disposition,
            encoding,
            body,
            children: Vec::new(),
            is_complete: true,
            is_boundless: false,
        });
        index
    }

    /// The boundary of a multipart that can be opened: the declared one if it occurs, else the one
    /// that the body visibly uses.
    fn boundary_to_open(&mut self, index: usize, depth: usize) -> Option<Vec<u8>> {
        let part = &self.parts[index];
        if !part.mime().starts_with("multipart/") {
            return None;
        }
        if depth >= MAX_DEPTH {
            self.omissions.push(Omission::Depth);
            return None;
        }
        let declared =
            part.content_type.raw("boundary").map(<[u8]>::trim_ascii).filter(|boundary| !boundary.is_empty());
        let boundary = match declared {
            Some(boundary) if has_line(part.body, boundary) => Some(boundary.to_vec()),
            _ => visible_boundary(part.body),
        };
        self.parts[index].is_boundless = boundary.is_none();
        boundary
    }

    /// Cuts a leaf's body at the delimiter that ends it; returns where that delimiter stands.
    fn end_leaf(
        &mut self,
        mail: &'m [u8],
        index: usize,
        at: usize,
        open: &[OpenMultipart],
        whole: bool,
    ) -> usize {
        let part = &mut self.parts[index];
        match next_delimiter(mail, at, open) {
            Some(delimiter) => {
                part.body = trim_line_end(&mail[at..delimiter.start]);
                delimiter.start
            }
            None => {
                part.is_complete = whole;
                mail.len()
            }
        }
    }
}

/// The next line from `at` on that is a delimiter of one of the open multiparts.
fn next_delimiter(mail: &[u8], at: usize, open: &[OpenMultipart]) -> Option<Delimiter> {
    if open.is_empty() {
        return None;
    }
    let mut from = at;
    while let Some(start) = next_dashes(mail, from) {
        let end = line_end(mail, start);
        let line = mail[start + 2..end].trim_ascii_end();
        for (level, multipart) in open.iter().enumerate().rev() {
            match line.strip_prefix(multipart.boundary.as_slice()) {
                Some(b"") => {
                    return Some(Delimiter { start, end, level, closes: false });
                }
                Some(b"--") => {
                    return Some(Delimiter { start, end, level, closes: true });
                }
                _ => {}
            }
        }
        from = end;
    }
    None
}

/// The next line from `at` (itself the start of a line) that begins with two dashes.
fn next_dashes(mail: &[u8], at: usize) -> Option<usize> {
    if mail.get(at..)?.starts_with(b"--") {
        return Some(at);
    }
    memchr::memmem::find(&mail[at..], b"\n--").map(|offset| at + offset + 1)
}

/// How far into a multipart its first delimiter is looked for: a preamble is a sentence or two, and
/// looking to the end in each of many multiparts would cost their product.
const PREAMBLE_BYTES: usize = 256 << 10;

fn preamble(body: &[u8]) -> &[u8] {
    &body[..body.len().min(PREAMBLE_BYTES)]
}

fn has_line(body: &[u8], boundary: &[u8]) -> bool {
    let (body, mut from) = (preamble(body), 0);
    while let Some(start) = next_dashes(body, from) {
        let end = line_end(body, start);
        if body[start + 2..end].trim_ascii_end() == boundary {
            return true;
        }
        from = end;
    }
    false
}

/// The first line of dashes and text that is followed by a Content field: a boundary, declared or not.
fn visible_boundary(body: &[u8]) -> Option<Vec<u8>> {
    let (body, mut from) = (preamble(body), 0);
    while let Some(start) = next_dashes(body, from) {
        let end = line_end(body, start);
        let boundary = body[start + 2..end].trim_ascii_end();
        let next_line = &body[end..line_end(body, end)];
        if !boundary.is_empty() && next_line.len() > 8 && next_line[..8].eq_ignore_ascii_case(b"content-") {
            return Some(boundary.to_vec());
        }
        from = end;
    }
    None
}

#[cfg(test)]
#[path = "structure_tests.rs"]
mod tests;
