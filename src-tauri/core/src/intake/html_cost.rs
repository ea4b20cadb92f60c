//! What it costs to build a tree of an HTML body and to write it out again, known before it is done.

use super::html_tokens::{Token, Tokens};
use super::limits::{MAX_HTML_BYTES, MAX_HTML_DEPTH, MAX_HTML_TAGS};

/// Too long, too many tags, or of a shape that the parser or the writer of HTML takes too long for.
pub(super) fn is_too_much(html: &str) -> bool {
    if html.len() > MAX_HTML_BYTES {
        return true;
    }
    let many_tags = memchr::memchr_iter(b'<', html.as_bytes()).nth(MAX_HTML_DEPTH).is_some();
    let many_escapes = memchr::memchr2_iter(b'&', NO_BREAK, html.as_bytes()).nth(MIN_ESCAPES).is_some();
    (many_tags || many_escapes) && Shape::of(html).is_too_much()
}

/// The first byte of a no-break space.
const NO_BREAK: u8 = 0xc2;
/// Fewer escaped characters than this are never too many.
const MIN_ESCAPES: usize = 200;
/// The writer of HTML looks through the rest of a text at each character that it escapes.
const MAX_ESCAPE_COST: usize = 500_000_000;

/// What makes an HTML body costly.
#[derive(Default)]
struct Shape {
    tags: usize,
    depth: usize,
    deepest: usize,
    text_bytes: usize,
    escapes: usize,
    escape_cost: usize,
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
        self.tags > MAX_HTML_TAGS || self.deepest > MAX_HTML_DEPTH || self.escape_cost > MAX_ESCAPE_COST
    }

    fn text(&mut self, text: &str) {
        self.text_bytes += text.len();
        self.escapes += memchr::memchr2_iter(b'&', NO_BREAK, text.as_bytes()).count();
    }

    /// Text goes on behind tags that the parser ignores, such as cells outside a table.
    fn end_text(&mut self) {
        self.escape_cost += self.text_bytes * self.escapes;
        (self.text_bytes, self.escapes) = (0, 0);
    }

    fn open(&mut self, name: &str, attributes: &str) {
        self.tags += 1;
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
