//! What it costs to build a tree of an HTML body and to write it out again, known before it is done.

use super::html_tokens::{Token, Tokens};
use super::limits::{MAX_HTML_BYTES, MAX_HTML_DEPTH, MAX_HTML_TAGS};

/// Too long, too many tags, or of a shape that the parser or the writer of HTML takes too long for.
pub(super) fn is_too_much(html: &str) -> bool {
    if html.len() > MAX_HTML_BYTES {
        return true;
    }
    if written_bytes(html) > MAX_WRITTEN_BYTES {
        return true;
    }
    let many_tags = memchr::memchr_iter(b'<', html.as_bytes()).nth(MAX_HTML_DEPTH).is_some();
    let many_escapes = memchr::memchr2_iter(b'&', NO_BREAK, html.as_bytes()).nth(MIN_ESCAPES).is_some();
    (many_tags || many_escapes || html.len() > MAX_PLAIN_BYTES) && Shape::of(html).is_too_much()
}

/// What the writer of HTML may write at most: a character that it escapes becomes up to six.
const MAX_WRITTEN_BYTES: usize = 2 * MAX_HTML_BYTES;

/// The length of the result if every character that could be escaped were.
fn written_bytes(html: &str) -> usize {
    let bytes = html.as_bytes();
    let escaped = memchr::memchr2_iter(b'&', NO_BREAK, bytes).count();
    // A bracket that is not in pairs is no tag: only a text has more of one kind than of the other.
    let opens = memchr::memchr_iter(b'<', bytes).count();
    let closes = memchr::memchr_iter(b'>', bytes).count();
    html.len() + 5 * escaped + 3 * opens.abs_diff(closes)
}

/// The first byte of a no-break space.
const NO_BREAK: u8 = 0xc2;
/// Fewer escaped characters than this are never too many.
const MIN_ESCAPES: usize = 200;
/// The writer of HTML looks through the rest of a text at each character that it escapes.
const MAX_ESCAPE_COST: usize = 500_000_000;
/// Shorter HTML with few tags is never too much.
const MAX_PLAIN_BYTES: usize = 8 << 10;
/// The parser compares each attribute of a tag with those before it.
const MAX_ATTRIBUTE_COST: usize = 50_000_000;

/// What makes an HTML body costly.
#[derive(Default)]
struct Shape {
    tags: usize,
    depth: usize,
    deepest: usize,
    text_bytes: usize,
    escapes: usize,
    escape_cost: usize,
    attribute_cost: usize,
    /// Attributes since a `<` that is text here and may be a tag to the parser.
    loose_attributes: usize,
    is_loose: bool,
}

impl Shape {
    fn of(html: &str) -> Self {
        let mut shape = Self::default();
        for token in Tokens::new(html) {
            match token {
                Token::Text(text) => shape.text(text),
                Token::Open(name, attributes) => shape.open(&name.to_ascii_lowercase(), attributes),
                Token::Close(name) => shape.close(&name.to_ascii_lowercase()),
            }
            if shape.is_too_much() {
                break;
            }
        }
        shape.end_text();
        shape
    }

    fn is_too_much(&self) -> bool {
        self.tags > MAX_HTML_TAGS
            || self.deepest > MAX_HTML_DEPTH
            || self.escape_cost > MAX_ESCAPE_COST
            || self.attribute_cost > MAX_ATTRIBUTE_COST
    }

    fn text(&mut self, text: &str) {
        self.text_bytes += text.len();
        self.escapes += memchr::memchr2_iter(b'&', NO_BREAK, text.as_bytes()).count();
        self.escapes += memchr::memchr2_iter(b'<', b'>', text.as_bytes()).count();
        self.is_loose |= text == "<";
        if self.is_loose {
            let attributes = text.split('>').next().unwrap_or_default();
            self.loose_attributes += attribute_count(attributes);
            if text.contains('>') {
                self.end_loose();
            }
        }
    }

    fn end_loose(&mut self) {
        self.attribute_cost += self.loose_attributes.pow(2);
        (self.loose_attributes, self.is_loose) = (0, false);
    }

    /// Text goes on behind tags that the parser ignores, such as cells outside a table.
    fn end_text(&mut self) {
        self.escape_cost += self.text_bytes * self.escapes;
        (self.text_bytes, self.escapes) = (0, 0);
        self.end_loose();
    }

    fn open(&mut self, name: &str, attributes: &str) {
        self.tags += 1;
        self.attribute_cost += attribute_count(attributes).pow(2);
        if matches!(
            name,
            "p" | "div" | "span" | "br" | "b" | "i" | "a" | "img" | "font" | "li" | "hr" | "strong" | "em"
        ) {
            self.end_text();
        }
        if !is_unnested(name) && !attributes.ends_with('/') {
            self.depth += 1;
            self.deepest = self.deepest.max(self.depth);
        }
    }

    fn close(&mut self, name: &str) {
        self.tags += 1;
        if !is_unnested(name) {
            self.depth = self.depth.saturating_sub(1);
        }
    }
}

/// How many attributes a tag has at most: each begins behind a blank, a slash or a quoted value.
fn attribute_count(attributes: &str) -> usize {
    let (mut count, mut quote, mut is_between, mut is_value) = (0, None, true, false);
    for byte in attributes.bytes() {
        match (quote, byte) {
            (Some(open), _) if open == byte => (quote, is_between) = (None, true),
            (Some(_), _) => {}
            (None, b'"' | b'\'') if is_value => quote = Some(byte),
            (None, b'/') => is_between = true,
            (None, blank) if blank.is_ascii_whitespace() => is_between = true,
            (None, _) => {
                count += usize::from(is_between);
                is_between = false;
            }
        }
        is_value = byte == b'=' || is_value && byte.is_ascii_whitespace();
    }
    count
}

/// Elements that end by themselves where the next begins, or have no content.
fn is_unnested(name: &str) -> bool {
    matches!(
        name,
        "p" | "li"
            | "td"
            | "th"
            | "tr"
            | "br"
            | "hr"
            | "img"
            | "meta"
            | "link"
            | "input"
            | "col"
            | "dt"
            | "dd"
            | "option"
            | "area"
            | "wbr"
    )
}
