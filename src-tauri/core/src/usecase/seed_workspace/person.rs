//! People who ask, and what they write, put together from words.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::chance::Chance;
use crate::error::{Error, StoreError};
use crate::language::Language;

const WORDS: &str = include_str!("words.json");

/// The words of one language.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    first_names: Vec<String>,
    last_names: Vec<String>,
    streets: Vec<String>,
    towns: Vec<String>,
    openings: Vec<String>,
    details: Vec<String>,
    closings: Vec<String>,
    pub(super) replies: Vec<String>,
    pub(super) answers: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) trades: Vec<Trade>,
}

/// A kind of work.
#[derive(Debug, Deserialize)]
pub(super) struct Trade {
    subjects: Vec<String>,
    needs: Vec<String>,
    /// Title, unit, price per unit in cents.
    pub(super) lines: Vec<(String, String, i64)>,
}

/// The words of the languages that there are words of.
pub(super) fn words() -> Result<Vec<(Language, Words)>, Error> {
    let words: BTreeMap<String, Words> = serde_json::from_str(WORDS)
        .map_err(|error| StoreError::Unsafe(format!("the words of sample data cannot be read: {error}")))?;
    Ok(words.into_iter().filter_map(|(tag, words)| Some((Language::from_tag(&tag)?, words))).collect())
}

/// Somebody who asks.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) language: Language,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) phone: String,
    pub(super) street: String,
    pub(super) postal_code: String,
    pub(super) city: String,
}

impl Person {
    /// The person with a number; no two have the same address.
    pub(super) fn draw(chance: &mut Chance, number: u32, language: Language, words: &Words) -> Self {
        let (first, last) = (chance.pick(&words.first_names), chance.pick(&words.last_names));
        let (postal_code, city) = chance.pick(&words.towns).split_once(' ').unwrap_or_default();
        let plain = |name: &str| name.to_lowercase().chars().filter_map(ascii).collect::<String>();
        Self {
            language,
            name: format!("{first} {last}"),
            address: format!(
                "{}.{}{number}@{}.example",
                plain(first),
                plain(last),
                chance.pick(&["courrier", "maison", "thuis", "bureau"])
            ),
            phone: format!("+3247{:07}", chance.below(10_000_000)),
            street: format!("{} {}", chance.pick(&words.streets), 1 + chance.below(240)),
            postal_code: postal_code.to_owned(),
            city: city.to_owned(),
        }
    }
}

/// The letter without its accent; none for what an address cannot hold.
fn ascii(letter: char) -> Option<char> {
    match letter {
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'î' | 'ï' => Some('i'),
        'ô' | 'ö' => Some('o'),
        'ç' => Some('c'),
        letter => Some(letter).filter(char::is_ascii_lowercase),
    }
}

/// What a request is about, in a subject and a first mail.
pub(super) fn first_mail(
    chance: &mut Chance,
    words: &Words,
    trade: &Trade,
    person: &Person,
) -> (String, String) {
    let subject = format!("{}, {}", chance.pick(&trade.subjects), person.city);
    let details = [chance.pick(&words.details), chance.pick(&words.details)];
    let text = format!(
        "{}\n\n{} {} {}\n\n{}\n{}\n{}, {} {}",
        chance.pick(&words.openings),
        chance.pick(&trade.needs),
        details[0],
        if details[0] == details[1] { "" } else { details[1] },
        chance.pick(&words.closings),
        person.name,
        person.street,
        person.postal_code,
        person.city
    );
    (subject, text)
}
