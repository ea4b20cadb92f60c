//! Dates: the Date field, and those that mail programs write into texts, in many languages.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use super::date_words::{croatian_month, is_afternoon, is_morning, is_weekday, month_number, zone_hours};
use crate::clock::Timestamp;

/// Reads a Date field (RFC 5322 section 3.3, with its obsolete forms); `None` if it is no date.
pub(super) fn read_date_field(value: &str) -> Option<Timestamp> {
    read_written_date(value)
}

/// Reads a date with a time as programs write it above a quoted or forwarded mail.
///
/// Words in between are skipped. Without an offset the time is taken as UTC, which is wrong by some
/// hours at most: the text itself says no more. A date without a year, or with none at all, is `None`.
pub(super) fn read_written_date(text: &str) -> Option<Timestamp> {
    let tokens = tokens(text);
    let (date, used) = find_date(&tokens)?;
    let time = find_time(&tokens, &used);
    let (hour, minute, second) = time.map_or((0, 0, 0), |(time, _)| time);
    let local = DateTime::from_parts(date, jiff::civil::time(hour, minute, second, 0));
    let offset = find_offset(text).or_else(|| named_offset(&tokens, time?.1)).unwrap_or(Offset::UTC);
    let instant = offset.to_timestamp(local).ok()?;
    Some(Timestamp(instant.as_millisecond()))
}

/// The day that a text names in full; `None` if its year is missing.
pub(super) fn read_day(text: &str) -> Option<Date> {
    find_date(&tokens(text)).map(|(date, _)| date)
}

#[derive(Debug, PartialEq)]
enum Token<'t> {
    Number { value: u32, digits: usize },
    Word(&'t str),
    Mark(char),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if tokens.len() > 60 {
            break;
        }
        let length = if first.is_ascii_digit() {
            rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len())
        } else if first.is_alphabetic() {
            rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        match token.parse() {
            Ok(value) if length <= 4 => tokens.push(Token::Number { value, digits: length }),
            _ if first.is_alphabetic() => tokens.push(Token::Word(token)),
            _ if !first.is_whitespace() => tokens.push(Token::Mark(first)),
            _ => {}
        }
        rest = after;
    }
    tokens
}

/// The date among the tokens, and which tokens it uses.
fn find_date(tokens: &[Token]) -> Option<(Date, Vec<usize>)> {
    // "4. marts 2025 kl. 14.12.33": three numbers without a full year may be a time.
    numeric_date(tokens, 4)
        .or_else(|| date_with_month_name(tokens))
        .or_else(|| numeric_date(tokens, 2))
        .or_else(|| ideographic_date(tokens))
        .or_else(|| vietnamese_date(tokens))
}

/// `2013-04-26`, `26/04/2013`, `26.4.13`, `04/26/2013`, the year with so many digits at least.
fn numeric_date(tokens: &[Token], year_digits: usize) -> Option<(Date, Vec<usize>)> {
    let found = tokens.windows(5).position(|window| {
        matches!(window, [Token::Number { digits: begin, .. }, Token::Mark(first), Token::Number { .. }, Token::Mark(second), Token::Number { digits: end, .. }]
            if first == second && matches!(first, '-' | '/' | '.') && (*begin).max(*end) >= year_digits)
    })?;
    let number = |offset: usize| match tokens[found + offset] {
        Token::Number { value, digits } => (value, digits),
        _ => (0, 0),
    };
    let ((first, first_digits), (second, _), (third, third_digits)) = (number(0), number(2), number(4));
    let is_american = matches!(tokens[found + 1], Token::Mark('/')) && second > 12;
    let (year, month, day) = if first_digits == 4 {
        (full_year(first, 4)?, second, third)
    } else if is_american {
        (full_year(third, third_digits)?, first, second)
    } else {
        (full_year(third, third_digits)?, second, first)
    };
    Some((civil(year, month, day)?, (found..found + 5).collect()))
}

/// `26 april 2013`, `April 26, 2013`, `den 26. april 2013`, `24 de jan de 2019`.
fn date_with_month_name(tokens: &[Token]) -> Option<(Date, Vec<usize>)> {
    let mut months = tokens.iter().enumerate().filter_map(|(index, token)| match token {
        Token::Word(word) => month_number(word).map(|month| (index, month, *word)),
        _ => None,
    });
    let (mut at, mut month, mut word) = months.next()?;
    // "mar." is a month in English and a day of the week in French.
    if is_weekday(word)
        && let Some(next) = months.next().filter(|(next_at, ..)| next_at - at <= 5)
    {
        (at, month, word) = next;
    }
    let near = at.saturating_sub(5)..tokens.len().min(at + 14);
    let year_at = near.clone().find(
        |&index| matches!(tokens[index], Token::Number { digits: 4, value } if (1970..2200).contains(&value)),
    );
    let is_day = |index: &usize| {
        matches!(tokens[*index], Token::Number { value: 1..=31, digits: 1..=2 })
            && !is_beside_colon(tokens, *index)
    };
    let day_at = (at.saturating_sub(3)..at)
        .rev()
        .find(is_day)
        .or_else(|| (at + 1..near.end.min(at + 3)).find(is_day))?;
    let year_at = year_at.or_else(|| {
        (at + 1..near.end.min(at + 4)).find(|&index| {
            index != day_at
                && !is_beside_colon(tokens, index)
                && (matches!(tokens[index], Token::Number { digits: 2, .. })
                    || index == at + 1
                        && matches!(tokens[index], Token::Number { digits: 3, value: 100..=199 }))
        })
    })?;
    let number = |index: usize| match tokens[index] {
        Token::Number { value, digits } => (value, digits),
        _ => (0, 0),
    };
    let (year, digits) = number(year_at);
    if is_croatian_year(tokens, year_at) {
        month = croatian_month(word).unwrap_or(month);
    }
    Some((civil(full_year(year, digits)?, month, number(day_at).0)?, vec![at, day_at, year_at]))
}

/// `14. lis 2025. u 9:12`: only Croatian writes the year like this.
fn is_croatian_year(tokens: &[Token], year_at: usize) -> bool {
    matches!(tokens.get(year_at + 1..year_at + 3), Some([Token::Mark('.'), Token::Word("u")]))
}

/// True for a number that belongs to a time of the day.
fn is_beside_colon(tokens: &[Token], index: usize) -> bool {
    matches!(tokens.get(index + 1), Some(Token::Mark(':')))
        || index > 0 && matches!(tokens[index - 1], Token::Mark(':'))
}

/// `14 tháng 11 năm 2025`: day, month and year between their Vietnamese names.
fn vietnamese_date(tokens: &[Token]) -> Option<(Date, Vec<usize>)> {
    tokens.windows(5).enumerate().find_map(|(at, window)| match window {
        [
            Token::Number { value: day, .. },
            Token::Word("tháng" | "Tháng"),
            Token::Number { value: month, .. },
            Token::Word("năm" | "Năm"),
            Token::Number { value: year, digits: 4 },
        ] => Some((civil(*year, *month, *day)?, vec![at, at + 2, at + 4])),
        _ => None,
    })
}

/// `2013年4月26日`, `2013년 4월 26일`.
fn ideographic_date(tokens: &[Token]) -> Option<(Date, Vec<usize>)> {
    let numbers: Vec<(usize, u32)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(index, token)| match (token, tokens.get(index + 1)) {
            (Token::Number { value, .. }, Some(Token::Word(unit)))
                if unit.starts_with(['年', '月', '日', '년', '월', '일']) =>
            {
                Some((index, *value))
            }
            _ => None,
        })
        .collect();
    let [(first, year), (second, month), (third, day), ..] = numbers.as_slice() else {
        return None;
    };
    Some((civil(*year, *month, *day)?, vec![*first, *second, *third]))
}

/// The first `h:mm` (or `h.mm` after the date) that is not part of the date, with its half of the day, and
/// which token begins it.
fn find_time(tokens: &[Token], used: &[usize]) -> Option<((i8, i8, i8), usize)> {
    let is_free = |index: usize| !used.contains(&index);
    let colon = |mark: char| {
        (0..tokens.len()).find(|&index| {
        is_free(index) && is_free(index + 2) && matches!(
            tokens.get(index..index + 3),
            Some([Token::Number { value: 0..=23, digits: 1..=2 }, Token::Mark(found), Token::Number { value: 0..=59, digits: 2 }]) if *found == mark
        )
    })
    };
    let (at, length) = if let Some(at) = colon(':') {
        (at, 3)
    } else if let Some(at) = colon('.') {
        (at, 3)
    } else {
        let hour = (0..tokens.len()).find(|&index| {
            is_free(index)
                && matches!(tokens.get(index..index + 2), Some([Token::Number { value: 0..=23, .. }, Token::Word(word)])
                    if matches!(word.to_lowercase().as_str(), "h" | "u" | "uhr"))
        })?;
        (hour, 2)
    };
    let number = |index: usize| match tokens.get(index) {
        Some(Token::Number { value, digits: 1..=2 }) => *value as i8,
        _ => 0,
    };
    let (mut hour, minute) = (number(at), number(at + 2));
    let has_seconds =
        length == 3 && matches!(tokens.get(at + 3), Some(Token::Mark(':' | '.'))) && is_free(at + 4);
    let second = if has_seconds { number(at + 4).min(59) } else { 0 };
    let around = tokens.iter().enumerate().filter(|(index, _)| index.abs_diff(at) <= 8);
    for (index, token) in around {
        if let Token::Word(word) = token {
            let dotted = tokens.get(index + 1..index + 3);
            if (is_afternoon(word) || is_dotted_half(word, dotted, ["p", "μ"])) && hour < 12 {
                hour += 12;
            } else if (is_morning(word) || is_dotted_half(word, dotted, ["a", "π"])) && hour == 12 {
                hour = 0;
            }
        }
    }
    Some(((hour, minute.min(59), second), at))
}

/// `p.m.` and `μ.μ.`, which are three tokens.
fn is_dotted_half(word: &str, behind: Option<&[Token]>, halves: [&str; 2]) -> bool {
    let is_dotted = matches!(behind, Some([Token::Mark('.'), Token::Word("m" | "M" | "μ" | "Μ" | "\u{b5}")]));
    // The sign of a millionth looks like the letter.
    let word = word.to_lowercase().replace('\u{b5}', "μ");
    is_dotted && halves.contains(&word.as_str())
}

/// `+0200`, `GMT+2`, `UTC+01:00`, and `+02:00` behind a time without a blank.
fn find_offset(text: &str) -> Option<Offset> {
    let bytes = text.as_bytes();
    let sign_at = bytes.iter().enumerate().skip(1).position(|(index, &byte)| {
        let digits = bytes[index + 1..].iter().take_while(|digit| digit.is_ascii_digit()).count();
        let is_behind_time = matches!(bytes[..index], [.., b':', tens, units] if tens.is_ascii_digit() && units.is_ascii_digit());
        matches!(byte, b'+' | b'-')
            && digits > 0
            && match bytes[index - 1] {
                b'T' | b'C' => true,
                b' ' => matches!(digits, 3 | 4) || digits == 2 && bytes.get(index + 3) == Some(&b':'),
                _ => is_behind_time && matches!(digits, 2 | 4),
            }
    })? + 1;
    let digits: String = text[sign_at + 1..]
        .chars()
        .take_while(|character| character.is_ascii_digit() || *character == ':')
        .filter(char::is_ascii_digit)
        .take(4)
        .collect();
    let (hours, minutes): (i32, i32) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        3 => (digits[..1].parse().ok()?, digits[1..].parse().ok()?),
        _ => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?),
    };
    let seconds = (hours * 60 + minutes) * 60;
    Offset::from_seconds(if bytes[sign_at] == b'-' { -seconds } else { seconds }).ok().filter(|_| hours <= 14)
}

/// The zone that a time names in capitals; a number beside it says more and goes first.
fn named_offset(tokens: &[Token], time_at: usize) -> Option<Offset> {
    let hours = tokens.iter().skip(time_at + 1).take(9).find_map(|token| match token {
        Token::Word(name) => zone_hours(name),
        _ => None,
    })?;
    Offset::from_hours(hours).ok()
}

fn full_year(year: u32, digits: usize) -> Option<u32> {
    match digits {
        4 => Some(year).filter(|year| (1900..2200).contains(year)),
        // RFC 5322 section 4.3: programs that count from 1900 wrote 124 for 2024.
        3 => Some(1900 + year),
        2 if year >= 70 => Some(1900 + year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn civil(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;
