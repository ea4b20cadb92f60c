//! When the requester wants it: dates, months, weeks, "as soon as possible".

use super::Facts;
use super::tokens::Tokens;
use crate::intake::date_words::month_number;
use crate::intake::dates::read_day;
use crate::intake::words::facts::{PARTS_OF_MONTH, SOON, WEEKS};

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    let mut at = 0;
    while at < tokens.tokens.len() {
        let found = soon_at(tokens, at)
            .or_else(|| week_at(tokens, at))
            .or_else(|| day_at(tokens, at))
            .or_else(|| month_at(tokens, at));
        match found {
            Some((value, last)) => {
                facts.add("date", value, tokens.span(at, last));
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

fn soon_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let length = tokens.longest_phrase(at, &SOON)?;
    Some((
        tokens.span(at, at + length - 1).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(),
        at + length - 1,
    ))
}

/// `semaine 23`, `week 23`, `KW 23`.
fn week_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let is_week = WEEKS.has(&tokens.tokens[at].lower);
    let number =
        tokens.tokens.get(at + 1).filter(|next| is_week && next.is_number() && next.text.len() <= 2)?;
    let number: u32 = number.text.parse().ok()?;
    (1..=53).contains(&number).then(|| (tokens.span(at, at + 1).to_lowercase(), at + 1))
}

/// A day with a month, with or without a year: ISO 8601 if the year is there, the words if not.
fn day_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let token = &tokens.tokens[at];
    if !token.text.starts_with(|digit: char| digit.is_ascii_digit()) && month_number(&token.lower).is_none() {
        return None;
    }
    if is_numeric_date(token.text) {
        return read_day(token.text).map(|day| (day.to_string(), at));
    }
    // "3 mai", "3. Mai 2025", "1er juin", "May 3rd", "May 3, 2025".
    let next = tokens.tokens.get(at + 1).filter(|next| !next.begins_line)?;
    let is_day = |text: &str| ordinal(text).is_some_and(|day| (1..=31).contains(&day));
    let month_behind = is_day(token.text) && month_number(&next.lower).is_some();
    let month_before = month_number(&token.lower).is_some()
        && token.is_capitalised()
        && is_day(next.text)
        && !token.ends_clause;
    if !(month_behind || month_before) {
        return None;
    }
    let year = tokens.tokens.get(at + 2).filter(|year| {
        year.is_number() && year.text.len() == 4 && year.text.starts_with("20") && !year.begins_line
    });
    let last = at + 1 + usize::from(year.is_some());
    let words = tokens.span(at, last);
    let value = year
        .and_then(|_| read_day(words))
        .map_or_else(|| words.split_whitespace().collect::<Vec<_>>().join(" "), |day| day.to_string());
    Some((value, last))
}

/// `12/05/2025`, `2025-05-12`, `12.5.2025`.
fn is_numeric_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let is_number =
        |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3
        && parts.iter().all(is_number)
        && (parts[0].len() == 4 || parts[2].len() == 4 || parts[2].len() == 2 && parts[1].len() == 2)
}

fn ordinal(text: &str) -> Option<u32> {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let suffix = &text[end..];
    matches!(suffix, "" | "." | "er" | "st" | "nd" | "rd" | "th" | "e" | "ste" | "de")
        .then(|| text[..end].parse().ok())
        .flatten()
}

/// A month with a word before it that makes it a time: `fin mai`, `begin juni 2025`, `im August`.
fn month_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let phrase = tokens.longest_phrase(at, &PARTS_OF_MONTH)?;
    let month = tokens.tokens.get(at + phrase).filter(|month| !month.begins_line)?;
    // Names that are words of their own in lower case must be capitalised: "may", "mars", "mei".
    let is_month = month_number(&month.lower).is_some()
        && (month.lower.len() > 3 || month.is_capitalised() || matches!(month.lower.as_ref(), "mai" | "mei"));
    if !is_month || is_ambiguous(&month.lower) && !month.is_capitalised() {
        return None;
    }
    let year = tokens.tokens.get(at + phrase + 1).filter(|year| {
        !month.ends_clause && year.is_number() && year.text.len() == 4 && year.text.starts_with("20")
    });
    let last = at + phrase + usize::from(year.is_some());
    Some((tokens.span(at, last).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(), last))
}

fn is_ambiguous(word: &str) -> bool {
    matches!(word, "may" | "march" | "set" | "mag" | "ago" | "mar" | "gen" | "out")
}
