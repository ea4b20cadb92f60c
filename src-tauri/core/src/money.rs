//! Money as integer minor units with its currency; rates in basis points.

use serde::{Deserialize, Serialize};

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

/// A rate in hundredths of a percent: 2100 is 21 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct BasisPoints(pub u32);

/// A quantity in thousandths of its unit: 7200 is 7.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Quantity(#[specta(type = i32)] pub i64);

/// A price per unit in ten-thousandths of the currency: 465000 is 46.50. Printers price
/// a sheet at less than a cent, so a unit price is finer than an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct UnitPrice(#[specta(type = i32)] pub i64);
