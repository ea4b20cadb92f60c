//! A table of phrases, indexed for the ways in which a text is asked for them.
//!
//! Tables have hundreds of phrases and every line of every mail is asked for many of them, so each way of
//! asking has its index, built when it is first used.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};

/// Phrases in lower case: each string of the table holds those of one language, separated by `|`.
pub(in crate::intake) struct Phrases {
    table: &'static [&'static str],
    whole: OnceLock<FxHashSet<&'static str>>,
    by_first: OnceLock<FxHashMap<char, Vec<&'static str>>>,
    by_last: OnceLock<FxHashMap<char, Vec<&'static str>>>,
    by_first_word: OnceLock<FxHashMap<&'static str, Vec<&'static str>>>,
    automaton: OnceLock<Automaton>,
}

/// The phrases as one automaton; a table too large for one is searched phrase by phrase.
struct Automaton {
    phrases: Vec<&'static str>,
    states: Option<AhoCorasick>,
}

impl Phrases {
    pub(super) const fn new(table: &'static [&'static str]) -> Self {
        Self {
            table,
            whole: OnceLock::new(),
            by_first: OnceLock::new(),
            by_last: OnceLock::new(),
            by_first_word: OnceLock::new(),
            automaton: OnceLock::new(),
        }
    }

    /// All phrases, in the order of the table.
    pub(in crate::intake) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.table.iter().flat_map(|language| language.split('|'))
    }

    /// True if the whole text is one of the phrases.
    pub(in crate::intake) fn has(&self, text: &str) -> bool {
        self.whole.get_or_init(|| self.iter().collect()).contains(text)
    }

    /// False if no phrase begins with the first letter of a text, whatever its case: then the text need not be
    /// brought into lower case to ask more.
    pub(in crate::intake) fn may_begin(&self, text: &str) -> bool {
        let first = text.chars().next().map(|first| if first == 'İ' { 'i' } else { first });
        let lower = first.and_then(|first| first.to_lowercase().next());
        lower.is_some_and(|lower| self.by_first().contains_key(&lower))
    }

    /// The phrases with which a text begins.
    pub(in crate::intake) fn beginning<'p>(
        &'p self,
        text: &'p str,
    ) -> impl Iterator<Item = &'static str> + 'p {
        let candidates = text.chars().next().and_then(|first| self.by_first().get(&first));
        candidates.into_iter().flatten().copied().filter(move |phrase| text.starts_with(phrase))
    }

    /// The phrases with which a text ends.
    pub(in crate::intake) fn ending<'p>(&'p self, text: &'p str) -> impl Iterator<Item = &'static str> + 'p {
        let index = self.by_last.get_or_init(|| self.grouped(|phrase| phrase.chars().next_back()));
        let candidates = text.chars().next_back().and_then(|last| index.get(&last));
        candidates.into_iter().flatten().copied().filter(move |phrase| text.ends_with(phrase))
    }

    /// The phrases whose first word is this one.
    pub(in crate::intake) fn with_first_word(&self, word: &str) -> &[&'static str] {
        let index = self.by_first_word.get_or_init(|| self.grouped(|phrase| phrase.split(' ').next()));
        index.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// The phrase that a text holds, the one that ends first if there are several.
    pub(in crate::intake) fn within(&self, text: &str) -> Option<&'static str> {
        let Automaton { phrases, states } = self.automaton();
        match states {
            Some(states) => {
                states.find(text).and_then(|found| phrases.get(found.pattern().as_usize()).copied())
            }
            None => phrases.iter().copied().find(|phrase| text.contains(phrase)),
        }
    }

    /// Where phrases stand in a text, those inside others too.
    pub(in crate::intake) fn places<'p>(
        &'p self,
        text: &'p str,
    ) -> Box<dyn Iterator<Item = Range<usize>> + 'p> {
        let Automaton { phrases, states } = self.automaton();
        match states {
            Some(states) => Box::new(states.find_overlapping_iter(text).map(|found| found.range())),
            None => Box::new(phrases.iter().flat_map(move |phrase| {
                text.match_indices(phrase).map(|(at, phrase)| at..at + phrase.len())
            })),
        }
    }

    fn by_first(&self) -> &FxHashMap<char, Vec<&'static str>> {
        self.by_first.get_or_init(|| self.grouped(|phrase| phrase.chars().next()))
    }

    fn automaton(&self) -> &Automaton {
        self.automaton.get_or_init(|| {
            let phrases: Vec<&str> = self.iter().collect();
            let states = AhoCorasick::new(&phrases).ok();
            Automaton { phrases, states }
        })
    }

    fn grouped<K: Eq + std::hash::Hash>(
        &self,
        key: impl Fn(&'static str) -> Option<K>,
    ) -> FxHashMap<K, Vec<&'static str>> {
        let mut groups: FxHashMap<K, Vec<&'static str>> = FxHashMap::default();
        for phrase in self.iter() {
            if let Some(key) = key(phrase) {
                groups.entry(key).or_default().push(phrase);
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static TABLE: Phrases = Phrases::new(&["ab|abc|b c|c", "é|éa|a b"]);

    proptest! {
        /// Every index says what a walk through the table says.
        #[test]
        fn an_index_answers_as_the_table_does(text in "[abcé ]{0,12}") {
            let all: Vec<&str> = TABLE.iter().collect();
            let that = |is_one: &dyn Fn(&str) -> bool| -> Vec<&str> {
                all.iter().copied().filter(|phrase| is_one(phrase)).collect()
            };
            prop_assert_eq!(TABLE.has(&text), all.contains(&text.as_str()));
            prop_assert_eq!(TABLE.beginning(&text).collect::<Vec<_>>(), that(&|phrase| text.starts_with(phrase)));
            prop_assert!(TABLE.may_begin(&text.to_uppercase()) || TABLE.beginning(&text).next().is_none());
            prop_assert_eq!(TABLE.ending(&text).collect::<Vec<_>>(), that(&|phrase| text.ends_with(phrase)));
            prop_assert_eq!(TABLE.within(&text).is_some(), all.iter().any(|phrase| text.contains(phrase)));
            let mut places: Vec<_> = TABLE.places(&text).map(|place| (place.start, place.end)).collect();
            let mut expected: Vec<_> = all
                .iter()
                .flat_map(|phrase| (0..=text.len()).map(move |at| (at, at + phrase.len(), *phrase)))
                .filter(|&(start, end, phrase)| text.get(start..end) == Some(phrase))
                .map(|(start, end, _)| (start, end))
                .collect();
            places.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(places, expected);
        }
    }

    #[test]
    fn phrases_are_found_by_their_first_word() {
        assert_eq!(TABLE.with_first_word("a"), ["a b"]);
        assert_eq!(TABLE.with_first_word("x"), [""; 0]);
    }
}
