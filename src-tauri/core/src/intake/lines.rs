//! A body as lines with their quote depth.

use super::html_markers::Hint;
use super::html_text::MarkedText;

/// Lines that are looked at; the rest of a longer body counts as one last line.
const MAX_LINES: usize = 20_000;

/// One line of a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// The line as it stands, without its line end.
    pub(super) raw: &'t str,
    /// The line without quote marks and blanks around.
    pub(super) text: &'t str,
    /// How many times it is quoted.
    pub(super) depth: usize,
    pub(super) is_quote_start: bool,
    pub(super) is_forward_start: bool,
    pub(super) is_signature_start: bool,
    pub(super) is_signature_end: bool,
    pub(super) is_below_rule: bool,
    pub(super) is_label: bool,
}

impl Line<'_> {
    /// True for a line without text, quoted or not.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// Takes a body apart into lines.
pub(super) fn lines(body: &MarkedText) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut rest = body.text.as_str();
    let mut hints = body.hints.iter().peekable();
    while !rest.is_empty() {
        let (raw, after) = match memchr::memchr(b'\n', rest.as_bytes()) {
            Some(end) if lines.len() + 1 < MAX_LINES => (&rest[..end], &rest[end + 1..]),
            _ => (rest, ""),
        };
        let (depth, text) = unquote(raw);
        let mut line = Line {
            raw: raw.strip_suffix('\r').unwrap_or(raw),
            text,
            depth,
            is_quote_start: false,
            is_forward_start: false,
            is_signature_start: false,
            is_signature_end: false,
            is_below_rule: false,
            is_label: false,
        };
        while let Some((_, hint)) = hints.next_if(|(number, _)| *number <= lines.len()) {
            match hint {
                Hint::Quote => line.is_quote_start = true,
                Hint::Forward => line.is_forward_start = true,
                Hint::Signature => line.is_signature_start = true,
                Hint::SignatureEnd => line.is_signature_end = true,
                Hint::Rule => line.is_below_rule = true,
                Hint::Label => line.is_label = true,
            }
        }
        lines.push(line);
        rest = after;
    }
    lines
}

/// The quote depth of a line and what stands behind its quote marks.
fn unquote(raw: &str) -> (usize, &str) {
    let mut rest = raw.trim_start_matches([' ', '\t', '\u{a0}']);
    if raw.len() - rest.len() > 3 {
        return (0, trim_blanks(raw));
    }
    let mut depth = 0;
    while let Some(after) = strip_mark(rest) {
        depth += 1;
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    (depth, trim_blanks(rest))
}

/// What stands behind a quote mark. `>= 18 cm` begins with none: it says how much at least.
fn strip_mark(text: &str) -> Option<&str> {
    let after = text.strip_prefix('>')?;
    let behind = after.strip_prefix('=').map(|behind| behind.trim_start_matches([' ', '\u{a0}']));
    let is_least = behind.is_some_and(|behind| behind.starts_with(|first: char| first.is_ascii_digit()));
    (!is_least).then_some(after)
}

/// Trims blanks, no-break spaces and marks that show nothing.
pub(super) fn trim_blanks(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
    })
}

/// Lines joined again as they stood, without blank lines at both ends.
pub(super) fn join_raw<'l, 't: 'l>(lines: impl IntoIterator<Item = &'l Line<'t>>) -> String {
    join(lines.into_iter().map(|line| line.raw))
}

/// Lines joined with one level or more of quoting taken away.
pub(super) fn join_unquoted<'l, 't: 'l>(
    lines: impl IntoIterator<Item = &'l Line<'t>>,
    levels: usize,
) -> String {
    join(lines.into_iter().map(|line| strip_levels(line.raw, levels)))
}

fn strip_levels(raw: &str, levels: usize) -> &str {
    let mut rest = raw;
    for _ in 0..levels {
        let Some(after) = strip_mark(rest.trim_start_matches([' ', '\t', '\u{a0}'])) else {
            break;
        };
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    rest
}

fn join<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    let mut joined = String::new();
    let mut blank_lines = 0;
    for line in lines {
        let line = line.trim_end();
        if line.is_empty() {
            blank_lines += 1;
            continue;
        }
        if !joined.is_empty() {
            joined.extend(std::iter::repeat_n('\n', blank_lines + 1));
        }
        blank_lines = 0;
        joined.push_str(line);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quote_marks_give_the_depth() {
        let body = MarkedText::plain("a\n> b\n> > c\n>>d\n    > code\n>\n".into());
        let read: Vec<(usize, &str)> = lines(&body).iter().map(|line| (line.depth, line.text)).collect();
        assert_eq!(read, [(0, "a"), (1, "b"), (2, "c"), (2, "d"), (0, "> code"), (1, "")]);
    }

    #[test]
    fn a_least_measure_is_no_quote() {
        let body = MarkedText::plain(">= 18 cm\n>=18 cm\n> >= 18 cm\n>===\n>=\n".into());
        let read: Vec<(usize, &str)> = lines(&body).iter().map(|line| (line.depth, line.text)).collect();
        assert_eq!(read, [(0, ">= 18 cm"), (0, ">=18 cm"), (1, ">= 18 cm"), (1, "==="), (1, "=")]);
        assert_eq!(join_unquoted(&lines(&body)[..3], 1), ">= 18 cm\n>=18 cm\n>= 18 cm");
    }

    #[test]
    fn joining_keeps_inner_blank_lines_only() {
        let body = MarkedText::plain("\n\na\n\nb  \n\n".into());
        assert_eq!(join_raw(&lines(&body)), "a\n\nb");
    }

    #[test]
    fn quoting_is_taken_away_by_level() {
        let body = MarkedText::plain("> a\n> > b".into());
        assert_eq!(join_unquoted(&lines(&body), 1), "a\n> b");
    }

    #[test]
    fn a_body_of_countless_lines_is_bounded() {
        let body = MarkedText::plain("x\n".repeat(100_000));
        assert_eq!(lines(&body).len(), MAX_LINES);
    }
}
