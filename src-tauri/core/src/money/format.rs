//! Numbers and money as each language writes them (Unicode CLDR fr-BE, nl-BE, de, en-GB;
//! French groups thousands with U+202F, as typography there asks).

use super::{BasisPoints, Currency, Money, Quantity, UnitPrice, round_half_away};
use crate::language::Language;

const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
const MINUS: char = '\u{2212}';

impl Currency {
    /// The sign that stands beside an amount.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Eur => "€",
        }
    }

    /// The ISO 4217 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
        }
    }
}

impl Money {
    /// With its currency: `1 234,56 €`, nl `€ 1.234,56`, en `€1,234.56`.
    pub fn written(self, language: Language) -> String {
        beside_sign(self, &grouped(self.minor.unsigned_abs(), 2, 2, language), language)
    }

    /// Rounded to whole units, halves away from zero: `1 235 €`.
    pub fn written_whole(self, language: Language) -> String {
        let units = round_half_away(i128::from(self.minor), 100).unsigned_abs();
        let units = u64::try_from(units).unwrap_or(u64::MAX);
        beside_sign(self, &grouped(units, 0, 0, language), language)
    }

    /// Without its currency, for a column that names it: `1 234,56`.
    pub fn written_number(self, language: Language) -> String {
        signed(self.minor < 0, &grouped(self.minor.unsigned_abs(), 2, 2, language))
    }
}

impl Quantity {
    /// Without idle zeros: `7,2`, `1 250`.
    pub fn written(self, language: Language) -> String {
        signed(self.0 < 0, &grouped(self.0.unsigned_abs(), 3, 0, language))
    }
}

impl UnitPrice {
    /// With two decimals, or as many as it has: `46,50`, `0,0125`.
    pub fn written(self, language: Language) -> String {
        signed(self.0 < 0, &grouped(self.0.unsigned_abs(), 4, 2, language))
    }
}

impl BasisPoints {
    /// In percent, without idle zeros: `6 %` with a no-break space, nl and en `6%`.
    pub fn written(self, language: Language) -> String {
        let mut text = grouped(u64::from(self.0), 2, 0, language);
        if matches!(language, Language::Fr | Language::De) {
            text.push(NO_BREAK_SPACE);
        }
        text.push('%');
        text
    }
}

fn beside_sign(amount: Money, digits: &str, language: Language) -> String {
    let sign = amount.currency.sign();
    let minus = if amount.minor < 0 { MINUS.to_string() } else { String::new() };
    match language {
        Language::Fr | Language::De => format!("{minus}{digits}{NO_BREAK_SPACE}{sign}"),
        Language::Nl => format!("{sign}{NO_BREAK_SPACE}{minus}{digits}"),
        Language::En => format!("{minus}{sign}{digits}"),
    }
}

fn signed(negative: bool, digits: &str) -> String {
    if negative { format!("{MINUS}{digits}") } else { digits.to_owned() }
}

/// `units` of `10^-decimals`, thousands grouped, with at least `shown` decimals and no idle
/// zero beyond them.
fn grouped(units: u64, decimals: u32, shown: usize, language: Language) -> String {
    let (thousands, decimal_sign) = match language {
        Language::Fr => (NARROW_NO_BREAK_SPACE, ','),
        Language::Nl | Language::De => ('.', ','),
        Language::En => (',', '.'),
    };
    let scale = 10_u64.pow(decimals);
    let whole = (units / scale).to_string();
    let mut text = String::with_capacity(whole.len() * 2 + 5);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    let fraction = format!("{:0width$}", units % scale, width = decimals as usize);
    let kept = fraction.trim_end_matches('0').len().max(shown);
    if decimals > 0 && kept > 0 {
        text.push(decimal_sign);
        text.push_str(&fraction[..kept]);
    }
    text
}
