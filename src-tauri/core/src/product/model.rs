//! Catalogue items.

use serde::{Deserialize, Serialize};

use crate::id::ProductId;
use crate::money::{BasisPoints, UnitPrice};

/// A catalogue item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Product {
    /// Its identity.
    pub id: ProductId,
    /// The company's own code, or empty.
    pub code: String,
    /// What it is.
    pub title: String,
    /// More about it, as printed on a quote.
    pub details: String,
    /// The unit it is counted in.
    pub unit: String,
    /// Price per unit without VAT.
    pub unit_price: UnitPrice,
    /// Internal cost per unit.
    pub unit_cost: Option<UnitPrice>,
    /// The usual VAT rate.
    pub vat_rate: BasisPoints,
}

/// A catalogue item as typed; numbers are text in the user's way of writing.
#[derive(Debug, Clone, Default, Deserialize, specta::Type)]
#[serde(default)]
pub struct ProductInput {
    /// The company's own code, or empty.
    pub code: String,
    /// What it is.
    pub title: String,
    /// More about it.
    pub details: String,
    /// The unit.
    pub unit: String,
    /// Price per unit without VAT.
    pub unit_price: String,
    /// Internal cost per unit, or empty.
    pub unit_cost: String,
    /// The VAT rate in percent.
    pub vat_rate: String,
}
