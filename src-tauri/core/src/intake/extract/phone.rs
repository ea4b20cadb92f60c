//! Telephone numbers, normalised to E.164.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, enums};

use super::Facts;
use super::tokens::Tokens;
use crate::intake::words::facts::{FAX, NOT_PHONE, NUMBER_SIGNS, PHONE};
use crate::intake::words::plain;
use crate::language::Language;

/// The country whose numbers are written without a code.
pub(in crate::intake) type Region = enums::Region;

/// The country of a mail address by its domain, else Belgium.
pub(in crate::intake) fn region_of(address: &str) -> Region {
    match address.rsplit('.').next().unwrap_or_default() {
        "nl" => Region::NL,
        "de" => Region::DE,
        "fr" => Region::FR,
        "lu" => Region::LU,
        "uk" | "gb" => Region::GB,
        "ie" => Region::IE,
        "at" => Region::AT,
        "ch" => Region::CH,
        "es" => Region::ES,
        "it" => Region::IT,
        "pl" => Region::PL,
        "pt" => Region::PT,
        _ => Region::BE,
    }
}

/// Whose numbers a text may hold without their code: the likeliest first.
fn likely_regions(region: Region, language: Option<Language>) -> impl Iterator<Item = Region> {
    let neighbours = match language {
        Some(Language::Nl) => [Region::BE, Region::NL, Region::FR, Region::DE, Region::LU],
        Some(Language::De) => [Region::BE, Region::DE, Region::AT, Region::LU, Region::CH],
        Some(Language::En) => [Region::BE, Region::GB, Region::IE, Region::NL, Region::FR],
        Some(Language::Fr) | None => [Region::BE, Region::FR, Region::LU, Region::NL, Region::DE],
    };
    std::iter::once(region).chain(neighbours.into_iter().filter(move |neighbour| *neighbour != region))
}

pub(super) fn find(tokens: &Tokens, region: Region, language: Option<Language>, facts: &mut Facts) {
    for candidate in candidates(tokens.text) {
        let before = line_before(tokens.text, candidate.start);
        let label = last_word(before);
        let is_labelled = PHONE.has(&label);
        if FAX.has(&label)
            || is_part_of_other_number(before, candidate.text)
            || !is_labelled && is_number_of_something_else(before)
        {
            continue;
        }
        let starts_like_one = candidate.text.starts_with(['+', '0', '(']);
        if !starts_like_one && !is_labelled {
            continue;
        }
        // Hours and dates in dots are shorter than any number with its area.
        let digits = candidate.text.bytes().filter(u8::is_ascii_digit).count();
        if digits < SHORTEST_WITH_AREA && !is_labelled && !candidate.text.starts_with('+') {
            continue;
        }
        if let Some(number) = normal_phone(candidate.text, likely_regions(region, language)) {
            facts.add("phone", number, candidate.text);
        }
    }
}

/// What is looked at of the line before a number, in bytes.
const MAX_BEFORE: usize = 120;

/// The end of what stands before a number in its line.
fn line_before(text: &str, start: usize) -> &str {
    let mut from = start.saturating_sub(MAX_BEFORE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text[from..start].rsplit('\n').next().unwrap_or_default()
}

/// Digits of the shortest number with its area in the product's countries: Belgium's of nine.
const SHORTEST_WITH_AREA: usize = 9;

struct Candidate<'t> {
    text: &'t str,
    start: usize,
}

/// Runs of digits with the marks that stand in telephone numbers, eight to fifteen digits long.
fn candidates(text: &str) -> impl Iterator<Item = Candidate<'_>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let begins = matches!(bytes[at], b'+' | b'(' | b'0'..=b'9');
            let is_inside = at > 0
                && (bytes[at - 1].is_ascii_alphanumeric()
                    || matches!(bytes[at - 1], b'+' | b'@' | b'_' | b'=')
                    || bytes[at - 1] >= 0x80);
            if !begins || is_inside {
                at += 1;
                continue;
            }
            let start = at;
            let end = end_of_number(text, start);
            at = end.max(start + 1);
            let run = text[start..end].trim_end_matches([' ', '.', '/', '-', '(', '\u{a0}']);
            let digits = run.bytes().filter(u8::is_ascii_digit).count();
            let is_followed = text[start + run.len()..].starts_with(|next: char| {
                next.is_alphanumeric() || next == '@' || next == '%' || next == '€'
            });
            if (8..=15).contains(&digits) && !is_followed && !is_date_or_code(run) {
                return Some(Candidate { text: run, start });
            }
        }
        None
    })
}

/// No number with its marks is longer.
const MAX_LENGTH: usize = 30;

/// A number ends at a letter, a line end, two blanks in a row, or a second plus.
fn end_of_number(text: &str, start: usize) -> usize {
    let mut previous = ' ';
    for (offset, character) in text[start..].char_indices() {
        let goes_on = match character {
            '0'..='9' | '(' | ')' => true,
            '+' => offset == 0 || previous == '(',
            ' ' | '.' | '/' | '-' | '\u{a0}' | '\u{202f}' | '‑' | '–' => {
                offset > 0 && !(previous == ' ' && character == ' ')
            }
            _ => false,
        };
        if !goes_on || offset > MAX_LENGTH {
            return start + offset;
        }
        if matches!(character, '/' | '-' | '–') && is_second_number(&text[start..], offset) {
            return start + offset;
        }
        previous = character;
    }
    text.len()
}

/// `0475 12 34 56 / 081 22 33 44`: behind a mark that follows a whole number, another one begins.
fn is_second_number(text: &str, mark: usize) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let behind = &text[mark..];
    let length = behind.char_indices().nth(MAX_LENGTH).map_or(behind.len(), |(end, _)| end);
    let behind = behind[..length].trim_start_matches([' ', '/', '-', '–']);
    let run = behind.split(|next: char| !(next.is_ascii_digit() || " ./-+()".contains(next))).next();
    digits(&text[..mark]) >= SHORTEST_WITH_AREA
        && behind.starts_with(['0', '+'])
        && run.is_some_and(|run| digits(run) >= SHORTEST_WITH_AREA)
}

/// `client n° 04751234`, `Réf. 0478.112.233`.
fn is_number_of_something_else(before: &str) -> bool {
    let words = plain(before);
    let mut words = words.rsplit(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '°' | 'º')));
    let named = words.by_ref().filter(|word| !word.is_empty()).find(|word| !NUMBER_SIGNS.has(word));
    named.is_some_and(|word| NOT_PHONE.has(word))
}

/// `12/05/2024`, `2024-05-12`, `+++090/9337/55493+++`, plain numbers of an order or an account.
fn is_date_or_code(run: &str) -> bool {
    let parts: Vec<&str> = run.split(['/', '-', '.']).map(str::trim).collect();
    let is_date = parts.len() == 3
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
        && (parts[0].len() == 4 || parts[2].len() == 4)
        && parts.iter().all(|part| part.len() <= 4)
        && parts[1].len() <= 2;
    let is_structured = parts.len() == 3 && parts[0].len() == 3 && parts[1].len() == 4 && parts[2].len() == 5;
    is_date || is_structured
}

/// Digits that belong to an IBAN or a VAT number.
fn is_part_of_other_number(before: &str, run: &str) -> bool {
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_end_matches([':', '.', '-', ' ']).trim_start_matches(['(', ':']);
    let is_iban_start = word.len() == 4
        && word.as_bytes()[..2].iter().all(u8::is_ascii_uppercase)
        && word.as_bytes()[2..].iter().all(u8::is_ascii_digit);
    let is_country = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_iban_start || is_country || super::vat::is_enterprise_number(run)
}

/// The last word before a number, bare and in lower case.
fn last_word(before: &str) -> String {
    let line = before.trim_end_matches(|character: char| !character.is_alphanumeric());
    let start = line
        .rfind(|character: char| !character.is_alphanumeric())
        .map_or(0, |at| at + line[at..].chars().next().map_or(1, char::len_utf8));
    line[start..].to_lowercase()
}

/// A telephone number as it is kept, in E.164 (`+32470123456`), if a text is one. A number without
/// a country's code is taken for one of `country` (ISO 3166-1 alpha-2), else of Belgium or its neighbours.
pub fn phone_number(text: &str, country: &str) -> Option<String> {
    let is_written_as_one = text.chars().all(|letter| {
        letter.is_ascii_digit()
            || letter.is_whitespace()
            || matches!(letter, '+' | '(' | ')' | '.' | '/' | '-')
    });
    is_written_as_one
        .then(|| normal_phone(text, likely_regions(region_of(&country.to_lowercase()), None)))
        .flatten()
}

/// A number in E.164 (`+32470123456`), if it is one of the first of these regions that knows it.
fn normal_phone(text: &str, mut regions: impl Iterator<Item = Region>) -> Option<String> {
    let without_zero = text.replace("(0)", "");
    let mut written: String =
        without_zero.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect();
    if let Some(rest) = written.strip_prefix("00") {
        written = format!("+{rest}");
    }
    let parse = |region: Option<Region>| {
        let number = PHONE_NUMBER_UTIL.parse(&written, region).ok()?;
        number.is_valid().then(|| number.format_as(PhoneNumberFormat::E164).into_owned())
    };
    if written.starts_with('+') { parse(None) } else { regions.find_map(|region| parse(Some(region))) }
}
