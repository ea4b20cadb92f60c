//! Header text: unfolding, encoded words (RFC 2047), raw 8-bit bytes, and what must not be shown as it is.

use super::charset;
use super::limits::MAX_LINE_BYTES;
use super::transfer::{decode_base64, decode_quoted_printable};

/// A stretch of a header value.
enum Piece<'h> {
    /// Bytes as they stand.
    Plain(&'h [u8]),
    /// Decoded bytes of one or several encoded words of one charset.
    Encoded { charset: String, bytes: Vec<u8> },
}

/// Decodes an unstructured header value to one visible line.
///
/// Neighbouring encoded words of one charset are joined before they are decoded, so that a character
/// split between two of them survives. `fallback` is the charset for raw 8-bit bytes.
pub(super) fn decode_line(value: &[u8], fallback: Option<&str>) -> String {
    if memchr::memmem::find(value, b"=?").is_none() {
        return visible_line(&charset::decode(value, fallback));
    }
    let mut text = String::with_capacity(value.len());
    for piece in pieces(value) {
        match piece {
            Piece::Plain(bytes) => text.push_str(&charset::decode(bytes, fallback)),
            Piece::Encoded { charset, bytes } => text.push_str(&charset::decode(&bytes, Some(&charset))),
        }
    }
    visible_line(&text)
}

fn pieces(value: &[u8]) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut plain_start, mut at) = (0, 0);
    while let Some(offset) = memchr::memmem::find(&value[at..], b"=?") {
        let start = at + offset;
        let Some(word) = EncodedWord::read(&value[start..]) else {
            at = start + 2;
            continue;
        };
        let between = &value[plain_start..start];
        let follows_a_word = matches!(pieces.last(), Some(Piece::Encoded { .. }));
        // RFC 2047 section 6.2: white space between encoded words only separates them.
        if !(between.is_empty() || follows_a_word && between.iter().all(u8::is_ascii_whitespace)) {
            pieces.push(Piece::Plain(between));
        }
        match pieces.last_mut() {
            Some(Piece::Encoded { charset, bytes }) if charset.eq_ignore_ascii_case(&word.charset) => {
                bytes.extend_from_slice(&word.bytes);
            }
            _ => pieces.push(Piece::Encoded { charset: word.charset, bytes: word.bytes }),
        }
        at = start + word.length;
        plain_start = at;
    }
    if plain_start < value.len() {
        pieces.push(Piece::Plain(&value[plain_start..]));
    }
    pieces
}

struct EncodedWord {
    charset: String,
    bytes: Vec<u8>,
    length: usize,
}

impl EncodedWord {
    /// Reads `=?charset?encoding?text?=`, also with the blanks inside that some programs leave.
    fn read(value: &[u8]) -> Option<Self> {
        let inner = value.strip_prefix(b"=?")?;
        let charset_end = inner.iter().take(80).position(|&byte| byte == b'?')?;
        let charset = std::str::from_utf8(&inner[..charset_end]).ok()?;
        let [encoding, b'?', text @ ..] = inner.get(charset_end + 1..)? else {
            return None;
        };
        let text_end = end_of_word(text)?;
        let encoded = &text[..text_end];
        let bytes = match encoding.to_ascii_uppercase() {
            b'B' => decode_base64(encoded),
            b'Q' => {
                let spaced: Vec<u8> =
                    encoded.iter().map(|&byte| if byte == b'_' { b' ' } else { byte }).collect();
                decode_quoted_printable(&spaced).into_owned()
            }
            _ => return None,
        };
        Some(Self {
            // RFC 2231 section 5 allows a language after an asterisk.
            charset: charset.split('*').next().unwrap_or_default().to_owned(),
            bytes,
            length: 2 + charset_end + 1 + 2 + text_end + 2,
        })
    }
}

/// The `?=` that ends an encoded word, not the one of `?=3D` inside one that leaves `?` bare.
fn end_of_word(text: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(text, b"?=").find(|&end| {
        !matches!(text.get(end + 2..end + 4), Some([high, low]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit()
            && text.get(end + 4).is_some_and(|next| !next.is_ascii_whitespace()))
    })
}

/// One line that shows what it is: blanks collapsed at line ends, controls dropped, characters that
/// turn the writing direction made visible (rule 23: Mailsploit).
pub(super) fn visible_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut after_fold = false;
    for character in text.chars() {
        if after_fold && matches!(character, ' ' | '\t') {
            continue;
        }
        after_fold = character == '\n';
        match character {
            '\n' | '\t' if line.ends_with(' ') => {}
            '\n' | '\t' => line.push(' '),
            // Marks without visible effect of their own, common beside right-to-left names.
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{feff}' | '\u{200b}' => {}
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => line.push('\u{fffd}'),
            other if other.is_control() => {}
            other => line.push(other),
        }
        if line.len() >= MAX_LINE_BYTES {
            break;
        }
    }
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(value: &str) -> String {
        decode_line(value.as_bytes(), None)
    }

    #[test]
    fn words_of_several_charsets_are_decoded() {
        assert_eq!(decoded("=?iso-8859-1?Q?Fen=EAtres_?= et =?UTF-8?B?cG9ydGVz?="), "Fenêtres  et portes");
        assert_eq!(decoded("=?utf-8*fr?q?D=C3=A9j=C3=A0?="), "Déjà");
    }

    #[test]
    fn a_character_split_between_two_words_survives() {
        assert_eq!(decoded("=?UTF-8?Q?caf=C3?=\r\n =?UTF-8?Q?=A9?="), "café");
    }

    #[test]
    fn words_with_escapes_of_their_own_are_joined() {
        assert_eq!(
            decoded("=?iso-2022-jp?B?GyRCJU8lbRsoQg==?=\r\n =?iso-2022-jp?B?GyRCITwbKEI=?="),
            "ハロー"
        );
    }

    #[test]
    fn blanks_inside_a_word_are_accepted() {
        assert_eq!(decoded("=?utf-8?Q?Offerte voor dak?="), "Offerte voor dak");
    }

    #[test]
    fn raw_eight_bit_text_is_read_by_the_charset_of_the_mail() {
        assert_eq!(decode_line(b"\xf0\xd2\xc9\xd7\xc5\xd4", Some("koi8-r")), "Привет");
        assert_eq!(decode_line("Tür".as_bytes(), None), "Tür");
    }

    #[test]
    fn what_is_no_word_stays_as_it_is() {
        assert_eq!(decoded("a =? b ?= c"), "a =? b ?= c");
        assert_eq!(decoded("=?utf-8?X?abc?="), "=?utf-8?X?abc?=");
    }

    #[test]
    fn the_result_is_one_line_that_hides_nothing() {
        assert_eq!(decoded("two\r\n lines"), "two lines");
        assert_eq!(decoded("=?utf-8?Q?a=00b=0D=0Ac?="), "ab c");
        assert_eq!(decode_line("boss\u{202e}moc".as_bytes(), None), "boss\u{fffd}moc");
    }
}
