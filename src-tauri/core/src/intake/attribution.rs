//! Lines such as "On … wrote:" above a quoted mail.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::addresses::{address_range, clean_name};
use super::date_words::{is_weekday, month_number};
use super::lines::{Line, trim_blanks};
use super::model::Person;
use super::words::attributions::{BEGINNINGS, ENDINGS, NO_NAMES, VERBS_BEFORE_NAME};
use super::words::entries;

static FIRST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| entries(BEGINNINGS).collect());

/// A line, or a few wrapped ones, that introduces a quoted mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The line after it.
    pub(super) end: usize,
    /// Its words on one line.
    pub(super) text: String,
    /// Where in its first line it begins: not at 0 if the answer shares that line.
    pub(super) offset: usize,
}

/// More lines than this are not one attribution.
const MAX_LINES: usize = 5;
const MAX_LENGTH: usize = 400;

impl Attribution {
    /// Reads the attribution that begins at a line.
    pub(super) fn read(lines: &[Line], start: usize) -> Option<Self> {
        let first = lines.get(start)?;
        let offset = beginning(first.text)?;
        let mut text = first.text[offset..].to_owned();
        for end in start + 1..=start + MAX_LINES {
            let next = lines.get(end);
            let quote_follows = || {
                lines[end..].iter().find(|line| !line.is_blank()).is_some_and(|line| line.depth > first.depth)
            };
            if is_attribution(&text, quote_follows) {
                return Some(Self { end, text, offset });
            }
            let next = next.filter(|line| {
                !line.is_blank() && (line.depth == first.depth || line.text.starts_with("wrote"))
            })?;
            text.push(' ');
            text.push_str(next.text);
            if text.len() > MAX_LENGTH {
                return None;
            }
        }
        None
    }

    /// Who wrote the quoted mail: the address and the name before it, as far as they stand there.
    pub(super) fn writer(&self) -> Person {
        let text = self.text.replace("[mailto:", "<").replace("<mailto:", "<");
        let Some((start, end)) = address_range(&text) else {
            return Person { name: name_between(&text).unwrap_or_default(), address: String::new() };
        };
        let before = text[..start].trim_end_matches(['<', '[', '(', '"', '\'', ' ']);
        let name = name_at_end(before).unwrap_or_default();
        Person { name, address: text[start..end].to_owned() }
    }

    /// The words before the writer's address, or behind it: where the date stands.
    pub(super) fn date_text(&self) -> &str {
        let Some((start, end)) = address_range(&self.text) else { return &self.text };
        let (before, behind) = (&self.text[..start], &self.text[end..]);
        if before.contains(|digit: char| digit.is_ascii_digit()) { before } else { behind }
    }
}

/// Where an attribution may begin in a line: at its start, or behind an answer that shares the line.
fn beginning(text: &str) -> Option<usize> {
    let dashes = text.len() - text.trim_start_matches(['-', '—', '–', ' ', '*', '>']).len();
    let words = &text[dashes..];
    let first =
        words.split([' ', ',', '\u{a0}', '\t']).next().unwrap_or_default().trim_end_matches(['.', ':']);
    let is_candidate = words.starts_with(|first: char| first.is_ascii_digit())
        || FIRST_WORDS.contains(first.to_lowercase().as_str())
        || is_weekday(first)
        || dashes >= 3 && words.contains("wrote");
    if is_candidate {
        return Some(0);
    }
    if !text.ends_with([':', '：', '>']) {
        return None;
    }
    shared_line_offset(text).or_else(|| address_range(text).map(|_| 0))
}

/// "Fine. On Wed, 4 Apr 2012, Jan wrote:": where the answer ends.
fn shared_line_offset(text: &str) -> Option<usize> {
    let at = [" On ", "--On ", " Le ", " Op ", " Am "].iter().find_map(|word| text.rfind(word))?;
    let rest = &text[at..];
    let is_dated = rest.contains(|digit: char| digit.is_ascii_digit()) && ends_with_verb(rest);
    is_dated.then(|| text[..at].trim_end_matches(['-', ' ']).len())
}

fn is_attribution(text: &str, quote_follows: impl Fn() -> bool) -> bool {
    let is_drawn = text.starts_with("---") && text.ends_with("---");
    let text = text.trim_matches(['-', '—', '–', ' ', '*', '_']);
    let has_address = address_range(text).is_some();
    let has_digit = text.contains(|digit: char| digit.is_ascii_digit());
    if ends_with_verb(text) {
        return is_drawn
            || (has_digit || has_address) && starts_like_one(text)
            || has_address && quote_follows();
    }
    let ends_with_colon = text.ends_with([':', '：']);
    // Some languages put the writer first and the date last.
    if ends_with_colon && has_address && has_year_or_time(text) && has_verb_before_name(text) {
        return true;
    }
    if !(has_digit && starts_like_one(text)) {
        return false;
    }
    if ends_with_colon && has_verb_before_name(text) {
        return true;
    }
    let starts_with_date = starts_with_date(text);
    let has_date = has_year_or_time(text);
    starts_with_date && has_date && has_address && (ends_with_colon || text.ends_with('>') && quote_follows())
}

fn starts_like_one(text: &str) -> bool {
    let first = text
        .trim_start_matches(['-', ' ', '"'])
        .split([' ', ',', '\u{a0}'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ':']);
    FIRST_WORDS.contains(first.to_lowercase().as_str()) || starts_with_date(text)
}

fn starts_with_date(text: &str) -> bool {
    let first = text.split([' ', ',', '.', '\u{a0}']).next().unwrap_or_default();
    text.starts_with(|first: char| first.is_ascii_digit())
        || is_weekday(first)
        || month_number(first).is_some()
}

/// Ends with a verb of writing, a colon or dashes behind it or not.
fn ends_with_verb(text: &str) -> bool {
    let end =
        text.trim_end_matches([':', '：', '-', '*', '.', ' ', '\u{a0}', '>', '—', '\u{200e}', '\u{200f}']);
    let tail_start = end.char_indices().rev().take(40).last().map_or(0, |(at, _)| at);
    let tail = end[tail_start..].to_lowercase();
    entries(ENDINGS).any(|verb| {
        tail.strip_suffix(verb).is_some_and(|before| {
            before.is_empty() || !before.ends_with(|last: char| last.is_alphabetic() && last.is_ascii())
        })
    })
}

fn has_verb_before_name(text: &str) -> bool {
    let text = text.to_lowercase();
    entries(VERBS_BEFORE_NAME).any(|verb| {
        text.match_indices(verb).any(|(at, _)| {
            let is_start = text[..at].ends_with([' ', '\u{a0}', ',']);
            let is_end = text[at + verb.len()..].starts_with([' ', '\u{a0}', '"', ':']);
            is_start && is_end
        })
    })
}

/// A four-digit year of ours, or hours and minutes.
fn has_year_or_time(text: &str) -> bool {
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

/// The name at the end of the words before an address: what follows the last date, time or verb.
fn name_at_end(before: &str) -> Option<String> {
    let words: Vec<&str> =
        before.split([' ', '\u{a0}', '\t', '、', '，']).filter(|word| !word.is_empty()).collect();
    let start = words.iter().rposition(|word| !is_name_word(word)).map_or(0, |at| at + 1);
    let name = clean_name(&words.get(start..)?.join(" "));
    (!name.is_empty()).then_some(name)
}

/// The name in an attribution without an address: between the date and the verb.
fn name_between(text: &str) -> Option<String> {
    let text = trim_blanks(text.trim_matches([':', '：', ' ', '-', '\u{a0}']));
    let lower = text.to_lowercase();
    let is_same_length = lower.len() == text.len();
    let verb = entries(ENDINGS).filter(|verb| lower.ends_with(*verb)).map(|verb| verb.len()).max();
    let end = verb.filter(|_| is_same_length).map_or(text.len(), |length| text.len() - length);
    let before = text[..end].trim_end_matches([' ', ',']);
    name_at_end(before.rsplit(", ").next().unwrap_or(before))
}

fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches(['"', '\'', ',', '(', ')', '.', '<']);
    let lower = bare.to_lowercase();
    !bare.is_empty()
        && !bare.contains(|digit: char| digit.is_ascii_digit())
        && !(word.ends_with(',') && (is_weekday(bare) || month_number(bare).is_some()))
        && !entries(NO_NAMES).any(|known| known == lower)
        && !entries(VERBS_BEFORE_NAME).any(|verb| verb == lower)
}

#[cfg(test)]
#[path = "attribution_tests.rs"]
mod tests;
