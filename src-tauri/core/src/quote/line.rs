//! What a quote is made of: lines in sections, each item with its VAT.

use serde::{Deserialize, Serialize};

use crate::money::{BasisPoints, Quantity, UnitPrice};

/// One line of a quote, in the order it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum QuoteLine {
    /// Something that is priced.
    Item(Item),
    /// Begins a section, which reaches to the next one; its subtotal is implied.
    Section {
        /// Title of the section, without its letter.
        title: String,
    },
    /// A remark between the lines.
    Text {
        /// The remark; line breaks are kept.
        body: String,
    },
}

/// A priced line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Item {
    /// What it is, in a few words.
    pub title: String,
    /// What it comprises; may be empty, line breaks are kept.
    pub details: String,
    /// How much.
    pub quantity: Quantity,
    /// Of what: piece, hour, m²; may be empty.
    pub unit: String,
    /// Price per unit, without or with VAT as the quote's [`PriceMode`] says.
    pub unit_price: UnitPrice,
    /// Reduction on this line, at most 100 %.
    pub discount: BasisPoints,
    /// How it is taxed.
    pub vat: Vat,
    /// Shown with its real quantity and price, but outside the totals until chosen.
    pub optional: bool,
}

/// Whether unit prices were entered without or with VAT. Switching it never changes a
/// stored price.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, specta::Type, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum PriceMode {
    /// Prices exclude VAT.
    #[default]
    Net,
    /// Prices include VAT.
    Gross,
}

/// VAT category codes of EN 16931 (UNTDID 5305) that a quote can use.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type, sqlx::Type,
)]
pub enum VatCategory {
    /// Standard rated: any rate above zero.
    S,
    /// Zero rated.
    Z,
    /// Exempt.
    E,
    /// Reverse charge.
    AE,
    /// Intra-community supply.
    K,
    /// Export outside the EU.
    G,
    /// Outside the scope of VAT.
    O,
}

/// How an item is taxed. Ordered by rate, then category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
pub struct Vat {
    /// Rate; zero in every category but [`VatCategory::S`].
    pub rate: BasisPoints,
    /// Category.
    pub category: VatCategory,
}

impl Vat {
    /// A rate in the category it usually has: standard above zero, else zero rated.
    pub const fn at(rate: BasisPoints) -> Self {
        let category = if rate.0 == 0 { VatCategory::Z } else { VatCategory::S };
        Self { rate, category }
    }

    /// A category in which no VAT is charged.
    pub const fn untaxed(category: VatCategory) -> Self {
        Self { rate: BasisPoints::ZERO, category }
    }

    /// Whether rate and category agree: standard rated above zero, every other category
    /// at zero (EN 16931 rules BR-S-5, BR-Z-5, BR-E-5, BR-AE-5, BR-IC-5, BR-G-5).
    pub const fn is_consistent(self) -> bool {
        matches!(self.category, VatCategory::S) == (self.rate.0 > 0)
    }
}
