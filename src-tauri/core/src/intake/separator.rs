//! Lines that say in words that a forwarded or quoted mail follows.

use super::words::separators::{FORWARD_END, FORWARDED, FORWARDED_BY, FORWARDED_FROM, ORIGINAL, REPLY_ABOVE};
use super::words::{Phrases, lower};

/// What a separator announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// A forwarded mail, by words that only forwards have.
    Forwarded,
    /// A mail that was answered or forwarded.
    Original,
    /// The place above which an answer was to be written.
    ReplyAbove,
    /// The end of a forwarded mail.
    End,
}

static PHRASES: [(&Phrases, Separator); 3] =
    [(&FORWARDED, Separator::Forwarded), (&ORIGINAL, Separator::Original), (&FORWARD_END, Separator::End)];

/// Marks that programs draw around a separator's words.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '-' | '_'
            | '='
            | '*'
            | '#'
            | '~'
            | '<'
            | '>'
            | '|'
            | '—'
            | '–'
            | '─'
            | '•'
            | ':'
            | '：'
            | '.'
            | '+'
            | ' '
            | '\t'
            | '\u{a0}'
            | '"'
    )
}

/// What a line separates, if its words are those of a separator.
///
/// The words of an answered or forwarded mail count only between drawn marks or before a colon:
/// "original message" alone may be part of a sentence.
pub(super) fn separator(text: &str) -> Option<Separator> {
    if text.len() < 6 || text.len() > 200 {
        return None;
    }
    let words = text.trim_matches(is_mark);
    let words = words.strip_prefix(SCISSORS).unwrap_or(words).trim_start_matches(is_mark);
    if words.is_empty() || words.len() > 120 {
        return None;
    }
    let is_marked = text.starts_with(is_mark) || text.ends_with([':', '：', '-']);
    let phrase = lower(words);
    if let Some(kind) = known(&phrase).or_else(|| known_in_two_languages(&phrase)) {
        return (is_marked || kind == Separator::Forwarded).then_some(kind);
    }
    let is_drawn = text.starts_with(['-', '_', '*', '=', '#']);
    let mut names_somebody = FORWARDED_BY.beginning(&phrase).chain(FORWARDED_FROM.beginning(&phrase));
    if is_drawn && names_somebody.next().is_some() {
        return Some(Separator::Forwarded);
    }
    let within = || if is_marked { REPLY_ABOVE.within(&phrase) } else { None };
    REPLY_ABOVE.beginning(&phrase).next().or_else(within).map(|_| Separator::ReplyAbove)
}

fn known(phrase: &str) -> Option<Separator> {
    PHRASES.iter().find(|(phrases, _)| phrases.has(phrase)).map(|(_, kind)| *kind)
}

/// `Preposlaná správa --- Forwarded Message`: the same words twice.
fn known_in_two_languages(phrase: &str) -> Option<Separator> {
    let words = Some(phrase).filter(|phrase| !phrase.contains([':', '@']))?;
    let (first, second) = words.split_once("---").or_else(|| words.split_once('/'))?;
    known(first.trim()).or_else(|| known(second.trim()))
}

/// Who wrote the forwarded mail, where the separator itself says so: `--- Forwarded message from Jan <j@d> ---`.
pub(super) fn named_writer(text: &str) -> Option<&str> {
    let words = text.trim_matches(|mark| is_mark(mark) && !matches!(mark, '<' | '>' | '"'));
    let phrase = lower(words);
    let start = FORWARDED_FROM.beginning(&phrase).next()?;
    words.get(start.len()..)
}

/// A separator and a header on one line: `--- Forwarded message --- From: …`.
pub(super) fn separator_with_rest(text: &str) -> Option<(Separator, &str)> {
    if !text.starts_with(['-', '_']) || separator(text).is_some() {
        return None;
    }
    let words = text.trim_start_matches(['-', '_', ' ']);
    let end = words.find("--").or_else(|| words.find("__"))?;
    let kind = separator(&text[..text.len() - words.len() + end + 2])?;
    let rest = words[end..].trim_start_matches(['-', '_', ' ']);
    (!rest.is_empty()).then_some((kind, rest))
}

/// What The Bat! draws beside its separators.
const SCISSORS: &str = "8<";

/// True for a line along which a quoted mail is to be cut out: `===8<=== … ===`.
pub(super) fn is_cut_line(text: &str) -> bool {
    text.starts_with(['=', '-']) && text.trim_start_matches(['=', '-', ' ']).starts_with(SCISSORS)
}

/// True for a line that only draws a rule.
pub(super) fn is_rule(text: &str) -> bool {
    text.chars().take(3).count() == 3
        && text.chars().all(|character| matches!(character, '-' | '_' | '=' | '*' | '—' | '–' | '─' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_of_many_languages_are_known() {
        for text in [
            "---------- Forwarded message ----------",
            "Begin forwarded message:",
            "Début du message réexpédié :",
            "-------- Weitergeleitete Nachricht --------",
            "-------- Пересылаемое сообщение --------",
            "---------- Doorgestuurd bericht ---------",
            "----- Forwarded by Jan/DAK on 01/02/2020 -----",
            "----- Forwarded message from Jan <j@d.example> -----",
            "-------- İletilmiş İleti --------",
            "This is a forwarded message",
            "-------- Välitetty viesti / Fwd.Msg --------",
            "-------- Preposlaná správa --- Forwarded Message --------",
        ] {
            assert_eq!(separator(text), Some(Separator::Forwarded), "{text}");
        }
        for text in [
            "-----Original Message-----",
            "-----Ursprüngliche Nachricht-----",
            "-----Oorspronkelijk bericht-----",
            "-------- Message d'origine --------",
            "---Original Message---",
            "===8<==============Original message text===============",
        ] {
            assert_eq!(separator(text), Some(Separator::Original), "{text}");
        }
    }

    #[test]
    fn sentences_are_no_separators() {
        for text in [
            "original message",
            "The original message was lost.",
            "Forwarded message from the boss",
            "-- ",
            "--------",
        ] {
            assert_eq!(separator(text), None, "{text}");
        }
    }

    #[test]
    fn a_separator_may_name_the_writer() {
        let name = |text| named_writer(text).map(str::trim);
        assert_eq!(name("----- Forwarded message from Jan <j@d.example> -----"), Some("Jan <j@d.example>"));
        assert_eq!(name("----- Forwarded by Jan/DAK on 01/02/2020 -----"), None);
    }

    #[test]
    fn a_header_on_the_same_line_is_kept() {
        let found = separator_with_rest("----- Forwarded Message ----- From: Jan <j@d.example>");
        assert_eq!(found, Some((Separator::Forwarded, "From: Jan <j@d.example>")));
    }
}
