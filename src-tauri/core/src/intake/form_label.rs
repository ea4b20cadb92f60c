//! Labels of web forms: how they stand before their values, and what they ask for.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lines::trim_blanks;
use super::words::form_labels::{FORM_LABELS, FormLabel, OWNERS, OWNERS_BEHIND, QUESTIONS};
use super::words::plain;

static KNOWN: LazyLock<FxHashMap<&str, FormLabel>> = LazyLock::new(|| {
    let pairs =
        FORM_LABELS.iter().flat_map(|(label, words)| words.split('|').map(|word| (word.trim(), *label)));
    pairs.rev().collect()
});

/// A label and the value behind it: `Naam: Jan`, `Naam<TAB>Jan`, `*Naam*`, `Naam` alone if it is known.
pub(super) fn split_label(text: &str) -> Option<(&str, Option<FormLabel>, &str)> {
    if let Some((label, value)) = text.split_once('\t') {
        let label = bare_label(label);
        return (!label.is_empty() && label.chars().count() <= MAX_QUESTION)
            .then(|| (label, lookup(label), bare_value(value)));
    }
    let mut signs = text.char_indices().take(MAX_QUESTION);
    if let Some((at, sign)) = signs.find(|(_, sign)| matches!(sign, ':' | '：' | '=' | '|')) {
        let label = bare_label(&text[..at]);
        let value = &text[at + sign.len_utf8()..];
        let is_label = label.starts_with(|first: char| first.is_alphabetic() || first == '@')
            && label.split(' ').count() <= MAX_WORDS
            && !value.starts_with("//");
        let known = lookup(label);
        // Only a colon makes a label of words that are in no table.
        let is_new = matches!(sign, ':' | '：') && !label.contains(['.', '!', '?', '@', ',']);
        return (is_label && (known.is_some() || is_new)).then(|| (label, known, bare_value(value)));
    }
    let label = if text.len() <= 200 { bare_label(text) } else { "" };
    lookup(label).filter(|_| text.chars().count() <= MAX_QUESTION).map(|known| (label, Some(known), ""))
}

/// A value without the marks between it and its label: `Name = Jan`, `Name => Jan`, a cell for the colon.
fn bare_value(value: &str) -> &str {
    trim_blanks(trim_blanks(value).trim_start_matches(['*', '_', ':', '=', '>', '\t', ' ']))
}

/// The longest label, in characters and in words.
const MAX_QUESTION: usize = 60;
const MAX_WORDS: usize = 8;

/// A label without marks: bold, bullets, "required", question marks.
pub(super) fn bare_label(text: &str) -> &str {
    let text = text.trim_matches(['*', '_', ' ', '•', '-', '>', '\u{a0}', ':', '?', '#', '|', '[', ']']);
    let text = if text.ends_with(')') { without_required(text) } else { text };
    trim_blanks(text.trim_end_matches(['*', ':', '?', '.', ' ']))
}

fn without_required(text: &str) -> &str {
    let lower = text.to_lowercase();
    ["(required)", "(obligatoire)", "(verplicht)", "(pflichtfeld)", "(vereist)", "(erforderlich)"]
        .iter()
        .find_map(|suffix| lower.ends_with(suffix).then(|| text.get(..text.len() - suffix.len())).flatten())
        .unwrap_or(text)
}

pub(super) fn lookup(label: &str) -> Option<FormLabel> {
    if label.is_empty() || label.len() > 60 {
        return None;
    }
    let mut lower = plain(label);
    if lower.contains(['_', '\u{a0}']) {
        lower = lower.replace(['_', '\u{a0}'], " ").into();
    }
    let lower = lower.strip_prefix("your-").unwrap_or(&lower);
    asked_for(lower).or_else(|| asked_for(without_question(lower)?)).or_else(|| known_alternatives(lower))
}

/// A label of the tables, whosever it is: `jouw bericht`, `nom du client`.
fn asked_for(label: &str) -> Option<FormLabel> {
    known(label).or_else(|| known(without_owner(label)?)).or_else(|| {
        let owner = OWNERS_BEHIND.ending(label).next()?;
        asked_for(label.strip_suffix(owner)?.strip_suffix(' ')?)
    })
}

/// `what's your name`: what a question asks for.
fn without_question(label: &str) -> Option<&str> {
    let question = QUESTIONS.beginning(label).max_by_key(|question| question.len())?;
    label.strip_prefix(question)?.strip_prefix(' ')
}

fn known(label: &str) -> Option<FormLabel> {
    KNOWN.get(label).copied()
}

/// `votre adresse mail`, `jouw bericht`: the label without whose it is.
fn without_owner(label: &str) -> Option<&str> {
    label.split_once(' ').filter(|(first, _)| OWNERS.has(first)).map(|(_, rest)| rest)
}

/// `Comment or Message`, `Nom / Prénom`: what all of the alternatives ask for.
fn known_alternatives(label: &str) -> Option<FormLabel> {
    let or = [" or ", " ou ", " of ", " oder ", " / ", "/", " & "];
    let (first, second) = or.iter().find_map(|or| label.split_once(or))?;
    asked_for(first.trim()).filter(|kind| asked_for(second.trim()) == Some(*kind))
}
