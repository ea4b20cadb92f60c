//! A text as words that know where they stand.

use std::borrow::Cow;

use crate::intake::words::{Phrases, plain};

/// Words that are looked at; facts stand near the beginning, or in a signature soon after.
const MAX_TOKENS: usize = 4_000;

/// A word without the punctuation around it.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    /// In lower case, with straight apostrophes.
    pub(super) lower: Cow<'t, str>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// It is the first word of its line.
    pub(super) begins_line: bool,
    /// What stood right behind it: a comma, a full stop, a line end.
    pub(super) ends_clause: bool,
}

impl Token<'_> {
    /// True if it begins with a capital letter.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// True if it holds nothing but digits.
    pub(super) fn is_number(&self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The words of a text.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token<'t>>,
}

fn opens(mark: char) -> bool {
    matches!(
        mark,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '«'
            | '“'
            | '„'
            | '‘'
            | '*'
            | '_'
            | '<'
            | '>'
            | '•'
            | '-'
            | '–'
            | '|'
            | '~'
    )
}

fn closes(mark: char) -> bool {
    matches!(
        mark,
        ')' | ']'
            | '}'
            | '"'
            | '\''
            | '»'
            | '”'
            | '“'
            | '’'
            | '*'
            | '_'
            | '>'
            | ','
            | ';'
            | ':'
            | '.'
            | '!'
            | '?'
            | '|'
            | '…'
    )
}

impl<'t> Tokens<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut at = 0;
        let mut begins_line = true;
        for piece in text.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            let offset = word.len() - word.trim_start_matches(opens).len();
            let inner = word[offset..].trim_end_matches(closes);
            if inner.is_empty() {
                // A mark that stands alone ends the clause before it.
                if let Some(last) = tokens.last_mut() {
                    last.ends_clause |= !word.is_empty() && word != "-" && word != "–";
                }
            } else {
                let ends_clause =
                    word.ends_with([',', ';', '.', '!', '?', ':', ')', '|']) || piece.ends_with('\n');
                let (start, end) = (at + offset, at + offset + inner.len());
                tokens.push(Token { text: inner, lower: plain(inner), start, end, begins_line, ends_clause });
                begins_line = false;
            }
            begins_line |= piece.ends_with('\n');
            at += piece.len();
            if tokens.len() >= MAX_TOKENS {
                break;
            }
        }
        Self { text, tokens }
    }

    /// The text from one word to another, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> &'t str {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => self.text.get(first.start..last.end).unwrap_or_default(),
            _ => "",
        }
    }

    /// How many words from `first` on are the words of the longest of these phrases that stands there.
    pub(super) fn longest_phrase(&self, first: usize, phrases: &Phrases) -> Option<usize> {
        let phrases = phrases.with_first_word(&self.tokens.get(first)?.lower);
        phrases.iter().map(|phrase| self.phrase_length(first, phrase)).max().filter(|&length| length > 0)
    }

    /// How many words from `first` on are the words of a phrase; 0 if they are not.
    fn phrase_length(&self, first: usize, phrase: &str) -> usize {
        let mut length = 0;
        for word in phrase.split(' ') {
            match self.tokens.get(first + length) {
                Some(token) if token.lower == word => length += 1,
                _ => return 0,
            }
        }
        length
    }

    /// True if no line ends between two words.
    pub(super) fn on_one_line(&self, first: usize, last: usize) -> bool {
        (first + 1..=last).all(|index| self.tokens.get(index).is_some_and(|token| !token.begins_line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_punctuation_and_keep_their_place() {
        let tokens = Tokens::of("Rue (du Pont), 12.\n5000 Namur");
        let words: Vec<&str> = tokens.tokens.iter().map(|token| token.text).collect();
        assert_eq!(words, ["Rue", "du", "Pont", "12", "5000", "Namur"]);
        assert_eq!(tokens.span(0, 3), "Rue (du Pont), 12");
        assert!(tokens.tokens[4].begins_line && tokens.tokens[3].ends_clause);
        assert!(tokens.on_one_line(0, 3) && !tokens.on_one_line(3, 4));
    }

    #[test]
    fn phrases_are_found_whatever_their_case() {
        let tokens = Tokens::of("Dès que  possible, merci");
        assert_eq!(tokens.phrase_length(0, "dès que possible"), 3);
        assert_eq!(tokens.phrase_length(1, "dès que possible"), 0);
    }
}
