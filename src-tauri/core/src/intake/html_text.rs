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
    let marked = lay_out(html, false);
    if marked.text.trim().is_empty() && html.contains('=') { lay_out(html, true) } else { marked }
}

fn lay_out(html: &str, shows_pictures: bool) -> MarkedText {
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
                } else if name == "img" && shows_pictures {
                    writer.text(" ");
                    writer.text(attribute(attributes, "alt").unwrap_or_default());
                    writer.text(" ");
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
