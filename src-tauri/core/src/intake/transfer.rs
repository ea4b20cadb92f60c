//! Content transfer encodings (RFC 2045 section 6), read leniently: a stray byte costs itself only.

use std::borrow::Cow;

use crate::base64;

/// Decodes a part's body by its Content-Transfer-Encoding.
///
/// Base64 that is not base64 (more than one foreign byte in ten) is returned as it stands: a wrong
/// label must not destroy a readable text.
pub(super) fn decode<'m>(body: &'m [u8], encoding: &str) -> Cow<'m, [u8]> {
    match encoding {
        "base64" if looks_like_base64(before_footer(body)) => Cow::Owned(decode_base64(before_footer(body))),
        "quoted-printable" => decode_quoted_printable(body),
        "x-uuencode" | "uuencode" | "x-uue" => Cow::Owned(decode_uuencoded_lines(body)),
        _ => Cow::Borrowed(body),
    }
}

const SKIP: u8 = 0xff;
const PADDING: u8 = 0xfe;

const fn base64_values() -> [u8; 256] {
    let mut values = [SKIP; 256];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut index = 0;
    while index < 64 {
        values[alphabet[index] as usize] = index as u8;
        index += 1;
    }
    values[b'=' as usize] = PADDING;
    values
}

static BASE64: [u8; 256] = base64_values();

fn looks_like_base64(body: &[u8]) -> bool {
    let sample = &body[..body.len().min(4096)];
    // The blanks between words count as well: a plain text has few other bytes that base64 has not.
    let foreign = sample
        .iter()
        .filter(|&&byte| BASE64[byte as usize] == SKIP && !matches!(byte, b'\r' | b'\n' | b'\t'))
        .count();
    foreign * 10 <= sample.len()
}

/// The body up to the text that a mailing list or a scanner for viruses puts behind it: it is not encoded.
fn before_footer(body: &[u8]) -> &[u8] {
    match start_of_footer(body) {
        Some(start) => &body[..start],
        None => before_text_behind_padding(body),
    }
}

/// Where whole groups of signs end and, behind a blank line or as a drawn one, a text begins.
fn start_of_footer(body: &[u8]) -> Option<usize> {
    let blank_line = if is_ended_by_crlf(body) { &b"\n\r\n"[..] } else { b"\n\n" };
    let blank = memchr::memmem::find(body, blank_line);
    let drawn = memchr::memchr2(b'_', b'-', body);
    let start = blank.into_iter().chain(drawn).min()?;
    let signs = body[..start].iter().filter(|&&byte| BASE64[byte as usize] < 64).count();
    let line = body[start..].trim_ascii_start().split(|&byte| byte == b'\n').next()?.trim_ascii();
    let is_text = line.iter().any(|&byte| BASE64[byte as usize] == SKIP);
    (signs > 0 && signs.is_multiple_of(4) && is_text).then_some(start)
}

/// Whether the first line ends as RFC 5322 section 2.3 asks; a mail ends all lines of a part alike.
fn is_ended_by_crlf(body: &[u8]) -> bool {
    memchr::memchr(b'\n', body).is_some_and(|end| end > 0 && body[end - 1] == b'\r')
}

fn before_text_behind_padding(body: &[u8]) -> &[u8] {
    let Some(padding) = memchr::memchr(b'=', body) else {
        return body;
    };
    let pads = 1 + usize::from(body.get(padding + 1) == Some(&b'='));
    let end = padding + pads;
    // Padding fills the last four signs (RFC 4648 section 4); another `=` ends nothing.
    let signs = body[..padding].iter().filter(|&&byte| BASE64[byte as usize] != SKIP).count();
    if !(signs + pads).is_multiple_of(4) {
        return body;
    }
    let footer = body[end..].trim_ascii();
    let line = footer.split(|&byte| byte == b'\n').next().unwrap_or_default().trim_ascii();
    let is_text = line.iter().any(|&byte| BASE64[byte as usize] == SKIP);
    if is_text { &body[..end] } else { body }
}

/// Decodes base64, skipping what is not of its alphabet and going on after padding (several encoded
/// pieces one after the other).
pub(super) fn decode_base64(body: &[u8]) -> Vec<u8> {
    base64::decode(&without_line_ends(body)).unwrap_or_else(|_| decode_sign_by_sign(body))
}

/// What is encoded properly has nothing but line ends between its signs.
fn without_line_ends(body: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(b'\n', body).is_none() {
        return Cow::Borrowed(body);
    }
    let mut signs = Vec::with_capacity(body.len());
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', body).chain([body.len()]) {
        let line = &body[start..end];
        signs.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
        start = end + 1;
    }
    Cow::Owned(signs)
}

fn decode_sign_by_sign(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3 + 3);
    let (mut bits, mut count) = (0u32, 0u8);
    for &byte in body {
        match BASE64[byte as usize] {
            SKIP => {}
            PADDING => {
                push_rest(&mut out, bits, count);
                (bits, count) = (0, 0);
            }
            value => {
                (bits, count) = (bits << 6 | u32::from(value), count + 1);
                if count == 4 {
                    out.extend_from_slice(&bits.to_be_bytes()[1..]);
                    (bits, count) = (0, 0);
                }
            }
        }
    }
    push_rest(&mut out, bits, count);
    out
}

/// Two characters left hold one byte, three hold two.
fn push_rest(out: &mut Vec<u8>, bits: u32, count: u8) {
    match count {
        2 => out.push((bits >> 4) as u8),
        3 => out.extend_from_slice(&((bits >> 2) as u16).to_be_bytes()),
        _ => {}
    }
}

/// Decodes quoted-printable; an `=` that introduces nothing stays an `=`.
pub(super) fn decode_quoted_printable(body: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(b'=', body).is_none() {
        return Cow::Borrowed(body);
    }
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(equals) = memchr::memchr(b'=', rest) {
        out.extend_from_slice(&rest[..equals]);
        rest = &rest[equals + 1..];
        if let [high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (hex_value(*high), hex_value(*low))
        {
            out.push(high << 4 | low);
            rest = after;
        } else if let Some(after) = after_soft_break(rest) {
            rest = after;
        } else {
            out.push(b'=');
        }
    }
    out.extend_from_slice(rest);
    Cow::Owned(out)
}

/// What follows a soft line break: blanks that a gateway added, then the end of the line.
fn after_soft_break(rest: &[u8]) -> Option<&[u8]> {
    let blanks = rest.iter().take_while(|&&byte| byte == b' ' || byte == b'\t' || byte == b'\r').count();
    match rest.get(blanks) {
        Some(b'\n') => Some(&rest[blanks + 1..]),
        None => Some(&[]),
        _ => None,
    }
}

/// The value of a hexadecimal digit.
pub(super) fn hex_value(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|value| value as u8)
}

/// Decodes the lines between `begin` and `end` of uuencoded data (POSIX uuencode, historical algorithm).
pub(super) fn decode_uuencoded_lines(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    for line in body.split(|&byte| byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.starts_with(b"begin ") || line.is_empty() {
            continue;
        }
        let length = usize::from(line[0].wrapping_sub(b' ') & 63);
        if line == b"end" || length == 0 {
            continue;
        }
        let start = out.len();
        for group in line[1..].chunks(4) {
            let value =
                |index: usize| u32::from(group.get(index).map_or(0, |byte| byte.wrapping_sub(b' ') & 63));
            let bits = value(0) << 18 | value(1) << 12 | value(2) << 6 | value(3);
            out.extend_from_slice(&bits.to_be_bytes()[1..]);
        }
        out.truncate(start + length.min(out.len() - start));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_decoded_whatever_stands_between() {
        assert_eq!(decode_base64(b"SGVs\r\nbG8g d29y\tbGQ="), b"Hello world");
        assert_eq!(decode_base64(b"SGVsbG8"), b"Hello");
        assert_eq!(decode_base64(b"SGk=SGk="), b"HiHi");
        assert_eq!(decode_base64(b""), b"");
    }

    proptest::proptest! {
        /// Lines of any length, of any line ends; the slow way finds the same.
        #[test]
        fn what_is_encoded_in_lines_of_any_length_comes_back(
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..500),
            width in 1usize..200,
        ) {
            let encoded = base64::encode(&bytes);
            let lines: Vec<&[u8]> = encoded.as_bytes().chunks(width).collect();
            proptest::prop_assert_eq!(decode_base64(&lines.join(&b"\r\n"[..])), &bytes[..]);
            proptest::prop_assert_eq!(decode_sign_by_sign(&lines.join(&b"\n"[..])), bytes);
        }
    }

    #[test]
    fn a_text_that_is_labelled_base64_by_mistake_is_kept() {
        let text = "Bonjour, je voudrais un devis. Merci !".as_bytes();
        assert_eq!(
            &*decode("« Où ? » – « Là-bas ! »".as_bytes(), "base64"),
            "« Où ? » – « Là-bas ! »".as_bytes()
        );
        assert_eq!(&*decode(text, "8bit"), text);
        let unmarked = b"Graag een offerte voor twee deuren.";
        assert_eq!(&*decode(unmarked, "base64"), unmarked);
    }

    #[test]
    fn a_footer_behind_base64_is_not_decoded() {
        assert_eq!(&*decode(b"SGk=\n\n_____\nOffers mailing list\n", "base64"), b"Hi");
        assert_eq!(&*decode(b"SGk=\nSGk=\n", "base64"), b"HiHi");
        for footer in [
            "\n\n_____\nOffers mailing list\n",
            "\r\n\r\n-- \r\nVirusvrij",
            "\r\n\r\nVirusvrij, zegt men.\r\n",
            "\n-- \nFree of viruses",
        ] {
            let unpadded = format!("Qm9uam91ciE0{footer}");
            assert_eq!(&*decode(unpadded.as_bytes(), "base64"), b"Bonjour!4", "{footer}");
        }
        assert_eq!(&*decode(b"Qm9u\n\nam91ciE0\n\n", "base64"), b"Bonjour!4", "a blank line ends nothing");
        let behind_junk = b"x=\n\nSGkgdGhlcmUsIGEgcXVvdGUgZm9yIGEgcm9vZiwgcGxlYXNlLg==\n.\n";
        assert!(
            decode(behind_junk, "base64").ends_with(b"a roof, please."),
            "not every equals sign is padding"
        );
    }

    #[test]
    fn quoted_printable_survives_bad_escapes() {
        assert_eq!(&*decode_quoted_printable(b"caf=C3=A9 =\r\nau lait"), "café au lait".as_bytes());
        assert_eq!(&*decode_quoted_printable(b"a = b =zz =4"), b"a = b =zz =4");
        assert_eq!(&*decode_quoted_printable(b"end="), b"end");
    }

    #[test]
    fn uuencoded_lines_are_decoded() {
        assert_eq!(decode_uuencoded_lines(b"begin 644 cat.txt\n#0V%T\n`\nend\n"), b"Cat");
    }
}
