//! Numbers as people type them in French, Dutch, German and English.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{BasisPoints, Quantity, UnitPrice};
use crate::language::Language;

/// Why a typed text is not the number that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "problem")]
pub enum NumberProblem {
    /// Nothing was typed.
    #[error("a number is missing")]
    Empty,
    /// The text is no number in any of the four languages.
    #[error("this is not a number")]
    NotANumber,
    /// The number is finer than can be kept.
    #[error("at most {allowed} decimals are kept")]
    TooManyDecimals {
        /// How many decimals are kept.
        allowed: u32,
    },
    /// The number is larger than can be kept, or a share above 100 %.
    #[error("the number is too large")]
    OutOfRange,
    /// The number is below zero where that has no meaning.
    #[error("the number cannot be negative")]
    Negative,
}

/// The number a person typed.
///
/// Spaces (any, U+202F included) and apostrophes only group thousands. When both `.` and `,`
/// occur, the last one is the decimal sign. A single sign is the decimal sign, so that the
/// numeric keypad's point always works, with one exception: after one to three digits and
/// before exactly three, the language's own grouping sign (`.`, in English `,`) groups:
/// `1.234` is 1234 in French, Dutch and German and 1.234 in English. Groups must be of three
/// digits. `+`, `-` and U+2212 may stand in front.
///
/// # Errors
/// [`NumberProblem::Empty`], [`NumberProblem::NotANumber`], or
/// [`NumberProblem::OutOfRange`] beyond 28 digits.
pub fn parse_decimal(text: &str, language: Language) -> Result<Decimal, NumberProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberProblem::Empty);
    }
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = split_at_decimal_sign(digits, language);
    let mut plain = ungrouped(whole)?;
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || (plain.is_empty() && fraction.is_empty()) {
        return Err(NumberProblem::NotANumber);
    }
    if plain.is_empty() {
        plain.push('0');
    }
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    let value = Decimal::from_str_exact(&plain).map_err(|_| NumberProblem::OutOfRange)?;
    Ok(if negative { -value } else { value })
}

/// Cuts the text at the sign that separates the decimals, if there is one.
fn split_at_decimal_sign(text: &str, language: Language) -> (&str, &str) {
    let Some(last) = text.rfind(['.', ',']) else {
        return (text, "");
    };
    let (whole, fraction) = (&text[..last], &text[last + 1..]);
    let sign = text.as_bytes()[last];
    let has_other_sign = whole.bytes().any(|byte| matches!(byte, b'.' | b',') && byte != sign);
    let repeated = whole.bytes().any(|byte| byte == sign);
    let groups = match language {
        Language::En => sign == b',',
        Language::Fr | Language::Nl | Language::De => sign == b'.',
    };
    let reads_as_group = groups
        && fraction.len() == 3
        && (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && whole.bytes().all(|byte| byte.is_ascii_digit());
    if (repeated && !has_other_sign) || reads_as_group { (text, "") } else { (whole, fraction) }
}

/// The digits of a whole number without its grouping signs: one kind of sign, and three
/// digits in each group but the first.
fn ungrouped(text: &str) -> Result<String, NumberProblem> {
    let is_sign =
        |character: char| character.is_whitespace() || matches!(character, '.' | ',' | '\'' | '\u{2019}');
    let mut signs = text.chars().filter(|&character| is_sign(character));
    if let Some(first) = signs.next()
        && signs.any(|sign| sign != first)
    {
        return Err(NumberProblem::NotANumber);
    }
    let groups: Vec<&str> = text.split(is_sign).collect();
    let well_formed = groups.iter().enumerate().all(|(position, group)| {
        let sized = if groups.len() == 1 {
            true
        } else if position == 0 {
            (1..=3).contains(&group.len())
        } else {
            group.len() == 3
        };
        sized && group.bytes().all(|byte| byte.is_ascii_digit())
    });
    if well_formed { Ok(groups.concat()) } else { Err(NumberProblem::NotANumber) }
}

/// `value` in units of `10^-decimals`.
pub(super) fn scaled(value: Decimal, decimals: u32) -> Result<i64, NumberProblem> {
    let value = value.normalize();
    if value.scale() > decimals {
        return Err(NumberProblem::TooManyDecimals { allowed: decimals });
    }
    let factor = 10_i128.pow(decimals - value.scale());
    let units = value.mantissa().checked_mul(factor).ok_or(NumberProblem::OutOfRange)?;
    i64::try_from(units).map_err(|_| NumberProblem::OutOfRange)
}

impl Quantity {
    /// The quantity a person typed, up to three decimals.
    ///
    /// # Errors
    /// Every [`NumberProblem`]; a quantity is not negative.
    pub fn parse(text: &str, language: Language) -> Result<Self, NumberProblem> {
        Self::from_decimal(parse_decimal(text, language)?)
    }

    /// The quantity of a decimal number.
    ///
    /// # Errors
    /// Every [`NumberProblem`] that a number can have; a quantity is not negative.
    pub fn from_decimal(value: Decimal) -> Result<Self, NumberProblem> {
        if value.is_sign_negative() && !value.is_zero() {
            return Err(NumberProblem::Negative);
        }
        scaled(value, 3).map(Self)
    }
}

impl UnitPrice {
    /// The price a person typed, up to four decimals, with or without the euro's sign.
    /// Negative for a reduction.
    ///
    /// # Errors
    /// Every [`NumberProblem`] but [`NumberProblem::Negative`].
    pub fn parse(text: &str, language: Language) -> Result<Self, NumberProblem> {
        let text = text.trim();
        let bare = text.strip_suffix('€').or_else(|| text.strip_prefix('€')).unwrap_or(text);
        Self::from_decimal(parse_decimal(bare, language)?)
    }

    /// The price of a decimal number.
    ///
    /// # Errors
    /// Every [`NumberProblem`] that a number can have, but [`NumberProblem::Negative`].
    pub fn from_decimal(value: Decimal) -> Result<Self, NumberProblem> {
        scaled(value, 4).map(Self)
    }
}

impl BasisPoints {
    /// The share a person typed in percent, up to two decimals, with or without the sign:
    /// `5,5 %` is 550.
    ///
    /// # Errors
    /// Every [`NumberProblem`]; a share lies between 0 and 100 %.
    pub fn parse(text: &str, language: Language) -> Result<Self, NumberProblem> {
        let text = text.trim();
        Self::from_percent(parse_decimal(text.strip_suffix('%').unwrap_or(text), language)?)
    }

    /// The share of a percentage.
    ///
    /// # Errors
    /// Every [`NumberProblem`] that a number can have; a share lies between 0 and 100 %.
    pub fn from_percent(value: Decimal) -> Result<Self, NumberProblem> {
        if value.is_sign_negative() && !value.is_zero() {
            return Err(NumberProblem::Negative);
        }
        let points = scaled(value, 2)?;
        u32::try_from(points)
            .ok()
            .map(Self)
            .filter(|&share| share <= Self::WHOLE)
            .ok_or(NumberProblem::OutOfRange)
    }
}
