//! How quotes are numbered: a pattern with the year and a sequence that begins again each
//! year. The number itself is allocated when a quote is finalised, never to a draft.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Widest padding of the sequence.
const WIDEST: usize = 9;

/// A numbering pattern such as `{year}-{number:4}`, which gives `2026-0083`.
///
/// Fields: `{year}` (four digits), `{year:2}` (the last two), `{number}` and `{number:N}`
/// (padded with zeros to N digits, 1 to 9). Both the year and the number occur exactly once:
/// without the year, the sequence of the next year would repeat this one's numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NumberFormat(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Year { digits: usize },
    Number { width: usize },
}

/// Why a text is no numbering pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberFormatError {
    /// A brace is opened and not closed, or the other way round.
    #[error("a brace is not closed, or not opened")]
    UnbalancedBrace,
    /// A field that is none of the known ones.
    #[error("there is no field {{{0}}}; write {{year}}, {{year:2}}, {{number}} or {{number:4}}")]
    UnknownField(String),
    /// `{year}` is missing or stands twice.
    #[error("the year must occur exactly once")]
    YearNotOnce,
    /// `{number}` is missing or stands twice.
    #[error("the number must occur exactly once")]
    NumberNotOnce,
    /// A control character or a line break, which no document can carry.
    #[error("the pattern contains a character that cannot be printed")]
    Unprintable,
}

impl NumberFormat {
    /// The number of the quote that is `sequence`-th in its year. A sequence wider than its
    /// padding is written in full, so that numbers never repeat.
    pub fn write(&self, year: i16, sequence: u32) -> String {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Literal(literal) => text.push_str(literal),
                Part::Year { digits: 2 } => text.push_str(&format!("{:02}", year.rem_euclid(100))),
                Part::Year { .. } => text.push_str(&format!("{year:04}")),
                Part::Number { width } => text.push_str(&format!("{sequence:0width$}")),
            }
        }
        text
    }
}

impl Default for NumberFormat {
    fn default() -> Self {
        Self(vec![Part::Year { digits: 4 }, Part::Literal("-".into()), Part::Number { width: 4 }])
    }
}

impl FromStr for NumberFormat {
    type Err = NumberFormatError;

    fn from_str(pattern: &str) -> Result<Self, Self::Err> {
        if pattern.chars().any(char::is_control) {
            return Err(NumberFormatError::Unprintable);
        }
        let parts = parts_of(pattern)?;
        let count = |wanted: fn(&Part) -> bool| parts.iter().filter(|part| wanted(part)).count();
        if count(|part| matches!(part, Part::Year { .. })) != 1 {
            return Err(NumberFormatError::YearNotOnce);
        }
        if count(|part| matches!(part, Part::Number { .. })) != 1 {
            return Err(NumberFormatError::NumberNotOnce);
        }
        Ok(Self(parts))
    }
}

fn parts_of(pattern: &str) -> Result<Vec<Part>, NumberFormatError> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while !rest.is_empty() {
        let (literal, after) = rest.split_once('{').unwrap_or((rest, ""));
        if literal.contains('}') {
            return Err(NumberFormatError::UnbalancedBrace);
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(literal.to_owned()));
        }
        if literal.len() == rest.len() {
            break;
        }
        let (name, following) = after.split_once('}').ok_or(NumberFormatError::UnbalancedBrace)?;
        parts.push(field(name)?);
        rest = following;
    }
    Ok(parts)
}

fn field(name: &str) -> Result<Part, NumberFormatError> {
    let unknown = || NumberFormatError::UnknownField(name.to_owned());
    match name.split_once(':') {
        None if name == "year" => Ok(Part::Year { digits: 4 }),
        None if name == "number" => Ok(Part::Number { width: 1 }),
        Some(("year", "2")) => Ok(Part::Year { digits: 2 }),
        Some(("year", "4")) => Ok(Part::Year { digits: 4 }),
        Some(("number", width)) => {
            let width = width.parse().map_err(|_| unknown())?;
            if (1..=WIDEST).contains(&width) { Ok(Part::Number { width }) } else { Err(unknown()) }
        }
        _ => Err(unknown()),
    }
}

impl fmt::Display for NumberFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Literal(literal) => formatter.write_str(literal),
            Part::Year { digits: 4 } => formatter.write_str("{year}"),
            Part::Year { digits } => write!(formatter, "{{year:{digits}}}"),
            Part::Number { width: 1 } => formatter.write_str("{number}"),
            Part::Number { width } => write!(formatter, "{{number:{width}}}"),
        })
    }
}

impl TryFrom<String> for NumberFormat {
    type Error = NumberFormatError;
    fn try_from(pattern: String) -> Result<Self, Self::Error> {
        pattern.parse()
    }
}

impl From<NumberFormat> for String {
    fn from(format: NumberFormat) -> Self {
        format.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pattern: &str, year: i16, sequence: u32) -> String {
        pattern.parse::<NumberFormat>().unwrap().write(year, sequence)
    }

    #[test]
    fn a_number_has_the_year_and_a_padded_sequence() {
        assert_eq!(NumberFormat::default().write(2026, 83), "2026-0083");
        assert_eq!(written("{year}-{number:4}", 2026, 83), "2026-0083");
        assert_eq!(written("OFF{year:2}/{number}", 2026, 7), "OFF26/7");
        assert_eq!(written("{number:3}.{year}", 2026, 12_345), "12345.2026");
    }

    #[test]
    fn a_pattern_that_would_repeat_numbers_is_refused() {
        let problem = |pattern: &str| pattern.parse::<NumberFormat>().unwrap_err();
        assert_eq!(problem("{number:4}"), NumberFormatError::YearNotOnce);
        assert_eq!(problem("{year}"), NumberFormatError::NumberNotOnce);
        assert_eq!(problem("{year}{number}{number}"), NumberFormatError::NumberNotOnce);
        assert_eq!(problem("{year}-{number"), NumberFormatError::UnbalancedBrace);
        assert_eq!(problem("year}-{number}"), NumberFormatError::UnbalancedBrace);
        assert_eq!(problem("{year}-{number:0}"), NumberFormatError::UnknownField("number:0".into()));
        assert_eq!(problem("{year}-{month}"), NumberFormatError::UnknownField("month".into()));
        assert_eq!(problem("{year}\r\n{number}"), NumberFormatError::Unprintable);
    }

    #[test]
    fn a_pattern_is_kept_as_it_was_written() {
        for pattern in ["{year}-{number:4}", "O {year:2}.{number}", "{number:9}/{year}"] {
            assert_eq!(pattern.parse::<NumberFormat>().unwrap().to_string(), pattern);
        }
    }
}
