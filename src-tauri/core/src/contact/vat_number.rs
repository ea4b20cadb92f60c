//! VAT numbers of the EU: the form of each country (European Commission, VIES, “VAT number
//! format”) and the Belgian enterprise number's check.

use std::fmt;
use std::str::FromStr;

/// A VAT number of an EU country (or `XI`, Northern Ireland) in its country's form; a
/// Belgian one with the right check digits. That it is registered is not known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VatNumber(String);

/// Why a text is no VAT number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VatNumberError {
    /// It does not begin with the code of an EU country.
    #[error("a VAT number begins with the code of an EU country")]
    Country,
    /// The rest is not in the form of its country.
    #[error("the VAT number is not in the form of its country")]
    Form,
    /// The check digits are wrong.
    #[error("the check digits are wrong")]
    CheckDigits,
}

/// Forms per country: `9` a digit, `A` a letter, `X` either, `+` `*` themselves (Ireland);
/// every other character stands for itself.
const FORMS: [(&str, &[&str]); 28] = [
    ("AT", &["U99999999"]),
    ("BE", &["0999999999", "1999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["A9999999X", "99999999A"]),
    ("FI", &["99999999"]),
    ("FR", &["XX999999999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9X99999A", "9+99999A", "9*99999A", "9999999AA"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["999999999B99"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    ("RO", &["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"]),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("XI", &["999999999", "999999999999", "GD999", "HA999"]),
];

impl VatNumber {
    /// The country code: `BE`; Greece is `EL`.
    pub fn country(&self) -> &str {
        &self.0[..2]
    }

    /// As people write it: a Belgian one in groups, `BE 0566.988.259`, any other as it is.
    pub fn written(&self) -> String {
        match self.0.strip_prefix("BE").map(str::parse::<EnterpriseNumber>) {
            Some(Ok(number)) => format!("BE {number}"),
            _ => self.0.clone(),
        }
    }

    /// As machines exchange it: `BE0566988259`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for VatNumber {
    type Err = VatNumberError;

    /// Spaces, dots, hyphens and slashes are ignored, `GR` is taken for `EL`, and a Belgian
    /// number of nine digits gets the zero it had before 2005 was written.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bare = without_separators(text);
        let (country, number) = bare.split_at_checked(2).ok_or(VatNumberError::Country)?;
        let country = if country == "GR" { "EL" } else { country };
        let (_, forms) = FORMS.iter().find(|(code, _)| *code == country).ok_or(VatNumberError::Country)?;
        if country == "BE" {
            return number.parse::<EnterpriseNumber>().map(EnterpriseNumber::vat_number);
        }
        if forms.iter().any(|form| has_form(number, form)) {
            Ok(Self(format!("{country}{number}")))
        } else {
            Err(VatNumberError::Form)
        }
    }
}

impl fmt::Display for VatNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A Belgian enterprise number with the right check digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EnterpriseNumber(u64);

impl EnterpriseNumber {
    /// The same number as a VAT number.
    pub fn vat_number(self) -> VatNumber {
        VatNumber(format!("BE{:010}", self.0))
    }
}

impl FromStr for EnterpriseNumber {
    type Err = VatNumberError;

    /// Ten digits of which the first is 0 or 1 and the last two are 97 minus the remainder
    /// of the first eight by 97; `0566.988.259`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bare = without_separators(text);
        let digits = if bare.len() == 9 { format!("0{bare}") } else { bare };
        if !(has_form(&digits, "0999999999") || has_form(&digits, "1999999999")) {
            return Err(VatNumberError::Form);
        }
        let number: u64 = digits.parse().map_err(|_| VatNumberError::Form)?;
        let check = 97 - (number / 100) % 97;
        if check == number % 100 { Ok(Self(number)) } else { Err(VatNumberError::CheckDigits) }
    }
}

impl fmt::Display for EnterpriseNumber {
    /// As it is printed: `0566.988.259`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0;
        write!(formatter, "{:04}.{:03}.{:03}", number / 1_000_000, number / 1_000 % 1_000, number % 1_000)
    }
}

fn without_separators(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '.' | '-' | '/'))
        .map(|character| character.to_ascii_uppercase())
        .collect()
}

fn has_form(number: &str, form: &str) -> bool {
    number.len() == form.len()
        && number.bytes().zip(form.bytes()).all(|(byte, expected)| match expected {
            b'9' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            b'X' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            literal => byte == literal,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn belgian_numbers_are_checked() {
        for text in ["0566.988.259", "0714.992.641", "1098.412.063"] {
            assert_eq!(text.parse::<EnterpriseNumber>().unwrap().to_string(), text);
        }
        let number: VatNumber = "BE 0566.988.259".parse().unwrap();
        assert_eq!((number.as_str(), number.country()), ("BE0566988259", "BE"));
        assert_eq!(number.written(), "BE 0566.988.259");
        assert_eq!("be 566 988 259".parse::<VatNumber>(), Ok(number));
        assert_eq!("0566.988.258".parse::<EnterpriseNumber>(), Err(VatNumberError::CheckDigits));
        assert_eq!("BE2566988259".parse::<VatNumber>(), Err(VatNumberError::Form));
    }

    #[test]
    fn every_country_has_its_form() {
        let valid = [
            "ATU12345678",
            "BG123456789",
            "CY12345678L",
            "CZ12345678",
            "DE123456789",
            "DK12 34 56 78",
            "EE123456789",
            "EL123456789",
            "GR123456789",
            "ESX1234567X",
            "ES12345678Z",
            "FI12345678",
            "FR 8K 123456789",
            "FRAB123456789",
            "HR12345678901",
            "HU12345678",
            "IE1S23456L",
            "IE1234567WI",
            "IE1+23456L",
            "IT12345678901",
            "LT123456789",
            "LU12345678",
            "LV12345678901",
            "MT12345678",
            "NL123456789B01",
            "PL1234567890",
            "PT123456789",
            "RO12",
            "SE123456789001",
            "SI12345678",
            "SK1234567890",
            "XIGD001",
        ];
        for text in valid {
            assert!(text.parse::<VatNumber>().is_ok(), "{text}");
        }
        for text in ["DE12345678", "NL123456789A01", "ES123456789", "FR123", "XIAB001", "ATA12345678"] {
            assert_eq!(text.parse::<VatNumber>(), Err(VatNumberError::Form), "{text}");
        }
        for text in ["", "B", "US123456789", "CHE123456789", "éé12345678"] {
            assert_eq!(text.parse::<VatNumber>(), Err(VatNumberError::Country), "{text}");
        }
    }
}
