//! A header block (RFC 5322 section 2.2), read leniently.

use super::encoded_word::decode_line;
use super::limits::{MAX_HEADER_BYTES, MAX_HEADER_FIELDS};

/// The fields of one mail or part, in their order, values as raw bytes (folded).
#[derive(Debug, Default)]
pub(super) struct Headers<'m> {
    fields: Vec<(&'m [u8], &'m [u8])>,
    /// Charset for raw 8-bit bytes in values: the one the body declares.
    pub(super) fallback_charset: Option<String>,
}

impl<'m> Headers<'m> {
    /// Reads the header block at the start of an entity; the second value is where its body begins.
    ///
    /// A mailbox separator line before it is skipped. A line that is neither a field nor folded goes to
    /// the value above it if fields follow, and begins the body otherwise.
    pub(super) fn read(entity: &'m [u8]) -> (Self, usize) {
        let mut headers = Self::default();
        let mut at = skip_separator(entity);
        let mut value_start = None;
        let mut room = Room::from(at);
        // Beyond the limits only what a mail needs is kept, and the body still begins where it does.
        while at < entity.len() {
            let end = line_end(entity, at);
            let line = trim_line_end(&entity[at..end]);
            if line.is_empty() {
                return (headers, end);
            }
            if line[0] == b' ' || line[0] == b'\t' {
                if line.iter().all(u8::is_ascii_whitespace) && !continues_a_header(entity, end) {
                    return (headers, end);
                }
                headers.extend_last(entity, value_start, end);
            } else if let Some(colon) = field_name_length(line) {
                let name = line[..colon].trim_ascii();
                value_start = room.takes(name, at, headers.fields.len()).then_some(at + colon + 1);
                if let Some(start) = value_start {
                    headers.fields.push((name, &entity[start..end.min(start + MAX_HEADER_BYTES)]));
                }
            } else if headers.fields.is_empty() || !continues_a_header(entity, end) {
                return (headers, at);
            } else {
                headers.extend_last(entity, value_start, end);
            }
            at = end;
        }
        (headers, at)
    }

    /// Gives the last field its folded lines, too, if it was kept.
    fn extend_last(&mut self, entity: &'m [u8], value_start: Option<usize>, end: usize) {
        if let (Some((_, value)), Some(start)) = (self.fields.last_mut(), value_start) {
            *value = &entity[start..end.min(start + MAX_HEADER_BYTES)];
        }
    }

    /// True if there is no field at all.
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The names of all fields, in order, as they are written.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.fields.iter().map(|(name, _)| String::from_utf8_lossy(name).into_owned())
    }

    /// The raw values of a field, in order.
    pub(super) fn all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'m [u8]> + 'h {
        self.fields
            .iter()
            .filter(move |(field, _)| field.eq_ignore_ascii_case(name.as_bytes()))
            .map(|&(_, value)| value)
    }

    /// The raw value of the first such field.
    pub(super) fn first(&self, name: &str) -> Option<&'m [u8]> {
        self.all(name).next()
    }

    /// True if there is such a field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.first(name).is_some()
    }

    /// The first such field, decoded, on one line.
    pub(super) fn line(&self, name: &str) -> Option<String> {
        self.first(name).map(|value| self.decode(value))
    }

    /// The first such field in lower case, decoded; empty if there is none.
    pub(super) fn lower(&self, name: &str) -> String {
        self.line(name).unwrap_or_default().to_lowercase()
    }

    /// Decodes a raw value of this block to one line.
    pub(super) fn decode(&self, value: &[u8]) -> String {
        decode_line(value, self.fallback_charset.as_deref())
    }

    /// The message identifiers (RFC 5322 section 3.6.4) in a field, without angle brackets.
    pub(super) fn message_ids(&self, name: &str) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for value in self.all(name) {
            for id in split_message_ids(&String::from_utf8_lossy(value)) {
                if !ids.contains(&id) && ids.len() < 200 {
                    ids.push(id);
                }
            }
        }
        ids
    }
}

/// Fields without which a mail cannot be understood.
const ESSENTIAL: [&str; 14] = [
    "From",
    "Sender",
    "Reply-To",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Content-Disposition",
    "Auto-Submitted",
];

/// How much of a header block may still be kept.
struct Room {
    end: usize,
    is_kept: [bool; ESSENTIAL.len()],
}

impl Room {
    fn from(start: usize) -> Self {
        Self { end: start + MAX_HEADER_BYTES, is_kept: [false; ESSENTIAL.len()] }
    }

    /// Whether a field at a place is kept: any within the limits, beyond them the first of each essential one.
    fn takes(&mut self, name: &[u8], at: usize, kept: usize) -> bool {
        let essential = ESSENTIAL.iter().position(|field| name.eq_ignore_ascii_case(field.as_bytes()));
        let is_first = essential.is_some_and(|field| !std::mem::replace(&mut self.is_kept[field], true));
        is_first || at < self.end && kept < MAX_HEADER_FIELDS
    }
}

/// The identifiers in a value, with or without their angle brackets.
pub(super) fn split_message_ids(value: &str) -> Vec<String> {
    let pieces: Vec<&str> = if value.contains('<') {
        value.split('<').skip(1).filter_map(|piece| piece.split('>').next()).collect()
    } else {
        value.split_whitespace().filter(|piece| piece.len() > 3).take(1).collect()
    };
    pieces
        .into_iter()
        .map(|id| id.split_whitespace().collect::<String>())
        .filter(|id| !id.is_empty() && id.len() <= 998)
        .collect()
}

/// Where the line that begins at `at` ends, after its line feed.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |offset| at + offset + 1)
}

/// A line without its line feed and carriage return.
pub(super) fn trim_line_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn skip_separator(entity: &[u8]) -> usize {
    let mut at = 0;
    for _ in 0..8 {
        let line = &entity[at..];
        let is_blank = matches!(line.first(), Some(b'\r' | b'\n'));
        let separator = line.strip_prefix(b">").unwrap_or(line).strip_prefix(b"From ");
        let is_separator = separator.is_some_and(|rest| !rest.trim_ascii_start().starts_with(b":"));
        if at >= entity.len() || !(is_blank || is_separator) {
            break;
        }
        at = line_end(entity, at);
    }
    at
}

/// The length of a field name before its colon, if the line begins with one.
fn field_name_length(line: &[u8]) -> Option<usize> {
    let colon = line.iter().take(100).position(|&byte| byte == b':')?;
    let name = line[..colon].trim_ascii_end();
    (!name.is_empty() && name.iter().all(|byte| byte.is_ascii_graphic())).then_some(colon)
}

fn continues_a_header(entity: &[u8], at: usize) -> bool {
    let line = trim_line_end(&entity[at..line_end(entity, at)]);
    field_name_length(line).is_some_and(|length| !line[..length].contains(&b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_unfolded_and_decoded() {
        let (headers, body) = Headers::read(b"Subject: a\r\n b\r\nX-One: =?utf-8?q?=C3=A9?=\r\n\r\nbody");
        assert_eq!(headers.line("subject").as_deref(), Some("a b"));
        assert_eq!(headers.line("X-One").as_deref(), Some("é"));
        assert_eq!(body, 45);
    }

    #[test]
    fn a_mailbox_separator_is_no_field() {
        let (headers, _) = Headers::read(b"From jan Fri Dec 21 23:59:24 2001\nFrom: jan@dak.example\n\n");
        assert_eq!(headers.line("From").as_deref(), Some("jan@dak.example"));
    }

    #[test]
    fn a_broken_fold_goes_to_the_field_above() {
        let (headers, _) = Headers::read(b"Subject: one\ntwo three\nTo: a@b.example\n\nbody");
        assert_eq!(headers.line("Subject").as_deref(), Some("one two three"));
        assert!(headers.has("To"));
    }

    #[test]
    fn a_blank_before_the_colon_is_no_separator() {
        let (headers, _) = Headers::read(b"From : jan@dak.example\nSubject : a\n\n");
        assert_eq!(headers.line("From").as_deref(), Some("jan@dak.example"));
    }

    #[test]
    fn beyond_the_limits_a_mail_keeps_its_essential_fields_and_its_body() {
        for flood in [format!("X-Spam: {}\n", "x".repeat(700_000)), "X-Spam: x\n".repeat(2_000)] {
            let mail = format!("{flood}From: jan@dak.example\nSubject: a\n b\n{flood}Subject: c\n\nbody");
            let (headers, body) = Headers::read(mail.as_bytes());
            assert_eq!(headers.line("From").as_deref(), Some("jan@dak.example"));
            assert_eq!(headers.line("Subject").as_deref(), Some("a b"));
            assert_eq!(&mail[body..], "body");
        }
    }

    #[test]
    fn a_text_without_header_has_no_fields() {
        let (headers, body) = Headers::read(b"Hello there\nI want a quote");
        assert!(headers.is_empty());
        assert_eq!(body, 0);
    }

    #[test]
    fn message_ids_are_split_with_or_without_brackets() {
        assert_eq!(split_message_ids("<a@x> junk <b@\r\n y>"), ["a@x", "b@y"]);
        assert_eq!(split_message_ids("100001@test"), ["100001@test"]);
    }
}
