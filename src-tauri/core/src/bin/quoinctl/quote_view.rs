//! How a quote is shown.

use std::fmt;

use quoin_core::id::{QuoteId, RequestId};
use quoin_core::language::Language;
use quoin_core::money::Money;
use quoin_core::quote::{
    LineKind, MissingFact, PriceMode, Quote, QuoteDetail, QuoteRecipient, QuoteState, QuoteTotals, StoredLine,
};
use serde::Serialize;

use crate::written;

/// A quote with its lines and what it comes to. Amounts are plain decimals in euros.
#[derive(Serialize)]
pub struct QuoteView {
    id: QuoteId,
    request_id: RequestId,
    request: String,
    number: Option<String>,
    version: u32,
    state: QuoteState,
    title: String,
    language: Language,
    issued_on: String,
    valid_until: String,
    prices: PriceMode,
    recipient: QuoteRecipient,
    lines: Vec<LineView>,
    totals: TotalsView,
    missing: Vec<MissingFact>,
    sent_at: Option<String>,
    decided_at: Option<String>,
    decision_reason: String,
    document_sha256: Option<String>,
    #[serde(skip)]
    gross: Money,
}

/// A line with the field names of `render --schema`, and what it comes to.
#[derive(Serialize)]
struct LineView {
    kind: LineKind,
    title: String,
    details: String,
    quantity: String,
    unit: String,
    unit_price: String,
    discount: String,
    vat: String,
    optional: bool,
    amount: Option<String>,
}

#[derive(Serialize)]
struct TotalsView {
    lines: String,
    discount: String,
    net: String,
    vat: String,
    gross: String,
    gross_with_options: Option<String>,
    deposit: Option<String>,
    vat_rates: Vec<RateView>,
}

#[derive(Serialize)]
struct RateView {
    rate: String,
    category: String,
    base: String,
    vat: String,
}

impl QuoteView {
    /// A quote as stored, with what it comes to.
    pub fn of(stored: &Quote, detail: QuoteDetail) -> Self {
        let content = &stored.content;
        Self {
            id: detail.id,
            request_id: detail.request_id,
            request: detail.request_reference,
            number: detail.number,
            version: detail.version,
            state: detail.state,
            title: content.title.clone(),
            language: content.language,
            issued_on: content.issued_on.to_string(),
            valid_until: content.valid_until.to_string(),
            prices: content.price_mode,
            recipient: content.recipient.clone(),
            lines: content
                .lines
                .iter()
                .zip(&detail.totals.lines)
                .map(|(line, amount)| line_view(line, *amount))
                .collect(),
            gross: detail.totals.gross,
            totals: totals_view(&detail.totals),
            missing: detail.missing,
            sent_at: detail.sent_at.map(written::instant),
            decided_at: detail.decided_at.map(written::instant),
            decision_reason: detail.decision_reason,
            document_sha256: detail.document_sha256,
        }
    }

    /// Warns on standard error of what a complete document still lacks.
    pub fn say_what_is_missing(&self) {
        if !self.missing.is_empty() && matches!(self.state, QuoteState::Draft | QuoteState::Finalised) {
            let facts: Vec<&str> = self.missing.iter().map(|fact| fact_word(*fact)).collect();
            eprintln!("warning: a complete document would also name {}.", facts.join(", "));
        }
    }
}

fn line_view(line: &StoredLine, amount: Option<Money>) -> LineView {
    let is_item = line.kind == LineKind::Item;
    let of_item = |text: String| if is_item { text } else { String::new() };
    LineView {
        kind: line.kind,
        title: line.title.clone(),
        details: line.details.clone(),
        quantity: of_item(written::figure(line.quantity.0, 3, 0)),
        unit: line.unit.clone(),
        unit_price: of_item(written::figure(line.unit_price.0, 4, 2)),
        discount: of_item(written::figure(i64::from(line.discount.0), 2, 0)),
        vat: of_item(written::figure(i64::from(line.vat_rate.0), 2, 0)),
        optional: line.optional,
        amount: amount.map(written::decimal),
    }
}

fn totals_view(totals: &QuoteTotals) -> TotalsView {
    TotalsView {
        lines: written::decimal(totals.lines_total),
        discount: written::decimal(totals.discount),
        net: written::decimal(totals.net),
        vat: written::decimal(totals.vat),
        gross: written::decimal(totals.gross),
        gross_with_options: totals.gross_with_options.map(written::decimal),
        deposit: totals.deposit.map(written::decimal),
        vat_rates: totals
            .vat_rates
            .iter()
            .map(|part| RateView {
                rate: written::figure(i64::from(part.rate.0), 2, 0),
                category: part.category.clone(),
                base: written::decimal(part.base),
                vat: written::decimal(part.vat),
            })
            .collect(),
    }
}

/// The state in a word.
pub const fn state_word(state: QuoteState) -> &'static str {
    match state {
        QuoteState::Draft => "draft",
        QuoteState::Finalised => "finalised",
        QuoteState::Sent => "sent",
        QuoteState::Accepted => "accepted",
        QuoteState::Refused => "refused",
        QuoteState::Superseded => "superseded",
    }
}

const fn fact_word(fact: MissingFact) -> &'static str {
    match fact {
        MissingFact::CompanyAddress => "the company's address",
        MissingFact::EnterpriseNumber => "its enterprise number",
        MissingFact::LegalForm => "its legal form",
        MissingFact::Register => "its register",
        MissingFact::BankAccount => "its bank account",
        MissingFact::RecipientAddress => "the recipient's address",
        MissingFact::Title => "a title",
    }
}

impl fmt::Display for QuoteView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.as_deref().unwrap_or("without number");
        writeln!(formatter, "Quote {number} v{}, {}  {}", self.version, state_word(self.state), self.title)?;
        writeln!(
            formatter,
            "{} for {}, {}, until {}",
            self.id,
            self.request,
            self.recipient.shown_name(),
            self.valid_until
        )?;
        let rows: Vec<Vec<String>> = self.lines.iter().map(LineView::cells).collect();
        if !rows.is_empty() {
            writeln!(formatter, "{}", written::table(&rows))?;
        }
        for part in &self.totals.vat_rates {
            writeln!(formatter, "VAT {}% on {}: {}", part.rate, part.base, part.vat)?;
        }
        write!(
            formatter,
            "Total {} + VAT {} = {}",
            self.totals.net,
            self.totals.vat,
            self.gross.written(Language::En)
        )?;
        if let Some(deposit) = &self.totals.deposit {
            write!(formatter, ", deposit {deposit}")?;
        }
        Ok(())
    }
}

impl LineView {
    fn cells(&self) -> Vec<String> {
        let title = if self.optional { format!("(option) {}", self.title) } else { self.title.clone() };
        let vat = if self.vat.is_empty() { String::new() } else { format!("{}%", self.vat) };
        let quantity = format!("{} {}", self.quantity, self.unit);
        vec![
            written::short(&title, 48),
            quantity,
            self.unit_price.clone(),
            vat,
            self.amount.clone().unwrap_or_default(),
        ]
    }
}
