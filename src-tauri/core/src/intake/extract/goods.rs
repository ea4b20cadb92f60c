//! Things that people count, and units of measure.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tokens::{Token, Tokens};
use crate::intake::date_words::month_number;
use crate::intake::words::facts::{
    ABOUT, ADJECTIVES, COUNTED, COUNTED_ENDINGS, MONEY_UNITS, NOT_GOODS, UNITS, WANTED_BEHIND, WANTING,
};

static MEASURES: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| UNITS.iter().filter_map(|pair| pair.split_once('=')).collect());

/// Words of the longest phrase of wanting.
const LONGEST_WISH: usize = 5;
/// Letters that a compound has before its last part, at least.
const SHORTEST_HEAD: usize = 2;

/// A unit of measure as it is shown.
pub(super) fn unit_of(word: &str) -> Option<&'static str> {
    MEASURES.get(word).copied()
}

/// True for a thing that people count, or a unit of measure.
pub(super) fn is_counted_or_unit(word: &str) -> bool {
    unit_of(word).is_some() || is_goods(word)
}

/// True for the name of things, in its usual inflections, or a compound that ends with one:
/// `fenêtres`, `Zimmern`, `binnendeuren`, `Einladungskarten`.
pub(super) fn is_goods(word: &str) -> bool {
    let is_known = |word: &str| COUNTED.has(word) || is_compound(word);
    // The German dative plural.
    let dative = word.strip_suffix('n').filter(|stem| stem.ends_with(['e', 'r', 'l']));
    is_known(word) || dative.is_some_and(is_known)
}

fn is_compound(word: &str) -> bool {
    let is_head_long = |end: &str| word.len() >= end.len() + SHORTEST_HEAD;
    !word.contains(' ') && !NOT_GOODS.has(word) && COUNTED_ENDINGS.ending(word).any(is_head_long)
}

/// True for a word that may stand between a number and the name of its things.
pub(super) fn may_describe(token: &Token) -> bool {
    token.lower.chars().all(|character| character.is_alphabetic() || character == '-')
        && token.lower.len() >= 3
        && !token.ends_clause
        && !NOT_GOODS.has(&token.lower)
}

/// The name of things that no table knows, from its first word to its last one: what looks like a plural
/// behind a number of which a word beside it says that so many are wanted.
pub(super) fn wanted(tokens: &Tokens, number: usize, first: usize) -> Option<(String, usize)> {
    let is_described = |at: usize| tokens.tokens.get(at).is_some_and(|word| ADJECTIVES.has(&word.lower));
    let first = (first..first + 2).find(|&at| !is_described(at))?;
    let word = tokens.tokens.get(first).filter(|word| !word.begins_line)?;
    let next = tokens.tokens.get(first + 1).filter(|next| !word.ends_clause && !next.begins_line);
    let last = if looks_plural(word) {
        first
    } else {
        // "coffee mugs", "witte mokken"
        next.filter(|next| may_describe(word) && looks_plural(next)).map(|_| first + 1)?
    };
    let is_wanted = is_wished_before(tokens, number)
        || tokens.tokens.get(last + 1).is_some_and(|behind| WANTED_BEHIND.has(&behind.lower));
    let is_place = word.is_capitalised() && matches!(tokens.tokens[number].text.len(), 4 | 5);
    (is_wanted && !is_place).then(|| (name(tokens, first, last).into_owned(), last))
}

fn name<'t>(tokens: &'t Tokens, first: usize, last: usize) -> Cow<'t, str> {
    let words = &tokens.tokens[first..=last];
    match words {
        [word] => Cow::from(word.lower.as_ref()),
        words => words.iter().map(|word| word.lower.as_ref()).collect::<Vec<_>>().join(" ").into(),
    }
}

/// True if words such as "devis pour" or "we need" end before a number, "about" between them or not.
fn is_wished_before(tokens: &Tokens, number: usize) -> bool {
    let has_about = number.checked_sub(1).is_some_and(|before| ABOUT.has(&tokens.tokens[before].lower));
    let ends_here = |end: usize| {
        (end.saturating_sub(LONGEST_WISH)..end)
            .any(|start| tokens.longest_phrase(start, &WANTING).is_some_and(|length| start + length == end))
    };
    ends_here(number) || has_about && ends_here(number - 1)
}

/// True for a word that has the look of a plural in one of the languages, and is no time, money or small word.
fn looks_plural(token: &Token) -> bool {
    let word = token.lower.as_ref();
    let has_ending = word.ends_with(['s', 'x'])
        || word.ends_with("en")
        || token.is_capitalised() && (word.ends_with("er") || word.ends_with(['e', 'n']));
    let is_word =
        word.len() >= 4 && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\''));
    let is_other = NOT_GOODS.has(word) || month_number(word).is_some() || unit_of(word).is_some();
    has_ending && is_word && !is_other && MONEY_UNITS.beginning(word).all(|unit| !unit.starts_with("eur"))
}
