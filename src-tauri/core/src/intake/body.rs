//! One readable body out of the text parts of a mail.

use super::html_text::{MarkedText, html_to_text};
use super::words::separators::HTML_NOTICES;

/// A stretch of the body, in one or both forms.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub(super) plain: Option<String>,
    pub(super) html: Option<String>,
}

/// The pieces of one alternative as one piece.
pub(super) fn join(pieces: Vec<Piece>) -> Piece {
    let plain = pieces.iter().map(|piece| piece.plain.as_deref()).collect::<Option<Vec<_>>>();
    let plain = plain.filter(|plain| !plain.is_empty()).map(|plain| plain.join("\n"));
    Piece { plain, html: whole_html(pieces) }
}

/// One body in its plain and its HTML form; an empty plain form beside HTML is none.
pub(super) fn merge_alternatives(pieces: Vec<Piece>) -> Option<Piece> {
    let mut merged = Piece::default();
    for piece in pieces {
        if merged.plain.as_ref().is_none_or(|plain| plain.trim().is_empty()) && piece.plain.is_some() {
            merged.plain = piece.plain;
        }
        merged.html = piece.html.or(merged.html);
    }
    if merged.html.is_some() && merged.plain.as_ref().is_some_and(|plain| plain.trim().is_empty()) {
        merged.plain = None;
    }
    (merged.plain.is_some() || merged.html.is_some()).then_some(merged)
}

/// A plain text this much shorter than a long HTML says only that there is HTML.
const PLACEHOLDER_BYTES: usize = 120;

/// A text no longer than this may say no more than that its mail is HTML.
const MAX_NOTICE_BYTES: usize = 400;

/// True for a text that says only that the mail is to be read as HTML.
fn says_only_html(plain: &str) -> bool {
    plain.trim().len() <= MAX_NOTICE_BYTES && HTML_NOTICES.within(&super::words::plain(plain)).is_some()
}

/// The one body of a mail: its plain form where that says what the HTML says, else the text of the HTML.
pub(super) fn readable_body(pieces: &[Piece], tnef_text: Option<String>) -> MarkedText {
    let mut body = MarkedText::default();
    for piece in pieces {
        let marked = match (&piece.plain, &piece.html) {
            (Some(plain), None) => MarkedText::plain(plain.clone()),
            (None, Some(html)) => html_to_text(html),
            (Some(plain), Some(html)) if says_only_html(plain) => {
                let shown = html_to_text(html);
                if shown.text.trim().is_empty() { MarkedText::plain(plain.clone()) } else { shown }
            }
            (Some(plain), Some(html))
                if plain.trim().len() < PLACEHOLDER_BYTES && html.len() > 20 * PLACEHOLDER_BYTES =>
            {
                let shown = html_to_text(html);
                if shown.text.len() > 4 * plain.len() { shown } else { MarkedText::plain(plain.clone()) }
            }
            (Some(plain), Some(_)) => MarkedText::plain(plain.clone()),
            (None, None) => continue,
        };
        append(&mut body, marked);
    }
    match tnef_text {
        Some(text) if body.text.trim().is_empty() => MarkedText::plain(clean_lines(text)),
        _ => body,
    }
}

fn append(body: &mut MarkedText, next: MarkedText) {
    if body.text.is_empty() {
        *body = next;
        return;
    }
    if next.text.trim().is_empty() {
        return;
    }
    if !body.text.ends_with('\n') {
        body.text.push('\n');
    }
    let first_line = memchr::memchr_iter(b'\n', body.text.as_bytes()).count();
    body.hints.extend(next.hints.into_iter().map(|(line, hint)| (first_line + line, hint)));
    body.text.push_str(&next.text);
}

/// The HTML of all pieces, those without HTML written as such; `None` if none has HTML.
pub(super) fn whole_html(pieces: Vec<Piece>) -> Option<String> {
    if pieces.iter().all(|piece| piece.html.is_none()) {
        return None;
    }
    let mut pieces = pieces
        .into_iter()
        .map(|piece| piece.html.unwrap_or_else(|| text_as_html(&piece.plain.unwrap_or_default())));
    let mut whole = pieces.next()?;
    for piece in pieces {
        whole.push_str("\n<hr>\n");
        whole.push_str(&piece);
    }
    Some(whole)
}

fn text_as_html(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<p>{}</p>", escaped.replace('\n', "<br>\n"))
}

/// Line ends as `\n`, no NUL and no byte order mark.
pub(super) fn clean_lines(text: String) -> String {
    if !text.contains(['\r', '\0', '\u{feff}']) {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n").replace(['\0', '\u{feff}'], "")
}
