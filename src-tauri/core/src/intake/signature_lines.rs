//! Single lines around a signature: what programs add, and what only looks like a part of it.

use super::lines::trim_blanks;
use super::words::closings::{DOWNLOADS, PLATFORMS, PROGRAMS, SENT_FROM};
use super::words::labels::{SPECIFICATIONS, UNITS};
use super::words::{lower, plain};

/// `Sent from my iPhone`, `Get BlueMail for Android`
pub(super) fn is_sent_from(text: &str) -> bool {
    let bare = text.trim_start_matches(['-', '—', '*', '<', '[', ' ']);
    if bare.chars().count() > 120 || bare.ends_with(['?', ':']) {
        return false;
    }
    let lower = lower(bare);
    if offers_program(&lower) {
        return true;
    }
    let Some(start) = SENT_FROM.beginning(&lower).next() else {
        return false;
    };
    let names_program = PROGRAMS.within(&lower).is_some();
    let is_unmistakable = start.contains("iphone") || start.contains("meine") || start.contains("我的");
    is_unmistakable || names_program && lower.split_whitespace().count() <= 14
}

/// `Télécharger BlueMail pour Android`: a program and the telephones for which it can be had.
fn offers_program(lower: &str) -> bool {
    let is_offer = DOWNLOADS.beginning(lower).next().is_some() || DOWNLOADS.ending(lower).next().is_some();
    is_offer && lower.split_whitespace().count() <= 7 && PLATFORMS.within(lower).is_some()
}

/// `Surface : 85 m²`, `Type : slate`: a label of goods, or a measure behind any label.
pub(super) fn is_specification(text: &str) -> bool {
    let Some((label, value)) = text.split_once([':', '：']) else {
        return false;
    };
    let label = trim_blanks(label.trim_start_matches(['-', '*', '•', ' ']));
    let value = trim_blanks(value);
    !value.is_empty()
        && label.len() <= 40
        && (SPECIFICATIONS.has(&plain(label)) || begins_with_measure(value))
}

/// `85 m²`, `12,5 x 8 m`, `3 pièces`
fn begins_with_measure(value: &str) -> bool {
    let is_of_number =
        |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | ' ' | '\u{a0}');
    if !value.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let behind = value.trim_start_matches(is_of_number);
    let unit = behind.split([' ', '\u{a0}', ',', '.', '/', '(']).next().unwrap_or_default();
    UNITS.has(&lower(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_offered_in_many_languages() {
        for line in [
            "Télécharger BlueMail pour Android",
            "Téléchargez Spark pour iOS",
            "BlueMail voor Android downloaden",
            "Download Aqua Mail voor Android",
            "BlueMail für Android herunterladen",
            "Descargar BlueMail para Android",
            "Scarica BlueMail per Android",
            "Pobierz BlueMail na Androida",
            "Ladda ner BlueMail för iPhone",
        ] {
            assert!(is_sent_from(line), "{line}");
        }
        for line in ["Télécharger le plan et me rappeler", "Download the plan, please", "Android"] {
            assert!(!is_sent_from(line), "{line}");
        }
    }

    #[test]
    fn specifications_are_told_from_the_ways_to_reach_somebody() {
        for line in [
            "Surface : 85 m²",
            "Type : ardoise",
            "Kleur: zwart",
            "- Länge: 12,5 m",
            "Gouttière : 12 m",
            "Ramen: 3 stuks",
            "Roof: 12 x 8 m",
            "Material: oak",
        ] {
            assert!(is_specification(line), "{line}");
        }
        for line in [
            "Tél : 0475 12 34 56",
            "GSM: 0475/12.34.56",
            "Email : sophie@klant.example",
            "TVA : BE 0123.456.789",
            "Adresse : 12 rue Haute, Namur",
            "Gérant : Jean Lambert",
            "Horaires : 8 h - 18 h",
            "Openingsuren: 9 - 17 u",
            "www.dak.example",
            "Surface :",
        ] {
            assert!(!is_specification(line), "{line}");
        }
    }
}
