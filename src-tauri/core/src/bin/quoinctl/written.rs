//! How this program writes instants, amounts and figures: plain for scripts, short for people.

use std::fmt::Write as _;

use quoin_core::clock::Timestamp;
use quoin_core::money::Money;

/// For JSON: RFC 3339 in UTC.
pub fn instant(at: Timestamp) -> String {
    at.to_rfc3339().unwrap_or_default()
}

/// For people: day and minute in this machine's time zone.
pub fn moment(at: Timestamp) -> String {
    local(at, "%Y-%m-%d %H:%M")
}

/// An instant in this machine's time zone, in a form of strftime.
pub fn local(at: Timestamp, form: &str) -> String {
    jiff::Timestamp::from_millisecond(at.0)
        .map(|instant| instant.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime(form).to_string())
        .unwrap_or_default()
}

/// An amount as a plain decimal: `10293.03`.
pub fn decimal(amount: Money) -> String {
    figure(amount.minor, 2, 2)
}

/// An integer with a number of decimals as a plain decimal, with no more zeros than needed.
pub fn figure(value: i64, decimals: usize, at_least: usize) -> String {
    quoin_core::quote::decimal_text(value, decimals, at_least, quoin_core::language::Language::En)
}

/// A text on one line, cut to a number of letters.
pub fn short(text: &str, letters: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= letters {
        return line;
    }
    let mut cut: String = line.chars().take(letters.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// Rows in columns, two spaces between them, the last column as it is.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            // Writing to a String does not fail.
            let _ = write!(line, "{cell:<width$}  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.trim_end().to_owned()
}

/// A text with every line moved to the right.
pub fn indented(text: &str) -> String {
    text.lines()
        .map(|line| if line.is_empty() { String::new() } else { format!("    {line}") })
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_plain_decimals() {
        assert_eq!(decimal(Money::euro_cents(1_029_303)), "10293.03");
        assert_eq!(decimal(Money::euro_cents(-5)), "-0.05");
        assert_eq!(figure(7200, 3, 0), "7.2");
    }

    #[test]
    fn columns_stand_below_each_other() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(table(&[row(["a", "x"]), row(["bcd", ""])]), "a    x\nbcd");
    }

    #[test]
    fn a_long_text_is_cut_on_one_line() {
        assert_eq!(short("Salle de\nbain", 8), "Salle d…");
    }
}
