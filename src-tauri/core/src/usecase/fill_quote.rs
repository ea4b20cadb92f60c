//! A draft gets its lines from outside the editor: from a file, or from another program.

use crate::actor::Actor;
use crate::change::Change;
use crate::desk::Desk;
use crate::error::{Error, FieldProblem, StateProblem};
use crate::id::QuoteId;
use crate::money::{BasisPoints, Quantity, UnitPrice};
use crate::quote::{self, Item, LineKind, QuoteLine, QuoteState, StoredLine, Vat, totals_of};

/// Gives a draft these lines in place of those it has.
///
/// Refused as a field error, with the line's place counted from 0: what cannot be added up, and a
/// VAT category that does not follow from the rate, because a stored line keeps the rate only.
pub async fn fill_quote(desk: &Desk, actor: Actor, id: QuoteId, lines: &[QuoteLine]) -> Result<(), Error> {
    let lines =
        lines.iter().enumerate().map(|(place, line)| stored(place, line)).collect::<Result<Vec<_>, _>>()?;
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut draft = quote::find(&mut write, id).await?;
    if draft.state != QuoteState::Draft {
        return Err(Error::State(StateProblem::QuoteFrozen));
    }
    draft.content.lines = lines;
    draft.typed = None;
    if let Some(problem) = totals_of(&draft.content, Vec::new()).problems.into_iter().next() {
        return Err(Error::field(problem.field, problem.problem));
    }
    super::draft_quote::save(&mut write, &draft, now).await?;
    tracing::info!(actor = actor.code(), quote = %id, "a draft was filled");
    write.changed(Change::Quote(id));
    write.changed(Change::Request(draft.request_id));
    Ok(write.commit().await?)
}

fn stored(place: usize, line: &QuoteLine) -> Result<StoredLine, Error> {
    match line {
        QuoteLine::Section { title } => Ok(words(LineKind::Section, title)),
        QuoteLine::Text { body } => Ok(words(LineKind::Text, body)),
        QuoteLine::Item(item) => stored_item(place, item),
    }
}

fn stored_item(place: usize, item: &Item) -> Result<StoredLine, Error> {
    if item.vat != Vat::at(item.vat.rate) {
        return Err(Error::field(format!("lines.{place}.vat_category"), FieldProblem::Invalid));
    }
    if item.title.trim().is_empty() {
        return Err(Error::field(format!("lines.{place}.title"), FieldProblem::Empty));
    }
    if item.quantity.0 < 0 {
        return Err(Error::field(format!("lines.{place}.quantity"), FieldProblem::Negative));
    }
    Ok(StoredLine {
        kind: LineKind::Item,
        details: item.details.clone(),
        quantity: item.quantity,
        unit: item.unit.clone(),
        unit_price: item.unit_price,
        discount: item.discount,
        vat_rate: item.vat.rate,
        optional: item.optional,
        ..words(LineKind::Item, &item.title)
    })
}

fn words(kind: LineKind, title: &str) -> StoredLine {
    StoredLine {
        kind,
        product_id: None,
        title: title.to_owned(),
        details: String::new(),
        quantity: Quantity(0),
        unit: String::new(),
        unit_price: UnitPrice(0),
        unit_cost: None,
        discount: BasisPoints(0),
        vat_rate: BasisPoints(0),
        optional: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::VatCategory;

    fn item(vat: Vat) -> QuoteLine {
        QuoteLine::Item(Item {
            title: "Dépose".into(),
            details: String::new(),
            quantity: Quantity(1000),
            unit: "forfait".into(),
            unit_price: UnitPrice(9_800_000),
            discount: BasisPoints(0),
            vat,
            optional: false,
        })
    }

    #[test]
    fn a_line_keeps_its_figures() {
        let line = stored(0, &item(Vat::at(BasisPoints(600)))).unwrap();
        assert_eq!(
            (line.quantity, line.unit_price, line.vat_rate),
            (Quantity(1000), UnitPrice(9_800_000), BasisPoints(600))
        );
    }

    #[test]
    fn a_vat_category_that_would_be_lost_is_refused() {
        let reverse_charge = Vat { category: VatCategory::AE, ..Vat::at(BasisPoints(0)) };
        let refused = stored(3, &item(reverse_charge));
        assert!(matches!(refused, Err(Error::Field { field, .. }) if field == "lines.3.vat_category"));
    }
}
