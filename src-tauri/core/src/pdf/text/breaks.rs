//! Where a text may break, and what of it can be printed.

/// Shows as a hyphen only where a line breaks.
pub const SOFT_HYPHEN: char = '\u{ad}';
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Stretches of text after which a line may end.
pub fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((position, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let hyphenates = matches!(character, '-' | '\u{2010}' | '–' | '—' | '/')
            && before.is_alphabetic()
            && next.is_some_and(char::is_alphabetic);
        let breaks = match character {
            ' ' => next != Some(' '),
            SOFT_HYPHEN | ZERO_WIDTH_SPACE => true,
            _ => hyphenates,
        };
        before = character;
        let end = position + character.len_utf8();
        if breaks && next.is_some() {
            pieces.push((start, end));
            start = end;
        }
    }
    if start < text.len() {
        pieces.push((start, text.len()));
    }
    pieces
}

/// The text without what cannot be printed: tabs become spaces, line ends `\n`, other
/// control and direction characters go.
pub fn printable(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|character| match character {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Some('\n'),
            '\t' => Some(' '),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
            other if other.is_control() => None,
            other => Some(other),
        })
        .collect()
}
