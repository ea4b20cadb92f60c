//! Address fields (RFC 5322 section 3.4), as programs really write them.

use super::encoded_word::{decode_line, visible_line};
use super::limits::{MAX_ADDRESSES, MAX_LINE_BYTES};
use super::model::Person;

/// Reads an address list: a raw header value, or the same in a text.
///
/// Never fails. Entries without an address keep their name; groups are flattened; a comma inside an
/// unquoted name does not split it.
pub(super) fn read_addresses(value: &[u8], fallback_charset: Option<&str>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut pending_name: Vec<&[u8]> = Vec::new();
    for entry in split_entries(value) {
        if people.len() >= MAX_ADDRESSES {
            break;
        }
        let entry = entry.trim_ascii();
        if !entry.iter().any(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80) {
            continue;
        }
        let mut person = read_entry(entry, fallback_charset);
        if person.address.is_empty() && pending_name.len() < 4 {
            pending_name.push(entry);
            continue;
        }
        if entry.contains(&b'<') && !person.address.is_empty() {
            prepend_names(&mut person, &mut pending_name, fallback_charset);
        }
        people.extend(pending_name.drain(..).map(|name| read_entry(name, fallback_charset)));
        people.push(person);
    }
    people.extend(pending_name.drain(..).map(|name| read_entry(name, fallback_charset)));
    people.retain(|person| !(person.name.is_empty() && person.address.is_empty()));
    people
}

/// `Doe, John <j@d>`: the pieces before the comma belong to the name.
fn prepend_names(person: &mut Person, pending: &mut Vec<&[u8]>, fallback_charset: Option<&str>) {
    for piece in pending.drain(..).rev() {
        let name = clean_name(&decode_line(piece, fallback_charset));
        person.name = if person.name.is_empty() { name } else { format!("{name}, {}", person.name) };
    }
}

/// Splits at commas and semicolons outside quotes, comments, angle brackets and encoded words.
fn split_entries(value: &[u8]) -> Vec<&[u8]> {
    let (mut entries, mut start, mut at) = (Vec::new(), 0, 0);
    let (mut quoted, mut comment, mut angle) = (false, 0u32, false);
    let last_semicolon = memchr::memrchr(b';', value).unwrap_or(0);
    let mut has_at = false;
    while let Some(&byte) = value.get(at) {
        match byte {
            b'\\' if quoted || comment > 0 => at += 1,
            b'"' if comment == 0 => quoted = !quoted,
            b'(' if !quoted => comment += 1,
            b')' if !quoted => comment = comment.saturating_sub(1),
            b'<' if !quoted && comment == 0 => angle = true,
            b'>' if !quoted && comment == 0 => angle = false,
            b'=' if value[at..].starts_with(b"=?") => at += encoded_word_length(&value[at..]),
            b',' | b';' if !quoted && comment == 0 && !angle => {
                entries.push(&value[start..at]);
                (start, has_at) = (at + 1, false);
            }
            // A group's name: what follows the colon are its members, up to a semicolon.
            b':' if !quoted && comment == 0 && !angle && !has_at && last_semicolon > at => start = at + 1,
            b'@' => has_at = true,
            _ => {}
        }
        at += 1;
    }
    entries.push(&value[start.min(value.len())..]);
    let closed = !quoted && comment == 0 && !angle;
    if closed || entries.len() > 1 { entries } else { value.split(|&byte| byte == b',').collect() }
}

/// The length of an encoded word before its last byte; 0 if it is none.
fn encoded_word_length(value: &[u8]) -> usize {
    let mut marks =
        value.iter().enumerate().skip(2).take(400).filter(|&(_, &byte)| byte == b'?').map(|(index, _)| index);
    let (Some(_), Some(encoding)) = (marks.next(), marks.next()) else {
        return 0;
    };
    memchr::memmem::find(&value[encoding + 1..value.len().min(encoding + 1 + MAX_LINE_BYTES)], b"?=")
        .map_or(0, |offset| encoding + 1 + offset + 1)
}

fn read_entry(entry: &[u8], fallback_charset: Option<&str>) -> Person {
    let decoded = decode_line(entry, fallback_charset);
    // Brackets and quotes are looked for before decoding, so that decoded ones stay part of a name.
    let Some(open) = bracket_of_address(entry) else {
        return read_person(&decoded);
    };
    let name = clean_name(&decode_line(&entry[..open], fallback_charset));
    let address = find_address(&decode_line(&entry[open..], fallback_charset));
    match address {
        Some(address) if name.is_empty() => Person { name: comment_after(&decoded), address },
        Some(address) => Person { name, address },
        None => read_person(&decoded),
    }
}

/// Where the `<` of the address stands: the first one outside quotes.
fn bracket_of_address(entry: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let outside = entry.iter().enumerate().find(|&(index, &byte)| {
        if byte == b'"' && (index == 0 || entry[index - 1] != b'\\') {
            quoted = !quoted;
        }
        byte == b'<' && !quoted
    });
    outside.map(|(index, _)| index).or_else(|| entry.iter().position(|&byte| byte == b'<'))
}

/// A name with an address in any of the spellings of a text: `N <a>`, `N [mailto:a]`, `a (N)`,
/// `N<mailto:a>`, `N a`, or a name alone.
pub(super) fn read_person(text: &str) -> Person {
    let text = visible_line(text);
    let Some((start, end)) = address_range(&text) else {
        return Person { name: clean_name(&text), address: String::new() };
    };
    let address = normal_address(&text[start..end]);
    let before = text[..start]
        .trim_end_matches(|character: char| !character.is_alphanumeric() && !")\"'.".contains(character));
    let before = before.strip_suffix("mailto").unwrap_or(before).trim_end_matches(['<', '[', '(', ' ']);
    let name = clean_name(before);
    let name = if name.is_empty() { comment_after(&text[end..]) } else { name };
    Person { name, address }
}

/// The first mail address in a text, normalised.
pub(super) fn find_address(text: &str) -> Option<String> {
    address_range(text).map(|(start, end)| normal_address(&text[start..end]))
}

/// Where the first mail address of a text stands.
pub(super) fn address_range(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(offset) = text[from..].find('@') {
        let at = from + offset;
        if let Some(range) = address_around(text, at) {
            return Some(range);
        }
        from = at + 1;
    }
    None
}

/// The one address of a text that `counts`, however often it stands there; none if there are several.
pub(super) fn only_address(text: &str, counts: impl Fn(&str) -> bool) -> Option<String> {
    let mut found: Option<String> = None;
    let mut rest = text;
    while let Some((start, end)) = address_range(rest) {
        let address = normal_address(&rest[start..end]);
        rest = &rest[end..];
        let is_known = found.as_ref().is_some_and(|known| known.eq_ignore_ascii_case(&address));
        if !is_known && counts(&address) && found.replace(address).is_some() {
            return None;
        }
    }
    found
}

fn address_around(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = if text[..at].ends_with('"') {
        start_of_quotation(&text[..at - 1])?
    } else {
        let local = text[..at].rfind(|character: char| !is_local_character(character));
        local.map_or(0, |index| index + text[index..].chars().next().map_or(1, char::len_utf8))
    };
    let start = start + (text[start..at].len() - text[start..at].trim_start_matches(['.', '\'', '=']).len());
    let start = start + foreign_words_before(&text[start..at]);
    let domain = &text[at + 1..];
    let length = domain.find(|character: char| !is_domain_character(character)).unwrap_or(domain.len());
    let domain = without_particle(domain[..length].trim_end_matches(['.', '-', '_']));
    if let Some(literal) = length_of_literal(&text[at + 1..]) {
        return (start < at).then_some((start, at + 1 + literal));
    }
    (start < at && !domain.is_empty() && !domain.starts_with('.')).then_some((start, at + 1 + domain.len()))
}

/// Where a quoted local part begins whose last mark stands behind this text: on its line, and no longer than a
/// local part may be (RFC 5321 section 4.5.3.1.1).
fn start_of_quotation(before: &str) -> Option<usize> {
    let mut signs =
        before.char_indices().rev().take(MAX_LOCAL_PART).take_while(|(_, sign)| !sign.is_control());
    signs.find(|&(_, sign)| sign == '"').map(|(at, _)| at)
}

const MAX_LOCAL_PART: usize = 64;

/// `[192.0.2.1]`, `[IPv6:2001:db8::1]`: how long the number of a host is that stands for a domain (RFC 5321
/// section 4.1.3).
fn length_of_literal(domain: &str) -> Option<usize> {
    let inner = domain.strip_prefix('[')?;
    let length =
        inner.bytes().take_while(|&sign| sign.is_ascii_alphanumeric() || b".:-".contains(&sign)).count();
    inner[length..].starts_with(']').then_some(length + 2)
}

/// Chinese, Japanese and Korean set no blank between an address and their words: how many bytes of such
/// words stand before it.
fn foreign_words_before(local: &str) -> usize {
    match local.char_indices().rfind(|&(_, character)| is_east_asian(character)) {
        Some((at, last)) if at + last.len_utf8() < local.len() => at + last.len_utf8(),
        _ => 0,
    }
}

/// The domain without the words behind it: its last label is of one script.
fn without_particle(domain: &str) -> &str {
    let label = domain.rfind('.').map_or(0, |dot| dot + 1);
    match domain[label..].find(is_east_asian) {
        Some(offset) if offset > 0 => &domain[..label + offset],
        _ => domain,
    }
}

fn is_east_asian(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}')
}

fn is_local_character(character: char) -> bool {
    character.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(character)
}

fn is_domain_character(character: char) -> bool {
    character.is_alphanumeric() || character == '.' || character == '-' || character == '_'
}

/// The domain in lower case; the local part as written.
fn normal_address(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, domain)) => format!("{local}@{}", domain.to_lowercase()),
        None => address.to_owned(),
    }
}

/// `(John)` after an address names its owner.
fn comment_after(text: &str) -> String {
    let comment =
        text.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')).map(|(comment, _)| comment);
    clean_name(comment.unwrap_or_default())
}

/// A display name without its quotes, escapes and the brackets of an address that is missing.
pub(super) fn clean_name(name: &str) -> String {
    let name = name.trim().trim_start_matches(['<', '[']).trim_end_matches(['<', '[', ',', ';']).trim();
    let name = strip_pair(strip_pair(name, '"', '"'), '\'', '\'');
    let name = if name.starts_with(QUOTES) { name.trim_matches(is_quote_or_blank) } else { name };
    let unescaped = name.replace("\\\"", "\"").replace("\\\\", "\\");
    let name = unescaped.trim().trim_matches('"').trim();
    if !name.contains(char::is_alphanumeric) {
        return String::new();
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The quotes of French, German, Polish, Czech and Swedish.
const QUOTES: &[char] = &['«', '»', '„', '“', '”'];

fn is_quote_or_blank(character: char) -> bool {
    QUOTES.contains(&character) || character.is_whitespace()
}

fn strip_pair(text: &str, open: char, close: char) -> &str {
    text.strip_prefix(open).and_then(|inner| inner.strip_suffix(close)).unwrap_or(text)
}

#[cfg(test)]
#[path = "addresses_tests.rs"]
mod tests;
