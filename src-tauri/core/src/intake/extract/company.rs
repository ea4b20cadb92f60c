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
    let mut at = 0;
    while at < tokens.tokens.len() {
        let form_end = end_of_form(tokens, at);
        let named = form_end.and_then(|end| name_around(tokens, at, end));
        if let Some((first, last)) = named {
            let name = with_full_stop(tokens, first, last);
            facts.add("company", name.split_whitespace().collect::<Vec<_>>().join(" "), name);
        }
        at = named.map_or(at, |(_, last)| last.max(at)) + 1;
    }
}

/// The words from one to another, with the full stop of a form that is written with them: `B.V.`, `e.K.`.
fn with_full_stop<'t>(tokens: &Tokens<'t>, first: usize, last: usize) -> &'t str {
    let (from, to) = (tokens.tokens[first].start, tokens.tokens[last].end);
    let is_dotted = tokens.tokens[last].text.contains('.') && tokens.text[to..].starts_with('.');
    tokens.text.get(from..to + usize::from(is_dotted)).unwrap_or_default()
}

/// The last word of a legal form that begins at a word: `SRL`, and `GmbH & Co. KG` of four words.
fn end_of_form(tokens: &Tokens, at: usize) -> Option<usize> {
    if !is_form(&tokens.tokens[at]) {
        return None;
    }
    let words: Vec<&str> =
        tokens.tokens.iter().skip(at + 1).take(3).map(|token| token.lower.as_ref()).collect();
    Some(match words[..] {
        ["&" | "+" | "u" | "und", "co", form] if LEGAL_FORMS.has(form) => at + 3,
        ["&" | "+" | "u" | "und", "co", ..] => at + 2,
        ["&co" | "&co.", form, ..] if LEGAL_FORMS.has(form) => at + 2,
        _ => at,
    })
}

/// A legal form as people write it: `SRL`, `nv`, `GmbH`, `SA/NV`, never a word that also means something
/// else in small letters.
fn is_form(token: &Token) -> bool {
    let has_capital = token.text.chars().any(char::is_uppercase);
    let is_dutch_small = matches!(
        token.lower.as_ref(),
        "nv" | "bv"
            | "b.v"
            | "n.v"
            | "bvba"
            | "vzw"
            | "cvba"
            | "vof"
            | "commv"
            | "comm.v"
            | "srl"
            | "sprl"
            | "asbl"
            | "gmbh"
    );
    (has_capital || is_dutch_small) && token.lower.split('/').all(|form| LEGAL_FORMS.has(form))
}

/// The name before the form, else the one behind it (`SA Toitures Dupont`, `NV Peeters`).
fn name_around(tokens: &Tokens, form: usize, form_end: usize) -> Option<(usize, usize)> {
    let mut first = form;
    while first > 0
        && form - first < MAX_WORDS
        && !tokens.tokens[first].begins_line
        && (!tokens.tokens[first - 1].ends_clause || is_abbreviated(&tokens.tokens[first - 1]))
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
        return Some((first, form_end));
    }
    let mut last = form_end;
    while last - form < MAX_WORDS
        && !tokens.tokens[last].ends_clause
        && tokens.tokens.get(last + 1).is_some_and(|next| !next.begins_line && is_name_word(next))
    {
        last += 1;
    }
    while last > form_end && JOINING.contains(&tokens.tokens[last].lower.as_ref()) {
        last -= 1;
    }
    // A short form before a name may be another word: "AG", "SE", "CV" in a sentence.
    let is_name =
        last > form_end && tokens.tokens[last].is_capitalised() && tokens.tokens[form].text.len() >= 2;
    is_name.then_some((form, last))
}

/// Words of names that end with a full stop: `Ets. Dupont SRL`, `Roth & Co. KG`.
fn is_abbreviated(token: &Token) -> bool {
    matches!(token.lower.as_ref(), "co" | "cie" | "ets" | "éts" | "gebr" | "fa" | "st" | "ste" | "dr" | "ing")
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
