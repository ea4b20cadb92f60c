//! The name with which a request is signed.

use super::Facts;
use crate::intake::signature::{is_closing, is_separator};
use crate::intake::words::closings::{ANSWERS, INTRODUCTIONS, INTRODUCTIONS_OF_TWO};
use crate::intake::words::facts::{LEGAL_FORMS, LINK_VERBS, NO_NAMES};
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
    (tail..lines.len())
        .rev()
        .find_map(|at| name_at(&lines, at))
        .or_else(|| name_alone(&lines))
        .or_else(|| introduced_name(text))
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
    let first = lines.iter().position(|line| !line.is_empty())?;
    let above = lines[..last].iter().rposition(|line| !line.is_empty()).filter(|&above| above > first);
    // What one is stands below the name: "Luc Martin", "Architecte".
    let is_one_word = !lines[last].contains(' ');
    let titled = above.map(|above| lines[above]).filter(|name| is_one_word && name.contains(' '));
    if let Some(name) = titled.and_then(name_of_answerer) {
        return Some(name);
    }
    let is_alone = last > first && lines[last - 1].is_empty();
    let written = lines[last].trim_start_matches(['-', '–', '—']);
    name_of_answerer(written).filter(|_| is_alone)
}

/// A name without closing words above; "Prima!" is the whole answer of somebody who does not sign.
fn name_of_answerer(text: &str) -> Option<&str> {
    let answer = lower(text);
    let answer = answer.trim_end_matches(['.', ' ']);
    name_of(text).filter(|_| !text.ends_with(['!', '?']) && !ANSWERS.has(answer))
}

/// `je m'appelle Corinne Dubois`: the capitalised words behind.
fn introduced_name(text: &str) -> Option<&str> {
    let lowered = lower(text);
    if lowered.len() != text.len() {
        return None;
    }
    let places = INTRODUCTIONS.places(&lowered).chain(INTRODUCTIONS_OF_TWO.places(&lowered));
    places
        .filter(|place| !lowered[..place.start].ends_with(char::is_alphanumeric))
        .filter_map(|place| {
            let is_sure = INTRODUCTIONS.has(&lowered[place.clone()]);
            let name = leading_name(text.get(place.end..)?)?;
            (is_sure || name.contains(' ')).then_some(name)
        })
        .next()
}

/// The name with which a text begins: capitalised words, and particles between them.
fn leading_name(text: &str) -> Option<&str> {
    let line = text.lines().next()?;
    let mut end = 0;
    let mut at = 0;
    for word in line.split(' ').take(5) {
        let bare = word.trim_end_matches([',', '.', ';', '!', ':', ')']);
        if bare.starts_with(char::is_uppercase) {
            end = at + bare.len();
        } else if end == 0 || ["et", "en", "und", "and", "&"].contains(&word) || !begins_with_particle(word) {
            break;
        }
        if bare.len() < word.len() {
            break;
        }
        at += word.len() + 1;
    }
    name_of(&line[..end])
}

/// A text that can be nothing but the name of a person: one to five words, capitalised but for particles,
/// of letters only, and none of them the legal form of a company, a word of teams or of links, or a domain.
fn name_of(text: &str) -> Option<&str> {
    let name = text.trim_matches(|mark: char| mark.is_whitespace() || "*_,.!".contains(mark));
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_letter = |letter: char| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-' | '.' | '&');
    let is_capitalised = |word: &str| word.starts_with(char::is_uppercase);
    let fits = |word: &&str| {
        word.chars().all(is_letter)
            && !is_no_name(word)
            && (is_capitalised(word) || begins_with_particle(word))
    };
    let is_name = (1..=5).contains(&words.len())
        && name.chars().count() <= 40
        && words.first().is_some_and(|first| is_capitalised(first) && !LINK_VERBS.has(&lower(first)))
        && words.last().is_some_and(|last| last.chars().count() >= 2 && !PARTICLES.contains(last))
        && words.iter().all(fits);
    (is_name && !is_closing(name)).then_some(name)
}

/// `SRL`, `L'équipe`, `Travaux.be`.
fn is_no_name(word: &str) -> bool {
    let word = plain(word);
    let bare = word.trim_start_matches("l'").trim_start_matches("d'");
    let is_domain = bare.rsplit_once('.').is_some_and(|(host, top)| host.len() >= 3 && top.len() >= 2);
    LEGAL_FORMS.has(&word) || LEGAL_FORMS.has(word.trim_end_matches('.')) || NO_NAMES.has(bare) || is_domain
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
            ("Bonjour,\n\nUn devis svp\n\nEve Petit\n\nArchitecte", "Eve Petit"),
            ("Bonjour, je m’appelle Eve Petit et je cherche un toit", "Eve Petit"),
            ("Dag, mijn naam is An van der Elst, ik zoek hout.", "An van der Elst"),
            ("Hallo, ich heiße Uwe Roth aus Aachen.", "Uwe Roth"),
            ("Hello, I'm Tom Hall and I need a roof.", "Tom Hall"),
            ("Un devis svp\n\nMerci,\nJean et Marie Dupont.", "Jean et Marie Dupont"),
            ("A quote please.\n\nThanks,\nJ.P. Morel", "J.P. Morel"),
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
            "Dag Marc,\n\nPrima!",
            "Bonjour,\n\nParfait.",
            "Bonjour,\n\nMerci d'avance\nCordialement",
            "Hello, I'm Belgian and need a roof",
            "New request\n\nUnsubscribe",
            "A lead for you.\n\nRegards,\nThe Leads Team",
            "Nouvelle demande\n\nCordialement,\nL'équipe Travaux.be",
            "Nouvelle demande\n\nCordialement,\nL’équipe Devis",
            "You have an answer\n\nTeam Typeform",
            "You have an answer\n\nOpen Tally",
            "You have an answer\n\nHubSpot, Inc.",
            "Nieuwe aanvraag\n\nMvg\nKlantendienst Solvari",
            "Anfrage\n\nMit freundlichen Grüßen\nHausfrage.de",
            "",
        ] {
            assert_eq!(signed_name(text), None, "{text}");
        }
    }
}
