//! Totals of a quote after EN 16931: exact sums of rounded lines (BR-CO-10), VAT per
//! category on the category's sum (BR-CO-17), never per line.

use serde::Serialize;

use self::arithmetic::{amounts_of, euros, spread, sums_by_vat, taxed, total, with_options};
use super::line::{PriceMode, QuoteLine, Vat};
use crate::money::{BasisPoints, Money, MoneyError};

mod arithmetic;
#[cfg(test)]
mod tests;

/// What a quote comes to. All amounts are euros; a reduction is negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Totals {
    /// Whether [`Self::lines`], the discounts and the line amounts exclude or include VAT.
    pub prices: PriceMode,
    /// Amount of each line, in the order given; `None` for sections and texts. Options have
    /// theirs, although they are outside every sum.
    pub line_amounts: Vec<Option<Money>>,
    /// Sum of the items that are not optional.
    pub lines: Money,
    /// Discount on the whole quote; zero or of the opposite sign of [`Self::lines`].
    pub discount: Money,
    /// One entry per VAT rate and category, lowest rate first.
    pub vat: Vec<VatSubtotal>,
    /// Total without VAT.
    pub net: Money,
    /// Sum of all VAT.
    pub vat_amount: Money,
    /// Total with VAT.
    pub gross: Money,
    /// The totals if every option is taken; `None` when there is no option. The discount on
    /// the whole quote does not grow with the options.
    pub with_options: Option<GrandTotal>,
}

/// One VAT rate and category of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct VatSubtotal {
    /// The rate and category.
    pub vat: Vat,
    /// Its share of the discount on the whole quote; the shares add up exactly.
    pub discount: Money,
    /// Taxable amount: what is left of its lines after the discount, without VAT.
    pub base: Money,
    /// VAT on the base.
    pub amount: Money,
}

/// Net, VAT and gross of one choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct GrandTotal {
    /// Total without VAT.
    pub net: Money,
    /// Sum of all VAT.
    pub vat_amount: Money,
    /// Total with VAT.
    pub gross: Money,
}

/// Why lines have no totals. Line positions count from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "problem")]
pub enum TotalsError {
    /// The amount of a line does not fit.
    #[error("the amount of line {line} is too large")]
    LineOutOfRange {
        /// Its position.
        #[specta(type = u32)]
        line: usize,
    },
    /// A line's discount is above 100 %.
    #[error("the discount of line {line} is above 100 %")]
    LineDiscountAboveWhole {
        /// Its position.
        #[specta(type = u32)]
        line: usize,
    },
    /// A line's VAT rate does not go with its category.
    #[error("the VAT rate of line {line} does not go with its category")]
    VatInconsistent {
        /// Its position.
        #[specta(type = u32)]
        line: usize,
    },
    /// The discount on the whole quote is above 100 %.
    #[error("the discount is above 100 %")]
    DiscountAboveWhole,
    /// A sum does not fit.
    #[error("the total is too large")]
    OutOfRange,
}

impl From<MoneyError> for TotalsError {
    fn from(_: MoneyError) -> Self {
        Self::OutOfRange
    }
}

impl Totals {
    /// Adds up the lines of a quote.
    ///
    /// A line's amount is quantity × unit price × (1 − discount), rounded half away from
    /// zero to a cent. `discount` is taken off the sum of the lines and spread over the VAT
    /// categories in proportion, to the cent (largest remainder). With [`PriceMode::Gross`]
    /// the same happens with VAT included, and each category's VAT is then taken out of its
    /// sum, so that the total is what the lines say.
    ///
    /// # Errors
    /// [`TotalsError`] when a rate makes no sense or an amount does not fit 64 bits.
    pub fn of(lines: &[QuoteLine], discount: BasisPoints, prices: PriceMode) -> Result<Self, TotalsError> {
        if discount > BasisPoints::WHOLE {
            return Err(TotalsError::DiscountAboveWhole);
        }
        let line_amounts = amounts_of(lines)?;
        let firm = sums_by_vat(lines, &line_amounts, |item| !item.optional)?;
        let options = sums_by_vat(lines, &line_amounts, |item| item.optional)?;
        let lines_sum = total(firm.values().copied())?;
        let discounts = spread(&firm, discount)?;
        let mut vat = Vec::with_capacity(firm.len());
        for (&rate, &sum) in &firm {
            let share = discounts.get(&rate).copied().unwrap_or(0);
            let left = sum.checked_add(share).ok_or(TotalsError::OutOfRange)?;
            vat.push(taxed(rate, share, left, prices)?);
        }
        let grand = GrandTotal::of(&vat)?;
        let has_options = lines.iter().any(|line| matches!(line, QuoteLine::Item(item) if item.optional));
        let with_options =
            has_options.then(|| with_options(&firm, &discounts, &options, prices)).transpose()?;
        Ok(Self {
            prices,
            line_amounts,
            lines: euros(lines_sum),
            discount: euros(total(discounts.values().copied())?),
            vat,
            net: grand.net,
            vat_amount: grand.vat_amount,
            gross: grand.gross,
            with_options,
        })
    }

    /// A deposit: a share of the total with VAT.
    ///
    /// # Errors
    /// [`TotalsError::OutOfRange`] only for a share above 100 % of a total near the limit.
    pub fn deposit(&self, share: BasisPoints) -> Result<Money, TotalsError> {
        Ok(self.gross.share(share)?)
    }
}

impl GrandTotal {
    fn of(vat: &[VatSubtotal]) -> Result<Self, TotalsError> {
        let net = total(vat.iter().map(|part| part.base.minor))?;
        let vat_amount = total(vat.iter().map(|part| part.amount.minor))?;
        let gross = net.checked_add(vat_amount).ok_or(TotalsError::OutOfRange)?;
        Ok(Self { net: euros(net), vat_amount: euros(vat_amount), gross: euros(gross) })
    }
}
