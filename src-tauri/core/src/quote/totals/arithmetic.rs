//! The arithmetic of totals: exact, in cents, never wrapping.

use std::collections::BTreeMap;

use super::{GrandTotal, TotalsError, VatSubtotal};
use crate::money::{BasisPoints, Currency, Money, round_half_away};
use crate::quote::line::{Item, PriceMode, QuoteLine, Vat};

/// Cents per VAT rate and category.
pub type SumsByVat = BTreeMap<Vat, i64>;

/// The amount of each line; none for sections and texts.
pub fn amounts_of(lines: &[QuoteLine]) -> Result<Vec<Option<Money>>, TotalsError> {
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

/// The sums of the items that count, per VAT rate and category.
pub fn sums_by_vat(
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
        .map(|(vat, sum)| Ok((vat, i64::try_from(sum).map_err(|_| TotalsError::OutOfRange)?)))
        .collect()
}

/// The discount of each category: negative shares that add up exactly to the rounded
/// discount on the whole, the cents left over going to the largest remainders.
pub fn spread(sums: &SumsByVat, discount: BasisPoints) -> Result<SumsByVat, TotalsError> {
    let whole = i128::from(BasisPoints::WHOLE.0);
    let exact_of = |sum: i64| -i128::from(sum) * i128::from(discount.0);
    let rounded = round_half_away(sums.values().map(|&sum| exact_of(sum)).sum(), whole);
    let floors: i128 = sums.values().map(|&sum| exact_of(sum).div_euclid(whole)).sum();
    let mut by_remainder: Vec<(i128, Vat)> =
        sums.iter().map(|(&vat, &sum)| (exact_of(sum).rem_euclid(whole), vat)).collect();
    by_remainder.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
    let mut left_over = rounded - floors;
    let mut shares = SumsByVat::new();
    for (_, vat) in by_remainder {
        let extra = left_over.clamp(0, 1);
        left_over -= extra;
        let floor = exact_of(sums.get(&vat).copied().unwrap_or(0)).div_euclid(whole);
        shares.insert(vat, i64::try_from(floor + extra).map_err(|_| TotalsError::OutOfRange)?);
    }
    Ok(shares)
}

/// VAT of one category whose sum after discount is `left`.
pub fn taxed(vat: Vat, discount: i64, left: i64, prices: PriceMode) -> Result<VatSubtotal, TotalsError> {
    let whole = i128::from(BasisPoints::WHOLE.0);
    let rate = i128::from(vat.rate.0);
    let (base, amount) = match prices {
        PriceMode::Net => (i128::from(left), round_half_away(i128::from(left) * rate, whole)),
        PriceMode::Gross => {
            let base = round_half_away(i128::from(left) * whole, whole + rate);
            (base, i128::from(left) - base)
        }
    };
    let cents = |value: i128| i64::try_from(value).map(euros).map_err(|_| TotalsError::OutOfRange);
    Ok(VatSubtotal { vat, discount: euros(discount), base: cents(base)?, amount: cents(amount)? })
}

/// The totals with the options, the discount unchanged.
pub fn with_options(
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

/// A sum that cannot wrap.
pub fn total(amounts: impl Iterator<Item = i64>) -> Result<i64, TotalsError> {
    i64::try_from(amounts.map(i128::from).sum::<i128>()).map_err(|_| TotalsError::OutOfRange)
}

/// An amount of euro cents.
pub const fn euros(minor: i64) -> Money {
    Money { minor, currency: Currency::Eur }
}
