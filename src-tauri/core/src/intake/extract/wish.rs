//! When the requester wants it: dates, months, weeks, "as soon as possible".

use super::Facts;
use super::tokens::{Token, Tokens};
use crate::intake::date_words::month_number;
use crate::intake::dates::read_day;
use crate::intake::words::facts::{DATED, PAPERS, PARTS_OF_MONTH, SOON, UNTIL, WEEKS};

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    let mut at = 0;
    while at < tokens.tokens.len() {
        let found = soon_at(tokens, at)
            .or_else(|| week_at(tokens, at))
            .or_else(|| days_at(tokens, at))
            .or_else(|| day_at(tokens, at))
            .or_else(|| month_at(tokens, at));
        match found {
            Some((value, last)) => {
                if !is_of_a_paper(tokens, at) {
                    facts.add("date", value, tokens.span(at, last));
                }
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

/// `votre facture n° 113 du 12/02/2025`: the date of an invoice or a letter, which is over.
fn is_of_a_paper(tokens: &Tokens, date: usize) -> bool {
    /// Words between a paper and its date, its number among them.
    const REACH: usize = 5;
    let before = &tokens.tokens[date.saturating_sub(REACH)..date];
    let Some((link, before)) = before.split_last() else { return false };
    DATED.has(&link.lower)
        && !link.ends_clause
        && before.iter().rev().take_while(|word| !word.ends_clause).any(|word| PAPERS.has(&word.lower))
}

fn soon_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let length = tokens.longest_phrase(at, &SOON)?;
    let last = at + length - 1;
    Some((words(tokens, at, last).to_lowercase(), last))
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
    if let Some(day) = day(token.text) {
        return month_behind(tokens, at).map(|(month, last)| (day_value(tokens, at, day, month, last), last));
    }
    // "May 3rd", "May 3, 2025".
    let is_month = month_number(&token.lower).is_some() && token.is_capitalised() && !token.ends_clause;
    let next = tokens.tokens.get(at + 1).filter(|next| is_month && !next.begins_line)?;
    let day = day(next.text)?;
    let last = with_year(tokens, at + 1);
    Some((day_value(tokens, at, day, at, last), last))
}

/// The month behind a day and the last word of the date: "3 mai", "3. Mai 2025", "10th of May", "3 de mayo".
fn month_behind(tokens: &Tokens, day: usize) -> Option<(usize, usize)> {
    let has_link =
        tokens.tokens.get(day + 1).is_some_and(|word| matches!(word.lower.as_ref(), "of" | "de" | "di"));
    let month = day + 1 + usize::from(has_link);
    let is_month = |month: &&Token| month_number(&month.lower).is_some() && !month.begins_line;
    tokens.tokens.get(month).filter(is_month)?;
    Some((month, with_year(tokens, month)))
}

/// The word behind a date's last one, if it is its year, else the last one itself.
fn with_year(tokens: &Tokens, last: usize) -> usize {
    let year = tokens.tokens.get(last + 1).filter(|year| is_year(year) && !year.begins_line);
    last + usize::from(year.is_some())
}

fn is_year(token: &Token) -> bool {
    token.is_number() && token.text.len() == 4 && token.text.starts_with("20")
}

/// ISO 8601 if the year is there, else the words.
fn day_value(tokens: &Tokens, at: usize, day: u32, month: usize, last: usize) -> String {
    let year = tokens.tokens.get(last).filter(|year| is_year(year));
    let whole = year.and_then(|year| read_day(&format!("{day} {} {}", tokens.tokens[month].text, year.text)));
    whole.map_or_else(|| words(tokens, at, last), |day| day.to_string())
}

/// The days of a span, as it is written: `du 10 au 14 mars`, `10-14 May 2025`, `le 10 et le 14 mars`.
fn days_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let second = second_day(tokens, at)?;
    let (_, last) = month_behind(tokens, second)?;
    Some((words(tokens, at, last), last))
}

/// The word with the second of two days, of which the first stands at a word.
fn second_day(tokens: &Tokens, at: usize) -> Option<usize> {
    let token = &tokens.tokens[at];
    if let Some((first, second)) = token.text.split_once(['-', '–', '/']) {
        return day(first).and(day(second)).map(|_| at);
    }
    day(token.text)?;
    let next = tokens.tokens.get(at + 1).filter(|next| !next.begins_line)?;
    let gap = tokens.text.get(token.end..next.start)?.trim();
    let second = match gap {
        "-" | "–" => at + 1,
        "" | "." if UNTIL.has(&next.lower) => {
            let is_article =
                |word: &Token| matches!(word.lower.as_ref(), "le" | "de" | "den" | "dem" | "the");
            at + 2 + usize::from(tokens.tokens.get(at + 2).is_some_and(is_article))
        }
        _ => return None,
    };
    tokens.tokens.get(second).and_then(|token| day(token.text)).map(|_| second)
}

/// The words of a text with one blank between them.
fn words(tokens: &Tokens, first: usize, last: usize) -> String {
    tokens.span(first, last).split_whitespace().collect::<Vec<_>>().join(" ")
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

/// A day of a month as a number: `3`, `1er`, `3rd`, `10.`.
fn day(text: &str) -> Option<u32> {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let is_ordinal = matches!(&text[end..], "" | "." | "er" | "st" | "nd" | "rd" | "th" | "e" | "ste" | "de");
    let day = text[..end].parse().ok().filter(|_| is_ordinal)?;
    (1..=31).contains(&day).then_some(day)
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
    let year = tokens.tokens.get(at + phrase + 1).filter(|year| !month.ends_clause && is_year(year));
    let last = at + phrase + usize::from(year.is_some());
    Some((words(tokens, at, last).to_lowercase(), last))
}

fn is_ambiguous(word: &str) -> bool {
    matches!(word, "may" | "march" | "set" | "mag" | "ago" | "mar" | "gen" | "out")
}
