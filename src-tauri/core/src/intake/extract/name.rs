//! The name with which a request is signed.

use super::Facts;
use crate::intake::signature::{is_closing, is_separator};
use crate::intake::words::facts::LEGAL_FORMS;
use crate::intake::words::{lower, plain};

/// Lines at the end of a text among which its signature begins.
const MAX_LINES: usize = 24;

/// Small words inside names: "Piet de Vries", "Jean et Marie Dupont".
const PARTICLES: [&str; 22] = [
    "de", "d'", "du", "des", "la", "le", "van", "vande", "vanden", "der", "den", "ten", "ter", "'t", "von",
    "zu", "zur", "et", "en", "und", "and", "&",
];

pub(super) fn find(text: &str, facts: &mut Facts) {
    if let Some(name) = signed_name(text) {
        facts.add("name", name.split_whitespace().collect::<Vec<_>>().join(" "), name);
    }
}

/// The name behind or below the last closing words, else the name alone in the last paragraph.
fn signed_name(text: &str) -> Option<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let tail = lines.len().saturating_sub(MAX_LINES);
    (tail..lines.len()).rev().find_map(|at| name_at(&lines, at)).or_else(|| name_alone(&lines))
}

/// The name of somebody who closes on this line.
fn name_at<'t>(lines: &[&'t str], at: usize) -> Option<&'t str> {
    let line = lines[at];
    if let Some(name) = name_behind_closing(line) {
        return Some(name);
    }
    if !is_closing(line) && !is_separator(line) {
        return None;
    }
    let mut below = lines[at + 1..].iter().filter(|line| !line.is_empty());
    below.next().and_then(|line| name_of(line))
}

/// `Many thanks, Kate`: behind closing words, which may end a longer line.
fn name_behind_closing(line: &str) -> Option<&str> {
    let mark = line.trim_end_matches(['.', '!']).rfind([',', '!', '.'])?;
    let (before, name) = (line[..mark].trim(), &line[mark + 1..]);
    let sentence = before.rfind(['.', '!', '?', ';']).map_or(before, |end| before[end + 1..].trim());
    name_of(name).filter(|_| !sentence.is_empty() && is_closing(sentence))
}

/// A last paragraph that is nothing but a name, below a text.
fn name_alone<'t>(lines: &[&'t str]) -> Option<&'t str> {
    let last = lines.iter().rposition(|line| !line.is_empty())?;
    let above = lines[..last].iter().any(|line| !line.is_empty());
    let is_alone = above && last.checked_sub(1).is_some_and(|before| lines[before].is_empty());
    let written = lines[last].trim_start_matches(['-', '–', '—']);
    name_of(written).filter(|name| is_alone && !is_closing(name))
}

/// A text that can be nothing but the name of a person: one to five words, capitalised but for particles,
/// of letters only, and none of them the legal form of a company.
fn name_of(text: &str) -> Option<&str> {
    let name = text.trim_matches(|mark: char| mark.is_whitespace() || "*_,.!".contains(mark));
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_letter = |letter: char| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-' | '.' | '&');
    let is_capitalised = |word: &str| word.starts_with(char::is_uppercase);
    let fits = |word: &&str| {
        word.chars().all(is_letter)
            && !LEGAL_FORMS.has(&lower(word))
            && (is_capitalised(word) || begins_with_particle(word))
    };
    let is_name = (1..=5).contains(&words.len())
        && name.chars().count() <= 40
        && words.first().is_some_and(|first| is_capitalised(first))
        && words.last().is_some_and(|last| last.chars().count() >= 2 && !PARTICLES.contains(last))
        && words.iter().all(fits);
    is_name.then_some(name)
}

/// `van`, and `d'Hondt` as one word.
fn begins_with_particle(word: &str) -> bool {
    let lower = plain(word);
    PARTICLES.contains(&lower.as_ref()) || lower.starts_with("d'") || lower.starts_with("'t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_below_behind_or_without_closing_words() {
        for (text, name) in [
            ("Bonjour\n\nBien à vous,\n\nSophie Martin\n0470 12 34 56", "Sophie Martin"),
            ("Kunt u komen?\n\nMvg\nPiet de Vries\nKeizersgracht 100", "Piet de Vries"),
            ("Angebot bitte. Danke, Jürgen Roth", "Jürgen Roth"),
            ("A quote please.\n-- \nAnn O'Neill\nManager", "Ann O'Neill"),
            ("Un devis svp\n\nLuc d’Hondt", "Luc d’Hondt"),
            ("Un devis svp\n\nMerci,\nJean et Marie Dupont.", "Jean et Marie Dupont"),
        ] {
            assert_eq!(signed_name(text), Some(name), "{text}");
        }
    }

    #[test]
    fn what_is_no_name_is_left_alone() {
        for text in [
            "Bonjour, je cherche un devis.",
            "Graag een offerte.\n\nBedankt",
            "Ein Angebot bitte\n\nMit freundlichen Grüßen\nSolarhof Meyer KG",
            "Un devis\n\nCordialement,\nRue du Pont 12",
            "Merci, mais le prix est trop haut.",
            "Hello\n\nthanks for your help, We need it soon",
            "Luc",
            "",
        ] {
            assert_eq!(signed_name(text), None, "{text}");
        }
    }
}
