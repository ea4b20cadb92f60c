//! Postal addresses: a street with its number, a postal code with its place.

use super::Facts;
use super::place::{Piece, is_placed};
use super::tokens::{Token, Tokens};
use crate::intake::words::facts::{STREET_ENDINGS, STREETS};

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    let mut at = 0;
    while at < tokens.tokens.len() {
        let Some(place) = Piece::place_at(tokens, at).or_else(|| Piece::british_place_at(tokens, at)) else {
            at += 1;
            continue;
        };
        match street_before(tokens, place.first).or_else(|| street_after(tokens, place.last)) {
            Some(street) => {
                let (first, last) = (street.first.min(place.first), street.last.max(place.last));
                facts.add("address", format!("{}, {}", street.value, place.value), tokens.span(first, last));
            }
            None if is_placed(tokens, place.first) => {
                facts.add("address", place.value.clone(), tokens.span(place.first, place.last))
            }
            None => {}
        }
        at = at.max(place.last) + 1;
    }
}

/// The street before a postal code: on the same line, or on the line above.
fn street_before(tokens: &Tokens, code: usize) -> Option<Piece> {
    let last = code.checked_sub(1)?;
    let start_of_line =
        |index: usize| (0..=index).rev().find(|&at| tokens.tokens[at].begins_line).unwrap_or(0);
    street_between(tokens, start_of_line(last), last)
}

/// Some write the place first: "5000 Namur, rue du Pont 3".
fn street_after(tokens: &Tokens, place: usize) -> Option<Piece> {
    let first = place + 1;
    let token = tokens.tokens.get(first)?;
    if !tokens.tokens[place].ends_clause && !token.begins_line {
        return None;
    }
    let last = (first..tokens.tokens.len().min(first + 8))
        .take_while(|&at| at == first || !tokens.tokens[at].begins_line)
        .last()?;
    street_between(tokens, first, last).filter(|street| street.first <= first + 1)
}

/// A street with its number among the words of a line: the last one that ends near the end.
fn street_between(tokens: &Tokens, first: usize, last: usize) -> Option<Piece> {
    let numbers = (first..=last).rev().filter(|&at| is_house_number(&tokens.tokens[at])).take(3);
    let (from, to) = numbers.into_iter().find_map(|number| {
        number_behind_street(tokens, first, number)
            .filter(|_| last - number <= 5)
            .or_else(|| number_before_street(tokens, number, last))
    })?;
    let to = box_after(tokens, to, last);
    let value = tokens.span(from, to).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Piece { first: from, last: to, value: value.replace(", ", " ") })
}

/// `Rue du Pont 12`: from the street's own word, or from a capitalised word that leads to one.
fn number_behind_street(tokens: &Tokens, first: usize, number: usize) -> Option<(usize, usize)> {
    let street =
        (first.max(number.saturating_sub(6))..number).find(|&at| begins_street(tokens, at, number))?;
    // "4ème avenue 20"
    let is_counted = street > first && is_ordinal(&tokens.tokens[street - 1].lower);
    Some((street - usize::from(is_counted), number))
}

/// `4ème`, `1ère`, `3e`, `5th`: of streets that are counted.
fn is_ordinal(word: &str) -> bool {
    let suffix = word.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let is_suffix = matches!(
        suffix,
        "er" | "ère" | "re" | "ème" | "eme" | "e" | "de" | "ste" | "st" | "nd" | "rd" | "th"
    );
    is_suffix && (1..=2).contains(&(word.len() - suffix.len()))
}

/// `12, rue du Pont`, `14 bis rue du Pont` and `12 High Street`; the words that lead to the place are no part
/// of it.
fn number_before_street(tokens: &Tokens, number: usize, last: usize) -> Option<(usize, usize)> {
    let has_suffix = tokens.tokens.get(number + 1).is_some_and(is_number_suffix);
    let street = number + 1 + usize::from(has_suffix);
    if street >= last || !begins_street(tokens, street, last + 1) {
        return None;
    }
    let is_leading = |at: &usize| matches!(tokens.tokens[*at].lower.as_ref(), "à" | "a" | "in" | "te" | "at");
    let end = (street + 1..=last.min(street + 6)).rev().find(|at| !is_leading(at))?;
    Some((number, end))
}

/// `bis`, `A`, `bte 3`, `boîte 12`, `bus 4` behind a house number.
fn box_after(tokens: &Tokens, number: usize, last: usize) -> usize {
    let box_behind = |at: usize| {
        at + 2 <= last
            && matches!(
                tokens.tokens[at + 1].lower.as_ref(),
                "bte" | "boîte" | "boite" | "bus" | "b" | "app" | "apt" | "/"
            )
    };
    if box_behind(number) {
        return number + 2;
    }
    let has_suffix =
        number < last && is_number_suffix(&tokens.tokens[number + 1]) && !tokens.tokens[number].ends_clause;
    let number = number + usize::from(has_suffix);
    if has_suffix && box_behind(number) { number + 2 } else { number }
}

/// What tells two houses of one number apart: `bis`, `ter`, `A`.
fn is_number_suffix(token: &Token) -> bool {
    matches!(token.lower.as_ref(), "bis" | "ter" | "quater" | "quinquies")
        || token.text.len() == 1 && token.text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_house_number(token: &Token) -> bool {
    let digits = token.text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &token.text[digits..];
    let suffix = rest.trim_start_matches(['/', '-']);
    (1..=4).contains(&digits)
        && (rest.is_empty()
            || suffix.len() <= 4 && suffix.chars().all(|character| character.is_ascii_alphanumeric()))
}

fn begins_street(tokens: &Tokens, at: usize, number: usize) -> bool {
    let token = &tokens.tokens[at];
    let lower = token.lower.as_ref();
    let bare = lower.trim_end_matches('.');
    if !(token.is_capitalised() || is_street_word(lower))
        || token.text.contains('@')
        || token.text.contains(char::is_numeric)
    {
        return false;
    }
    // "Grand-Rue 5", "Grand-Place 1"
    let last_part = bare.rsplit('-').next().unwrap_or_default();
    if is_street_word(lower) || is_street_word(last_part) || ends_as_street(lower) {
        return true;
    }
    // "Grote Markt 5", "Am alten Markt 3": the street's own word comes later.
    let later = (at + 1..number).find(|&index| {
        let lower = tokens.tokens[index].lower.as_ref();
        is_street_word(lower) || ends_as_street(lower)
    });
    later.is_some_and(|later| {
        (at..later).all(|index| !tokens.tokens[index].ends_clause)
            && (at + 1..later).all(|index| may_stand_before_street(&tokens.tokens[index]))
    })
}

fn may_stand_before_street(token: &Token) -> bool {
    let joins = [
        "am", "an", "der", "dem", "den", "de", "du", "la", "le", "van", "het", "op", "zum", "zur", "alten",
        "neuen", "'t",
    ];
    token.is_capitalised() || joins.contains(&token.lower.as_ref())
}

fn is_street_word(word: &str) -> bool {
    STREETS.has(word)
}

/// `Kerkstraat`, `Bahnhofstrasse`, `Ringlaan`.
fn ends_as_street(word: &str) -> bool {
    STREET_ENDINGS.ending(word).any(|end| end.len() >= 3 && word.len() > end.len() + 2)
}
