//! Quantities and measures: `120 m²`, `3 x 4 m`, `500 exemplaires`, `deux portes`.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Facts;
use super::goods::{is_goods, may_describe, unit_of, wanted};
use super::number::{parse_hundredths, show_hundredths};
use super::tokens::Tokens;
use crate::intake::words::facts::{BEFORE_TIME, HOURS, NUMBER_WORDS};

static WORDS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| NUMBER_WORDS.iter().filter_map(|pair| pair.split_once('=')).collect());
pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    let mut at = 0;
    while at < tokens.tokens.len() {
        let found = dimensions_at(tokens, at).or_else(|| quantity_at(tokens, at));
        match found {
            Some((value, last)) => {
                facts.add("quantity", value, tokens.span(at, last));
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

/// A number and what it counts.
fn quantity_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let token = &tokens.tokens[at];
    if let Some((number, unit)) = split_joined(token.text) {
        return Some((format!("{} {unit}", show_hundredths(number)), at));
    }
    let (number, last_digit) = number_at(tokens, at)?;
    if tokens.tokens[last_digit].ends_clause && !tokens.text[tokens.tokens[last_digit].end..].starts_with(' ')
    {
        return None;
    }
    let (name, last) = name_at(tokens, last_digit + 1)
        .or_else(|| wanted(tokens, at, last_digit + 1).filter(|_| number > 100))?;
    if is_time_of_day(tokens, at, number, &name) {
        return None;
    }
    Some((format!("{} {name}", show_hundredths(number)), last))
}

/// `après 18 heures`, `na 18 uur`: when somebody can be reached.
fn is_time_of_day(tokens: &Tokens, at: usize, number: i64, name: &str) -> bool {
    HOURS.has(name)
        && number <= 2_400
        && at.checked_sub(1).is_some_and(|before| BEFORE_TIME.has(&tokens.tokens[before].lower))
}

/// A number in digits, its thousands in a word of their own or not, or in letters.
fn number_at(tokens: &Tokens, at: usize) -> Option<(i64, usize)> {
    let token = &tokens.tokens[at];
    if let Some(number) = WORDS.get(token.lower.as_ref()) {
        return Some((parse_hundredths(number)?, at));
    }
    let number = parse_hundredths(token.text)?;
    let thousands = tokens.tokens.get(at + 1).filter(|next| {
        !token.ends_clause
            && token.text.len() <= 3
            && token.is_number()
            && next.is_number()
            && next.text.len() == 3
            && !next.begins_line
    });
    match thousands {
        Some(next) => Some((parse_hundredths(&format!("{}{}", token.text, next.text))?, at + 1)),
        None => Some((number, at)),
    }
}

/// A unit or a counted thing, with at most two words such as "petites" or "nieuwe" before the thing.
fn name_at(tokens: &Tokens, first: usize) -> Option<(String, usize)> {
    for at in first..first + 3 {
        let token = tokens.tokens.get(at).filter(|token| !token.begins_line || at == first)?;
        let next = tokens.tokens.get(at + 1).filter(|next| !token.ends_clause && !next.begins_line);
        let of_two = next.map(|next| format!("{} {}", token.lower, next.lower));
        let names =
            of_two.as_deref().map(|name| (name, at + 1)).into_iter().chain([(token.lower.as_ref(), at)]);
        for (name, last) in names {
            // Between a number and its unit nothing stands.
            if let Some(unit) = unit_of(name) {
                return (at == first).then(|| (unit.to_owned(), last));
            }
            if is_goods(name) {
                return (at == first || name.len() > 3).then(|| (name.to_owned(), last));
            }
        }
        if !may_describe(token) {
            return None;
        }
    }
    None
}

/// `120m²`, `50cm`, `3,5m`, `3m50`.
fn split_joined(text: &str) -> Option<(i64, Cow<'static, str>)> {
    if let Some(length) = metres_and_centimetres(text) {
        return Some((length, "m".into()));
    }
    let end = text.find(|character: char| character.is_alphabetic())?;
    let number = parse_hundredths(&text[..end])?;
    let name = text[end..].to_lowercase();
    match unit_of(&name) {
        Some(unit) => Some((number, unit.into())),
        None => is_goods(&name).then(|| (number, name.into())),
    }
}

/// `3m50`, as a length is spoken: hundredths of a metre.
fn metres_and_centimetres(text: &str) -> Option<i64> {
    let (metres, centimetres) = text.split_once(['m', 'M'])?;
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(metres) || !are_digits(centimetres) || metres.len() > 4 || centimetres.len() != 2 {
        return None;
    }
    Some(metres.parse::<i64>().ok()? * 100 + centimetres.parse::<i64>().ok()?)
}

/// `3 x 4 m`, `120x80 cm`, `2,5 m sur 3`.
fn dimensions_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    if !tokens.tokens[at].text.starts_with(|digit: char| digit.is_ascii_digit()) {
        return None;
    }
    let mut pieces: Vec<i64> = Vec::new();
    let mut unit = None;
    let mut last = at;
    let mut is_open = false;
    for (index, token) in tokens.tokens.iter().enumerate().skip(at).take(9) {
        if index > at && token.begins_line {
            break;
        }
        let lower = token.lower.as_ref();
        if matches!(lower, "x" | "×" | "sur" | "op" | "by" | "auf" | "*") && !pieces.is_empty() && !is_open {
            is_open = true;
            continue;
        }
        let parts: Vec<&str> = token.text.split(['x', '×', 'X', '*']).collect();
        let is_first = pieces.is_empty();
        if (is_first || is_open)
            && parts
                .iter()
                .all(|part| !part.is_empty() && part.starts_with(|digit: char| digit.is_ascii_digit()))
        {
            for part in &parts {
                let (number, own_unit) = number_with_unit(part)?;
                pieces.push(number);
                unit = own_unit.or(unit);
            }
            (last, is_open) = (index, false);
        } else if let Some(name) = unit_of(lower).filter(|name| is_length(name) && !is_open && !is_first) {
            unit = Some(name);
            last = index;
        } else {
            break;
        }
        if token.ends_clause && tokens.text[token.end..].starts_with([',', '.', ';']) {
            break;
        }
    }
    let numbers: Vec<String> = pieces.into_iter().map(show_hundredths).collect();
    (numbers.len() >= 2 && numbers.len() <= 3).then(|| {
        (format!("{} {}", numbers.join(" × "), unit.unwrap_or_default()).trim_end().to_owned(), last)
    })
}

fn number_with_unit(part: &str) -> Option<(i64, Option<&'static str>)> {
    if let Some(length) = metres_and_centimetres(part) {
        return Some((length, Some("m")));
    }
    let end = part.find(|character: char| character.is_alphabetic()).unwrap_or(part.len());
    let unit = unit_of(&part[end..].to_lowercase()).filter(|name| is_length(name));
    Some((parse_hundredths(&part[..end])?, unit))
}

fn is_length(unit: &str) -> bool {
    matches!(unit, "m" | "cm" | "mm")
}
