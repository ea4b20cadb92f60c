use super::*;
use crate::language::Language;
use crate::money::{BasisPoints, Quantity, UnitPrice};
use crate::quote::line::{Item, PriceMode, QuoteLine, Vat};

mod any_quote;
mod correspondence;
mod file;
mod golden;
mod pages;

/// The example of the schema.
fn example_document() -> QuoteDocument {
    serde_json::from_value(example()).unwrap()
}

/// The example in another language, its own texts unchanged.
fn example_in(language: Language) -> QuoteDocument {
    QuoteDocument { language, ..example_document() }
}

fn item(title: &str) -> Item {
    Item {
        title: title.to_owned(),
        details: String::new(),
        quantity: Quantity::ONE,
        unit: "h".to_owned(),
        unit_price: UnitPrice(650_000),
        discount: BasisPoints::ZERO,
        vat: Vat::at(BasisPoints(2_100)),
        optional: false,
    }
}

fn line(title: &str) -> QuoteLine {
    QuoteLine::Item(item(title))
}

fn section(title: &str) -> QuoteLine {
    QuoteLine::Section { title: title.to_owned() }
}

fn with_lines(lines: Vec<QuoteLine>) -> QuoteDocument {
    QuoteDocument { lines, ..example_document() }
}

/// Numbered lines, without sections.
fn plain_lines(count: usize) -> Vec<QuoteLine> {
    (1..=count).map(|number| line(&format!("Line {number}."))).collect()
}
