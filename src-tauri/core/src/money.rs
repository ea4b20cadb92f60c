//! Money as integer minor units with its currency; rates in basis points.
//!
//! Reading what a person typed is in [`parse_decimal`] and the `parse` of each type; writing
//! it for a person is in [`format`]; the decimals of JSON documents are in [`decimal`].

use serde::{Deserialize, Serialize};

pub mod decimal;
pub mod format;
mod parse;
#[cfg(test)]
mod tests;

pub use parse::{NumberProblem, parse_decimal};

/// An ISO 4217 currency with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "UPPERCASE")]
#[sqlx(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro.
    Eur,
}

/// An amount in minor units (cents) of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub struct Money {
    /// Minor units; negative for a reduction.
    #[specta(type = i32)]
    pub minor: i64,
    /// The currency they are units of.
    pub currency: Currency,
}

/// Why two amounts could not be combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The result does not fit an amount.
    #[error("the amount is too large")]
    OutOfRange,
    /// Amounts of two currencies have no sum.
    #[error("amounts in different currencies cannot be added")]
    CurrencyMismatch,
}

impl Money {
    /// An amount of euro cents.
    pub const fn euro_cents(minor: i64) -> Self {
        Self { minor, currency: Currency::Eur }
    }

    /// The sum.
    ///
    /// # Errors
    /// [`MoneyError`] when the currencies differ or the sum does not fit.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`MoneyError`] when the currencies differ or the difference does not fit.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    /// The amount with its sign turned.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] for the one amount without an opposite, `i64::MIN`.
    pub fn checked_neg(self) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_neg().ok_or(MoneyError::OutOfRange)?;
        Ok(Self { minor, ..self })
    }

    /// A share of the amount, rounded half away from zero to a minor unit: 30 % of
    /// 10 293.03 is 3 087.91.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a share above the whole does not fit.
    pub fn share(self, rate: BasisPoints) -> Result<Self, MoneyError> {
        let exact = i128::from(self.minor) * i128::from(rate.0);
        let minor = round_half_away(exact, i128::from(BasisPoints::WHOLE.0));
        Ok(Self { minor: i64::try_from(minor).map_err(|_| MoneyError::OutOfRange)?, ..self })
    }

    fn combine(self, other: Self, operation: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyMismatch);
        }
        let minor = operation(self.minor, other.minor).ok_or(MoneyError::OutOfRange)?;
        Ok(Self { minor, ..self })
    }
}

/// A rate in hundredths of a percent: 2100 is 21 %.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    specta::Type,
    sqlx::Type,
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct BasisPoints(pub u32);

impl BasisPoints {
    /// No share at all.
    pub const ZERO: Self = Self(0);
    /// 100 %.
    pub const WHOLE: Self = Self(10_000);
}

/// A quantity in thousandths of its unit: 7200 is 7.2.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type, sqlx::Type,
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Quantity(#[specta(type = i32)] pub i64);

impl Quantity {
    /// One unit.
    pub const ONE: Self = Self(1_000);
}

/// A price per unit in ten-thousandths of the currency: 465000 is 46.50. Printers price
/// a sheet at less than a cent, so a unit price is finer than an amount.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type, sqlx::Type,
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct UnitPrice(#[specta(type = i32)] pub i64);

/// `numerator / denominator` rounded to a whole number, halves away from zero. The
/// denominator is positive.
pub(crate) fn round_half_away(numerator: i128, denominator: i128) -> i128 {
    let quotient = numerator / denominator;
    let remainder = numerator % denominator;
    if remainder.abs() >= denominator - remainder.abs() { quotient + numerator.signum() } else { quotient }
}
