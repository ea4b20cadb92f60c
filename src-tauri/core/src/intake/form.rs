//! Mails that a web form wrote: labels with values, as lines, tables or blocks.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::addresses::{find_address, read_person};
use super::header_block::HeaderBlock;
use super::lines::{Line, trim_blanks};
use super::model::Field;
use super::separator::separator;
use super::signature::is_closing;
use super::words::form_labels::{FORM_FOOTERS, FORM_LABELS, FormLabel, OWNERS};
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
    /// What was written in the free field.
    pub(super) message: String,
    /// All values, a line each: what was filled in, without what the site says around it.
    pub(super) filled_in: String,
    /// All fields, as `form:LABEL`, and the facts that their labels name.
    pub(super) fields: Vec<Field>,
}

static KNOWN: LazyLock<FxHashMap<&str, FormLabel>> = LazyLock::new(|| {
    let pairs =
        FORM_LABELS.iter().flat_map(|(label, words)| words.split('|').map(|word| (word.trim(), *label)));
    pairs.rev().collect()
});

/// Free lines above the first label; a form's introduction is no longer.
const MAX_INTRODUCTION: usize = 6;
/// Free lines between the labels.
const MAX_FREE_LINES: usize = 3;
const MAX_FIELDS: usize = 60;

/// Reads a form; `None` if the body is not one.
///
/// A form has a mail address and two more facts under labels, or a name and a question of the site's own.
/// Without an address it has a name, a telephone number and one more, or any four facts with one of the two.
/// Hardly anything stands in between. Labels below the closing words of a letter are its signature.
pub(super) fn read_form(lines: &[Line]) -> Option<Form> {
    let reading = Reading::of(lines)?;
    let has =
        |label| reading.entries.iter().any(|entry| entry.label == Some(label) && !entry.value.is_empty());
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

/// A label as it stands, what it names, and its value.
#[derive(Debug)]
struct Entry<'t> {
    text: &'t str,
    label: Option<FormLabel>,
    value: String,
}

#[derive(Debug, Default)]
struct Reading<'t> {
    entries: Vec<Entry<'t>>,
}

impl<'t> Reading<'t> {
    fn of(lines: &[Line<'t>]) -> Option<Self> {
        let mut reading = Self::default();
        let (mut introduction, mut free) = (0, 0);
        let mut after_blank = false;
        for line in lines {
            if line.is_blank() {
                after_blank = true;
                reading.add_blank();
                continue;
            }
            let is_end = is_footer(line.text) || line.text == "--" || line.text == "---";
            if is_end && !reading.entries.is_empty() {
                break;
            }
            let in_message =
                reading.entries.last().is_some_and(|entry| entry.label == Some(FormLabel::Message));
            match split_label(line.text)
                .filter(|(_, label, _)| label.is_some() || !in_message && !reading.entries.is_empty())
            {
                Some((text, label, value)) if reading.entries.len() < MAX_FIELDS => {
                    reading.entries.push(Entry { text, label, value: value.to_owned() })
                }
                _ if reading.takes(line.text, after_blank) => {}
                _ if reading.entries.is_empty() => {
                    introduction += 1;
                    if introduction > MAX_INTRODUCTION || is_closing(line.text) {
                        return None;
                    }
                }
                _ => free += 1,
            }
            after_blank = false;
        }
        (free <= MAX_FREE_LINES && reading.entries.len() >= 3).then_some(reading)
    }

    /// A blank line inside a message belongs to it.
    fn add_blank(&mut self) {
        if let Some(entry) = self.entries.last_mut()
            && entry.label == Some(FormLabel::Message)
            && !entry.value.is_empty()
        {
            entry.value.push('\n');
        }
    }

    /// A line below a label that has no value yet, or that goes on with a message or an address.
    fn takes(&mut self, text: &str, after_blank: bool) -> bool {
        let Some(entry) = self.entries.last_mut() else { return false };
        let goes_on = match entry.label {
            Some(FormLabel::Message) => true,
            Some(FormLabel::Address | FormLabel::Street) => !after_blank,
            // The answer to a question of the site's own, in sentences.
            None => !after_blank && is_sentence(&entry.value),
            _ => false,
        };
        if !(entry.value.is_empty() || goes_on) {
            return false;
        }
        if !entry.value.is_empty() {
            entry.value.push('\n');
        }
        entry.value.push_str(text);
        true
    }

    fn value(&self, label: FormLabel) -> &str {
        self.entries
            .iter()
            .find(|entry| entry.label == Some(label) && !entry.value.is_empty())
            .map(|entry| entry.value.as_str())
            .unwrap_or_default()
    }

    /// Whether there is an answer to a question of the site's own.
    fn asks_more(&self) -> bool {
        self.entries.iter().any(|entry| entry.label.is_none() && !entry.value.is_empty())
    }

    /// What was written: under a known label, else the longest answer to a question of the site's own.
    fn message(&self) -> &str {
        let known = self.value(FormLabel::Message);
        let answers = self.entries.iter().filter(|entry| entry.label.is_none() && is_sentence(&entry.value));
        let longest = answers.max_by_key(|entry| entry.value.len()).map(|entry| entry.value.as_str());
        if known.is_empty() { longest.unwrap_or_default() } else { known }
    }

    fn address(&self) -> Option<String> {
        find_address(self.value(FormLabel::Email)).or_else(|| find_address(self.value(FormLabel::Name)))
    }

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
        let values: Vec<&str> = self.entries.iter().map(|entry| entry.value.trim()).collect();
        Form {
            name,
            can_be_answered: !address.is_empty() || !self.value(FormLabel::Phone).is_empty(),
            address,
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

fn is_sentence(value: &str) -> bool {
    value.split_whitespace().count() >= 4
}

fn is_footer(text: &str) -> bool {
    let lower = text.to_lowercase();
    FORM_FOOTERS.beginning(&lower).next().is_some()
        && lookup(lower.split(':').next().unwrap_or_default()) != Some(FormLabel::Date)
}

/// A label and the value behind it: `Naam: Jan`, `Naam<TAB>Jan`, `*Naam*`, `Naam` alone if it is known.
fn split_label(text: &str) -> Option<(&str, Option<FormLabel>, &str)> {
    if let Some((label, value)) = text.split_once('\t') {
        let label = bare_label(label);
        return (!label.is_empty() && label.chars().count() <= 60)
            .then(|| (label, lookup(label), trim_blanks(value)));
    }
    let colon =
        text.char_indices().take(60).find(|(_, character)| matches!(character, ':' | '：')).map(|(at, _)| at);
    if let Some(colon) = colon {
        let label = bare_label(&text[..colon]);
        let value = &text[colon + text[colon..].chars().next().map_or(1, char::len_utf8)..];
        let is_label = label.starts_with(|first: char| first.is_alphabetic() || first == '@')
            && label.split(' ').count() <= 7
            && !value.starts_with("//");
        let known = lookup(label);
        if is_label && (known.is_some() || !label.contains(['.', '!', '?', '@', ','])) {
            return Some((label, known, trim_blanks(value.trim_start_matches(['*', '_']))));
        }
        return None;
    }
    let label = if text.len() <= 200 { bare_label(text) } else { "" };
    lookup(label).filter(|_| text.chars().count() <= 50).map(|known| (label, Some(known), ""))
}

/// A label without marks: bold, bullets, "required", question marks.
fn bare_label(text: &str) -> &str {
    let text = text.trim_matches(['*', '_', ' ', '•', '-', '>', '\u{a0}', ':', '?', '#', '|']);
    let text = if text.ends_with(')') { without_required(text) } else { text };
    trim_blanks(text.trim_end_matches(['*', ':', '?', ' ']))
}

fn without_required(text: &str) -> &str {
    let lower = text.to_lowercase();
    ["(required)", "(obligatoire)", "(verplicht)", "(pflichtfeld)", "(vereist)", "(erforderlich)"]
        .iter()
        .find_map(|suffix| lower.ends_with(suffix).then(|| text.get(..text.len() - suffix.len())).flatten())
        .unwrap_or(text)
}

fn lookup(label: &str) -> Option<FormLabel> {
    if label.is_empty() || label.len() > 60 {
        return None;
    }
    let mut lower = plain(label);
    if lower.contains(['_', '\u{a0}']) {
        lower = lower.replace(['_', '\u{a0}'], " ").into();
    }
    let lower = lower.strip_prefix("your-").unwrap_or(&lower);
    known(lower).or_else(|| known(without_owner(lower)?)).or_else(|| known_alternatives(lower))
}

fn known(label: &str) -> Option<FormLabel> {
    KNOWN.get(label).copied()
}

/// `votre adresse mail`, `jouw bericht`: the label without whose it is.
fn without_owner(label: &str) -> Option<&str> {
    label.split_once(' ').filter(|(first, _)| OWNERS.has(first)).map(|(_, rest)| rest)
}

/// `Comment or Message`, `Nom / Prénom`: what all of the alternatives ask for.
fn known_alternatives(label: &str) -> Option<FormLabel> {
    let or = [" or ", " ou ", " of ", " oder ", " / ", "/", " & "];
    let (first, second) = or.iter().find_map(|or| label.split_once(or))?;
    let ask = |label: &str| known(label).or_else(|| known(without_owner(label)?));
    ask(first.trim()).filter(|kind| ask(second.trim()) == Some(*kind))
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
