//! The quote of a story as somebody would type it into the editor.

use super::company::Cast;
use super::story::{Line, Prospect, Quote};
use super::when::with_days;
use crate::error::Error;
use crate::language::Language;
use crate::quote::{LineKind, QuoteInput, QuoteLineInput, QuoteRecipient};

/// Types a quote over what the editor shows of a new draft.
pub(super) fn typed(
    quote: &Quote,
    draft: QuoteInput,
    cast: &Cast,
    today: jiff::civil::Date,
) -> Result<QuoteInput, Error> {
    let language = draft.language;
    let lines = quote.lines.iter().map(|line| typed_line(line, cast)).collect::<Result<_, _>>()?;
    Ok(QuoteInput {
        title: quote.title.clone(),
        intro: with_days(&quote.intro, language, today),
        terms: quote.terms.clone().unwrap_or(draft.terms),
        site: quote.site.clone(),
        discount: quote.discount.clone(),
        discount_label: quote.discount_label.clone(),
        valid_until: quote.valid_days.map_or(draft.valid_until, |days| draft.issued_on.plus_days(days)),
        recipient: quote
            .recipient
            .as_ref()
            .map_or(draft.recipient.clone(), |over| recipient(over, draft.recipient.clone())),
        lines,
        ..draft
    })
}

fn recipient(over: &Prospect, under: QuoteRecipient) -> QuoteRecipient {
    let or = |over: &Option<String>, under: String| over.clone().unwrap_or(under);
    QuoteRecipient {
        salutation: or(&over.salutation, under.salutation),
        name: or(&over.name, under.name),
        company: or(&over.company, under.company),
        street: or(&over.street, under.street),
        postal_code: or(&over.postal_code, under.postal_code),
        city: or(&over.city, under.city),
        vat_number: or(&over.vat_number, under.vat_number),
        ..under
    }
}

fn typed_line(line: &Line, cast: &Cast) -> Result<QuoteLineInput, Error> {
    if let Some(title) = &line.section {
        return Ok(QuoteLineInput { kind: LineKind::Section, title: title.clone(), ..empty() });
    }
    let from_catalogue = match &line.product {
        Some(code) => Some(cast.products.get(code).ok_or(Error::NotFound("product"))?),
        None => None,
    };
    let or = |own: &Option<String>, catalogue: fn(&crate::product::ProductInput) -> &String| {
        own.clone()
            .or_else(|| from_catalogue.map(|(_, product)| catalogue(product).clone()))
            .unwrap_or_default()
    };
    Ok(QuoteLineInput {
        product_id: from_catalogue.map(|(id, _)| *id),
        title: or(&line.title, |product| &product.title),
        details: or(&line.details, |product| &product.details),
        quantity: line.quantity.clone(),
        unit: or(&line.unit, |product| &product.unit),
        unit_price: or(&line.unit_price, |product| &product.unit_price),
        unit_cost: or(&line.unit_cost, |product| &product.unit_cost),
        discount: line.discount.clone(),
        vat_rate: or(&line.vat_rate, |product| &product.vat_rate),
        optional: line.optional,
        ..empty()
    })
}

fn empty() -> QuoteLineInput {
    QuoteLineInput {
        kind: LineKind::Item,
        product_id: None,
        title: String::new(),
        details: String::new(),
        quantity: String::new(),
        unit: String::new(),
        unit_price: String::new(),
        unit_cost: String::new(),
        discount: String::new(),
        vat_rate: String::new(),
        optional: false,
    }
}

/// The language in which the sample data write numbers.
pub(super) const TYPED_IN: Language = Language::Fr;
