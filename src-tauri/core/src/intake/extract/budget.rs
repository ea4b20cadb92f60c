//! What the requester wants to spend.

use super::Facts;
use super::number::{parse_hundredths, show_hundredths};
use super::tokens::{Token, Tokens};
use crate::intake::words::facts::BUDGET;

/// Words after the word of a budget within which its amount stands.
const REACH: usize = 14;

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    for at in 0..tokens.tokens.len() {
        let Some(length) = length_at(tokens, at) else { continue };
        let after = at + length..tokens.tokens.len().min(at + length + REACH);
        let before = at.saturating_sub(6)..at;
        let amounts = amounts_in(tokens, after);
        let amounts = if amounts.is_empty() { amounts_in(tokens, before) } else { amounts };
        let Some(first) = amounts.first() else { continue };
        // "between 5000 and 8000 euros": a second amount right behind the first.
        let second = amounts
            .get(1)
            .filter(|second| second.first - first.last <= 2 && second.hundredths > first.hundredths);
        let last = second.unwrap_or(first);
        let value = match second {
            Some(second) => format!(
                "{}-{} {}",
                show_hundredths(scaled(first, second)),
                show_hundredths(second.hundredths),
                currency(tokens.text)
            ),
            None => format!("{} {}", show_hundredths(first.hundredths), currency(tokens.text)),
        };
        let (from, to) = (at.min(first.first), last.last.max(at + length - 1));
        facts.add("budget", value, tokens.span(from, to));
    }
}

/// The length of the phrase of a budget at a word; compounds are one word ("Budgetrahmen").
fn length_at(tokens: &Tokens, at: usize) -> Option<usize> {
    let compound = || tokens.tokens[at].lower.contains("budget").then_some(1);
    tokens.longest_phrase(at, &BUDGET).or_else(compound)
}

struct Amount {
    hundredths: i64,
    first: usize,
    last: usize,
}

/// "5 à 8k": the thousand of the second counts for the first as well.
fn scaled(first: &Amount, second: &Amount) -> i64 {
    let is_short = first.hundredths < 100_000
        && second.hundredths >= 100_000
        && second.hundredths / first.hundredths.max(1) >= 100;
    if is_short { first.hundredths.saturating_mul(1000) } else { first.hundredths }
}

/// Amounts of money: with a currency, or large enough to be nothing else beside the word.
fn amounts_in(tokens: &Tokens, range: std::ops::Range<usize>) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match amount_at(tokens, at) {
            Some(amount) => {
                at = amount.last + 1;
                amounts.push(amount);
            }
            None => at += 1,
        }
    }
    amounts
}

/// Words and signs behind an amount, with what they multiply it by.
const UNITS: [(&str, i64); 12] = [
    ("€", 1),
    ("eur", 1),
    ("euro", 1),
    ("euros", 1),
    ("euro's", 1),
    ("k", 1000),
    ("k€", 1000),
    ("keur", 1000),
    ("mille", 1000),
    ("duizend", 1000),
    ("tausend", 1000),
    ("thousand", 1000),
];

fn unit_factor(word: &str) -> Option<i64> {
    UNITS.iter().find(|(unit, _)| *unit == word).map(|(_, factor)| *factor)
}

/// `15.000 €`, `€ 2 500`, `12k`, `5000-8000` (its first number).
fn amount_at(tokens: &Tokens, at: usize) -> Option<Amount> {
    let token = &tokens.tokens[at];
    let first = token.text.split('-').next()?.trim_matches(['€', '$', '£', ' ']);
    let is_digit = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | '\'');
    let (digits, suffix) =
        first.split_at(first.find(|character| !is_digit(character)).unwrap_or(first.len()));
    let mut hundredths = parse_hundredths(digits.trim_end_matches(['.', ',']))?;
    let mut last = at;
    let mut has_currency = token.text.contains(['€', '$', '£']);
    if suffix.is_empty() {
        let is_group = |token: &Token| token.is_number() && token.text.len() == 3;
        while last - at < 2 && token.text.len() <= 3 && tokens.tokens.get(last + 1).is_some_and(is_group) {
            last += 1;
            hundredths =
                hundredths.saturating_mul(1000).saturating_add(parse_hundredths(tokens.tokens[last].text)?);
        }
        if let Some(factor) = tokens.tokens.get(last + 1).and_then(|next| unit_factor(&next.lower)) {
            (hundredths, last, has_currency) = (hundredths.saturating_mul(factor), last + 1, true);
        }
    } else {
        (hundredths, has_currency) = (hundredths.saturating_mul(unit_factor(&suffix.to_lowercase())?), true);
    }
    has_currency |=
        at.checked_sub(1).is_some_and(|previous| matches!(tokens.tokens[previous].text, "€" | "EUR"));
    (has_currency || hundredths >= 10_000).then_some(Amount { hundredths, first: at, last })
}

fn currency(text: &str) -> &'static str {
    match (text.contains('£'), text.contains('$')) {
        (true, _) => "GBP",
        (_, true) => "USD",
        _ => "EUR",
    }
}
