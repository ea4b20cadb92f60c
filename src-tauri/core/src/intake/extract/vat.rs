//! VAT and enterprise numbers, checked.

use super::Facts;
use super::tokens::Tokens;
use crate::contact::vat_number::{EnterpriseNumber, VatNumber};
use crate::intake::words::facts::VAT;

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    let mut at = 0;
    while at < tokens.tokens.len() {
        match number_at(tokens, at) {
            Some((value, last)) => {
                facts.add("vat", value, tokens.span(at, last));
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

/// A number that begins at a word, and its last word: `BE 0566.988.259`, `0566.988.259`, `NL123456789B01`.
fn number_at(tokens: &Tokens, first: usize) -> Option<(String, usize)> {
    let token = &tokens.tokens[first];
    let begins = token.text.as_bytes();
    let has_country = begins.len() >= 2
        && begins[..2].iter().all(u8::is_ascii_alphabetic)
        && begins[..2].iter().all(u8::is_ascii_uppercase);
    // Nine digits are a number whose zero is left out; without a word beside them they may be anything.
    let is_short = begins.first().is_some_and(u8::is_ascii_digit) && is_labelled(tokens, first);
    let is_digits = is_short || begins.first().is_some_and(|digit| matches!(digit, b'0' | b'1'));
    if !has_country && !is_digits {
        return None;
    }
    // The longest run of words first: "BE 0566 988 259" is one number, not its beginning.
    (first..tokens.tokens.len().min(first + 5))
        .rev()
        .filter(|&last| tokens.on_one_line(first, last))
        .find_map(|last| {
            let written = tokens.span(first, last);
            let digits = written.bytes().filter(u8::is_ascii_digit).count();
            if !(7..=14).contains(&digits) || written.len() > 24 {
                return None;
            }
            let value = if has_country {
                written.parse::<VatNumber>().ok().filter(|number| is_told(tokens, first, number))
            } else {
                let is_written_as_one = is_short && digits == 9
                    || is_enterprise_number(written) && (written.contains('.') || is_labelled(tokens, first));
                is_written_as_one
                    .then(|| written.parse::<EnterpriseNumber>().ok())
                    .flatten()
                    .map(EnterpriseNumber::vat_number)
            };
            value.map(|value| (value.as_str().to_owned(), last))
        })
}

/// A number whose check digits hold tells itself; others, which may be any code, need a word beside them.
fn is_told(tokens: &Tokens, first: usize, number: &VatNumber) -> bool {
    has_right_check(number)
        || is_labelled(tokens, first)
        || number.as_str().len() >= 11
            && number.as_str()[2..].contains(|character: char| character.is_ascii_alphabetic())
}

/// The check of the countries whose forms are of digits alone.
fn has_right_check(number: &VatNumber) -> bool {
    let digits = &number.as_str()[2..];
    match number.country() {
        "BE" => true,
        "FR" => is_french(digits),
        "LU" => {
            digits.split_at_checked(6).is_some_and(|(body, check)| remainder(body, 89) == check.parse().ok())
        }
        "DE" => is_german(digits),
        _ => false,
    }
}

/// A key of two digits before a SIREN, which itself has the check of Luhn.
fn is_french(number: &str) -> bool {
    let Some((key, siren)) = number.split_at_checked(2) else { return false };
    let expected = remainder(siren, 97).map(|rest| (12 + 3 * rest) % 97);
    let luhn: u32 = siren.bytes().rev().enumerate().fold(0, |sum, (place, digit)| {
        let doubled = u32::from(digit.wrapping_sub(b'0')) * if place % 2 == 1 { 2 } else { 1 };
        sum + doubled / 10 + doubled % 10
    });
    expected.is_some() && expected == key.parse().ok() && luhn.is_multiple_of(10)
}

/// The check digit of ISO 7064 MOD 11, 10.
fn is_german(number: &str) -> bool {
    let Some((body, check)) = number.split_at_checked(8) else { return false };
    let product = body.bytes().fold(10, |product, digit| {
        let sum = (u32::from(digit.wrapping_sub(b'0')) + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    check.parse() == Ok((11 - product) % 10)
}

fn remainder(digits: &str, modulus: u64) -> Option<u64> {
    digits.parse::<u64>().ok().map(|number| number % modulus)
}

fn is_labelled(tokens: &Tokens, first: usize) -> bool {
    tokens.tokens[first.saturating_sub(3)..first].iter().any(|token| {
        let bare = token.lower.trim_end_matches(['.', ':', '-', '°']);
        VAT.beginning(bare).any(|word| bare.len() == word.len() || bare[word.len()..].starts_with(['-', ':']))
    })
}

/// Ten digits with the check of a Belgian enterprise number.
pub(super) fn is_enterprise_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits == 10 && text.parse::<EnterpriseNumber>().is_ok() && !text.starts_with('+')
}
