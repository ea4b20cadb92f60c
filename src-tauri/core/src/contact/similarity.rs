//! Whether two contacts, by their names, may be the same.
//!
//! One shared surname says nothing: Peeters and Janssens live in every street. All words of the shorter name must
//! stand in the other, and at least two; or one word that hardly any contact has, together with the same place
//! or the same end of a phone number. Order, capitals, accents, titles, legal forms and the little words of surnames
//! (van, de, d’) do not count, and a surname may be written in one word or in several.

/// The words that do not tell one name from another.
const SILENT: [&str; 62] = [
    "van",
    "vande",
    "vanden",
    "vander",
    "ver",
    "de",
    "den",
    "der",
    "des",
    "du",
    "di",
    "da",
    "del",
    "la",
    "le",
    "les",
    "l",
    "d",
    "t",
    "te",
    "ten",
    "ter",
    "von",
    "vom",
    "zu",
    "zur",
    "et",
    "en",
    "und",
    "and",
    "of",
    "m",
    "mr",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "messieurs",
    "dhr",
    "mevr",
    "mevrouw",
    "meneer",
    "heer",
    "herr",
    "frau",
    "mrs",
    "ms",
    "miss",
    "dr",
    "ir",
    "ing",
    "srl",
    "sprl",
    "sa",
    "nv",
    "bv",
    "bvba",
    "asbl",
    "vzw",
    "gmbh",
    "sc",
    "ag",
];

/// The little words with which a surname may have grown together, the longest first.
const GROWN: [&str; 5] = ["vanden", "vander", "vande", "van", "de"];

/// The most words of a name that are looked at.
const MOST_WORDS: usize = 6;

/// A word that so many contacts have, or fewer, is rare.
pub const RARE: u32 = 3;

/// What is compared of a contact, or of somebody who may be one.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// The name of the person.
    pub name: String,
    /// The company.
    pub company: String,
    /// The postal code.
    pub postal_code: String,
    /// The city.
    pub city: String,
    /// The phone number.
    pub phone: String,
}

impl Named {
    /// The telling words of both names, each once.
    pub fn words(&self) -> Vec<String> {
        let mut words = telling_words(&self.name);
        for word in telling_words(&self.company) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words.truncate(MOST_WORDS);
        words
    }

    /// Whether both names are written with the same words, or the shorter one with some of the other's.
    pub fn has_name_of(&self, other: &Self) -> bool {
        [&self.name, &self.company].into_iter().any(|mine| {
            [&other.name, &other.company]
                .into_iter()
                .any(|theirs| holds(&telling_words(mine), &telling_words(theirs)))
        })
    }

    /// The words that both have.
    pub fn shared_words(&self, other: &Self) -> Vec<String> {
        let theirs = other.words();
        self.words().into_iter().filter(|word| theirs.contains(word)).collect()
    }

    /// Whether both live at the same place, or have numbers that end alike.
    pub fn is_near(&self, other: &Self) -> bool {
        let same =
            |one: &str, other: &str| !one.trim().is_empty() && folded(one.trim()) == folded(other.trim());
        let place = match (self.postal_code.trim(), other.postal_code.trim()) {
            ("", _) | (_, "") => same(&self.city, &other.city),
            (mine, theirs) => mine == theirs,
        };
        let end = |phone: &str| {
            let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
            digits.len().checked_sub(6).map(|start| digits[start..].to_owned())
        };
        place || end(&self.phone).is_some_and(|mine| Some(mine) == end(&other.phone))
    }
}

/// Whether every word of the shorter name stands in the other, and it has at least two.
fn holds(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.len() >= 2 && short.iter().all(|word| long.contains(word))
}

/// The words of a name that tell it from others: small letters without accents, each once; no initials.
pub fn telling_words(name: &str) -> Vec<String> {
    let folded = folded(name);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|letter: char| !letter.is_alphanumeric()) {
        if word.chars().count() < 2 || SILENT.contains(&word) {
            continue;
        }
        let bare = bare(word).to_owned();
        if !words.contains(&bare) {
            words.push(bare);
        }
    }
    words
}

/// How a telling word may be written in a name: alone, or grown together with a little word.
pub fn spellings(word: &str) -> Vec<String> {
    let grown = GROWN.iter().map(|little| format!("{little}{word}"));
    std::iter::once(word.to_owned()).chain(grown).collect()
}

/// A surname without the little word with which it has grown together.
fn bare(word: &str) -> &str {
    let grown = GROWN.iter().find_map(|little| word.strip_prefix(little));
    grown.filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

/// Small letters without accents.
fn folded(text: &str) -> String {
    text.to_lowercase().chars().filter_map(plain).collect()
}

/// A letter without its accent; none for an accent that is a character of its own.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        '\u{300}'..='\u{36f}' => return None,
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'š' | 'ś' | 'ş' => 's',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    })
}

#[cfg(test)]
#[path = "similarity_tests.rs"]
mod tests;
