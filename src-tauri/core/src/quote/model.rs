//! A quote as stored, and what its editor's words mean.

use serde::{Deserialize, Serialize};

use super::{
    Item, LineKind, PriceMode, QuoteFieldProblem, QuoteInput, QuoteLine, QuoteLineInput, QuoteRecipient,
    QuoteState, Vat,
};
use crate::clock::{LocalDate, Timestamp};
use crate::error::FieldProblem;
use crate::id::{ContactId, ProductId, QuoteId, RequestId, UserId};
use crate::language::Language;
use crate::money::{BasisPoints, NumberProblem, Quantity, UnitPrice};

/// One version of a quote.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Its identity.
    pub id: QuoteId,
    /// The request it answers.
    pub request_id: RequestId,
    /// The contact it is for.
    pub contact_id: Option<ContactId>,
    /// Its number, once finalised; a new version keeps it.
    pub number: Option<String>,
    /// Its version.
    pub version: u32,
    /// Its state.
    pub state: QuoteState,
    /// What it says.
    pub content: QuoteContent,
    /// The editor's words, while it is a draft.
    pub typed: Option<QuoteInput>,
    /// The language in which those words write numbers.
    pub typed_language: Language,
    /// The hash of the frozen document.
    pub document_sha256: Option<Vec<u8>>,
    /// Goes up with each saved change.
    pub revision: u32,
    /// Who began it.
    pub created_by: Option<UserId>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// When it got its number.
    pub finalised_at: Option<Timestamp>,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// When it was accepted or refused.
    pub decided_at: Option<Timestamp>,
    /// Why.
    pub decision_reason: String,
}

/// What a quote says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteContent {
    /// What it is about.
    pub title: String,
    /// The words above the table.
    pub intro: String,
    /// The conditions.
    pub terms: String,
    /// The language of the document.
    pub language: Language,
    /// Its date.
    pub issued_on: LocalDate,
    /// The last day on which it can be accepted.
    pub valid_until: LocalDate,
    /// Whether prices are without or with VAT.
    pub price_mode: PriceMode,
    /// Overall discount.
    pub discount: BasisPoints,
    /// What the discount is called.
    pub discount_label: String,
    /// Deposit.
    pub deposit: BasisPoints,
    /// To whom it is made out.
    pub recipient: QuoteRecipient,
    /// Where the work is done.
    pub site: String,
    /// Its lines.
    pub lines: Vec<StoredLine>,
}

/// A line as stored: of a section or text only the words count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredLine {
    /// What the line is.
    pub kind: LineKind,
    /// The catalogue item it came from.
    pub product_id: Option<ProductId>,
    /// What it is.
    pub title: String,
    /// More about it.
    pub details: String,
    /// How many.
    pub quantity: Quantity,
    /// Of what unit.
    pub unit: String,
    /// Price per unit.
    pub unit_price: UnitPrice,
    /// Internal cost per unit.
    pub unit_cost: Option<UnitPrice>,
    /// Discount.
    pub discount: BasisPoints,
    /// VAT rate.
    pub vat_rate: BasisPoints,
    /// Outside the total.
    pub optional: bool,
}

impl StoredLine {
    /// The line as the totals and the document see it.
    pub fn as_line(&self) -> QuoteLine {
        match self.kind {
            LineKind::Section => QuoteLine::Section { title: self.title.clone() },
            LineKind::Text => QuoteLine::Text { body: self.title.clone() },
            LineKind::Item => QuoteLine::Item(Item {
                title: self.title.clone(),
                details: self.details.clone(),
                quantity: self.quantity,
                unit: self.unit.clone(),
                unit_price: self.unit_price,
                discount: self.discount,
                vat: Vat::at(self.vat_rate),
                optional: self.optional,
            }),
        }
    }
}

impl QuoteContent {
    /// The lines as the totals and the document see them.
    pub fn quote_lines(&self) -> Vec<QuoteLine> {
        self.lines.iter().map(StoredLine::as_line).collect()
    }

    /// Whether there is something to offer.
    pub fn has_items(&self) -> bool {
        self.lines.iter().any(|line| line.kind == LineKind::Item)
    }
}

/// What the editor's words mean, and every field that has no meaning as it stands. Those count as
/// nothing: quantity, price and discount as zero, a cost as unknown.
pub fn read(input: &QuoteInput, language: Language) -> (QuoteContent, Vec<QuoteFieldProblem>) {
    let mut problems = Vec::new();
    let discount = percent(&input.discount, language, "discount".into(), &mut problems);
    let deposit = percent(&input.deposit, language, "deposit".into(), &mut problems);
    if input.valid_until < input.issued_on {
        problems.push(QuoteFieldProblem { field: "valid_until".into(), problem: FieldProblem::TooEarly });
    }
    let lines = input
        .lines
        .iter()
        .enumerate()
        .map(|(position, line)| read_line(position, line, language, &mut problems))
        .collect();
    let content = QuoteContent {
        title: input.title.clone(),
        intro: input.intro.clone(),
        terms: input.terms.clone(),
        language: input.language,
        issued_on: input.issued_on,
        valid_until: input.valid_until,
        price_mode: input.price_mode,
        discount,
        discount_label: input.discount_label.clone(),
        deposit,
        recipient: input.recipient.clone(),
        site: input.site.clone(),
        lines,
    };
    (content, problems)
}

fn read_line(
    position: usize,
    line: &QuoteLineInput,
    language: Language,
    problems: &mut Vec<QuoteFieldProblem>,
) -> StoredLine {
    let is_item = line.kind == LineKind::Item;
    let mut number =
        |field: &str, text: &str, default: i64, parse: &dyn Fn(&str) -> Result<i64, NumberProblem>| -> i64 {
            if !is_item || text.trim().is_empty() {
                return default;
            }
            parse(text).unwrap_or_else(|problem| {
                problems.push(QuoteFieldProblem {
                    field: format!("lines.{position}.{field}"),
                    problem: problem.into(),
                });
                0
            })
        };
    let price = |text: &str| UnitPrice::parse(text, language).map(|price| price.0);
    let rate = |text: &str| BasisPoints::parse(text, language).map(|rate| i64::from(rate.0));
    let quantity = number("quantity", &line.quantity, 0, &|text| {
        Quantity::parse(text, language).map(|quantity| quantity.0)
    });
    let unit_price = number("unit_price", &line.unit_price, 0, &price);
    let unit_cost = number("unit_cost", &line.unit_cost, i64::MIN, &price);
    let discount = number("discount", &line.discount, 0, &rate);
    let vat_rate = number("vat_rate", &line.vat_rate, 0, &rate);
    if is_item && line.vat_rate.trim().is_empty() {
        problems.push(QuoteFieldProblem {
            field: format!("lines.{position}.vat_rate"),
            problem: FieldProblem::Empty,
        });
    }
    let whole = |points: i64| BasisPoints(u32::try_from(points).unwrap_or(0).min(10_000));
    StoredLine {
        kind: line.kind,
        product_id: line.product_id,
        title: line.title.clone(),
        details: line.details.clone(),
        quantity: Quantity(quantity),
        unit: line.unit.clone(),
        unit_price: UnitPrice(unit_price),
        unit_cost: (unit_cost != i64::MIN && is_item).then_some(UnitPrice(unit_cost)),
        discount: whole(discount),
        vat_rate: whole(vat_rate),
        optional: line.optional && is_item,
    }
}

fn percent(
    text: &str,
    language: Language,
    field: String,
    problems: &mut Vec<QuoteFieldProblem>,
) -> BasisPoints {
    if text.trim().is_empty() {
        return BasisPoints(0);
    }
    match BasisPoints::parse(text, language) {
        Ok(points) if points.0 <= 10_000 => points,
        Ok(_) => {
            problems.push(QuoteFieldProblem { field, problem: FieldProblem::OutOfRange });
            BasisPoints(0)
        }
        Err(problem) => {
            problems.push(QuoteFieldProblem { field, problem: problem.into() });
            BasisPoints(0)
        }
    }
}

/// A quote's content as words for its editor, numbers in a language.
pub fn write(content: &QuoteContent, language: Language) -> QuoteInput {
    QuoteInput {
        title: content.title.clone(),
        intro: content.intro.clone(),
        terms: content.terms.clone(),
        language: content.language,
        issued_on: content.issued_on,
        valid_until: content.valid_until,
        price_mode: content.price_mode,
        discount: percent_text(content.discount, language),
        discount_label: content.discount_label.clone(),
        deposit: percent_text(content.deposit, language),
        recipient: content.recipient.clone(),
        site: content.site.clone(),
        lines: content.lines.iter().map(|line| write_line(line, language)).collect(),
    }
}

fn write_line(line: &StoredLine, language: Language) -> QuoteLineInput {
    let is_item = line.kind == LineKind::Item;
    let if_item = |text: String| if is_item { text } else { String::new() };
    QuoteLineInput {
        kind: line.kind,
        product_id: line.product_id,
        title: line.title.clone(),
        details: line.details.clone(),
        quantity: if_item(decimal_text(line.quantity.0, 3, 0, language)),
        unit: line.unit.clone(),
        unit_price: if_item(decimal_text(line.unit_price.0, 4, 2, language)),
        unit_cost: line.unit_cost.map(|cost| decimal_text(cost.0, 4, 2, language)).unwrap_or_default(),
        discount: percent_text(line.discount, language),
        vat_rate: if_item(decimal_text(i64::from(line.vat_rate.0), 2, 0, language)),
        optional: line.optional,
    }
}

fn percent_text(points: BasisPoints, language: Language) -> String {
    if points.0 == 0 { String::new() } else { decimal_text(i64::from(points.0), 2, 0, language) }
}

/// An integer with a number of decimals as text to be edited: no grouping, no more zeros than needed.
pub fn decimal_text(value: i64, decimals: usize, at_least: usize, language: Language) -> String {
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let kept = fraction.trim_end_matches('0').len().max(at_least);
    let sign = if value < 0 { "-" } else { "" };
    let point = if language == Language::En { "." } else { "," };
    if kept == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{}", &fraction[..kept]) }
}

/// A draft's words with every readable number written in another language; what is unreadable stays.
pub fn rewrite(input: &QuoteInput, from: Language, to: Language) -> QuoteInput {
    if from == to {
        return input.clone();
    }
    let (content, problems) = read(input, from);
    let mut rewritten = write(&content, to);
    for problem in problems {
        keep_as_typed(&mut rewritten, input, &problem.field);
    }
    rewritten
}

fn keep_as_typed(rewritten: &mut QuoteInput, typed: &QuoteInput, field: &str) {
    let mut parts = field.split('.');
    match (parts.next(), parts.next().and_then(|place| place.parse::<usize>().ok()), parts.next()) {
        (Some("discount"), ..) => rewritten.discount.clone_from(&typed.discount),
        (Some("deposit"), ..) => rewritten.deposit.clone_from(&typed.deposit),
        (Some("lines"), Some(place), Some(cell)) => {
            if let (Some(line), Some(source)) = (rewritten.lines.get_mut(place), typed.lines.get(place)) {
                match cell {
                    "quantity" => line.quantity.clone_from(&source.quantity),
                    "unit_price" => line.unit_price.clone_from(&source.unit_price),
                    "unit_cost" => line.unit_cost.clone_from(&source.unit_cost),
                    "discount" => line.discount.clone_from(&source.discount),
                    _ => line.vat_rate.clone_from(&source.vat_rate),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_would_be_typed() {
        assert_eq!(decimal_text(465_000, 4, 2, Language::Fr), "46,50");
        assert_eq!(decimal_text(465_000, 4, 2, Language::En), "46.50");
        assert_eq!(decimal_text(345, 4, 2, Language::Nl), "0,0345");
        assert_eq!(decimal_text(7_200, 3, 0, Language::De), "7,2");
        assert_eq!(decimal_text(-1_000, 3, 0, Language::Fr), "-1");
        assert_eq!(decimal_text(0, 3, 0, Language::Fr), "0");
    }
}
