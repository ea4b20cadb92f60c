//! On which of the lines above a quote its introduction begins.

use super::addresses::address_range;
use super::attribution_shape::{ends_with_verb, has_verb_before_name, has_year_or_time, is_attribution};
use super::date_words::{is_weekday, month_number};
use super::dates::read_day;
use super::lines::Line;
use super::words::attributions::BEGINNINGS;
use super::words::lower;

/// True if the introduction that these lines hold begins below the first of them: an answer stands right
/// above it without a blank line.
pub(super) fn begins_later(lines: &[Line], quote_follows: impl Fn() -> bool) -> bool {
    (1..lines.len()).any(|start| {
        let own = joined(&lines[start..]);
        let has_writer = ends_with_verb(&own) || has_verb_before_name(&own) || address_range(&own).is_some();
        has_writer && is_attribution(&own, &quote_follows) && !belong_to(&lines[..start], &own)
    })
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text).collect::<Vec<_>>().join(" ")
}

/// True for lines that are the first part of a wrapped introduction, although the rest is one by itself.
fn belong_to(above: &[Line], rest: &str) -> bool {
    let above = joined(above);
    if begins_with_date(rest) {
        return false;
    }
    if read_day(rest).is_some() {
        return is_opening(&above);
    }
    read_day(&above).is_some() || names_day(&above) || begins_with_date(&above)
}

/// `Tue, 4 Mar`, `Tuesday 2:12 PM`: a day of the week or a month, and a number.
fn names_day(text: &str) -> bool {
    let mut words = text.split([' ', '\u{a0}', ',']).map(|word| word.trim_matches(['.', '(', ')']));
    text.contains(|digit: char| digit.is_ascii_digit())
        && words.any(|word| is_weekday(word) || month_number(word).is_some())
}

/// `On Tue, 4 Mar …`, `Il giorno mar 4 …`: the word that begins introductions, a capital first, and a date.
fn begins_with_date(text: &str) -> bool {
    let mut words = text.split([' ', '\u{a0}', ',']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    first.starts_with(char::is_uppercase)
        && BEGINNINGS.has(&lower(first.trim_end_matches(['.', ':'])))
        && words.take(3).any(is_of_date)
}

fn is_of_date(word: &str) -> bool {
    let bare = word.trim_matches(['.', '(', ')']);
    bare.starts_with(|first: char| first.is_ascii_digit()) || is_weekday(bare) || month_number(bare).is_some()
}

/// `Le mar.`: nothing but words in front of a date, and no number.
fn is_opening(text: &str) -> bool {
    let mut words = text.split([' ', '\u{a0}', ',']).filter(|word| !word.is_empty());
    !text.contains(|digit: char| digit.is_ascii_digit())
        && words.all(|word| is_of_date(word) || BEGINNINGS.has(&lower(word.trim_end_matches(['.', ':']))))
}

/// True for a line that ends a sentence, which no program wraps: not with the point of an abbreviation.
pub(super) fn ends_sentence(text: &str) -> bool {
    if text.ends_with(['!', '?']) {
        return !has_year_or_time(text);
    }
    let last = text.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    last.strip_suffix('.').is_some_and(|word| !is_abbreviation(word))
}

/// `mar`, `p.m`, `S.A`, `Inc`, `J`
fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().count();
    word.contains('.')
        || is_of_date(word)
        || letters <= 2 && word.chars().all(char::is_alphabetic)
        || letters <= 4 && word.starts_with(char::is_uppercase)
}

#[cfg(test)]
#[path = "attribution_start_tests.rs"]
mod tests;
