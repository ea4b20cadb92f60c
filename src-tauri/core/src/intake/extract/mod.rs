//! Facts in the text of a request, each with the words it was found in.

mod address;
mod budget;
mod company;
mod goods;
mod money;
mod name;
mod number;
mod phone;
mod place;
mod quantity;
mod tokens;
mod vat;
mod wish;

use tokens::Tokens;

use super::model::Field;
use crate::language::Language;

pub use phone::phone_number;
pub(super) use phone::{Region, region_of};

/// Facts of one kind that are kept; a longer list is a catalogue, not a request.
const MAX_OF_A_KIND: usize = 12;

/// Finds the name of who signs, telephone numbers, VAT numbers, companies, postal addresses, quantities, wished dates and
/// budgets. `region` and `language` say whose numbers are written without a country code.
///
/// The evidence of each fact is a piece of the text as it stands, so that it can be highlighted.
pub(super) fn find_facts(text: &str, region: Region, language: Option<Language>) -> Vec<Field> {
    let tokens = Tokens::of(text);
    let mut facts = Facts::default();
    name::find(text, &mut facts);
    phone::find(&tokens, region, language, &mut facts);
    vat::find(&tokens, &mut facts);
    company::find(&tokens, &mut facts);
    address::find(&tokens, &mut facts);
    quantity::find(&tokens, &mut facts);
    wish::find(&tokens, &mut facts);
    budget::find(&tokens, &mut facts);
    facts.fields
}

/// The facts found so far, each once.
#[derive(Default)]
struct Facts {
    fields: Vec<Field>,
}

impl Facts {
    fn add(&mut self, kind: &str, value: String, evidence: &str) {
        let of_kind = self.fields.iter().filter(|field| field.kind == kind);
        let is_known = of_kind.clone().any(|field| field.value == value);
        if !value.is_empty() && !is_known && of_kind.count() < MAX_OF_A_KIND {
            self.fields.push(Field { kind: kind.to_owned(), value, evidence: evidence.trim().to_owned() });
        }
    }
}

#[cfg(test)]
mod budget_tests;
#[cfg(test)]
mod party_tests;
#[cfg(test)]
mod quantity_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod wish_tests;
