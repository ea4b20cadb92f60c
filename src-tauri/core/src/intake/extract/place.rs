//! A postal code with its place.

use super::goods::is_counted_or_unit;
use super::tokens::{Token, Tokens};
use crate::intake::date_words::month_number;
use crate::intake::words::facts::STREETS;

/// Words that stand together and what they say.
pub(super) struct Piece {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) value: String,
}

impl Piece {
    /// `1348 Louvain-la-Neuve`, `B-9000 Gent`, `1012 AB Amsterdam`, `75011 Paris`.
    pub(super) fn place_at(tokens: &Tokens, first: usize) -> Option<Self> {
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
        let words: Vec<String> = tokens.tokens[place..=last].iter().map(word_of_place).collect();
        Some(Self { first, last, value: format!("{code} {}", words.join(" ")) })
    }

    /// `London SW1A 1AA`: the code, from its outward half on, with the place before it.
    pub(super) fn british_place_at(tokens: &Tokens, outward: usize) -> Option<Self> {
        let last = outward + 1;
        let inward =
            tokens.tokens.get(last).filter(|inward| is_inward(inward.text) && !inward.begins_line)?;
        let code = Some(tokens.tokens[outward].text).filter(|code| is_outward(code))?;
        let is_town = |at: usize| {
            let token = &tokens.tokens[at];
            // The code may stand behind a comma or on a line of its own.
            let is_apart = at + 1 < outward && (token.ends_clause || tokens.tokens[at + 1].begins_line);
            token.is_capitalised()
                && token.text.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\''))
                && !STREETS.has(&token.lower)
                && !is_apart
        };
        let first =
            (outward.saturating_sub(LONGEST_TOWN)..outward).rev().take_while(|&at| is_town(at)).last();
        let first = first.unwrap_or(outward);
        let words = tokens.tokens[first..outward].iter().map(|token| token.text).chain([code, inward.text]);
        Some(Self { first, last, value: words.collect::<Vec<_>>().join(" ") })
    }
}

/// Words of the name of a British post town.
const LONGEST_TOWN: usize = 3;

/// The first half of a British postcode: one or two letters, a digit, and perhaps one more of either.
fn is_outward(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &text.as_bytes()[letters..];
    (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest[0].is_ascii_digit()
        && rest.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// Its second half: a digit and two letters.
fn is_inward(text: &str) -> bool {
    matches!(text.as_bytes(), [digit, letters @ ..] if digit.is_ascii_digit()
        && letters.len() == 2 && letters.iter().all(u8::is_ascii_uppercase))
}

/// A word of a place as it is written: an abbreviated saint keeps its full stop.
fn word_of_place(token: &Token) -> String {
    if is_saint(token) && token.ends_clause { format!("{}.", token.text) } else { token.text.to_owned() }
}

/// `St. Vith`, `Ste Ode`.
fn is_saint(token: &Token) -> bool {
    matches!(token.lower.as_ref(), "st" | "ste") && token.is_capitalised()
}

/// The last word of a place's name that begins at a word; `None` if it is none.
fn last_word_of_place(tokens: &Tokens, first: usize) -> Option<usize> {
    let token = tokens.tokens.get(first).filter(|token| !token.begins_line)?;
    let is_name = token.is_capitalised()
        && token.text.chars().filter(|character| character.is_alphabetic()).count() >= 3
        || (is_saint(token) || matches!(token.lower.as_ref(), "la" | "le" | "'s-gravenhage" | "den" | "de"))
            && tokens.tokens.get(first + 1).is_some_and(Token::is_capitalised);
    if !is_name || month_number(&token.lower).is_some() || is_counted(&token.lower) {
        return None;
    }
    let mut last = first;
    while last - first < 4 && (!tokens.tokens[last].ends_clause || is_saint(&tokens.tokens[last])) {
        let Some(next) = tokens.tokens.get(last + 1).filter(|next| !next.begins_line) else { break };
        let joins = matches!(
            next.lower.as_ref(),
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
    is_counted_or_unit(word) || matches!(word, "eur" | "euro" | "euros" | "mail" | "pv" | "kwh")
}

/// A place without a street counts where a word says that it is one.
pub(super) fn is_placed(tokens: &Tokens, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).map(|before| &tokens.tokens[before]) else { return false };
    matches!(
        before.lower.as_ref(),
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
