//! Content-Type and Content-Disposition with their parameters (RFC 2045, 2183, 2231), read leniently.

use super::charset;
use super::decode::truncate;
use super::encoded_word::{decode_line, visible_line};
use super::limits::MAX_LINE_BYTES;
use super::transfer::hex_value;

/// A value with parameters, as in `text/plain; charset=utf-8`.
#[derive(Debug, Default)]
pub(super) struct Parameterised {
    /// The value before the first semicolon, lower case.
    pub(super) value: String,
    parameters: Vec<(String, Vec<u8>)>,
}

impl Parameterised {
    /// Reads a raw header value. Never fails: what makes no sense is left out.
    pub(super) fn read(raw: &[u8]) -> Self {
        let mut pieces = split_outside_quotes(raw).into_iter().peekable();
        // Some programs forget the value and begin with the parameters.
        let value = pieces
            .next_if(|piece| !piece.contains(&b'='))
            .map(|piece| String::from_utf8_lossy(piece).trim().to_ascii_lowercase());
        let parameters = pieces.filter_map(read_parameter).take(100).collect();
        Self { value: value.unwrap_or_default(), parameters }
    }

    /// A parameter's raw bytes, unquoted; without those of RFC 2231.
    pub(super) fn raw(&self, name: &str) -> Option<&[u8]> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_slice())
    }

    /// A parameter as text: ASCII tokens such as a charset or a boundary.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.raw(name).map(|value| String::from_utf8_lossy(value).trim().to_owned())
    }

    /// A parameter that people read, decoded: RFC 2231 pieces and charset, encoded words, raw 8-bit.
    pub(super) fn decoded(&self, name: &str, fallback_charset: Option<&str>) -> Option<String> {
        let mut decoded =
            self.extended(name).or_else(|| self.raw(name).map(|raw| decode_plain(raw, fallback_charset)))?;
        if decoded.len() + 4 > MAX_LINE_BYTES {
            let extension = self.extension(name);
            truncate(&mut decoded, MAX_LINE_BYTES - 8 - extension.len());
            decoded.push_str(&extension);
        }
        (!decoded.is_empty()).then_some(decoded)
    }

    /// The extension of a file name, with its dot, for a name that is too long to be kept whole.
    fn extension(&self, name: &str) -> String {
        let is_piece =
            |key: &str| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('*'));
        let last = self.parameters.iter().rfind(|(key, _)| is_piece(key));
        let value = last.map(|(_, value)| String::from_utf8_lossy(value)).unwrap_or_default();
        let extension = value.rsplit_once('.').map(|(_, extension)| extension.trim());
        extension
            .filter(|extension| {
                extension.len() < 16 && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
            })
            .map_or_else(String::new, |extension| format!(".{extension}"))
    }

    /// `name*=utf-8''…` and `name*0*=…; name*1=…`.
    fn extended(&self, name: &str) -> Option<String> {
        let mut pieces: Vec<(u32, bool, &[u8])> = self
            .parameters
            .iter()
            .filter_map(|(key, value)| {
                let rest = key.strip_prefix(name)?.strip_prefix('*')?;
                let (number, is_escaped) = match rest.strip_suffix('*') {
                    Some(number) => (number, true),
                    None => (rest, rest.is_empty()),
                };
                let number = if number.is_empty() { 0 } else { number.parse().ok()? };
                Some((number, is_escaped, value.as_slice()))
            })
            .collect();
        pieces.sort_by_key(|&(number, ..)| number);
        let (_, first_is_escaped, first) = *pieces.first()?;
        let (mut label, mut bytes) = (None, Vec::new());
        for (index, (_, is_escaped, value)) in pieces.into_iter().enumerate() {
            let mut value = value;
            if index == 0
                && first_is_escaped
                && let Some((charset, rest)) = split_charset(first)
            {
                (label, value) = (Some(String::from_utf8_lossy(charset).into_owned()), rest);
            }
            if is_escaped {
                bytes.extend(unescape(value));
            } else {
                bytes.extend_from_slice(value);
            }
        }
        if label.is_none() && bytes.starts_with(b"=?") {
            return Some(decode_line(&bytes, None));
        }
        Some(visible_line(&charset::decode(&bytes, label.as_deref())))
    }
}

/// A value without the marks of RFC 2231: encoded words, raw 8-bit, or what a web page escaped.
fn decode_plain(raw: &[u8], fallback_charset: Option<&str>) -> String {
    let bare = raw.strip_prefix(b"'").and_then(|inner| inner.strip_suffix(b"'")).unwrap_or(raw);
    let escapes = bare.iter().filter(|&&byte| byte == b'%').count();
    let unescaped = unescape(bare);
    // Only where each percent sign is an escape, and they make UTF-8 that is more than ASCII or has blanks.
    let is_escaped = escapes > 0
        && unescaped.len() + 2 * escapes == bare.len()
        && (!unescaped.is_ascii() || unescaped.contains(&b' '));
    match String::from_utf8(unescaped) {
        Ok(text) if is_escaped => visible_line(&text),
        _ => decode_line(bare, fallback_charset),
    }
}

/// `charset'language'rest`.
fn split_charset(value: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut parts = value.splitn(3, |&byte| byte == b'\'');
    let (charset, _language, rest) = (parts.next()?, parts.next()?, parts.next()?);
    Some((charset, rest))
}

fn unescape(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut at = 0;
    while let Some(&byte) = value.get(at) {
        if byte == b'%'
            && let (Some(high), Some(low)) = (
                value.get(at + 1).and_then(|&digit| hex_value(digit)),
                value.get(at + 2).and_then(|&digit| hex_value(digit)),
            )
        {
            out.push(high << 4 | low);
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    out
}

fn split_outside_quotes(raw: &[u8]) -> Vec<&[u8]> {
    let (mut pieces, mut start, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (index, &byte) in raw.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b';' if !quoted => {
                pieces.push(&raw[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    pieces.push(&raw[start..]);
    // A quote that never closes must not swallow the parameters after it.
    if quoted { raw.split(|&byte| byte == b';').collect() } else { pieces }
}

fn read_parameter(piece: &[u8]) -> Option<(String, Vec<u8>)> {
    let equals = piece.iter().position(|&byte| byte == b'=')?;
    let name = String::from_utf8_lossy(&piece[..equals]).trim().to_ascii_lowercase();
    (!name.is_empty()).then(|| (name, unquote(piece[equals + 1..].trim_ascii())))
}

fn unquote(value: &[u8]) -> Vec<u8> {
    let inner = match value.strip_prefix(b"\"") {
        Some(rest) => rest.strip_suffix(b"\"").unwrap_or(rest),
        None => return value.to_vec(),
    };
    let mut out = Vec::with_capacity(inner.len());
    let mut bytes = inner.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, bytes.peek()) {
            (b'\\', Some(&next @ (b'"' | b'\\'))) => {
                out.push(next);
                bytes.next();
            }
            (b'\r' | b'\n', _) => {}
            _ => out.push(byte),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Parameterised;

    fn name(raw: &str) -> Option<String> {
        Parameterised::read(raw.as_bytes()).decoded("filename", None)
    }

    #[test]
    fn a_media_type_has_a_value_and_parameters() {
        let read = Parameterised::read(b"Text/HTML;\r\n charset=\"utf-8\"; format=flowed");
        assert_eq!(read.value, "text/html");
        assert_eq!(read.text("charset").as_deref(), Some("utf-8"));
        assert_eq!(read.text("format").as_deref(), Some("flowed"));
    }

    #[test]
    fn file_names_are_decoded_in_every_spelling() {
        assert_eq!(name("attachment; filename=plan.pdf").as_deref(), Some("plan.pdf"));
        assert_eq!(name("attachment; filename=my plan.pdf; size=3").as_deref(), Some("my plan.pdf"));
        assert_eq!(name("attachment; filename=\"a \\\"b\\\".pdf\"").as_deref(), Some("a \"b\".pdf"));
        assert_eq!(name("attachment; filename=\"=?utf-8?Q?caf=C3=A9.pdf?=\"").as_deref(), Some("café.pdf"));
        assert_eq!(name("attachment; filename*=iso-8859-1''caf%E9.pdf").as_deref(), Some("café.pdf"));
        assert_eq!(name("attachment; filename='plan.pdf'").as_deref(), Some("plan.pdf"));
        assert_eq!(name("attachment; filename=\"caf%C3%A9%20bar.pdf\"").as_deref(), Some("café bar.pdf"));
        assert_eq!(name("attachment; filename=\"50%.pdf\"").as_deref(), Some("50%.pdf"));
        assert_eq!(name("filename=\"plan.pdf\"").as_deref(), Some("plan.pdf"));
        let pieces = "attachment; filename*0*=UTF-8''caf%C3; filename*1*=%A9; filename*2=\" bar.pdf\"";
        assert_eq!(name(pieces).as_deref(), Some("café bar.pdf"));
    }

    #[test]
    fn a_quote_that_never_closes_loses_nothing_else() {
        let read = Parameterised::read(b"text/plain; name=\"plan.txt; charset=koi8-r");
        assert_eq!(read.text("charset").as_deref(), Some("koi8-r"));
    }
}
