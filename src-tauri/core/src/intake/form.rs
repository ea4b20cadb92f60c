//! Mails that a web form wrote: labels with values, as lines, tables or blocks.

use super::addresses::read_person;
use super::form_reading::{Entry, Reading};
use super::header_block::HeaderBlock;
use super::lines::Line;
use super::model::Field;
use super::separator::separator;
use super::words::form_labels::{COUNTS, FormLabel};
use super::words::plain;

/// What a form asked and got.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Form {
    /// The name, put together from its parts; empty if the form has none.
    pub(super) name: String,
    /// The mail address; empty if the form has none.
    pub(super) address: String,
    /// Whether it names a way to answer: a mail address or a telephone number.
    pub(super) can_be_answered: bool,
    /// Whether nothing but the words of a site stands around the fields: no letter that lists somebody's data.
    pub(super) is_by_site: bool,
    /// What was written in the free field.
    pub(super) message: String,
    /// All values, a line each: what was filled in, without what the site says around it.
    pub(super) filled_in: String,
    /// All fields, as `form:LABEL`, and the facts that their labels name.
    pub(super) fields: Vec<Field>,
}

/// Reads a form; `None` if the body is not one.
///
/// A form has a mail address and two more facts under labels, or a name and a question of the site's own.
/// Without an address it has a name, a telephone number and one more, or any four facts with one of the two.
/// Hardly anything stands in between. Labels below the closing words of a letter are its signature.
pub(super) fn read_form(lines: &[Line]) -> Option<Form> {
    let reading = Reading::of(lines)?;
    let has = |label| reading.has(label);
    let labels = [
        FormLabel::Name,
        FormLabel::FirstName,
        FormLabel::LastName,
        FormLabel::Phone,
        FormLabel::Company,
        FormLabel::Vat,
        FormLabel::Street,
        FormLabel::PostalCode,
        FormLabel::City,
        FormLabel::Address,
        FormLabel::Country,
        FormLabel::Subject,
        FormLabel::Message,
        FormLabel::Date,
        FormLabel::Budget,
    ];
    let others = labels.into_iter().filter(|label| has(*label)).count();
    let address = reading.address();
    let is_named = has(FormLabel::Name) || has(FormLabel::LastName) || has(FormLabel::FirstName);
    let is_form = if address.is_some() {
        others >= 2 || is_named && reading.asks_more()
    } else {
        others >= 4 && (has(FormLabel::Phone) || is_named)
            || has(FormLabel::Phone) && is_named && (others >= 3 || reading.asks_more())
    };
    (is_form && !quotes_a_mail(lines)).then(|| reading.into_form(address.unwrap_or_default()))
}

/// The header of a quoted or forwarded mail has labels too.
fn quotes_a_mail(lines: &[Line]) -> bool {
    (0..lines.len().min(200)).any(|at| {
        separator(lines[at].text).is_some()
            || HeaderBlock::read(lines, at)
                .is_some_and(|block| block.is_mail_header() && block.strength() >= 3)
    })
}

impl Reading<'_> {
    fn into_form(self, address: String) -> Form {
        let parts = [self.value(FormLabel::FirstName), self.value(FormLabel::LastName)];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let whole = read_person(self.value(FormLabel::Name)).name;
        // "Nom" beside "Prénom" is the family name.
        let name = match (self.value(FormLabel::FirstName), self.value(FormLabel::LastName), whole.as_str()) {
            (first, "", whole) if !first.is_empty() && !whole.is_empty() && !whole.contains(first) => {
                format!("{first} {whole}")
            }
            (_, _, "") => parts.join(" "),
            _ => whole.clone(),
        };
        let mut fields: Vec<Field> = Vec::new();
        for entry in self.entries.iter().filter(|entry| !entry.value.trim().is_empty()) {
            let value = entry.value.trim().to_owned();
            fields.push(Field { kind: format!("form:{}", entry.text), evidence: value.clone(), value });
        }
        let company = self.value(FormLabel::Company);
        if !company.is_empty() {
            fields.push(Field {
                kind: "company".to_owned(),
                value: company.to_owned(),
                evidence: company.to_owned(),
            });
        }
        fields.extend(self.postal_address());
        fields.extend(self.entries.iter().filter_map(quantity));
        let values: Vec<String> = (0..self.entries.len())
            .filter(|&at| !self.is_technical(at))
            .map(|at| stated(&self.entries[at]))
            .collect();
        Form {
            name,
            can_be_answered: !address.is_empty() || !self.value(FormLabel::Phone).is_empty(),
            address,
            is_by_site: self.is_by_site,
            message: self.message().trim().to_owned(),
            filled_in: values.join("\n"),
            fields,
        }
    }

    /// Street, number, postal code and city under labels of their own.
    fn postal_address(&self) -> Option<Field> {
        let (street, number) = (self.value(FormLabel::Street), self.value(FormLabel::Number));
        let (code, city) = (self.value(FormLabel::PostalCode), self.value(FormLabel::City));
        let street = if street.is_empty() { self.value(FormLabel::Address) } else { street };
        if code.is_empty() && city.is_empty() || street.contains(code) && !code.is_empty() {
            return None;
        }
        let street = if number.is_empty() || street.is_empty() {
            street.to_owned()
        } else {
            format!("{street} {number}")
        };
        let place = format!("{code} {city}").trim().to_owned();
        let value =
            if street.is_empty() { place.clone() } else { format!("{}, {place}", street.replace('\n', " ")) };
        let evidence = if code.is_empty() { city } else { code };
        Some(Field { kind: "address".to_owned(), value, evidence: evidence.to_owned() })
    }
}

/// What was filled in, as a text that facts are found in: a sum is a budget where its label says so.
fn stated(entry: &Entry) -> String {
    let value = entry.value.trim();
    if entry.label == Some(FormLabel::Budget) { format!("{}: {value}", entry.text) } else { value.to_owned() }
}

/// `Aantal personen: 60`, `Oppervlakte (m²): 85`: what a label counts or measures.
fn quantity(entry: &Entry) -> Option<Field> {
    let number = entry.value.trim();
    let is_number = number.starts_with(|first: char| first.is_ascii_digit())
        && number.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | ' ' | '\u{a0}'));
    if !is_number || number.len() > MAX_NUMBER {
        return None;
    }
    let label = plain(entry.text);
    let counted = COUNTS.beginning(&label).next().and_then(|count| label.strip_prefix(count));
    let unit = counted.or_else(|| label.strip_suffix(')')?.rsplit_once('(').map(|(_, unit)| unit))?.trim();
    let is_unit = !unit.is_empty() && unit.len() <= MAX_UNIT;
    is_unit.then(|| Field {
        kind: "quantity".to_owned(),
        value: format!("{number} {unit}"),
        evidence: number.to_owned(),
    })
}

/// The longest number and the longest name of what is counted, in bytes.
const MAX_NUMBER: usize = 12;
const MAX_UNIT: usize = 40;

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
