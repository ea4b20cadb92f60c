//! Names of companies, by their legal form.

use super::Facts;
use super::tokens::{Token, Tokens};
use crate::intake::words::facts::LEGAL_FORMS;

/// Words of a name besides capitalised ones.
const JOINING: [&str; 22] = [
    "&", "et", "en", "und", "and", "de", "du", "des", "la", "le", "les", "van", "der", "den", "von", "the",
    "of", "d'", "l'", "+", "fils", "zonen",
];
const MAX_WORDS: usize = 6;

pub(super) fn find(tokens: &Tokens, facts: &mut Facts) {
    for at in 0..tokens.tokens.len() {
        if is_form(tokens, at)
            && let Some((first, last)) = name_around(tokens, at)
        {
            let name = tokens.span(first, last);
            facts.add("company", name.split_whitespace().collect::<Vec<_>>().join(" "), name);
        }
    }
}

/// A legal form as people write it: `SRL`, `nv`, `GmbH`, never a word that also means something else in
/// small letters.
fn is_form(tokens: &Tokens, at: usize) -> bool {
    let token = &tokens.tokens[at];
    if !LEGAL_FORMS.has(&token.lower) {
        return false;
    }
    let has_capital = token.text.chars().any(char::is_uppercase);
    let is_dutch_small = matches!(
        token.lower.as_ref(),
        "nv" | "bv" | "bvba" | "vzw" | "cvba" | "vof" | "commv" | "srl" | "sprl" | "asbl" | "gmbh"
    );
    has_capital || is_dutch_small
}

/// The name before the form, else the one behind it (`SA Toitures Dupont`, `NV Peeters`).
fn name_around(tokens: &Tokens, form: usize) -> Option<(usize, usize)> {
    let mut first = form;
    while first > 0
        && form - first < MAX_WORDS
        && !tokens.tokens[first].begins_line
        && !tokens.tokens[first - 1].ends_clause
        && is_name_word(&tokens.tokens[first - 1])
    {
        first -= 1;
    }
    while first < form
        && !tokens.tokens[first].is_capitalised()
        && !tokens.tokens[first].text.starts_with(|start: char| start.is_ascii_digit())
    {
        first += 1;
    }
    if first < form {
        return Some((first, form));
    }
    let mut last = form;
    while last - form < MAX_WORDS
        && !tokens.tokens[last].ends_clause
        && tokens.tokens.get(last + 1).is_some_and(|next| !next.begins_line && is_name_word(next))
    {
        last += 1;
    }
    while last > form && JOINING.contains(&tokens.tokens[last].lower.as_ref()) {
        last -= 1;
    }
    // A short form before a name may be another word: "AG", "SE", "CV" in a sentence.
    let is_name = last > form && tokens.tokens[last].is_capitalised() && tokens.tokens[form].text.len() >= 2;
    is_name.then_some((form, last))
}

fn is_name_word(token: &Token) -> bool {
    let is_name = token.is_capitalised()
        || token.text.starts_with(|first: char| first.is_ascii_digit()) && token.text.len() <= 4;
    let is_label = token.lower.ends_with(':')
        || matches!(
            token.lower.as_ref(),
            "tva"
                | "btw"
                | "tel"
                | "tél"
                | "gsm"
                | "bce"
                | "kbo"
                | "je"
                | "nous"
                | "wij"
                | "ik"
                | "wir"
                | "ich"
                | "we"
                | "i"
                | "bonjour"
                | "dag"
                | "hallo"
                | "hello"
                | "société"
                | "firma"
                | "bedrijf"
        );
    (is_name || JOINING.contains(&token.lower.as_ref()))
        && !is_label
        && !token.text.contains('@')
        && !LEGAL_FORMS.has(&token.lower)
}
