//! What can be set about acknowledgements.

use serde::{Deserialize, Serialize};

use super::standard;
use crate::language::Language;

/// Whether new requests are acknowledged, and in which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Acknowledgement {
    /// Switched on; off until the company decides so.
    pub enabled: bool,
    /// The language for somebody whose own is not known.
    pub fallback: Language,
    /// The words in French.
    pub fr: AcknowledgementText,
    /// The words in Dutch.
    pub nl: AcknowledgementText,
    /// The words in German.
    pub de: AcknowledgementText,
    /// The words in English.
    pub en: AcknowledgementText,
}

/// The words of an acknowledgement; the placeholders are `{{ salutation }}`, `{{ name }}`, `{{ reference }}` and
/// `{{ company }}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct AcknowledgementText {
    /// The subject, without the request's reference, which is put at its end.
    pub subject: String,
    /// The text.
    pub body: String,
}

impl Default for Acknowledgement {
    fn default() -> Self {
        Self {
            enabled: false,
            fallback: Language::Fr,
            fr: standard::acknowledgement(Language::Fr),
            nl: standard::acknowledgement(Language::Nl),
            de: standard::acknowledgement(Language::De),
            en: standard::acknowledgement(Language::En),
        }
    }
}

impl Acknowledgement {
    /// The words in a language.
    pub const fn text(&self, language: Language) -> &AcknowledgementText {
        match language {
            Language::Fr => &self.fr,
            Language::Nl => &self.nl,
            Language::De => &self.de,
            Language::En => &self.en,
        }
    }
}
