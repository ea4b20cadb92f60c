//! The header that programs write above a mail they forward or quote.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::addresses::address_range;
use super::dates::read_written_date;
use super::encoded_word::decode_line;
use super::lines::{Line, trim_blanks};
use super::separator::is_rule;
use super::signature::is_name_of;
use super::words::labels::{LABELS, Label, PLAIN_DATES};
use super::words::plain;

static KNOWN: LazyLock<FxHashMap<&str, Label>> = LazyLock::new(|| {
    let pairs = LABELS.iter().flat_map(|(label, words)| words.split('|').map(|word| (word.trim(), *label)));
    // The first meaning wins: "de" is a sender before it is anything else.
    pairs.rev().collect()
});

/// Label lines and what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeaderBlock {
    fields: Vec<(Label, String)>,
    /// The line after the block.
    pub(super) end: usize,
    /// The quote depth of its lines.
    pub(super) depth: usize,
    /// Brackets of the last value that are still open.
    open_brackets: usize,
    /// Lines that went on with the last value.
    continuations: usize,
}

/// A header has no more lines and fields than this, whatever stays open in it.
const MAX_LINES: usize = 40;
const MAX_FIELDS: usize = 20;
/// A bracket is closed within so many lines, or it is none of an address.
const MAX_LINES_IN_BRACKETS: usize = 3;

impl HeaderBlock {
    /// A block of fields that were read in another way.
    pub(super) fn of(fields: Vec<(Label, String)>, end: usize, depth: usize) -> Self {
        Self { fields, end, depth, open_brackets: 0, continuations: 0 }
    }

    /// What a field says, if it is there.
    pub(super) fn get(&self, label: Label) -> Option<&str> {
        self.fields.iter().find(|(found, _)| *found == label).map(|(_, value)| value.as_str())
    }

    /// How many different fields it has that say who wrote what to whom.
    pub(super) fn strength(&self) -> usize {
        [Label::From, Label::To, Label::Subject, Label::Date]
            .into_iter()
            .filter(|label| self.get(*label).is_some())
            .count()
    }

    /// True if a sender, and enough beside him, makes it the header of a mail and not a list of facts.
    pub(super) fn is_mail_header(&self) -> bool {
        let has_address = |label| self.get(label).is_some_and(|value| address_range(value).is_some());
        let has_sender = self.get(Label::From).is_some_and(|from| !from.is_empty());
        has_sender && (self.strength() >= 3 || self.strength() == 2 && has_address(Label::From))
            || self.get(Label::Date).is_some_and(|date| date.contains(|digit: char| digit.is_ascii_digit()))
                && (has_address(Label::To) || self.strength() >= 3)
    }

    /// True if an address or the hour tells that a mail was sent, and not that something goes from one place to
    /// another on a day.
    pub(super) fn says_sent(&self) -> bool {
        let has_hour = |(label, value): &(Label, String)| *label == Label::Date && has_hour(value);
        self.has_address() || self.fields.iter().any(has_hour)
    }

    /// True if an address stands in any of its fields.
    pub(super) fn has_address(&self) -> bool {
        self.fields.iter().any(|(_, value)| address_range(value).is_some())
    }

    /// True if an address, or the name of who sent the mail around, makes a correspondent of who is named.
    pub(super) fn has_correspondent(&self, sender_name: &str) -> bool {
        let people = [Label::From, Label::To].into_iter().filter_map(|label| self.get(label));
        people.into_iter().any(|value| address_range(value).is_some() || is_name_of(sender_name, value))
    }

    /// Reads the block that begins at a line; `None` if there is none.
    pub(super) fn read(lines: &[Line], start: usize) -> Option<Self> {
        let first = lines.get(start)?;
        let mut block =
            Self { fields: Vec::new(), end: start, depth: first.depth, open_brackets: 0, continuations: 0 };
        block.add_line(first.text).or_else(|| block.add_bare_date(lines, start))?;
        let mut blank_lines = 0;
        let mut at = start + 1;
        while let Some(line) =
            lines.get(at).filter(|_| at - start < MAX_LINES && block.fields.len() < MAX_FIELDS)
        {
            if line.is_blank() {
                blank_lines += 1;
                // Some programs double the line ends: a blank line between labels ends nothing.
                if blank_lines > 2 || block.strength() >= 4 || begins_header(lines, at + 1) {
                    break;
                }
            } else if line.depth != block.depth {
                break;
            } else if block.takes_as_label(line.text, blank_lines) {
                block.add_line(line.text)?;
                (block.end, blank_lines) = (at + 1, 0);
            } else if blank_lines == 0 && block.continues(lines, at) {
                block.append(line.text);
                block.end = at + 1;
            } else {
                break;
            }
            at += 1;
        }
        block.end = block.end.max(start + 1);
        Some(block)
    }

    /// A label that is not there yet; after a blank line only one that a header still lacks.
    fn takes_as_label(&self, text: &str, blank_lines: usize) -> bool {
        match read_label(text) {
            Some((Label::Other | Label::ReplyTo | Label::Cc, _)) => blank_lines == 0,
            Some((label, value)) => {
                self.get(label).is_none() && (blank_lines == 0 || self.strength() < 4 && !value.is_empty())
            }
            None => false,
        }
    }

    /// Adds the label of a line, or all labels of a line that holds several.
    fn add_line(&mut self, text: &str) -> Option<()> {
        let several = split_labels(text);
        if several.len() >= 3 {
            for (label, value) in several {
                self.push(label, value);
            }
        } else {
            let (label, value) = read_label(text)?;
            self.push(label, value);
        }
        Some(())
    }

    fn push(&mut self, label: Label, value: &str) {
        self.fields.push((label, clean_value(value)));
        (self.open_brackets, self.continuations) = (0, 0);
        self.count_brackets(value);
    }

    fn count_brackets(&mut self, text: &str) {
        let open = self.open_brackets + text.matches(['<', '[']).count();
        self.open_brackets = open.saturating_sub(text.matches(['>', ']']).count());
    }

    /// A first line whose date stands behind its label without a colon, above labels that have theirs:
    /// `Message du 13/04/21 09:37`.
    fn add_bare_date(&mut self, lines: &[Line], at: usize) -> Option<()> {
        let text = lines[at].text;
        let blanks = text.char_indices().filter(|(_, character)| character.is_whitespace()).take(3);
        let date = blanks
            .map(|(end, _)| (known_label(&text[..end]), trim_blanks(&text[end..])))
            .find(|(label, date)| *label == Some(Label::Date) && read_written_date(date).is_some())?;
        read_label(lines.get(at + 1)?.text)?;
        self.fields.push((Label::Date, date.1.to_owned()));
        Some(())
    }

    /// True for a line that goes on with the value above it.
    fn continues(&self, lines: &[Line], at: usize) -> bool {
        let Some((label, value)) = self.fields.last() else {
            return false;
        };
        let text = lines[at].text;
        let is_open = value.is_empty()
            || value.ends_with([',', ';', '<', '[', '('])
            || self.open_brackets > 0 && self.continuations < MAX_LINES_IN_BRACKETS
            || text.starts_with(['<', '[', '(']) && matches!(label, Label::From | Label::To | Label::Cc);
        let label_follows = || {
            let next = lines.get(at + 1).filter(|line| line.depth == self.depth && !line.is_blank());
            next.and_then(|line| read_label(line.text))
                .is_some_and(|(next, _)| next == Label::Other || self.get(next).is_none())
        };
        is_open || label_follows()
    }

    fn append(&mut self, text: &str) {
        if let Some((_, value)) = self.fields.last_mut() {
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(&clean_value(text));
        }
        self.continuations += 1;
        self.count_brackets(text);
    }
}

/// True where a whole header begins, the sender first: what stands above a blank line is none of it.
fn begins_header(lines: &[Line], start: usize) -> bool {
    let labels = || lines[start..].iter().take(4).map_while(|line| read_label(line.text));
    let has = |label| labels().any(|(found, value)| found == label && !value.is_empty());
    let begins = labels().next().is_some_and(|(label, _)| label == Label::From);
    begins && [Label::To, Label::Subject, Label::Date].into_iter().filter(|label| has(*label)).count() >= 2
}

/// True for the line below a rule, of the markup or drawn.
pub(super) fn is_below_rule(lines: &[Line], at: usize) -> bool {
    let above = || lines[at.saturating_sub(4)..at].iter().rev().find(|line| !line.is_blank());
    lines[at].is_below_rule || above().is_some_and(|line| is_rule(line.text))
}

/// `Envoyé :`, `Sent:`: a label that says more than which day something is.
pub(super) fn says_sent_by_label(lines: &[Line]) -> bool {
    lines.iter().any(|line| {
        let is_date = || read_label(line.text).is_some_and(|(label, _)| label == Label::Date);
        let word = line.text.split([':', '：']).next().unwrap_or_default();
        let word = trim_blanks(word.trim_matches(['*', '_', '|', ' ', '\u{a0}']));
        is_date() && !PLAIN_DATES.has(&plain(word))
    })
}

/// A label at the start of a line and what stands behind its colon.
pub(super) fn read_label(text: &str) -> Option<(Label, &str)> {
    let text = text.trim_start_matches(['*', '_', '|', ' ', '\u{a0}']);
    let colon = text
        .char_indices()
        .take(32)
        .find(|(_, character)| matches!(character, ':' | '：'))
        .map(|(at, _)| at)?;
    let word = trim_blanks(text[..colon].trim_end_matches(['*', '_', ' ']));
    let label = known_label(word)?;
    let value = &text[colon + text[colon..].chars().next().map_or(1, char::len_utf8)..];
    Some((label, trim_blanks(value.trim_start_matches(['*', '_']))))
}

/// The field that a label names, in any language of the tables.
pub(super) fn known_label(word: &str) -> Option<Label> {
    if word.is_empty() || word.len() > 60 {
        return None;
    }
    if let Some(label) = KNOWN.get(word) {
        return Some(*label);
    }
    KNOWN.get(plain(word).as_ref()).copied()
}

/// The labels of a line that holds several, in order; the first must begin the line.
fn split_labels(text: &str) -> Vec<(Label, &str)> {
    let mut found: Vec<(Label, usize, usize)> = Vec::new();
    for (colon, mark) in text.char_indices().filter(|(_, character)| matches!(character, ':' | '：')).take(40)
    {
        let from = found.last().map_or(0, |&(_, _, value)| value);
        let Some((label, start)) = label_before(text, from, colon) else {
            continue;
        };
        if found.is_empty() && start > 0 && !text[..start].chars().all(|character| "*_ ".contains(character))
        {
            return Vec::new();
        }
        if !found.iter().any(|(known, ..)| *known == label) {
            found.push((label, start, colon + mark.len_utf8()));
        }
    }
    let ends = found.iter().skip(1).map(|&(_, start, _)| start).chain([text.len()]).collect::<Vec<_>>();
    found
        .iter()
        .zip(ends)
        .map(|(&(label, _, value), end)| (label, trim_blanks(&text[value..end.max(value)])))
        .collect()
}

/// The longest label that ends at a colon.
fn label_before(text: &str, from: usize, colon: usize) -> Option<(Label, usize)> {
    let mut before = None;
    for (at, character) in text[from..colon].char_indices() {
        let begins = character.is_alphabetic()
            && match before {
                None => true,
                // "09:59 AMSubject:" begins a label as much as "ex.exampleTo:" does.
                Some(previous) => {
                    !char::is_alphabetic(previous)
                        || character.is_uppercase()
                            && (previous.is_lowercase() || rest_is_lower(&text[from + at..]))
                }
            };
        before = Some(character);
        if begins
            && colon - from - at <= 60
            && let Some(label) = known_label(text[from + at..colon].trim_end_matches(['*', ' ', '\u{a0}']))
        {
            return Some((label, from + at));
        }
    }
    None
}

fn rest_is_lower(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_lowercase)
}

/// Hours and minutes, `9:12`, `9h12` or `9.12`, that are no part of a date such as `14.03.2025`.
fn has_hour(date: &str) -> bool {
    let numbers = date.split(|mark: char| mark.is_whitespace() || matches!(mark, ',' | '(' | ')'));
    numbers.filter(|word| word.contains(|digit: char| digit.is_ascii_digit())).any(|word| {
        let parts: Vec<&str> = word.split([':', '：', '.', 'h', '时', '時', '点', '시']).collect();
        let is_number = |part: &&str| (1..=2).contains(&part.bytes().take_while(u8::is_ascii_digit).count());
        word.contains([':', '：', '时', '時', '点', '시']) || parts.len() == 2 && parts.iter().all(is_number)
    })
}

fn clean_value(value: &str) -> String {
    let value = trim_blanks(value.trim_matches(['*', ' ', '\t', '|']));
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    // Some programs show encoded words (RFC 2047) as they stand in the header.
    if value.contains("=?") { decode_line(value.as_bytes(), Some("utf-8")) } else { value }
}

#[cfg(test)]
#[path = "header_block_tests.rs"]
mod tests;
