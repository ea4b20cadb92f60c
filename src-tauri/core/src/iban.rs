//! International bank account numbers (ISO 13616).

use std::fmt;
use std::str::FromStr;

/// An IBAN whose length and check digits are right.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Iban(String);

/// Why a text is no IBAN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IbanError {
    /// Not a country code, two check digits and letters or digits.
    #[error("an IBAN begins with a country code and two digits")]
    Form,
    /// The length is not the one of its country.
    #[error("the IBAN is too short or too long for its country")]
    Length,
    /// The remainder by 97 is not 1.
    #[error("the IBAN's check digits are wrong")]
    CheckDigits,
}

/// Lengths in the SEPA countries (SWIFT IBAN registry); elsewhere 15 to 34.
const LENGTHS: [(&str, usize); 38] = [
    ("AD", 24),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GI", 23),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("VA", 22),
    ("AL", 28),
];

impl Iban {
    /// As machines exchange it: `BE68539007547034`.
    pub fn electronic(&self) -> &str {
        &self.0
    }
}

impl FromStr for Iban {
    type Err = IbanError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bare: String = text
            .chars()
            .filter(|character| !character.is_whitespace())
            .map(|character| character.to_ascii_uppercase())
            .collect();
        let bytes = bare.as_bytes();
        let formed = bytes.len() > 4
            && bytes[..2].iter().all(u8::is_ascii_uppercase)
            && bytes[2..4].iter().all(u8::is_ascii_digit)
            && bytes.iter().all(u8::is_ascii_alphanumeric);
        if !formed {
            return Err(IbanError::Form);
        }
        let expected =
            LENGTHS.iter().find(|(country, _)| bare.starts_with(country)).map(|&(_, length)| length);
        if !expected.map_or((15..=34).contains(&bare.len()), |length| length == bare.len()) {
            return Err(IbanError::Length);
        }
        if remainder_by_97(bytes) == 1 { Ok(Self(bare)) } else { Err(IbanError::CheckDigits) }
    }
}

/// ISO 7064 MOD 97-10 with the first four characters moved to the end, letters as 10 to 35.
fn remainder_by_97(bytes: &[u8]) -> u32 {
    bytes[4..].iter().chain(&bytes[..4]).fold(0, |remainder, &byte| {
        let value = char::from(byte).to_digit(36).unwrap_or(0);
        let shift = if value < 10 { 10 } else { 100 };
        (remainder * shift + value) % 97
    })
}

impl fmt::Display for Iban {
    /// In groups of four, as people read it: `BE68 5390 0754 7034`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, character) in self.0.chars().enumerate() {
            if position > 0 && position % 4 == 0 {
                formatter.write_str(" ")?;
            }
            write!(formatter, "{character}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_valid_iban_reads_however_it_is_spaced() {
        let iban: Iban = " be68 5390 0754 7034 ".parse().unwrap();
        assert_eq!(iban.electronic(), "BE68539007547034");
        assert_eq!(iban.to_string(), "BE68 5390 0754 7034");
        for text in [
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
            "NL91ABNA0417164300",
            "LU280019400644750000",
        ] {
            assert!(text.parse::<Iban>().is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_an_iban_is_told() {
        let problem = |text: &str| text.parse::<Iban>().unwrap_err();
        assert_eq!(problem("BE68 5390 0754 7035"), IbanError::CheckDigits);
        assert_eq!(problem("BE68 5390 0754 703"), IbanError::Length);
        assert_eq!(problem("68BE539007547034"), IbanError::Form);
        assert_eq!(problem("BE68-5390-0754-7034"), IbanError::Form);
        assert_eq!(problem(""), IbanError::Form);
        assert_eq!(problem("BÉ68539007547034"), IbanError::Form);
    }
}
