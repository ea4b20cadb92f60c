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
    let is_digits = begins.first().is_some_and(|digit| matches!(digit, b'0' | b'1'));
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
                let is_written_as_one =
                    is_enterprise_number(written) && (written.contains('.') || is_labelled(tokens, first));
                is_written_as_one
                    .then(|| written.parse::<EnterpriseNumber>().ok())
                    .flatten()
                    .map(EnterpriseNumber::vat_number)
            };
            value.map(|value| (value.as_str().to_owned(), last))
        })
}

/// Belgian numbers carry their check; others, which may be any code, need a word beside them.
fn is_told(tokens: &Tokens, first: usize, number: &VatNumber) -> bool {
    number.country() == "BE"
        || is_labelled(tokens, first)
        || number.as_str().len() >= 11
            && number.as_str()[2..].contains(|character: char| character.is_ascii_alphabetic())
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
