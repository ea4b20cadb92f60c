//! HTML as a flat stream of tokens: enough to read a mail's text, in one pass, without a tree.

use mail_parser::decoders::html::add_html_token;

/// A piece of an HTML document.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'h> {
    /// Character data, entities not yet decoded.
    Text(&'h str),
    /// A start tag: its name as written and its attributes as one string.
    Open(&'h str, &'h str),
    /// An end tag.
    Close(&'h str),
}

/// Reads tokens; comments, declarations and processing instructions are skipped.
pub(super) struct Tokens<'h> {
    rest: &'h str,
    /// No `>` is left: looking for it again at every `<` would cost the square of the length.
    is_all_text: bool,
    /// Elements of which no end tag is left, for the same reason.
    unclosed: Vec<String>,
}

impl<'h> Tokens<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { rest: html, is_all_text: false, unclosed: Vec::new() }
    }

    /// Skips to the end tag of an element whose content is not text of the document. An element whose
    /// content is markup and that never ends hides only its own tag.
    pub(super) fn skip_element(&mut self, name: &str) {
        if self.unclosed.iter().any(|unclosed| unclosed == name) {
            return;
        }
        let mut from = 0;
        while let Some(offset) = memchr::memmem::find(&self.rest.as_bytes()[from..], b"</") {
            let start = from + offset + 2;
            let candidate = &self.rest.as_bytes()[start..];
            if candidate.len() >= name.len() && candidate[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            {
                let end = memchr::memchr(b'>', candidate).map_or(self.rest.len(), |close| start + close + 1);
                self.rest = &self.rest[end..];
                return;
            }
            from = start;
        }
        // Never closed: as browsers do for elements of raw text, nothing after it is text.
        if matches!(name, "svg" | "math" | "object" | "xml" | "select" | "template") {
            self.unclosed.push(name.to_owned());
        } else {
            self.rest = "";
        }
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        loop {
            let open = match memchr::memchr(b'<', self.rest.as_bytes()) {
                Some(0) => 0,
                Some(open) => return Some(self.take_text(open)),
                None if self.rest.is_empty() => return None,
                None => return Some(self.take_text(self.rest.len())),
            };
            let after = &self.rest[open + 1..];
            if let Some(comment) = after.strip_prefix("!--") {
                self.rest = after_comment(comment);
            } else if after.starts_with(['!', '?']) {
                self.rest = memchr::memchr(b'>', after.as_bytes()).map_or("", |end| &after[end + 1..]);
            } else if let Some(token) = self.take_tag(after) {
                return Some(token);
            } else {
                return Some(self.take_text(1));
            }
        }
    }
}

impl<'h> Tokens<'h> {
    fn take_text(&mut self, length: usize) -> Token<'h> {
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        Token::Text(text)
    }

    /// A tag, or `None` if the `<` is only a character: before a blank, a digit, or a mail address that
    /// a program forgot to escape.
    fn take_tag(&mut self, after: &'h str) -> Option<Token<'h>> {
        if self.is_all_text {
            return None;
        }
        let (is_close, inner) = after.strip_prefix('/').map_or((false, after), |inner| (true, inner));
        if !inner.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        if is_address_or_link(inner) {
            return None;
        }
        let Some(end) = end_of_tag(inner) else {
            if is_cut_tag(inner) {
                self.rest = "";
                return Some(Token::Text(""));
            }
            self.is_all_text = true;
            return None;
        };
        let tag = &inner[..end];
        let name_end = tag
            .find(|character: char| character.is_ascii_whitespace() || character == '/')
            .unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(name_end);
        self.rest = inner.get(end + 1..).unwrap_or_default();
        Some(if is_close { Token::Close(name) } else { Token::Open(name, attributes) })
    }
}

/// What follows a comment: it ends at `-->`, `--!>`, and at once for `<!-->` and `<!--->`.
fn after_comment(comment: &str) -> &str {
    if let Some(rest) = comment.strip_prefix('>').or_else(|| comment.strip_prefix("->")) {
        return rest;
    }
    let mut closes = memchr::memchr_iter(b'>', comment.as_bytes());
    let end = closes.find(|&close| comment[..close].ends_with("--") || comment[..close].ends_with("--!"));
    end.map_or("", |close| &comment[close + 1..])
}

/// A tag with attributes in which the document ends, such as that of a picture too large to be read whole: no
/// text, as browsers have it (HTML Living Standard, 13.2.5.36).
fn is_cut_tag(inner: &str) -> bool {
    let name = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let start = &inner.as_bytes()[name..inner.len().min(name + 200)];
    memchr::memchr(b'>', inner.as_bytes()).is_none()
        && start.first().is_some_and(u8::is_ascii_whitespace)
        && (memchr::memmem::find(start, b"=\"").is_some() || memchr::memmem::find(start, b"='").is_some())
}

fn is_address_or_link(inner: &str) -> bool {
    let word =
        inner.bytes().take(80).take_while(|byte| !byte.is_ascii_whitespace() && !b"/><".contains(byte));
    let is_address = word.clone().any(|byte| byte == b'@');
    is_address
        || word.clone().any(|byte| byte == b':')
            && ["http:", "https:", "mailto:"].iter().any(|scheme| inner.starts_with(scheme))
}

/// Where the `>` of a tag stands, outside quoted attribute values.
fn end_of_tag(inner: &str) -> Option<usize> {
    let bytes = inner.as_bytes();
    let first = memchr::memchr(b'>', bytes)?;
    if memchr::memchr2(b'"', b'\'', &bytes[..first]).is_none() {
        return Some(first);
    }
    let (mut quote, mut after_equals) = (None, false);
    // A quote that never closes must not make the rest of the mail disappear.
    for (index, &byte) in bytes.iter().enumerate().take(64 << 10) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            (None, b'>') => return Some(index),
            _ => {}
        }
        after_equals = byte == b'=' || after_equals && byte.is_ascii_whitespace();
    }
    Some(first)
}

/// The value of an attribute, entities not decoded.
pub(super) fn attribute<'h>(attributes: &'h str, name: &str) -> Option<&'h str> {
    let bytes = attributes.as_bytes();
    let mut from = 0;
    while let Some(offset) = memchr::memchr(b'=', &bytes[from..]) {
        let equals = from + offset;
        let before = attributes[..equals].trim_ascii_end();
        let start = before
            .rfind(|character: char| character.is_ascii_whitespace() || "\"'/".contains(character))
            .map_or(0, |index| index + 1);
        let (value, length) = attribute_value(&attributes[equals + 1..]);
        if before[start..].eq_ignore_ascii_case(name) {
            return Some(value);
        }
        from = equals + 1 + length;
    }
    None
}

/// A value and how many bytes it takes with its quotes and the blanks before it.
fn attribute_value(after_equals: &str) -> (&str, usize) {
    let value = after_equals.trim_ascii_start();
    let blanks = after_equals.len() - value.len();
    if let Some(quote @ ('"' | '\'')) = value.chars().next() {
        let inner = &value[1..];
        return match inner.find(quote) {
            Some(end) => (&inner[..end], blanks + end + 2),
            None => (inner, after_equals.len()),
        };
    }
    let end = value.find(|character: char| character.is_ascii_whitespace()).unwrap_or(value.len());
    (&value[..end], blanks + end)
}

/// Appends character data with its entities decoded (HTML 4 and 5 names, numbers, missing semicolons).
pub(super) fn push_decoded(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(ampersand) = memchr::memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..ampersand]);
        rest = &rest[ampersand..];
        let length = rest[1..]
            .find(|character: char| !character.is_ascii_alphanumeric() && character != '#')
            .map_or(rest.len(), |end| end + 1);
        if rest[length..].starts_with(';') && length > 1 && length < 40 {
            push_entity(out, &rest[..=length]);
            rest = &rest[length + 1..];
        } else if let Some((character, used)) = bare_entity(rest) {
            out.push(character);
            rest = &rest[used..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
}

fn push_entity(out: &mut String, entity: &str) {
    // Numbers 128 to 159 mean Windows-1252 (HTML Living Standard, 13.2.5.80).
    let digits = entity.strip_prefix("&#").and_then(|rest| rest.strip_suffix(';'));
    let number = digits.and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u8::from_str_radix(digits, 16).ok(),
        None => digits.parse::<u8>().ok(),
    });
    match number {
        Some(number @ 128..=159) => out.push_str(&super::charset::decode(&[number], Some("windows-1252"))),
        _ => add_html_token(out, entity.as_bytes(), false),
    }
}

/// The names of U+00A0 to U+00FF in their order, which browsers accept without a semicolon.
const LATIN_NAMES: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc \
    Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve \
    Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute \
    acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde \
    ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// The longest of the names without a semicolon that a text begins with (HTML Living Standard, 13.5).
fn bare_entity(text: &str) -> Option<(char, usize)> {
    let plain =
        [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("AMP", '&'), ("LT", '<'), ("GT", '>')];
    let latin = LATIN_NAMES.split_ascii_whitespace().zip('\u{a0}'..='\u{ff}');
    let name = text.strip_prefix('&')?;
    plain
        .into_iter()
        .chain(latin)
        .filter(|(known, _)| name.starts_with(known))
        .max_by_key(|(known, _)| known.len())
        .map(|(known, character)| (character, 1 + known.len()))
}

#[cfg(test)]
#[path = "html_tokens_tests.rs"]
mod tests;
