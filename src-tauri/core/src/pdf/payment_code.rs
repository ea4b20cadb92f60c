//! The payment code of a deposit: an EPC QR code for a SEPA credit transfer (EPC069-12).

use qrcode::{Color, EcLevel, QrCode, Version};

use crate::iban::Iban;
use crate::money::{Currency, Money};

/// A payment that a banking app can be filled in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment<'a> {
    /// Who is paid.
    pub name: &'a str,
    /// Into which account.
    pub iban: &'a Iban,
    /// At which bank; may be empty within SEPA.
    pub bic: &'a str,
    /// How much.
    pub amount: Money,
    /// What for. A Belgian structured communication goes here too: the field for structured
    /// references is for ISO 11649 alone, and apps outside Belgium refuse anything else.
    pub reference: &'a str,
}

/// The squares of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentCode {
    /// Squares per side.
    pub per_side: usize,
    /// Row by row, whether a square is dark.
    pub dark: Vec<bool>,
}

/// Largest amount of the standard: 999 999 999.99.
const LARGEST: i64 = 99_999_999_999;
const LONGEST_NAME: usize = 70;
const LONGEST_REFERENCE: usize = 140;
/// Largest QR version of the standard.
const LARGEST_VERSION: i16 = 13;

/// The code of a payment; `None` if it is nothing that can be paid so.
pub fn payment_code(payment: &Payment<'_>) -> Option<PaymentCode> {
    let code = QrCode::with_error_correction_level(payload(payment)?, EcLevel::M).ok()?;
    let small = matches!(code.version(), Version::Normal(version) if version <= LARGEST_VERSION);
    small.then(|| PaymentCode {
        per_side: code.width(),
        dark: code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect(),
    })
}

fn payload(payment: &Payment<'_>) -> Option<String> {
    let Money { minor, currency: Currency::Eur } = payment.amount;
    let name = one_line(payment.name, LONGEST_NAME);
    if !(1..=LARGEST).contains(&minor) || name.is_empty() {
        return None;
    }
    let lines = [
        "BCD",
        "002",
        "1",
        "SCT",
        payment.bic,
        &name,
        payment.iban.electronic(),
        &format!("EUR{}.{:02}", minor / 100, minor % 100),
        "",
        "",
        &one_line(payment.reference, LONGEST_REFERENCE),
    ];
    Some(lines.join("\n"))
}

/// The text without line breaks and control characters, cut to a number of characters.
fn one_line(text: &str, longest: usize) -> String {
    let printable = text.chars().map(|character| if character.is_control() { ' ' } else { character });
    printable.take(longest).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payment(iban: &Iban) -> Payment<'_> {
        Payment {
            name: "Atelier Noirhomme",
            iban,
            bic: "",
            amount: Money::euro_cents(308_791),
            reference: "+++202/6000/83149+++",
        }
    }

    fn iban() -> Iban {
        "BE71 0961 2345 6769".parse().unwrap()
    }

    #[test]
    fn the_payload_has_the_lines_of_the_standard() {
        let expected =
            "BCD\n002\n1\nSCT\n\nAtelier Noirhomme\nBE71096123456769\nEUR3087.91\n\n\n+++202/6000/83149+++";
        assert_eq!(payload(&payment(&iban())).as_deref(), Some(expected));
    }

    #[test]
    fn long_and_odd_names_fit_and_cannot_add_lines() {
        let iban = iban();
        let name = format!("É\nEUR1.00{}", "x".repeat(100));
        let payload = payload(&Payment { name: &name, ..payment(&iban) }).unwrap();
        let lines: Vec<&str> = payload.lines().collect();
        assert_eq!(lines.len(), 11);
        assert_eq!(lines[5].chars().count(), 70);
        assert!(lines[5].starts_with("É EUR1.00"));
    }

    #[test]
    fn nothing_and_too_much_cannot_be_paid() {
        let iban = iban();
        for cents in [0, -1, LARGEST + 1] {
            assert_eq!(payment_code(&Payment { amount: Money::euro_cents(cents), ..payment(&iban) }), None);
        }
        assert_eq!(payment_code(&Payment { name: " ", ..payment(&iban) }), None);
    }

    #[test]
    fn the_longest_payment_stays_within_version_13() {
        let iban: Iban = "MT84MALT011000012345MTLCAST001S".parse().unwrap();
        let code = payment_code(&Payment {
            name: &"W".repeat(70),
            iban: &iban,
            bic: "MMEBMTMTXXX",
            amount: Money::euro_cents(LARGEST),
            reference: &"w".repeat(140),
        });
        assert!(code.is_some_and(|code| code.per_side <= 69 && code.dark.len() == code.per_side.pow(2)));
    }
}
