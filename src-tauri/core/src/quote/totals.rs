//! Totals of a quote after EN 16931: exact sums of rounded lines (BR-CO-10), VAT per
//! category on the category's sum (BR-CO-17), never per line.

use std::collections::BTreeMap;

use serde::Serialize;

use super::line::{Item, PriceMode, QuoteLine, Vat};
use crate::money::{BasisPoints, Currency, Money, MoneyError, round_half_away};

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

type SumsByVat = BTreeMap<Vat, i64>;

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
    pub fn of(
        lines: &[QuoteLine],
        discount: BasisPoints,
        prices: PriceMode,
    ) -> Result<Self, TotalsError> {
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
        let has_options = lines
            .iter()
            .any(|line| matches!(line, QuoteLine::Item(item) if item.optional));
        let with_options = has_options
            .then(|| with_options(&firm, &discounts, &options, prices))
            .transpose()?;
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
        Ok(Self {
            net: euros(net),
            vat_amount: euros(vat_amount),
            gross: euros(gross),
        })
    }
}

fn amounts_of(lines: &[QuoteLine]) -> Result<Vec<Option<Money>>, TotalsError> {
    lines
        .iter()
        .enumerate()
        .map(|(position, line)| match line {
            QuoteLine::Item(item) => amount_of(position, item).map(Some),
            QuoteLine::Section { .. } | QuoteLine::Text { .. } => Ok(None),
        })
        .collect()
}

fn amount_of(line: usize, item: &Item) -> Result<Money, TotalsError> {
    if !item.vat.is_consistent() {
        return Err(TotalsError::VatInconsistent { line });
    }
    let kept = BasisPoints::WHOLE
        .0
        .checked_sub(item.discount.0)
        .ok_or(TotalsError::LineDiscountAboveWhole { line })?;
    // Thousandths × ten-thousandths × ten-thousandths are 10^-11 euros: 10^-9 cents.
    let exact = i128::from(item.quantity.0)
        .checked_mul(i128::from(item.unit_price.0))
        .and_then(|product| product.checked_mul(i128::from(kept)));
    exact
        .map(|exact| round_half_away(exact, 1_000_000_000))
        .and_then(|cents| i64::try_from(cents).ok())
        .map(euros)
        .ok_or(TotalsError::LineOutOfRange { line })
}

fn sums_by_vat(
    lines: &[QuoteLine],
    amounts: &[Option<Money>],
    counted: impl Fn(&Item) -> bool,
) -> Result<SumsByVat, TotalsError> {
    let mut exact: BTreeMap<Vat, i128> = BTreeMap::new();
    for (line, amount) in lines.iter().zip(amounts) {
        if let (QuoteLine::Item(item), Some(amount)) = (line, amount)
            && counted(item)
        {
            *exact.entry(item.vat).or_default() += i128::from(amount.minor);
        }
    }
    exact
        .into_iter()
        .map(|(vat, sum)| {
            Ok((
                vat,
                i64::try_from(sum).map_err(|_| TotalsError::OutOfRange)?,
            ))
        })
        .collect()
}

/// The discount of each category: negative shares that add up exactly to the rounded
/// discount on the whole, the cents left over going to the largest remainders.
fn spread(sums: &SumsByVat, discount: BasisPoints) -> Result<SumsByVat, TotalsError> {
    let whole = i128::from(BasisPoints::WHOLE.0);
    let exact_of = |sum: i64| -i128::from(sum) * i128::from(discount.0);
    let rounded = round_half_away(sums.values().map(|&sum| exact_of(sum)).sum(), whole);
    let floors: i128 = sums
        .values()
        .map(|&sum| exact_of(sum).div_euclid(whole))
        .sum();
    let mut by_remainder: Vec<(i128, Vat)> = sums
        .iter()
        .map(|(&vat, &sum)| (exact_of(sum).rem_euclid(whole), vat))
        .collect();
    by_remainder.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
    let mut left_over = rounded - floors;
    let mut shares = SumsByVat::new();
    for (_, vat) in by_remainder {
        let extra = left_over.clamp(0, 1);
        left_over -= extra;
        let floor = exact_of(sums.get(&vat).copied().unwrap_or(0)).div_euclid(whole);
        shares.insert(
            vat,
            i64::try_from(floor + extra).map_err(|_| TotalsError::OutOfRange)?,
        );
    }
    Ok(shares)
}

/// VAT of one category whose sum after discount is `left`.
fn taxed(
    vat: Vat,
    discount: i64,
    left: i64,
    prices: PriceMode,
) -> Result<VatSubtotal, TotalsError> {
    let whole = i128::from(BasisPoints::WHOLE.0);
    let rate = i128::from(vat.rate.0);
    let (base, amount) = match prices {
        PriceMode::Net => (
            i128::from(left),
            round_half_away(i128::from(left) * rate, whole),
        ),
        PriceMode::Gross => {
            let base = round_half_away(i128::from(left) * whole, whole + rate);
            (base, i128::from(left) - base)
        }
    };
    let cents = |value: i128| {
        i64::try_from(value)
            .map(euros)
            .map_err(|_| TotalsError::OutOfRange)
    };
    Ok(VatSubtotal {
        vat,
        discount: euros(discount),
        base: cents(base)?,
        amount: cents(amount)?,
    })
}

fn with_options(
    firm: &SumsByVat,
    discounts: &SumsByVat,
    options: &SumsByVat,
    prices: PriceMode,
) -> Result<GrandTotal, TotalsError> {
    let mut all: BTreeMap<Vat, i128> = BTreeMap::new();
    for (&vat, &sum) in firm.iter().chain(discounts).chain(options) {
        *all.entry(vat).or_default() += i128::from(sum);
    }
    let mut parts = Vec::with_capacity(all.len());
    for (vat, sum) in all {
        let left = i64::try_from(sum).map_err(|_| TotalsError::OutOfRange)?;
        parts.push(taxed(vat, 0, left, prices)?);
    }
    GrandTotal::of(&parts)
}

fn total(amounts: impl Iterator<Item = i64>) -> Result<i64, TotalsError> {
    i64::try_from(amounts.map(i128::from).sum::<i128>()).map_err(|_| TotalsError::OutOfRange)
}

const fn euros(minor: i64) -> Money {
    Money {
        minor,
        currency: Currency::Eur,
    }
}
