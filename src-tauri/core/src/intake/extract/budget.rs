//! What the requester wants to spend.

use super::Facts;
use super::number::{parse_hundredths, show_hundredths};
use super::tokens::Tokens;
use crate::intake::words::entries;
use crate::intake::words::facts::BUDGET;

/// Words after the word of a budget within which its amount stands.
const REACH: usize = 14;

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    for at in 0..tokens.tokens.len() {
        let Some(length) =
            entries(BUDGET).map(|phrase| word_length(tokens, at, phrase)).max().filter(|&length| length > 0)
        else {
            continue;
        };
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

/// The length of a phrase at a word; compounds count as their first part ("Budgetrahmen").
fn word_length(tokens: &Tokens, at: usize, phrase: &str) -> usize {
    let exact = tokens.phrase_length(at, phrase);
    if exact > 0 {
        return exact;
    }
    usize::from(phrase == "budget" && tokens.tokens[at].lower.contains("budget"))
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
    if is_short { first.hundredths * 1000 } else { first.hundredths }
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

fn amount_at(tokens: &Tokens, at: usize) -> Option<Amount> {
    let token = &tokens.tokens[at];
    let part = token.text.split('-').next().unwrap_or_default();
    let bare = part.trim_matches(['€', '$', '£', ' ']);
    let digits_end = bare
        .find(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | ',' | '\'')))
        .unwrap_or(bare.len());
    let (digits, suffix) = bare.split_at(digits_end);
    let mut hundredths = parse_hundredths(digits.trim_end_matches(['.', ',', '-']))?;
    let mut last = at;
    let mut has_currency =
        token.text.contains(['€', '$', '£']) || suffix.eq_ignore_ascii_case("eur") || suffix.starts_with('€');
    if suffix.eq_ignore_ascii_case("k")
        || suffix.eq_ignore_ascii_case("k€")
        || suffix.eq_ignore_ascii_case("keur")
    {
        hundredths *= 1000;
        has_currency = true;
    } else if !suffix.is_empty() && !has_currency {
        return None;
    }
    while suffix.is_empty()
        && last - at < 2
        && tokens
            .tokens
            .get(last + 1)
            .is_some_and(|next| next.is_number() && next.text.len() == 3 && tokens.tokens[at].text.len() <= 3)
    {
        last += 1;
        hundredths = hundredths * 1000 + parse_hundredths(tokens.tokens[last].text)?;
    }
    let next = tokens.tokens.get(last + 1).map(|next| next.lower.as_str()).unwrap_or_default();
    let previous = at.checked_sub(1).map(|previous| tokens.tokens[previous].text).unwrap_or_default();
    if matches!(
        next,
        "€" | "eur"
            | "euro"
            | "euros"
            | "euro's"
            | "k€"
            | "k"
            | "keur"
            | "mille"
            | "duizend"
            | "tausend"
            | "thousand"
    ) {
        if matches!(next, "k€" | "k" | "keur" | "mille" | "duizend" | "tausend" | "thousand") {
            hundredths *= 1000;
        }
        last += 1;
        has_currency = true;
    }
    has_currency |= matches!(previous, "€" | "EUR");
    (has_currency || hundredths >= 10_000).then_some(Amount { hundredths, first: at, last })
}

fn currency(text: &str) -> &'static str {
    match (text.contains('£'), text.contains('$')) {
        (true, _) => "GBP",
        (_, true) => "USD",
        _ => "EUR",
    }
}
