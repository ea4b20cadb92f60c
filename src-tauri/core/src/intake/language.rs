//! Which of the product's languages a text is written in.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::languages::{LETTERS, NEIGHBOURS, WORDS};
use super::words::plain;
use crate::language::Language;

/// Words that are looked at; a language shows within far fewer.
const MAX_WORDS: usize = 200;

/// Languages in the tables: the four of the product, then neighbours that must not be taken for one.
const TABLES: usize = Language::ALL.len() + 1;

/// For each word the tables that hold it, as bits.
static KNOWN: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut known: FxHashMap<&str, u8> = FxHashMap::default();
    let own =
        WORDS.iter().enumerate().flat_map(|(index, words)| words.split('|').map(move |word| (word, index)));
    let neighbours = NEIGHBOURS.iter().map(|word| (word, TABLES - 1));
    for (word, index) in own.chain(neighbours) {
        *known.entry(word).or_default() |= 1 << index;
    }
    known
});

/// The language of a text by its commonest words, then by letters that only one of the four has.
///
/// `None` if it is written in none of them, or too short to say.
pub fn detect(text: &str) -> Option<Language> {
    let mut scores = [0u32; TABLES];
    let mut other_script = 0;
    let mut count = 0;
    for word in
        text.split(|character: char| !(character.is_alphabetic() || character == '\'' || character == '’'))
    {
        if word.is_empty() {
            continue;
        }
        if count >= MAX_WORDS {
            break;
        }
        count += 1;
        let lower = plain(word);
        other_script += u32::from(!lower.starts_with(is_latin));
        score_word(&lower, &mut scores);
    }
    if other_script * 2 > count as u32 {
        return None;
    }
    decide(&scores)
}

/// A word that only one table holds counts most.
fn score_word(word: &str, scores: &mut [u32; TABLES]) {
    let bare = word.split('\'').next_back().unwrap_or(word);
    let bits = KNOWN.get(word).or_else(|| KNOWN.get(bare)).copied().unwrap_or_default();
    let weight = match bits.count_ones() {
        0 => 0,
        1 => 4,
        2 => 2,
        _ => 1,
    };
    for (index, score) in scores.iter_mut().enumerate() {
        *score += if bits & (1 << index) != 0 { weight } else { 0 };
    }
    if !word.is_ascii() {
        for (index, letters) in LETTERS.iter().enumerate() {
            scores[index] += u32::from(word.contains(|character| letters.contains(character)));
        }
    }
    // "l'", "d'", "qu'" before a vowel.
    if word.len() > 3
        && word.as_bytes()[..3].contains(&b'\'')
        && ["l'", "d'", "j'", "qu'", "n'", "c'", "s'", "m'"].iter().any(|start| word.starts_with(start))
    {
        scores[0] += 2;
    }
}

fn decide(scores: &[u32; TABLES]) -> Option<Language> {
    let best = (0..TABLES).max_by_key(|&index| (scores[index], TABLES - index))?;
    let second =
        (0..TABLES).filter(|&index| index != best).map(|index| scores[index]).max().unwrap_or_default();
    let is_clear = scores[best] >= 3 && scores[best] * 4 >= second * 5;
    Language::ALL.get(best).copied().filter(|_| is_clear)
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character, '\u{c0}'..='\u{24f}' | '\'' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_languages_are_told_apart() {
        let cases = [
            ("Bonjour, je souhaiterais recevoir un devis pour la rénovation de ma toiture.", Language::Fr),
            ("Devis pour 3 fenêtres svp", Language::Fr),
            (
                "Goedemiddag, graag had ik een offerte ontvangen voor het plaatsen van twee deuren.",
                Language::Nl,
            ),
            ("Kan u mij een prijs geven?", Language::Nl),
            ("Guten Tag, ich hätte gerne ein Angebot für eine neue Heizung.", Language::De),
            ("Bitte um ein Angebot, danke", Language::De),
            ("Was kostet das?", Language::De),
            ("Einverstanden", Language::De),
            ("Akkoord", Language::Nl),
            ("Kapotte ketel, dringend", Language::Nl),
            ("Chauffe-eau en panne", Language::Fr),
            ("Merci de me rappeler.", Language::Fr),
            ("Parfait, merci", Language::Fr),
            ("Hello, could you please send me a quote for painting my house?", Language::En),
            ("Price for 500 flyers please", Language::En),
        ];
        for (text, language) in cases {
            assert_eq!(detect(text), Some(language), "{text}");
        }
    }

    #[test]
    fn other_languages_and_too_short_texts_are_none() {
        for text in [
            "Buongiorno, vorrei un preventivo per il rifacimento del bagno della mia casa.",
            "Buenos días, quisiera un presupuesto para la reforma de mi cocina.",
            "Bom dia, gostaria de um orçamento para a minha casa.",
            "Здравствуйте, пришлите пожалуйста смету",
            "Dzień dobry, proszę o wycenę okien do mojego domu.",
            "Ok",
            "",
            "12 x 40 cm",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }
}
