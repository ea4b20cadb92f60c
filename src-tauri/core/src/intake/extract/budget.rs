//! What the requester wants to spend.

use std::ops::Range;

use super::Facts;
use super::goods::is_counted_or_unit;
use super::money::{Sum, sums};
use super::number::show_hundredths;
use super::place::Piece;
use super::tokens::{Token, Tokens};
use crate::intake::date_words::month_number;
use crate::intake::words::facts::{
    ABOUT, BUDGET, INCLUDING, LIMITS, LIMITS_BEHIND, OTHER_MONEY, PARTS_OF_MONTH, TAXES,
};
use crate::intake::words::lower;

/// Words after the word of a budget within which its amount stands.
const REACH: usize = 14;
/// Words before it within which it stands else.
const REACH_BACK: usize = 6;
/// Words before an amount that may say that it is paid for something else.
const REACH_OF_OTHER_MONEY: usize = 8;

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    let sums = sums(tokens);
    for at in 0..tokens.tokens.len() {
        let told = told_by_budget(tokens, &sums, at)
            .or_else(|| told_by_limit(tokens, &sums, at))
            .or_else(|| told_by_range(tokens, &sums, at));
        if let Some((sum, words)) = told {
            add(tokens, sum, words, facts);
        }
    }
}

/// Adds a sum with the words from the one that tells it to its own last one, or the other way round.
fn add(tokens: &Tokens, sum: &Sum, words: Range<usize>, facts: &mut Facts) {
    let evidence = tokens.span(sum.first.min(words.start), sum.last.max(words.end.saturating_sub(1)));
    let high = show_hundredths(sum.high);
    let amount = sum.low.map_or(high.clone(), |low| format!("{}-{high}", show_hundredths(low)));
    let currency = currency(tokens.span(sum.first, sum.last)).or_else(|| currency(evidence));
    facts.add("budget", format!("{amount} {}", currency.unwrap_or("EUR")), evidence);
}

/// A sum behind the word of a budget that begins here, else before it.
fn told_by_budget<'s>(tokens: &Tokens, sums: &'s [Sum], at: usize) -> Option<(&'s Sum, Range<usize>)> {
    let end = at + length_of_budget(tokens, at)?;
    let behind = sums_within(sums, end..end + REACH).iter();
    let behind = behind.filter(|sum| sum.is_money || may_be_bare(tokens, sum));
    let mut behind =
        behind.filter(|sum| sum.first == end || is_one_sentence(tokens, end - 1..sum.first)).peekable();
    let first = behind.peek().copied();
    // "Budget 2026: 5000 €" names a year first.
    let sum = first.filter(|sum| !is_year(tokens, sum)).or_else(|| behind.find(|sum| sum.is_money)).or(first);
    let before = || {
        let before = sums_within(sums, at.saturating_sub(REACH_BACK)..at).iter().rev();
        before.filter(|sum| sum.last < at && sum.is_money).find(|sum| is_one_sentence(tokens, sum.last..at))
    };
    sum.or_else(before).map(|sum| (sum, at..end))
}

/// The length of the phrase of a budget at a word; compounds are one word ("Budgetrahmen").
fn length_of_budget(tokens: &Tokens, at: usize) -> Option<usize> {
    let compound = || tokens.tokens[at].lower.contains("budget").then_some(1);
    tokens.longest_phrase(at, &BUDGET).or_else(compound)
}

/// Sums whose first word lies in a range of words.
fn sums_within(sums: &[Sum], words: Range<usize>) -> &[Sum] {
    let from = sums.partition_point(|sum| sum.first < words.start);
    let to = sums.partition_point(|sum| sum.first < words.end);
    &sums[from..to.max(from)]
}

/// `max 3500 €`, `tot 1.000 euro`, `1 200 € maximum`: beside the limit, with a currency.
fn told_by_limit<'s>(tokens: &Tokens, sums: &'s [Sum], at: usize) -> Option<(&'s Sum, Range<usize>)> {
    let behind = tokens.longest_phrase(at, &LIMITS).and_then(|length| {
        let end = at + length;
        let first = end + usize::from(tokens.tokens.get(end).is_some_and(|word| ABOUT.has(&word.lower)));
        sums_within(sums, end..first + 1).first().map(|sum| (sum, at..end))
    });
    let before = || {
        let end = at + tokens.longest_phrase(at, &LIMITS_BEHIND)?;
        let names_another = tokens.tokens.get(end).is_some_and(|next| next.text.contains(char::is_numeric));
        let taxes = at.checked_sub(1).is_some_and(|before| TAXES.has(&tokens.tokens[before].lower));
        let last = at.checked_sub(1 + usize::from(taxes))?;
        let sum = sums.get(sums.partition_point(|sum| sum.last < last)).filter(|sum| sum.last == last)?;
        let is_beside = !names_another && is_one_clause(tokens, last..at);
        is_beside.then_some((sum, at..end))
    };
    behind.or_else(before).filter(|(sum, words)| {
        names_currency(tokens, sum)
            && !is_of_something_else(tokens, sum.first.min(words.start))
            && !is_price_of_unit(tokens, sum)
    })
}

/// `entre 3000 et 5000 €`.
fn told_by_range<'s>(tokens: &Tokens, sums: &'s [Sum], at: usize) -> Option<(&'s Sum, Range<usize>)> {
    let sum = sums_within(sums, at + 1..at + 2).first()?;
    let is_told = sum.is_between && names_currency(tokens, sum) && !is_of_something_else(tokens, at);
    (is_told && !is_price_of_unit(tokens, sum)).then_some((sum, at..at + 1))
}

/// A number without a currency that may be money beside the word of a budget: large enough, and no
/// telephone, postal code or count.
fn may_be_bare(tokens: &Tokens, sum: &Sum) -> bool {
    let next = tokens.tokens.get(sum.last + 1).filter(|_| is_one_clause(tokens, sum.last..sum.last + 1));
    let counts = next.is_some_and(|next| {
        is_counted_or_unit(&next.lower) || next.text.starts_with(|digit: char| digit.is_ascii_digit())
    });
    let follows_digits = sum.first.checked_sub(1).is_some_and(|before| {
        let before = &tokens.tokens[before];
        !before.ends_clause && before.text.ends_with(|digit: char| digit.is_ascii_digit())
    });
    let is_place = || Piece::place_at(tokens, sum.first).is_some();
    sum.high >= 10_000 && !counts && !follows_digits && !is_place() && !is_dated(tokens, sum)
}

/// `mai 2026`, `en 2026`.
fn is_dated(tokens: &Tokens, sum: &Sum) -> bool {
    let names_time = |word: &Token| month_number(&word.lower).is_some() || PARTS_OF_MONTH.has(&word.lower);
    is_year(tokens, sum) && sum.first.checked_sub(1).is_some_and(|before| names_time(&tokens.tokens[before]))
}

fn is_year(tokens: &Tokens, sum: &Sum) -> bool {
    let token = &tokens.tokens[sum.first];
    !sum.is_money && sum.low.is_none() && token.is_number() && (202_000..205_000).contains(&sum.high)
}

/// True if between the first and the last of some words no sentence ends and none speaks of other money.
fn is_one_sentence(tokens: &Tokens, words: Range<usize>) -> bool {
    tokens.tokens[words].windows(2).all(|pair| {
        let is_other = OTHER_MONEY.has(&pair[1].lower) && !INCLUDING.has(&pair[0].lower);
        !ends_sentence(tokens, &pair[1]) && !is_other
    })
}

/// A question ends a sentence; so does a full stop behind a word that is no abbreviation.
fn ends_sentence(tokens: &Tokens, token: &Token) -> bool {
    const LONGEST_ABBREVIATION: usize = 6;
    let mark = tokens.text[token.end..].trim_start_matches([')', '"', '»', '”']);
    match mark.chars().next() {
        Some('?' | '!') => true,
        Some('.') => {
            token.text.len() > LONGEST_ABBREVIATION
                || token.text.ends_with(|last: char| last.is_ascii_digit())
        }
        _ => false,
    }
}

/// No mark but those of a bracket stands behind any of some words.
fn is_one_clause(tokens: &Tokens, words: Range<usize>) -> bool {
    tokens.tokens[words].iter().all(|token| !token.ends_clause)
}

/// `J'ai payé maximum 300 €`: a word before it in its sentence tells of money that is no budget.
fn is_of_something_else(tokens: &Tokens, first: usize) -> bool {
    let before = &tokens.tokens[first.saturating_sub(REACH_OF_OTHER_MONEY)..first];
    let sentence = before.iter().rev().take_while(|token| !ends_sentence(tokens, token));
    sentence.into_iter().any(|token| OTHER_MONEY.has(&token.lower))
}

/// `max 35 € / m²`, `35 € le m²`, `300 € par mois`: a price, not a budget.
fn is_price_of_unit(tokens: &Tokens, sum: &Sum) -> bool {
    let following = tokens.tokens.iter().skip(sum.last + 1).take(2);
    let mut following = following.filter(|token| !token.begins_line).map(|token| token.lower.as_ref());
    following.next().is_some_and(|next| {
        next.starts_with('/') || matches!(next, "par" | "per" | "pro" | "je" | "a" | "p" | "l'heure" | "/")
    })
}

/// "Max 5k" may be the size of a file; "max 5k€" and "max 500,-" are money.
fn names_currency(tokens: &Tokens, sum: &Sum) -> bool {
    let written = tokens.span(sum.first, sum.last);
    let is_round = || written.ends_with('-') || written.ends_with('–');
    sum.is_money && (currency(written).is_some() || is_round())
}

/// The currency that a text names.
fn currency(text: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 9] = [
        ("€", "EUR"),
        ("eur", "EUR"),
        ("£", "GBP"),
        ("pound", "GBP"),
        ("gbp", "GBP"),
        ("$", "USD"),
        ("dollar", "USD"),
        ("usd", "USD"),
        ("chf", "CHF"),
    ];
    let text = lower(text);
    NAMES.iter().find(|(name, _)| text.contains(name)).map(|(_, code)| *code)
}
