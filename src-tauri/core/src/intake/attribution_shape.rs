//! What the words of a line such as "On … wrote:" must be.

use std::ops::Range;

use super::addresses::address_range;
use super::date_words::{is_weekday, month_number};
use super::words::attributions::{BEGINNINGS, ENDINGS, NO_NAMES, QUOTING, TELLING, VERBS_BEFORE_NAME};
use super::words::{lower, plain};

/// True if the first word of a line is one with which introductions begin.
pub(super) fn may_begin(words: &str) -> bool {
    let first =
        words.split([' ', ',', '\u{a0}', '\t']).next().unwrap_or_default().trim_end_matches(['.', ':']);
    words.starts_with(|first: char| first.is_ascii_digit())
        || BEGINNINGS.has(&lower(first))
        || is_weekday(first)
}

/// True for the words of an introduction, on one line.
///
/// In a language whose words are not known, an address or a full date above a quote tells it.
pub(super) fn is_attribution(text: &str, quote_follows: impl Fn() -> bool) -> bool {
    let is_drawn = text.starts_with("---") && text.ends_with("---");
    let text = without_date_behind(text.trim_matches(|mark| FRAME.contains(&mark)));
    let has_address = address_range(text).is_some();
    let has_digit = text.contains(|digit: char| digit.is_ascii_digit());
    let has_date = has_year_or_time(text);
    let ends_with_colon = text.ends_with([':', '：']);
    if !has_address && !is_drawn && is_prose(text, has_date) && !quote_follows() {
        return false;
    }
    if ends_with_verb(text) {
        return is_drawn
            || (has_digit || has_address) && starts_like_one(text)
            || has_address && (has_date || quote_follows());
    }
    if !ends_with_colon {
        return has_address && has_date && starts_with_date(text) && text.ends_with('>') && quote_follows();
    }
    // Some languages put the writer first and the date last.
    has_verb_before_name(text)
        && (has_digit && starts_like_one(text) || has_date && (has_address || ends_with_date(text)))
        || has_address && (has_date && starts_with_date(text) || begins_quoting(text))
        || (has_address || has_date) && quote_follows()
}

/// "Op 3 maart schreef uw collega An:" above words that are not quoted: a person tells who wrote what, in
/// the first or second person, or without the year and the hour.
fn is_prose(text: &str, has_date: bool) -> bool {
    let is_telling = || {
        let text = plain(text);
        let whole_words = |place: Range<usize>| {
            !text[..place.start].ends_with(char::is_alphanumeric)
                && !text[place.end..].starts_with(char::is_alphanumeric)
        };
        TELLING.places(&text).any(whole_words)
    };
    let has_latin_verb = text.is_ascii()
        || text.chars().filter(|letter| letter.is_alphabetic()).all(|letter| letter < '\u{250}');
    has_latin_verb && (!has_date && !ends_with_verb(text) || is_telling())
}

/// Marks around the words, and marks of the writing direction.
const FRAME: &[char] = &[
    '-', '—', '–', ' ', '*', '_', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{2067}',
    '\u{2069}',
];

/// `Jan skrev: (14 november 2025 09:12)`: the words before the date.
fn without_date_behind(text: &str) -> &str {
    match text.strip_suffix(')').and_then(|inner| inner.rsplit_once(": (")) {
        Some((words, date)) if has_year_or_time(date) => &text[..words.len() + 1],
        _ => text,
    }
}

fn begins_quoting(text: &str) -> bool {
    let lower = lower(text);
    QUOTING.beginning(&lower).any(|words| lower[words.len()..].starts_with([' ', '\u{a0}']))
}

/// What stands behind the words that begin an introduction without a verb: `Missatge de Jan <j@d.example>`.
pub(super) fn behind_quoting(text: &str) -> &str {
    let lower = lower(text);
    let words = QUOTING.beginning(&lower).map(str::len).max().filter(|_| lower.len() == text.len());
    words.and_then(|length| text.get(length..)).unwrap_or(text)
}

/// `Jan schreef op 2025-11-14 09:12:`, a short line: a name, a verb, and nothing behind but the date.
fn ends_with_date(text: &str) -> bool {
    let lower = lower(text);
    let words: Vec<&str> = lower.trim_end_matches([':', ' ', '\u{a0}']).split_whitespace().collect();
    let Some(verb) = words.iter().position(|word| VERBS_BEFORE_NAME.has(word)) else {
        return false;
    };
    let is_of_date = |word: &&str| {
        let word = word.trim_matches(['.', ',', '(', ')']);
        word.starts_with(|first: char| first.is_ascii_digit())
            || BEGINNINGS.has(word)
            || is_weekday(word)
            || month_number(word).is_some()
            || NO_NAMES.has(word)
    };
    (1..=5).contains(&verb) && words[verb + 1..].iter().all(is_of_date)
}

fn starts_like_one(text: &str) -> bool {
    let first = text
        .trim_start_matches(['-', ' ', '"'])
        .split([' ', ',', '\u{a0}'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ':']);
    BEGINNINGS.has(&lower(first)) || starts_with_date(text)
}

fn starts_with_date(text: &str) -> bool {
    let first = text.split([' ', ',', '.', '\u{a0}']).next().unwrap_or_default();
    text.starts_with(|first: char| first.is_ascii_digit())
        || is_weekday(first)
        || month_number(first).is_some()
}

/// Ends with a verb of writing, a colon or dashes behind it or not.
pub(super) fn ends_with_verb(text: &str) -> bool {
    let end =
        text.trim_end_matches([':', '：', '-', '*', '.', ' ', '\u{a0}', '>', '—', '\u{200e}', '\u{200f}']);
    let tail_start = end.char_indices().rev().take(40).last().map_or(0, |(at, _)| at);
    let tail = lower(&end[tail_start..]);
    ENDINGS.ending(&tail).any(|verb| {
        let before = &tail[..tail.len() - verb.len()];
        !before.ends_with(|last: char| last.is_alphabetic() && last.is_ascii())
    })
}

/// A verb of writing, or a word for who writes, in front of a name.
pub(super) fn has_verb_before_name(text: &str) -> bool {
    let text = lower(text);
    VERBS_BEFORE_NAME.places(&text).any(|verb| {
        text[..verb.start].ends_with([' ', '\u{a0}', ','])
            && text[verb.end..].starts_with([' ', '\u{a0}', '"', ':'])
    })
}

/// A four-digit year of ours, or hours and minutes.
pub(super) fn has_year_or_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).any(|at| {
        let year = (bytes[at..].starts_with(b"19") || bytes[at..].starts_with(b"20"))
            && is_digit(at + 2)
            && is_digit(at + 3)
            && !is_digit(at + 4);
        let time = is_digit(at) && bytes.get(at + 1) == Some(&b':') && is_digit(at + 2) && is_digit(at + 3);
        year || time
    })
}
