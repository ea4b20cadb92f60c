//! The text of an HTML mail, laid out in lines, with what its markup says about quotes and signatures.

use super::html_markers::Hint;
use super::html_tokens::{Token, Tokens, attribute};
use super::html_writer::Writer;
use super::limits::MAX_TEXT_BYTES;

/// A readable text with hints by line number, in ascending order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct MarkedText {
    pub(super) text: String,
    pub(super) hints: Vec<(usize, Hint)>,
}

impl MarkedText {
    /// A plain text: nothing is known about its lines.
    pub(super) fn plain(text: String) -> Self {
        Self { text, hints: Vec::new() }
    }
}

/// Elements whose content is no text of the mail.
const SKIPPED: [&str; 10] =
    ["style", "script", "title", "template", "xml", "svg", "math", "object", "noembed", "select"];
/// Reads the text of an HTML document or fragment: about [`MAX_TEXT_BYTES`] at most, in one pass.
///
/// Quoted blocks get `> ` before their lines, as in a plain text mail; cells of a table row are
/// separated by tabs; an address that only a link holds is written behind its name.
///
/// Where there is no other text, what pictures say instead of themselves is the text.
pub(super) fn html_to_text(html: &str) -> MarkedText {
    let marked = lay_out(html, |writer, attributes| writer.open("img".to_owned(), attributes));
    if !marked.text.trim().is_empty() || !html.contains('=') {
        return marked;
    }
    lay_out(html, |writer, attributes| {
        writer.text(" ");
        writer.text(attribute(attributes, "alt").unwrap_or_default());
        writer.text(" ");
    })
}

/// A picture that came with a mail, in its HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedPicture {
    /// The Content-ID of its file (RFC 2392).
    pub content_id: String,
    /// The end of the last line of text above it, without marks of quotation; empty if it stands above all.
    pub line_above: String,
    /// The number of that line, which tells it from others that are alike.
    pub line_number: usize,
}

/// Where the pictures that came with a mail stand in its HTML: the first of them, in their order.
pub fn placed_pictures(html: &str) -> Vec<PlacedPicture> {
    let mut pictures = Vec::new();
    lay_out(html, |writer, attributes| {
        let source = attribute(attributes, "src").unwrap_or_default();
        if let Some(content_id) = source.strip_prefix("cid:").filter(|_| pictures.len() < MAX_PLACED) {
            let (line_number, line_above) = writer.last_line();
            let (content_id, line_above) = (content_id.to_owned(), line_above.to_owned());
            pictures.push(PlacedPicture { content_id, line_above, line_number });
        }
        writer.open("img".to_owned(), attributes);
    });
    pictures
}

const MAX_PLACED: usize = 200;

/// `on_picture` is given the attributes of each picture.
fn lay_out(html: &str, mut on_picture: impl FnMut(&mut Writer, &str)) -> MarkedText {
    let mut writer = Writer::default();
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => writer.text(text),
            Token::Open(name, attributes) => {
                let name = name.to_ascii_lowercase();
                if SKIPPED.contains(&name.as_str()) {
                    if !attributes.ends_with('/') {
                        tokens.skip_element(&name);
                    }
                } else if name == "img" {
                    on_picture(&mut writer, attributes);
                } else {
                    writer.open(name, attributes);
                }
            }
            Token::Close(name) => writer.close(&name.to_ascii_lowercase()),
        }
        if writer.length() > MAX_TEXT_BYTES {
            break;
        }
    }
    writer.finish()
}

#[cfg(test)]
#[path = "html_text_tests.rs"]
mod tests;
