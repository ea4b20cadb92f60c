//! Numbers as people write them.

/// A number with thousands separators and decimals of any convention: `1.250,50`, `1 250.5`, `3,5`,
/// `12`. Hundredths are kept; more decimals, or anything else, are `None`.
pub(super) fn parse_hundredths(text: &str) -> Option<i64> {
    if !text.starts_with(|first: char| first.is_ascii_digit() || is_blank(first)) {
        return None;
    }
    let text: String = text.chars().filter(|&character| !is_blank(character)).collect();
    if text.is_empty() || !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let last_mark = text.rfind(['.', ',']);
    let (whole, decimals) = match last_mark {
        Some(at) if is_decimal_mark(&text, at) => (&text[..at], &text[at + 1..]),
        _ => (text.as_str(), ""),
    };
    if !is_grouped(whole) {
        return None;
    }
    let whole: String = whole.chars().filter(|character| !matches!(character, '.' | ',')).collect();
    if decimals.len() > 2
        || whole.len() > 12
        || !(whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let hundredths = format!("{decimals:0<2}");
    Some(whole.parse::<i64>().ok()? * 100 + hundredths.parse::<i64>().ok()?)
}

/// Blanks and apostrophes stand between thousands.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '\'')
}

/// Marks stand between thousands only; `12.05.2025` is a date.
fn is_grouped(whole: &str) -> bool {
    whole.split(['.', ',']).skip(1).all(|group| group.len() == 3)
}

/// The last mark separates decimals unless exactly three digits follow it, as behind thousands.
fn is_decimal_mark(text: &str, at: usize) -> bool {
    let after = text.len() - at - 1;
    let mark = &text[at..at + 1];
    let is_only_kind = !text[..at].contains(mark);
    after != 3 && is_only_kind || after <= 2
}

/// Hundredths as a plain number with a decimal point: `1250.5`, `12`.
pub(super) fn show_hundredths(hundredths: i64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_convention_are_read() {
        for (text, shown) in [
            ("12", "12"),
            ("3,5", "3.5"),
            ("1.250,50", "1250.5"),
            ("1,250.55", "1250.55"),
            ("1 250", "1250"),
            ("12.000", "12000"),
            ("5.000.000", "5000000"),
        ] {
            assert_eq!(parse_hundredths(text).map(show_hundredths).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "x", "1,2345", "12a", ".5", "12.05.2025", "10.12.24", "1..5"] {
            assert_eq!(parse_hundredths(text), None, "{text}");
        }
    }
}
