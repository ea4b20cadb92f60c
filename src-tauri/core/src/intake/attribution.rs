//! Lines such as "On … wrote:" above a quoted mail.

use super::addresses::{address_range, clean_name};
use super::attribution_shape::{self, behind_quoting, ends_with_verb, has_year_or_time};
use super::attribution_start::{begins_later, ends_sentence};
use super::date_words::{is_weekday, month_number};
use super::lines::{Line, trim_blanks};
use super::model::Person;
use super::words::attributions::{BEFORE_BROKEN_VERB, ENDINGS, NO_NAMES, VERBS_BEFORE_NAME};

/// A line, or a few wrapped ones, that introduces a quoted mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The line after it.
    pub(super) end: usize,
    /// Its words on one line.
    pub(super) text: String,
    /// Where in its first line it begins: not at 0 if the answer shares that line.
    pub(super) offset: usize,
}

/// More lines than this are not one attribution.
const MAX_LINES: usize = 5;
const MAX_LENGTH: usize = 400;

impl Attribution {
    /// Reads the attribution that begins at a line.
    pub(super) fn read(lines: &[Line], start: usize) -> Option<Self> {
        let first = lines.get(start)?;
        if is_between_marks(first) {
            let text = first.text.trim_end_matches(['>', ' ']).to_owned();
            return Some(Self { end: start + 1, text, offset: 0 });
        }
        let offset = beginning(first.text)?;
        if ends_sentence(&first.text[offset..]) && !ends_with_verb(first.text) {
            return None;
        }
        let mut text = first.text[offset..].to_owned();
        for end in start + 1..=start + MAX_LINES {
            let next = lines.get(end);
            let quote_follows = || {
                first.is_quote_start
                    || lines[end..]
                        .iter()
                        .find(|line| !line.is_blank())
                        .is_some_and(|line| line.depth > first.depth || line.is_quote_start)
            };
            if attribution_shape::is_attribution(&text, quote_follows) {
                let is_later = begins_later(&lines[start..end], quote_follows);
                return (!is_later).then_some(Self { end, text, offset });
            }
            // What the markup names begins exactly there.
            let next = next.filter(|line| {
                !line.is_blank()
                    && !line.is_quote_start
                    && (line.depth == first.depth || line.text.starts_with("wrote"))
            })?;
            text.push(' ');
            text.push_str(next.text);
            if text.len() > MAX_LENGTH {
                return None;
            }
        }
        None
    }

    /// Who wrote the quoted mail: the address and the name before it, as far as they stand there.
    pub(super) fn writer(&self) -> Person {
        let text = self.text.replace("[mailto:", "<").replace("<mailto:", "<");
        let Some((start, end)) = address_range(&text) else {
            return Person { name: name_between(&text).unwrap_or_default(), address: String::new() };
        };
        let before = behind_quoting(&text[..start]).trim_end_matches(['<', '[', '(', '"', '\'', ' ']);
        let name = name_at_end(before).unwrap_or_default();
        Person { name, address: text[start..end].to_owned() }
    }

    /// The words before the writer's address, or behind it: where the date stands.
    pub(super) fn date_text(&self) -> &str {
        let Some((start, end)) = address_range(&self.text) else { return &self.text };
        let (before, behind) = (&self.text[..start], &self.text[end..]);
        if before.contains(|digit: char| digit.is_ascii_digit()) { before } else { behind }
    }
}

/// `>>> Jan Peeters <j@d.example> 14/11/2025 9:12 >>>`, as GroupWise introduces what is not quoted below.
pub(super) fn is_between_marks(line: &Line) -> bool {
    line.depth == 3 && line.text.ends_with(">>>") && has_year_or_time(line.text)
}

/// True for an introduction with the quoted text behind it on the same line, as a program for phones writes it.
pub(super) fn begins_with_introduction(line: &Line) -> bool {
    let Some(colon) = line.text.find(":  ").filter(|_| line.text.contains('@')) else {
        return false;
    };
    let own = Line { text: &line.text[..=colon], ..*line };
    let read = Attribution::read(&[own], 0);
    read.is_some_and(|read| {
        read.offset == 0 && address_range(&read.text).is_some() && ends_with_verb(&read.text)
    })
}

/// Where an attribution may begin in a line: at its start, or behind an answer that shares the line.
fn beginning(text: &str) -> Option<usize> {
    let dashes = text.len() - text.trim_start_matches(['-', '—', '–', ' ', '*', '>']).len();
    let words = &text[dashes..];
    if attribution_shape::may_begin(words) || dashes >= 3 && words.contains("wrote") {
        return Some(0);
    }
    let is_broken = BEFORE_BROKEN_VERB.ending(text).next().is_some() || is_before_broken_date(text);
    if !is_broken && !text.ends_with([':', '：', '>', ')', '\u{202c}', '\u{2069}']) {
        return None;
    }
    shared_line_offset(text)
        .or_else(|| (address_range(text).is_some() || has_year_or_time(text)).then_some(0))
}

/// `Jan <j@d.example> ezt írta (időpont: 2025. márc. 4.,`, the rest of the date on the next line.
fn is_before_broken_date(text: &str) -> bool {
    let words = match text.rsplit_once('(') {
        Some((words, date)) if !date.contains(')') => words.trim_end(),
        _ => text,
    };
    words.ends_with(char::is_alphabetic) && ends_with_verb(words) && address_range(words).is_some()
}

/// "Fine. On Wed, 4 Apr 2012, Jan wrote:": where the answer ends.
fn shared_line_offset(text: &str) -> Option<usize> {
    let at = [" On ", "--On ", " Le ", " Op ", " Am "].iter().find_map(|word| text.rfind(word))?;
    let rest = &text[at..];
    let is_dated = rest.contains(|digit: char| digit.is_ascii_digit()) && ends_with_verb(rest);
    is_dated.then(|| text[..at].trim_end_matches(['-', ' ']).len())
}

/// The name at the end of the words before an address: what follows the last date, time or verb.
fn name_at_end(before: &str) -> Option<String> {
    let words: Vec<&str> =
        before.split([' ', '\u{a0}', '\t', '、', '，']).filter(|word| !word.is_empty()).collect();
    let start = words.iter().rposition(|word| !is_name_word(word)).map_or(0, |at| at + 1);
    let name = clean_name(&words.get(start..)?.join(" "));
    (!name.is_empty()).then_some(name)
}

/// The name in an attribution without an address: between the date and the verb.
fn name_between(text: &str) -> Option<String> {
    let text = trim_blanks(text.trim_matches([':', '：', ' ', '-', '\u{a0}']));
    let lower = text.to_lowercase();
    let is_same_length = lower.len() == text.len();
    let verb = ENDINGS.ending(&lower).map(str::len).max();
    let end = verb.filter(|_| is_same_length).map_or(text.len(), |length| text.len() - length);
    let before = text[..end].trim_end_matches([' ', ',']);
    name_at_end(before.rsplit(", ").next().unwrap_or(before))
}

fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches(['"', '\'', ',', '(', ')', '.', '<']);
    let lower = bare.to_lowercase();
    !bare.is_empty()
        && !bare.contains(|digit: char| digit.is_ascii_digit())
        && !(word.ends_with(',') && (is_weekday(bare) || month_number(bare).is_some()))
        && !NO_NAMES.has(&lower)
        && !VERBS_BEFORE_NAME.has(&lower)
}

#[cfg(test)]
#[path = "attribution_tests.rs"]
mod tests;
