//! Dates as each language writes them.

use super::LocalDate;
use crate::language::Language;

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const FRENCH_SHORT: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const DUTCH: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const DUTCH_SHORT: [&str; 12] =
    ["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."];
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const GERMAN_SHORT: [&str; 12] =
    ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ENGLISH_SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

impl LocalDate {
    /// The month in full: `20 novembre 2026`, `1er février 2027`, de `20. November 2026`.
    pub fn written_long(self, language: Language) -> String {
        let months = match language {
            Language::Fr => FRENCH,
            Language::Nl => DUTCH,
            Language::De => GERMAN,
            Language::En => ENGLISH,
        };
        self.written(language, months)
    }

    /// The month abbreviated: `20 nov. 2026`, en `20 Nov 2026`.
    pub fn written_short(self, language: Language) -> String {
        let months = match language {
            Language::Fr => FRENCH_SHORT,
            Language::Nl => DUTCH_SHORT,
            Language::De => GERMAN_SHORT,
            Language::En => ENGLISH_SHORT,
        };
        self.written(language, months)
    }

    fn written(self, language: Language, months: [&str; 12]) -> String {
        let month =
            usize::try_from(self.0.month() - 1).ok().and_then(|index| months.get(index)).unwrap_or(&"");
        let day = match (language, self.0.day()) {
            (Language::Fr, 1) => "1er".to_owned(),
            (Language::De, day) => format!("{day}."),
            (_, day) => day.to_string(),
        };
        format!("{day} {month} {}", self.0.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> LocalDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_written_in_each_language() {
        let given = date("2026-11-20");
        assert_eq!(given.written_long(Language::Fr), "20 novembre 2026");
        assert_eq!(given.written_long(Language::Nl), "20 november 2026");
        assert_eq!(given.written_long(Language::De), "20. November 2026");
        assert_eq!(given.written_long(Language::En), "20 November 2026");
        assert_eq!(given.written_short(Language::Fr), "20 nov. 2026");
        assert_eq!(given.written_short(Language::De), "20. Nov. 2026");
        assert_eq!(given.written_short(Language::En), "20 Nov 2026");
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french_only() {
        let given = date("2027-02-01");
        assert_eq!(given.written_long(Language::Fr), "1er février 2027");
        assert_eq!(given.written_long(Language::Nl), "1 februari 2027");
    }
}
