//! Postal addresses: a street with its number, a postal code with its place.

use super::Facts;
use super::tokens::{Token, Tokens};
use crate::intake::date_words::month_number;
use crate::intake::words::entries;
use crate::intake::words::facts::{COUNTED, STREETS, UNITS};

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    let mut at = 0;
    while at < tokens.tokens.len() {
        let Some(place) = Place::at(tokens, at) else {
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
        at = place.last + 1;
    }
}

/// Words that stand together and what they say.
struct Piece {
    first: usize,
    last: usize,
    value: String,
}

type Place = Piece;

impl Place {
    /// `1348 Louvain-la-Neuve`, `B-9000 Gent`, `1012 AB Amsterdam`, `75011 Paris`.
    fn at(tokens: &Tokens, first: usize) -> Option<Self> {
        let token = &tokens.tokens[first];
        let code = token
            .text
            .split_once('-')
            .filter(|(country, _)| {
                matches!(*country, "B" | "BE" | "F" | "FR" | "D" | "DE" | "L" | "LU" | "NL")
            })
            .map_or(token.text, |(_, code)| code);
        let is_digits = code.bytes().all(|byte| byte.is_ascii_digit());
        let is_code = is_digits && matches!(code.len(), 4 | 5) && !(code.len() == 4 && code.starts_with('0'));
        let is_dutch_joined = code.len() == 6
            && code.is_char_boundary(4)
            && code[..4].bytes().all(|byte| byte.is_ascii_digit())
            && code[4..].bytes().all(|byte| byte.is_ascii_uppercase());
        if !(is_code || is_dutch_joined) || token.ends_clause && !tokens.text[token.end..].starts_with(" ") {
            return None;
        }
        let mut code = code.to_owned();
        let mut place = first + 1;
        let letters = tokens.tokens.get(place).filter(|next| {
            code.len() == 4
                && !next.begins_line
                && next.text.len() == 2
                && next.text.bytes().all(|byte| byte.is_ascii_uppercase())
        });
        if let Some(letters) = letters {
            code.push_str(letters.text);
            place += 1;
        }
        let last = last_word_of_place(tokens, place)?;
        let words: Vec<&str> = tokens.tokens[place..=last].iter().map(|token| token.text).collect();
        Some(Self { first, last, value: format!("{code} {}", words.join(" ")) })
    }
}

/// The last word of a place's name that begins at a word; `None` if it is none.
fn last_word_of_place(tokens: &Tokens, first: usize) -> Option<usize> {
    let token = tokens.tokens.get(first).filter(|token| !token.begins_line)?;
    let is_name = token.is_capitalised()
        && token.text.chars().filter(|character| character.is_alphabetic()).count() >= 3
        || matches!(token.lower.as_str(), "la" | "le" | "'s-gravenhage" | "den" | "de")
            && tokens.tokens.get(first + 1).is_some_and(Token::is_capitalised);
    if !is_name || month_number(&token.lower).is_some() || is_counted(&token.lower) {
        return None;
    }
    let mut last = first;
    while last - first < 4 && !tokens.tokens[last].ends_clause {
        let Some(next) = tokens.tokens.get(last + 1).filter(|next| !next.begins_line) else { break };
        let joins = matches!(
            next.lower.as_str(),
            "la" | "le"
                | "les"
                | "lez"
                | "sur"
                | "sous"
                | "en"
                | "aan"
                | "den"
                | "de"
                | "am"
                | "an"
                | "der"
                | "op"
                | "bad"
                | "saint"
                | "sint"
                | "st"
                | "(bruxelles)"
        ) && tokens
            .tokens
            .get(last + 2)
            .is_some_and(|after| after.is_capitalised() && !after.begins_line);
        let is_part = next.is_capitalised()
            && next
                .text
                .chars()
                .all(|character| character.is_alphabetic() || matches!(character, '-' | '\'' | '’' | '.'))
            && !is_label(&next.lower);
        if !(joins || is_part) {
            break;
        }
        last += 1;
    }
    Some(last)
}

fn is_label(word: &str) -> bool {
    matches!(
        word,
        "tel"
            | "tél"
            | "gsm"
            | "tva"
            | "btw"
            | "belgique"
            | "belgië"
            | "belgium"
            | "france"
            | "deutschland"
            | "nederland"
            | "luxembourg"
            | "www"
            | "email"
            | "e-mail"
            | "je"
            | "nous"
            | "ik"
            | "wij"
            | "ich"
            | "wir"
            | "we"
            | "i"
            | "merci"
            | "bedankt"
            | "danke"
            | "thanks"
            | "mobile"
            | "telefon"
            | "telefoon"
            | "phone"
    )
}

fn is_counted(word: &str) -> bool {
    entries(COUNTED).any(|counted| counted == word)
        || entries(UNITS).any(|unit| unit.split('=').next() == Some(word))
        || matches!(word, "eur" | "euro" | "euros" | "mail" | "pv" | "kwh")
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
    Some((street, number))
}

/// `12, rue du Pont` and `12 High Street`; the words that lead to the place are no part of it.
fn number_before_street(tokens: &Tokens, number: usize, last: usize) -> Option<(usize, usize)> {
    let street = number + 1;
    if street >= last || !begins_street(tokens, street, last + 1) {
        return None;
    }
    let is_leading = |at: &usize| matches!(tokens.tokens[*at].lower.as_str(), "à" | "a" | "in" | "te" | "at");
    let end = (street + 1..=last.min(street + 6)).rev().find(|at| !is_leading(at))?;
    Some((number, end))
}

/// `bte 3`, `boîte 12`, `bus 4` behind a house number.
fn box_after(tokens: &Tokens, number: usize, last: usize) -> usize {
    let is_box = number + 2 <= last
        && matches!(
            tokens.tokens[number + 1].lower.as_str(),
            "bte" | "boîte" | "boite" | "bus" | "b" | "app" | "apt" | "/"
        );
    if is_box { number + 2 } else { number }
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
    let lower = token.lower.as_str();
    let bare = lower.trim_end_matches('.');
    if !(token.is_capitalised() || is_street_word(lower))
        || token.text.contains('@')
        || token.text.contains(char::is_numeric)
    {
        return false;
    }
    if is_street_word(lower) || is_street_word(bare) || ends_as_street(lower) {
        return true;
    }
    // "Grote Markt 5", "Am alten Markt 3": the street's own word comes later.
    let later = (at + 1..number).find(|&index| {
        let lower = tokens.tokens[index].lower.as_str();
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
    token.is_capitalised() || joins.contains(&token.lower.as_str())
}

fn is_street_word(word: &str) -> bool {
    entries(STREETS).any(|street| street == word)
}

/// `Kerkstraat`, `Bahnhofstrasse`, `Ringlaan`.
fn ends_as_street(word: &str) -> bool {
    STREETS[1..3]
        .iter()
        .flat_map(|words| words.split('|'))
        .any(|end| end.len() >= 3 && word.len() > end.len() + 2 && word.ends_with(end))
}

/// A place without a street counts where a word says that it is one.
fn is_placed(tokens: &Tokens, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).map(|before| &tokens.tokens[before]) else { return false };
    matches!(
        before.lower.as_str(),
        "à" | "a"
            | "te"
            | "in"
            | "at"
            | "sur"
            | "near"
            | "bei"
            | "nach"
            | "ville"
            | "adresse"
            | "adres"
            | "address"
            | "regio"
            | "région"
            | "lieu"
            | "werf"
            | "chantier"
            | "localité"
            | "plaats"
            | "ort"
    )
}
