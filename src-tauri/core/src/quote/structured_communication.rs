//! The Belgian structured communication (OGM/VCS): ten digits and their remainder by 97,
//! written `+++ddd/dddd/ddddd+++`, by which a bank statement finds the payment's cause.

use std::fmt;
use std::str::FromStr;

/// Largest base: ten digits.
const LARGEST: u64 = 9_999_999_999;

/// A structured communication whose check digits are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StructuredCommunication(u64);

/// Why a text is no structured communication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StructuredCommunicationError {
    /// Not twelve digits in the form `+++ddd/dddd/ddddd+++` (or `***…***`, or bare).
    #[error("a structured communication is written +++ddd/dddd/ddddd+++")]
    Form,
    /// The last two digits are not the first ten modulo 97 (97 for zero).
    #[error("the check digits are wrong")]
    CheckDigits,
}

impl StructuredCommunication {
    /// The communication with these ten digits; `None` for a larger number.
    pub fn from_base(base: u64) -> Option<Self> {
        (base <= LARGEST).then_some(Self(base))
    }

    /// The communication for a quote whose number consists of a year of four digits and a
    /// sequence of up to five: year, padded sequence, version. `2026-0083`, version 1 gives
    /// `2026` `00083` `1`. `None` for any other number and from version 10 on, so that two
    /// quotes never share one.
    pub fn for_quote(number: &str, version: u32) -> Option<Self> {
        let mut groups =
            number.split(|character: char| !character.is_ascii_digit()).filter(|group| !group.is_empty());
        let (first, second) = (groups.next()?, groups.next()?);
        let (year, sequence) = if is_year(first) { (first, second) } else { (second, first) };
        let fits = is_year(year) && sequence.len() <= 5 && version <= 9 && groups.next().is_none();
        if !fits {
            return None;
        }
        format!("{year}{sequence:0>5}{version}").parse().ok().and_then(Self::from_base)
    }

    fn check(self) -> u64 {
        match self.0 % 97 {
            0 => 97,
            remainder => remainder,
        }
    }
}

impl fmt::Display for StructuredCommunication {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (base, check) = (self.0, self.check());
        write!(
            formatter,
            "+++{:03}/{:04}/{:03}{check:02}+++",
            base / 10_000_000,
            base / 1_000 % 10_000,
            base % 1_000
        )
    }
}

impl FromStr for StructuredCommunication {
    type Err = StructuredCommunicationError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = bare_digits(text.trim()).ok_or(StructuredCommunicationError::Form)?;
        let value: u64 = digits.parse().map_err(|_| StructuredCommunicationError::Form)?;
        let communication = Self(value / 100);
        if communication.check() == value % 100 {
            Ok(communication)
        } else {
            Err(StructuredCommunicationError::CheckDigits)
        }
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && ["19", "20", "21"].iter().any(|century| digits.starts_with(century))
}

/// The twelve digits of any of the accepted forms.
fn bare_digits(text: &str) -> Option<String> {
    let inner =
        ["+++", "***"].iter().find_map(|frame| text.strip_prefix(frame)?.strip_suffix(frame)).unwrap_or(text);
    let groups: Vec<&str> = inner.split('/').map(str::trim).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let digits = groups.concat();
    let formed = matches!(lengths.as_slice(), [12] | [3, 4, 5]);
    (formed && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_communications_read_and_write_alike() {
        for text in ["+++090/9337/55493+++", "+++000/0000/00097+++", "+++202/6000/83149+++"] {
            assert_eq!(text.parse::<StructuredCommunication>().unwrap().to_string(), text);
        }
        let bare: StructuredCommunication = "090933755493".parse().unwrap();
        assert_eq!(bare, "***090/9337/55493***".parse().unwrap());
    }

    #[test]
    fn wrong_check_digits_and_forms_are_told_apart() {
        let problem = |text: &str| text.parse::<StructuredCommunication>().unwrap_err();
        assert_eq!(problem("+++123/4567/89012+++"), StructuredCommunicationError::CheckDigits);
        assert_eq!(problem("+++000/0000/00000+++"), StructuredCommunicationError::CheckDigits);
        for text in
            ["", "+++090/9337/5549+++", "+++0909/337/55493+++", "0909337554934", "+++09a/9337/55493+++"]
        {
            assert_eq!(problem(text), StructuredCommunicationError::Form, "{text:?}");
        }
    }

    #[test]
    fn a_quote_has_a_communication_of_its_own() {
        let of = |number, version| {
            StructuredCommunication::for_quote(number, version).map(|communication| communication.to_string())
        };
        assert_eq!(of("2026-0083", 1).as_deref(), Some("+++202/6000/83149+++"));
        assert_ne!(of("2026-0083", 1), of("2026-0083", 2));
        assert_eq!(of("7/2026", 1), of("2026-0007", 1), "whichever stands first");
        assert_ne!(of("1/2026", 1), of("10/2026", 1));
        assert_eq!(of("OFF26/7", 1), None, "no year of four digits");
        assert_eq!(of("2026-123456", 1), None, "does not fit");
        assert_eq!(of("2026-0083", 10), None, "would repeat version 0");
        assert_eq!(of("no digits", 1), None);
    }
}
