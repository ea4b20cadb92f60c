//! Where a text ends and its writer signs.

use super::addresses::address_range;
use super::lines::{Line, join_raw};
use super::model::ReplyParts;
use super::separator::is_rule;
use super::signature_lines::{is_sent_from, is_specification};
use super::words::closings::{CLOSINGS, GOES_ON, IN_ADVANCE, SMALL_PRINT};
use super::words::{lower, plain};

/// A text with its signature told apart.
#[derive(Debug)]
pub(super) struct Signed {
    text: String,
    signature: String,
}

impl Signed {
    pub(super) fn into_parts(self, quoted: String) -> ReplyParts {
        ReplyParts { text: self.text, quoted, signature: self.signature }
    }
}

/// More lines of text than this below its beginning are no signature.
const MAX_LINES: usize = 14;
/// A line of a signature is seldom longer; a disclaimer below it may be.
const MAX_LINE_LENGTH: usize = 90;

/// Splits a text before its signature: at the separator, the closing words, the line of a phone, or the
/// block of name and addresses at its end. A text that is nothing but a signature stays a text.
pub(super) fn split_signature(lines: &[Line], sender_name: &str) -> Signed {
    let end = lines.iter().rposition(|line| !line.is_blank()).map_or(0, |last| last + 1);
    let lines = &lines[..end];
    let first = lines.iter().position(|line| !line.is_blank()).unwrap_or(0);
    let small_print = small_print_start(lines);
    let start = start_of_signature(&lines[..small_print], first, sender_name).filter(|&start| start > first);
    let start = start.unwrap_or(if small_print > first { small_print } else { end });
    let postscript = postscript(&lines[..small_print.max(start)], start);
    let (text, signature) = lines.split_at(start);
    let (signed, added) =
        postscript.map_or((signature, &[][..]), |(from, to)| (&lines[start..from], &lines[from..to]));
    let rest = &lines[start + signed.len() + added.len()..];
    Signed {
        text: join_paragraphs(&join_raw(text), &join_raw(added)),
        signature: join_paragraphs(&join_raw(signed), &join_raw(rest)),
    }
}

fn join_paragraphs(above: &str, below: &str) -> String {
    [above, below].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The paragraph below a signature that still belongs to the text: a postscript, or a question that came to
/// mind after the closing. What stands below the ways to reach somebody is the slogan of a company.
fn postscript(lines: &[Line], start: usize) -> Option<(usize, usize)> {
    let is_below_closing = lines.get(start).is_some_and(|line| is_closing(line.text));
    let from = (start + 1..lines.len())
        .take_while(|&at| !is_contact(lines[at].text) || begins_postscript(lines[at].text))
        .find(|&at| {
            let text = lines[at].text;
            let is_question =
                || is_below_closing && text.ends_with('?') && text.split_whitespace().count() >= 4;
            lines[at].depth == 0
                && lines[at - 1].is_blank()
                && (begins_postscript(text) || is_question() && !is_sent_from(text))
        })?;
    let length = lines[from..].iter().take_while(|line| !line.is_blank() && !is_sent_from(line.text)).count();
    Some((from, from + length))
}

/// `PS: …`, `P.S. …`, `NB : …`
fn begins_postscript(text: &str) -> bool {
    let word: String = text.chars().take_while(|mark| mark.is_alphabetic() || ".-".contains(*mark)).collect();
    let behind = &text[word.len()..];
    let is_marked = word.ends_with('.') || behind.trim_start().starts_with([':', ',', '-', '–']);
    let letters: String = word.chars().filter(|mark| mark.is_alphabetic()).collect();
    is_marked && behind.len() > 2 && matches!(letters.as_str(), "PS" | "PPS" | "NB" | "ps" | "Ps" | "nb")
}

/// Where the paragraphs of companies and virus scanners begin that end a text; its end if there are none.
fn small_print_start(lines: &[Line]) -> usize {
    let mut start = lines.len();
    let mut end = lines.len();
    // A few paragraphs, in two languages perhaps.
    for _ in 0..8 {
        let Some(last) = lines[..end].iter().rposition(|line| !line.is_blank()) else { break };
        let first = lines[..last].iter().rposition(Line::is_blank).map_or(0, |blank| blank + 1);
        let paragraph = &lines[first..=last];
        if paragraph.len() > 40 || paragraph.iter().any(|line| line.depth > 0) {
            break;
        }
        let text = paragraph.iter().map(|line| line.text).collect::<Vec<_>>().join(" ");
        let text = plain(&text);
        if SMALL_PRINT.within(&text).is_some() {
            start = first;
        } else if !(is_rule(&text) || paragraph.len() == 1 && text.starts_with("http")) {
            break;
        }
        end = first;
    }
    start
}

fn start_of_signature(lines: &[Line], first: usize, sender_name: &str) -> Option<usize> {
    let tail = (first + 1).max(tail_start(lines));
    let candidates = [
        marked_start(lines),
        separator_start(lines, tail),
        closing_start(lines, tail),
        sent_from_start(lines, sender_name),
        dashed_name_start(lines),
        contact_block_start(lines, first, sender_name),
    ];
    candidates.into_iter().flatten().filter(|&start| start > first).min()
}

/// Where a signature can begin at the earliest: no more lines of text follow than the longest has.
fn tail_start(lines: &[Line]) -> usize {
    let mut written = lines.iter().enumerate().rev().filter(|(_, line)| !line.is_blank());
    written.nth(4 * MAX_LINES + 1).map_or(0, |(at, _)| at)
}

/// A signature that the markup names, with nothing of the text below it.
fn marked_start(lines: &[Line]) -> Option<usize> {
    let start = lines.iter().position(|line| line.is_signature_start)?;
    let ends = lines[start..].iter().position(|line| line.is_signature_end).map(|offset| start + offset);
    let below = ends.map_or(&[][..], |end| &lines[end..]);
    let is_last = below.iter().filter(|line| !line.is_blank()).count() <= 2;
    let above = lines[..start].iter().rposition(|line| !line.is_blank());
    // The separator above the marked block belongs to it.
    is_last.then(|| above.filter(|&above| is_separator(lines[above].text)).unwrap_or(start))
}

/// `-- ` (RFC 3676 section 4.3), alone on its line, in the widths that people draw it.
pub(super) fn is_separator(text: &str) -> bool {
    matches!(text, "--" | "—" | "–" | "- -" | "---" | "––" | "——" | "__" | "-- -")
}

fn separator_start(lines: &[Line], tail: usize) -> Option<usize> {
    (tail..lines.len()).find(|&at| {
        let text = lines[at].text;
        let below = &lines[at + 1..];
        let count = below.iter().filter(|line| !line.is_blank()).count();
        // The separator as the standard writes it, with its blank, is used for nothing else.
        if lines[at].raw != "-- " && (is_separator(text) || is_rule(text)) && is_drawn_in_text(lines, at) {
            return false;
        }
        if is_separator(text) && lines[at].depth == 0 {
            return count > 0 && (count <= MAX_LINES || text == "--" && count <= 4 * MAX_LINES);
        }
        is_rule(text)
            && count > 0
            && count <= MAX_LINES
            && is_short(below)
            && (has_contact(below) || count <= 3)
    })
}

/// A line drawn between parts of a text, not above a signature: it is drawn again, or a list, a question or
/// the closing follows.
fn is_drawn_in_text(lines: &[Line], at: usize) -> bool {
    let below = &lines[at + 1..];
    let before_contact = || below.iter().take_while(|line| !is_contact(line.text));
    let is_same = |line: &Line| line.text == lines[at].text;
    let is_other = |line: &Line| !line.is_blank() && !is_same(line);
    // Something stands on both sides: two separators in a row are one.
    let above = lines[..at].iter().rev().skip_while(|line| !is_other(line));
    let last = below.iter().rposition(|line| !line.is_blank());
    let mut again = before_contact().enumerate().skip_while(|(_, line)| !is_other(line));
    let is_drawn_again =
        above.into_iter().any(is_same) || again.any(|(offset, line)| is_same(line) && Some(offset) != last);
    let mut written = before_contact().filter(|line| is_other(line));
    // A closing directly below the line is the signature itself.
    let first = written.next();
    is_drawn_again
        || first.is_some_and(|line| is_list_item(line.text))
        || before_contact().any(|line| line.text.ends_with('?') && line.text.split_whitespace().count() > 2)
        || written.any(|line| is_closing(line.text) || is_list_item(line.text))
}

/// `1. Fix the door`, `- two windows`
fn is_list_item(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = (1..=2).contains(&digits) && text[digits..].starts_with([')', '.']);
    (is_numbered && text[digits + 1..].starts_with(' '))
        || ["- ", "* ", "• "].iter().any(|mark| text.starts_with(mark))
}

fn is_short(lines: &[Line]) -> bool {
    lines.iter().all(|line| line.text.chars().count() <= MAX_LINE_LENGTH)
}

/// Closing words, then at most a name and its details.
fn closing_start(lines: &[Line], tail: usize) -> Option<usize> {
    (tail..lines.len()).find(|&at| {
        let line = &lines[at];
        if line.depth > 0 || !is_closing(line.text) {
            return false;
        }
        let below = lines[at + 1..].iter().filter(|line| !line.is_blank());
        let below: Vec<&Line> = below.take_while(|line| !begins_postscript(line.text)).collect();
        below.len() <= MAX_LINES
            && !below.iter().any(|line| is_specification(line.text))
            && below.iter().take(4).all(|line| line.depth == 0 && is_name_or_detail(line.text))
    })
}

/// What stands before closing words.
const CLOSING_MARKS: [char; 4] = ['*', '_', '-', ' '];

/// A line that is a closing, not one that begins a sentence with the same words.
pub(super) fn is_closing(text: &str) -> bool {
    let bare = text.trim_start_matches(CLOSING_MARKS);
    if !CLOSINGS.may_begin(bare) || text.chars().count() > 60 {
        return false;
    }
    let bare = bare.replace('’', "'");
    let lowered = &*lower(&bare);
    CLOSINGS.beginning(lowered).any(|closing| {
        let rest = &lowered[closing.len()..];
        let words = rest.split_whitespace().count();
        let ends = rest.is_empty()
            || rest.starts_with([',', '.', '!', '*', ' ', ';', ':', '…', '-', '。', '，', '、']);
        // "Thanks for your attention." goes on; "Thanks a lot, Jan" does not.
        let goes_on = || {
            GOES_ON.beginning(rest).any(|_| !IN_ADVANCE.beginning(rest.trim_start()).any(|_| true))
                || words > 4 && GOES_ON.within(rest).is_some()
        };
        let is_sentence = || bare.get(closing.len()..).is_some_and(is_sentence_behind);
        ends && words <= 5 && !goes_on() && !is_sentence() && !text.ends_with('?')
    })
}

/// "Many thanks, please book Tuesday.": what stands behind a mark is neither a name nor another closing.
fn is_sentence_behind(rest: &str) -> bool {
    let Some((_, behind)) = rest.split_once([',', '.', '!', ';', ':']) else {
        return false;
    };
    let behind = behind.trim_matches([',', '.', '!', '*', ' ']);
    let words: Vec<&str> = behind.split_whitespace().collect();
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    let begins_small = behind.starts_with(char::is_lowercase);
    words.len() >= 2 && (begins_small || small >= 2 && !behind.contains(',')) && !is_closing(behind)
}

fn is_name_or_detail(text: &str) -> bool {
    let length = text.chars().count();
    length <= 50 || is_contact(text) && length <= 160 || text.starts_with("http")
}

/// A line that a phone or an app added.
fn sent_from_start(lines: &[Line], sender_name: &str) -> Option<usize> {
    let at = lines.iter().rposition(|line| line.depth == 0 && is_sent_from(line.text))?;
    let below = lines[at + 1..].iter().filter(|line| !line.is_blank()).count();
    let written = |end: usize| lines[..end].iter().rposition(|line| !line.is_blank());
    let is_signed = |name: &usize| at - name <= 3 && is_name_of(lines[*name].text, sender_name);
    // A name below no text is the whole answer.
    let by_name = written(at).filter(is_signed).filter(|&name| written(name).is_some());
    (below <= 4).then(|| by_name.unwrap_or(if is_name_above(lines, at) { at - 1 } else { at }))
}

/// A name alone directly above the line of a phone signs with it.
fn is_name_above(lines: &[Line], at: usize) -> bool {
    let Some(name) = at.checked_sub(1).map(|above| &lines[above]).filter(|line| !line.is_blank()) else {
        return false;
    };
    // Below other text: a single word above the line of a phone is the whole answer.
    let begins_paragraph =
        at >= 2 && lines[at - 2].is_blank() && lines[..at - 2].iter().any(|line| !line.is_blank());
    let words: Vec<&str> = name.text.split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let is_written = |character: char| character.is_alphabetic() || " .'-".contains(character);
    begins_paragraph && words.len() <= 3 && words.iter().all(is_capital) && name.text.chars().all(is_written)
}

/// `- Jan` as the last line.
fn dashed_name_start(lines: &[Line]) -> Option<usize> {
    let last = lines.len().checked_sub(1)?;
    let at = (last.saturating_sub(3)..=last).find(|&at| is_dashed_name(lines[at].text))?;
    let is_list = lines[..at].iter().any(|line| line.text.starts_with(['-', '*', '•']));
    let below = lines[at + 1..].iter().filter(|line| !line.is_blank());
    (!is_list && below.clone().all(|line| is_sent_from(line.text) || is_contact(line.text))).then_some(at)
}

fn is_dashed_name(text: &str) -> bool {
    let Some(name) = text.strip_prefix(['-', '–', '—']) else {
        return false;
    };
    let name = name.trim();
    let words: Vec<&str> = name.split(' ').collect();
    !name.is_empty()
        && words.len() <= 3
        && name.chars().all(|character| character.is_alphabetic() || " .'-".contains(character))
        && name.len() < 40
}

/// The last paragraph, if it is the sender's name or a block of ways to reach somebody.
fn contact_block_start(lines: &[Line], first: usize, sender_name: &str) -> Option<usize> {
    let start = lines.iter().rposition(Line::is_blank).map_or(first, |blank| blank + 1);
    let block = &lines[start..];
    if block.is_empty() || block.len() > 10 || block.iter().any(|line| line.depth > 0) || !is_short(block) {
        return None;
    }
    if block.iter().any(|line| is_specification(line.text)) {
        return None;
    }
    if is_name_of(block[0].text, sender_name) {
        return Some(start);
    }
    let contacts = block.iter().filter(|line| is_contact(line.text)).count();
    let ends_like_one = block[0].text.ends_with(['.', '?', ':', ',']) && !block[0].text.contains('@');
    let is_sentence = ends_like_one && block[0].text.split_whitespace().count() > 5;
    (block.len() >= 3 && contacts >= 2 && !is_sentence).then_some(start)
}

/// The sender's own name, or the first or last word of it.
pub(super) fn is_name_of(text: &str, sender_name: &str) -> bool {
    let text = text.trim_matches([',', '.', '*', '-', ' ']).to_lowercase();
    let name = sender_name.to_lowercase();
    !text.is_empty()
        && !name.is_empty()
        && (text == name || name.split([' ', ',']).any(|word| word.chars().count() >= 2 && word == text))
}

fn has_contact(lines: &[Line]) -> bool {
    lines.iter().any(|line| is_contact(line.text))
}

/// A line with a mail address, a site or a telephone number.
fn is_contact(text: &str) -> bool {
    let lower = lower(text);
    lower.contains("www.")
        || lower.starts_with("http")
        || is_phone_like(text)
        || address_range(text).is_some()
}

/// Eight digits or more, and hardly anything else but labels and marks of a telephone number.
fn is_phone_like(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.chars().filter(|character| character.is_alphabetic()).count();
    digits >= 8 && letters <= 14
}

#[cfg(test)]
#[path = "signature_tests.rs"]
mod tests;
