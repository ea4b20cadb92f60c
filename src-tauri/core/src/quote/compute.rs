//! What a quote as typed comes to, with the internal figures that the editor shows.

use super::{
    LineKind, PriceMode, QuoteContent, QuoteFieldProblem, QuoteInput, QuoteTotals, StoredLine, Totals,
    TotalsError, VatRateTotal, read,
};
use crate::error::FieldProblem;
use crate::language::Language;
use crate::money::{Currency, Money};

/// Works out what a quote as typed comes to. Fields that cannot be read count as zero and are named.
pub fn compute(input: &QuoteInput, language: Language) -> QuoteTotals {
    let (content, problems) = read(input, language);
    totals_of(&content, problems)
}

/// What a stored quote comes to.
pub fn totals_of(content: &QuoteContent, mut problems: Vec<QuoteFieldProblem>) -> QuoteTotals {
    match Totals::of(&content.quote_lines(), content.discount, content.price_mode) {
        Ok(totals) => view(content, &totals, problems),
        Err(error) => {
            problems.push(problem_of(error));
            nothing(content, problems)
        }
    }
}

fn view(content: &QuoteContent, totals: &Totals, problems: Vec<QuoteFieldProblem>) -> QuoteTotals {
    let cost = total_cost(content);
    let margin = cost.map(|cost| Money { minor: totals.net.minor - cost.minor, ..cost });
    QuoteTotals {
        lines: line_amounts(content, totals),
        line_margins: content
            .lines
            .iter()
            .zip(&totals.line_amounts)
            .map(|(line, amount)| line_margin(content.price_mode, line, *amount))
            .collect(),
        lines_total: totals.lines,
        discount: totals.discount,
        net: totals.net,
        vat: totals.vat_amount,
        gross: totals.gross,
        gross_with_options: totals.with_options.as_ref().map(|grand| grand.gross),
        deposit: (content.deposit.0 > 0).then(|| totals.deposit(content.deposit).ok()).flatten(),
        vat_rates: totals
            .vat
            .iter()
            .map(|part| VatRateTotal {
                rate: part.vat.rate,
                category: format!("{:?}", part.vat.category),
                base: part.base,
                vat: part.amount,
            })
            .collect(),
        cost,
        margin,
        margin_rate: margin.and_then(|margin| rate_of(margin.minor, totals.net.minor)),
        problems,
    }
}

/// The amount of each line; of a section, the sum of its lines without options.
fn line_amounts(content: &QuoteContent, totals: &Totals) -> Vec<Option<Money>> {
    let mut amounts = totals.line_amounts.clone();
    let mut sum = 0_i64;
    for (position, line) in content.lines.iter().enumerate().rev() {
        match line.kind {
            LineKind::Item if !line.optional => {
                sum = sum.saturating_add(amounts[position].map_or(0, |amount| amount.minor))
            }
            LineKind::Section => {
                amounts[position] = Some(euros(sum));
                sum = 0;
            }
            LineKind::Item | LineKind::Text => {}
        }
    }
    amounts
}

fn line_margin(mode: PriceMode, line: &StoredLine, amount: Option<Money>) -> Option<i32> {
    let cost = line_cost(line)?;
    let amount = i128::from(amount?.minor);
    let net = match mode {
        PriceMode::Net => amount,
        PriceMode::Gross => amount * 10_000 / (10_000 + i128::from(line.vat_rate.0)),
    };
    rate_of(i64::try_from(net - i128::from(cost)).ok()?, i64::try_from(net).ok()?)
}

/// The cost of a line in cents, where known.
fn line_cost(line: &StoredLine) -> Option<i64> {
    let cost = line.unit_cost.filter(|_| line.kind == LineKind::Item)?;
    // Thousandths × ten-thousandths are 10^-7 euros: 10^-5 cents.
    let exact = i128::from(line.quantity.0) * i128::from(cost.0);
    i64::try_from((exact + exact.signum() * 50_000) / 100_000).ok()
}

fn total_cost(content: &QuoteContent) -> Option<Money> {
    let costs: Vec<i64> = content.lines.iter().filter(|line| !line.optional).filter_map(line_cost).collect();
    (!costs.is_empty()).then(|| euros(costs.into_iter().fold(0, i64::saturating_add)))
}

/// A share in basis points, rounded to the nearest.
fn rate_of(part: i64, whole: i64) -> Option<i32> {
    if whole == 0 {
        return None;
    }
    let points = i128::from(part) * 10_000;
    let whole = i128::from(whole);
    i32::try_from((points + points.signum() * whole.abs() / 2) / whole).ok()
}

fn nothing(content: &QuoteContent, problems: Vec<QuoteFieldProblem>) -> QuoteTotals {
    QuoteTotals {
        lines: vec![None; content.lines.len()],
        line_margins: vec![None; content.lines.len()],
        lines_total: euros(0),
        discount: euros(0),
        net: euros(0),
        vat: euros(0),
        gross: euros(0),
        gross_with_options: None,
        deposit: None,
        vat_rates: Vec::new(),
        cost: None,
        margin: None,
        margin_rate: None,
        problems,
    }
}

fn problem_of(error: TotalsError) -> QuoteFieldProblem {
    let (field, problem) = match error {
        TotalsError::LineOutOfRange { line } => {
            (format!("lines.{line}.unit_price"), FieldProblem::OutOfRange)
        }
        TotalsError::LineDiscountAboveWhole { line } => {
            (format!("lines.{line}.discount"), FieldProblem::OutOfRange)
        }
        TotalsError::VatInconsistent { line } => (format!("lines.{line}.vat_rate"), FieldProblem::Invalid),
        TotalsError::DiscountAboveWhole => ("discount".into(), FieldProblem::OutOfRange),
        TotalsError::OutOfRange => ("lines".into(), FieldProblem::OutOfRange),
    };
    QuoteFieldProblem { field, problem }
}

fn euros(minor: i64) -> Money {
    Money { minor, currency: Currency::Eur }
}
