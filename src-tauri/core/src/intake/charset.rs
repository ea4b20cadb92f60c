//! Bytes to text, when the declared charset is missing, unknown or a lie.

use mail_parser::decoders::charsets::map::charset_decoder;

/// Decodes bytes by their declared charset (a MIME label, RFC 2046 section 4.1.2).
///
/// Text that is valid UTF-8 beyond ASCII is UTF-8 whatever its label says: no other charset in use
/// looks like it by accident. Never fails; bytes that mean nothing become U+FFFD.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return String::from_utf8_lossy(rest).into_owned();
    }
    let mut label = label.map(normal_label).unwrap_or_default();
    let says_ascii = matches!(label.as_str(), "" | "us_ascii" | "utf_8" | "utf8");
    if says_ascii && memchr::memmem::find(bytes, b"\x1b$B").is_some() {
        "iso_2022_jp".clone_into(&mut label);
    }
    let is_wide = label.starts_with("utf_16") || label.starts_with("ucs") || bytes.starts_with(b"\xff\xfe");
    let says_nothing = is_seven_bit(&label) || is_wide && bytes.contains(&0);
    if !says_nothing && let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    match label.as_str() {
        "" | "utf_8" | "utf8" => decode_undeclared(bytes),
        "iso_2022_kr" | "csiso2022kr" => decode_by("euc_kr", &shift_out_to_high_bit(bytes)),
        "hz_gb_2312" => decode_by("gbk", &tilde_braces_to_high_bit(bytes)),
        known if known.starts_with("iso_2022") => decode_by(known, &without_idle_escapes(bytes)),
        known => decode_by(known, bytes),
    }
}

/// The charset that the `meta` elements at the start of an HTML document name (HTML Living Standard, 13.2.3.2).
pub(super) fn named_in_html(html: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&html[..html.len().min(4_096)]).to_ascii_lowercase();
    start.split("<meta").skip(1).find_map(|element| {
        let (_, named) = element.split('>').next()?.split_once("charset")?;
        let named = named.trim_ascii_start().strip_prefix('=')?;
        let named = named.trim_start_matches(|character: char| " \t\r\n\"'".contains(character));
        let end =
            named.find(|character: char| !character.is_ascii_alphanumeric() && !"-_:.".contains(character));
        let label = &named[..end.unwrap_or(named.len())];
        // A document that could be read so far is in no wide charset.
        (!label.is_empty() && !label.starts_with("utf-16")).then(|| label.to_owned())
    })
}

/// ISO-2022 text without the escapes that another one follows at once, as where encoded words meet: the
/// decoder takes them for an error.
fn without_idle_escapes(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        let length = match rest {
            [0x1b, b'$', b'(', _, ..] => 4,
            [0x1b, b'$' | b'(', _, ..] => 3,
            _ => 1,
        };
        if length == 1 {
            out.push(first);
            rest = after;
            continue;
        }
        let (escape, after) = rest.split_at(length);
        if !after.starts_with(b"\x1b") {
            out.extend_from_slice(escape);
        }
        rest = after;
    }
    out
}

fn decode_by(label: &str, bytes: &[u8]) -> String {
    charset_decoder(label.as_bytes()).map_or_else(|| decode_undeclared(bytes), |decoder| decoder(bytes))
}

/// Damaged UTF-8 stays UTF-8 when more of it is sound than broken; the rest is Windows-1252.
fn decode_undeclared(bytes: &[u8]) -> String {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return decode_by("utf_16", bytes);
    }
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound >= broken && sound > 0 {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    charset_decoder(b"windows_1252")
        .map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |decoder| decoder(bytes))
}

/// One spelling per charset: lower case, underscores, the aliases that tables of labels lack.
fn normal_label(label: &str) -> String {
    let label = label.trim().trim_matches(['"', '\'']).to_ascii_lowercase().replace(['-', ' '], "_");
    match label.as_str() {
        "unicode_1_1_utf_7" => "utf_7".to_owned(),
        "unicode_1_1_utf_8" | "utf8mb4" | "unicode_utf_8" => "utf_8".to_owned(),
        "gb18030_2000" => "gb18030".to_owned(),
        "cp_850" | "cp858" | "cp_858" => "cp850".to_owned(),
        "cp932" | "cp_932" | "ms932" | "windows_932" => "shift_jis".to_owned(),
        "euc_cn" | "euccn" => "gb2312".to_owned(),
        "iso_8859_1_windows_3.1_latin_1" | "ansi" | "x_ansi" | "8bit" | "latin_1" => {
            "windows_1252".to_owned()
        }
        other => {
            match other.strip_prefix("windows").or(other.strip_prefix("win")).or(other.strip_prefix("cp_")) {
                Some(page) if page.starts_with(|first: char| first.is_ascii_digit()) => {
                    format!("windows_{page}")
                }
                _ => label,
            }
        }
    }
}

/// Charsets whose bytes are all ASCII, so that looking like UTF-8 says nothing.
fn is_seven_bit(label: &str) -> bool {
    label.starts_with("iso_2022")
        || label.starts_with("csiso2022")
        || label.contains("utf_7")
        || label == "hz_gb_2312"
}

/// ISO-2022-KR (RFC 1557): between SO and SI each byte is an EUC-KR byte without its high bit.
fn shift_out_to_high_bit(bytes: &[u8]) -> Vec<u8> {
    let (mut high, mut out) = (false, Vec::with_capacity(bytes.len()));
    let bytes = bytes.strip_prefix(b"\x1b$)C").unwrap_or(bytes);
    for &byte in bytes {
        match byte {
            0x0e => high = true,
            0x0f => high = false,
            0x21..=0x7e if high => out.push(byte | 0x80),
            _ => out.push(byte),
        }
    }
    out
}

/// HZ (RFC 1843): between `~{` and `~}` each byte is a GB 2312 byte without its high bit.
fn tilde_braces_to_high_bit(bytes: &[u8]) -> Vec<u8> {
    let (mut high, mut out, mut at) = (false, Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'~', Some(b'{')) => (high, at) = (true, at + 2),
            (b'~', Some(b'}')) => (high, at) = (false, at + 2),
            (b'~', Some(b'~')) if !high => {
                out.push(b'~');
                at += 2;
            }
            _ => {
                out.push(if high && byte > 0x20 { byte | 0x80 } else { byte });
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{decode, named_in_html};

    #[test]
    fn a_declared_charset_is_followed() {
        assert_eq!(decode(b"caf\xe9", Some("iso-8859-1")), "café");
        assert_eq!(decode(b"\xf0\xd2\xc9\xd7\xc5\xd4", Some("koi8-r")), "Привет");
        assert_eq!(decode(b"\x80", Some("ISO_8859-1")), "€");
    }

    #[test]
    fn utf8_under_another_label_is_still_utf8() {
        assert_eq!(decode("您好！".as_bytes(), Some("Big5")), "您好！");
        assert_eq!(decode("façade".as_bytes(), Some("us-ascii")), "façade");
    }

    #[test]
    fn without_a_usable_label_eight_bit_text_is_windows_1252() {
        assert_eq!(decode(b"devis pour fen\xeatre", None), "devis pour fenêtre");
        assert_eq!(decode(b"fen\xeatre", Some("utf-8")), "fenêtre");
        assert_eq!(decode(b"fen\xeatre", Some("x-unknown")), "fenêtre");
    }

    #[test]
    fn utf8_cut_in_the_middle_of_a_character_stays_utf8() {
        assert_eq!(decode(b"\xc3\xa9t\xc3\xa9 \xc3", Some("utf-8")), "été \u{fffd}");
    }

    #[test]
    fn escapes_that_nothing_follows_are_no_error() {
        let two = b"\x1b$B%O%m\x1b(B\x1b$B!<\x1b(B\x1b(B";
        assert_eq!(decode(two, Some("iso-2022-jp")), "ハロー");
        assert_eq!(decode(b"\x1b$B%O%m!<\x1b(B", None), "ハロー");
    }

    #[test]
    fn a_document_names_its_charset() {
        let named = |html: &str| named_in_html(html.as_bytes());
        assert_eq!(named("<META charset=KOI8-R>").as_deref(), Some("koi8-r"));
        let old = "<html><meta name=x><meta http-equiv=a content=\"text/html; charset=gb2312\">";
        assert_eq!(named(old).as_deref(), Some("gb2312"));
        assert_eq!(named("<p>charset=koi8-r</p>"), None);
    }

    #[test]
    fn seven_bit_charsets_are_decoded() {
        assert_eq!(decode(b"Hi +ZYeB9FH6-", Some("unicode-1-1-utf-7")), "Hi 文致出");
        assert_eq!(decode(b"\x1b$B%O%m!<\x1b(B", Some("iso-2022-jp")), "ハロー");
        assert_eq!(decode(b"\x1b$)C\x0e>H3g\x0f!", Some("iso-2022-kr")), "안녕!");
        assert_eq!(decode(b"~{VPND~} ok", Some("hz-gb-2312")), "中文 ok");
    }
}
